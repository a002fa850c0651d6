/** The files as they lie on a server: a version's folder that never changes, and one that moves. */
import { expect } from 'chai';
import { VERSION } from '../../src/version.js';
import { afterwards, feedUrl, frame, serve, until } from '../support/page.js';

type Page = Window & typeof globalThis;
const FIXED = `/dist/server/${VERSION}/`;
const MOVING = '/dist/server/v1/';

async function hashOf(file: string): Promise<string> {
  const { files } = (await (await fetch(`${FIXED}sri.json`)).json()) as { files: Record<string, string> };
  return files[file] ?? 'none';
}
const flaw = (hash: string) => hash.replace(/sha384-(.)/, (_, first) => `sha384-${first === 'A' ? 'B' : 'A'}`);

const NEWS = `<civic-news-list src="${feedUrl('ok.json')}"><a href="/tin-tuc">Tin tức</a></civic-news-list>`;
const script = (src: string, attributes = '') => `<script src="${src}" ${attributes}></script>`;
const MODULE = 'type="module"';

async function hostPage(body: string, head = ''): Promise<Page> {
  const host = document.createElement('iframe');
  host.width = '700';
  host.height = '500';
  host.srcdoc = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title><script>
    troubles = [];
    addEventListener('error', (event) => troubles.push(event.message || 'failed'), true);
    console.warn = console.error = (text) => troubles.push(text);
  </script>${head}</head><body>${body}<p id="after">Nội dung phía sau</p></body></html>`;
  const loaded = new Promise((done) => host.addEventListener('load', done));
  document.body.append(host);
  afterwards(() => host.remove());
  await loaded;
  return host.contentWindow as Page;
}

const ready = (page: Page, selector = 'civic-news-list') =>
  until(() => page.document.querySelector(`${selector}[state=ready]`), selector, 15_000);
const troubles = (page: Page) => (page as Page & { troubles: string[] }).troubles;
/** Paths of our files that the page asked for. */
const files = (page: Page) =>
  page.performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/dist/'));

/** A feed whose one document has HTML, so that the sanitiser is needed. */
async function htmlFeed(): Promise<string> {
  return serve({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Mẫu',
    items: [
      {
        id: 'a',
        title: 'Văn bản mẫu',
        content_html: '<p>Nội dung <b>mẫu</b></p>',
        _civic: { kind: 'directive', directive: {} },
      },
    ],
  });
}

describe('the moving folder', () => {
  it('has a loader that takes everything else out of the version’s folder', async () => {
    const page = await hostPage(NEWS, script(`${MOVING}loader.js`, MODULE));
    await ready(page);
    expect(files(page).filter((path) => !path.startsWith(FIXED))).to.deep.equal([`${MOVING}loader.js`]);
    expect(files(page)).to.include(`${FIXED}news-list.js`);
  });

  it('has modules that share their parts with the version’s', async () => {
    const page = await hostPage(NEWS, script(`${MOVING}news-list.js`, MODULE) + script(`${FIXED}loader.js`, MODULE));
    await ready(page);
    const cores = files(page).filter((path) => path.includes('/chunks/core'));
    expect([...new Set(cores)]).to.have.length(1);
    expect(cores[0]).to.match(new RegExp(`^${FIXED}`));
    expect(troubles(page)).to.deep.equal([]);
  });

  it('has embed pages', async () => {
    const host = document.createElement('iframe');
    host.src = `${MOVING}embed/news-list/index.html?src=${encodeURIComponent(feedUrl('ok.json'))}`;
    document.body.append(host);
    afterwards(() => host.remove());
    await until(() => host.contentDocument?.querySelector('civic-news-list[state=ready]'), 'the news', 15_000);
  });
});

describe('the classic script', () => {
  for (const [what, from, before] of [
    ['a version’s folder', FIXED, ''],
    ['the moving folder', MOVING, ''],
    ['a folder that a picture’s name hides', FIXED, '<img name="currentScript" alt="">'],
  ] as const) {
    it(`out of ${what} takes its late part from the version’s`, async () => {
      const viewer = `<civic-directive-viewer item="a" src="${await htmlFeed()}"></civic-directive-viewer>`;
      const page = await hostPage(before + script(`${from}civic-widgets.js`) + viewer);
      const widget = await ready(page, 'civic-directive-viewer');
      const bold = await until(() => widget.shadowRoot?.querySelector('b'), 'the text', 15_000);
      expect(bold.textContent).to.equal('mẫu');
      const late = files(page).filter((path) => path.includes('/late/'));
      expect(late).to.include(`${FIXED}late/markup.js`);
      expect(late.filter((path) => !path.startsWith(`${FIXED}late/`))).to.deep.equal([]);
      expect(troubles(page)).to.deep.equal([]);
    });
  }

  it('takes what finds campaigns from its late part, once a reader looks for one', async () => {
    const feed = await serve({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Mẫu',
      items: ['một', 'hai'].map((word) => ({
        id: word,
        title: `Phong trào mẫu ${word}`,
        _civic: { kind: 'campaign', campaign: {} },
      })),
    });
    const list = `<civic-campaign-list search filter src="${feed}"></civic-campaign-list>`;
    const page = await hostPage(script(`${FIXED}civic-widgets.js`) + list);
    const { shadowRoot } = await ready(page, 'civic-campaign-list');
    const field = await until(() => shadowRoot?.querySelector<HTMLInputElement>('input[type=search]'), 'the field');
    const asked = () => files(page).filter((path) => path.endsWith('/late/campaigns.js'));
    expect(asked()).to.deep.equal([]);
    field.value = 'hai';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await until(() => shadowRoot!.querySelectorAll('.title').length === 1, 'what was found', 15_000);
    expect(shadowRoot!.querySelector('.title')!.textContent).to.include('Phong trào mẫu hai');
    expect(asked()).to.deep.equal([`${FIXED}late/campaigns.js`]);
    expect(troubles(page)).to.deep.equal([]);
  });
});

describe('the hashes of a version', () => {
  for (const [file, attributes] of [
    ['civic-widgets.js', 'defer'],
    ['loader.js', MODULE],
    ['news-list.js', MODULE],
  ] as const) {
    const tag = (hash: string) => script(FIXED + file, `${attributes} integrity="${hash}" crossorigin="anonymous"`);

    it(`let ${file} run where they fit`, async () => {
      const page = await hostPage(NEWS, tag(await hashOf(file)));
      await ready(page);
      expect(troubles(page)).to.deep.equal([]);
    });

    it(`keep ${file} from running where they do not, and the fallback stays`, async () => {
      const page = await hostPage(NEWS, tag(flaw(await hashOf(file))));
      await until(() => troubles(page).length > 0, 'the refusal');
      await frame();
      expect(page.customElements.get('civic-news-list')).to.equal(undefined);
      for (const selector of ['civic-news-list a', '#after']) {
        expect(page.document.querySelector(selector)!.getBoundingClientRect().height).to.be.greaterThan(0);
      }
    });
  }
});

describe('the settings for IIS', () => {
  for (const path of [`${MOVING}../web.config`, `${MOVING}web.config`, `${FIXED}web.config`]) {
    it(`are well-formed: ${new URL(path, location.href).pathname}`, async () => {
      const text = await (await fetch(path)).text();
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      expect(parsed.querySelector('parsererror')).to.equal(null);
      expect(parsed.documentElement.localName).to.equal('configuration');
    });
  }
});
