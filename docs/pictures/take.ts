/**
 * Takes docs/pictures/demo.png: the demo on a wide light screen and on a dark phone, side by side.
 *
 *   npx tsx docs/pictures/take.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Viewport } from 'puppeteer-core';
import sharp from 'sharp';
import { build, preview } from 'vite';
import { ensureEngines } from '../../scripts/browsers.js';

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
const picture = fileURLToPath(new URL('demo.png', import.meta.url));

/** A README is read over slow lines too. */
const MAX_BYTES = 250_000;
const GAP = 24;
const HEIGHT = 800;

const DESKTOP: Viewport = { width: 1280, height: 1000, deviceScaleFactor: 1 };
const PHONE: Viewport = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

async function photograph(
  browser: Browser,
  url: string,
  viewport: Viewport,
  scheme: 'light' | 'dark',
  from?: string,
): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    // Nothing is caught halfway through a transition.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(url, { waitUntil: 'networkidle0' });
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('civic-directive-viewer, civic-news-list, civic-access-counter')];
    return widgets.length > 0 && widgets.every((widget) => widget.getAttribute('state') === 'ready');
  });
  if (from !== undefined) await page.$eval(from, (element) => element.scrollIntoView());
  // Lazy pictures begin to load once they are in view.
  await page.waitForNetworkIdle();
  const shot = await page.screenshot();
  await page.close();
  return Buffer.from(shot);
}

/** The same picture at another height, its corners rounded. */
async function framed(shot: Buffer, height: number, radius: number): Promise<{ data: Buffer; width: number }> {
  const { data, info } = await sharp(shot).resize({ height }).png().toBuffer({ resolveWithObject: true });
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${info.width}" height="${height}">
    <rect width="100%" height="100%" rx="${radius}"/></svg>`;
  const rounded = await sharp(data)
    .composite([{ input: Buffer.from(frame), blend: 'dest-in' }])
    .png()
    .toBuffer();
  return { data: rounded, width: info.width };
}

const outDir = mkdtempSync(join(tmpdir(), 'civic-demo-'));
await build({ configFile, logLevel: 'warn', build: { outDir } });
const server = await preview({ configFile, logLevel: 'warn', build: { outDir }, preview: { port: 0 } });
const [url] = server.resolvedUrls?.local ?? [];
const browser = await puppeteer.launch({
  executablePath: ensureEngines(['chromium'])['Chromium'] ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
try {
  if (url === undefined) throw new Error('The demo’s server has no address.');
  const desktop = await framed(await photograph(browser, url, DESKTOP, 'light'), HEIGHT, 8);
  const phone = await framed(await photograph(browser, url, PHONE, 'dark', '#phong-trao'), HEIGHT, 24);
  const png = await sharp({
    create: { width: desktop.width + GAP + phone.width, height: HEIGHT, channels: 4, background: '#0000' },
  })
    .composite([
      { input: desktop.data, left: 0, top: 0 },
      { input: phone.data, left: desktop.width + GAP, top: 0 },
    ])
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
    .toBuffer();
  if (png.length > MAX_BYTES) throw new Error(`${png.length} bytes are more than ${MAX_BYTES}.`);
  writeFileSync(picture, png);
  console.log(`${picture}: ${png.length} bytes`);
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
