/** How well citations are found: no figure of speed, and printed beside those, since both are paid for with the other. */
import { nearMisses } from '../../text/citations/corpus.js';
import { measureCitations } from '../../text/citations/measure.js';
import type { Table } from '../figures.js';

export function citationTable(): Table {
  return {
    title: 'Citations in real documents',
    note: `Forms out of documents as they were published, in sentences of our own, and ${nearMisses.length} near misses, of which each part bears its share. What was set aside was never looked at while the rules were written.`,
    head: ['part', 'forms', 'recall', 'precision'],
    rows: measureCitations().map(({ name, count, recall, precision }) => [
      name,
      count,
      recall.toFixed(3),
      precision.toFixed(3),
    ]),
  };
}
