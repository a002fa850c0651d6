/** The head of a printed document: what its data say and what its own letterhead says, each once. */
import { html, nothing, type TemplateResult } from 'lit';
import { isCapitals } from '../../text/labels.js';
import { nameKey, readLetterhead, type Letterhead } from '../../text/letterhead.js';
import type { DocumentTitle, OutlineBlock, OutlinedDocument } from '../../text/outline.js';
import { STARTS_WITH_KIND } from '../../text/title.js';
import { linesOf } from './print-blocks.js';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';

/** Lines among which a letterhead is looked for where no title ends it. */
const LETTERHEAD_LINES = 15;

/** What a head shows. */
export interface Head {
  readonly isParty: boolean;
  /** The last is the organ itself. */
  readonly organs: readonly string[];
  readonly number?: string | undefined;
  /** What a công văn is about. */
  readonly subject: readonly string[];
  readonly place?: string | undefined;
  readonly date?: string | undefined;
}

const digitsOf = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).join();

/** A number or a day that was never filled in, "Số:    /QĐ-MAU": most web copies are of the draft. */
const isBlank = (text: string) => !/\d/.test(text.split('/')[0] ?? '');

/**
 * The text is the document, and its data are about it: where the two differ, what the document says of itself is printed.
 * What it does not say, or leaves blank, comes from the data.
 */
export function headOf(known: Head, own: Letterhead | undefined): Head {
  if (!own) return known;
  const said = nameKey(known.organs.join(''));
  const hasOrgans = own.organs.some((line) => !said.includes(nameKey(line)));
  const isDay = own.date !== undefined && digitsOf(own.date).split(',').length === 3;
  const isSameDay = digitsOf(own.date ?? '') === digitsOf(known.date ?? '');
  return {
    isParty: own.nation === undefined ? known.isParty : own.nation === 'party',
    organs: hasOrgans ? own.organs : known.organs,
    number: own.number && (!known.number || !isBlank(own.number)) ? own.number : known.number,
    subject: own.subject.length > 0 ? own.subject : known.subject,
    place: own.place ?? known.place,
    date: own.date && !isSameDay && (isDay || !known.date) ? own.date : known.date,
  };
}

/** Parts of an organ's name that are no organ yet: what follows them belongs to the name. */
const OPEN_NAMES: readonly string[] = ['ỦY BAN NHÂN DÂN', 'HỘI ĐỒNG NHÂN DÂN'].map(nameKey);

/** The two columns at the top of the first page. */
export function drawHead({ isParty, organs, number, subject, place, date }: Head): TemplateResult {
  const last = organs.length - 1;
  return html`<div class="head">
    <div>
      ${organs.map((organ, index) => html`<p class=${index === last || OPEN_NAMES.includes(nameKey(organ)) ? 'organ' : 'parent'}>${organ}</p>`)}
      ${last < 0 ? nothing : html`<div class="rule"></div>`}
    </div>
    <div>
      <p class="nation">${isParty ? PARTY : NATION}</p>
      ${isParty ? nothing : html`<p class="motto">${MOTTO}</p>`}
      <div class="rule"></div>
    </div>
    <div>
      ${number ? html`<p>${number}</p>` : nothing}
      ${subject.map((line) => html`<p class="subject">${line}</p>`)}
    </div>
    <p class="place">${[place, date].filter(Boolean).join(', ')}</p>
  </div>`;
}

/** The own letterhead of a text. */
export interface OwnHead {
  /** Absent where what stands above the title is none. */
  readonly read?: Letterhead;
  /** Absent where it was the letterhead's first line. */
  readonly title?: DocumentTitle;
  readonly blocks: readonly OutlineBlock[];
  /** What follows. */
  readonly preamble: readonly OutlineBlock[];
}

const read = (blocks: readonly OutlineBlock[]) => readLetterhead(blocks.flatMap(linesOf));

/** Finds the letterhead: without a title to end it, the outline takes it for the beginning of the text. */
export function ownHead({ letterhead, title, preamble }: OutlinedDocument): OwnHead {
  const known = read(letterhead);
  if (letterhead.length > 0)
    return { ...(known && { read: known }), ...(title && { title }), blocks: letterhead, preamble };
  // Its first line may be taken for a title: an organ's name is in capitals, too.
  const swallowed =
    title && isCapitals(title.text) && !STARTS_WITH_KIND.test(title.text.normalize()) ? title.blocks : [];
  const lines = [...swallowed, ...preamble];
  const first = lines.slice(0, LETTERHEAD_LINES);
  // A text may begin with a date or a number; with the motto only a letterhead does.
  if (!read(first)?.nation) return { ...(title && { title }), blocks: [], preamble };
  let end = first.reduce((last, block, index) => (read([block]) ? index + 1 : last), 0);
  while (/^V\/v(?!\p{L})/iu.test(lines[end]?.text ?? '')) end += 1;
  const blocks = lines.slice(0, end);
  const found = read(blocks);
  return {
    ...(found && { read: found }),
    ...(title && swallowed.length === 0 && { title }),
    blocks,
    preamble: lines.slice(end),
  };
}
