import { expect } from 'chai';
import type { Reporter } from '../../../src/widgets/banner-rotator/reporting.js';
import { Reports } from '../../../src/widgets/banner-rotator/reports.js';
import type { Batch } from '../../../src/widgets/banner-rotator/unsent.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, frame, setHidden, uniqueKey, until } from '../../support/page.js';
import { withoutStorage } from '../../support/without-storage.js';
import {
  all,
  banner,
  banners,
  find,
  get,
  hangingUrl,
  holdTimers,
  record,
  rotator,
  shown,
  untilShown,
  watchTimers,
} from './rotators.js';

const STORE = 'civic-widgets:unsent';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: { b: string; a: number; n: Batch['n'] };
}

/** Catches what is reported; `answer` says how the server answers, that it never does, or that the line is down. */
function catchReports(answer: (sent: Sent) => number | 'down' | 'silent' = () => 204): Sent[] {
  const list: Sent[] = [];
  const native = window.fetch;
  window.fetch = (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    if (init.method !== 'POST') return native(input, init);
    const sent = { url, init, body: JSON.parse(init.body as string) as Sent['body'] };
    list.push(sent);
    const status = answer(sent);
    if (status === 'silent') {
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
      });
    }
    return status === 'down' ? Promise.reject(new TypeError('down')) : Promise.resolve(new Response(null, { status }));
  };
  afterwards(() => {
    window.fetch = native;
  });
  return list;
}

/** An address that no other test reports to. */
const freshPath = () => `/v1/notices/seen?mau=${uniqueKey()}`;
const kept = () => JSON.parse(localStorage.getItem(STORE) ?? '[]') as Batch[];

/** A rotator that has told its first impression, and so far nobody has been told of it. */
async function reporting(report: string, list = banners('a', 'b'), rest = '') {
  const seen = record(document, 'civic-impression');
  const element = await shown(`order="sequential" report="${report}" ${rest}`, list);
  await until(() => seen.length > 0, 'an impression');
  // The part that reports comes with the first thing to report.
  await import('../../../src/widgets/banner-rotator/reporting.js');
  await frame();
  return element;
}

/** What reports to an address that nobody has reported to before. */
async function freshReporter(path = freshPath()): Promise<Reporter> {
  const { reporterFor } = await import('../../../src/widgets/banner-rotator/reporting.js');
  return reporterFor(path) as Reporter;
}

const leave = () => {
  setHidden(true);
  setHidden(false);
};

