/**
 * Editors run a sanitiser over what is pasted into them. Every published snippet goes through three, as they are by default,
 * into a page whose theme has the script: what is left of it, and what does a reader get?
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import sanitizeHtml from 'sanitize-html';
import xss from 'xss';
import { readAddress } from '../../src/embed-address.js';
import { htmlSnippets, type Kind } from '../readme/html-snippets.js';
import { openSite, states } from '../readme/readme.js';
import { built, root } from '../support/built.js';

await built();
const site = await openSite();
after(() => site.close());

/** DOMPurify needs a document, and has one where editors run it, too. */
async function withDomPurify(codes: readonly string[]): Promise<string[]> {
  const page = await site.open({ body: '' });
  await page.addScriptTag({ path: join(root, 'node_modules/dompurify/dist/purify.min.js') });
  const clean = await page.evaluate((dirty) => {
    const { DOMPurify } = window as unknown as { DOMPurify: { sanitize(html: string): string } };
    return dirty.map((code) => DOMPurify.sanitize(code));
  }, codes as string[]);
  await page.close();
  return clean;
}

const SANITISERS = {
  DOMPurify: withDomPurify,
  'sanitize-html': async (codes: readonly string[]) => codes.map((code) => sanitizeHtml(code)),
  'js-xss': async (codes: readonly string[]) => codes.map((code) => xss(code)),
};
type Sanitiser = keyof typeof SANITISERS;

/** What a reader gets. `code`: the tags themselves, to read as text. */
type Outcome = 'the widget' | 'its content' | 'its content and code' | 'code' | 'nothing';

const OUTCOMES: Readonly<Record<Kind, Readonly<Record<Sanitiser, Outcome>>>> = {
  link: { DOMPurify: 'the widget', 'sanitize-html': 'the widget', 'js-xss': 'the widget' },
  'tag with content': {
    DOMPurify: 'its content',
    'sanitize-html': 'its content',
    'js-xss': 'its content and code',
  },
  'tag without content': { DOMPurify: 'nothing', 'sanitize-html': 'nothing', 'js-xss': 'code' },
  frame: { DOMPurify: 'nothing', 'sanitize-html': 'nothing', 'js-xss': 'code' },
  script: { DOMPurify: 'nothing', 'sanitize-html': 'nothing', 'js-xss': 'code' },
};

const LINKS = htmlSnippets.filter(({ kind }) => kind === 'link');
assert(LINKS.length > 0);

const SCRIPTS = {
  'the classic script': '<script src="/civic-widgets/v1/civic-widgets.js" defer></script>',
  'the loader': '<script type="module" src="/civic-widgets/v1/loader.js"></script>',
};

interface Left {
  tags: string[];
  links: { address: string; words: string; visible: boolean }[];
  /** Pictures that say what they show. */
  pictures: number;
  text: string;
}

/** What stands in one of the page's sections. */
function leftIn(page: Page, section: string): Promise<Left> {
  return page.$eval(section, (element) => ({
    tags: [...new Set([...element.querySelectorAll('*')].map(({ localName }) => localName))],
    links: [...element.querySelectorAll('a')].map((link) => ({
      address: link.getAttribute('href') ?? '',
      words: link.textContent.trim(),
      visible: link.checkVisibility() && link.getBoundingClientRect().width > 0,
    })),
    pictures: [...element.querySelectorAll('img')].filter(({ alt }) => alt !== '').length,
    text: element.textContent.trim(),
  }));
}

/** The elements that a snippet's links stand for. */
const standsFor = (links: readonly string[]) => links.map((link) => readAddress(link, site.origin)?.tag ?? 'none');

/** Waits until so many links have become widgets that show something. */
async function upgraded(page: Page, links: readonly string[]): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('[state=ready]:not([hidden]) > a[href*="/embed/"]').length === wanted,
    { timeout: 60_000 },
    links.length,
  );
}

/** What a reader gets of it. */
function outcome(kind: Kind, { tags, links, pictures, text }: Left): Outcome {
  const code = /<(?:civic-|script|iframe)/.test(text);
  if (kind === 'link' && tags.some((tag) => tag.startsWith('civic-'))) return 'the widget';
  if (links.some(({ visible, words }) => visible && words !== '') || pictures > 0) {
    return code ? 'its content and code' : 'its content';
  }
  return code ? 'code' : text === '' ? 'nothing' : 'its content';
}

