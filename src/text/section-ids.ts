import { foldQuery } from './fold.js';
import type { Marker, MarkerScheme } from './markers.js';

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

/** Ids of headings are cut at a word where they are longer. */
const LONGEST = 60;

/**
 * Gives every section of one document a readable id of its own: of its number, or of the words of a heading without one,
 * "Ghi chú về mẫu" → `muc-ghi-chu-ve-mau`.
 *
 * @param prefix stands before every id: empty, or an annex's `phu-luc-1-`
 */
export function sectionIds(prefix: string): (of: Marker | string, parentId: string | undefined) => string {
  /** How often an id has been wanted. */
  const wanted = new Map<string, number>();

  const unique = (id: string): string => {
    if (!wanted.has(id)) {
      wanted.set(id, 0);
      return id;
    }
    let times = wanted.get(id) ?? 0;
    let free = id;
    while (wanted.has(free)) {
      times += 1;
      free = `${id}_${times + 1}`;
    }
    wanted.set(id, times);
    wanted.set(free, 0);
    return free;
  };

  return (of, parentId) => {
    if (typeof of === 'string') return unique(prefix + headingSlug(of));
    const own = `${WORDS[of.scheme]}-${numberSlug(of)}`;
    const short = prefix + own;
    const long = parentId === undefined ? short : `${parentId}-${own}`;
    return unique(GLOBAL.has(of.scheme) && !wanted.has(short) ? short : long);
  };
}

function numberSlug({ level, scheme, number, value, inserted }: Marker): string {
  const isLetter = level === 'point' || scheme === 'capital';
  return isLetter ? letterSlug(number) : `${value}${letterSlug(inserted)}`;
}

/** đ is "dd" in an id, so that it stays apart from d. */
function letterSlug(letter: string): string {
  const small = letter.toLowerCase();
  return small === 'đ' ? 'dd' : small;
}

function headingSlug(text: string): string {
  let slug = foldQuery(text)
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length > LONGEST) slug = slug.slice(0, LONGEST).replace(/-[^-]*$/, '');
  return ['muc', slug].filter(Boolean).join('-');
}
