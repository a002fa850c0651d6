/** Writes the embed pages beside the bundles, and their oEmbed answers where the build knows its public address. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDED } from '../src/embed-address.js';
import { oembed } from '../src/node/embed/oembed.js';
import { EMBED_CSS, embedPage, type PageOptions } from '../src/node/embed/page.js';

export interface EmbedPagesOptions extends Pick<PageOptions, 'attributes' | 'sources'> {
  /** Absolute URL under which the folder will be served, with a slash at the end; oEmbed needs it. */
  readonly site?: string | undefined;
}

export function writeEmbedPages(folder: string, { site, ...options }: EmbedPagesOptions = {}): void {
  for (const name of EMBEDDED) {
    const target = join(folder, 'embed', name);
    mkdirSync(target, { recursive: true });
    const canonical = site === undefined ? undefined : new URL(`embed/${name}/`, site).href;
    const answer = canonical !== undefined && site !== undefined ? oembed({ url: canonical }, site) : undefined;
    if (answer) writeFileSync(join(target, 'oembed.json'), `${JSON.stringify(answer, null, 2)}\n`);
    const known = canonical !== undefined && { canonical, oembed: new URL('oembed.json', canonical).href };
    writeFileSync(join(target, 'index.html'), embedPage(name, { ...options, ...known }));
  }
  writeFileSync(join(folder, 'embed', 'embed.css'), EMBED_CSS);
}
