import type { Marker, MarkerScheme } from './markers.js';
import { ordinalValue } from './numerals.js';

const WORDS: Readonly<Record<MarkerScheme, string>> = {
  part: 'phan',
  capital: 'phan',
  chapter: 'chuong',
  section: 'muc',
  roman: 'muc',
  subsection: 'tieu-muc',
  article: 'dieu',
  clause: 'khoan',
  subclause: 'khoan',
  point: 'diem',
};

/** Counted through the whole document, so that they need no parent in their id. */
const GLOBAL: ReadonlySet<MarkerScheme> = new Set(['part', 'chapter', 'article']);

/** Gives every section of one document a readable id of its own. */
export class SectionIds {
  readonly #taken = new Set<string>();
  readonly #repeats = new Map<string, number>();

  /** @param prefix stands before every id: empty, or an annex's `phu-luc-1-` */
  constructor(readonly prefix: string) {}

  next(marker: Marker, parentId: string | undefined): string {
    const own = `${WORDS[marker.scheme]}-${numberSlug(marker)}`;
    const short = this.prefix + own;
    const long = parentId === undefined ? short : `${parentId}-${own}`;
    const wanted = GLOBAL.has(marker.scheme) && !this.#taken.has(short) ? short : long;
    const id = this.#unique(wanted);
    this.#taken.add(id);
    return id;
  }

  #unique(wanted: string): string {
    if (!this.#taken.has(wanted)) return wanted;
    let count = this.#repeats.get(wanted) ?? 1;
    let id = wanted;
    while (this.#taken.has(id)) {
      count += 1;
      id = `${wanted}_${count}`;
    }
    this.#repeats.set(wanted, count);
    return id;
  }
}

function numberSlug({ scheme, path, value, inserted, number }: Marker): string {
  if (scheme === 'point') return letterSlug(number);
  if (scheme === 'capital') return letterSlug(number.toLowerCase());
  if (scheme === 'part' && ordinalValue(number) !== undefined) return String(value);
  if (scheme === 'subclause') return path.slice(-1).join('-');
  return `${value}${letterSlug(inserted.toLowerCase())}`;
}

/** đ is "dd" in an id, so that it stays apart from d. */
function letterSlug(letter: string): string {
  return letter.toLowerCase() === 'đ' ? 'dd' : letter;
}
