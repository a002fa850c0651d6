/** Prints an open document alone, in the form of NĐ 30/2020/NĐ-CP: a frame of its own, so that the page around stays out. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { titleOf } from '../../feed/title.js';
import { parseDocumentNumber } from '../../text/document-number.js';
import { isCapitals } from '../../text/labels.js';
import { nameKey } from '../../text/letterhead.js';
import type { OutlineBlock, OutlinedDocument, OutlinedSection } from '../../text/outline.js';
import { STARTS_WITH_KIND } from '../../text/title.js';
import { numberOf } from './number-of.js';
import { drawBlock, drawWords, picturesOf } from './print-blocks.js';
import { drawEnding, ownEnding, postersOf, type OwnEnding } from './print-ending.js';
import { drawHead, headOf, ownHead, type Head, type OwnHead } from './print-head.js';
import { fitTables } from './print-tables.js';
import { printStyles } from './print.styles.js';
import type { ShownDocument } from './shown-document.js';
import { longDate } from './wording.js';

/** How long pictures may keep the printer waiting, in milliseconds: some server never answers. */
const PICTURES_MS = 4000;

/** The paper is Vietnamese, whatever language the page speaks. */
const inVietnamese = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  key === 'long-date' ? `ngày ${values['day']} tháng ${values['month']} năm ${values['year']}` : '';

/** What the feed's data say of the head. */
function knownHead({ item, feed }: ShownDocument): Head {
  const { organ, place, issuedDate } = item._civic?.directive ?? {};
  const number = numberOf(item);
  return {
    isParty: number !== undefined && parseDocumentNumber(number)?.form === 'party',
    organs: [organ?.parent?.name, organ?.name].filter((name) => name !== undefined),
    number: number && `Số: ${number}`,
    subject: [],
    place,
    date: issuedDate && longDate(issuedDate, { feed, language: 'vi', say: inVietnamese }),
  };
}

interface Title {
  /** "QUYẾT ĐỊNH" above what it is about, also where the title says both. */
  readonly type?: string | undefined;
  readonly lines: readonly string[];
}

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The item's title and that of the text, once where both say the same. */
function titleFor({ item }: ShownDocument, { title: own }: OwnHead): Title {
  const { typeName } = item._civic?.directive ?? {};
  const text = titleOf(item);
  const [first = '', ...more] = own?.blocks.map((block) => block.text.normalize()) ?? [];
  // A kind on a line of its own: this is how the document itself writes it.
  if (more.length > 0 && STARTS_WITH_KIND.exec(first)?.[0] === first) return { type: first, lines: more };
  const kind = typeName ?? STARTS_WITH_KIND.exec(text.normalize())?.[0];
  const fits = kind && text.normalize().toLocaleLowerCase('vi').startsWith(kind.normalize().toLocaleLowerCase('vi'));
  const rest = fits ? text.normalize().slice(kind.normalize().length).trim() : text;
  const isRepeated = !own || [text, rest, kind ?? ''].some((one) => nameKey(one) === nameKey(own.text));
  return { type: kind, lines: [upperFirst(rest), ...(isRepeated ? [] : [first, ...more])].filter(Boolean) };
}

function drawTitle({ type, lines }: Title): TemplateResult {
  return html`<div class="title">
    ${type ? html`<p class="type">${type}</p>` : nothing}${lines.map((line) => html`<p>${line}</p>`)}
    <div class="rule"></div>
  </div>`;
}

/** A công văn has no title: what it is about stands below its number. */
function isLetter(type: string | undefined): boolean {
  return type !== undefined && nameKey(type) === nameKey('Công văn');
}

