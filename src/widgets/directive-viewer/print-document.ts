/** Prints an open document alone, in the form of NĐ 30/2020/NĐ-CP: a frame of its own, so that the page around stays out. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { titleOf } from '../../feed/title.js';
import { parseDocumentNumber } from '../../text/document-number.js';
import type { OutlineBlock, OutlinedDocument, OutlinedSection } from '../../text/outline.js';
import { numberOf } from './number-of.js';
import { printStyles } from './print.styles.js';
import type { ShownDocument } from './shown-document.js';
import { longDate } from './wording.js';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';

/** The paper is Vietnamese, whatever language the page speaks. */
const inVietnamese = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  key === 'long-date' ? `ngày ${values['day']} tháng ${values['month']} năm ${values['year']}` : '';

function head({ item, feed }: ShownDocument): TemplateResult {
  const { organ, place, issuedDate } = item._civic?.directive ?? {};
  const number = numberOf(item);
  const isParty = number !== undefined && parseDocumentNumber(number)?.form === 'party';
  const date = issuedDate && longDate(issuedDate, { feed, language: 'vi', say: inVietnamese });
  return html`<div class="head">
    <div>
      ${organ?.parent ? html`<p class="parent">${organ.parent.name}</p>` : nothing}
      ${organ ? html`<p class="organ">${organ.name}</p><div class="rule"></div>` : nothing}
    </div>
    <div>
      <p class="nation">${isParty ? PARTY : NATION}</p>
      ${isParty ? nothing : html`<p class="motto">${MOTTO}</p>`}
      <div class="rule"></div>
    </div>
    <p>${number ? `Số: ${number}` : nothing}</p>
    <p class="place">${[place, date].filter(Boolean).join(', ')}</p>
  </div>`;
}

/** "QUYẾT ĐỊNH" above what it is about, also where the title says both. */
function title({ item }: ShownDocument): TemplateResult {
  const { typeName } = item._civic?.directive ?? {};
  const text = titleOf(item);
  const fits = typeName && text.toLocaleLowerCase('vi').startsWith(typeName.toLocaleLowerCase('vi'));
  const rest = fits ? text.slice(typeName.length).trim() : text;
  return html`<div class="title">
    ${typeName ? html`<p class="type">${typeName}</p>` : nothing}
    <p>${rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)}</p>
    <div class="rule"></div>
  </div>`;
}

function block(one: OutlineBlock): unknown {
  if (one.kind === 'text')
    return html`<p>${one.text}</p>
`;
  // A copy, made for the other document: the one on the screen stays where it is.
  return one.node.cloneNode(true);
}

function section({ level, blocks, headingBlocks, children }: OutlinedSection): TemplateResult {
  return html`${
    headingBlocks > 0
      ? html`<h2 class=${level}>${blocks.slice(0, headingBlocks).map(({ text }) => html`<span>${text} </span>`)}</h2>
`
      : nothing
  }${blocks.slice(headingBlocks).map(block)}${children.map(section)}`;
}

function ending({ signOff }: OutlinedDocument, { item }: ShownDocument): TemplateResult {
  const { signer, recipients = [] } = item._civic?.directive ?? {};
  const written = (kind: string) => signOff.filter((line) => line.kind === kind).map(({ text }) => text);
  const to =
    written('recipients').length > 0 ? written('recipients') : ['Nơi nhận:', ...recipients.map((one) => `- ${one};`)];
  const known = [signer?.authority, signer?.position, signer?.fullName].filter(Boolean);
  const signed = written('signature');
  const sign = signed.length > 0 ? signed : known;
  return html`<div class="end">
      <div class="to">
        ${to.length > 1 ? to.map((line, index) => (index === 0 ? html`<p><b>${line}</b></p>` : html`<p>${line}</p>`)) : nothing}
      </div>
      <div class="sign">
        ${sign.map((line, index) => html`<p class=${index > 0 && index === sign.length - 1 ? 'name' : nothing}>${line}</p>`)}
      </div>
    </div>
    ${signOff.filter(({ kind }) => kind === 'other').map((line) => block(line.block))}`;
}

function body(outlined: OutlinedDocument, isAnnex: boolean, repeated: boolean): TemplateResult {
  const { letterhead, preamble, sections, endMark, annexes } = outlined;
  return html`${isAnnex ? letterhead.map(block) : nothing}${
    outlined.title && (isAnnex || !repeated)
      ? html`<div class="title">${outlined.title.blocks.map(({ text }) => html`<p>${text}</p>`)}</div>`
      : nothing
  }${preamble.map(block)}${sections.map(section)}${endMark ? html`<p>${endMark.text}</p>` : nothing}${annexes.map(
    (annex) =>
      html`<div class="annex">${body(annex, true, false)}${annex.signOff.map((line) => block(line.block))}</div>`,
  )}`;
}

/** The end mark belongs behind the last word, where it was glued to it. */
function withEndMark(root: ParentNode): void {
  const mark = [...root.querySelectorAll('p')].find(({ textContent }) => /^\.\s?\/\s?\.$/.test(textContent.trim()));
  const before = mark?.previousElementSibling;
  if (!mark || before?.localName !== 'p') return;
  before.append(mark.textContent);
  mark.remove();
}

/** What is printed, as the content of a document's body. */
export function printedDocument(outlined: OutlinedDocument | undefined, shown: ShownDocument): TemplateResult {
  const { item } = shown;
  const same = (text: string) => text.normalize().replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
  const repeated = outlined?.title !== undefined && same(outlined.title.text) === same(item.title ?? '');
  return html`${head(shown)}${title(shown)}${
    outlined ? html`${body(outlined, false, repeated)}${ending(outlined, shown)}` : html`<p>${item.summary ?? ''}</p>`
  }${item.url ? html`<p class="source">Bản đăng web: ${item.url}</p>` : nothing}`;
}

/** Writes the document into a frame nobody sees and prints that. */
export async function printDocument(
  outlined: OutlinedDocument | undefined,
  shown: ShownDocument,
  near: ParentNode,
): Promise<void> {
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
  // A sheet made in script: a strict policy refuses a `<style>`.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(printStyles);
  paper.adoptedStyleSheets = [sheet];
  render(printedDocument(outlined, shown), paper.body);
  withEndMark(paper.body);
  await Promise.all([...paper.images].map((image) => image.decode().catch(() => undefined)));
  const remove = () => frame.remove();
  view.addEventListener('afterprint', remove);
  view.focus();
  view.print();
}
