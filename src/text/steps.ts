/** Long work in short pieces, so that a page goes on meanwhile. */

/** Work that may be interrupted at every `yield`. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/**
 * Milliseconds of work between which the page goes on: below the 50 of a long task whatever the last step takes. Shorter
 * ones would give as much time to drawing frames in which nothing is new.
 */
export const SLICE = 28;

/** Does it in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Goes on with it.
 *
 * @param enough - asked after each step
 * @returns whether nothing is left to do
 */
export function proceed(steps: Steps<void>, enough: () => boolean): boolean {
  do if (steps.next().done) return true;
  while (!enough());
  return false;
}

interface Scheduler {
  postTask(work: () => void): Promise<void>;
}

/** Lets the page do what waits, input and drawing above all. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  // Timers in a row are held up for 4 ms each; Safari has nothing better.
  return new Promise((done) => {
    if (scheduler) void scheduler.postTask(done);
    else setTimeout(done);
  });
}

/** Steps between two looks at the clock: with thousands of small ones, the looks would be a good part of the work. */
const UNWATCHED = 4;

/** Says when a slice that begins now is over; to be asked after each step. */
export function slice(): () => boolean {
  const end = performance.now() + SLICE;
  let asked = 0;
  return () => ++asked % UNWATCHED === 0 && performance.now() > end;
}

/** Does it slice by slice; what takes no longer than one is done at once. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let isOver = slice();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (!isOver()) continue;
    await pause();
    isOver = slice();
  }
}