/** Paragraphs above the first section that have a form of their own. */
function kindOf(text: string): string {
  const written = text.normalize();
  if (/^\((?:Ban hành )?kèm theo/iu.test(written)) return 'reference';
  if (/^(?:Căn cứ|Xét|Theo đề nghị|Theo tờ trình)(?!\p{L})/iu.test(written)) return 'basis';
  return isCapitals(written) ? 'capitals' : '';
}

const drawFirst = (block: OutlineBlock) => drawBlock(block, kindOf(block.text));

function drawSection(section: OutlinedSection, own: OwnEnding): TemplateResult {
  const { level, blocks, headingBlocks, children, marker } = section;
  const [first, ...more] = blocks.slice(headingBlocks).filter((block) => !own.taken.has(block));
  // "Điều 1." is bold, whether it has a heading or not.
  const number = headingBlocks === 0 && level === 'article' ? marker : '';
  return html`${
    headingBlocks > 0
      ? html`<h2 class=${level}>${blocks.slice(0, headingBlocks).map((block) => html`<span>${drawWords(block)} </span>`)}</h2>
`
      : nothing
  }${first ? drawBlock(first, number && level, number) : nothing}${more.map((block) => drawBlock(block))}${children.map(
    (child) => drawSection(child, own),
  )}`;
}

/** What stands between head and sign-off. */
function drawText({ sections, endMark }: OutlinedDocument, { preamble }: OwnHead, own: OwnEnding): TemplateResult {
  return html`${preamble.filter((block) => !own.taken.has(block)).map(drawFirst)}${sections.map((one) => drawSection(one, own))}${
    endMark && !own.mark ? html`<p class="end-mark">${endMark.glued ? '' : ' '}${endMark.text}</p>` : nothing
  }`;
}

/** Lines above the title that are in no form, and pictures. */
function drawRest({ read, blocks }: OwnHead): unknown {
  if (!read) return blocks.map(drawFirst);
  return [...blocks.flatMap(picturesOf), ...read.rest.map((line) => html`<p class="rest">${line}</p>`)];
}

function drawAnnex(annex: OutlinedDocument): TemplateResult {
  const head = ownHead(annex);
  const ending = ownEnding(annex);
  const none: Head = { isParty: false, organs: [], subject: [] };
  return html`<div class="annex">
    ${head.read?.nation ? html`${drawHead(headOf(none, head.read))}${drawRest(head)}` : head.blocks.map(drawFirst)}
    ${head.title ? html`<div class="title">${head.title.blocks.map((block) => html`<p>${drawWords(block)}</p>`)}</div>` : nothing}
    ${drawText(annex, head, ending)}${drawEnding(ending)}
  </div>${annex.annexes.map(drawAnnex)}`;
}

/** The end mark belongs behind the last word, where it was written. */
function placeEndMarks(root: ParentNode): void {
  for (const mark of root.querySelectorAll('.end-mark')) {
    const before = mark.previousElementSibling;
    if (mark.localName !== 'p' || !before?.matches('p, .p, h2')) continue;
    before.append(mark.textContent);
    mark.remove();
  }
}

/** What is printed, as the content of a document's body. */
export function printedDocument(outlined: OutlinedDocument | undefined, shown: ShownDocument): TemplateResult {
  const { item } = shown;
  const { directive } = item._civic ?? {};
  const own: OwnHead = outlined ? ownHead(outlined) : { blocks: [], preamble: [] };
  const title = titleFor(shown, own);
  const about = title.lines.map((line) => `V/v ${line.replace(/^(?:V\/v|Về việc|Về)\s+/iu, '')}`);
  const known = { ...knownHead(shown), subject: isLetter(title.type) ? about : [] };
  const posters = postersOf(outlined, directive).map((name) => `Người đăng: ${name}`);
  const source = [...posters, ...(item.url ? [`Bản đăng web: ${item.url}`] : [])];
  const ending = outlined && ownEnding(outlined, directive?.signer?.fullName);
  return html`${drawHead(headOf(known, own.read))}${drawRest(own)}${isLetter(title.type) ? nothing : drawTitle(title)}${
    outlined && ending
      ? html`${drawText(outlined, own, ending)}${drawEnding(ending, directive)}${outlined.annexes.map(drawAnnex)}`
      : html`<p>${item.summary ?? ''}</p>`
  }${source.length > 0 ? html`<div class="source">${source.map((line) => html`<p>${line}</p>`)}</div>` : nothing}`;
}

/** Waits for pictures, as long as a reader does. Lazy ones would never come: nobody sees them in the frame. */
async function bringPictures(paper: Document): Promise<void> {
  const pictures = [...paper.images].map((picture) => {
    picture.loading = 'eager';
    return picture.decode().catch(() => undefined);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((done) => (timer = setTimeout(done, PICTURES_MS)));
  await Promise.race([Promise.all(pictures), enough]);
  clearTimeout(timer);
}

/** By a sheet made in script: a strict policy refuses a `<style>`, which is all there is before Firefox 101 and Safari 16.4. */
function dress(paper: Document, view: Window & typeof globalThis): void {
  if ('adoptedStyleSheets' in Document.prototype) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(printStyles);
    paper.adoptedStyleSheets = [sheet];
    return;
  }
  const style = document.createElement('style');
  // The one that Lit gives to its own, where the page has set it.
  const { litNonce } = window as { litNonce?: string };
  if (litNonce) style.setAttribute('nonce', litNonce);
  style.textContent = printStyles;
  paper.head.append(style);
}

/** Writes the document into a frame nobody sees and prints that. */
export async function printDocument(
  outlined: OutlinedDocument | undefined,
  shown: ShownDocument,
  near: ParentNode,
): Promise<void> {
  // A reader who does not want to wait for pictures presses the button again.
  near.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden print-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  near.append(frame);
  const paper = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!paper || !view) return;
  paper.documentElement.lang = shown.contentLanguage ?? 'vi';
  paper.title = titleOf(shown.item);
  dress(paper, view);
  render(printedDocument(outlined, shown), paper.body);
  placeEndMarks(paper.body);
  await bringPictures(paper);
  // Another one took its place meanwhile.
  if (!frame.isConnected) return;
  fitTables(paper);
  const remove = () => frame.remove();
  view.addEventListener('afterprint', remove);
  view.focus();
  view.print();
}
