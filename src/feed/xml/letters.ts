import type { Received } from '../received.js';

/**
 * The text of an answer in its own letters.
 *
 * What can be read as UTF-8 is UTF-8, whatever is said of it: no other text of these portals is that by accident. Only
 * where that fails, the header and then the XML declaration say which letters they are (windows-1252, windows-1258 …).
 */
export function inItsLetters({ text, type, parts }: Received): string {
  if (!text.includes('\uFFFD')) return text;
  const said = [/charset=["']?([\w-]+)/i.exec(type), /^\s*<\?xml[^>]*?encoding=["']([\w-]+)/i.exec(text)];
  const label = said.map((match) => match?.[1] ?? '').find((name) => name && !/^utf-?8$/i.test(name));
  if (!label || parts.length === 0) return text;
  try {
    const decoder = new TextDecoder(label);
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  } catch {
    // A label that no browser knows: UTF-8 with some letters missing is more than nothing.
    return text;
  }
}
