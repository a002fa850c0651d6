import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { queryVariants } from '../../text/abbreviations.js';
import { foldedOffsets, foldFast } from '../../text/fold.js';
import { inSlices, type Steps } from '../../text/steps.js';
import { icon, nextIcon, previousIcon } from '../../look/icons.js';
import { Marks } from './highlight.js';
import type { Say } from './shown-document.js';
import { type Paragraph, paragraphsOf, rangeOf, showRange } from './text-blocks.js';

const closeIcon = icon(
  'M18.3 5.7 12 12l6.3 6.3-1.4 1.4L10.6 13.4 4.3 19.7l-1.4-1.4L9.2 12 2.9 5.7l1.4-1.4 6.3 6.3 6.3-6.3z',
);

interface Prepared extends Paragraph {
  readonly folded: string;
  /** Back to its words; made when the first place in it is marked, since most paragraphs have none. */
  offsets?: ArrayLike<number>;
}
interface Match {
  readonly paragraph: Prepared;
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

/** One letter stands a hundred thousand times in a law: those around the current one are marked. */
const MOST_MARKS = 500;

function matchesIn(paragraph: Prepared, variants: readonly string[], matches: Match[]): void {
  const { folded } = paragraph;
  const found: Match[] = [];
  for (const variant of variants) {
    for (let at = folded.indexOf(variant); at >= 0; at = folded.indexOf(variant, at + variant.length)) {
      found.push({ paragraph, start: at, end: at + variant.length });
    }
  }
  if (variants.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  for (const match of found) {
    if (match.start < reached) continue;
    matches.push(match);
    reached = match.end;
  }
}

function rangeOfMatch({ paragraph, start, end }: Match): Range {
  const offsets = (paragraph.offsets ??= foldedOffsets(paragraph.text));
  return rangeOf(paragraph, offsets[start] ?? 0, offsets[end] ?? paragraph.text.length);
}

/** The search inside an open document. */
export class TextSearch {
  readonly #host: ReactiveControllerHost;
  readonly #onClose: () => void;
  readonly #found = new Marks('found');
  readonly #current = new Marks('current');
  #root: HTMLElement | undefined;
  /** Whether all of the text was there when it was prepared. */
  #isWhole = false;
  #prepared: Promise<readonly Prepared[]> | undefined;
  /** What is looked for, and what has been looked for already. */
  #query = '';
  #answered = '';
  #matches: readonly Match[] = [];
  #at = 0;
  #searching = 0;

  constructor(host: ReactiveControllerHost, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
  }

  /** Draws the field, the count and the ways to the other places. */
  render(say: Say): TemplateResult {
    const count = this.#matches.length;
    const step = (by: 1 | -1, key: string, sign: TemplateResult) =>
      html`<button
        class="button icon-button"
        part="button"
        type="button"
        aria-label=${say(key)}
        aria-disabled=${count === 0 ? 'true' : nothing}
        @click=${() => this.#go(by)}
      >${sign}</button>`;
    const said = count > 0 ? say('hit', { at: this.#at + 1, count }) : this.#answered ? say('no-hit') : nothing;
    return html`<div class="bar" part="bar" role="search" @keydown=${this.#onKey}>
      <input
        class="field"
        part="field"
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${say('search-text')}
        placeholder=${say('search-text')}
        @input=${(event: Event) => void this.search((event.target as HTMLInputElement).value)}
      />
      <span class="hits" role="status">${said}</span>
      ${step(-1, 'previous-hit', previousIcon)}${step(1, 'next-hit', nextIcon)}
      <button class="button icon-button" part="button" type="button" aria-label=${say('close')} @click=${this.#onClose}
      >${closeIcon}</button>
    </div>`;
  }

  /** After each drawing: the text may be another, or have grown. */
  updated(root: HTMLElement | null, isWhole = false): void {
    if (!root || (root === this.#root && isWhole === this.#isWhole)) return;
    this.#root = root;
    this.#isWhole = isWhole;
    this.#prepared = undefined;
    const at = this.#matches.length > 0 ? this.#at : undefined;
    this.#forget();
    if (this.#query) void this.search(this.#query, at);
  }

  stop(): void {
    this.#searching += 1;
    this.#forget();
    this.#root = this.#prepared = undefined;
    this.#query = this.#answered = '';
  }

  /**
   * Looks for a query, and shows the first place.
   *
   * @param at - the place that the reader has come to already, who is left where they are
   */
  async search(query: string, at?: number): Promise<void> {
    const turn = (this.#searching += 1);
    this.#query = query.trim();
    const root = this.#root;
    if (!root) return;
    this.#prepared ??= inSlices(this.#prepare(root));
    const paragraphs = await this.#prepared;
    // A later letter has been typed meanwhile.
    if (turn !== this.#searching) return;
    const variants = queryVariants(query);
    const matches: Match[] = [];
    if (variants.length > 0) for (const paragraph of paragraphs) matchesIn(paragraph, variants, matches);
    this.#answered = this.#query;
    this.#matches = matches;
    this.#at = Math.max(0, Math.min(at ?? 0, matches.length - 1));
    this.#mark(at === undefined);
    this.#host.requestUpdate();
  }

  *#prepare(root: Element): Steps<readonly Prepared[]> {
    const prepared: Prepared[] = [];
    for (const paragraph of paragraphsOf(root)) {
      prepared.push({ ...paragraph, folded: foldFast(paragraph.text) });
      yield;
    }
    return prepared;
  }

  #go(by: 1 | -1): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#at = (this.#at + by + count) % count;
    this.#mark();
    this.#host.requestUpdate();
  }

  #mark(shows = true): void {
    const root = this.#root;
    const current = this.#matches[this.#at];
    if (!root || !current) {
      this.#found.clear();
      this.#current.clear();
      return;
    }
    const from = Math.max(0, this.#at - MOST_MARKS / 2);
    const others = this.#matches.slice(from, from + MOST_MARKS).filter((match) => match !== current);
    const range = rangeOfMatch(current);
    this.#found.show(others.map(rangeOfMatch), root);
    this.#current.show([range], root);
    if (shows) showRange(range, root);
  }

  #forget(): void {
    this.#found.clear();
    this.#current.clear();
    this.#matches = [];
    this.#at = 0;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) this.#go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
}
