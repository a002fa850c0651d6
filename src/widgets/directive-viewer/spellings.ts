interface Writing {
  readonly text: string;
  readonly key: string;
}

/** Not all capitals, as on a letterhead, and not all small. */
const isProper = (text: string) => /^\p{Lu}/u.test(text) && text !== text.toUpperCase();

/** What different writings name, kept under one key and called by the writing that is used most. */
export class Spellings {
  readonly #keyOf: (text: string) => string;
  /** By what a feed says: ten thousand documents have few organs, and a key is costly. */
  readonly #known = new Map<string, Writing>();
  /** By key: how often each writing is used. */
  #used = new Map<string, Map<string, number>>();

  /** @param keyOf - the same for all writings of one name */
  constructor(keyOf: (text: string) => string) {
    this.#keyOf = keyOf;
  }

  /** The key of a writing, empty for one that says nothing. */
  keyOf(raw: string): string {
    return this.#writing(raw).key;
  }

  /** What {@link nameOf} answers is found out anew. */
  reset(): void {
    this.#used = new Map();
  }

  /** Another document is called so. */
  count(raw: string): void {
    const { text, key } = this.#writing(raw);
    let writings = this.#used.get(key);
    if (!writings) this.#used.set(key, (writings = new Map<string, number>()));
    writings.set(text, (writings.get(text) ?? 0) + 1);
  }

  /** The writing that is used most, of equals the first with proper capitals; undefined where none was counted. */
  nameOf(key: string): string | undefined {
    const writings = [...(this.#used.get(key) ?? [])];
    const most = Math.max(...writings.map(([, count]) => count));
    const equals = writings.flatMap(([text, count]) => (count === most ? [text] : []));
    return equals.find(isProper) ?? equals[0];
  }

  #writing(raw: string): Writing {
    let writing = this.#known.get(raw);
    if (!writing) {
      const text = raw.normalize().trim().replace(/\s+/g, ' ');
      this.#known.set(raw, (writing = { text, key: this.#keyOf(text) }));
    }
    return writing;
  }
}
