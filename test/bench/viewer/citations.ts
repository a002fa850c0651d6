/** How well citations are found: no figure of speed, and printed beside those, since both are paid for with the other. */
import { measureCitations } from '../../text/citations/measure.js';
import type { Table } from '../figures.js';

export function citationTable(): Table {
  return {
    title: 'Citations in real documents',
    note: 'Forms and near misses out of documents as they were published, in sentences of our own; with what was looked at are near misses of our own, too. What was set aside was found in other documents and marked before anybody had seen what the rules make of it, and after that look rules were only written shorter, with the same figures.',
    head: ['part', 'forms', 'near misses', 'recall', 'precision'],
    rows: measureCitations().map(({ name, count, nearMisses, recall, precision }) => [
      name,
      count,
      nearMisses,
      recall.toFixed(3),
      precision.toFixed(3),
    ]),
  };
}