describe('the report of a rotator', () => {
  beforeEach(() => localStorage.removeItem(STORE));
  afterEach(() => localStorage.removeItem(STORE));

  it('goes to the page’s own server as text, without credentials, when the page is left', async () => {
    const sent = catchReports();
    const element = await reporting('', [banner('a', { placement: 'left' })]);
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    get(element, '.link').click();
    await frame();
    leave();
    expect(sent.length).to.equal(1);
    const [{ url, init, body }] = sent as [Sent];
    expect(url).to.equal(new URL('/v1/notices/seen', location.href).href);
    expect(init.headers).to.equal(undefined);
    expect({ keepalive: init.keepalive, credentials: init.credentials }).to.deep.equal({
      keepalive: true,
      credentials: 'omit',
    });
    expect(new Request(url, init).headers.get('content-type')).to.match(/^text\/plain/i);
    expect(body.b).to.match(/^[0-9a-f]{32}$/);
    expect(body.n).to.deep.equal([['a', 'left', 1, 0, 1]]);
    await until(() => kept().length === 0, 'an empty store');
  });

  it('holds a click that came before the buttons', async () => {
    const sent = catchReports();
    const list = [banner('a', { image: hangingUrl() })];
    const element = await rotator(`report="${freshPath()}"`, list);
    const seen = record(element, 'civic-click');
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    get(element, '.link').click();
    expect(seen).to.deep.equal([]);
    await until(() => seen.length === 1, 'the click');
    leave();
    expect(sent.map(({ body }) => body.n)).to.deep.equal([[['a', '', 0, 0, 1]]]);
  });

  it('gathers what happens in some seconds, for all rotators of the page, each once', async () => {
    const sent = catchReports();
    const path = freshPath();
    const delays = watchTimers((delay) => delay === 8000);
    const first = await reporting(path, banners('a', 'b'));
    await until(() => sent.length === 1, 'the first report');
    expect(delays.filter((delay) => delay === 8000).length).to.equal(1);
    first.next();
    await untilShown(first, 'b');
    await reporting(path, banners('c'));
    await until(() => sent.flatMap(({ body }) => body.n).length === 3, 'all three');
    leave();
    window.dispatchEvent(new Event('pagehide'));
    await frame();
    const ids = sent.flatMap(({ body }) => body.n.map(([id, , turns]) => `${id}${turns}`));
    expect(ids.sort()).to.deep.equal(['a1', 'b1', 'c1']);
  });

  for (const [how, leaves] of [
    ['left', () => window.dispatchEvent(new Event('pagehide'))],
    ['hidden', leave],
  ] as const) {
    it(`goes out though the page is ${how} before what reports has come, and only once`, async () => {
      const sent = catchReports();
      const path = freshPath();
      const reports = new Reports();
      reports.note(path, banner('a', { placement: 'left' }), 2);
      reports.note(path, banner('a', { placement: 'left' }), 4);
      document.dispatchEvent(new Event('visibilitychange'));
      expect(sent).to.deep.equal([]);
      leaves();
      const [{ url, init, body }] = sent as [Sent];
      expect(url).to.equal(new URL(path, location.href).href);
      expect({ keepalive: init.keepalive, credentials: init.credentials }).to.deep.equal({
        keepalive: true,
        credentials: 'omit',
      });
      expect(body.b).to.match(/^[0-9a-f]{32}$/);
      const sum = (at: 2 | 3 | 4) => body.n.reduce((total, row) => total + row[at], 0);
      expect([sum(2), sum(3), sum(4)]).to.deep.equal([1, 0, 1]);
      expect(new Set(body.n.map(([id, placement]) => `${id} ${placement}`))).to.deep.equal(new Set(['a left']));
      await import('../../../src/widgets/banner-rotator/reporting.js');
      await frame();
      leaves();
      expect(sent.length).to.equal(1);
    });
  }

  it('is none where there is no address that it could go to, or the page asks for none', async () => {
    const sent = catchReports();
    const reports = new Reports();
    for (const report of ['javascript:alert(1)', 'http://', undefined, null]) reports.note(report, banner('a'), 2);
    leave();
    for (const report of ['javascript:alert(1)', 'http://']) reports.note(report, banner('a'), 2);
    await import('../../../src/widgets/banner-rotator/reporting.js');
    await frame();
    leave();
    expect(sent).to.deep.equal([]);
  });

  it('tells what could be seen', async () => {
    document.hasFocus = () => true;
    afterwards(() => void Reflect.deleteProperty(document, 'hasFocus'));
    const sent = catchReports();
    const viewable = record(document, 'civic-viewable');
    await reporting(freshPath(), banners('a'));
    await until(() => viewable.length === 1, 'that');
    await frame();
    leave();
    expect(sent.flatMap(({ body }) => body.n)).to.deep.equal([['a', '', 1, 1, 0]]);
  });

  for (const trouble of ['down', 503, 429] as const) {
    it(`is kept and sent again under the same id after ${trouble}`, async () => {
      let isDown = true;
      const sent = catchReports(() => (isDown ? trouble : 204));
      watchTimers((delay) => delay >= 30_000 && delay <= 600_000);
      await reporting(freshPath());
      leave();
      await until(() => sent.length >= 3, 'two more attempts');
      expect(kept().length).to.equal(1);
      isDown = false;
      await until(() => kept().length === 0, 'the answer');
      expect(new Set(sent.map(({ body }) => body.b)).size).to.equal(1);
    });
  }

  it('waits for one answer at a time, and for half a minute at most', async () => {
    let isSilent = true;
    const sent = catchReports(() => (isSilent ? 'silent' : 204));
    const names = () => sent.map(({ body }) => body.n.map(([id]) => id).join());
    const clock = holdTimers((delay) => delay === 8000 || delay === 30_000);
    const reporter = await freshReporter();
    reporter.note(banner('a'), 2);
    clock.run(8000);
    reporter.note(banner('b'), 2);
    clock.run(8000);
    expect(names()).to.deep.equal(['a']);
    expect(clock.delays).to.deep.equal([30_000]);
    reporter.note(banner('c'), 2);
    clock.run(30_000);
    // What came meanwhile calls no sooner than the next attempt.
    await until(() => clock.delays.join() === '30000', 'the next attempt');
    isSilent = false;
    clock.run(30_000);
    await until(() => kept().length === 0 && sent.length === 3, 'all answers');
    expect(names()).to.deep.equal(['a', 'a', 'b,c']);
    expect(clock.delays).to.deep.equal([]);
  });

  it('goes out when the page is left, though another one has no answer yet', async () => {
    let isSilent = true;
    const sent = catchReports(() => (isSilent ? 'silent' : 204));
    const clock = holdTimers((delay) => delay === 8000 || delay === 30_000);
    const reporter = await freshReporter();
    reporter.note(banner('a'), 2);
    clock.run(8000);
    reporter.note(banner('b'), 2);
    leave();
    expect(sent.map(({ body, init }) => [body.n[0]?.[0], init.keepalive])).to.deep.equal([
      ['a', true],
      ['b', true],
    ]);
    isSilent = false;
    clock.run(30_000);
    await until(() => clock.delays.length === 1, 'one more attempt for both');
    clock.run(30_000);
    await until(() => kept().length === 0, 'the answers');
  });

  it('lets the others go on where the server has something against one of them', async () => {
    let isDown = true;
    const sent = catchReports(({ body }) => (isDown && body.n[0]?.[0] === 'a' ? 503 : 204));
    const clock = holdTimers((delay) => delay === 8000 || delay === 30_000);
    const path = freshPath();
    const u = new URL(path, location.href).href;
    const batches = ['a', 'b'].map((id) => ({ u, b: id.repeat(32), t: Date.now(), n: [[id, '', 1, 0, 0]] }));
    localStorage.setItem(STORE, JSON.stringify(batches));
    await freshReporter(path);
    clock.run(8000);
    // No timer has run since.
    await until(() => kept().length === 1, 'the other one');
    expect(sent.slice(0, 2).map(({ body }) => body.n[0]?.[0])).to.deep.equal(['a', 'b']);
    isDown = false;
    leave();
    await until(() => kept().length === 0, 'both');
  });

  it('is given up where the server will never take it', async () => {
    const sent = catchReports(() => 400);
    await reporting(freshPath());
    leave();
    await until(() => sent.length === 1 && kept().length === 0, 'that');
  });

  it('of an earlier page is sent by the next one, with its age', async () => {
    const sent = catchReports();
    const path = freshPath();
    const u = new URL(path, location.href).href;
    const b = 'c'.repeat(32);
    const n: Batch['n'] = [['cu', '', 1, 0, 0]];
    const old = { u, b: 'd'.repeat(32), t: Date.now() - 3 * 86_400_000, n };
    const foreign = { u: `${u}x`, b: 'e'.repeat(32), t: Date.now(), n };
    const noBatches = [null, 5, { u }, { ...old, t: 'x' }];
    localStorage.setItem(STORE, JSON.stringify([{ u, b, t: Date.now() - 60_000, n }, old, foreign, ...noBatches]));
    await reporting(path);
    leave();
    const again = sent.find(({ body }) => body.b === b);
    expect(again?.body.n).to.deep.equal(n);
    expect(again?.body.a).to.be.within(60_000, 3_600_000);
    expect(sent.length).to.equal(2);
    await until(
      () =>
        kept()
          .map((one) => one.b)
          .join() === foreign.b,
      'only what is for others',
    );
  });

  it('never has an age that the server would refuse, however the clock is set meanwhile', async () => {
    let isDown = true;
    const sent = catchReports(() => (isDown ? 503 : 204));
    const clock = holdTimers((delay) => [8000, 30_000, 60_000, 120_000].includes(delay));
    const native = Date.now;
    afterwards(() => {
      Date.now = native;
    });
    (await freshReporter()).note(banner('a'), 2);
    clock.run(8000);
    for (const [delay, days] of [
      [30_000, 9000],
      [60_000, -9000],
    ] as const) {
      await until(() => clock.delays.join() === String(delay), 'the next attempt');
      Date.now = () => native() + days * 86_400_000;
      clock.run(delay);
    }
    expect(sent.slice(1).map(({ body }) => body.a)).to.deep.equal([2 * 86_400_000, 0]);
    await until(() => clock.delays.join() === '120000', 'the last attempt');
    isDown = false;
    clock.run(120_000);
    await until(() => sent.length === 4, 'it');
  });

  it('bears a store that holds something else, or may not be used', async () => {
    for (const begin of [
      () => localStorage.setItem(STORE, '{'),
      () => localStorage.setItem(STORE, '{"a":1}'),
      withoutStorage,
    ]) {
      begin();
      const sent = catchReports();
      await reporting(freshPath());
      leave();
      expect(sent.length).to.equal(1);
    }
    Reflect.deleteProperty(window, 'localStorage');
  });

  it('splits more banners than one request may hold', async () => {
    const sent = catchReports();
    const reporter = await freshReporter();
    for (let index = 0; index < 101; index++) reporter.note(banner(`b${index}`), 2);
    reporter.send();
    await until(() => sent.length === 2, 'both');
    expect(sent.map(({ body }) => body.n.length)).to.deep.equal([100, 1]);
  });

  it('splits more bytes than a browser sends while a page ends, and shortens names that no server takes', async () => {
    const sent = catchReports();
    const { reporterFor } = await import('../../../src/widgets/banner-rotator/reporting.js');
    const path = freshPath();
    const list = [...Array(100).keys()].map((at) => banner(`${'ế'.repeat(300)}${at}`));
    const isWhole = () => new Set(sent.flatMap(({ body }) => body.n.map(([id]) => id))).size === 100;
    const expectSmall = () => {
      for (const { init, body } of sent) {
        expect(new Blob([init.body as string]).size).to.be.below(48 * 1024);
        for (const [id] of body.n) expect(id.length).to.equal(200);
      }
    };
    for (const one of list) reporterFor(path)?.note(one, 2);
    reporterFor(path)?.send();
    await until(isWhole, 'all of them');
    expectSmall();
    // So does what sends where the part that reports has not come.
    sent.length = 0;
    const reports = new Reports();
    for (const one of list) reports.note(path, one, 2);
    leave();
    await until(isWhole, 'all of them');
    expectSmall();
  });

  it('is none without the attribute, or to what is no address', async () => {
    const sent = catchReports();
    const seen = record(document, 'civic-impression');
    await shown('', banners('a'));
    await until(() => seen.length === 1, 'an impression');
    await reporting('javascript:alert(1)');
    leave();
    expect(sent).to.deep.equal([]);
  });
});

