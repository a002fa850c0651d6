import { formatNumber } from './number.js';

/** A wording, with `{name}` where a value goes; where a number rules the form, one wording for each plural category. */
export type Wording = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The wordings of one language by key. */
export type Wordings<Key extends string = string> = Readonly<Record<Key, Wording>>;

/** The languages that are complete. */
export type Language = 'vi' | 'en';

/**
 * The wordings of one part of the library. Vietnamese is there at once, because nearly every page speaks it; English
 * is a file of its own that only English pages load.
 */
export interface StringTable<Key extends string = string> {
  readonly vi: Wordings<Key>;
  readonly en: () => Promise<Wordings<Key>>;
}

/** Makes a table whose languages must hold the same keys; the compiler refuses a missing one. */
export function defineStrings<Key extends string>(
  vi: Wordings<Key>,
  en: () => Promise<{ default: Wordings<NoInfer<Key>> }>,
): StringTable<Key> {
  return { vi, en: async () => (await en()).default };
}

/** What has been loaded, by table. */
const english = new Map<StringTable, Wordings>();

/**
 * The wordings of a table in a language, as soon as they are there.
 *
 * @param onLoad - called once they have come, when they were not there yet
 * @returns undefined as long as they are under way; Vietnamese when they cannot be had
 */
export function wordings(table: StringTable, language: Language, onLoad: () => void): Wordings | undefined {
  if (language === 'vi') return table.vi;
  const words = english.get(table);
  if (!words) {
    // Asking again while it is under way shares the module.
    void table
      .en()
      .catch(() => table.vi)
      .then((loaded) => {
        english.set(table, loaded);
        onLoad();
      });
  }
  return words;
}

/**
 * The language to speak for a BCP 47 tag: its own when it is complete, else Vietnamese, which these portals are in.
 */
export function languageFor(tag: string): Language {
  return /^en\b/i.test(tag) ? 'en' : 'vi';
}

/** All that CLDR knows of the two: Vietnamese never changes a word, English does for one. */
function formFor(wording: Wording, count: unknown, language: string): string {
  if (typeof wording === 'string') return wording;
  return (language === 'en' && count === 1 && wording.one) || wording.other;
}

/**
 * Fills a wording in. Values go in as text: what they hold is never read as markup or as another placeholder.
 *
 * @param wording - from a table, or the page's own
 * @param values - by placeholder; `count` also picks the plural form
 * @param language - rules numbers and plural forms
 */
export function fill(wording: Wording, values: Readonly<Record<string, string | number>>, language: string): string {
  // A map knows nothing of what every object has.
  const known = new Map(Object.entries(values));
  return formFor(wording, known.get('count'), language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = known.get(name);
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}
