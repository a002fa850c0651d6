/** The loader and the embed pages as they are published, in pages of their own. */
import { expect } from 'chai';
import { afterwards, feedUrl, frame, requestCount, serve, uniqueKey, until } from '../support/page.js';

type Page = Window & typeof globalThis;

/** A page with this content, `script` in its head, in a frame of this page. */
async function hostPage(body: string, script: string, width = 700): Promise<Page> {
  const host = document.createElement('iframe');
  host.width = String(width);
  host.height = '500';
  host.srcdoc = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title>${script}</head><body>${body}</body></html>`;
  const loaded = new Promise((done) => host.addEventListener('load', done));
  document.body.append(host);
  afterwards(() => host.remove());
  await loaded;
  return host.contentWindow as Page;
}

const LOADER = '<script type="module" src="/dist/cdn/loader.js"></script>';
const CLASSIC = '<script src="/dist/cdn/civic-widgets.js"></script>';
const EMBED = '/dist/cdn/embed/';
const ready = (page: Page, selector: string) =>
  until(() => page.document.querySelector(`${selector}[state=ready]`), selector, 15_000);
const files = (page: Page) =>
  (page.performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/dist/'));
const link = (feed: string) => `${EMBED}news-list/?src=${encodeURIComponent(feed)}`;

/** The loader alone in a folder: everything else is missing there, and counted. */
async function loaderElsewhere(page: Page): Promise<void> {
  const code = await (await fetch('/dist/cdn/loader.js')).text();
  const script = page.document.createElement('script');
  script.type = 'module';
  script.textContent = code.replaceAll('import.meta.url', JSON.stringify(feedUrl('nowhere/loader.js')));
  page.document.head.append(script);
}

describe('the loader', () => {
  it('loads what the page uses and nothing else', async () => {
    const page = await hostPage(`<civic-news-list src="${feedUrl('ok.json')}"></civic-news-list>`, LOADER);
    await ready(page, 'civic-news-list');
    expect(files(page)).to.include('/dist/cdn/news-list.js');
    expect(files(page).join()).not.to.match(/banner-rotator|directive-viewer|campaign-list|access-counter/);
    expect(page.customElements.get('civic-banner-rotator')).to.equal(undefined);
  });

  it('asks for the feed once, and a widget joins that request', async () => {
    const key = uniqueKey();
    const feed = feedUrl('slow', { key, ms: 50 });
    const page = await hostPage(`<civic-news-list src="${feed}"></civic-news-list>`, LOADER);
    await ready(page, 'civic-news-list');
    expect(await requestCount(key)).to.equal(1);
  });

  it('waits with nothing for anything: feed and imports are asked for without the widget’s file', async () => {
    const key = uniqueKey();
    const page = await hostPage(`<civic-news-list src="${feedUrl('ok.json', { key })}"></civic-news-list>`, '');
    page.console.warn = () => undefined;
    await loaderElsewhere(page);
    await until(async () => (await requestCount(key)) === 1, 'the feed');
    const core =
      /chunks\/(core-[\w-]+\.js)/.exec(await (await fetch('/dist/cdn/news-list.js')).text())?.[1] ?? 'no core';
    await until(async () => (await requestCount(`/__feed/nowhere/chunks/${core}`)) === 1, 'the core');
  });

  it('leaves a lazy widget’s feed alone until it is near', async () => {
    const key = uniqueKey();
    const feed = feedUrl('ok.json', { key });
    const page = await hostPage(
      `<p style="height: 5000px"></p><civic-news-list loading="lazy" src="${feed}"></civic-news-list>`,
      LOADER,
    );
    await until(() => page.customElements.get('civic-news-list'), 'the widget');
    await frame();
    expect(await requestCount(key)).to.equal(0);
    page.scrollTo(0, 5000);
    await ready(page, 'civic-news-list');
    expect(await requestCount(key)).to.equal(1);
  });

  it('finds elements and links that come later, also in a shadow root it is told of', async () => {
    const page = await hostPage('<div></div>', LOADER);
    const div = page.document.querySelector('div')!;
    div.innerHTML = `<a href="${link(feedUrl('ok.json'))}">Tin</a>`;
    await ready(page, 'civic-news-list:not([hidden])');
    const inner = div.appendChild(page.document.createElement('p')).attachShadow({ mode: 'open' });
    const { watch } = (await page.eval('import("/dist/cdn/loader.js")')) as { watch: (root: ShadowRoot) => void };
    watch(inner);
    const counter = page.document.createElement('civic-campaign-list');
    inner.append(counter);
    await until(() => page.customElements.get('civic-campaign-list'), 'the list');
  });

  it('leaves content and link where a file cannot be had', async () => {
    const page = await hostPage(
      `<civic-news-list><b>Nội dung dự phòng</b></civic-news-list><a href="${link(feedUrl('ok.json'))}">Tin</a>`,
      '',
    );
    const told: string[] = [];
    page.console.warn = (...args: unknown[]) => told.push(String(args[0]));
    await loaderElsewhere(page);
    await until(() => told.length >= 2, 'both warnings', 15_000);
    expect(told.join()).to.contain('its content stays').and.to.contain('its link stays');
    for (const selector of ['b', 'a']) {
      expect(page.document.querySelector(selector)!.getBoundingClientRect().height).to.be.greaterThan(0);
    }
  });
});

describe('a link and the classic script', () => {
  for (const [what, body, script] of [
    ['before the link', '', CLASSIC],
    ['as async', '', CLASSIC.replace('src', 'async src')],
    ['as defer', '', CLASSIC.replace('src', 'defer src')],
    ['behind the link', CLASSIC, ''],
    ['twice', CLASSIC, CLASSIC],
    ['beside the loader', CLASSIC, LOADER],
    ['with a picture in its name’s place', `<img name="currentScript" alt="">${CLASSIC}`, ''],
  ] as const) {
    it(`work ${what}`, async () => {
      const page = await hostPage(`<a href="${link(feedUrl('ok.json'))}">Tin</a>${body}`, script);
      await ready(page, 'civic-news-list:not([hidden])');
      expect(page.document.querySelectorAll('civic-news-list')).to.have.length(1);
    });
  }
});

describe('an embed page', () => {
  async function embed(query: string, name = 'news-list', sandbox?: string): Promise<HTMLIFrameElement> {
    const host = document.createElement('iframe');
    if (sandbox !== undefined) host.setAttribute('sandbox', sandbox);
    host.width = '600';
    host.src = `${EMBED}${name}/index.html?${query}`;
    document.body.append(host);
    afterwards(() => host.remove());
    const resize = document.createElement('script');
    resize.src = `${EMBED}resize.js?${uniqueKey()}`;
    document.head.append(resize);
    afterwards(() => resize.remove());
    return host;
  }
  const src = (path: string, options = {}) => `src=${encodeURIComponent(feedUrl(path, options))}`;

  it('shows the widget, is called after the feed, and gives the frame its height and name', async () => {
    const host = await embed(`${src('ok.json', { items: 3 })}&limit=2`);
    const document = await until(
      () => host.contentDocument?.querySelector('[state=ready]') && host.contentDocument,
      'the news',
      15_000,
    );
    expect(document.querySelector('civic-news-list')?.getAttribute('limit')).to.equal('2');
    await until(() => document.title === 'Tin mới – Bản tin mẫu', 'the title');
    await until(() => host.title.startsWith('Tin mới'), 'the frame’s name');
    const height = () => document.documentElement.getBoundingClientRect().height;
    await until(() => Math.abs(host.getBoundingClientRect().height - 4 - height()) < 2, 'the frame’s height');
    expect(document.querySelector('.failed')?.getBoundingClientRect().height).to.equal(0);
  });

  it('grows and shrinks with what it holds', async () => {
    const host = await embed(src('ok.json', { items: 3 }));
    const list = await until(() => host.contentDocument?.querySelector('[state=ready]'), 'the news', 15_000);
    const height = () => Math.round(host.getBoundingClientRect().height);
    const before = await until(() => height() > 60 && height() !== 150 && height(), 'a height');
    list.setAttribute('limit', '1');
    await until(() => height() < before, 'a smaller frame');
  });

  it('works in a sandbox without an origin or storage', async () => {
    const heights: unknown[] = [];
    const listen = ({ data }: MessageEvent<{ type?: string; height?: number }>) => {
      if (data.type === 'civic-height') heights.push(data.height);
    };
    window.addEventListener('message', listen);
    afterwards(() => window.removeEventListener('message', listen));
    const host = await embed(src('ok.json', { items: 3, cors: '*' }), 'news-list', 'allow-scripts');
    expect(host.contentDocument).to.equal(null);
    // Three lines of news and a heading, not a line that says that something failed.
    await until(() => Math.max(0, ...(heights as number[])) > 100, 'the height of the news', 15_000);
    await until(() => host.title === 'Tin mới – Bản tin mẫu', 'the frame’s name');
  });

  it('opens links in the page around it', async () => {
    const target = feedUrl('html', { key: uniqueKey() });
    const feed = await serve({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Mẫu',
      items: [{ id: 'a', title: 'Tin mẫu', url: target, date_published: '2024-03-01' }],
    });
    const around = await hostPage(`<iframe src="${EMBED}news-list/index.html?src=${feed}" title="Tin"></iframe>`, '');
    const document = () => around.document.querySelector('iframe')?.contentDocument;
    const list = await until(() => document()?.querySelector('[state=ready]'), 'the news', 15_000);
    list.shadowRoot?.querySelector('a')?.click();
    await until(() => around.location.href === target, 'the page around to go there');
  });

  it('shows no feed of another site, unless the page itself allows it', async () => {
    const foreign = new URL(feedUrl('ok.json'));
    foreign.hostname = 'elsewhere.example';
    for (const query of [
      `src=${foreign}`,
      `${src('ok.json')}&report=${foreign}`,
      `src=${location.origin}.evil.example/`,
    ]) {
      const host = await embed(query);
      await until(() => host.contentDocument?.querySelector('html[data-refused]'), 'the refusal');
      expect(host.contentDocument?.querySelector('.refused')!.getBoundingClientRect().height).to.be.greaterThan(10);
      expect(host.contentDocument?.querySelector('civic-news-list')).to.equal(null);
    }
  });

  it('takes language and colours from its address', async () => {
    const host = await embed(`${src('ok.json')}&lang=en&theme=dark`);
    const document = await until(
      () => host.contentDocument?.querySelector('[state=ready]') && host.contentDocument,
      'the news',
      15_000,
    );
    expect(document.documentElement.lang).to.equal('en');
    expect(host.contentWindow!.getComputedStyle(document.documentElement).colorScheme).to.equal('dark');
    await until(() => document.title.startsWith('Latest news – '), 'the title');
  });

  for (const name of ['access-counter', 'banner-rotator', 'campaign-list', 'directive-viewer']) {
    it(`is there for ${name} and says when its feed is lost`, async () => {
      const host = await embed(src('status/404'), name);
      await until(() => host.contentDocument?.querySelector(`civic-${name}[state=error]`), 'the message', 15_000);
    });
  }
});

describe('the script for pages with frames', () => {
  it('believes no page but embed pages, and no height that is none', async () => {
    const host = document.createElement('iframe');
    host.srcdoc = '<p>Trang khác</p>';
    host.height = '120';
    document.body.append(host);
    afterwards(() => host.remove());
    const script = document.createElement('script');
    script.src = `${EMBED}resize.js?${uniqueKey()}`;
    const loaded = new Promise((done) => script.addEventListener('load', done));
    document.head.append(script);
    afterwards(() => script.remove());
    await loaded;
    const page = host.contentWindow as Page;
    page.eval(`parent.postMessage({ type: 'civic-height', height: 900 }, '*')`);
    const other = document.createElement('iframe');
    other.src = `${feedUrl('html')}#/embed/`;
    other.height = '120';
    document.body.append(other);
    afterwards(() => other.remove());
    await new Promise((done) => other.addEventListener('load', done));
    const send = (height: string) => {
      (other.contentWindow as Page).eval(`parent.postMessage({ type: 'civic-height', height: ${height} }, '*')`);
    };
    for (const height of ['-5', '"900"', 'NaN', '{}']) send(height);
    send('1e9');
    await until(() => other.style.height === '20000px', 'the last one, within bounds');
    expect(host.style.height).to.equal('');
  });
});