describe('an advertisement', () => {
  it('says so, and its link says so to search engines', async () => {
    const element = await shown('', [banner('a', { advertisement: true })]);
    expect(get(element, '.mark').textContent).to.equal('Quảng cáo');
    expect(get(element, '.mark').checkVisibility()).to.equal(true);
    expect(get(element, '.link').getAttribute('rel')).to.equal('sponsored noopener');
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('says so in a stack, without a link, and in English', async () => {
    const list = [banner('a', { advertisement: true, href: undefined }), banner('b')];
    const element = await shown('layout="stack" order="sequential"', list, { lang: 'en' });
    await until(() => get(element, '.mark').textContent === 'Advertisement', 'the word');
    expect(all(element, '.mark').length).to.equal(1);
    expect(find(element, '.slide:last-child .link')?.getAttribute('rel')).to.equal('noopener');
  });

  it('does not cover the controls of a low banner', async () => {
    const list = ['a', 'b', 'c'].map((id) => banner(id, { advertisement: true, width: 728, height: 90 }));
    const element = await shown('', list, { width: 320 });
    const mark = get(element, '.mark').getBoundingClientRect();
    const button = get(element, '.pause').getBoundingClientRect();
    const apart = mark.bottom <= button.top || mark.left >= button.right || mark.right <= button.left;
    expect(apart).to.equal(true);
  });
});
