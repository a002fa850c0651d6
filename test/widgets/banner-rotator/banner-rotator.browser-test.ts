import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { afterwards, can, emulateMedia, fakeMedia, frame, until } from '../../support/page.js';
import {
  all,
  banner,
  banners,
  find,
  get,
  hangingUrl,
  isThere,
  leaving,
  record,
  rotator,
  shown,
  untilShown,
  watchTimers,
  words,
} from './rotators.js';

describe('a rotator of banners', () => {
  describe('layout', () => {
    it('rotates one at a time by default', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      expect(words(element)).to.deep.equal(['a']);
      expect(element.state).to.equal('ready');
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('stacks all banners, one below another', async () => {
      const element = await shown('layout="stack" order="sequential"', banners('a', 'b', 'c'));
      expect(words(element)).to.deep.equal(['a', 'b', 'c']);
      const tops = all(element, '.slide').map((slide) => slide.getBoundingClientRect().top);
      expect(new Set(tops).size).to.equal(3);
      expect(find(element, '.controls')).to.equal(null);
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('sets banners in as many columns as fit', async () => {
      const element = await shown('layout="grid" order="sequential"', banners('a', 'b', 'c'), { width: 640 });
      const columns = () => getComputedStyle(get(element, '.set')).gridTemplateColumns.split(' ').length;
      expect(columns()).to.equal(3);
      element.style.setProperty('--civic-banner-rotator-min', '300px');
      expect(columns()).to.equal(2);
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('takes stack and grid as lists of banners', async () => {
      const element = await shown('layout="stack"', banners('a', 'b'));
      expect(get(element, '.set').getAttribute('role')).to.equal('list');
      expect(all(element, '[role="listitem"]').length).to.equal(2);
      expect(get(element, '.base').hasAttribute('aria-roledescription')).to.equal(false);
    });

    it('changes its layout while it is shown', async () => {
      const element = await shown('order="sequential"', banners('a', 'b'));
      element.layout = 'stack';
      await untilShown(element, 'a', 'b');
      element.layout = 'rotate';
      await until(() => words(element).length === 1);
    });
  });

  describe('visible', () => {
    it('shows several at once', async () => {
      const element = await shown('visible="2" order="sequential"', banners('a', 'b', 'c'));
      expect(words(element)).to.deep.equal(['a', 'b']);
      element.next();
      await untilShown(element, 'c', 'a');
      element.previous();
      await untilShown(element, 'a', 'b');
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('limits a stack', async () => {
      const element = await shown('layout="stack" visible="2"', banners('a', 'b', 'c'));
      expect(words(element).length).to.equal(2);
    });

    for (const value of ['0', '-3', 'many']) {
      it(`is as good as not set when it is ${value}`, async () => {
        const element = await shown(`visible="${value}"`, banners('a', 'b', 'c'));
        expect(words(element).length).to.equal(1);
      });
    }
  });

  it('shows only its placement', async () => {
    const list = [banner('a', { placement: 'left' }), banner('b', { placement: 'right' }), banner('c')];
    const element = await shown('layout="stack" placement="right"', list);
    expect(words(element)).to.deep.equal(['b']);
    element.placement = 'left';
    await untilShown(element, 'a');
    element.placement = null;
    await until(() => words(element).length === 3);
  });

  describe('turns', () => {
    it('come by themselves, in the order asked for', async () => {
      const element = await shown('order="sequential" interval="0.05"', banners('a', 'b', 'c'));
      const seen = record(element, 'civic-impression');
      await until(() => seen.length >= 4, 'four turns');
      const from = ['a', 'b', 'c'].indexOf(seen[0] ?? '');
      expect(seen.slice(0, 4)).to.deep.equal([0, 1, 2, 3].map((step) => 'abc'[(from + step) % 3]));
    });

    it('take everyone once a round when shuffled', async () => {
      const seen = record(document, 'civic-impression');
      await rotator('order="random" interval="0.05"', banners('a', 'b', 'c'));
      await until(() => seen.length >= 6, 'two rounds');
      expect([...seen.slice(0, 3)].sort().join('')).to.equal('abc');
      expect([...seen.slice(3, 6)].sort().join('')).to.equal('abc');
    });

    it('match the weights in every cycle', async () => {
      const list = [banner('a', { weight: 3 }), banner('b', { weight: 1 })];
      const seen = record(document, 'civic-impression');
      await rotator('interval="0.02" transition="none"', list);
      await until(() => seen.length >= 8, 'two cycles');
      expect(seen.slice(0, 8).filter((id) => id === 'a').length).to.equal(6);
    });

    it('ask for one timer and one frame each, and nothing between two of them', async () => {
      const delays = watchTimers((delay) => delay === 12_345);
      let frames = 0;

      const native = window.requestAnimationFrame;
      window.requestAnimationFrame = (callback) => {
        frames++;
        return native.call(window, callback);
      };
      afterwards(() => {
        window.requestAnimationFrame = native;
      });
      const seen = record(document, 'civic-impression');
      await rotator('interval="12.345" transition="none"', banners('a', 'b', 'c'));
      await until(() => seen.length >= 4, 'turns');
      expect(delays.filter((delay) => delay === 12_345).length).to.be.within(seen.length, seen.length + 2);
      expect(frames).to.be.within(seen.length - 1, seen.length + 1);
    });

    for (const [interval, delay] of [
      ['0', 6000],
      ['-1', 6000],
      ['soon', 6000],
      ['99999999999', 2 ** 31 - 1],
    ] as const) {
      it(`wait ${delay} ms with an interval of ${interval}`, async () => {
        const delays = watchTimers();
        await shown(`interval="${interval}"`, banners('a', 'b'));
        await until(() => delays.includes(delay), 'the timer');
      });
    }

    it('end by another interval as soon as there is one', async () => {
      const delays = watchTimers();
      const element = await shown('interval="812.5"', banners('a', 'b'));
      await until(() => delays.includes(812_500), 'the timer');
      const first = words(element).join();
      element.interval = 0.05;
      await until(() => words(element).join() !== first, 'the next turn');
    });

    it('are taken when they are asked for before the first picture is there', async () => {
      const list = [banner('a', { image: hangingUrl() }), banner('b'), banner('c')];
      const element = await rotator('order="sequential"', list);
      element.next();
      await untilShown(element, 'b');
    });

    it('never come to a banner that is alone', async () => {
      const delays = watchTimers();
      const element = await shown('interval="12.345"', banners('a'));
      element.next();
      element.previous();
      await frame();
      expect(delays).not.to.include(12_345);
      expect(find(element, '.controls')).to.equal(null);
      expect(get(element, '.base').hasAttribute('aria-roledescription')).to.equal(false);
    });
  });

  describe('paused', () => {
    it('is what play and pause say, as property and as attribute', async () => {
      const element = await shown('', banners('a', 'b'));
      expect(element.paused).to.equal(false);
      element.pause();
      await element.updateComplete;
      expect(element.hasAttribute('paused')).to.equal(true);
      element.play();
      await element.updateComplete;
      expect(element.hasAttribute('paused')).to.equal(false);
      element.paused = true;
      await element.updateComplete;
      expect(find(element, '.play')).not.to.equal(null);
      element.removeAttribute('paused');
      await element.updateComplete;
      expect(find(element, '.pause')).not.to.equal(null);
    });

    it('keeps from turning from the start', async () => {
      const delays = watchTimers();
      const element = await shown('paused interval="12.345"', banners('a', 'b'));
      expect(delays).not.to.include(12_345);
      element.play();
      await until(() => delays.includes(12_345), 'the timer');
    });

    it('is set for who wants less motion', async () => {
      fakeMedia('prefers-reduced-motion', true);
      const element = await shown('', banners('a', 'b'));
      expect(element.paused).to.equal(true);
      element.play();
      await element.updateComplete;
      expect(element.paused).to.equal(false);
    });

    it('is set when a reader comes to want less motion, and nothing glides from then on', async () => {
      const change = fakeMedia('prefers-reduced-motion', false);
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      element.next();
      await until(() => leaving(element), 'a transition');
      await until(() => !leaving(element), 'its end');
      expect(element.paused).to.equal(false);
      change(true);
      await element.updateComplete;
      expect(element.paused).to.equal(true);
      expect(find(element, '.play')).not.to.equal(null);
      element.next();
      await untilShown(element, 'c');
      expect(leaving(element)).to.equal(undefined);
      element.play();
      await element.updateComplete;
      expect(element.paused).to.equal(false);
    });

    it('is set for who saves data', async () => {
      Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
      afterwards(() => void Reflect.deleteProperty(navigator, 'connection'));
      const element = await shown('', banners('a', 'b'));
      expect(element.paused).to.equal(true);
    });
  });

  describe('ratio', () => {
    const shape = (element: Element) => {
      const { width, height } = get(element, '.view').getBoundingClientRect();
      return Math.round((width / height) * 100) / 100;
    };

    it('is that of the tallest banner', async () => {
      const list = [banner('a', { width: 300, height: 100 }), banner('b', { width: 300, height: 200 })];
      expect(shape(await shown('order="sequential"', list))).to.equal(1.5);
    });

    it('is what the page says', async () => {
      expect(shape(await shown('ratio="300/60"', banners('a', 'b')))).to.equal(5);
    });

    it('rules the pictures of a stack', async () => {
      const element = await shown('ratio="2/1" layout="stack"', [banner('a', { width: 300, height: 300 })]);
      const { width, height } = get(element, '.image').getBoundingClientRect();
      expect(width / height).to.equal(2);
    });

    it('is kept before there is any banner', async () => {
      const element = document.createElement('civic-banner-rotator');
      element.setAttribute('src', hangingUrl());
      element.setAttribute('ratio', '5/1');
      element.style.width = '400px';
      document.body.append(element);
      afterwards(() => element.remove());
      await element.updateComplete;
      expect(get(element, '.skeleton').getBoundingClientRect().height).to.equal(80);
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('never makes a picture larger than it is', async () => {
      const element = await shown('', banners('a', 'b'), { width: 700 });
      expect(get(element, '.image').getBoundingClientRect().width).to.equal(300);
    });
  });

  describe('words', () => {
    it('name the region and show no heading of their own', async () => {
      const element = await shown('', banners('a', 'b'));
      expect(get(element, '.base').getAttribute('aria-label')).to.equal('Biểu ngữ');
      expect(find(element, '.heading')).to.equal(null);
    });

    it('show the heading that the page gives', async () => {
      const element = await shown('heading="Liên kết" heading-level="3"', banners('a', 'b'));
      expect(get(element, '.heading').textContent.trim()).to.equal('Liên kết');
      expect(get(element, '.heading').getAttribute('aria-level')).to.equal('3');
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('are English on an English page', async () => {
      const element = await shown('', banners('a', 'b'), { lang: 'en' });
      expect(get(element, '.base').getAttribute('aria-roledescription')).to.equal('carousel');
      expect(get(element, '.pause').getAttribute('aria-label')).to.equal('Stop automatic rotation');
      expect(get(element, '.slide').getAttribute('aria-label')).to.match(/^\d of 2: /);
      expect(await axeProblems(element)).to.deep.equal([]);
    });

    it('are the page’s where it has its own', async () => {
      const element = await shown('data-i18n.next="Tiếp"', banners('a', 'b'));
      expect(get(element, '.next').getAttribute('aria-label')).to.equal('Tiếp');
    });
  });

  it('links in the same window, without a hold on this page', async () => {
    const element = await shown('', banners('a'));
    const link = get(element, 'a') as HTMLAnchorElement;
    expect(link.href).to.equal('https://example.org/a');
    expect(link.rel).to.equal('noopener');
    expect(link.target).to.equal('');
  });

  it('stays what it is when its feed comes again', async () => {
    const element = await shown('', banners('a', 'b', 'c'));
    const image = get(element, '.image');
    await element.reload();
    await frame();
    expect(get(element, '.image')).to.equal(image);
  });

  it('goes on after it was moved in the page', async () => {
    const element = await shown('order="sequential" interval="0.05"', banners('a', 'b'));
    document.body.prepend(element);
    afterwards(() => element.remove());
    const seen = record(element, 'civic-impression');
    await until(() => seen.length >= 2, 'turns');
  });

  it('begins anew after it was moved before its first picture came', async () => {
    const element = await rotator('order="sequential"', banners('a', 'b'));
    document.body.prepend(element);
    afterwards(() => element.remove());
    await untilShown(element, 'a');
    await until(() => isThere(element), 'its picture');
  });

  it('stops everything when it is taken away', async () => {
    const element = await shown('interval="0.05"', banners('a', 'b'));
    const seen = record(element, 'civic-impression');
    element.remove();
    const delays = watchTimers();
    await frame();
    await frame();
    expect(seen).to.deep.equal([]);
    expect(delays.filter((delay) => delay === 50)).to.deep.equal([]);
  });

  if (can.emulateMedia) {
    it('prints the banner on show and no controls', async () => {
      const element = await shown('', banners('a', 'b'));
      await emulateMedia({ media: 'print' });
      expect(getComputedStyle(get(element, '.controls')).display).to.equal('none');
      expect(get(element, '.image').getBoundingClientRect().height).to.equal(150);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has contrast enough in ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme });
        document.documentElement.style.colorScheme = 'light dark';
        document.body.style.background = 'Canvas';
        afterwards(() => {
          document.documentElement.style.removeProperty('color-scheme');
          document.body.style.removeProperty('background');
        });
        const element = await shown('paused heading="Mẫu"', banners('a', 'b'));
        expect(await axeProblems(element)).to.deep.equal([]);
      });
    }
  }
});
