import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import { n, shape, short, type Svg } from './paint.js';

/**
 * Words as outlines. An SVG shown by `<img>` may use no web font, and what a
 * reader's device has instead may lack "ế" or be a fifth wider; outlines of a
 * typeface drawn for Vietnamese (Be Vietnam Pro, OFL 1.1) are right everywhere,
 * and their widths are known when the line is broken.
 */
export type Weight = 500 | 600 | 700 | 800;

/** Units of the typeface's em. */
const EM = 1000;
/** Units of the drawn outlines: coarse enough for short files, a tenth of a pixel at 25 pixels. */
const GRID = 250;
const SUBSETS = ['latin', 'vietnamese', 'latin-ext'] as const;
const find = createRequire(import.meta.url);
const faces = new Map<Weight, readonly opentype.Font[]>();

function face(weight: Weight): readonly opentype.Font[] {
  let fonts = faces.get(weight);
  if (fonts === undefined) {
    fonts = SUBSETS.map((subset) => {
      const file = readFileSync(
        find.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff`),
      );
      return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
    });
    faces.set(weight, fonts);
  }
  return fonts;
}

interface Letter {
  readonly glyph: opentype.Glyph;
  readonly font: opentype.Font;
}

/** The outline of a character; throws where the typeface has none, so that no box is ever drawn. */
function letter(character: string, weight: Weight): Letter {
  for (const font of face(weight)) {
    if (font.charToGlyphIndex(character) > 0) return { glyph: font.charToGlyph(character), font };
  }
  throw new Error(`No outline for "${character}" in Be Vietnam Pro ${weight}.`);
}

interface Placed {
  readonly character: string;
  readonly letter: Letter;
  /** Start of the letter, in units of the em. */
  readonly x: number;
}

function place(text: string, weight: Weight): { letters: Placed[]; width: number } {
  const letters: Placed[] = [];
  let x = 0;
  let before: Letter | undefined;
  for (const character of text.normalize('NFC').replace(/\u00a0/g, ' ')) {
    const next = letter(character, weight);
    if (before?.font === next.font) x += next.font.getKerningValue(before.glyph, next.glyph);
    letters.push({ character, letter: next, x });
    x += next.glyph.advanceWidth ?? 0;
    before = next;
  }
  return { letters, width: x };
}

/** Width of a line in pixels. */
export function measure(text: string, weight: Weight, size: number): number {
  return (place(text, weight).width * size) / EM;
}

function outline(glyph: opentype.Glyph): string {
  let d = '';
  let penX = 0;
  let penY = 0;
  const step = (x: number, y: number): string => `${n(Math.round(x) - penX)} ${n(Math.round(y) - penY)}`;
  const moveTo = (x: number, y: number): void => {
    penX = Math.round(x);
    penY = Math.round(y);
  };
  for (const c of glyph.getPath(0, 0, GRID).commands) {
    if (c.type === 'Z') {
      d += 'z';
      continue;
    }
    // The typeface closes a contour by a line of no length.
    if (c.type === 'L' && Math.round(c.x) === penX && Math.round(c.y) === penY) continue;
    if (c.type === 'M') d += `M${Math.round(c.x)} ${Math.round(c.y)}`;
    else if (c.type === 'L') d += `l${step(c.x, c.y)}`;
    else if (c.type === 'Q') d += `q${step(c.x1, c.y1)} ${step(c.x, c.y)}`;
    else d += `c${step(c.x1, c.y1)} ${step(c.x2, c.y2)} ${step(c.x, c.y)}`;
    moveTo(c.x, c.y);
  }
  return short(d);
}

/** Where a line may break: at spaces, never at U+00A0. */
function words(text: string): string[] {
  return text.split(/[ \n]/).filter((word) => word !== '');
}

/**
 * The text in as few lines as fit `width`, the longest of them as short as can be,
 * so that no syllable is left alone on the last line. Null where a word is too wide.
 */
export function breakLines(text: string, weight: Weight, size: number, width: number): string[] | null {
  const parts = words(text);
  const best: ({ lines: string[]; longest: number } | null)[] = [{ lines: [], longest: 0 }];
  for (let end = 1; end <= parts.length; end += 1) {
    let choice: { lines: string[]; longest: number } | null = null;
    for (let start = end - 1; start >= 0; start -= 1) {
      const line = parts.slice(start, end).join(' ');
      const wide = measure(line, weight, size);
      if (wide > width) break;
      const before = best[start];
      if (before === null || before === undefined) continue;
      const longest = Math.max(before.longest, wide);
      const count = before.lines.length + 1;
      if (
        choice === null ||
        count < choice.lines.length ||
        (count === choice.lines.length && longest < choice.longest)
      ) {
        choice = { lines: [...before.lines, line], longest };
      }
    }
    best[end] = choice;
  }
  return best[parts.length]?.lines ?? null;
}

/** One stretch of a text in one weight and colour; it starts on a line of its own. */
export interface Run {
  readonly words: string;
  readonly weight: Weight;
  readonly fill: string;
  /** Size against the block's; 1 unless told. */
  readonly scale?: number;
}

/** A text and the box it must stay in, in pixels. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Largest size tried; the size falls from here until the text fits. */
  readonly size: number;
  readonly align?: 'left' | 'centre';
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Distance of base lines against the size. Stacked marks ("Ề") need 1.2 and more. */
  readonly leading?: number;
  /** Space between runs, against the size. */
  readonly gap?: number;
}

export interface SetLine {
  readonly text: string;
  readonly weight: Weight;
  readonly fill: string;
  readonly size: number;
  /** Start of the line and its base line, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The ink: left, top, right, bottom. */
  readonly ink: readonly [number, number, number, number];
}

/** Nobody reads less than this in a column of banners. */
export const SMALLEST = 12.5;
/** What stands above a base line, against the size: a capital with two marks. */
const RISE = 0.98;
const FALL = 0.24;

function ink(text: string, weight: Weight, size: number, x: number, y: number): SetLine['ink'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {
    letter: { glyph },
    x: start,
    character,
  } of place(text, weight).letters) {
    if (character === ' ') continue;
    const box = glyph.getBoundingBox();
    left = Math.min(left, start + box.x1);
    right = Math.max(right, start + box.x2);
    top = Math.min(top, -box.y2);
    bottom = Math.max(bottom, -box.y1);
  }
  const scale = size / EM;
  return [x + left * scale, y + top * scale, x + right * scale, y + bottom * scale];
}

function trySize(block: Block, size: number): SetLine[] | null {
  const leading = block.leading ?? 1.26;
  const gap = block.gap ?? 0.12;
  const lines: { text: string; run: Run; size: number; down: number }[] = [];
  let down = 0;
  for (const [index, run] of block.runs.entries()) {
    const runSize = size * (run.scale ?? 1);
    const broken = breakLines(run.words, run.weight, runSize, block.width);
    if (broken === null) return null;
    if (index > 0) down += gap * size;
    for (const text of broken) {
      down += lines.length === 0 ? RISE * runSize : leading * runSize;
      lines.push({ text, run, size: runSize, down });
    }
  }
  const total = down + FALL * (lines[lines.length - 1]?.size ?? size);
  if (total > block.height) return null;
  const spare = block.height - total;
  const top = block.y + (block.valign === 'bottom' ? spare : block.valign === 'middle' ? spare / 2 : 0);
  return lines.map(({ text, run, size: runSize, down: base }) => {
    const wide = measure(text, run.weight, runSize);
    const x = block.x + (block.align === 'centre' ? (block.width - wide) / 2 : 0);
    const y = top + base;
    return { text, weight: run.weight, fill: run.fill, size: runSize, x, y, ink: ink(text, run.weight, runSize, x, y) };
  });
}

/** Lines of a text at the largest size that fits its box; throws where not even the smallest does. */
export function setText(block: Block): SetLine[] {
  const least = Math.min(...block.runs.map((run) => run.scale ?? 1));
  for (let size = block.size; size * least >= SMALLEST; size -= 0.25) {
    const lines = trySize(block, size);
    if (lines !== null) return lines;
  }
  throw new Error(`No room for "${block.runs.map((run) => run.words).join(' ')}".`);
}

/** The lines as shapes; every letter's outline is held once, however often it stands there. */
export function drawText(lines: readonly SetLine[]): Svg {
  const ids = new Map<string, string>();
  let defs = '';
  let body = '';
  for (const line of lines) {
    let uses = '';
    for (const {
      character,
      letter: { glyph },
      x,
    } of place(line.text, line.weight).letters) {
      if (character === ' ') continue;
      const key = `${line.weight}${character}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = `t${ids.size.toString(36)}`;
        ids.set(key, id);
        defs += shape('path', { id, d: outline(glyph) });
      }
      uses += shape('use', x === 0 ? { href: `#${id}` } : { href: `#${id}`, x: Math.round((x * GRID) / EM) });
    }
    const scale = String(Math.round((line.size / GRID) * 1e5) / 1e5);
    body += shape('g', { fill: line.fill, transform: `translate(${n(line.x)} ${n(line.y)})scale(${scale})` }, uses);
  }
  return shape('defs', {}, defs) + body;
}
