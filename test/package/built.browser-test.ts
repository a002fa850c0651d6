/** The files as they are published, in pages of their own: what the bundler does to the sources must not show. */
import { expect } from 'chai';
import { afterwards, feedUrl, serve, until } from '../support/page.js';

type Widget = HTMLElement & { state: string; headingLevel: number; updateComplete: Promise<unknown> };

/** An empty page with one news list, into which a script of ours comes. */
function hostPage(prepare: (page: Window & typeof globalThis) => void): { document: Document; list: Widget } {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 500px';
  document.body.append(frame);
  afterwards(() => frame.remove());
  const page = frame.contentWindow as Window & typeof globalThis;
  prepare(page);
  page.document.documentElement.lang = 'vi';
  const list = page.document.createElement('civic-news-list') as Widget;
  list.setAttribute('src', feedUrl('ok.json', { items: 2 }));
  page.document.body.append(list);
  return { document: page.document, list };
}

function load(document: Document, attributes: Record<string, string>): void {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  document.head.append(script);
}

async function expectNews(list: Widget): Promise<void> {
  await until(() => list.state === 'ready', 'the news');
  await list.updateComplete;
  const text = () => list.shadowRoot?.textContent ?? '';
  expect(text()).to.contain('Tin mẫu số 1').and.to.contain('Tin mới');
  // A property that draws again when it is set: decorators and fields came through the build.
  list.headingLevel = 4;
  await list.updateComplete;
  expect(list.shadowRoot?.querySelector('[role=heading]')?.getAttribute('aria-level')).to.equal('4');
}

describe('the published files', () => {
  it('work as a module per element', async () => {
    const { document, list } = hostPage(() => undefined);
    load(document, { type: 'module', src: '/dist/cdn/news-list.js' });
    await expectNews(list);
  });

  it('work as one classic script, whatever encoding the page claims', async () => {
    const { document, list } = hostPage(() => undefined);
    load(document, { src: '/dist/cdn/civic-widgets.js', charset: 'windows-1252' });
    await expectNews(list);
  });

  it('work beside libraries that change what belongs to everybody', async () => {
    const { document, list } = hostPage((page) => {
      page.eval(`
        Object.prototype.extend = function () { throw new Error('called'); };
        Object.prototype.count = 3;
        Array.from = function (list) { return [list]; };
      `);
    });
    load(document, { src: '/dist/cdn/civic-widgets.js' });
    await expectNews(list);
  });

  /** Opens a document of such HTML, and says which files the page has asked for once its `<b>` is there. */
  async function openDocument(content_html: string): Promise<{ bold: Element; asked: string[] }> {
    const { document } = hostPage(() => undefined);
    load(document, { src: '/dist/cdn/civic-widgets.js' });
    const viewer = document.createElement('civic-directive-viewer');
    const item = { id: 'a', title: 'Văn bản mẫu', content_html };
    const kind = { kind: 'directive', directive: {} };
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Mẫu', items: [{ ...item, _civic: kind }] };
    viewer.setAttribute('src', await serve(feed));
    viewer.setAttribute('item', 'a');
    document.body.append(viewer);
    const bold = await until(() => viewer.shadowRoot?.querySelector('b'), 'the text', 15_000);
    const asked = () => document.defaultView?.performance.getEntriesByType('resource').map(({ name }) => name) ?? [];
    // It is noted when it has come; this one is asked for after all that the text needs.
    await until(() => asked().some((name) => name.endsWith('/late/citations.js')), 'the last file', 15_000);
    await new Promise((done) => setTimeout(done, 300));
    return { bold, asked: asked() };
  }
  const isSanitiser = (name: string) => name.endsWith('/dist/cdn/late/purify.js');

  it('bring the sanitiser beside the classic script where a feed has HTML that it decides on', async () => {
    const { bold, asked } = await openDocument(
      '<p onclick="x()"><a href="x">Nội dung</a> <b>mẫu</b></p><script>x()</script>',
    );
    expect(bold.closest('p')?.textContent).to.equal('Nội dung mẫu');
    expect(bold.closest('p')?.hasAttribute('onclick')).to.equal(false);
    expect(asked.some(isSanitiser)).to.equal(true);
  });

  it('do without it where nothing but harmless tags would be left to it', async () => {
    const { bold, asked } = await openDocument(
      '<p class="MsoNormal" onclick="x()" style="x">Nội dung <b onmouseover=x()>mẫu</b></p><script>x()</script>',
    );
    expect(bold.closest('p')?.outerHTML).to.match(/^<p[^>]*>Nội dung <b>mẫu<\/b><\/p>$/);
    expect(bold.closest('p')?.hasAttribute('onclick')).to.equal(false);
    expect(asked.some((name) => name.endsWith('/dist/cdn/late/markup.js'))).to.equal(true);
    expect(asked.some(isSanitiser)).to.equal(false);
  });

  it('do not mind being loaded twice, in both kinds', async () => {
    const { document, list } = hostPage(() => undefined);
    const errors: string[] = [];
    document.defaultView?.addEventListener('error', (event) => errors.push(event.message));
    load(document, { src: '/dist/cdn/civic-widgets.js' });
    load(document, { src: '/dist/cdn/civic-widgets.js?again' });
    load(document, { type: 'module', src: '/dist/cdn/all.js' });
    await expectNews(list);
    expect(errors).to.deep.equal([]);
  });
});
