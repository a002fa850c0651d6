/**
 * What a widget says when its feed cannot be had: a file of its own, because most readers never see it. It comes
 * when it is first needed, and otherwise in idle time after the first good answer, so that it is there on the day
 * the network fails.
 */
import { html, nothing } from 'lit';
import type { FeedSnapshot } from '../feed/snapshot.js';
import { type Language, type Wordings, wordings } from '../locales/strings.js';
import { troubleStrings } from '../locales/trouble.js';
import { formatTime } from '../look/format.js';

/** What the note needs of its widget. */
export interface TroubledWidget {
  readonly language: Language;
  /** A wording, the page's own first. */
  readonly say: (key: string, values: Readonly<Record<string, string | number>>, words: Wordings) => string;
  readonly retry: () => void;
  /** Called once the wordings of another language have come. */
  readonly again: () => void;
}

/** What a reader knows a source by. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/**
 * The note for a snapshot that holds an error: what happened, what to do, and a button that tries again.
 */
export function renderTrouble(
  { error, missing = [], status, receivedAt = 0 }: FeedSnapshot,
  { language, say, retry, again }: TroubledWidget,
): unknown {
  const words = wordings(troubleStrings, language, again);
  if (!error || !words) return nothing;
  // One of several sources is missing: the others stand below.
  const partly = status === 'ready';
  const stale = status === 'stale' || partly;
  const busy = status === 'loading';
  const message = busy
    ? say('loading', {}, words)
    : partly
      ? say('partly', { sources: missing.map(({ url }) => hostOf(url)).join(', ') }, words)
      : stale
        ? say('stale', { time: formatTime(new Date(receivedAt), language) }, words)
        : say(`error-${error.code}`, { status: error.status ?? '' }, words);
  const note = html`<div class=${stale ? 'note' : 'note error'} part=${stale ? 'stale' : 'error'}>
    <p>${message}</p>
    <button
      class="button"
      part="button retry"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${retry}
    >
      ${say('retry', {}, words)}
    </button>
  </div>`;
  return stale ? note : html`<slot name="error">${note}</slot>`;
}
