/**
 * Names that lists of ad blockers hide or block, as tried in Chromium with EasyList, EasyPrivacy, uBlock and AdGuard of
 * 2026, and the general rules of ABPVN, the list of Vietnam. What is in a shadow root no page-wide rule reaches; the element, what the page puts into it, and addresses are.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Parts of names (class, id, tag, attribute) that general cosmetic rules hide. */
const HIDDEN_NAMES: readonly RegExp[] = [
  /^ads?$/i,
  /^ads?[-_]/i,
  /[-_]ads?(?:[-_]|$)/i,
  /^a-ad$/i,
  /^(?:ad|advert)(?:s|slot|box|block|banner|space|unit|vert|wrap)/i,
  /^banner[-_]?(?:ads?\b|\d|top$)/i,
  /reklam/i,
  /sponsor/i,
  /^data-ad/i,
  /^quangcao/i,
  /^bottom-adv$/i,
];

/** Addresses that network rules block, wherever they are. */
const BLOCKED_PATHS: readonly RegExp[] = [
  /[-_.]\d{2,4}x\d{2,4}[-_.]/i,
  /(?:^|\/)(?:ads?|adverts?|advertis\w*|banners?ads?|sponsors?)(?:\/|$)/i,
  /(?:^|[/_-])ad(?:s|vert\w*)?[-_.?]/i,
  /\/api\/(?:ads?|events?)\b/i,
  /\/pixel\.gif/i,
  /\/counter\?id=/i,
  /\/beacon\b/i,
  /[-_/]ad[-_]?rotator/i,
  /\/quang(?:_|%20)?cao\//i,
  /\/qcao\//i,
  // Right behind the host: `.vn/qc/`.
  /^(?:https?:\/\/[^/]+)?\/qc\//i,
];

/** Boxes of the light DOM that are hidden for their size alone. */
const HIDDEN_BOXES = [
  [728, 90],
  [468, 60],
];

const isHiddenName = (name: string) => HIDDEN_NAMES.some((rule) => rule.test(name));
const isBlocked = (path: string) => BLOCKED_PATHS.some((rule) => rule.test(path));
const isHiddenBox = (tag: string) =>
  HIDDEN_BOXES.some(([width, height]) => tag.includes(`width="${width}"`) && tag.includes(`height="${height}"`));

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Names in markup and templates: tags, attributes, classes, ids and parts. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const [, tag = '', inside = ''] of text.matchAll(/<([a-z][\w-]*)((?:\s[^<>]*)?)>/g)) {
    names.push(tag);
    for (const [, attribute = '', value = ''] of inside.matchAll(/([\w-]+)(?:=["']?([^"'>]*)["']?)?/g)) {
      names.push(attribute);
      if (/^(?:class|id|part|slot|placement)$/.test(attribute)) names.push(...value.split(/\s+/));
    }
  }
  return names.filter(Boolean);
}

describe('the rules that the lists have', () => {
  it('know what is known to be hidden or blocked', () => {
    for (const name of [
      'ad-slot',
      'a-ad',
      'ad-rotator',
      'adslot',
      'banner-728',
      'banner-ad-left',
      'reklama',
      'banner-top',
      'data-ad-name',
      'data-ad-width',
      'quangcao',
      'bottom-adv',
    ]) {
      assert.ok(isHiddenName(name), name);
    }
    for (const path of [
      '/media/mau-728x90.png',
      '/media/ads/a.png',
      '/img/ad/a.png',
      '/ad_rotator/a.js',
      '/api/ad.json',
      '/api/events',
      '/ads?zone=1',
      '/pixel.gif?x',
      '/counter?id=1',
      '/qc/mau.png',
      'https://xa-mau.vn/qc/mau.png',
      'https://mau.com/qc/mau.png',
      '/media/quangcao/mau.png',
      '/media/quang_cao/mau.png',
      '/media/quang%20cao/mau.png',
      '/media/qcao/mau.png',
      '/media/banner-ads.png',
    ]) {
      assert.ok(isBlocked(path), path);
    }
    assert.ok(isHiddenBox('<img width="728" height="90">'));
  });

  it('let through what is known to pass', () => {
    for (const name of [
      'civic-banner-rotator',
      'banner-rotator',
      'notice-rotator',
      'gov-banner',
      'notice',
      'banner',
      'slide',
      'campaign',
      'data-slot',
      'data-zone',
      'heading',
      'shadow',
      'padding',
      'loading',
      'gradient',
      'bieu-ngu',
    ]) {
      assert.ok(!isHiddenName(name), name);
    }
    for (const path of [
      '/banners.json',
      '/media/notices/a.png',
      '/v1/notices/seen',
      '/chunks/loader-abc.js',
      '/read.js',
      '/head-x.js',
      '/media/bieu-ngu/mau.png',
      '/media/banners/mau.png',
      '/van-ban/qcvn-01.pdf',
    ]) {
      assert.ok(!isBlocked(path), path);
    }
  });
});