for (const name of Object.keys(SANITISERS) as Sanitiser[]) {
  describe(`what ${name} leaves`, () => {
    let page: Page;
    const complaints: string[] = [];
    before(async () => {
      const clean = await SANITISERS[name](htmlSnippets.map(({ code }) => code));
      page = await site.open({
        body: clean.map((code, index) => `<section id="s${index}">${code}</section>`).join('\n'),
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.addScriptTag({ url: '/civic-widgets/v1/civic-widgets.js' });
      await upgraded(
        page,
        LINKS.flatMap(({ links }) => links),
      );
    });
    after(() => page.close());

    for (const [index, { name: snippet, kind, links, words }] of htmlSnippets.entries()) {
      it(`of ${snippet}, a ${kind}: ${OUTCOMES[kind][name]}`, async () => {
        const left = await leftIn(page, `#s${index}`);
        assert.equal(outcome(kind, left), OUTCOMES[kind][name]);
        // Every link with its address; every word, in its order.
        assert.deepEqual(
          left.links.map(({ address }) => address),
          links,
        );
        let from = 0;
        for (const some of words) {
          const at = left.text.indexOf(some, from);
          assert(at >= from, `"${some}" is lost in: ${left.text}`);
          from = at + some.length;
        }
        for (const { words: said, visible } of left.links) assert(visible || said === '' || kind === 'link');
        // No script and no frame of ours, and no element but by way of a link.
        const active = left.tags.filter((tag) => /^(?:script|iframe|civic-.*)$/.test(tag));
        assert.deepEqual(active, kind === 'link' ? standsFor(links) : []);
      });
    }

    it('breaks nothing on the page', () => assert.deepEqual(complaints, []));

    for (const { name: snippet, code, links } of LINKS.slice(0, 1)) {
      for (const [script, head] of Object.entries(SCRIPTS)) {
        it(`of ${snippet} is enough for ${script}: the link becomes the widget, as its address says`, async () => {
          const [body = ''] = await SANITISERS[name]([code]);
          const host = await site.open({ head, body });
          await upgraded(host, links);
          const [tag = ''] = standsFor(links);
          for (const [key, value] of readAddress(links[0] ?? '', site.origin)?.attributes ?? []) {
            assert.equal(await host.$eval(tag, (widget, attribute) => widget.getAttribute(attribute), key), value);
          }
          await host.close();
        });
      }

      it(`of ${snippet} is, without any script, a link to a page that shows the same`, async () => {
        const [body = ''] = await SANITISERS[name]([code]);
        const host = await site.open({ body });
        await Promise.all([host.waitForNavigation(), host.click('a')]);
        assert.equal(new URL(host.url()).search, new URL(links[0] ?? '', site.origin).search);
        const [tag = ''] = standsFor(links);
        assert.deepEqual(await states(host), { [tag]: 'ready' });
        await host.close();
      });
    }
  });
}

describe('a picture as content of a tag', () => {
  it('is left by DOMPurify and js-xss; sanitize-html takes it away: words beside it stay', async () => {
    const code =
      '<civic-banner-rotator><a href="/a"><img src="/data/banner.svg" alt="Mẫu"> Xem</a></civic-banner-rotator>';
    for (const name of Object.keys(SANITISERS) as Sanitiser[]) {
      const [clean = ''] = await SANITISERS[name]([code]);
      assert.equal(clean.includes('<img src="/data/banner.svg" alt="Mẫu"'), name !== 'sanitize-html', name);
      assert.match(clean, /<a href="\/a">.*Xem<\/a>/, name);
    }
  });
});

describe('the guide', () => {
  it('says the same in its table', () => {
    const guide = readFileSync(join(root, 'docs/guide/embedding.md'), 'utf8');
    const names = Object.keys(SANITISERS) as Sanitiser[];
    assert(guide.includes(`| pasted | ${names.join(' | ')} |`));
    for (const [kind, outcomes] of Object.entries(OUTCOMES)) {
      const row = `| ${kind} | ${names.map((name) => outcomes[name]).join(' | ')} |`;
      assert(guide.includes(row), row);
    }
  });
});
