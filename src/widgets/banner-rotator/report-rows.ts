import type { Banner } from '../../feed/schema.js';
import type { Happening } from './report-request.js';
import type { Batch } from './unsent.js';

/** Id, placement, and how often it was shown, could be seen and was followed. */
type Row = Batch['n'][number];

/** Rows of what has happened, by id and placement. */
export type Rows = Map<string, Row>;

/** UTF-16 code units of an id or a placement that a server takes. */
const LONGEST_NAME = 200;
/** Banners in one batch. */
const MOST_ROWS = 100;
/** Bytes of them, half of what a browser sends while a page ends (`keepalive`, Fetch Standard). */
const MOST_BYTES = 32 * 1024;

/** A name as it is reported: some feeds have a URL for an id, and the ends of those are what differs. */
function nameOf(text: string): string {
  const name = text.length > LONGEST_NAME ? `${text.slice(0, 99)}…${text.slice(-100)}` : text;
  // Half a character, which a cut leaves, is no JSON to some servers.
  return name.replace(/\p{Surrogate}/gu, '\uFFFD');
}

export function count(rows: Rows, { id, placement = '' }: Banner, happening: Happening): void {
  const names = [nameOf(id), nameOf(placement)] as const;
  const key = JSON.stringify(names);
  const row = rows.get(key) ?? [...names, 0, 0, 0];
  row[happening]++;
  rows.set(key, row);
}

/** Rows in as many batches as a server, and the last moments of a page, allow. */
export function inBatches(rows: Iterable<Row>): Row[][] {
  const batches: Row[][] = [];
  let last: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    const more = new TextEncoder().encode(JSON.stringify(row)).length + 1;
    if (!last[0] || last.length === MOST_ROWS || bytes + more > MOST_BYTES) {
      batches.push((last = []));
      bytes = 0;
    }
    last.push(row);
    bytes += more;
  }
  return batches;
}