describe('the guide', () => {
  const [, section = ''] = /^## Names that ad blockers leave alone\n([^]*)/m.exec(read('docs/guide/banners.md')) ?? [];
  const [warning = '', advice = ''] = section.split('\n\n');
  const named = (text: string) => [...text.matchAll(/`([^`<]+)`/g)].map(([, name = '']) => name);
  const isListed = (name: string) => isHiddenName(name) || isBlocked(name) || isBlocked(`/media/${name}`);

  it('warns of names that are on a list, those of Vietnamese folders among them', () => {
    const names = named(warning);
    for (const name of ['/qc/', '/quangcao/', '/quang_cao/', '/quang cao/', '/qcao/', 'banner-ads.', 'quangcao'])
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) => !isListed(encodeURI(name))),
      [],
    );
  });

  it('advises names that are on none', () => {
    assert.ok(named(advice).length > 2);
    assert.deepEqual(named(advice).filter(isListed), []);
  });
});

describe('nothing of ours is on a blocker’s list', () => {
  it('by the names in the rotator’s templates and styles', () => {
    const sources = filesIn('src/widgets/banner-rotator').map(read);
    const selectors = sources.flatMap((text) =>
      [...text.matchAll(/(?<![\w$)\]'"])\.([a-z][\w-]*)(?=[\s.:,{>])/g)].map(([, name = '']) => name),
    );
    const names = [...sources.flatMap(namesIn), ...selectors];
    assert.ok(names.includes('slide') && names.includes('mark') && names.includes('controls'));
    assert.deepEqual([...new Set(names.filter(isHiddenName))], []);
  });

  it('by the attributes, parts and events of the element', () => {
    const source = read('src/widgets/banner-rotator/banner-rotator.ts');
    const names = [...source.matchAll(/^ {4}(\w+): \{/gm), ...source.matchAll(/@csspart ([\w-]+)/g)].map(
      ([, name = '']) => name,
    );
    const events = [...read('src/widgets/banner-rotator/events.ts').matchAll(/'(civic-[\w-]+)'/g)].map(
      ([, name = '']) => name,
    );
    assert.ok(names.includes('report') && names.includes('mark') && events.includes('civic-viewable'));
    assert.deepEqual([...names, ...events].filter(isHiddenName), []);
  });

  it('by the paths of files that are served: every module may become a chunk of its name', () => {
    const paths = filesIn('src').map(
      (file) => `/v1/chunks/${file.split('/').at(-1)?.replace(/\.ts$/, '-0a1B2c.js') ?? ''}`,
    );
    assert.ok(paths.length > 100);
    assert.deepEqual(paths.filter(isBlocked), []);
  });

  it('by the address that is reported to', () => {
    const [, path = ''] = /DEFAULT_PATH = '([^']+)'/.exec(read('src/widgets/banner-rotator/report-request.ts')) ?? [];
    assert.equal(path, '/v1/notices/seen');
    assert.ok(!isBlocked(path));
  });

  it('by the pictures and addresses of the demo’s feed', () => {
    const feed = read('demo/public/data/portal.json');
    const { _civic } = JSON.parse(feed) as {
      _civic: { banners: { image: string; sources?: { src: string }[]; placement?: string }[] };
    };
    const paths = _civic.banners.flatMap(({ image, sources = [] }) => [image, ...sources.map(({ src }) => src)]);
    assert.ok(paths.length > 10);
    assert.deepEqual(
      [...paths, '/data/portal.json', ...filesIn('demo/public').map((file) => `/${file}`)].filter(isBlocked),
      [],
    );
    assert.deepEqual(_civic.banners.map(({ placement = '' }) => placement).filter(isHiddenName), []);
  });

  it('by the demo’s page, whose own banner stands in the light DOM', () => {
    const page = read('demo/index.html');
    assert.match(page, /<civic-banner-rotator/);
    assert.deepEqual([...new Set(namesIn(page).filter(isHiddenName))], []);
    assert.deepEqual((page.match(/<img[^>]*>/g) ?? []).filter(isHiddenBox), []);
    const addresses = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = '']) => address);
    assert.deepEqual(addresses.filter(isBlocked), []);
  });
});
