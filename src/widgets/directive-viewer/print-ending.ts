/** The end of a printed document: who gets it and who signed it, from its text or else from its data. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FeedItem } from '../../feed/schema.js';
import { isCapitals } from '../../text/labels.js';
import { nameKey } from '../../text/letterhead.js';
import type { OutlineBlock, OutlinedDocument, OutlinedSection, SignOffLine } from '../../text/outline.js';
import { allSections } from '../../text/plain-text.js';
import { readSignOff } from '../../text/sign-off.js';
import { drawBlock, drawWords, linesOf, picturesOf } from './print-blocks.js';

type Directive = NonNullable<NonNullable<FeedItem['_civic']>['directive']>;

/** The sign-off of a text. */
export interface OwnEnding {
  readonly lines: readonly SignOffLine[];
  /** Paragraphs of the sections that are printed here instead. */
  readonly taken: ReadonlySet<OutlineBlock>;
  /** "./." where it stands behind the last of these lines, with the space before it: it is printed there. */
  readonly mark: string;
  readonly hasRecipients: boolean;
  readonly hasSignature: boolean;
}

const LONGEST_LINE = 200;

const isTable = (block: OutlineBlock) => block.kind === 'node' && block.node.localName === 'table';

const read = (blocks: readonly OutlineBlock[]) =>
  readSignOff(blocks.map((block) => ({ text: block.text, block, whole: isTable(block) })));

/** Lines of a table, read as if they stood below each other. */
const linesIn = (block: OutlineBlock) => read(linesOf(block).map((text) => ({ kind: 'text', text: text.trim() })));

/** Whether a sign-off may begin here. The text of a document has positions too, but not in capitals. */
function begins(block: OutlineBlock, signer: string): boolean {
  if (isTable(block)) return linesIn(block).some((line) => isCertain(line, signer));
  return read([block]).some((line) => isCertain(line, signer));
}

function isCertain({ kind, text }: SignOffLine, signer: string): boolean {
  return kind === 'recipients' || (kind === 'signature' && isCapitals(text)) || isName(text, signer);
}

const isName = (text: string, name: string) => name !== '' && nameKey(text) === nameKey(name);

/**
 * Without an end mark before it, or with the mark behind the signer's name, the outline leaves the sign-off in the last
 * section; it goes on to the end, in short lines.
 */
function unmarked({ preamble, sections }: OutlinedDocument, signer: string): OutlineBlock[] {
  let last: OutlinedSection | undefined = sections[sections.length - 1];
  while (last && last.children.length > 0) last = last.children[last.children.length - 1];
  const blocks = last ? last.blocks.slice(Math.max(1, last.headingBlocks)) : preamble;
  const start = blocks.findIndex((block) => begins(block, signer));
  const found = start < 0 ? [] : blocks.slice(start);
  return found.every((block) => isTable(block) || block.text.length <= LONGEST_LINE) ? found : [];
}

/** A table of two cells side by side, in which each line is known, is no table on paper but the form of the decree. */
function withoutTable(line: SignOffLine): readonly SignOffLine[] {
  const { block } = line;
  if (block.kind === 'text' || !isTable(block)) return [line];
  const isSimple =
    block.node.querySelectorAll('tr').length === 1 &&
    block.node.querySelectorAll('td, th').length <= 2 &&
    picturesOf(block).length === 0;
  const lines = isSimple ? linesIn(block) : [];
  return lines.length > 0 && lines.every(({ kind }) => kind === 'recipients' || kind === 'signature') ? lines : [line];
}

/** A list below "Nơi nhận:" is the recipients. */
function readFurther(lines: readonly SignOffLine[]): readonly SignOffLine[] {
  return lines.flatMap(withoutTable).map((line, index, all) => {
    const isList = line.block.kind === 'node' && /^[uo]l$/.test(line.block.node.localName);
    return isList && all[index - 1]?.kind === 'recipients' ? { ...line, kind: 'recipients' } : line;
  });
}

/**
 * Finds the sign-off of a text.
 *
 * @param signer - full name, where the data say it: a text may have the name alone
 */
