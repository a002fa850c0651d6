/** A server draws the elements with `@lit-labs/ssr`, and the page goes on with what it drew. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { rolldown } from 'rolldown';
import { openSite, shownIn, states } from '../readme/readme.js';
import { root } from '../support/built.js';
import { makeConsumer } from './consumer.js';

const consumer = await makeConsumer();
const site = await openSite();
after(async () => {
  consumer.remove();
  await site.close();
});
symlinkSync(join(root, 'node_modules/@lit-labs/ssr'), join(consumer.folder, 'node_modules/@lit-labs/ssr'), 'dir');

/** HTML out of the server, for the body of a Lit template. */
async function drawn(body: string): Promise<string> {
  const file = consumer.write(
    'server.mjs',
    `import { render } from '@lit-labs/ssr';
     import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
     import { html } from 'lit';
     import 'civic-widgets/all.js';
     console.log(await collectResult(render(html\`${body}\`)));`,
  );
  return consumer.node(file);
}

/** A bundle of the elements, with an import that comes before them. */
async function client(first?: string): Promise<string> {
  const input = consumer.write(
    'client.js',
    `${first === undefined ? '' : `import '${first}';`}
     await import('civic-widgets/all.js');`,
  );
  const bundle = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'es', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}

const PAGE = `
  <civic-feed src="/data/portal.json">
    <civic-banner-rotator><b slot="heading">Của trang</b></civic-banner-rotator>
    <civic-directive-viewer view="list"></civic-directive-viewer>
    <civic-campaign-list></civic-campaign-list>
    <civic-access-counter></civic-access-counter>
  </civic-feed>
  <civic-news-list src="/data/portal.json" heading-level="3"><a href="/tin-tuc">Tin tức</a></civic-news-list>
  <p>Phần sau của trang</p>`;
const TAGS = ['access-counter', 'banner-rotator', 'campaign-list', 'directive-viewer', 'news-list'];

describe('drawing on a server', () => {
  it('gives each widget its heading and what the page put inside, as long as there is no feed', async () => {
    const html = await drawn(PAGE);
    assert.equal(html.match(/<template shadowroot="open" shadowrootmode="open">/g)?.length, TAGS.length + 1);
    assert.match(html, /aria-label="Tin mới"/);
    assert.match(html, /role="heading" aria-level="3"/);
    assert.match(html, /<\/template><a href="\/tin-tuc">Tin tức<\/a><\/civic-news-list>/);
  });

  it('needs no feed, no document and no window, whatever an element is told', async () => {
    for (const name of TAGS) {
      const html = await drawn(
        `<civic-${name} lang="en" heading="Của trang" src="/lost.json" loading="lazy" layout="grid" paused chart></civic-${name}>`,
      );
      assert.match(html, /aria-label="Của trang"/, name);
    }
  });

  /** A page as the server drew it, whose script marks the server's nodes before the elements come. */
  async function opened(script: string, { lang = 'vi', content = PAGE } = {}) {
    site.add('/client.js', 'text/javascript', script);
    const page = await site.open({
      head: `<script>
        document.documentElement.lang = '${lang}';
        complaints = [];
        addEventListener('error', ({ message }) => complaints.push(message));
        addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
        console.error = console.warn = (...words) => complaints.push(words.join(' '));
      </script>`,
      body: `${await drawn(content)}
        <script>
          sections = () => ${JSON.stringify(TAGS)}.map((name) =>
            [...document.querySelector('civic-' + name).shadowRoot.querySelectorAll('section.base')]);
          servers = sections().flat();
        </script>
        <script type="module" src="/client.js"></script>`,
    });
    return page;
  }
  /** How many sections each widget has, and which of them the server drew. */
  const LOOK = '[sections().map(({ length }) => length), sections().map(([section]) => servers.includes(section))]';
  const all = (value: unknown) => TAGS.map(() => value);

  const BARE = TAGS.map((name) => `<civic-${name} src="/data/portal.json"></civic-${name}>`).join('');
  for (const [how, first, content, taken] of [
    ['replaced by the page', undefined, PAGE, all(false)],
    [
      'replaced by the page with Lit’s own support',
      '@lit-labs/ssr-client/lit-element-hydrate-support.js',
      PAGE,
      all(false),
    ],
    ['hydrated, node for node, by a page that asks for it', 'civic-widgets/hydrate.js', BARE, all(true)],
    [
      'hydrated around the page’s own content, but for a heading that the server did not see',
      'civic-widgets/hydrate.js',
      PAGE,
      TAGS.map((name) => name !== 'banner-rotator'),
    ],
  ] as const) {
    it(`is ${how}: once each, no complaint`, async () => {
      const page = await opened(await client(first), { content });
      const found = await states(page);
      const elements = TAGS.map((name) => `civic-${name}`);
      assert.deepEqual(
        Object.keys(found)
          .filter((tag) => tag !== 'civic-feed')
          .sort(),
        elements.sort(),
      );
      assert.deepEqual([...new Set(Object.values(found))], ['ready']);
      assert.match(await shownIn(page, 'civic-news-list'), /Tin mới.*Tin mẫu/);
      assert.equal(await page.evaluate('servers.length'), TAGS.length);
      assert.deepEqual(await page.evaluate(LOOK), [all(1), taken]);
      assert.deepEqual(await page.evaluate('complaints'), []);
      await page.close();
    });
  }

  it('is drawn anew, not taken over half, where the page speaks another language than the server', async () => {
    const page = await opened(await client('civic-widgets/hydrate.js'), { lang: 'en' });
    assert.deepEqual([...new Set(Object.values(await states(page)))], ['ready']);
    assert.match(await shownIn(page, 'civic-news-list'), /Latest news.*Tin mẫu/);
    assert.equal(
      await page.evaluate(
        `document.querySelector('civic-news-list').shadowRoot.querySelector('section').getAttribute('aria-label')`,
      ),
      'Latest news',
    );
    assert.deepEqual(await page.evaluate(LOOK), [all(1), all(false)]);
    assert.deepEqual(await page.evaluate('complaints'), []);
    await page.close();
  });

  it('goes on in a taken-over widget as in any other: what a reader does there is answered', async () => {
    const page = await opened(await client('civic-widgets/hydrate.js'));
    await states(page);
    const asked = await page.evaluate(`(async () => {
      const widget = document.querySelector('civic-news-list');
      const titles = () => widget.shadowRoot.querySelectorAll('[part~=title]').length;
      const before = titles();
      widget.tag = 'không có';
      await widget.updateComplete;
      const none = [widget.state, titles()];
      widget.tag = '';
      widget.heading = 'Của trang';
      await widget.updateComplete;
      return [before > 0, ...none, titles() === before, widget.shadowRoot.querySelector('[part=heading]').textContent.trim(),
        widget.shadowRoot.querySelector('section').getAttribute('aria-label'), widget.shadowRoot.adoptedStyleSheets.length > 0];
    })()`);
    assert.deepEqual(asked, [true, 'empty', 0, true, 'Của trang', 'Của trang', true]);
    await page.close();
  });
});
