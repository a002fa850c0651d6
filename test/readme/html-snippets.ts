/** Every snippet of HTML that the README and the guides tell a webmaster to paste. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/built.js';

/** What a snippet consists of, which decides what an editor's sanitiser leaves of it. */
export type Kind = 'link' | 'tag with content' | 'tag without content' | 'frame' | 'script';

export interface HtmlSnippet {
  /** Document and position in it: `docs/guide/embedding.md 2`. */
  readonly name: string;
  readonly kind: Kind;
  /** As it stands. */
  readonly code: string;
  /** Addresses of its links, in their order. */
  readonly links: readonly string[];
  /** The words a reader without scripts has of it, in their order. */
  readonly words: readonly string[];
}

const all = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, found = '']) => found);

function kindOf(code: string): Kind {
  if (code.includes('<iframe')) return 'frame';
  if (code.includes('<civic-')) return /<a\s/.test(code) ? 'tag with content' : 'tag without content';
  if (/<a\s[^>]*href="[^"]*\/embed\//.test(code)) return 'link';
  // What is asked for early belongs to the script.
  if (/^(?:\s*<link rel="(?:module)?preload"[^>]*>|\s*<script[^>]*><\/script>)+\s*$/.test(code)) return 'script';
  throw new Error(`What is this snippet?\n${code}`);
}

function snippetsOf(document: string): HtmlSnippet[] {
  const text = readFileSync(join(root, document), 'utf8');
  return all(text, /```html\n([^]*?)```/g).map((code, index) => ({
    name: `${document} ${index + 1}`,
    kind: kindOf(code),
    code,
    links: all(code, /<a\s[^>]*href="([^"]*)"/g).map((address) => address.replaceAll('&amp;', '&')),
    words: all(code, />([^<>]+)</g)
      .map((words) => words.trim())
      .filter((words) => words !== ''),
  }));
}

export const htmlSnippets: readonly HtmlSnippet[] = [
  'README.md',
  ...readdirSync(join(root, 'docs/guide')).map((file) => `docs/guide/${file}`),
].flatMap(snippetsOf);
