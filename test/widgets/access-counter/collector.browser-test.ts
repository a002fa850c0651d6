import { expect } from 'chai';
import type { CivicErrorEvent } from '../../../src/feed/events.js';
import { page } from '../../../src/feed/page.js';
import { AccessCounter } from '../../../src/widgets/access-counter/access-counter.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, mount, nextEvent, setHidden, uniqueKey, until } from '../../support/page.js';

AccessCounter.define();

const DAYS = [...Array<number>(29).fill(3), 7];
const FIGURES = {
  version: 1,
  site: 'xa',
  generatedAt: '2026-11-25T08:05:00+07:00',
  timeZone: 'Asia/Ho_Chi_Minh',
  online: 2,
  today: 7,
  yesterday: 3,
  week: 10,
  month: 82,
  year: 820,
  total: 1_284_331,
  days: DAYS,
};

interface Asked {
  url: string;
  method: string;
  kind: string | undefined;
  init: RequestInit;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

/** A collector in the page: what is asked of it, and what it answers. A key of its own keeps tests apart. */
function collector(answer: Answer = () => Response.json(FIGURES)) {
  const base = `https://${uniqueKey()}.collector.example/`;
  const asked: Asked[] = [];
  const original = window.fetch;
  window.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(base)) return original.call(window, input, init);
    const kind = typeof init.body === 'string' ? (JSON.parse(init.body) as { k: string }).k : undefined;
    const request = { url: url.slice(base.length), method: init.method ?? 'GET', kind, init };
    asked.push(request);
    return answer(request);
  };
  afterwards(() => {
    window.fetch = original;
  });
  return { base, asked, kinds: () => asked.map(({ kind }) => kind ?? 'get') };
}

/** What browsers tell about who reads; the tests' own browsers say that they are driven. */
function reader(traits: Readonly<Record<string, unknown>> = {}): void {
  const all: Record<string, unknown> = { webdriver: false, doNotTrack: null, globalPrivacyControl: false, ...traits };
  for (const [name, value] of Object.entries(all)) {
    Object.defineProperty(navigator, name, { configurable: true, get: () => value });
  }
  afterwards(() => {
    for (const name of Object.keys(all)) Reflect.deleteProperty(navigator, name);
  });
}

const tag = (base: string, rest = '') =>
  `<civic-access-counter collector="${base}" site="xa" ${rest}></civic-access-counter>`;
