import { tzOffset } from '@date-fns/tz/tzOffset';
import { DAY } from '../../feed/days.js';

const MINUTE = 60_000;

const offsetAt = (zone: string, instant: number): number => tzOffset(zone, new Date(instant)) * MINUTE;

/**
 * What the clocks of a zone show at an instant, as the instant at which UTC shows it.
 *
 * @param zone - IANA name
 * @param instant - milliseconds since the epoch
 */
export const shownIn = (zone: string, instant: number): number => instant + offsetAt(zone, instant);

/** The instant after `from` and until `to` from which on a zone has the offset that it has at `to`. */
function changeIn(zone: string, from: number, to: number): number {
  const offset = offsetAt(zone, to);
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetAt(zone, middle) === offset) to = middle;
    else from = middle;
  }
  return to;
}

/**
 * The instants at which the clocks of a zone may begin to show a time, or cease to: one, or two where an hour is doubled.
 * Of a time that is skipped or comes again it is also the instant at which the clocks change: it is passed then, or begins anew.
 *
 * @param zone - IANA name
 * @param shown - as {@link shownIn} has it
 * @returns milliseconds since the epoch
 */
export function instantsOf(zone: string, shown: number): number[] {
  const [from, to] = [shown - DAY, shown + DAY];
  const [before, after] = [offsetAt(zone, from), offsetAt(zone, to)];
  if (before === after) return [shown - before];
  const instants = [shown - before, shown - after].filter((instant) => shownIn(zone, instant) === shown);
  const change = changeIn(zone, from, to);
  const isAbout = change + Math.min(before, after) <= shown && shown < change + Math.max(before, after);
  return isAbout ? [...instants, change] : instants;
}
