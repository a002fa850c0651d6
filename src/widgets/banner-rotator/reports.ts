import type { Banner } from '../../feed/schema.js';
import { drawId, type Happening, reportAddress, sendReport } from './report-request.js';
import { count, inBatches, type Rows } from './report-rows.js';
import type { Reporter } from './reporting.js';

interface Noted {
  readonly report: string;
  readonly banner: Banner;
  readonly happening: Happening;
}

/**
 * Hands what happens to the part that reports it, which comes only to pages that ask for reports. Until it has come, what
 * happened waits here, and goes out by itself where the page is left before, or the part cannot be had.
 */
export class Reports {
  #report: string | undefined;
  #reporter: Promise<Reporter | undefined> | undefined;
  #waiting: readonly Noted[] = [];

  /** Sends for what reports to an address. */
  begin(report: string): void {
    if (report === this.#report) return;
    this.#report = report;
    this.#reporter = import('./reporting.js').then(
      ({ reporterFor }) => reporterFor(report),
      () => {
        // It is asked for again with the next one.
        this.#report = undefined;
        return undefined;
      },
    );
  }

  /** @param report - as the page writes it; without one nothing is told */
  note(report: string | null | undefined, banner: Banner, happening: Happening): void {
    if (report === null || report === undefined) return;
    this.begin(report);
    this.#waiting = [...this.#waiting, { report, banner, happening }];
    // The same object again adds nothing.
    document.addEventListener('visibilitychange', this);
    window.addEventListener('pagehide', this);
    void this.#reporter?.then((reporter) => {
      const taken = this.#take(report);
      if (!reporter) this.#send(taken);
      else for (const { banner, happening } of taken) reporter.note(banner, happening);
    });
  }

  /** A phone that hides a page may never fire another event of it. */
  handleEvent({ type }: Event): void {
    if (type !== 'pagehide' && document.visibilityState !== 'hidden') return;
    for (const report of new Set(this.#waiting.map(({ report }) => report))) this.#send(this.#take(report));
  }

  /** What waits for one address, and waits no more. */
  #take(report: string): Noted[] {
    const taken = this.#waiting.filter((one) => one.report === report);
    this.#waiting = this.#waiting.filter((one) => one.report !== report);
    if (!this.#waiting[0]) {
      document.removeEventListener('visibilitychange', this);
      window.removeEventListener('pagehide', this);
    }
    return taken;
  }

  #send(list: readonly Noted[]): void {
    const url = list[0] && reportAddress(list[0].report);
    if (url === undefined) return;
    const rows: Rows = new Map();
    for (const { banner, happening } of list) count(rows, banner, happening);
    // There is nobody left who could try again.
    for (const n of inBatches(rows.values())) sendReport(url, { b: drawId(), n }, 0).catch(() => undefined);
  }
}
