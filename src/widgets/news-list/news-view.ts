import { html, type LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { DEFAULT_ZONE, parseDate } from '../../feed/dates.js';
import { dayIn } from '../../feed/days.js';
import { whenIdle } from '../../feed/idle.js';
import type { Feed, FeedItem } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import { resolveUrl } from '../../feed/url.js';
import { newsViewStrings } from '../../locales/news-view.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { controlStyles } from '../../look/control-styles.js';
import { formatDate } from '../../look/format.js';
import { NextBorder } from '../../look/next-border.js';
import type { Further } from '../further.js';
import { type Age, ageOf, sayAge } from './age.js';
import { latest } from './latest.js';
import { newsListStyles } from './news-list.styles.js';
import type { Ticker, TickerHost } from './ticker.js';

/** What the page asks of a news list, and how its widget speaks. */
export interface NewsWishes {
  readonly layout: string;
  /** Whether items stand below the days on which they appeared. */
  readonly byDay: boolean;
  /** Days for which an item counts as new; 0 marks none. */
  readonly newDays: number;
  /** Where all news is to be found, as the page wrote it. */
  readonly allUrl: string | null | undefined;
  /** How many at most; 0 is all, and the feed's further pages when the reader asks for them. */
  readonly limit: number;
  readonly language: Language;
  /** Level of a day's heading in the page's outline. */
  readonly level: number;
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>, words?: Wordings) => string;
  readonly more: () => Promise<void>;
}

interface Story {
  readonly item: FeedItem;
  readonly age: Age | undefined;
}

/** In two tasks: the first date of all, then the zone. */
async function firstQuestion(): Promise<void> {
  new Intl.DateTimeFormat('en-US').format(0);
  await new Promise((done) => setTimeout(done));
  dayIn(DEFAULT_ZONE, 0);
}

/** Draws news as a list or as a ticker, and keeps ages and marks true as time goes on. */
export class NewsView {
  static readonly styles = [controlStyles, newsListStyles];

  readonly #host: TickerHost;
  readonly #border: NextBorder;
  #words: Wordings | undefined;
  /** What makes it run comes only to a page that has a ticker. */
  #ticker: Promise<void> | Ticker | undefined;
  #further: Promise<void> | Further | undefined;

  constructor(host: LitElement & TickerHost) {
    this.#host = host;
    this.#border = new NextBorder(host);
    // The first question about a zone takes a browser longer than all that follow: asked while the feed is under way.
    whenIdle(firstQuestion);
  }

  /** Whether its words are there; where they are still under way, the host is asked to update when they have come. */
  speaks(language: Language): boolean {
    this.#words = wordings(newsViewStrings, language, () => this.#host.requestUpdate());
    return this.#words !== undefined;
  }

  /** @param items - those of the feed that the page did not narrow out */
  render(items: readonly FeedItem[], feed: Feed, wishes: NewsWishes): unknown {
    const now = Date.now();
    const zone = feed._civic.timezone;
    const stories = latest(items, wishes.limit, zone).map((item): Story => {
      const span = parseDate(item.date_published ?? '', zone);
      return { item, age: span && ageOf(span, zone, now) };
    });
    const isTicker = wishes.layout === 'ticker';
    const changes = stories.filter(
      ({ age }) => age && (age.said !== undefined || age.days < Math.max(1, wishes.newDays)),
    );
    this.#border.wait(Math.min(Infinity, ...changes.map(({ age }) => age?.until ?? Infinity)));
    if (isTicker) return this.#renderTicker(stories, feed, wishes);
    return html`${wishes.byDay ? this.#renderDays(stories, feed, wishes) : this.#renderList(stories, feed, wishes)}
    ${!(wishes.limit > 0) && feed.next_url !== undefined ? this.#renderFurther(wishes) : nothing}
    ${this.#renderAll(wishes)}`;
  }

