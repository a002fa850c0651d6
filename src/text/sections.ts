import { deriveLabel, hasTitleBelow, isCapitals, looksLikeHeading, oneLine } from './labels.js';
import type { SourceLine } from './lines.js';
import { markersOf, type Marker } from './markers.js';
import type { OutlineBlock, OutlineIssue, OutlinedSection } from './outline-types.js';
import { excerptOf } from './excerpt.js';
import { quotedLines } from './quoted.js';
import { sequences, type Placement } from './sequences.js';
import { sectionIds } from './section-ids.js';
import type { Steps } from './steps.js';
import { isKind } from './title.js';

export interface BuiltSections {
  readonly preamble: readonly OutlineBlock[];
  readonly sections: readonly OutlinedSection[];
  readonly issues: readonly OutlineIssue[];
  /** For every line the id of its section; undefined in the preamble. */
  readonly owners: readonly (string | undefined)[];
}

interface Draft {
  /** None of a heading without a number. */
  readonly marker: Marker | undefined;
  readonly id: string;
  readonly lines: SourceLine[];
  readonly children: Draft[];
}

/** More reports than this help nobody. */
const MOST_ISSUES = 50;

/** Lines between two interruptions, each of which takes as long as a line. */
const STEP = 16;

/** Sorts the paragraphs below the title into the preamble and the tree of sections. */
export function* buildSections(lines: readonly SourceLine[], idPrefix: string): Steps<BuiltSections> {
  const quoted = quotedLines(lines);
  const candidates: (readonly Marker[])[] = [];
  for (const { text, whole } of lines) {
    candidates.push(whole || quoted[candidates.length] === true ? [] : markersOf(text));
    if (candidates.length % STEP === 0) yield;
  }
  const { place, placeHeading } = sequences(candidates);
  const nextId = sectionIds(idPrefix);
  const preamble: OutlineBlock[] = [];
  const top: Draft[] = [];
  const path: Draft[] = [];
  const issues: OutlineIssue[] = [];
  const owners: (string | undefined)[] = [];

  const report = (kind: OutlineIssue['kind'], line: SourceLine, marker: Marker): void => {
    if (issues.length >= MOST_ISSUES) return;
    const section = path[path.length - 1]?.id;
    issues.push({
      kind,
      text: marker.text,
      offset: line.offset,
      excerpt: excerptOf(line.text, 0, marker.text.length),
      ...(section === undefined ? {} : { section }),
    });
  };

  const open = (line: SourceLine, { marker, depth }: Pick<Placement, 'depth'> & Pick<Draft, 'marker'>): void => {
    path.length = depth;
    const parent = path[depth - 1];
    const draft: Draft = { marker, id: nextId(marker ?? line.text, parent?.id), lines: [line], children: [] };
    (parent?.children ?? top).push(draft);
    path.push(draft);
  };

  for (const line of lines) {
    const markers = candidates[owners.length] ?? [];
    const placement = place(markers, line.heading);
    if (placement !== undefined) {
      open(line, placement);
      if (placement.gap) report('number-gap', line, placement.marker);
    } else {
      const current = path[path.length - 1];
      const isHeaded = opensByItself(line) && !quoted[owners.length] && !isTitleOf(current, line);
      if (isHeaded) open(line, { marker: undefined, depth: placeHeading(line.heading) });
      else if (current === undefined) preamble.push(line.block);
      else current.lines.push(line);
      const first = markers[0];
      if (first !== undefined) report('out-of-sequence', line, first);
    }
    owners.push(path[path.length - 1]?.id);
    if (owners.length % STEP === 0) yield;
  }

  const sections: OutlinedSection[] = [];
  for (const draft of top) {
    sections.push(new Section(draft));
    yield;
  }
  return { preamble, sections, issues, owners };
}

/** A heading that is a section though it has no number: not "QUYẾT ĐỊNH:", by which a decision begins. */
function opensByItself({ heading, text }: SourceLine): boolean {
  return heading > 0 && text !== '' && !isKind(text);
}

/** Whether a heading only says what the chapter is called that the line above it has numbered. */
function isTitleOf(draft: Draft | undefined, line: SourceLine): boolean {
  if (!draft?.marker || !hasTitleBelow(draft.marker.level)) return false;
  const [beside, ...below] = [restOf(draft.marker, draft.lines[0]), ...draft.lines.slice(1).map(({ text }) => text)];
  const title = beside === '' ? below : [beside, ...below];
  return title.length === 0 || [...title, line.text].every(isCapitals);
}

/** Of a heading without a number. */
const NO_MARKER: Pick<OutlinedSection, 'level' | 'number'> & Pick<Marker, 'text'> = {
  level: 'headed',
  number: '',
  text: '',
};

/**
 * A class, so that thousands of them are of one shape: an object with a getter of its own would be of a shape of its own,
 * and everything that reads sections slow.
 */
class Section implements OutlinedSection {
  readonly id: string;
  readonly level: OutlinedSection['level'];
  readonly number: string;
  readonly marker: string;
  readonly derived: boolean;
  readonly headingBlocks: number;
  readonly blocks: readonly OutlineBlock[];
  readonly children: readonly OutlinedSection[];
  /** Nothing but words: what is held here stays as long as the outline. */
  readonly #words: string;

  constructor({ marker, id, lines, children }: Draft) {
    const { level, number, text } = marker ?? NO_MARKER;
    this.children = children.map((child) => new Section(child));
    const heading = marker && headingOf(marker, lines, children.length > 0);
    this.id = id;
    this.level = level;
    this.number = number;
    this.marker = text;
    this.derived = !!marker && !heading;
    this.headingBlocks = heading?.blocks ?? (marker ? 0 : 1);
    this.blocks = lines.map(({ block }) => block);
    this.#words = heading?.text ?? (marker ? firstWords(marker, lines) : oneLine(lines[0]?.text ?? ''));
  }

  /** Found when it is asked for: nobody does for most of the thousands of clauses of a law. */
  get label(): string {
    return (this.derived ? deriveLabel(this.#words) : this.#words) || this.marker;
  }
}

interface Heading {
  readonly text: string;
  readonly blocks: number;
}

/** The heading beside the marker or, where that place is empty, on the next line. */
function headingOf(marker: Marker, lines: readonly SourceLine[], hasChildren: boolean): Heading | undefined {
  const titled = hasTitleBelow(marker.level);
  const beside = restOf(marker, lines[0]);
  const from = beside === '' ? 1 : 0;
  const below = lines[from];
  const first = from === 0 ? beside : (below?.text ?? '');
  if (below?.whole === true || !looksLikeHeading(first)) return undefined;
  let blocks = from + 1;
  const words = [first];
  // A title in capitals may run over several lines.
  while (titled && isCapitals(first)) {
    const next = lines[blocks];
    if (next === undefined || next.whole || !isCapitals(next.text) || !looksLikeHeading(next.text)) break;
    words.push(next.text);
    blocks += 1;
  }
  // A khoản or an Điều with nothing below is a short sentence, not a heading.
  if (!titled && lines.length === blocks && !hasChildren) return undefined;
  return { text: oneLine(words.join(' ')), blocks };
}

function firstWords(marker: Marker, lines: readonly SourceLine[]): string {
  const beside = restOf(marker, lines[0]);
  return beside === '' ? (lines[1]?.text ?? '') : beside;
}

function restOf(marker: Marker, line: SourceLine | undefined): string {
  return (line?.text.slice(marker.end) ?? '').replace(/^[-–:.]\s+/u, '');
}