export function ownEnding(outlined: OutlinedDocument, signer = ''): OwnEnding {
  const { endMark, signOff } = outlined;
  const taken = signOff.length > 0 ? [] : unmarked(outlined, signer);
  const lines = readFurther(signOff.length > 0 ? signOff : read(taken));
  const all = lines.flatMap((line) => (isTable(line.block) ? linesIn(line.block) : [line]));
  // An annex may follow a sign-off that nothing marks: that stays where it is.
  if (!endMark && signOff.length === 0 && taken.length === 0) {
    const blocks = [...outlined.preamble, ...allSections(outlined.sections).flatMap((one) => one.blocks)];
    all.push(
      ...blocks.filter((one) => begins(one, signer)).flatMap((one) => (isTable(one) ? linesIn(one) : read([one]))),
    );
  }
  return {
    lines,
    taken: new Set(taken),
    mark: endMark && taken.length > 0 ? `${endMark.glued ? '' : ' '}${endMark.text}` : '',
    hasRecipients: all.some(({ kind }) => kind === 'recipients'),
    hasSignature: all.some(({ kind }) => kind === 'signature'),
  };
}

/** "Nơi nhận", each line with a semicolon and the last with a stop, as the decree has it. */
function recipientsOf({ recipients = [] }: Directive): string[] {
  const last = recipients.length - 1;
  return recipients.map((one, index) => `- ${one.trim().replace(/^- |[;.]$/g, '')}${index < last ? ';' : '.'}`);
}

/** Draws a sign-off; what the text says of it is not said again by the data. */
export function drawEnding(own: OwnEnding, known: Directive = {}): TemplateResult {
  const { authority, position, fullName = '' } = known.signer ?? {};
  const written = (kind: string) => own.lines.filter((line) => line.kind === kind);
  const end = own.lines[own.lines.length - 1];
  const words = (line: SignOffLine) => [drawWords(line.block), line === end ? own.mark : ''];
  const recipients = own.hasRecipients ? [] : recipientsOf(known);
  const to: readonly unknown[] = own.hasRecipients
    ? written('recipients').map(words)
    : recipients.length > 0
      ? ['Nơi nhận:', ...recipients]
      : [];
  const signed = written('signature');
  const roles = own.hasSignature ? [] : [authority, position].filter(Boolean);
  const name =
    own.hasSignature || !fullName
      ? nothing
      : html`<div class="name">${fullName}${end?.kind === 'postedBy' ? own.mark : ''}</div>`;
  const others = written('other');
  const isPlaced = end?.kind === 'postedBy' ? name !== nothing : end?.kind !== 'other';
  const mark = own.mark && !isPlaced ? html`<p class="end-mark">${own.mark}</p>` : nothing;
  const last = signed.length - 1;
  const isEmpty = to.length + signed.length + roles.length === 0 && name === nothing;
  return html`${
    isEmpty
      ? nothing
      : html`<div class="end">
      <div class="to">${to.map((line, index) => html`<div>${index === 0 ? html`<b>${line}</b>` : line}</div>`)}</div>
      <div class="sign">
        ${signed.map((line, index) => html`<div class=${index > 0 && index === last && !isCapitals(line.text) ? 'name' : ''}>${words(line)}</div>`)}
        ${roles.map((line) => html`<div class="role">${line}</div>`)}${name}
      </div>
    </div>`
  }${others.length > 0 ? html`<div class="other">${others.map(({ block }) => drawBlock(block))}${mark}</div>` : mark}`;
}

/** Who put the text on the web, by the text or by the data: proven to be no signer, and so no signature. */
export function postersOf(outlined: OutlinedDocument | undefined, { postedBy = '', signer }: Directive = {}): string[] {
  const all = (one: OutlinedDocument): readonly SignOffLine[] => [
    ...ownEnding(one, signer?.fullName).lines,
    ...one.annexes.flatMap(all),
  ];
  const said = (outlined ? all(outlined) : [])
    .filter(({ kind, text }) => kind === 'postedBy' && !isName(text, signer?.fullName ?? ''))
    .map(({ text }) => text);
  return postedBy.trim() && !said.some((one) => isName(one, postedBy)) ? [...said, postedBy.trim()] : said;
}
