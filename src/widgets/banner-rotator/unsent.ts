/** What a page reports at once. */
export interface Batch {
  /** Absolute URL that it goes to. */
  readonly u: string;
  /** When it was put together, in milliseconds since the epoch. */
  readonly t: number;
  /** By which the server knows it again. */
  readonly b: string;
  /** Id, placement, and how often it was shown, could be seen and was followed. */
  readonly n: [id: string, placement: string, shown: number, viewable: number, followed: number][];
}

/** One entry for the whole origin, so that it is plain to find and to delete. */
const STORE = 'civic-widgets:unsent';
/** Older ones the server would refuse. */
const LONGEST_MS = 2 * 86_400_000;
/** A server that is gone for good must not fill the device. */
const MOST = 50;

/**
 * How long a batch has waited, by a clock that may have been set meanwhile: what is beyond all measure the server would
 * refuse for ever.
 *
 * @param made - milliseconds since the epoch
 * @param now - milliseconds since the epoch
 * @returns milliseconds, neither negative nor more than two days
 */
export const ageOf = (made: number, now: number): number => Math.min(Math.max(0, now - made), LONGEST_MS);

function isBatch(value: unknown): value is Batch {
  const { u, t, b, n } = (value ?? {}) as Partial<Batch>;
  return (
    typeof u === 'string' && typeof b === 'string' && Array.isArray(n) && Math.abs(Date.now() - Number(t)) < LONGEST_MS
  );
}

function read(): Batch[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(list) ? list.filter(isBatch) : [];
  } catch {
    return [];
  }
}

function write(list: readonly Batch[]): void {
  try {
    if (list[0]) localStorage.setItem(STORE, JSON.stringify(list.slice(-MOST)));
    else localStorage.removeItem(STORE);
  } catch {
    // Nothing may be kept: it is sent now or never.
  }
}

/** What earlier pages, or other tabs, have not got rid of yet. */
export const unsent = (url: string): Batch[] => read().filter(({ u }) => u === url);

export function keep(batch: Batch): void {
  write([...read(), batch]);
}

export function forget(id: string): void {
  write(read().filter(({ b }) => b !== id));
}
