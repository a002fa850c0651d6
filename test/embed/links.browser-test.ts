import { expect } from 'chai';
import '../../src/embed/all.js';
import { find } from '../../src/embed/finder.js';
import { WIDGETS } from '../../src/embed-address.js';
import { afterwards, feedUrl, frame, mount, press, requestCount, serve, uniqueKey, until } from '../support/page.js';

const watch = find({ tags: [WIDGETS], load: () => Promise.resolve(), script: undefined });

const address = (feed: string, rest = '') => `/v1/embed/news-list?src=${encodeURIComponent(feed)}${rest}`;
const link = (href: string, attributes = '') => `<p>Trước <a href="${href}" ${attributes}>Tin tức</a> sau</p>`;
const widgetIn = (host: ParentNode) =>
  host.querySelector<HTMLElement & { limit: number; reload(): Promise<void> }>('civic-news-list:not([hidden])');
const upgraded = (host: ParentNode) => until(() => widgetIn(host), 'the widget in place of the link');
/** What a failing link leaves: itself, and nothing beside it. */
const untouched = async (host: HTMLElement) => {
  await until(() => !host.querySelector('civic-news-list'), 'the widget to be gone');
  expect(host.textContent).to.equal('Trước Tin tức sau');
  expect(host.querySelector('a')?.getBoundingClientRect().height).to.be.greaterThan(0);
};
const warned = () => {
  const told: string[] = [];
  const { warn } = console;
  console.warn = (...args: unknown[]) => told.push(args.map(String).join(' '));
  afterwards(() => {
    console.warn = warn;
  });
  return told;
};

