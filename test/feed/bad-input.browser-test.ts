/** Every widget × every bad answer: the state and the words of the contract, and the rest of the page goes on. */
import { expect } from 'chai';
import '../../src/embed/all.js';
import type { CivicErrorEvent, CivicLoadEvent } from '../../src/feed/events.js';
import type { WidgetState } from '../../src/widgets/widget.js';
import { feedUrl, mount, serve, uniqueKey, until } from '../support/page.js';
import {
  banner,
  campaign,
  directive,
  feedOf,
  FIGURES,
  type Json,
  type JsonObject,
  news,
  placesIn,
  withAll,
  withAt,
  WRONG,
} from './whole-feed.js';

type AnyWidget = HTMLElement & { src: string; state: WidgetState; updateComplete: Promise<unknown> };

interface Kind {
  tag: string;
  /** What the element is told besides its feed, so that it shows all it has. */
  attributes: string;
  /** One entry, whole. */
  entry: (id: string) => JsonObject;
  /** A feed of such entries. */
  feed: (entries: Json[]) => JsonObject;
  /** Matches each entry shown. */
  shown: string;
  /** What it says for an empty feed. */
  empty: { vi: string; en: string };
}

const KINDS: readonly Kind[] = [
  {
    tag: 'civic-news-list',
    attributes: 'limit="0"',
    entry: news,
    feed: (entries) => feedOf(entries),
    shown: '[part~=item]',
    empty: { vi: 'Chưa có tin nào.', en: 'No news yet.' },
  },
  {
    tag: 'civic-directive-viewer',
    attributes: 'view="list" page-size="100000"',
    entry: directive,
    feed: (entries) => feedOf(entries),
    shown: '[part~=item]',
    empty: { vi: 'Chưa có văn bản nào.', en: 'No documents yet.' },
  },
  {
    tag: 'civic-campaign-list',
    attributes: 'page-size="0"',
    entry: campaign,
    feed: (entries) => feedOf(entries),
    shown: '[part~=item]',
    empty: { vi: 'Chưa có phong trào, chiến dịch nào.', en: 'No campaigns yet.' },
  },
  {
    tag: 'civic-banner-rotator',
    attributes: 'layout="stack"',
    entry: banner,
    feed: (entries) => feedOf([], { banners: entries }),
    shown: '[part~=slide]',
    empty: { vi: 'Chưa có biểu ngữ nào.', en: 'No banners yet.' },
  },
];
const COUNTER = {
  tag: 'civic-access-counter',
  attributes: 'figures="online today yesterday week month year total"',
  empty: { vi: 'Chưa có số liệu truy cập.', en: 'No figures yet.' },
};
const FALLBACK = '<a class="own" href="https://example.org/">Xem trên cổng</a>';

interface Stage {
  widget: AnyWidget;
  /** Another widget on the same page, with a feed of its own. */
  neighbour: AnyWidget;
  /** What the widget reported with its data. */
  load: () => CivicLoadEvent | undefined;
  error: () => CivicErrorEvent | undefined;
}

async function stage(
  { tag, attributes }: { tag: string; attributes: string },
  src: string,
  { inside = FALLBACK, lang = 'vi' } = {},
): Promise<Stage> {
  const root = await mount('<div></div>', { lang });
  let load: CivicLoadEvent | undefined;
  let error: CivicErrorEvent | undefined;
  root.addEventListener('civic-load', (event) => {
    if (event.target !== root.lastElementChild) load = event;
  });
  root.addEventListener('civic-error', (event) => (error = event));
  const address = src.replaceAll('&', '&amp;');
  root.innerHTML = `<${tag} ${attributes} timeout="1" src="${address}">${inside}</${tag}>
    <civic-news-list src="${feedUrl('ok.json', { key: uniqueKey() })}"></civic-news-list>`;
  const [widget, neighbour] = [...root.children] as [AnyWidget, AnyWidget];
  return { widget, neighbour, load: () => load, error: () => error };
}

const all = (widget: Element, selector: string) => [...(widget.shadowRoot?.querySelectorAll(selector) ?? [])];
const part = (widget: Element, name: string) => all(widget, `[part~=${name}]`)[0];
const words = (element: Element | undefined) => element?.textContent.replace(/\s+/g, ' ').trim();
const isHigh = (element: Element | null | undefined) => (element?.getBoundingClientRect().height ?? 0) > 0;

