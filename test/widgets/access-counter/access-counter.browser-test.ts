import { expect } from 'chai';
import { CivicFeed } from '../../../src/feed/civic-feed.js';
import type { CivicLoadEvent } from '../../../src/feed/events.js';
import { page } from '../../../src/feed/page.js';
import { AccessCounter } from '../../../src/widgets/access-counter/access-counter.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, feedUrl, mount, nextEvent, press, serve, until } from '../../support/page.js';

AccessCounter.define();
CivicFeed.define();

const SEED = { online: 0, today: 1, week: 0, total: 0 };
const REAL = { online: 12, today: 340, yesterday: 512, week: 2105, month: 9120, year: 98_211, total: 1_284_331 };
const LAYOUTS = ['list', 'digits', 'inline'] as const;

const feedWith = (statistics: unknown) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bản tin mẫu',
  language: 'vi',
  items: [],
  _civic: { statistics },
});

async function settled(widget: AccessCounter): Promise<AccessCounter> {
  await until(() => widget.state !== 'loading', 'the figures');
  await widget.updateComplete;
  return widget;
}

async function counter(statistics: unknown, rest = '', options = {}): Promise<AccessCounter> {
  const src = await serve(feedWith(statistics));
  return settled(
    await mount<AccessCounter>(`<civic-access-counter src="${src}" ${rest}></civic-access-counter>`, options),
  );
}

