import { html, type LitElement, nothing } from 'lit';
import type { Feed } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import { resolveUrl } from '../../feed/url.js';
import { foldFast } from '../../text/fold.js';
import type { Text } from './period.js';
import type { Entry } from './timetable.js';

/** What a calendar file is called, whatever a title holds: letters and digits of ASCII, as every system takes them. */
function fileNameOf(title: string): string {
  const words = foldFast(title).match(/[a-z0-9]+/g) ?? [];
  return `${words.join('-').slice(0, 60).replace(/-$/, '') || 'civic-widgets'}.ics`;
}

/** The feed's own address, to which any feed reader can subscribe; undefined for several feeds in one list. */
export function feedAddress(host: HTMLElement & { src?: string | null | undefined }, feed: Feed): string | undefined {
  const src = (host.src ?? host.closest('civic-feed')?.getAttribute('src') ?? '').trim();
  if (/\s/.test(src)) return undefined;
  return feed.feed_url ?? (src ? resolveUrl(src, host.ownerDocument.baseURI, 'resource') : undefined);
}

const isDated = ({ start, end }: Entry) => start > -Infinity || end < Infinity;

/** What the button says after it was pressed. */
type Outcome = 'calendar-made' | 'calendar-failed';

/** Gives campaigns to the reader's calendar, as a file. What writes it comes when it is asked for. */
export class AddToCalendar {
  readonly #host: LitElement & { src?: string | null | undefined };
  /** By what was asked for: an item's id, or empty for the whole list. */
  readonly #outcomes = new Map<string, Outcome>();

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** A button for one campaign, or for a list; nothing where none has a date. */
  render(entries: readonly Entry[], feed: Feed, key: string, language: string, text: Text): unknown {
    const dated = entries.filter(isDated);
    if (dated.length === 0) return nothing;
    const outcome = this.#outcomes.get(key);
    return html`<button
        class="button"
        part="button"
        type="button"
        @click=${() => void this.#add(dated, feed, key, language, text)}
      >
        ${key ? text('add-to-calendar') : text('add-all', { count: dated.length })}</button
      ><span class="said" role="status">${outcome ? text(outcome) : nothing}</span>`;
  }

  async #add(entries: readonly Entry[], feed: Feed, key: string, language: string, text: Text): Promise<void> {
    this.#outcomes.delete(key);
    this.#host.requestUpdate();
    const [only] = entries;
    const name = key && only ? titleOf(only.item) : feed.title;
    const address = feedAddress(this.#host, feed) ?? location.href;
    try {
      const { calendarOf, download } = await import('./calendar-file.js');
      const content = calendarOf(
        entries.map(({ item }) => item),
        { name, zone: feed._civic.timezone, host: new URL(address).host, language, text, now: Date.now() },
      );
      download(content, fileNameOf(name));
      this.#outcomes.set(key, 'calendar-made');
    } catch {
      this.#outcomes.set(key, 'calendar-failed');
    }
    this.#host.requestUpdate();
  }
}