const ready = async (widget: AccessCounter): Promise<AccessCounter> => {
  await until(() => widget.state === 'ready', 'the figures');
  await widget.updateComplete;
  return widget;
};
const text = (widget: AccessCounter) => (widget.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

describe('<civic-access-counter collector>', () => {
  it('counts the page and shows the answer, in one request that blockers and browsers let through', async () => {
    reader();
    const { base, asked } = collector();
    const widget = await ready(await mount(tag(base), { lang: 'vi' }));
    expect(text(widget)).to.contain('1.284.331');
    await until(() => text(widget).includes('08:05'), 'when the figures were true');
    expect(asked.length).to.equal(1);
    const [{ url, method, init } = { url: '', method: '', init: {} }] = asked;
    expect({ url, method, body: init.body, credentials: init.credentials, keepalive: init.keepalive }).to.deep.equal({
      url: 'v1/seen',
      method: 'POST',
      body: '{"s":"xa","k":"v"}',
      credentials: 'omit',
      keepalive: true,
    });
    expect(init.headers, 'nothing that would need a preflight').to.equal(undefined);
  });

  it('counts once, however many counters stand on the page, late ones too', async () => {
    reader();
    const { base, kinds } = collector();
    const first = await mount<AccessCounter>(tag(base));
    const second = await mount<AccessCounter>(tag(base, 'layout="digits"'));
    await ready(first);
    await ready(second);
    await ready(await mount(tag(base, 'layout="inline"')));
    const parent = first.parentElement as HTMLElement;
    first.remove();
    parent.append(first);
    await ready(first);
    expect(kinds()).to.deep.equal(['v']);
  });

  for (const [name, traits] of [
    ['DNT', { doNotTrack: '1' }],
    ['GPC', { globalPrivacyControl: true }],
    ['a driven browser', { webdriver: true }],
  ] as const) {
    it(`only reads with ${name}`, async () => {
      reader(traits);
      const { base, asked } = collector();
      await ready(await mount(tag(base)));
      expect(asked.map(({ method, url }) => `${method} ${url}`)).to.deep.equal(['GET v1/sites/xa.json']);
    });
  }

  it('counts a page that comes back out of the browser’s memory', async () => {
    reader();
    const { base, kinds } = collector();
    await ready(await mount(tag(base)));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => kinds().length === 2, 'the second view');
    expect(kinds()).to.deep.equal(['v', 'v']);
  });

  it('counts a page that was drawn ahead when someone looks at it', async () => {
    reader();
    Object.defineProperty(document, 'prerendering', { configurable: true, get: () => true });
    afterwards(() => void Reflect.deleteProperty(document, 'prerendering'));
    const { base, kinds } = collector();
    const widget = await mount<AccessCounter>(tag(base));
    // Until its code is there: that it then asks nothing is what is tested.
    await until(() => page().counting?.size, 'the client');
    await new Promise((resolve) => setTimeout(resolve));
    expect(kinds()).to.deep.equal([]);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await ready(widget);
    expect(kinds()).to.deep.equal(['v']);
  });

  it('shows why nothing came, never a 0, and counts when the line is back', async () => {
    reader();
    let offline = true;
    const { base, kinds } = collector(() =>
      offline ? Promise.reject(new TypeError('offline')) : Response.json(FIGURES),
    );
    const failed = nextEvent<CivicErrorEvent>(document, 'civic-error');
    const widget = await mount<AccessCounter>(tag(base));
    expect((await failed).error.code).to.equal('network');
    await until(() => text(widget).includes('Thử lại'), 'the note');
    expect(text(widget)).not.to.contain('0');
    offline = false;
    window.dispatchEvent(new Event('online'));
    await ready(widget);
    expect(kinds()).to.deep.equal(['v', 'v'], 'still a view: the first never arrived');
  });

  it('keeps the figures it has when a later request fails', async () => {
    reader();
    let fails = false;
    const { base } = collector(() => (fails ? new Response('busy', { status: 503 }) : Response.json(FIGURES)));
    const widget = await ready(await mount(tag(base)));
    fails = true;
    await widget.reload();
    expect(widget.state).to.equal('stale');
    expect(text(widget)).to.contain('1.284.331');
  });

  it('shows the figures and tells the webmaster where the site does not list this page', async () => {
    reader();
    const said: string[] = [];
    const original = console.warn;
    console.warn = (...words: unknown[]) => said.push(words.join(' '));
    afterwards(() => {
      console.warn = original;
    });
    const { base } = collector(({ method }) =>
      method === 'POST' ? new Response('{"error":{"code":"origin-refused"}}', { status: 403 }) : Response.json(FIGURES),
    );
    const widget = await ready(await mount(tag(base)));
    expect(text(widget)).to.contain('1.284.331');
    expect(said.filter((line) => line.includes(`pages of ${location.origin} for "xa"`)).length).to.equal(1);
  });

  it('takes only numbers for figures: what is missing or wrong is unknown', async () => {
    reader();
    const { base } = collector(() => Response.json({ online: -1, today: '<b>5</b>', week: 2.5, total: 9 }));
    const widget = await ready(await mount(tag(base, 'figures="online week total"')));
    const heard = [...(widget.shadowRoot?.querySelectorAll('dd') ?? [])].map((number) => number.textContent.trim());
    expect(heard[2]).to.equal('9');
    expect(heard[0]).to.contain('chưa có số liệu');
    const none = collector(() => Response.json({ hello: 'world' }));
    const error = nextEvent<CivicErrorEvent>(document, 'civic-error');
    await mount(tag(none.base));
    expect((await error).error.code).to.equal('invalid-feed');
  });

  it('says nothing more once the page is hidden or the counter gone', async () => {
    reader();
    const { base, kinds } = collector();
    const widget = await ready(await mount(tag(base)));
    const later = (ms: number) => {
      const real = Date.now;
      Date.now = () => real.call(Date) + ms;
      afterwards(() => {
        Date.now = real;
      });
    };
    setHidden(true);
    later(130_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(kinds()).to.deep.equal(['v']);
    setHidden(false);
    await until(() => kinds().length === 2, 'the heartbeat of a page that is looked at again');
    expect(kinds()).to.deep.equal(['v', 'h']);
    await ready(widget);
    setHidden(true);
    widget.remove();
    later(260_000);
    setHidden(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(kinds()).to.deep.equal(['v', 'h']);
  });

  it('draws the last 30 days, today marked, and reads them as a table', async () => {
    reader();
    const { base } = collector();
    const widget = await ready(await mount(tag(base, 'chart')));
    const bars = () => [...(widget.shadowRoot?.querySelectorAll('rect') ?? [])];
    await until(() => bars().length === 30, 'the chart');
    expect(
      bars()
        .map((bar) => bar.classList.contains('today'))
        .lastIndexOf(true),
    ).to.equal(29);
    expect(bars().filter((bar) => bar.classList.contains('today')).length).to.equal(1);
    const rows = [...(widget.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).to.equal('27/10/2026 3');
    expect(rows[29]).to.equal('25/11/2026 (hôm nay) 7');
    expect(widget.shadowRoot?.querySelector('caption')?.textContent.trim()).to.equal('Lượt truy cập 30 ngày qua');
    expect(await axeProblems(widget)).to.deep.equal([]);
    const english = await ready(await mount(tag(base, 'chart'), { lang: 'en' }));
    await until(() => text(english).includes('Visits of the last 30 days'), 'English');
  });
});

describe('counters of other makers', () => {
  const counter = (maker: string, address: string) =>
    `<civic-access-counter collector="${maker}:${address}" site="xa" figures="online today total"></civic-access-counter>`;
  const heard = (widget: AccessCounter) =>
    [...(widget.shadowRoot?.querySelectorAll('dd') ?? [])].map((number) =>
      number.textContent.replace(/\s+/g, ' ').trim(),
    );

  it('reads GoatCounter: formatted numbers, 404 for nobody', async () => {
    const { base, asked } = collector(({ url }) =>
      /start=\d{4}-\d\d-\d\d$/.test(url)
        ? new Response('{"error":"not found"}', { status: 404 })
        : Response.json({ count: '1 284 331', count_unique: '1 284 331' }),
    );
    const widget = await ready(await mount(counter('goatcounter', base)));
    expect(heard(widget)[2]).to.equal('1.284.331');
    expect(heard(widget)[1]).to.equal('0');
    expect(heard(widget)[0]).to.contain('chưa có số liệu');
    expect(asked.every(({ method }) => method === 'GET')).to.equal(true);
  });

  it('reads an Umami share, of both kinds of answer', async () => {
    for (const wrap of [(value: number) => ({ value, prev: 0 }), (value: number) => value]) {
      const { base, asked } = collector(({ url }) => {
        if (url === 'api/share/aBc123') return Response.json({ websiteId: 'w-1', token: 't-1' });
        if (url.endsWith('/active')) return Response.json({ visitors: 4 });
        return Response.json({
          pageviews: wrap(900),
          visitors: wrap(300),
          visits: wrap(url.includes('startAt=0&') ? 5000 : 350),
        });
      });
      const widget = await ready(await mount(counter('umami', `${base}share/aBc123/xa.example`)));
      expect(heard(widget)).to.deep.equal(['4', '350', '5.000']);
      const rest = asked.slice(1);
      expect(rest.every(({ init }) => new Headers(init.headers).get('x-umami-share-token') === 't-1')).to.equal(true);
    }
  });

  it('reads Vercount’s total, and counts nothing there', async () => {
    const { base, asked } = collector(() =>
      Response.json({ status: 'success', data: { site_uv: 10, site_pv: 4321, page_pv: 12 } }),
    );
    const widget = await ready(await mount(counter('vercount', base)));
    expect(heard(widget)[2]).to.equal('4.321');
    expect(asked.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      `GET api/v2/log?url=${encodeURIComponent(location.origin)}`,
    ]);
  });
});
