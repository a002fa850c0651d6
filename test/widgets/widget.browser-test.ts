import { expect } from 'chai';
import { CivicFeed } from '../../src/feed/civic-feed.js';
import { NewsList } from '../../src/widgets/news-list/news-list.js';
import { axeProblems } from '../support/axe.js';
import {
  afterwards,
  click,
  feedUrl,
  frame,
  mount,
  nextEvent,
  press,
  requestCount,
  serve,
  uniqueKey,
  until,
} from '../support/page.js';
import { sampleFeed } from '../support/sample-feed.js';

CivicFeed.define();
NewsList.define();

const FALLBACK = '<a href="https://example.org/tin">Xem tin trên cổng</a>';

async function list(src: string, rest = '', inside = ''): Promise<NewsList> {
  return mount<NewsList>(`<civic-news-list src="${src}" ${rest}>${inside}</civic-news-list>`);
}
const settled = async (widget: NewsList, state: string) => {
  await until(() => widget.getAttribute('state') === state, `${state}, not ${widget.state}`);
  await widget.updateComplete;
  // The note is a file of its own, which comes when it is first needed.
  if (state === 'error') await until(() => part(widget, 'error'), 'the note');
  return widget;
};
const part = (widget: Element, name: string) =>
  widget.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`) ?? null;
/** Whether the page's own content is on screen. */
const showsFallback = (widget: Element) => (widget.querySelector('a')?.getBoundingClientRect().height ?? 0) > 0;

describe('a widget', () => {
  const failures: [string, string, string, RegExp][] = [
    ['a missing feed', 'status/404', 'http', /lỗi 404/],
    ['a broken server', 'status/500?retry-after=3600', 'http', /lỗi 500/],
    ['a login page', 'html', 'not-json', /JSON/],
    ['half a feed', 'truncated', 'not-json', /JSON/],
    ['no byte', 'empty', 'not-json', /JSON/],
    ['items that are no list', 'not-a-list', 'invalid-feed', /nguồn tin hợp lệ/],
    ['a server that never answers', 'hang', 'timeout', /chưa trả lời/],
    ['another origin that forbids it', 'reset?times=99', 'network', /đường truyền/],
  ];
  for (const [what, path, code, message] of failures) {
    it(`keeps the page's content and says what to do for ${what}`, async () => {
      const url = new URL(feedUrl(path.split('?')[0] ?? ''));
      url.search = path.split('?')[1] ?? '';
      url.searchParams.set('key', uniqueKey());
      const widget = await mount<NewsList>('<civic-news-list timeout="2"></civic-news-list>');
      widget.innerHTML = FALLBACK;
      await settled(widget, 'error');
      const event = nextEvent(widget, 'civic-error');
      widget.src = url.href;
      expect(((await event) as Event & { error: { code: string } }).error.code).to.equal(code);
      await settled(widget, 'error');
      expect(part(widget, 'error')?.textContent).to.match(message);
      expect(part(widget, 'retry')?.textContent.trim()).to.equal('Thử lại');
      expect(showsFallback(widget)).to.equal(true);
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
  }

  it('says that it has no source, and takes one that comes later', async () => {
    const widget = await mount<NewsList>('<civic-news-list></civic-news-list>');
    await settled(widget, 'error');
    expect(part(widget, 'error')?.textContent).to.contain('src');
    widget.src = feedUrl('ok.json');
    await settled(widget, 'ready');
    widget.removeAttribute('src');
    widget.src = null;
    await settled(widget, 'error');
  });

  it('says that a src is no address, and forgives the quotes of a word processor', async () => {
    const bad = await settled(await list('http://['), 'error');
    expect(part(bad, 'error')?.textContent).to.contain('src');
    await settled(await list(`“${feedUrl('ok.json')}”`), 'ready');
  });

  it('leaves the others alone when it fails', async () => {
    const root = await mount(`<div>
      <civic-news-list src="${feedUrl('html')}"></civic-news-list>
      <civic-news-list src="${feedUrl('ok.json')}"></civic-news-list>
    </div>`);
    const [bad, good] = [...root.querySelectorAll('civic-news-list')] as [NewsList, NewsList];
    await settled(bad, 'error');
    await settled(good, 'ready');
  });

  it('shows the page’s content until data is there, and then not', async () => {
    const widget = await list(feedUrl('slow', { ms: 120 }), '', FALLBACK);
    expect([widget.state, showsFallback(widget), part(widget, 'skeleton')]).to.deep.equal(['loading', true, null]);
    await settled(widget, 'ready');
    expect(showsFallback(widget)).to.equal(false);
  });

  it('shows grey shapes while it loads where the page has no content', async () => {
    const widget = await list(feedUrl('hang'), '', '\n   <!-- nothing -->\n');
    expect(part(widget, 'skeleton')?.getAttribute('aria-hidden')).to.equal('true');
    expect(part(widget, 'base')?.getAttribute('aria-busy')).to.equal('true');
    expect(widget.shadowRoot?.textContent).to.contain('Đang tải');
    expect(await axeProblems(widget)).to.deep.equal([]);
    widget.innerHTML = FALLBACK;
    await until(() => part(widget, 'skeleton') === null, 'the fallback that came late');
  });

  it('says when there is nothing, in the page’s own words where it has some', async () => {
    const src = await serve(sampleFeed(0));
    const plain = await settled(await list(src), 'empty');
    expect(part(plain, 'empty')?.textContent).to.equal('Chưa có tin nào.');
    expect(await axeProblems(plain)).to.deep.equal([]);
    const own = await settled(await list(src, '', '<b slot="empty">Không có gì mới</b>'), 'empty');
    expect((own.querySelector('b') as Element).getBoundingClientRect().height).to.be.above(0);
  });

  it('keeps the page’s own content below the message when there is nothing', async () => {
    const widget = await settled(await list(await serve(sampleFeed(0)), '', FALLBACK), 'empty');
    expect([part(widget, 'empty')?.textContent, showsFallback(widget)]).to.deep.equal(['Chưa có tin nào.', true]);
    expect(part(widget, 'skeleton')).to.equal(null);
  });

  it('lets the page replace the message of a failure', async () => {
    const own = await settled(await list(feedUrl('html'), '', '<b slot="error">Tổng đài sẽ giúp</b>'), 'error');
    expect((own.querySelector('b') as Element).getBoundingClientRect().height).to.be.above(0);
    expect(part(own, 'error')?.getBoundingClientRect().height).to.equal(0);
  });

  it('tries again by mouse and by keyboard, announces the outcome, and keeps the reader’s place', async () => {
    const key = uniqueKey();
    const widget = await settled(await list(feedUrl('status/404', { key, times: 2 })), 'error');
    const live = part(widget, 'error')?.closest('[aria-live]');
    expect(live?.getAttribute('aria-live')).to.equal('off');
    await click(part(widget, 'retry') as HTMLElement);
    await until(async () => (await requestCount(key)) === 2, 'the second attempt');
    await settled(widget, 'error');
    expect(live?.getAttribute('aria-live')).to.equal('polite');
    expect(part(widget, 'retry')).to.equal(widget.shadowRoot?.activeElement ?? null);
    await press('Enter');
    await settled(widget, 'ready');
    await until(() => part(widget, 'base') === widget.shadowRoot?.activeElement, 'the focus on the content');
  });

  it('takes no second press while it tries', async () => {
    const key = uniqueKey();
    const widget = await settled(await list(feedUrl('hang', { key }), 'timeout="0.2"'), 'error');
    widget.timeout = 3;
    await widget.updateComplete;
    const retry = part(widget, 'retry') as HTMLElement;
    retry.click();
    await until(() => widget.state === 'loading', 'the attempt');
    await widget.updateComplete;
    expect(part(widget, 'retry')?.getAttribute('aria-disabled')).to.equal('true');
    expect(part(widget, 'error')?.textContent).to.contain('Đang tải');
    part(widget, 'retry')?.click();
    await frame();
    expect(await requestCount(key)).to.equal(2);
  });

  it('has a heading of its own, the page’s, or none, at the level asked for', async () => {
    const src = feedUrl('ok.json');
    const heading = (widget: Element) => part(widget, 'heading');
    const own = await settled(await list(src), 'ready');
    expect(heading(own)?.textContent.trim()).to.equal('Tin mới');
    expect(heading(own)?.getAttribute('aria-level')).to.equal('2');
    const page = await settled(await list(src, 'heading="TIN MỚI" heading-level="4"'), 'ready');
    expect(heading(page)?.textContent.trim()).to.equal('TIN MỚI');
    expect(heading(page)?.getAttribute('aria-level')).to.equal('4');
    expect(part(page, 'base')?.getAttribute('aria-label')).to.equal('TIN MỚI');
    const none = await settled(await list(src, 'heading=""'), 'ready');
    expect(heading(none)).to.equal(null);
    expect(part(none, 'base')?.getAttribute('aria-label')).to.equal('Tin mới');
    for (const [level, expected] of [
      ['1', '2'],
      ['9', '6'],
      ['x', '2'],
    ]) {
      const odd = await settled(await list(src, `heading-level="${level}"`), 'ready');
      expect(heading(odd)?.getAttribute('aria-level')).to.equal(expected);
    }
  });

  it('speaks the language of the nearest lang, through shadow roots, and says which', async () => {
    const src = feedUrl('ok.json');
    const english = await mount<NewsList>(`<civic-news-list src="${src}"></civic-news-list>`, { lang: 'en-GB' });
    await settled(english, 'ready');
    expect(part(english, 'heading')?.textContent.trim()).to.equal('Latest news');
    english.lang = 'vi';
    await until(() => part(english, 'heading')?.textContent.trim() === 'Tin mới', 'Vietnamese');
    const other = await mount<NewsList>(`<civic-news-list src="${src}"></civic-news-list>`, { lang: 'fr' });
    await settled(other, 'ready');
    expect(part(other, 'base')?.lang).to.equal('vi');
    const host = await mount('<div lang="en"></div>');
    const inner = document.createElement('civic-news-list');
    inner.src = src;
    host.attachShadow({ mode: 'open' }).append(inner);
    await settled(inner, 'ready');
    expect(part(inner, 'heading')?.textContent.trim()).to.equal('Latest news');
  });

  it('takes the page’s own wording from HTML and from script, as text', async () => {
    const root = await mount(
      `<div data-i18n.heading="Tin <b>phường</b>"><civic-news-list src="${feedUrl('html')}"></civic-news-list></div>`,
    );
    const widget = root.querySelector('civic-news-list') as NewsList;
    widget.strings = { heading: 'bị che', retry: 'Tải lại' };
    await settled(widget, 'error');
    expect(part(widget, 'heading')?.textContent.trim()).to.equal('Tin <b>phường</b>');
    expect(part(widget, 'retry')?.textContent.trim()).to.equal('Tải lại');
  });

  it('reloads when asked, and answers when it has drawn', async () => {
    const key = uniqueKey();
    const widget = await settled(await list(feedUrl('ok.json', { key })), 'ready');
    await widget.reload();
    expect([await requestCount(key), widget.state]).to.deep.equal([2, 'ready']);
  });

  it('touches no node when a reload brings nothing new', async () => {
    const widget = await settled(await list(feedUrl('ok.json')), 'ready');
    let touched = 0;
    const observer = new MutationObserver((records) => (touched += records.length));
    observer.observe(widget.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    afterwards(() => observer.disconnect());
    await widget.reload();
    await frame();
    expect(touched).to.equal(0);
  });

  it('waits until it is near when it is lazy', async () => {
    const key = uniqueKey();
    const root = await mount(`<div><div style="height: 5000px"></div>
      <civic-news-list loading="lazy" src="${feedUrl('ok.json', { key })}"></civic-news-list></div>`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await requestCount(key)).to.equal(0);
    const widget = root.querySelector('civic-news-list') as NewsList;
    widget.scrollIntoView({ behavior: 'instant' });
    await settled(widget, 'ready');
  });

  it('resolves src like an image does, against the document’s base', async () => {
    const base = document.createElement('base');
    base.href = feedUrl('status/404');
    document.head.append(base);
    afterwards(() => base.remove());
    await settled(await list('../ok.json'), 'ready');
  });

  it('stands in the page’s own style resets: hostile rules stop at the host', async () => {
    const style = document.createElement('style');
    style.textContent =
      '* { text-transform: uppercase !important; letter-spacing: 9px !important; line-height: 3 !important; text-align: center !important; font-size: 40px !important }';
    document.head.append(style);
    afterwards(() => style.remove());
    const widget = await settled(await list(feedUrl('ok.json')), 'ready');
    const looks = getComputedStyle(widget.shadowRoot?.querySelector('.title') as Element);
    expect([looks.textTransform, looks.letterSpacing, looks.fontSize]).to.deep.equal(['none', 'normal', '16px']);
    expect(looks.textAlign).to.be.oneOf(['start', 'left']);
  });

  it('goes when it is hidden', async () => {
    const widget = await settled(await list(feedUrl('ok.json'), 'hidden'), 'ready');
    expect(getComputedStyle(widget).display).to.equal('none');
  });
});