const all = (widget: Element, name: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~=${name}]`) ?? []),
];
/** What someone hears of a figure. */
const heard = (number: HTMLElement) => {
  const copy = number.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return copy.textContent.trim();
};
/** What someone sees of it. */
const seen = (number: HTMLElement) => {
  const copy = number.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
  return copy.textContent.replace(/\s/g, '');
};
const rows = (widget: AccessCounter, read = heard) =>
  all(widget, 'item').map((item) => {
    const [label, number] = [...item.children] as HTMLElement[];
    return `${label?.textContent ?? ''}: ${number ? read(number) : ''}`;
  });

/** Replaces what an address serves. */
async function nowServes(widget: AccessCounter, statistics: unknown): Promise<void> {
  await fetch(widget.src ?? '', { method: 'PUT', body: JSON.stringify(feedWith(statistics)) });
}

/** Notes for the webmaster that the test brings about. */
function watchWarnings(): string[] {
  const said: string[] = [];
  const original = console.warn;
  console.warn = (...words: unknown[]) => {
    const line = words.join(' ');
    // Lit's development build has advice of its own.
    if (line.startsWith('civic-')) said.push(line);
  };
  afterwards(() => {
    console.warn = original;
  });
  page().told.clear();
  return said;
}

describe('<civic-access-counter>', () => {
  it('shows the four figures of the old portals, numbers as the language writes them', async () => {
    const widget = await counter(REAL);
    expect(all(widget, 'heading')[0]?.textContent.trim()).to.equal('Thống kê truy cập');
    expect(rows(widget)).to.deep.equal(['Đang online: 12', 'Hôm nay: 340', 'Trong tuần: 2.105', 'Tất cả: 1.284.331']);
    expect(
      all(widget, 'number')[0] && getComputedStyle(all(widget, 'number')[0] as Element).fontVariantNumeric,
    ).to.equal('tabular-nums');
  });

  it('speaks English', async () => {
    const widget = await counter({ ...REAL, asOf: '2024-03-01T08:00:00+07:00' }, '', { lang: 'en' });
    expect(rows(widget)).to.deep.equal(['Online now: 12', 'Today: 340', 'This week: 2,105', 'All time: 1,284,331']);
    const asOf = () => all(widget, 'date')[0]?.textContent ?? '';
    await until(asOf, 'when they were true');
    expect(asOf()).to.contain('Figures as of 01/03/2024');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('shows the chosen figures in the chosen order', async () => {
    const widget = await counter(REAL, 'figures="total year month week yesterday today online"');
    expect(rows(widget)).to.deep.equal([
      'Tất cả: 1.284.331',
      'Trong năm: 98.211',
      'Trong tháng: 9.120',
      'Trong tuần: 2.105',
      'Hôm qua: 512',
      'Hôm nay: 340',
      'Đang online: 12',
    ]);
    widget.figures = 'today';
    await widget.updateComplete;
    expect(rows(widget)).to.deep.equal(['Hôm nay: 340']);
  });

  it('shows 0 as 0, and a dash for what is unknown', async () => {
    const widget = await counter({ online: 0, total: 7 });
    expect(rows(widget, seen)).to.deep.equal(['Đang online: 0', 'Hôm nay: —', 'Trong tuần: —', 'Tất cả: 7']);
    expect(rows(widget)[1]).to.equal('Hôm nay: chưa có số liệu');
  });

  it('shows an odometer whose leading zeros nobody hears', async () => {
    const widget = await counter({ online: 12, today: 0, total: 1_284_331 }, 'layout="digits"');
    expect(rows(widget, seen)).to.deep.equal([
      'Đang online: 000012',
      'Hôm nay: 000000',
      'Trong tuần: ––––––',
      'Tất cả: 1284331',
    ]);
    expect(rows(widget)).to.deep.equal([
      'Đang online: 12',
      'Hôm nay: 0',
      'Trong tuần: chưa có số liệu',
      'Tất cả: 1.284.331',
    ]);
    expect(all(widget, 'digit')).to.have.length(6 * 3 + 7);
    expect(widget.shadowRoot?.querySelectorAll('.leading')).to.have.length(4 + 5 + 0 + 6);
  });

  it('stands in one row where there is room, and in a column where there is none', async () => {
    const tops = (widget: AccessCounter) => new Set(all(widget, 'item').map((item) => item.offsetTop)).size;
    expect(tops(await counter(REAL, 'layout="inline"', { width: 760 }))).to.equal(1);
    expect(tops(await counter(REAL, 'layout="inline"', { width: 300 }))).to.equal(2);
  });

  it('takes an unknown layout for a list', async () => {
    const boxes = (widget: AccessCounter) =>
      all(widget, 'number').map((number) => [number.offsetTop, number.offsetWidth]);
    const widget = await counter(REAL, '', { width: 700 });
    const asList = boxes(widget);
    widget.setAttribute('layout', 'toString');
    await widget.updateComplete;
    expect(boxes(widget)).to.deep.equal(asList);
    expect(rows(widget, seen)[3]).to.equal('Tất cả: 1.284.331');
  });

  it('says when the figures were true, in the feed’s zone', async () => {
    const widget = await counter({ ...REAL, asOf: '2024-03-01T01:00:00Z' });
    const date = all(widget, 'date')[0];
    expect(date?.textContent.trim()).to.equal('Số liệu lúc 08:00 01/03/2024');
    expect(date?.querySelector('time')?.getAttribute('datetime')).to.equal('2024-03-01T01:00:00Z');
    expect(all(await counter(REAL), 'date')[0]?.textContent.trim()).to.equal('');
  });

  it('takes its heading from the page, or none', async () => {
    const own = await counter(REAL, 'heading="Lượt truy cập" heading-level="4"');
    expect(all(own, 'heading')[0]?.getAttribute('aria-level')).to.equal('4');
    expect(all(own, 'heading')[0]?.textContent.trim()).to.equal('Lượt truy cập');
    expect(all(await counter(REAL, 'heading=""'), 'heading')).to.have.length(0);
  });

  it('takes its figures from the feed around it', async () => {
    const src = await serve(feedWith(REAL));
    const feed = await mount(`<civic-feed src="${src}"><civic-access-counter></civic-access-counter></civic-feed>`);
    const widget = await settled(feed.querySelector('civic-access-counter') as AccessCounter);
    expect(rows(widget)[3]).to.equal('Tất cả: 1.284.331');
  });

  describe('figures that cannot be true together', () => {
    it('are shown, named in civic-load, and said once in the console', async () => {
      const warnings = watchWarnings();
      const src = await serve(feedWith(SEED));
      const widget = await mount<AccessCounter>('<civic-access-counter></civic-access-counter>');
      const loaded = nextEvent<CivicLoadEvent>(widget, 'civic-load');
      widget.src = src;
      const { problems } = await loaded;
      expect(rows(widget)).to.deep.equal(['Đang online: 0', 'Hôm nay: 1', 'Trong tuần: 0', 'Tất cả: 0']);
      expect(problems.map(({ pointer, message }) => `${pointer}: ${message}`)).to.deep.equal([
        '/_civic/statistics/today: today (1) is more than week (0)',
        '/_civic/statistics/today: today (1) is more than total (0)',
      ]);
      await nowServes(widget, { ...SEED, today: 2 });
      const again = nextEvent<CivicLoadEvent>(widget, 'civic-load');
      await widget.reload();
      expect((await again).problems[0]?.message).to.equal('today (2) is more than week (0)');
      await counter(SEED);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/^civic-access-counter: .*today \(1\) is more than week \(0\); /);
    });

    it('are told beside what was wrong in the feed itself', async () => {
      watchWarnings();
      const src = await serve(feedWith({ ...SEED, online: -1 }));
      const widget = await mount<AccessCounter>('<civic-access-counter></civic-access-counter>');
      const loaded = nextEvent<CivicLoadEvent>(widget, 'civic-load');
      widget.src = src;
      const pointers = (await loaded).problems.map(({ pointer }) => pointer);
      expect(pointers).to.deep.equal([
        '/_civic/statistics/online',
        '/_civic/statistics/today',
        '/_civic/statistics/today',
      ]);
    });

    it('are no reason to warn where there are none', async () => {
      const warnings = watchWarnings();
      await counter(REAL);
      expect(warnings).to.deep.equal([]);
    });
  });

  describe('what changes', () => {
    for (const layout of LAYOUTS) {
      it(`moves nothing: ${layout}`, async () => {
        for (const width of [240, 760]) {
          const waiting = await mount<AccessCounter>(
            `<civic-access-counter src="${feedUrl('hang')}" layout="${layout}"></civic-access-counter>`,
            { width },
          );
          const widget = await counter({ online: 9, today: 99, asOf: '2024-03-01T08:00:00Z' }, `layout="${layout}"`, {
            width,
          });
          const boxes = (of: AccessCounter) => {
            const { left, top } = of.getBoundingClientRect();
            return [...all(of, 'item'), ...all(of, 'label')].map((element) => {
              const box = element.getBoundingClientRect();
              return [box.left - left, box.top - top, box.height].map((value) => Math.round(value)).join(' ');
            });
          };
          const before = boxes(widget);
          const height = widget.offsetHeight;
          // The labels stand already while the figures are under way.
          expect(boxes(waiting)).to.deep.equal(before);
          expect(waiting.offsetHeight).to.equal(height);
          await nowServes(widget, { online: 10, today: 1_234, week: 98_765, total: 123_456 });
          await widget.reload();
          expect(rows(widget)[3]).to.equal('Tất cả: 123.456');
          expect(boxes(widget)).to.deep.equal(before);
          expect(widget.offsetHeight).to.equal(height);
        }
      });
    }

    it('is not read out by itself', async () => {
      const widget = await counter(REAL);
      const number = all(widget, 'number')[0];
      expect(number?.closest('[aria-live], [role=status], [role=alert], output')).to.equal(null);
    });

    it('touches no element when a refresh brings the same figures', async () => {
      const widget = await counter(REAL, 'layout="digits"');
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(all(widget, 'list')[0] as Node, { childList: true, characterData: true, subtree: true });
      await widget.reload();
      observer.takeRecords().forEach((record) => changes.push(record));
      observer.disconnect();
      expect(changes).to.have.length(0);
    });
  });

  describe('a feed without usable figures', () => {
    const none: [string, unknown][] = [
      ['no statistics', undefined],
      ['statistics that are text', 'một nghìn'],
      ['statistics that are a list', [1, 2, 3]],
      ['null', null],
      ['figures of the wrong kind', { online: '12', today: true, week: {}, total: [7] }],
      ['figures below 0 and between', { online: -1, today: 1.5, week: null, total: -0.1 }],
      ['only figures that are not shown', { month: 5 }],
    ];
    for (const [what, statistics] of none) {
      it(`is empty, never 0: ${what}`, async () => {
        const widget = await counter(statistics);
        expect(widget.state).to.equal('empty');
        expect(all(widget, 'empty')[0]?.textContent).to.equal('Chưa có số liệu truy cập.');
        expect(await axeProblems(widget)).to.deep.equal([]);
      });
    }

    it('loses only the figures that are wrong', async () => {
      const widget = await counter({ online: 'NaN', today: 3, week: -3, total: 9, asOf: '2024-02-30' });
      expect(rows(widget, seen)).to.deep.equal(['Đang online: —', 'Hôm nay: 3', 'Trong tuần: —', 'Tất cả: 9']);
      expect(all(widget, 'date')[0]?.textContent.trim()).to.equal('');
    });

    it('is a message with a way on where the feed cannot be had', async () => {
      const widget = await mount<AccessCounter>(
        `<civic-access-counter src="${feedUrl('status/404')}"></civic-access-counter>`,
      );
      await until(() => all(widget, 'retry')[0], 'the note');
      expect(widget.state).to.equal('error');
      expect(rows(widget)).to.deep.equal([]);
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
  });

  it('holds the largest number there is in a narrow column', async () => {
    for (const layout of LAYOUTS) {
      const widget = await counter({ ...REAL, total: Number.MAX_SAFE_INTEGER }, `layout="${layout}"`, { width: 200 });
      expect(widget.scrollWidth, layout).to.be.at.most(200);
      const base = widget.shadowRoot?.querySelector('.base');
      expect(base?.scrollWidth, layout).to.be.at.most(200);
    }
  });

  it('stops nobody on the way through the page by keyboard', async () => {
    const widget = await counter(REAL);
    const before = document.createElement('button');
    const after = document.createElement('button');
    widget.before(before);
    widget.after(after);
    before.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(after);
  });

  for (const layout of LAYOUTS) {
    it(`is accessible, light and dark, known and unknown, loading too: ${layout}`, async () => {
      for (const scheme of ['light', 'dark']) {
        for (const statistics of [REAL, { today: 3, asOf: '2024-03-01' }]) {
          const widget = await counter(statistics, `layout="${layout}"`, { width: 240 });
          const box = widget.parentElement as HTMLElement;
          box.style.colorScheme = scheme;
          box.style.background = scheme === 'dark' ? '#111418' : '#ffffff';
          expect(await axeProblems(widget)).to.deep.equal([]);
        }
      }
      const waiting = await mount<AccessCounter>(
        `<civic-access-counter src="${feedUrl('hang')}" layout="${layout}"></civic-access-counter>`,
      );
      expect(waiting.state).to.equal('loading');
      expect(await axeProblems(waiting)).to.deep.equal([]);
    });
  }
});
