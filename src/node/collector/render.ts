import { hash } from 'node:crypto';
import { isoTime } from './calendar.js';
import { type Counts, figuresOf } from './counts.js';
import type { Site } from './site.js';

export interface Rendered {
  readonly body: string;
  /** Changes with the figures, not with the time. Whoever counts needs none. */
  etag(): string;
}

/** Figures as JSON, but for the time between its two parts. */
class Written implements Rendered {
  body = '';
  readonly #before: string;
  readonly #after: string;
  #etag: string | undefined;
  #second = NaN;

  constructor(
    readonly site: Site,
    readonly counts: Counts,
    wall: number,
  ) {
    const figures = figuresOf(site, counts, wall);
    const text = JSON.stringify(figures);
    // A site's name can hold no colon.
    const at = text.indexOf(figures.generatedAt);
    this.#before = text.slice(0, at);
    this.#after = text.slice(at + figures.generatedAt.length);
  }

  at(wall: number): this {
    const second = Math.floor(wall / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.body = this.#before + isoTime(wall, this.site.timeZone) + this.#after;
    }
    return this;
  }

  etag(): string {
    return (this.#etag ??= `"${hash('sha1', this.#before + this.#after, 'base64url')}"`);
  }
}

/** Writes figures as JSON; the same figures are written once, and the time into them once a second. */
export function renderer(): (site: Site, counts: Counts, wall: number) => Rendered {
  // By object: a site that was changed is another one.
  const kept = new WeakMap<Site, Written>();
  return (site, counts, wall) => {
    let written = kept.get(site);
    if (!written || !areSame(written.counts, counts)) {
      kept.set(site, (written = new Written(site, counts, wall)));
    }
    return written.at(wall);
  };
}

/** Visits of today are added to the days where they are, and show in the total; all else makes new days. */
function areSame(last: Counts, counts: Counts): boolean {
  return last.days === counts.days && last.total === counts.total && last.online === counts.online;
}
