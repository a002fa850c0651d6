/** What narrows and orders a list of documents; comes when a reader looks for one. */
import type { TemplateResult } from 'lit';
import { listFilters } from '../finding/filters.js';
import { FACETS, type Found } from './find-documents.js';
import type { Say } from './shown-document.js';

export { Finder, type Found } from './find-documents.js';

const ORDERS = ['newest', 'oldest', 'title'];

export function documentFilters(
  { choices, params }: Found,
  say: Say,
  change: (name: string, value: string) => void,
): TemplateResult {
  return listFilters({ facets: FACETS, choices, orders: ORDERS, params, say, change });
}
