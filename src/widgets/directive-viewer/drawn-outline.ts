import { proceed, type Steps } from '../../text/steps.js';
import { make } from './make.js';
import type { Entry } from './outline-nav.js';
import type { ShownDocument } from './shown-document.js';

/** In an outline of more entries the browser passes over those that are far from the window. */
const LONG = 100;

/** At all levels, as far as they are open. */
export const countEntries = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { children }) => sum + 1 + countEntries(children), 0);

/**
 * The entries of an outline, drawn step by step like the text beside it: a law has hundreds. Which of them is current is set by
 * `CurrentSection`: scrolling through a long law must not draw it anew.
 */
export class DrawnOutline {
  /** Grows while it is drawn. */
  readonly element = make('div', 'entries');
  /** All entries are there. */
  isWhole = false;
  readonly #steps: Steps<void>;
  /** Puts in what unfolds an entry: in a long outline after the text, which the reader waits for. */
  readonly #later: (() => void)[] = [];
  readonly #isLong: boolean;
  /** The same for all but for its section and its name: an item of the list with the entry in it. */
  readonly #item: HTMLElement;
  /** The same for all but for what it is called. */
  readonly #unfold = make('button', 'unfold', { type: 'button', 'aria-expanded': 'false' });
  readonly #folded = new WeakMap<Element, () => readonly Entry[]>();
  readonly #say: ShownDocument['say'];
  #isNoted = false;

  /**
   * @param go - called with the id of the section that the reader chose
   * @param unfolded - called when there are more entries than before, or fewer
   */
  constructor(
    entries: readonly Entry[],
    { say, contentLanguage }: ShownDocument,
    go: (id: string) => void,
    unfolded: () => void,
  ) {
    this.#say = say;
    this.#isLong = countEntries(entries) > LONG;
    const name = make('span', '', contentLanguage ? { lang: contentLanguage } : {});
    this.#item = make('li', '', {}, make('button', 'entry', { type: 'button', part: 'outline-entry' }, name));
    this.#steps = this.#all(entries);
    // One listener for hundreds.
    this.element.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('button');
      const id = button?.dataset['section'];
      if (id !== undefined) go(id);
      else if (button && this.#toggle(button)) unfolded();
    });
  }

  /**
   * Goes on, entry by entry.
   *
   * @param enough - asked after each
   * @returns whether all are there
   */
  draw(enough: () => boolean): boolean {
    return (this.isWhole ||= proceed(this.#steps, enough));
  }

  /** Goes on with what unfolds the entries, in the same way. */
  complete(enough: () => boolean): void {
    do this.#later.shift()?.();
    while (!this.isComplete && !enough());
  }

  /** Whether nothing is left to put in. */
  get isComplete(): boolean {
    return this.isWhole && this.#later.length === 0;
  }

  *#all(entries: readonly Entry[]): Steps<void> {
    yield* this.#list(this.element, entries, true);
  }

  /** Shows what is below an entry, or no longer; false where the button does neither. */
  #toggle(button: Element): boolean {
    const entries = this.#folded.get(button)?.();
    if (!entries) return false;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    const { parentElement: item } = button;
    if (isOpen) item?.lastElementChild?.remove();
    else if (item) proceed(this.#list(item, entries, false), () => false);
    return true;
  }

  #unfoldOf(name: string, folded: () => readonly Entry[]): Element {
    const made = this.#unfold.cloneNode() as HTMLElement;
    made.setAttribute('aria-label', this.#say('unfold', { name }));
    this.#folded.set(made, folded);
    return made;
  }

  *#list(parent: Element, entries: readonly Entry[], isTop: boolean): Steps<void> {
    const list = make('ol', '', { role: 'list' });
    // At the top there may be the note below it.
    if (isTop) parent.prepend(list);
    else parent.append(list);
    for (const { id, name, derived, children, folded } of entries) {
      const item = this.#item.cloneNode(true) as HTMLElement;
      const entry = item.firstElementChild as HTMLElement;
      entry.setAttribute('data-section', id);
      entry.firstElementChild?.append(name);
      if (derived) {
        entry.classList.add('derived');
        entry.append(make('span', 'visually-hidden', {}, ` (${this.#say('derived')})`));
        if (!this.#isNoted) this.element.append(make('p', 'derived-note', {}, this.#say('derived-note')));
        this.#isNoted = true;
      }
      const isGroup = this.#isLong && (isTop || children.length > 0);
      if (isGroup) {
        item.className = 'group';
        item.style.containIntrinsicBlockSize = `auto ${((1 + countEntries(children)) * 2.1).toFixed(1)}em`;
      }
      if (folded) {
        // Has the room for it from the beginning.
        item.className += ' foldable';
        const put = () => entry.after(this.#unfoldOf(name, folded));
        if (this.#isLong && !this.isWhole) this.#later.push(put);
        else put();
      }
      list.append(item);
      yield;
      if (children.length > 0) yield* this.#list(item, children, false);
    }
  }
}
