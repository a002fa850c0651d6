import { expect } from 'chai';
import type { CivicLoadEvent } from '../../../src/feed/events.js';
import type { Banner } from '../../../src/feed/schema.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, mount, nextEvent, serve, setHidden, until } from '../../support/page.js';
import {
  all,
  banner,
  brokenUrl,
  feedOf,
  find,
  get,
  hangingUrl,
  isThere,
  pictureUrl,
  record,
  rotator,
  shown,
  untilShown,
  watchTimers,
  words,
  banners,
} from './rotators.js';

const inTime = (ms: number) => new Date(Date.now() + ms).toISOString();

describe('a rotator and its feed', () => {
  describe('schedule', () => {
    it('takes a banner down at its end, while the page stays open', async () => {
      const list = [banner('a', { end: inTime(700) }), banner('b')];
      const element = await shown('layout="stack" order="sequential"', list);
      await untilShown(element, 'a', 'b');
      await untilShown(element, 'b');
    });

    it('puts a banner up at its start', async () => {
      const list = [banner('a'), banner('b', { start: inTime(700) })];
      const element = await shown('layout="stack" order="sequential"', list);
      await untilShown(element, 'a');
      await untilShown(element, 'a', 'b');
    });

    it('has no timer when nothing will change', async () => {
      const delays = watchTimers();
      await shown('layout="stack"', banners('a', 'b'));
      expect(delays.filter((delay) => delay > 60_000)).to.deep.equal([]);
    });

    it('follows a clock that jumps', async () => {
      const list = [banner('a', { end: inTime(3_600_000) }), banner('b')];
      const element = await shown('layout="stack" order="sequential"', list);
      const native = Date.now;
      afterwards(() => {
        Date.now = native;
      });
      Date.now = () => native() + 7_200_000;
      setHidden(false);
      await untilShown(element, 'b');
      Date.now = native;
      setHidden(false);
      await until(() => words(element).length === 2, 'both again');
    });

    it('follows it though nothing tells the page', async () => {
      watchTimers((delay) => delay === 300_000);
      const list = [banner('a', { end: inTime(3_600_000) }), banner('b')];
      const element = await shown('layout="stack" order="sequential"', list);
      await untilShown(element, 'a', 'b');
      const native = Date.now;
      afterwards(() => {
        Date.now = native;
      });
      Date.now = () => native() + 7_200_000;
      await untilShown(element, 'b');
    });

    it('is empty when nothing runs', async () => {
      const element = await rotator('', [banner('a', { start: '2020-01-01', end: '2019-01-01' })]);
      expect(element.state).to.equal('empty');
      expect(get(element, '.empty').textContent).to.equal('Chưa có biểu ngữ nào.');
      expect(await axeProblems(element)).to.deep.equal([]);
    });
  });

  describe('bad input', () => {
    it('without any banner says so', async () => {
      expect((await rotator('', [])).state).to.equal('empty');
    });

    it('without any banner leaves what the page has in the tag', async () => {
      const element = await rotator('', [], { inside: '<a href="/x">Mẫu</a>' });
      expect(element.state).to.equal('empty');
      expect(element.querySelector('a')?.checkVisibility()).to.equal(true);
    });

    it('with 500 banners shows one of them and counts in figures', async () => {
      const image = pictureUrl();
      const list = [...Array(500).keys()].map((index) => banner(`b${index}`, { image, weight: 1 + (index % 7) }));
      const element = await shown('order="sequential"', list);
      expect(all(element, '.slide').length).to.equal(1);
      expect(find(element, '.dot')).to.equal(null);
      expect(get(element, '.position').textContent).to.equal('1 / 500');
      element.previous();
      await untilShown(element, 'b499');
    });

    it('such as a step asked for before there is a feed, or a page', async () => {
      const element = document.createElement('civic-banner-rotator');
      element.next();
      element.previous();
      element.play();
      const list = banners('a', 'b');
      element.setAttribute('src', await serve(feedOf(list)));
      document.body.append(element);
      afterwards(() => element.remove());
      await until(() => find(element, '.pause'), 'the controls');
      element.next();
      await until(() => isThere(element), 'a picture');
    });

    it('with a broken picture goes on without it', async () => {
      const list = [banner('a', { image: brokenUrl() }), banner('b'), banner('c')];
      const element = await rotator('order="sequential"', list);
      await untilShown(element, 'b');
      const name = () => get(element, '.slide').getAttribute('aria-label') ?? '';
      await until(() => name().startsWith('1 trên 2'), 'its place among two');
      element.next();
      await untilShown(element, 'c');
      element.next();
      await untilShown(element, 'b');
    });

    it('with a broken picture to come steps over it', async () => {
      const list = [banner('a'), banner('b', { image: brokenUrl() }), banner('c')];
      const element = await shown('order="sequential" paused', list);
      element.next();
      await untilShown(element, 'c');
    });

    it('with a broken picture in a stack closes the gap', async () => {
      const list = [banner('a'), banner('b', { image: brokenUrl() }), banner('c')];
      const element = await rotator('layout="stack" order="sequential"', list);
      await untilShown(element, 'a', 'c');
    });

    it('with broken pictures only says that there are no banners', async () => {
      const element = await rotator('', [banner('a', { image: brokenUrl() }), banner('b', { image: brokenUrl() })]);
      await until(() => element.state === 'empty', 'empty');
      expect(get(element, '.empty').textContent).to.equal('Chưa có biểu ngữ nào.');
    });

    it('with broken pictures only keeps what the page has in the tag', async () => {
      const element = await rotator('', [banner('a', { image: brokenUrl() })], { inside: '<p>Mẫu</p>' });
      await until(() => element.state === 'empty', 'empty');
      expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    });

    it('with a picture that never answers lets others go first', async () => {
      watchTimers((delay) => delay === 10_000);
      const list = [banner('a', { image: hangingUrl() }), banner('b'), banner('c')];
      const element = await rotator('order="sequential"', list);
      await untilShown(element, 'b');
      await until(() => isThere(element), 'its picture');
    });

    it('with nothing but pictures that never answer keeps its box and waits', async () => {
      watchTimers((delay) => delay === 10_000);
      const element = await rotator('', [banner('a', { image: hangingUrl() }), banner('b', { image: hangingUrl() })]);
      await until(() => get(element, '.slide').getAttribute('aria-label')?.includes('1 trên 1'), 'the last one');
      expect(element.state).to.equal('ready');
      expect(get(element, '.view').getBoundingClientRect().height).to.equal(150);
    });

    it('with many pictures that never answer keeps no more than two connections waiting', async () => {
      watchTimers((delay) => delay === 10_000 || delay === 2000);
      const made: HTMLImageElement[] = [];
      const native = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') as PropertyDescriptor;
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...native,
        set(this: HTMLImageElement, src: string) {
          made.push(this);
          native.set?.call(this, src);
        },
      });
      afterwards(() => void Object.defineProperty(HTMLImageElement.prototype, 'src', native));
      const list = [...['a', 'b', 'c', 'd'].map((id) => banner(id, { image: hangingUrl() })), banner('e')];
      const element = await rotator('order="sequential"', list);
      await untilShown(element, 'e');
      const waiting = made.map((one) => one.getAttribute('src')).filter((src) => src?.includes('hang'));
      expect(waiting).to.deep.equal(list.slice(2, 4).map(({ image }) => image));
    });

    it('with weights of 0, less than that and beyond all measure', async () => {
      const list = [banner('a', { weight: 0 }), banner('b', { weight: -1 }), banner('c', { weight: 1e308 })];
      const element = await shown('layout="stack"', list);
      expect([...words(element)].sort()).to.deep.equal(['b', 'c']);
    });

    for (const visible of [1, 2]) {
      it(`with advertisers’ weights beyond all measure takes turns, ${visible} at once`, async () => {
        const list = ['a', 'b', 'c'].map((id) => banner(id, { advertiser: id < 'c' ? 'x' : 'y', weight: 1e308 }));
        const src = await serve(feedOf(list, { advertisers: [{ id: 'x', weight: 2 }, { id: 'y' }] }));
        const element = await mount(
          `<civic-banner-rotator src="${src}" visible="${visible}" interval="0.05" transition="none"></civic-banner-rotator>`,
        );
        const seen = record(element, 'civic-impression');
        await until(() => new Set(seen).size === 3, 'each of them');
        expect(words(element).length).to.equal(visible);
      });
    }

    it('without alt shows the banner, gives it a name and says so with the load', async () => {
      const mute: Partial<Banner> = banner('x');
      delete mute.alt;
      const loads = nextEvent<CivicLoadEvent>(document, 'civic-load');
      const element = await shown('layout="stack" order="sequential"', [banner('a'), mute, banner('c', { alt: '' })]);
      expect(words(element)).to.deep.equal(['a', 'Biểu ngữ 2', 'Biểu ngữ 3']);
      expect((await loads).problems.map(({ pointer }) => pointer)).to.deep.equal(['/_civic/banners/1/alt']);
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('with a javascript: link shows the picture without it', async () => {
      const element = await shown('', [banner('a', { href: 'javascript:alert(1)' })]);
      expect(words(element)).to.deep.equal(['a']);
      expect(find(element, 'a')).to.equal(null);
      expect(await axeProblems(element)).to.deep.equal([]);
    });
  });
});
