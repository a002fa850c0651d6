/** The ward's page: another origin, the district's feed beside its own, only what concerns it, its own look. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import { prepareDemoStore } from '../../scripts/demo-store.js';
import { wardConfig } from '../../scripts/ward.js';
import { serve, type Server } from '../../src/node/serve/serve.js';
import { DEFAULTS } from '../../src/node/serve/settings.js';
import { faults } from './faults.js';
import { readThrough } from './in-page.js';
import { launchChromium, SIZES, visit, type Visit, type VisitOptions } from './portal.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-ward-'));
const published = fileURLToPath(new URL('../../demo/public', import.meta.url));
const own = fileURLToPath(new URL('../../demo/ward', import.meta.url));

let district: Server;
let ward: Server;
let browser: Browser;
before(async () => {
  const settings = { ...DEFAULTS, port: 0, log: false };
  // Its feed, its pictures and its collector are all that the ward needs of the district.
  district = await serve({ ...settings, files: published, store: await prepareDemoStore(join(folder, 'visits.db')) });
  const outDir = join(folder, 'ward');
  await build(wardConfig(new URL(district.url).origin, outDir));
  ward = await serve({ ...settings, files: outDir });
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await ward.stop();
  await district.stop();
  rmSync(folder, { recursive: true, force: true });
});

function allReady(): boolean {
  const widgets = window.everyElement().filter(({ localName }) => localName.startsWith('civic-'));
  return widgets.length === 4 && widgets.every((widget) => widget.getAttribute('state') === 'ready');
}

async function open(options: VisitOptions = {}): Promise<Visit> {
  const opened = await visit(browser, ward.url, options);
  await opened.until(allReady, 'every widget to be ready');
  return opened;
}

/** What a reader finds in a widget. */
const words = ({ page }: Visit, tag: string) =>
  page.$eval(tag, ({ shadowRoot }) => shadowRoot?.querySelector('section')?.textContent.replace(/\s+/g, ' ') ?? '');

describe('a ward’s page on another origin', () => {
  it('reads the district’s feed as any static host lets it: without credentials, for everyone', async () => {
    assert.notEqual(new URL(ward.url).origin, new URL(district.url).origin);
    const answer = await fetch(new URL('data/portal.json', district.url), { headers: { origin: ward.url } });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    const opened = await open();
    const feeds = opened.requests.filter((address) => address.endsWith('/data/portal.json'));
    assert.deepEqual(feeds, [new URL('data/portal.json', district.url).href], 'once for all widgets');
    assert.deepEqual((await opened.records()).violations, []);
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('shows what concerns the ward, of the district and of its own, and nothing else', async () => {
    const opened = await open();
    const documents = await words(opened, 'civic-directive-viewer');
    assert.match(documents, /Chỉ thị về việc triển khai thực hiện Luật Thi đua, khen thưởng/);
    assert.match(documents, /Văn bản mẫu của phường/);
    const news = await words(opened, 'civic-news-list');
    for (const title of [
      'Tin mẫu của phường: Ra quân vệ sinh đường phố cuối tuần',
      'Tin mẫu của phường: Lịch tiếp công dân trong tháng',
      'Tin mẫu: Nhân rộng các mô hình, điển hình tiên tiến',
      'Tin mẫu: Khen thưởng hướng về cơ sở, người trực tiếp lao động',
    ]) {
      assert(news.includes(title), title);
    }
    assert.doesNotMatch(news, /Biểu dương gương/);
    const campaigns = await words(opened, 'civic-campaign-list');
    assert.match(campaigns, /Vì người nghèo/);
    await opened.close();
  });

  it('counts its own visits, at the district’s collector', async () => {
    const opened = await open();
    // A browser that is driven by a program is not counted: it is shown the figures only.
    assert.match(await words(opened, 'civic-access-counter'), /Lượt xem trang này/);
    await opened.close();
  });

  it('has a look of its own, by CSS variables', async () => {
    for (const [colorScheme, accent] of [
      ['light', 'rgb(11, 97, 87)'],
      ['dark', 'rgb(111, 214, 195)'],
    ] as const) {
      const opened = await open({ colorScheme });
      const colour = await opened.page.$eval(
        'civic-news-list',
        ({ shadowRoot }) => getComputedStyle(shadowRoot!.querySelector('[part=heading]')!).color,
      );
      assert.equal(colour, accent);
      await opened.close();
    }
  });

  it('keeps its links where the district cannot be reached', async () => {
    const opened = await visit(browser, ward.url, {
      answer: async (request) => {
        if (!request.url().startsWith(district.url)) return false;
        await request.abort('connectionrefused');
        return true;
      },
    });
    // Of two sources, what the other one brings is shown.
    await opened.until(
      () => document.querySelector('civic-campaign-list')?.getAttribute('state') === 'error',
      'the failure',
    );
    assert(await opened.page.$eval('civic-campaign-list a', (link) => link.checkVisibility()));
    await opened.close();
  });

  it('says that it is a sample, in what it shows and in what it reads', () => {
    const page = readFileSync(join(own, 'index.html'), 'utf8').replace(/\s+/g, ' ');
    assert.match(page, /<span class="sample">trang mẫu<\/span>/);
    assert.match(page, /không phải trang của một cơ quan nhà nước/);
    const { items } = JSON.parse(readFileSync(join(own, 'public/data/phuong.json'), 'utf8')) as {
      items: { title: string; content_text: string }[];
    };
    for (const { title, content_text } of items) {
      assert.match(title, /^(?:Tin|Văn bản) mẫu của phường: /);
      assert.match(content_text, /không phải (?:tin thật|văn bản của một cơ quan nhà nước)/);
    }
  });
});

describe('the layout of the ward’s page', () => {
  for (const { width, height } of SIZES) {
    it(`stands still and runs off no side at ${width} px`, async () => {
      const opened = await open({ width, height });
      await opened.page.evaluate(readThrough);
      const { shifts } = await opened.records();
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      assert.ok(sum < 0.001, `${sum}: ${JSON.stringify(shifts, undefined, 1)}`);
      assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), width);
      await opened.close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      it(`has no fault that axe could name at ${width} px in ${colorScheme} colours`, async () => {
        const opened = await open({ width, colorScheme });
        assert.deepEqual(await faults(opened), []);
        await opened.close();
      });
    }
  }
});
