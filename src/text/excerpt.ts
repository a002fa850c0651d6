import { oneLine } from './labels.js';

const AROUND = 40;

/** A stretch of a line with some words around it, for a report. */
export function excerptOf(line: string, start: number, end: number): string {
  const before = Math.max(0, start - AROUND);
  const after = Math.min(line.length, end + AROUND);
  const left = before === 0 ? '' : line.slice(before, start).replace(/^\S*\s*/u, '…');
  const right = after === line.length ? line.slice(end) : line.slice(end, after).replace(/\s*\S*$/u, '…');
  return oneLine(line.slice(before === 0 ? 0 : start, start) + left + line.slice(start, end) + right);
}
