import { createHash } from 'node:crypto';
import { type Counts, type Figures, figuresOf } from './counts.js';
import type { Site } from './site.js';

export interface Rendered {
  readonly body: string;
  /** Changes with the figures, not with the time. Whoever counts needs none. */
  etag(): string;
}

interface Kept extends Rendered {
  readonly counts: Counts;
  readonly second: number;
}

/** Writes figures as JSON; the same figures within a second are written once. */
export function renderer(): (site: Site, counts: Counts, wall: number) => Rendered {
  // By object: a site that was changed is another one.
  const kept = new WeakMap<Site, Kept>();
  return (site, counts, wall) => {
    const second = Math.floor(wall / 1000);
    const last = kept.get(site);
    if (last?.second === second && last.counts.days === counts.days && last.counts.online === counts.online)
      return last;
    const figures = figuresOf(site, counts, wall);
    let etag: string | undefined;
    const rendered = {
      body: JSON.stringify(figures),
      etag: () => (etag ??= etagOf(figures)),
      counts,
      second,
    };
    kept.set(site, rendered);
    return rendered;
  };
}

function etagOf(figures: Figures): string {
  const content = JSON.stringify({ ...figures, generatedAt: undefined });
  return `"${createHash('sha1').update(content).digest('base64url')}"`;
}
