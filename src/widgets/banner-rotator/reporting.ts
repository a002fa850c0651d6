import type { Banner } from '../../feed/schema.js';
import { drawId, type Happening, reportAddress, sendReport } from './report-request.js';
import { count, inBatches, type Rows } from './report-rows.js';
import { ageOf, type Batch, forget, keep, unsent } from './unsent.js';

/** Milliseconds in which what happens is gathered into one request. */
const GATHER_MS = 8000;
/** Milliseconds until a failed request is tried again: at first, and doubled up to the longest. */
const RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 600_000;

/**
 * Reports how often banners were shown, could be seen and were followed: a few numbers for each, no reader, no cookie.
 *
 * A batch is kept on the device until the server has said that it has it, so that nothing is lost with the page or with
 * the line; the server knows each by its id, so that nothing counts twice.
 */
export class Reporter {
  readonly #url: string;
  #counts: Rows = new Map();
  readonly #batches = new Map<string, Batch>();
  readonly #underWay = new Set<string>();
  /** Those that the server answered with a failure since it last took one. */
  readonly #refused = new Set<string>();
  #timer: number | undefined;
  #retry = RETRY_MS;

  constructor(url: string) {
    this.#url = url;
    // What an earlier page could not get rid of.
    for (const batch of unsent(url)) this.#batches.set(batch.b, batch);
    if (this.#batches.size > 0) this.#wait(GATHER_MS);
  }

  note(banner: Banner, happening: Happening): void {
    count(this.#counts, banner, happening);
    this.#wait(GATHER_MS);
  }

  /** A phone that hides a page may never fire another event of it: all goes now, and the browser sees it through. */
  handleEvent({ type }: Event): void {
    if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
    this.#hush();
    this.#pack();
    for (const batch of this.#batches.values()) void this.#post(batch);
  }

  /** Sends what there is without waiting any longer, one batch after another. */
  send(): void {
    this.#hush();
    // While the server lets one wait, the others need no connection: what happens meanwhile is gathered.
    if (this.#underWay.size > 0) return;
    this.#pack();
    this.#next();
  }

  #pack(): void {
    const counts = this.#counts;
    this.#counts = new Map();
    for (const n of inBatches(counts.values())) {
      const batch = { u: this.#url, t: Date.now(), b: drawId(), n };
      this.#batches.set(batch.b, batch);
      keep(batch);
    }
  }

  #next(): void {
    if (this.#underWay.size > 0) return;
    const [batch] = this.#batches.values();
    if (batch) void this.#post(batch);
    else if (this.#counts.size > 0) this.#wait(GATHER_MS);
    else {
      // Nothing is left to tell: nothing is listened to until there is.
      document.removeEventListener('visibilitychange', this);
      window.removeEventListener('pagehide', this);
    }
  }

  /** There is something to tell: at the latest in the last moments of the page. */
  #wait(delay: number): void {
    this.#timer ??= window.setTimeout(() => this.send(), delay);
    // The same object again adds nothing.
    document.addEventListener('visibilitychange', this);
    window.addEventListener('pagehide', this);
  }

  #hush(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #post(batch: Batch): Promise<void> {
    const { b, t } = batch;
    if (this.#underWay.has(b)) return;
    this.#underWay.add(b);
    let isDone = false;
    let isAnswered = false;
    try {
      const { ok, status } = await sendReport(this.#url, batch, ageOf(t, Date.now()));
      // What the server will never take is of no use to keep.
      isAnswered = true;
      isDone = ok || (status >= 400 && status < 500 && status !== 408 && status !== 429);
    } catch {
      // The line is down, or too much is under way: it stays for later.
    }
    this.#underWay.delete(b);
    this.#batches.delete(b);
    if (isDone) {
      forget(b);
      this.#retry = RETRY_MS;
      this.#refused.clear();
      this.#next();
      return;
    }
    // Behind the others: the server may have something against this one alone.
    this.#batches.set(b, batch);
    if (isAnswered) this.#refused.add(b);
    if (this.#underWay.size > 0) return;
    // One tells whether it is the batch that the server does not like, or all: what has too much to do gets no more.
    const mayAsk = isAnswered && this.#refused.size < 2;
    const other = mayAsk && [...this.#batches.values()].find((batch) => !this.#refused.has(batch.b));
    if (other) return this.#post(other);
    this.#refused.clear();
    // What has happened meanwhile does not call sooner.
    this.#hush();
    this.#wait(this.#retry);
    this.#retry = Math.min(2 * this.#retry, LONGEST_RETRY_MS);
  }
}

const reporters = new Map<string, Reporter>();

/**
 * Who reports to an address: one for all rotators of the page.
 *
 * @param report - as the page writes it; empty is the default path
 * @returns undefined where that is no address
 */
export function reporterFor(report: string): Reporter | undefined {
  const url = reportAddress(report);
  if (url === undefined) return undefined;
  let reporter = reporters.get(url);
  if (!reporter) reporters.set(url, (reporter = new Reporter(url)));
  return reporter;
}
