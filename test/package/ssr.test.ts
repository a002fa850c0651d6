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
symlinkSync(join(root, 'node_modules/@lit-labs'), join(consumer.folder, 'node_modules/@lit-labs'), 'dir');

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

/** A bundle of the elements, with what Lit has for taking over a server's nodes, or without. */
async function client(withLits: boolean): Promise<string> {
  const input = consumer.write(
    'client.js',
    `${withLits ? "import '@lit-labs/ssr-client/lit-element-hydrate-support.js';" : ''}
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

  for (const withLits of [true, false]) {
    it(`is taken over by the page ${withLits ? 'with' : 'without'} Lit’s own support: once each, no complaint`, async () => {
      site.add('/client.js', 'text/javascript', await client(withLits));
      const page = await site.open({
        head: `<script>
          complaints = [];
          addEventListener('error', ({ message }) => complaints.push(message));
          addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
          console.error = console.warn = (...words) => complaints.push(words.join(' '));
        </script>`,
        body: `${await drawn(PAGE)}
          <script>
            sections = () => ${JSON.stringify(TAGS)}.map((name) =>
              document.querySelector('civic-' + name).shadowRoot.querySelectorAll('section.base').length);
            drawn = sections();
          </script>
          <script type="module" src="/client.js"></script>`,
      });
      const found = await states(page);
      assert.deepEqual(Object.keys(found).sort(), [...TAGS.map((name) => `civic-${name}`), 'civic-feed'].sort());
      assert.deepEqual([...new Set(Object.values(found))], ['ready']);
      assert.match(await shownIn(page, 'civic-news-list'), /Tin mới.*Tin mẫu/);
      const once = TAGS.map(() => 1);
      assert.deepEqual(await page.evaluate('[drawn, sections()]'), [once, once]);
      assert.deepEqual(await page.evaluate('complaints'), []);
      await page.close();
    });
  }
});
