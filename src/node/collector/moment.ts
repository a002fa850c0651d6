/**
 * Two clocks. The wall clock says which day it is, and may be put back or forward by hand or by NTP; the steady one
 * says how much time has gone by, and never is. Both in milliseconds since 1970.
 */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

export type Clock = () => Moment;

/** This machine's clocks. */
export function systemClock(): Clock {
  const begin = Date.now() - performance.now();
  return () => ({ wall: Date.now(), steady: begin + performance.now() });
}
