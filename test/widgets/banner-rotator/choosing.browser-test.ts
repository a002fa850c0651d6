import { expect } from 'chai';
import type { Banner } from '../../../src/feed/schema.js';
import type { BannerRotator } from '../../../src/widgets/banner-rotator/banner-rotator.js';
import { afterwards, frame, mount, nextEvent, serve, unhover, until } from '../../support/page.js';
import { withoutStorage } from '../../support/without-storage.js';
import { CivicFeed } from '../../../src/feed/civic-feed.js';
import { banner, banners, feedOf, get, isThere, record, untilShown, words } from './rotators.js';

CivicFeed.define();

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** The clock of the feeds here, as "07:00". */
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 16);

/** Makes the page believe in another time, from which the clock goes on. */
function setClock(time: string): (time: string) => void {
  const native = Date.now;
  const begun = native();
  let start = Date.parse(time);
  Date.now = () => start + native() - begun;
  afterwards(() => {
    Date.now = native;
  });
  return (next) => {
    start = Date.parse(next) - (native() - begun);
  };
}

/** A rotator whose feed has a zone. */
async function inZone(list: readonly object[], attributes = '', rest: object = {}): Promise<BannerRotator> {
  const src = await serve(feedOf(list, { timezone: 'UTC', ...rest }));
  const element = await mount<BannerRotator>(
    `<civic-banner-rotator src="${src}" order="sequential" interval="900" ${attributes}></civic-banner-rotator>`,
    { width: 400 },
  );
  await until(() => element.state !== 'loading', 'the feed');
  return element;
}

/** Several rotators of one feed, one below another. */
async function several(list: readonly Banner[], ...attributes: string[]): Promise<BannerRotator[]> {
  const src = await serve(feedOf(list));
  const tags = attributes.map((one) => `<civic-banner-rotator interval="900" ${one}></civic-banner-rotator>`).join('');
  const feed = await mount(`<civic-feed src="${src}">${tags}</civic-feed>`, { width: 400 });
  const rotators = [...feed.querySelectorAll('civic-banner-rotator')];
  for (const element of rotators) await until(() => element.state !== 'loading', 'the feed');
  return rotators;
}

const forget = () => localStorage.removeItem('civic-widgets:seen');