describe('a link to an embed page', () => {
  it('becomes the widget, with the attributes of its address, and keeps the link inside', async () => {
    const host = await mount(link(address(feedUrl('ok.json', { items: 3 }), '&limit=2&heading-level=3')));
    const anchor = host.querySelector('a')!;
    const widget = await upgraded(host);
    expect(widget.limit).to.equal(2);
    expect(widget.shadowRoot?.textContent).to.contain('Tin mẫu số 3').and.not.to.contain('Tin mẫu số 1');
    expect(widget.firstElementChild).to.equal(anchor);
    expect(host.firstChild?.textContent).to.equal('Trước ');
    expect(host.lastChild?.textContent).to.equal(' sau');
  });

  it('is upgraded when it is put in later, however deep', async () => {
    const host = await mount<HTMLDivElement>('<div></div>');
    host.innerHTML = `<table><tr><td>${link(address(feedUrl('ok.json')))}</td></tr></table>`;
    await upgraded(host);
  });

  it('is upgraded in an open shadow root that the finder is told about, in both ways', async () => {
    for (const tell of [
      (root: ShadowRoot) => watch(root),
      (root: ShadowRoot) => root.dispatchEvent(new Event('civic-watch', { bubbles: true, composed: true })),
      (root: ShadowRoot) =>
        root.firstElementChild?.dispatchEvent(new Event('civic-watch', { bubbles: true, composed: true })),
    ]) {
      const host = await mount<HTMLDivElement>('<div></div>');
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<p></p>';
      tell(root);
      const later = document.createElement('div');
      later.innerHTML = link(address(feedUrl('ok.json')));
      root.append(later);
      await upgraded(later);
    }
  });

  for (const [what, path] of Object.entries({
    'no feed': 'status/404',
    'no JSON': 'html',
    'half a feed': 'truncated',
  })) {
    it(`stays as it was with ${what}`, async () => {
      const host = await mount(link(address(feedUrl(path))));
      await until(() => host.querySelector('civic-news-list'), 'the try');
      await untouched(host);
    });
  }

  it('stays where the feed holds nothing for it', async () => {
    const host = await mount(
      link(address(await serve({ version: 'https://jsonfeed.org/version/1.1', title: 'Trống', items: [] }))),
    );
    await until(() => host.querySelector('civic-news-list'), 'the try');
    await untouched(host);
  });

  it('is visible and leads somewhere while the feed is on its way', async () => {
    const host = await mount(link(address(feedUrl('hang'))));
    const widget = await until(() => host.querySelector('civic-news-list'), 'the widget beside it');
    await frame();
    expect(widget.getBoundingClientRect().height).to.equal(0);
    expect(host.querySelector('a')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('is no widget for addresses elsewhere, of readers, or where the page says so', async () => {
    const key = uniqueKey();
    const feed = feedUrl('ok.json', { key });
    const host = await mount(`<div>
      <a href="https://elsewhere.example${address(feed)}">a</a>
      <a href="${address(feed)}" rel="nofollow ugc">b</a>
      <a href="${address(feed)}" data-civic="link">c</a>
      <a href="/v1/embed/unknown?src=${feed}">d</a>
      ${link(address(feedUrl('ok.json')))}
    </div>`);
    await upgraded(host);
    expect(host.querySelectorAll('civic-news-list')).to.have.length(1);
    expect(await requestCount(key)).to.equal(0);
  });

  it('brings no handler, style, id or class along', async () => {
    const host = await mount(
      link(
        address(feedUrl('ok.json'), '&onclick=alert(1)&style=color:red&id=x&class=y&hidden=&state=error&nonsense=1'),
      ),
    );
    const widget = await upgraded(host);
    expect([...widget.getAttributeNames()].sort()).to.deep.equal(['src', 'state']);
    expect(widget.getAttribute('state')).to.equal('ready');
  });

  it('hands its reserved height on', async () => {
    const host = await mount(
      link(address(feedUrl('ok.json', { items: 1 })), 'style="display: block; min-height: 400px"'),
    );
    const before = host.getBoundingClientRect().height;
    const widget = await upgraded(host);
    expect(widget.getBoundingClientRect().height).to.equal(400);
    expect(host.getBoundingClientRect().height).to.be.closeTo(before, 1);
  });

  it('waits for a reader who stands on it', async () => {
    const host = await mount(link(address(feedUrl('ok.json'))));
    const anchor = host.querySelector('a')!;
    anchor.focus();
    await until(() => host.querySelector('[state=ready]'), 'the news');
    await frame();
    expect(document.activeElement).to.equal(anchor);
    expect(widgetIn(host)).to.equal(null);
    await press('Tab');
    anchor.blur();
    await upgraded(host);
  });

  it('leaves nothing behind when the page replaces its surroundings meanwhile', async () => {
    const key = uniqueKey();
    const host = await mount(`<div>${link(address(feedUrl('slow', { ms: 300, key })))}</div>`);
    await until(() => host.querySelector('civic-news-list'), 'the try');
    host.innerHTML = link(address(feedUrl('ok.json')));
    await upgraded(host);
    expect(host.querySelectorAll('civic-news-list')).to.have.length(1);
  });

  it('is tried again when it is put in anew after it failed', async () => {
    const key = uniqueKey();
    const host = await mount(link(address(feedUrl('status/404', { times: 1, key }))));
    await until(() => host.querySelector('civic-news-list'), 'the try');
    await untouched(host);
    const parent = host.parentElement!;
    host.remove();
    parent.append(host);
    await upgraded(parent);
  });

  it('shows its link again when a later answer holds nothing', async () => {
    const feed = await serve({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Mẫu',
      items: [{ id: 'a', title: 'Tin mẫu', url: 'https://example.org/a', date_published: '2024-03-01' }],
    });
    const host = await mount(link(address(feed)));
    const widget = await upgraded(host);
    await fetch(feed, {
      method: 'PUT',
      body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Trống', items: [] }),
    });
    await widget.reload();
    await until(() => (host.querySelector('a')?.getBoundingClientRect().height ?? 0) > 0, 'the link');
  });
});

describe('a tag that is not closed', () => {
  it('gives back what it swallowed, and is named in the console', async () => {
    const told = warned();
    const feed = feedUrl('ok.json', { items: 1 });
    const host = await mount(`<div><civic-news-list src="${feed}" /><h2>Phần sau</h2><p>Nội dung của trang</p></div>`);
    await until(() => host.querySelector('[state=ready]'), 'the news');
    for (const text of ['h2', 'p']) {
      expect(host.querySelector(text)?.closest('civic-news-list'), text).to.equal(null);
      expect(host.querySelector(text)!.getBoundingClientRect().height).to.be.greaterThan(0);
    }
    expect(told).to.deep.equal(['civic-widgets: <civic-news-list> is not closed. Write </civic-news-list> behind it.']);
  });

  it('is not seen in one that was closed around plain fallback content', async () => {
    const told = warned();
    const host = await mount(
      `<div><civic-news-list src="${feedUrl('ok.json')}"><ul><li><a href="/tin">Tin</a></li></ul></civic-news-list></div>`,
    );
    await until(() => host.querySelector('[state=ready]'), 'the news');
    expect(host.querySelector('ul')?.parentElement?.localName).to.equal('civic-news-list');
    expect(told).to.deep.equal([]);
  });
});
