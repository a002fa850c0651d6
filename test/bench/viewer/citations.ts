/** How well citations are found: no figure of speed, and printed beside those, since both are paid for with the other. */
import { measureCitations } from '../../text/citations/measure.js';
import type { Table } from '../figures.js';

export function citationTable(): Table {
  return {
    title: 'Citations in real documents',
    note: 'Forms out of documents as they were published, in sentences of our own, and near misses: of our own in the part that was looked at, out of real documents in the part that was set aside. What was set aside was never looked at while the rules were written: it was collected after they were frozen.',
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
