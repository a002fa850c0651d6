import { expect } from 'chai';
import { NewsList } from '../../../src/widgets/news-list/news-list.js';
import { axeProblems } from '../../support/axe.js';
import {
  click,
  fakeMedia,
  feedUrl,
  frame,
  hover,
  mount,
  press,
  serve,
  setHidden,
  unhover,
  until,
} from '../../support/page.js';
import { sampleFeed } from '../../support/sample-feed.js';

NewsList.define();

async function list(rest = '', feed: object = sampleFeed(3), options = {}): Promise<NewsList> {
  const src = await serve(feed);
  const widget = await mount<NewsList>(`<civic-news-list src="${src}" ${rest}></civic-news-list>`, options);
  await until(() => widget.state !== 'loading', 'the news');
  await widget.updateComplete;
  return widget;
}
const all = (widget: NewsList, name: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~=${name}]`) ?? []),
];
const titles = (widget: NewsList) => all(widget, 'title').map((title) => title.textContent);

describe('<civic-news-list>', () => {
  it('lists the newest first, each with a link and a date that machines read too', async () => {
    const widget = await list();
    expect(titles(widget)).to.deep.equal(['Tin mẫu số 3', 'Tin mẫu số 2', 'Tin mẫu số 1']);
    expect(all(widget, 'title')[0]?.getAttribute('href')).to.equal('https://example.org/tin/3');
    const date = all(widget, 'date')[0];
    expect(date?.getAttribute('datetime')).to.equal('2024-03-03T08:00:00+07:00');
    expect(date?.textContent).to.match(/^0?3\/0?3\/2024$/);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('keeps to limit, tag and organ', async () => {
    const items = [
      { id: 'a', title: 'A', tags: ['thi đua'], authors: [{ name: 'Phường mẫu' }] },
      { id: 'b', title: 'B', tags: ['thi đua'] },
      { id: 'c', title: 'C' },
    ];
    const feed = { ...sampleFeed(0), items };
    expect(titles(await list('limit="2"', feed))).to.deep.equal(['A', 'B']);
    expect(titles(await list('limit="0"', sampleFeed(15)))).to.have.length(15);
    expect(titles(await list('', sampleFeed(15)))).to.have.length(10);
    expect(titles(await list('tag="Thi đua"', feed))).to.deep.equal(['A', 'B']);
    expect(titles(await list('organ="phường mẫu"', feed))).to.deep.equal(['A']);
    expect((await list('tag="khác"', feed)).state).to.equal('empty');
  });

  it('shows no campaign and no directive for news', async () => {
    const items = [
      { id: 'a', _civic: { kind: 'directive' } },
      { id: 'b', title: 'Tin', _civic: { kind: 'news' } },
    ];
    expect(titles(await list('', { ...sampleFeed(0), items }))).to.deep.equal(['Tin']);
  });

  it('reserves the box of a picture, and shows text that was no link as text', async () => {
    const widget = await list('', {
      ...sampleFeed(0),
      items: [{ id: 'a', title: '<i>Tin</i>', image: feedUrl('status/404') }],
    });
    const [image] = all(widget, 'image');
    expect(image?.getBoundingClientRect().height).to.be.closeTo(55, 1);
    expect(image?.getAttribute('alt')).to.equal('');
    expect(titles(widget)).to.deep.equal(['<i>Tin</i>']);
    expect(all(widget, 'title')[0]?.localName).to.equal('span');
  });

  it('marks the language of what the feed says', async () => {
    const items = [
      { id: 'a', title: 'A', language: 'en' },
      { id: 'b', title: 'B' },
    ];
    const widget = await list('', { ...sampleFeed(0), items });
    expect(all(widget, 'item').map((item) => item.lang)).to.deep.equal(['en', 'vi']);
  });

  it('is a list that fits 200 px', async () => {
    const items = [{ id: 'a', title: 'Đẩymạnhchỉnhtranghiệnđạihóađôthị'.repeat(3), image: feedUrl('status/404') }];
    const widget = await list('', { ...sampleFeed(0), items }, { width: 200 });
    expect(widget.scrollWidth).to.be.at.most(200);
  });

  it('walks by keyboard from headline to headline', async () => {
    const widget = await list();
    const before = await mount('<button>a</button>');
    widget.before(before);
    before.focus();
    for (const title of all(widget, 'title')) {
      await press('Tab');
      expect(widget.shadowRoot?.activeElement).to.equal(title);
    }
  });
});

describe('<civic-news-list> in time', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const items = (...ages: number[]) => ({
    ...sampleFeed(0),
    items: ages.map((age, index) => ({ id: `${index}`, title: `Tin mẫu ${index}`, date_published: hoursAgo(age) })),
  });
  const texts = (widget: NewsList, name: string) => all(widget, name).map(({ textContent }) => textContent.trim());

  it('says how long ago it was behind the date, and marks what is new', async () => {
    const widget = await list('', items(2.5, 24 * 20));
    expect(texts(widget, 'age')).to.deep.equal(['2 giờ trước']);
    expect(texts(widget, 'new')).to.deep.equal(['Mới']);
    expect(all(widget, 'date')).to.have.length(2);
    expect(all(await list('new-days="0"', items(2.5)), 'new')).to.have.length(0);
    expect(all(await list('new-days="30"', items(2.5, 24 * 20)), 'new')).to.have.length(2);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('stands below its days, today and yesterday by name', async () => {
    const widget = await list('by-day heading-level="3"', {
      ...sampleFeed(0),
      items: [
        ...items(0).items,
        { id: 'a', title: 'A', date_published: '2024-03-01' },
        { id: 'b', title: 'B', date_published: '2024-03-01T10:00:00' },
        { id: 'c', title: 'C' },
      ],
    });
    const days = texts(widget, 'day');
    expect(days[0]).to.match(/^hôm nay, \d/i);
    expect(days.slice(1)).to.deep.equal(['01/03/2024', 'Không rõ ngày']);
    expect(all(widget, 'day')[0]?.getAttribute('aria-level')).to.equal('4');
    expect(texts(widget, 'title')).to.deep.equal(['Tin mẫu 0', 'B', 'A', 'C']);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('leads to all news where the page says where that is, and to no script', async () => {
    const [link] = all(await list('all-url="tat-ca.html"'), 'all');
    expect(link?.getAttribute('href')).to.equal(new URL('tat-ca.html', document.baseURI).href);
    expect(link?.textContent).to.equal('Xem tất cả');
    expect(all(await list('all-url="javascript:alert(1)"'), 'all')).to.have.length(0);
    expect(all(await list(), 'all')).to.have.length(0);
  });

  it('goes on with the feed’s next page when the reader asks, and takes the focus there', async () => {
    const next = await serve({ ...sampleFeed(0), items: [{ id: 'x', title: 'Tin cũ', url: 'https://example.org/x' }] });
    const widget = await list('limit="0"', sampleFeed(2, { next_url: next }));
    await until(() => all(widget, 'further')[0], 'the button');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(all(widget, 'further')[0] as HTMLElement);
    await until(() => titles(widget).length === 3, 'the next page');
    await until(() => widget.shadowRoot?.activeElement?.textContent === 'Tin cũ', 'the focus');
    expect(all(widget, 'further')).to.have.length(0);
    expect(all(await list('limit="2"', sampleFeed(2, { next_url: next })), 'further')).to.have.length(0);
  });

  it('says that the next page cannot be had, and tries again', async () => {
    const widget = await list('limit="0"', sampleFeed(2, { next_url: feedUrl('status/404') }));
    await until(() => all(widget, 'further')[0], 'the button');
    await click(all(widget, 'further')[0] as HTMLElement);
    await until(
      () => (all(widget, 'further-note')[0]?.textContent ?? '').includes('Không tải được phần tiếp theo'),
      'a word of it',
    );
    expect(all(widget, 'further')[0]?.getAttribute('aria-disabled')).to.equal(null);
    expect(titles(widget)).to.have.length(2);
  });

  it('shows the titles alone where what draws them cannot be had', async () => {
    class Broken extends NewsList {
      protected override importView(): never {
        throw new Error('no such file');
      }
    }
    Broken.define('x-broken-news');
    const src = await serve(sampleFeed(2));
    const widget = await mount<NewsList>(`<x-broken-news src="${src}"></x-broken-news>`);
    await until(() => widget.state === 'ready', 'the news');
    await widget.updateComplete;
    expect(widget.shadowRoot?.textContent).to.contain('Không tải được đầy đủ danh sách');
    expect(all(widget, 'title')).to.have.length(2);
  });
});

describe('<civic-news-list layout="ticker">', () => {
  const ticker = async (rest = '', options = {}) => {
    const widget = await list(`layout="ticker" ${rest}`, sampleFeed(6), options);
    await until(() => all(widget, 'button')[0]?.localName === 'button', 'the ticker’s button');
    return widget;
  };
  const track = (widget: NewsList) => widget.shadowRoot?.querySelector('.track') as HTMLElement;
  const animation = (widget: NewsList) => track(widget).getAnimations()[0];
  const runs = (widget: NewsList) => until(() => animation(widget)?.playState === 'running', 'a running ticker');

  it('begins with the first headline in place, and moves', async () => {
    const widget = await ticker();
    await runs(widget);
    const left = () => (all(widget, 'title')[0] as HTMLElement).getBoundingClientRect().left;
    const start = left();
    expect(start - widget.getBoundingClientRect().left).to.be.within(20, 80);
    await until(() => left() < start, 'the headline to move');
    const names = [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].map((node) => node.localName);
    expect(names).not.to.include('marquee');
  });

  it('runs as fast as asked, in characters a second', async () => {
    const duration = async (rest: string) => {
      const widget = await ticker(rest);
      await runs(widget);
      return animation(widget)?.effect?.getComputedTiming().duration as number;
    };
    const calm = await duration('speed="8"');
    expect((await duration('speed="16"')) / calm).to.be.closeTo(0.5, 0.01);
    expect((await duration('speed="-3"')) / calm).to.be.closeTo(1, 0.01);
  });

  it('pauses and goes on by its button, the first thing in it, and says which', async () => {
    const widget = await ticker();
    await runs(widget);
    const button = all(widget, 'button')[0] as HTMLElement;
    expect(button.getAttribute('aria-label')).to.equal('Dừng tin chạy');
    expect(button.compareDocumentPosition(track(widget)) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    await click(button);
    await until(() => !animation(widget), 'standing still');
    await unhover();
    expect(button.getAttribute('aria-label')).to.equal('Cho tin chạy');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(button);
    await runs(widget);
    expect(button.getAttribute('aria-label')).to.equal('Dừng tin chạy');
  });

  it('stands still under the pointer, and goes on from there', async () => {
    const widget = await ticker();
    await runs(widget);
    await hover(track(widget).parentElement as Element);
    await until(() => animation(widget)?.playState === 'paused', 'a paused ticker');
    await unhover();
    await runs(widget);
  });

  it('stands still for the keyboard, which reaches and sees every headline', async () => {
    const widget = await ticker('', { width: 320 });
    await runs(widget);
    const before = await mount('<button>a</button>');
    widget.before(before);
    before.focus();
    await press('Tab');
    await until(() => !animation(widget), 'standing still');
    const frameBox = () => (track(widget).parentElement as Element).getBoundingClientRect();
    for (const title of all(widget, 'title')) {
      await press('Tab');
      expect(widget.shadowRoot?.activeElement).to.equal(title);
      const { left } = title.getBoundingClientRect();
      expect(left).to.be.within(frameBox().left - 1, frameBox().right);
    }
    await press('Tab');
    await runs(widget);
  });

  it('starts standing under reduced motion, and moves only when told to', async () => {
    const change = fakeMedia('prefers-reduced-motion', true);
    const widget = await ticker();
    await frame();
    expect(animation(widget)).to.equal(undefined);
    await click(all(widget, 'button')[0] as HTMLElement);
    await runs(widget);
    change(true);
    await until(() => !animation(widget), 'standing still');
  });

  it('rests while the page is hidden, while it is out of sight, and when it leaves', async () => {
    const widget = await ticker();
    await runs(widget);
    setHidden(true);
    await until(() => animation(widget)?.playState === 'paused', 'a hidden page to pause it');
    setHidden(false);
    await runs(widget);
    const spacer = await mount('<div style="height: 5000px"></div>');
    widget.before(spacer);
    scrollTo(0, 0);
    await until(() => animation(widget)?.playState === 'paused', 'leaving the sight to pause it');
    const left = animation(widget);
    widget.remove();
    expect(left?.playState).to.equal('idle');
  });

  it('keeps its height while it loads and when it runs', async () => {
    const widget = await ticker('heading=""');
    expect(widget.getBoundingClientRect().height).to.be.closeTo(40, 6);
  });

  it('speaks English', async () => {
    const widget = await ticker('', { lang: 'en' });
    await until(() => all(widget, 'button')[0]?.getAttribute('aria-label') === 'Pause the ticker', 'English');
  });
});
