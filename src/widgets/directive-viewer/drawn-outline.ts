import { proceed, type Steps } from '../../text/steps.js';
import { make } from './make.js';
import type { Entry } from './outline-nav.js';
import type { ShownDocument } from './shown-document.js';

/** In an outline of more entries the browser passes over those that are far from the window. */
const LONG = 100;

const count = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { children }) => sum + 1 + count(children), 0);
const anyDerived = (entries: readonly Entry[]): boolean =>
  entries.some(({ derived, children }) => derived || anyDerived(children));

/**
 * The entries of an outline, drawn step by step like the text beside it: a law has hundreds. Which of them is current is set by
 * `CurrentSection`: scrolling through a long law must not draw it anew.
 */
export class DrawnOutline {
  /** Grows while it is drawn. */
  readonly element = make('div', 'entries');
  /** Nothing is left to draw. */
  isWhole = false;
  readonly #steps: Steps<void>;
  readonly #isLong: boolean;
  /** The same for all but for its section and its name. */
  readonly #entry: HTMLElement;

  /** @param go - called with the id of the section that the reader chose */
  constructor(entries: readonly Entry[], { say, contentLanguage }: ShownDocument, go: (id: string) => void) {
    this.#isLong = count(entries) > LONG;
    const name = make('span', '', contentLanguage ? { lang: contentLanguage } : {});
    this.#entry = make('button', 'entry', { type: 'button', part: 'outline-entry' }, name);
    this.#steps = this.#all(entries, say);
    // One listener for hundreds.
    this.element.addEventListener('click', ({ target }) => {
      const id = (target as Element).closest<HTMLElement>('.entry')?.dataset['section'];
      if (id !== undefined) go(id);
    });
  }

  /**
   * Goes on, entry by entry.
   *
   * @param enough - asked after each
   * @returns whether nothing is left to draw
   */
  draw(enough: () => boolean): boolean {
    return (this.isWhole = proceed(this.#steps, enough));
  }

  *#all(entries: readonly Entry[], say: ShownDocument['say']): Steps<void> {
    const derived = ` (${say('derived')})`;
    const list = make('ol', '', { role: 'list' });
    this.element.append(list);
    yield* this.#list(list, entries, derived, true);
    if (anyDerived(entries)) this.element.append(make('p', 'derived-note', {}, say('derived-note')));
  }

  *#list(list: Element, entries: readonly Entry[], derivedName: string, isTop: boolean): Steps<void> {
    for (const { id, name, derived, children } of entries) {
      const entry = this.#entry.cloneNode(true) as HTMLElement;
      entry.dataset['section'] = id;
      entry.firstElementChild?.append(name);
      if (derived) {
        entry.classList.add('derived');
        entry.append(make('span', 'visually-hidden', {}, derivedName));
      }
      const item = make('li', '', {}, entry);
      if (this.#isLong && (isTop || children.length > 0)) {
        item.className = 'group';
        item.style.containIntrinsicBlockSize = `auto ${((1 + count(children)) * 2.1).toFixed(1)}em`;
      }
      list.append(item);
      yield;
      if (children.length === 0) continue;
      const inner = make('ol', '', { role: 'list' });
      item.append(inner);
      yield* this.#list(inner, children, derivedName, false);
    }
  }
}
