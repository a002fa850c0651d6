import { expect } from 'chai';
import { loadAllPages } from '../../src/feed/all-pages.js';
import { CivicFeed } from '../../src/feed/civic-feed.js';
import type { FeedError } from '../../src/feed/error.js';
import type { CivicErrorEvent } from '../../src/feed/events.js';
import { NewsList } from '../../src/widgets/news-list/news-list.js';
import { axeProblems } from '../support/axe.js';
import { feedUrl, mount, nextEvent, requestCount, serve, uniqueKey, until } from '../support/page.js';
import { sampleFeed } from '../support/sample-feed.js';

CivicFeed.define();
NewsList.define();

const isReady = (list: Element) => until(() => list.getAttribute('state') === 'ready', 'the list');
const count = (list: Element) => list.shadowRoot?.querySelectorAll('[part~=item]').length;
const part = (list: Element, name: string) => list.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`) ?? null;

/** A feed of three pages with two items each, and the key that counts requests behind the first. */
async function threePages() {
  const key = uniqueKey();
  const page = (from: number, rest: object) => ({
    ...sampleFeed(0, rest),
    items: [from, from + 1].map((id) => ({ id: String(id), title: `Tin mẫu số ${id}` })),
  });
  const third = await serve(page(5, {}), { key });
  const second = await serve(page(3, { next_url: third }), { key });
  return { key, first: await serve(page(1, { next_url: second })) };
}

describe('further pages', () => {
  it('come when they are asked for, to every widget of the provider', async () => {
    const { key, first } = await threePages();
    const provider = await mount<CivicFeed>(
      `<civic-feed src="${first}">${'<civic-news-list limit="0"></civic-news-list>'.repeat(2)}</civic-feed>`,
    );
    const [one, two] = [...provider.querySelectorAll('civic-news-list')] as [NewsList, NewsList];
    await isReady(one);
    await isReady(two);
    // Putting the pages at the server counted as well.
    const before = await requestCount(key);
    await one.more();
    await until(() => count(two) === 4, 'the second page');
    expect([count(one), await requestCount(key)]).to.deep.equal([4, before + 1]);
    await provider.more();
    await until(() => count(one) === 6, 'the third page');
    await provider.more();
    expect([count(two), await requestCount(key)]).to.deep.equal([6, before + 2]);
  });

  it('are behind a widget’s own src too, and stay through a reload', async () => {
    const { first } = await threePages();
    const list = await mount<NewsList>(`<civic-news-list limit="0" src="${first}"></civic-news-list>`);
    await isReady(list);
    await list.more();
    expect(count(list)).to.equal(4);
    await list.reload();
    expect(count(list)).to.equal(4);
    list.src = feedUrl('ok.json', { items: 1 });
    await until(() => count(list) === 1, 'the other feed');
  });

  it('say why they cannot be had; what is there stays', async () => {
    const src = await serve(sampleFeed(2, { next_url: feedUrl('status/404') }));
    const list = await mount<NewsList>(`<civic-news-list limit="0" src="${src}"></civic-news-list>`);
    await isReady(list);
    const error: unknown = await list.more().catch((reason: unknown) => reason);
    expect((error as FeedError).code).to.equal('http');
    expect([list.state, count(list)]).to.deep.equal(['ready', 2]);
  });

  it('can be loaded one after the other by whoever needs all', async () => {
    const { first } = await threePages();
    class Probe extends NewsList {
      get held() {
        return this.feed;
      }
    }
    Probe.define('x-probe-list');
    const list = await mount<Probe>(`<x-probe-list limit="0" src="${first}"></x-probe-list>`);
    await isReady(list);
    const paged = { get feed() { return list.held; }, more: () => list.more() }; // prettier-ignore
    const seen: number[] = [];
    expect(await loadAllPages(paged, (items) => seen.push(items))).to.equal(true);
    expect(seen).to.deep.equal([4, 6]);
  });
});

describe('several sources', () => {
  it('are one list', async () => {
    const src = `${feedUrl('ok.json', { items: 2 })}  ${await serve({ ...sampleFeed(0), items: [{ id: 'khac', title: 'Tin khác' }] })}`;
    const list = await mount<NewsList>(`<civic-news-list src="${src}"></civic-news-list>`);
    await isReady(list);
    expect([count(list), part(list, 'stale')]).to.deep.equal([3, null]);
  });

  it('say which of them failed, beside what the others have', async () => {
    const src = `${feedUrl('ok.json', { items: 2 })} ${feedUrl('status/404')}`;
    const list = await mount<NewsList>('<civic-news-list></civic-news-list>');
    await until(() => list.state === 'error', 'no source');
    await list.updateComplete;
    const missing = nextEvent<CivicErrorEvent>(list, 'civic-error');
    list.src = src;
    await isReady(list);
    expect((await missing).error.code).to.equal('http');
    await until(() => part(list, 'stale'), 'the note');
    expect(part(list, 'stale')?.textContent).to.contain(`Chưa tải được đầy đủ nguồn tin: ${location.host}.`);
    expect(count(list)).to.equal(2);
    expect(part(list, 'retry')?.textContent.trim()).to.equal('Thử lại');
    expect(await axeProblems(list)).to.deep.equal([]);
  });

  it('touch no node when a reload brings nothing new', async () => {
    const src = `${feedUrl('ok.json', { items: 2 })} ${feedUrl('status/404')}`;
    const list = await mount<NewsList>(`<civic-news-list src="${src}"></civic-news-list>`);
    await isReady(list);
    await until(() => part(list, 'stale'), 'the note');
    let touched = 0;
    const observer = new MutationObserver((records) => (touched += records.length));
    observer.observe(list.shadowRoot as ShadowRoot, { subtree: true, childList: true, attributes: true, characterData: true }); // prettier-ignore
    await list.reload();
    await list.updateComplete;
    observer.disconnect();
    expect(touched).to.equal(0);
  });
});
