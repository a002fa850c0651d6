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

/** Every word of the file in the order it is drawn. */
export function textOfPdf(pdf: Buffer): string {
  const parts = partsOf(pdf);
  const fonts = new Map<string, Map<number, string>>();
  // Chromium calls a font by the number of its part.
  for (const [number, { dictionary }] of parts) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1];
    if (map !== undefined) fonts.set(number, glyphsOf(parts.get(map)?.content ?? ''));
  }
  let text = '';
  for (const { content } of parts.values()) {
    if (!/^BT$/m.test(content)) continue;
    let font: Map<number, string> | undefined;
    for (const [, named, glyphs] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g)) {
      if (named !== undefined) font = fonts.get(named);
      for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += font?.get(parseInt(glyph, 16)) ?? '\ufffd';
    }
  }
  return text;
}
