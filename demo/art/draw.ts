/**
 * Draws the demo's banners: `node --import tsx demo/art/draw.ts`.
 * Writes the portal's mark and `demo/public/media/notices/<slug>.svg`, and for banners that name further
 * formats `<slug>.png`, `<slug>@2x.png`, `<slug>.avif`, `<slug>@2x.avif`;
 * and of the movements `demo/public/media/campaigns/<slug>.svg`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { BANNERS, PAGE_BANNER } from '../feed/banners.js';
import { CAMPAIGN_PICTURES } from './campaigns.js';
import { drawMark } from './mark.js';
import { drawPart, drawPicture, sceneOf } from './picture.js';

const folder = fileURLToPath(new URL('../public/media/notices/', import.meta.url));
const campaigns = fileURLToPath(new URL('../public/media/campaigns/', import.meta.url));
const DPI = 72;

async function raster(svg: string, slug: string, format: 'avif' | 'png', times: 1 | 2): Promise<void> {
  const image = sharp(Buffer.from(svg), { density: DPI * times });
  const file = `${folder}${slug}${times === 2 ? '@2x' : ''}.${format}`;
  if (format === 'png') await image.png({ palette: true, quality: 90, effort: 10 }).toFile(file);
  else await image.avif({ quality: 62, effort: 6 }).toFile(file);
}

await mkdir(folder, { recursive: true });
for (const { slug, text, formats = [] } of BANNERS) {
  const svg = drawPicture(sceneOf(slug), text);
  await writeFile(`${folder}${slug}.svg`, svg);
  for (const format of formats) {
    await raster(svg, slug, format, 1);
    await raster(svg, slug, format, 2);
  }
  console.log(`${slug}  ${(svg.length / 1000).toFixed(1)} kB`);
}
const narrow = `${PAGE_BANNER.slug}-narrow`;
await writeFile(`${folder}mark.svg`, drawMark());
await writeFile(`${folder}${narrow}.svg`, drawPicture(sceneOf(narrow), PAGE_BANNER.text));
await mkdir(campaigns, { recursive: true });
for (const [slug, crop] of Object.entries(CAMPAIGN_PICTURES)) {
  await writeFile(`${campaigns}${slug}.svg`, drawPart(sceneOf(slug), crop));
}
