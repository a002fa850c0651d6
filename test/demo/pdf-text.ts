/** Reads the words out of a PDF that Chromium wrote: only what such a file uses of the format, nothing more. */
import { inflateSync } from 'node:zlib';

interface Part {
  dictionary: string;
  /** Uncompressed; empty for a part without a stream. */
  content: string;
}

/** Numbered parts of the file. */
function partsOf(pdf: Buffer): Map<string, Part> {
  // One character for each byte, so that places in the text are places in the file.
  const file = pdf.toString('latin1');
  const parts = new Map<string, Part>();
  const starts = [...file.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)];
  for (const [index, start] of starts.entries()) {
    const part = file.slice(start.index + start[0].length, starts[index + 1]?.index);
    const stream = /stream\r?\n/.exec(part);
    const dictionary = part.slice(0, stream?.index);
    let content = '';
    if (stream) {
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
      const from = stream.index + stream[0].length;
      const bytes = Buffer.from(part.slice(from, from + length), 'latin1');
      content = (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    }
    parts.set(start[1] ?? '', { dictionary, content });
  }
  return parts;
}

const fromHex = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** What a font's glyphs stand for, by glyph number. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      glyphs.set(parseInt(glyph, 16), fromHex(text));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = parseInt(first, 16);
      for (let glyph = from; glyph <= parseInt(last, 16); glyph += 1) {
        glyphs.set(glyph, String.fromCharCode(parseInt(text, 16) + glyph - from));
      }
    }
  }
  return glyphs;
}

/** Words that were drawn from one point on. */
export interface PdfRun {
  readonly text: string;
  /** Points from the left and the lower edge of the page to where the words begin. */
  readonly x: number;
  readonly y: number;
}

export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>;

function fontsOf(parts: ReadonlyMap<string, Part>): Fonts {
  const fonts = new Map<string, Map<number, string>>();
  // Chromium calls a font by the number of its part.
  for (const [number, { dictionary }] of parts) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
    if (map !== undefined) fonts.set(number, glyphsOf(parts.get(map)?.content ?? ''));
  }
  return fonts;
}

type Matrix = readonly [number, number, number, number, number, number];

const matrixOf = (numbers: string) => numbers.trim().split(' ').map(Number) as unknown as Matrix;

/** `inner`, seen through `outer`. */
function through([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

const OPERATIONS =
  /^(?<save>q)$|^(?<restore>Q)$|^(?<view>(?:-?[\d.]+ ){6})cm$|\/F(?<font>\d+) [\d.]+ Tf|(?<place>(?:-?[\d.]+ ){6})Tm|<(?<glyphs>[\dA-F]+)> Tj/gm;

function runsOf(content: string, fonts: Fonts): PdfRun[] {
  const runs: PdfRun[] = [];
  const saved: Matrix[] = [];
  let view: Matrix = [1, 0, 0, 1, 0, 0];
  let font: ReadonlyMap<number, string> | undefined;
  for (const { groups = {} } of content.matchAll(OPERATIONS)) {
    const { save, restore, view: moved, font: named, place, glyphs = '' } = groups;
    if (save) saved.push(view);
    if (restore) view = saved.pop() ?? view;
    if (moved) view = through(matrixOf(moved), view);
    if (named) font = fonts.get(named);
    if (place) {
      const [, , , , x, y] = through(matrixOf(place), view);
      runs.push({ text: '', x, y });
    }
    const last = runs[runs.length - 1];
    const text = (glyphs.match(/.{4}/g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '\ufffd').join('');
    if (last) runs[runs.length - 1] = { ...last, text: last.text + text };
  }
  return runs;
}

/** Every word of the file in the order it is drawn. */
export function textOfPdf(pdf: Buffer): string {
  const parts = partsOf(pdf);
  const fonts = fontsOf(parts);
  const drawn = [...parts.values()].filter(({ content }) => /^BT$/m.test(content));
  return drawn.flatMap(({ content }) => runsOf(content, fonts).map(({ text }) => text)).join('');
}

/** The pages in their order. */
export function pagesOfPdf(pdf: Buffer): PdfPage[] {
  const parts = partsOf(pdf);
  const fonts = fontsOf(parts);
  const pages: PdfPage[] = [];
  const pass = (number: string): void => {
    const { dictionary = '' } = parts.get(number) ?? {};
    const children = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1];
    if (children !== undefined) {
      for (const [, child = ''] of children.matchAll(/(\d+) 0 R/g)) pass(child);
      return;
    }
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(dictionary) ?? [];
    const content = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '';
    const runs = runsOf(parts.get(content)?.content ?? '', fonts);
    pages.push({ width: Number(width), height: Number(height), runs });
  };
  const root = [...parts.values()].find(({ dictionary }) => dictionary.includes('/Type /Catalog'));
  pass(/\/Pages (\d+) 0 R/.exec(root?.dictionary ?? '')?.[1] ?? '');
  return pages;
}
