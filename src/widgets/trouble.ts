/**
 * What a widget says when its feed cannot be had: a file of its own, because most readers never see it. It comes
 * when it is first needed, and otherwise in idle time after the first good answer, so that it is there on the day
 * the network fails.
 */
import { html, nothing } from 'lit';
import type { FeedSnapshot } from '../feed/snapshot.js';
import { type Language, type Wordings, wordings } from '../locales/strings.js';
import { troubleStrings } from '../locales/trouble.js';
import { addControlStyles } from '../look/control-styles.js';
import { formatTime } from '../look/format.js';

/** What the note needs of its widget. */
export interface TroubledWidget {
  readonly language: Language;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** A wording, the page's own first. */
  text(key: string, values: Readonly<Record<string, string | number>>, words: Wordings): string;
  /** Asks the server anew; fulfilled when the outcome is drawn. */
  reload(): Promise<void>;
  requestUpdate(): void;
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
 *
 * @param onRetry - called when the reader tries again
 */
export function renderTrouble(
  { error, missing = [], status, receivedAt = 0 }: FeedSnapshot,
  widget: TroubledWidget,
  onRetry: () => void,
): unknown {
  const { language, renderRoot: root } = widget;
  const words = wordings(troubleStrings, language, () => widget.requestUpdate());
  if (!error || !words) return nothing;
  const say = (key: string, values = {}) => widget.text(key, values, words);
  addControlStyles(root as ShadowRoot);
  // One of several sources is missing: the others stand below.
  const partly = status === 'ready';
  const stale = status === 'stale' || partly;
  const busy = status === 'loading';
  const message = busy
    ? say('loading')
    : partly
      ? say('partly', { sources: missing.map(({ url }) => hostOf(url)).join(', ') })
      : stale
        ? say('stale', { time: formatTime(new Date(receivedAt), language) })
        : say(`error-${error.code}`, { status: error.status ?? '' });
  const retry = async () => {
    if (busy) return;
    onRetry();
    await widget.reload();
    // The button that had the focus is gone with the error: the reader goes on where the content begins.
    const base = root.querySelector<HTMLElement>('.base');
    if (!base || base.querySelector('[part~=retry]')) return;
    base.tabIndex = -1;
    base.focus();
  };
  const note = html`<div class=${stale ? 'note' : 'note error'} part=${stale ? 'stale' : 'error'}>
    <p>${message}</p>
    <button
      class="button"
      part="button retry"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${retry}
    >
      ${say('retry')}
    </button>
  </div>`;
  return stale ? note : html`<slot name="error">${note}</slot>`;
}