describe('who comes', () => {
  beforeEach(forget);
  // What moves stands still under the pointer.
  beforeEach(unhover);
  afterEach(forget);

  describe('by the hour', () => {
    it('takes a banner down though its hours end between looking who runs and setting the timer', async () => {
      const tick = setClock('2024-03-01T11:29:50Z');
      const seen = record(document, 'civic-impression');
      const list = [banner('a', { hours: '07:00-11:30' }), banner('b')];
      const element = await inZone(list, 'layout="stack"');
      await until(() => seen.length === 2, 'both');
      let moves = true;
      element.addController({
        // Called after it was looked who runs, and before anything else learns the time.
        hostUpdate() {
          if (moves) tick('2024-03-01T11:30:00Z');
          moves = false;
        },
      });
      element.requestUpdate();
      await untilShown(element, 'b');
    });

    it('takes a banner down when its hours end, while the page stays open, by one timer', async () => {
      setClock('2024-03-01T11:29:59Z');
      const list = [banner('a', { hours: '07:00-11:30' }), banner('b')];
      const element = await inZone(list, 'layout="stack"');
      await untilShown(element, 'a', 'b');
      await untilShown(element, 'b');
    });

    it('puts a banner up on its day', async () => {
      setClock('2024-03-01T23:59:59Z');
      const list = [banner('a', { weekdays: ['sat'] }), banner('b')];
      const element = await inZone(list, 'layout="stack"');
      await untilShown(element, 'b');
      // Who stands already keeps the place.
      await untilShown(element, 'b', 'a');
    });

    it('runs at the hours of the feed’s zone', async () => {
      const now = Date.now();
      const list = [
        banner('a', { hours: `${clock(now - 120_000)}-${clock(now + 3_600_000)}` }),
        banner('b', { hours: `${clock(now + 3_600_000)}-${clock(now + 7_200_000)}` }),
        banner('c', { weekdays: [DAYS[new Date(now + 3 * 86_400_000).getUTCDay()] ?? 'sun'] }),
      ];
      await untilShown(await inZone(list, 'layout="stack"'), 'a');
    });

    it('drops hours that are none, and says so', async () => {
      const src = await serve(feedOf([banner('a', { hours: 'buổi sáng' })]));
      const load = nextEvent<Event & { problems: { pointer: string }[] }>(document, 'civic-load');
      await mount(`<civic-banner-rotator src="${src}"></civic-banner-rotator>`);
      expect((await load).problems.map(({ pointer }) => pointer)).to.deep.equal(['/_civic/banners/0/hours']);
    });
  });

  describe('as often as it may', () => {
    it('leaves out who has come often enough today, here or in another tab, and keeps who is on show', async () => {
      const list = [banner('a', { maxPerDay: 1 }), banner('b')];
      const seen = record(document, 'civic-impression');
      const first = await inZone(list);
      await untilShown(first, 'a');
      await until(() => seen.length === 1, 'the impression');
      first.requestUpdate();
      await frame();
      expect(words(first)).to.deep.equal(['a']);
      first.remove();
      const second = await inZone(list);
      await untilShown(second, 'b');
      expect(document.cookie).to.equal('');
    });

    it('is passed over when its turn comes round again', async () => {
      const list = [banner('a', { maxPerDay: 1 }), banner('b'), banner('c')];
      // Before the rotator is there: its first picture may be, too.
      const seen = record(document, 'civic-impression');
      const element = await inZone(list);
      await until(() => seen.length === 1, 'the first impression');
      for (let turn = 2; turn <= 6; turn += 1) {
        element.next();
        await until(() => seen.length >= turn, `turn ${turn}`);
      }
      expect(seen).to.deep.equal(['a', 'b', 'c', 'b', 'c', 'b']);
    });

    it('holds for the page where nothing may be kept', async () => {
      withoutStorage();
      const list = [banner('a', { maxPerDay: 1 }), banner('b')];
      const seen = record(document, 'civic-impression');
      const first = await inZone(list);
      await until(() => seen.length === 1, 'the impression');
      first.remove();
      await untilShown(await inZone(list), 'b');
    });
  });

  it('is a house banner only when nothing else runs', async () => {
    setClock('2024-03-01T11:59:58Z');
    const end = '2024-03-01T12:00:00Z';
    const list = [banner('nha', { fallback: true }), banner('a', { end })];
    const element = await inZone(list, 'layout="stack"');
    await untilShown(element, 'a');
    await untilShown(element, 'nha');
  });

  for (const attributes of ['layout="stack"', 'layout="grid"', 'visible="2"']) {
    it(`is no house banner beside one that has come often enough: ${attributes}`, async () => {
      const list = [banner('a', { maxPerDay: 1 }), banner('nha', { fallback: true })];
      const seen = record(document, 'civic-impression');
      const element = await inZone(list, attributes);
      await until(() => seen.length === 1, 'the impression');
      element.requestUpdate();
      await frame();
      expect(words(element)).to.deep.equal(['a']);
      element.remove();
      await untilShown(await inZone(list, attributes), 'nha');
    });
  }

  it('is nobody whose advertiser has a weight of 0', async () => {
    const list = [
      banner('a', { advertiser: 'x' }),
      banner('b', { advertiser: 'x' }),
      banner('c', { advertiser: 'y' }),
      banner('d', { advertiser: 'z' }),
    ];
    const rest = {
      advertisers: [
        { id: 'x', weight: 2 },
        { id: 'y', weight: 2 },
        { id: 'z', weight: 0 },
      ],
    };
    await untilShown(await inZone(list, 'layout="stack"', rest), 'a', 'b', 'c');
  });

  describe('never twice at once on a page', () => {
    const onShow = (rotators: readonly BannerRotator[]) => rotators.flatMap((element) => words(element));

    it('in several rotators of one feed, from turn to turn', async () => {
      const rotators = await several(banners('a', 'b', 'c', 'd'), '', '', 'order="sequential"');
      for (const element of rotators) {
        await until(() => isThere(element), 'a banner');
        element.transition = 'none';
        element.interval = 0.03;
        element.play();
      }
      const seen = record(document, 'civic-impression');
      let doubles = 0;
      while (seen.length < 60) {
        const ids = onShow(rotators);
        if (new Set(ids).size !== ids.length) doubles++;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(doubles).to.equal(0);
      expect(new Set(seen).size).to.equal(4);
    });

    it('when a reader steps', async () => {
      const [first, second] = await several(banners('a', 'b', 'c'), 'order="sequential"', 'order="sequential"');
      if (!first || !second) throw new Error('two rotators');
      await untilShown(first, 'a');
      await untilShown(second, 'b');
      await until(() => first.shadowRoot?.querySelector('.controls'), 'the controls');
      first.next();
      await untilShown(first, 'c');
      first.previous();
      await untilShown(first, 'a');
      get(first, '.dot:nth-child(2)').click();
      await untilShown(first, 'c');
    });

    it('which leaves some empty until another lets a banner go', async () => {
      const [first, second] = await several(banners('a'), '', '');
      if (!first || !second) throw new Error('two rotators');
      await untilShown(first, 'a');
      expect(second.state).to.equal('empty');
      first.remove();
      await untilShown(second, 'a');
      document.body.append(first);
      afterwards(() => first.remove());
    });

    it('whatever comes in for one that is gone', async () => {
      let arrive = () => {};
      // The first picture of all lets itself be waited for.
      const native = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') ?? {};
      const restore = () => void Object.defineProperty(HTMLImageElement.prototype, 'src', native);
      afterwards(restore);
      let gated = false;
      let came = false;
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...native,
        set(this: HTMLImageElement, url: string) {
          gated = true;
          restore();
          this.addEventListener('load', () => (came = true));
          arrive = () => (this.src = url);
        },
      });
      const [first, second] = await several(banners('a'), '', '');
      if (!first || !second) throw new Error('two rotators');
      await until(() => gated, 'a picture that is not there yet');
      const seen = record(second, 'civic-impression');
      first.remove();
      await until(() => seen.length > 0, 'the same in the other one');
      arrive();
      await until(() => came, 'the picture');
      await frame();
      second.requestUpdate();
      await second.updateComplete;
      expect(words(second)).to.deep.equal(['a']);
    });

    it('though one says that it has no feed of its own', async () => {
      const [first, second] = await several(banners('a'), '', 'src=""');
      if (!first || !second) throw new Error('two rotators');
      await untilShown(first, 'a');
      expect(second.state).to.equal('empty');
    });

    it('though they write its address in different ways', async () => {
      const src = await serve(feedOf(banners('a')));
      const { pathname, search } = new URL(src, location.href);
      const tags = [src, new URL(src, location.href).href, ` ${pathname}${search}`].map(
        (address) => `<civic-banner-rotator src="${address}" interval="900"></civic-banner-rotator>`,
      );
      const page = await mount(`<div>${tags.join('')}</div>`, { width: 400 });
      const rotators = [...page.querySelectorAll('civic-banner-rotator')];
      await until(() => rotators.every(({ state }) => state !== 'loading'), 'the feed');
      await until(() => rotators.filter(({ state }) => state === 'ready').length === 1, 'one alone');
    });

    it('even where one was away for a while', async () => {
      const [first] = await several(banners('a'), '');
      const feed = first?.parentElement;
      if (!first || !feed) throw new Error('a rotator in a feed');
      await untilShown(first, 'a');
      first.remove();
      await frame();
      feed.append(first);
      await first.updateComplete;
      const second = document.createElement('civic-banner-rotator');
      feed.append(second);
      await until(() => second.state === 'empty', 'nothing for the other one');
      expect(words(first)).to.deep.equal(['a']);
    });

    it('in a stack beside a rotation', async () => {
      const rotators = await several(banners('a', 'b', 'c'), 'order="sequential"', 'layout="stack" order="sequential"');
      await until(() => onShow(rotators).join() === 'a,b,c', 'one and two');
    });
  });
});
