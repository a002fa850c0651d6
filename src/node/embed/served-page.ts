/** The embed pages among the files that `serve` hands out: where one lies, and what is said in it of its oEmbed answer. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMBEDDED } from '../../embed-address.js';
import { type EmbeddedName, escapeHtml, PAGES } from './page.js';

/** No segment begins with a dot and none is encoded, so that the path is a file's as it stands. */
const PATH = new RegExp(`^((?:/[\\w-][\\w.-]*)*)/embed/(${EMBEDDED.join('|')})(/(?:index\\.html)?)?$`);

export interface ServedPage {
  readonly name: EmbeddedName;
  /** Path of the folder that holds `embed/`, with a slash at the end. */
  readonly folder: string;
  /** Of the page's own folder, with a slash at the end: what its links start from. */
  readonly path: string;
  readonly html: string;
}

/**
 * @param files - folder of the files that are served
 * @param path - of a request, without its query
 * @returns undefined for what is no embed page, or not there
 */
export async function servedPage(files: string, path: string): Promise<ServedPage | undefined> {
  const [, before, name] = PATH.exec(path) ?? [];
  if (before === undefined || name === undefined) return undefined;
  const own = `${before}/embed/${name}/`;
  try {
    const html = await readFile(join(files, own, 'index.html'), 'utf8');
    return { name: name as EmbeddedName, folder: `${before}/`, path: own, html };
  } catch {
    return undefined;
  }
}

const STATIC = /\s*<link rel="alternate" type="application\/json\+oembed"[^>]*>/g;

/** The page with the link by which an editor finds its answer, in place of one for a static host. */
export function withDiscovery({ html, name }: ServedPage, answer: string): string {
  const link = `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(answer)}" title="${PAGES[name].vi}" />`;
  return html.replace(STATIC, '').replace(/(?=\s*<\/head>)/, () => `\n    ${link}`);
}