async function settled(widget: AnyWidget, state: WidgetState, patience?: number): Promise<void> {
  await until(() => widget.getAttribute('state') === state, `${state}, not ${widget.state}`, patience);
  await widget.updateComplete;
}

/** Nothing a reader could stumble over: no value that was never meant to be read. */
function expectPlainWords(widget: Element): void {
  const said = (widget.shadowRoot?.querySelector('.base') as HTMLElement).innerText;
  expect(said).not.to.match(/undefined|\bnull\b|NaN|\[object|Invalid Date/);
}

const failures: [
  what: string,
  path: string,
  query: Record<string, string | number>,
  code: string,
  vi: string,
  en: string,
][] = [
  [
    'a feed that is missing',
    'status/404',
    {},
    'http',
    'Máy chủ báo lỗi 404. Xin thử lại sau.',
    'The server reports error 404. Try again later.',
  ],
  [
    'a server that is broken',
    'status/500',
    { 'retry-after': 3600 },
    'http',
    'Máy chủ báo lỗi 500. Xin thử lại sau.',
    'The server reports error 500. Try again later.',
  ],
  [
    'HTML instead of JSON',
    'html',
    {},
    'not-json',
    'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
    'The data source is not JSON, RSS or Atom. Please tell the webmaster.',
  ],
  [
    'JSON that ends in the middle',
    'truncated',
    {},
    'not-json',
    'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
    'The data source is not JSON, RSS or Atom. Please tell the webmaster.',
  ],
  [
    'no byte at all',
    'empty',
    {},
    'not-json',
    'Nguồn dữ liệu không phải là JSON, RSS hay Atom. Xin báo cho người quản trị trang.',
    'The data source is not JSON, RSS or Atom. Please tell the webmaster.',
  ],
  [
    'items that are no list',
    'not-a-list',
    {},
    'invalid-feed',
    'Nguồn dữ liệu không phải là nguồn tin hợp lệ. Xin báo cho người quản trị trang.',
    'The data source is not a valid feed. Please tell the webmaster.',
  ],
  [
    'a connection that is cut',
    'reset',
    {},
    'network',
    'Không kết nối được với nguồn dữ liệu. Xin kiểm tra đường truyền rồi thử lại.',
    'The data source cannot be reached. Check the connection and try again.',
  ],
  [
    'a server that never answers',
    'hang',
    {},
    'timeout',
    'Máy chủ chưa trả lời. Xin chờ một lát rồi thử lại.',
    'The server has not answered. Wait a moment and try again.',
  ],
];

for (const kind of [...KINDS, COUNTER]) {
  describe(`<${kind.tag}> given nothing to show`, () => {
    for (const [what, path, query, code, vi, en] of failures) {
      for (const [lang, message, retry] of [
        ['vi', vi, 'Thử lại'],
        ['en', en, 'Try again'],
      ] as const) {
        // The other failures differ in their words only, which one widget is enough for.
        if (lang === 'en' && code !== 'http' && kind.tag !== 'civic-news-list') continue;
        it(`keeps the page's content and says what to do for ${what} (${lang})`, async () => {
          const { widget, neighbour, error } = await stage(kind, feedUrl(path, { ...query, key: uniqueKey() }), {
            lang,
          });
          await settled(widget, 'error');
          await until(() => words(part(widget, 'error')?.querySelector('p') ?? undefined) === message, message);
          expect(isHigh(part(widget, 'error'))).to.equal(true);
          expect(words(part(widget, 'retry'))).to.equal(retry);
          expect(isHigh(widget.querySelector('.own'))).to.equal(true);
          expect(error()?.error.code).to.equal(code);
          await settled(neighbour, 'ready');
        });
      }
    }

    for (const lang of ['vi', 'en'] as const) {
      it(`says so for an empty feed (${lang})`, async () => {
        const { widget, neighbour } = await stage(kind, await serve(feedOf([])), { inside: '', lang });
        await settled(widget, 'empty');
        expect(words(part(widget, 'empty'))).to.equal(kind.empty[lang]);
        expect(isHigh(part(widget, 'empty'))).to.equal(true);
        await settled(neighbour, 'ready');
      });
    }

    it('is empty, not broken, for items that are no items', async () => {
      const items = [...WRONG, [[[]]], 'x'.repeat(1000)];
      const { widget, load } = await stage(kind, await serve(feedOf(items, { banners: items })), { inside: '' });
      await settled(widget, 'empty');
      await until(load, 'civic-load');
      expect(load()?.problems.length).to.be.at.least(items.length);
    });

    it('is empty, not broken, for a head and an extension of wrong types', async () => {
      for (const wrong of WRONG) {
        const spoilt = withAt(withAll(feedOf([]), /^(?!items$|_civic$)/, wrong), ['_civic'], wrong);
        const { widget } = await stage(kind, await serve(spoilt), { inside: '' });
        await settled(widget, 'empty');
        expectPlainWords(widget);
      }
    });
  });
}

for (const kind of KINDS) {
  describe(`<${kind.tag}> given bad entries among good ones`, () => {
    const { entry, feed } = kind;

    async function shown(entries: Json[]): Promise<Stage> {
      const result = await stage(kind, await serve(feed(entries)));
      await settled(result.widget, 'ready');
      await until(result.load, 'civic-load');
      expect(isHigh(result.widget.querySelector('.own'))).to.equal(false);
      expectPlainWords(result.widget);
      await settled(result.neighbour, 'ready');
      return result;
    }
    const count = ({ widget }: Stage) => all(widget, kind.shown).length;

    it('shows an entry whatever the type of one of its fields', async () => {
      // Without these, nothing is left that could be shown, or it is another kind of thing.
      const vital = ['id', '_civic', '_civic.kind', 'image', ...(kind.tag === 'civic-news-list' ? [] : ['placement'])];
      // Another day, or a true `fallback`, is nothing wrong: such a banner runs at another time.
      const times = /^(?:weekdays\.|fallback$)/;
      const places = placesIn(entry('mau')).filter(
        (place) => !vital.includes(place.join('.')) && !times.test(place.join('.')),
      );
      const entries = places.flatMap((place, at) =>
        WRONG.map((wrong, which) => withAt(entry(`${at}-${which}`), place, wrong)),
      );
      const result = await shown(entries);
      expect(entries.length).to.be.above(60);
      expect(count(result)).to.equal(entries.length);
      expect(result.load()?.problems).not.to.deep.equal([]);
    });

    it('drops what has no id and shows the rest', async () => {
      const none = WRONG.filter((id) => typeof id !== 'number' && typeof id !== 'string');
      const without = [undefined, '', ...none].map((id) => withAt(entry('x'), ['id'], id));
      const result = await shown([entry('tot'), ...without, withAt(entry('x'), ['id'], 7)]);
      expect(count(result)).to.equal(2);
      expect(result.load()?.problems.length).to.be.at.least(without.length);
    });

    it('is empty when nothing has an id', async () => {
      const without = withAt(entry('x'), ['id'], undefined);
      const { widget } = await stage(kind, await serve(feed([without, without])), { inside: '' });
      await settled(widget, 'empty');
    });

    it('shows what has impossible dates, without them', async () => {
      const dates = ['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '31/12/2024', 'hôm qua', '', 1709251200];
      const times = ['2024-03-01T25:00:00+07:00', '2024-03-01T08:61:00Z', '2024-03-01T08:00:00+99:00'];
      const fields = /date|^(?:start|end|time|asOf|effective)/i;
      const entries = [...dates, ...times].map((date, index) => withAll(entry(String(index)), fields, date));
      const result = await shown(entries);
      expect(count(result)).to.equal(entries.length);
      expect(all(result.widget, 'time')).to.deep.equal([]);
      expect(words(result.widget.shadowRoot?.querySelector('.base') ?? undefined)).not.to.match(/hôm qua|31\/12\/2024/);
    });

    it('follows no address that could run a script', async () => {
      const schemes = [
        'javascript:alert(1)',
        ' JaVaScRiPt:alert(1)',
        'java\nscript:alert(1)',
        'vbscript:x',
        'data:text/html,x',
      ];
      const links = schemes.map((address, index) =>
        withAll(entry(`lien-ket-${index}`), /^(?:url|external_url|href|avatar|banner_image)$/, address),
      );
      const pictures = schemes.map((address, index) => withAll(entry(`anh-${index}`), /^(?:image|src)$/, address));
      const result = await shown([entry('tot'), ...links, ...pictures]);
      // A banner is its picture; everything else can do without one.
      const dropped = kind.tag === 'civic-banner-rotator' ? pictures.length : 0;
      expect(count(result)).to.equal(1 + links.length + pictures.length - dropped);
      for (const element of all(result.widget, '[href], [src], [srcset]')) {
        for (const name of ['href', 'src', 'srcset']) {
          const address = element.getAttribute(name);
          if (address !== null) expect(address.trim()).to.match(/^(?:https?:\/\/|\/|#)/);
        }
      }
    });
  });
}

/** Milliseconds: megabytes through a test server, in the slowest engine on a busy machine. */
const PATIENCE = 90_000;

describe('10,000 items', () => {
  for (const kind of KINDS) {
    it(`are not too many for <${kind.tag}>, which draws what a reader can take in`, async () => {
      const many = [...Array(10_000).keys()].map((index) => {
        const { id, title, image, _civic } = kind.entry(`${index}`);
        // Many, not long: what a test server takes to send is nothing of ours.
        const { kind: name } = (_civic ?? {}) as JsonObject;
        return { id, image, ...(title ? { title } : {}), ...(name ? { _civic: { kind: name } } : {}) } as JsonObject;
      });
      const attributes = kind.tag === 'civic-banner-rotator' ? '' : 'view="list"';
      const { widget, neighbour } = await stage({ tag: kind.tag, attributes }, await serve(kind.feed(many)));
      await settled(widget, 'ready', PATIENCE);
      expect(all(widget, '*').length).to.be.within(5, 1000);
      await settled(neighbour, 'ready', PATIENCE);
    }).timeout(3 * PATIENCE);
  }

  it('do not keep <civic-access-counter> from its figures', async () => {
    const many = [...Array(10_000).keys()].map((index) => ({ id: index, title: `Tin mẫu ${index}` }));
    const { widget } = await stage(COUNTER, await serve(feedOf(many, { statistics: FIGURES })));
    await settled(widget, 'ready', PATIENCE);
    expect(words(all(widget, '.total dd')[0])).to.equal('125.000');
  }).timeout(3 * PATIENCE);
});

describe('<civic-access-counter> given bad figures', () => {
  const numbers = Object.keys(FIGURES).filter((name) => name !== 'asOf');
  const dashes = (widget: Element) => all(widget, '[part~=number] [aria-hidden]').map(words);

  for (const wrong of [...WRONG, 1.5, '12']) {
    it(`shows the others as unknown when all but one are ${JSON.stringify(wrong)}`, async () => {
      const spoilt = withAt(withAll(FIGURES, /./, wrong), ['total'], 125_000);
      const { widget, neighbour } = await stage(COUNTER, await serve(feedOf([], { statistics: spoilt })));
      await settled(widget, 'ready');
      expect(words(all(widget, '.total dd')[0])).to.equal('125.000');
      expect(dashes(widget)).to.deep.equal(numbers.filter((name) => name !== 'total').map(() => '—'));
      expectPlainWords(widget);
      expect(all(widget, 'time')).to.deep.equal([]);
      await settled(neighbour, 'ready');
    });
  }

  it('is empty when none of them is a number', async () => {
    for (const wrong of [...WRONG, withAll(FIGURES, /./, 'sai'), withAll(FIGURES, /./, -1)]) {
      const { widget } = await stage(COUNTER, await serve(feedOf([], { statistics: wrong })), { inside: '' });
      await settled(widget, 'empty');
      expect(words(part(widget, 'empty'))).to.equal(COUNTER.empty.vi);
    }
  });

  it('shows figures of an impossible time without it', async () => {
    const spoilt = { ...FIGURES, asOf: '2024-02-30T25:00:00+07:00' };
    const { widget } = await stage(COUNTER, await serve(feedOf([], { statistics: spoilt })));
    await settled(widget, 'ready');
    expect(all(widget, 'time')).to.deep.equal([]);
    expect(dashes(widget)).to.deep.equal([]);
  });
});