  #renderTicker(stories: readonly Story[], feed: Feed, wishes: NewsWishes) {
    this.#ticker ??= import('./ticker.js').then(({ Ticker }) => {
      this.#ticker = new Ticker(this.#host, (key) => wishes.text(key, {}, this.#words));
      this.#host.requestUpdate();
    });
    const button = 'renderButton' in this.#ticker ? this.#ticker.renderButton() : undefined;
    return html`<div class="ticker" part="ticker">
      ${button ?? html`<span class="button icon-button"></span>`}
      <div class="window" tabindex="-1">
        <ul class="track" part="list" role="list">${stories.map((story) => this.#renderItem(story, feed, wishes))}</ul>
      </div>
    </div>`;
  }

  #renderList(stories: readonly Story[], feed: Feed, wishes: NewsWishes) {
    return html`<ul class="list" part="list" role="list">
      ${stories.map((story) => keyed(story.item.id, this.#renderItem(story, feed, wishes)))}
    </ul>`;
  }

  /** A heading for each day, "hôm nay" and "hôm qua" among them; what has no day stands below all others. */
  #renderDays(stories: readonly Story[], feed: Feed, wishes: NewsWishes) {
    const days = new Map<number | undefined, Story[]>();
    for (const story of stories) {
      const those = days.get(story.age?.days);
      if (those) those.push(story);
      else days.set(story.age?.days, [story]);
    }
    return [...days].map(
      ([day, those]) =>
        html`<div class="day" part="day" role="heading" aria-level=${wishes.level}>
            ${this.#dayName(day, those[0]?.item.date_published, feed, wishes)}
          </div>
          ${this.#renderList(those, feed, wishes)}`,
    );
  }

  #dayName(day: number | undefined, date: string | undefined, feed: Feed, { language, text }: NewsWishes): string {
    if (day === undefined || date === undefined) return text('no-date', {}, this.#words);
    const shown = formatDate(date, language, feed._civic.timezone);
    return day === 0 || day === 1 ? `${sayAge({ value: -day || 0, unit: 'day' }, language)}, ${shown}` : shown;
  }

  #renderItem({ item, age }: Story, feed: Feed, wishes: NewsWishes) {
    const isTicker = wishes.layout === 'ticker';
    const spoken = item.language ?? feed.language;
    const picture = isTicker ? undefined : item.image;
    const isNew = age !== undefined && age.days >= 0 && age.days < wishes.newDays;
    return html`<li class=${picture ? 'item with-image' : 'item'} part="item" lang=${spoken ?? nothing}>
      ${
        picture
          ? html`<img class="image" part="image" src=${picture} alt="" loading="lazy" decoding="async" />`
          : nothing
      }
      <div class="words">
        ${isNew ? html`<span class="new" part="new" lang=${wishes.language}>${wishes.text('new', {}, this.#words)}</span>` : nothing}${renderTitle(item)}${renderDate(item, feed, age, wishes)}
      </div>
    </li>`;
  }

  #renderFurther({ language, more }: NewsWishes) {
    this.#further ??= import('../further.js').then(({ Further }) => {
      this.#further = new Further(this.#host, more, '.title');
      this.#host.requestUpdate();
    });
    return 'render' in this.#further ? this.#further.render(language) : nothing;
  }

  #renderAll({ allUrl, text }: NewsWishes) {
    const url = allUrl ? resolveUrl(allUrl, this.#host.ownerDocument.baseURI) : undefined;
    return url ? html`<a class="all" part="all" href=${url}>${text('all', {}, this.#words)}</a>` : nothing;
  }
}

function renderTitle(item: FeedItem) {
  const url = item.url ?? item.external_url;
  return url
    ? html`<a class="title" part="title" href=${url}>${titleOf(item)}</a>`
    : html`<span class="title" part="title">${titleOf(item)}</span>`;
}

/** The date, and behind it how long ago that is. */
function renderDate(item: FeedItem, feed: Feed, age: Age | undefined, { language }: NewsWishes) {
  const published = item.date_published;
  if (published === undefined) return nothing;
  const date = html`<time part="date" datetime=${published.trim().replace(' ', 'T')}
    >${formatDate(published, language, feed._civic.timezone)}</time
  >`;
  const said = age?.said && sayAge(age.said, language);
  return html`<span class="date" lang=${language}
    >${date}${said ? html`<span class="age" part="age">${said}</span>` : nothing}</span
  >`;
}
