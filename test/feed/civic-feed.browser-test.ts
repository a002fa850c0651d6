import { expect } from 'chai';
import { CivicFeed } from '../../src/feed/civic-feed.js';
import { CivicErrorEvent, CivicLoadEvent } from '../../src/feed/events.js';
import { define, page } from '../../src/feed/page.js';
import { NewsList } from '../../src/widgets/news-list/news-list.js';
import { VERSION } from '../../src/version.js';
import {
  afterwards,
  feedUrl,
  frame,
  mount,
  nextEvent,
  requestCount,
  serve,
  setHidden,
  uniqueKey,
  until,
} from '../support/page.js';
import { sampleFeed } from '../support/sample-feed.js';

// The widgets come first on purpose: the provider's class arrives while they already wait for it.
NewsList.define();

const titles = (list: Element) =>
  [...(list.shadowRoot?.querySelectorAll('.title') ?? [])].map((title) => title.textContent);
const isReady = (list: Element) => until(() => list.getAttribute('state') === 'ready', 'the list');

describe('<civic-feed>', () => {
  it('reaches widgets that were there before its class was defined', async () => {
    const key = uniqueKey();
    const early = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('ok.json', { key })}"><div><civic-news-list></civic-news-list></div></civic-feed>`,
    );
    await frame();
    const list = early.querySelector('civic-news-list') as NewsList;
    expect(early.matches(':defined')).to.equal(false);
    expect(list.state).to.equal('loading');
    CivicFeed.define();
    await isReady(list);
    expect(titles(list)).to.have.length(3);
    expect(await requestCount(key)).to.equal(1);
  });

  it('serves thirty widgets by one request and one reading', async () => {
    const key = uniqueKey();
    const feeds = new Set<unknown>();
    const listen = (event: CivicLoadEvent) => void feeds.add(event.feed);
    document.addEventListener('civic-load', listen);
    afterwards(() => document.removeEventListener('civic-load', listen));
    const url = feedUrl('slow', { key, ms: 60 });
    const inside = '<civic-news-list></civic-news-list>'.repeat(15);
    const outside = `<civic-news-list src="${url}"></civic-news-list>`.repeat(15);
    const root = await mount(`<div><civic-feed src="${url}">${inside}</civic-feed>${outside}</div>`);
    for (const list of root.querySelectorAll('civic-news-list')) await isReady(list);
    await until(() => feeds.size > 0, 'civic-load');
    expect(await requestCount(key)).to.equal(1);
    expect(feeds.size).to.equal(1);
  });

  it('reaches widgets added later, moved in, and in other shadow roots', async () => {
    const feed = await mount<CivicFeed>(`<civic-feed src="${feedUrl('ok.json')}"><p></p></civic-feed>`);
    await nextEvent(feed, 'civic-load');
    const later = document.createElement('civic-news-list');
    feed.append(later);
    const shadow = (feed.querySelector('p') as Element).attachShadow({ mode: 'open' });
    const deep = document.createElement('civic-news-list');
    shadow.append(deep);
    await isReady(later);
    await isReady(deep);
    const outside = await mount('<civic-news-list></civic-news-list>');
    await until(() => outside.getAttribute('state') === 'error', 'no source');
    feed.append(outside);
    await isReady(outside);
  });

  it('takes the widget back to its fallback when it leaves', async () => {
    const feed = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('ok.json')}"><civic-news-list></civic-news-list></civic-feed>`,
    );
    const list = feed.querySelector('civic-news-list') as NewsList;
    await isReady(list);
    document.body.append(list);
    afterwards(() => list.remove());
    await until(() => list.state === 'error', 'no source');
  });

  it('passes on an outer feed, and hides it behind its own', async () => {
    const own = await serve(sampleFeed(1));
    const outer = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('ok.json', { items: 2 })}">
        <civic-feed><civic-news-list id="a"></civic-news-list></civic-feed>
        <civic-feed src="${own}"><civic-news-list id="b"></civic-news-list></civic-feed>
      </civic-feed>`,
    );
    const [a, b] = [...outer.querySelectorAll('civic-news-list')] as [NewsList, NewsList];
    await isReady(a);
    await isReady(b);
    expect([titles(a).length, titles(b).length]).to.deep.equal([2, 1]);
  });

  it('says its state and fires its events, which bubble out of shadow roots', async () => {
    const host = await mount('<div></div>');
    const feed = document.createElement('civic-feed');
    host.attachShadow({ mode: 'open' }).append(feed);
    feed.src = feedUrl('ok.json');
    const event = await nextEvent<CivicLoadEvent>(host, 'civic-load');
    expect(event).to.be.instanceOf(CivicLoadEvent);
    expect(event.feed.items).to.have.length(3);
    expect([event.stale, event.problems.length]).to.deep.equal([false, 0]);
    expect(feed.state).to.equal('ready');
    feed.src = feedUrl('status/404');
    const error = await nextEvent<CivicErrorEvent>(host, 'civic-error');
    expect(error).to.be.instanceOf(CivicErrorEvent);
    expect(error.error.code).to.equal('http');
    expect(feed.getAttribute('state')).to.equal('error');
    feed.src = await serve(sampleFeed(0));
    await until(() => feed.state === 'empty', 'the empty feed');
    feed.src = await serve({ version: '1', title: 't', items: [{}, { id: 'a' }] });
    const partly = await nextEvent<CivicLoadEvent>(host, 'civic-load');
    expect(partly.problems.map(({ pointer }) => pointer)).to.deep.equal(['/items/0']);
  });

  it('lets no late answer win over a changed src', async () => {
    const feed = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('slow', { ms: 150, items: 5 })}"><civic-news-list></civic-news-list></civic-feed>`,
    );
    const list = feed.querySelector('civic-news-list') as NewsList;
    feed.src = feedUrl('ok.json', { items: 1 });
    await isReady(list);
    expect(titles(list)).to.have.length(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(titles(list)).to.have.length(1);
  });

  it('asks nothing more once it has left the page', async () => {
    const key = uniqueKey();
    const feed = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('ok.json', { key })}" refresh="0.05"></civic-feed>`,
    );
    await until(async () => (await requestCount(key)) >= 1, 'the first request');
    feed.remove();
    await frame();
    const before = await requestCount(key);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await requestCount(key)).to.equal(before);
  });

  it('keeps what it has when it is only moved', async () => {
    const key = uniqueKey();
    const feed = await mount<CivicFeed>(
      `<civic-feed src="${feedUrl('ok.json', { key })}"><civic-news-list></civic-news-list></civic-feed>`,
    );
    const list = feed.querySelector('civic-news-list') as NewsList;
    await isReady(list);
    document.body.append(feed);
    afterwards(() => feed.remove());
    await feed.updateComplete;
    await isReady(list);
    expect(await requestCount(key)).to.equal(1);
  });

  it('refreshes, but not while the page is hidden', async () => {
    const key = uniqueKey();
    setHidden(true);
    const feed = await mount<CivicFeed>(`<civic-feed src="${feedUrl('ok.json', { key })}"></civic-feed>`);
    await nextEvent(feed, 'civic-load');
    feed.refresh = 0.05;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await requestCount(key)).to.equal(1);
    page().loads.clear();
    setHidden(false);
    await until(async () => (await requestCount(key)) >= 2, 'a refresh on return');
  });

  it('shows the kept copy as stale, and a fresh one once the server is back', async () => {
    const key = uniqueKey();
    const url = await serve(sampleFeed(2), { key });
    const feed = await mount<CivicFeed>(`<civic-feed src="${url}"><civic-news-list></civic-news-list></civic-feed>`);
    const list = feed.querySelector('civic-news-list') as NewsList;
    await isReady(list);
    const original = window.fetch;
    window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
    afterwards(() => {
      window.fetch = original;
    });
    const failed = nextEvent<CivicErrorEvent>(feed, 'civic-error');
    await feed.reload();
    expect((await failed).error.status).to.equal(404);
    expect([feed.state, list.state, titles(list).length]).to.deep.equal(['stale', 'stale', 2]);
    const stale = await until(() => list.shadowRoot?.querySelector('[part=stale]'), 'the note');
    expect(stale.textContent).to.contain('dữ liệu lưu lúc');
    // Another element that asks only now gets the kept copy too.
    const late = await mount<NewsList>(`<civic-news-list src="${url}"></civic-news-list>`);
    page().loads.clear();
    await until(() => ['stale', 'ready'].includes(late.state), 'the late one');
    window.fetch = original;
    await feed.reload();
    expect([feed.state, list.state]).to.deep.equal(['ready', 'ready']);
    expect(list.shadowRoot?.querySelector('[part=stale]')).to.equal(null);
  });

  it('takes no space and can be hidden', async () => {
    const feed = await mount<CivicFeed>(`<civic-feed src="${feedUrl('ok.json')}"><p>a</p></civic-feed>`);
    expect(getComputedStyle(feed).display).to.equal('contents');
    feed.hidden = true;
    expect(getComputedStyle(feed).display).to.equal('none');
  });

  it('waits for what is near when it is lazy', async () => {
    const key = uniqueKey();
    const root = await mount(
      `<div><div style="height: 5000px"></div><civic-feed loading="lazy" src="${feedUrl('ok.json', { key })}"><civic-news-list></civic-news-list></civic-feed></div>`,
    );
    const list = root.querySelector('civic-news-list') as NewsList;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await requestCount(key)).to.equal(0);
    list.scrollIntoView({ behavior: 'instant' });
    await isReady(list);
  });
});

describe('define', () => {
  const version = (tag: string) => page().tags.get(tag);
  const hear = () => {
    const said: string[] = [];
    const original = console.warn;
    console.warn = (line: string) => void said.push(line);
    afterwards(() => {
      console.warn = original;
    });
    return said;
  };

  it('tolerates a second copy silently, and names another version once', async () => {
    const said = hear();
    const tag = `x-${uniqueKey()}`;
    define(tag, class extends HTMLElement {});
    expect(version(tag)).to.equal(VERSION);
    define(tag, class extends HTMLElement {});
    expect(said).to.deep.equal([]);
    page().tags.set(tag, '0.0.1');
    define(tag, class extends HTMLElement {});
    define(tag, class extends HTMLElement {});
    // What says it comes when it is needed.
    await until(() => said.length > 0, 'the console');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('0.0.1').and.to.contain(VERSION);
  });

  it('gives a second tag a class of its own, and leaves foreign elements alone', async () => {
    const [one, two, foreign] = [`x-${uniqueKey()}`, `x-${uniqueKey()}`, `x-${uniqueKey()}`];
    const element = class extends HTMLElement {
      static readonly tag = one;
    };
    define(one, element);
    define(two, element);
    define(one, element);
    expect(customElements.get(one)).to.equal(element);
    expect(document.createElement(two)).to.be.instanceOf(element);
    const theirs = class extends HTMLElement {};
    customElements.define(foreign, theirs);
    const said = hear();
    define(foreign, class extends HTMLElement {});
    expect(customElements.get(foreign)).to.equal(theirs);
    await until(() => said.length > 0, 'the console');
    expect(said[0]).to.contain('unknown');
  });

  it('shares one registered symbol between copies, and nothing else on the page', () => {
    expect((globalThis as Record<symbol, unknown>)[Symbol.for('civic-widgets')]).to.equal(page());
  });
});
