import { expect } from 'chai';
import type { BannerRotator } from '../../../src/widgets/banner-rotator/banner-rotator.js';
import { axeProblems } from '../../support/axe.js';
import {
  afterwards,
  click,
  frame,
  hover,
  press,
  requestCount,
  setHidden,
  unhover,
  uniqueKey,
  until,
} from '../../support/page.js';
import { all, banner, banners, find, get, pictureUrl, record, shown, untilShown, watchTimers } from './rotators.js';

const focused = (element: Element) => element.shadowRoot?.activeElement ?? null;

/** Puts the keyboard's focus right before the rotator. */
async function before(element: Element): Promise<void> {
  const button = document.createElement('button');
  button.textContent = 'trước';
  element.before(button);
  afterwards(() => button.remove());
  button.focus();
}

describe('the carousel pattern', () => {
  describe('roles and names', () => {
    it('calls the region a carousel and names it', async () => {
      const element = await shown('', banners('a', 'b'));
      const region = get(element, 'section');
      expect(region.getAttribute('aria-roledescription')).to.equal('băng chuyền');
      expect(region.getAttribute('aria-label')).to.equal('Biểu ngữ');
    });

    it('calls each banner a group with its place and its words', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      const slide = get(element, '.slide');
      expect(slide.getAttribute('role')).to.equal('group');
      expect(slide.getAttribute('aria-roledescription')).to.equal('biểu ngữ');
      expect(slide.getAttribute('aria-label')).to.equal('1 trên 3: Biểu ngữ mẫu a');
    });

    it('uses native buttons with names for every control', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      expect(all(element, '.controls button').map((button) => button.getAttribute('aria-label'))).to.deep.equal([
        'Dừng tự động chuyển biểu ngữ',
        'Biểu ngữ trước',
        'Đến biểu ngữ 1 trên 3',
        'Đến biểu ngữ 2 trên 3',
        'Đến biểu ngữ 3 trên 3',
        'Biểu ngữ sau',
      ]);
      expect(get(element, '.dots').getAttribute('role')).to.equal('group');
      expect(get(element, '.dots').getAttribute('aria-label')).to.equal('Chọn biểu ngữ');
    });

    it('names them anew with the page’s own words, and draws them again after there was nothing to show', async () => {
      const element = await shown('order="sequential" placement="a"', [
        banner('a', { placement: 'a' }),
        banner('b', { placement: 'a' }),
      ]);
      element.strings = { next: 'Tiếp theo' };
      await until(() => get(element, '.next').getAttribute('aria-label') === 'Tiếp theo', 'the other name');
      element.placement = 'nowhere';
      await until(() => element.state === 'empty' && !find(element, '.controls'), 'nothing');
      element.placement = 'a';
      await until(() => find(element, '.controls'), 'the controls');
      expect(get(element, '.next').getAttribute('aria-label')).to.equal('Tiếp theo');
      expect(all(element, '.dot').length).to.equal(2);
    });

    it('marks the dot of the banner on show', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      const current = () => all(element, '.dot').map((dot) => dot.getAttribute('aria-current'));
      expect(current()).to.deep.equal(['true', null, null]);
      element.next();
      await untilShown(element, 'b');
      expect(current()).to.deep.equal([null, 'true', null]);
    });

    it('says each thing once: no name repeats a role, no button has both a changing name and a state', async () => {
      const element = await shown('heading="Thông báo mẫu"', banners('a', 'b', 'c'));
      expect(get(element, '.base').getAttribute('aria-roledescription')).to.equal('băng chuyền');
      expect(get(element, '.slide').getAttribute('aria-label')).not.to.contain('băng chuyền');
      expect(all(element, '[aria-pressed]')).to.deep.equal([]);
      // What is announced holds the banners and no button.
      expect(get(element, '.view[aria-live]').querySelectorAll('.slide').length).to.equal(1);
      expect(get(element, '.view[aria-live]').querySelector('button')).to.equal(null);
    });

    it('keeps banners that are not on show out of the page', async () => {
      const element = await shown('', banners('a', 'b', 'c'));
      expect(all(element, '.link').length).to.equal(1);
    });
  });

  describe('the button that stops and starts the rotation', () => {
    it('comes before everything else in the order of tabs', async () => {
      const element = await shown('', banners('a', 'b'));
      expect(all(element, 'button, a')[0]).to.equal(get(element, '.pause'));
    });

    it('changes its name with what it does, and keeps the focus', async () => {
      const element = await shown('', banners('a', 'b'));
      await before(element);
      await press('Tab', 'Enter');
      expect(element.paused).to.equal(true);
      expect(focused(element)).to.equal(get(element, '.play'));
      expect(get(element, '.play').getAttribute('aria-label')).to.equal('Tự động chuyển biểu ngữ');
      await press('Enter');
      expect(element.paused).to.equal(false);
      expect(get(element, '.pause').getAttribute('aria-label')).to.equal('Dừng tự động chuyển biểu ngữ');
    });

    it('works with a click as well', async () => {
      const element = await shown('', banners('a', 'b'));
      await click(get(element, '.pause'));
      expect(element.paused).to.equal(true);
      await click(get(element, '.play'));
      expect(element.paused).to.equal(false);
    });
  });

  describe('rotation', () => {
    const live = (element: Element) => get(element, '.view').getAttribute('aria-live');

    it('is not announced', async () => {
      const element = await shown('interval="0.05" transition="none"', banners('a', 'b', 'c'));
      await until(() => live(element) === 'off', 'rotation');
      const said: (string | null)[] = [];
      element.addEventListener('civic-impression', () => said.push(live(element)));
      await until(() => said.length >= 4, 'turns');
      expect([...new Set(said)]).to.deep.equal(['off']);
    });

    const arrow = () => new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
    for (const [means, step] of [
      // Safari gives no focus to a button that is clicked: nothing else holds the rotation.
      ['a button', (element: Element) => get(element, '.next').click()],
      ['a dot', (element: Element) => all(element, '.dot')[1]?.click()],
      ['a key', (element: Element) => void get(element, '.next').dispatchEvent(arrow())],
      ['the page', (element: BannerRotator) => element.next()],
    ] as const) {
      it(`is not announced, but what ${means} leads to is`, async () => {
        const element = await shown('order="sequential"', banners('a', 'b', 'c'));
        await until(() => live(element) === 'off', 'silence');
        step(element);
        await untilShown(element, 'b');
        expect(live(element)).to.equal('polite');
        expect(element.paused).to.equal(false);
        element.interval = 0.05;
        await untilShown(element, 'c');
        expect(live(element)).to.equal('off');
      });
    }

    it('holds while the pointer is over it', async () => {
      const element = await shown('', banners('a', 'b'));
      await until(() => live(element) === 'off', 'rotation');
      await hover(get(element, '.view'));
      await until(() => live(element) === 'polite', 'standstill');
      expect(element.paused).to.equal(false);
      await unhover();
      await until(() => live(element) === 'off', 'rotation again');
    });

    it('holds while its page is hidden', async () => {
      const element = await shown('', banners('a', 'b'));
      await until(() => live(element) === 'off', 'rotation');
      setHidden(true);
      await until(() => live(element) === 'polite', 'standstill');
      setHidden(false);
      await until(() => live(element) === 'off', 'rotation again');
    });

    it('holds while it is out of sight, and fetches nothing then', async () => {
      const space = document.createElement('div');
      space.style.height = '3000px';
      document.body.prepend(space);
      afterwards(() => space.remove());
      const key = uniqueKey();
      const list = [banner('a'), banner('b', { image: pictureUrl('teal', { key }) })];
      const element = await shown('order="sequential"', list);
      await frame();
      expect(live(element)).to.equal('polite');
      expect(await requestCount(key)).to.equal(0);
      space.remove();
      await until(() => live(element) === 'off', 'rotation');
      await until(async () => (await requestCount(key)) === 1, 'the next picture');
      element.before(space);
      await until(() => live(element) === 'polite', 'standstill');
    });

    it('stops when the keyboard comes to a control, and goes on only by the button', async () => {
      const element = await shown('', banners('a', 'b'));
      await before(element);
      await press('Tab');
      expect(element.paused).to.equal(false);
      await until(() => live(element) === 'polite', 'standstill');
      await press('Tab');
      await element.updateComplete;
      expect(element.paused).to.equal(true);
      await press('Shift+Tab', 'Shift+Tab');
      await frame();
      expect(element.paused).to.equal(true);
      await press('Tab', 'Enter');
      await until(() => live(element) === 'off', 'rotation');
    });

    it('stops when the keyboard leaves the button backwards', async () => {
      const element = await shown('', banners('a', 'b'));
      await before(element);
      await press('Tab', 'Shift+Tab');
      await element.updateComplete;
      expect(element.paused).to.equal(true);
    });

    it('stops when the keyboard comes to the banner', async () => {
      const element = await shown('', banners('a', 'b'));
      await press('Tab');
      get(element, '.link').focus();
      await element.updateComplete;
      expect(element.paused).to.equal(true);
    });

    it('takes no turn while it holds', async () => {
      const element = await shown('interval="0.05"', banners('a', 'b'));
      await hover(get(element, '.view'));
      await until(() => live(element) === 'polite', 'standstill');
      const seen = record(element, 'civic-impression');
      const delays = watchTimers();
      await frame();
      await frame();
      expect(seen).to.deep.equal([]);
      expect(delays).not.to.include(50);
    });
  });

  describe('steps', () => {
    it('go on and back, round the ends', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      await click(get(element, '.next'));
      await untilShown(element, 'b');
      await click(get(element, '.previous'));
      await untilShown(element, 'a');
      await click(get(element, '.previous'));
      await untilShown(element, 'c');
      await click(get(element, '.next'));
      await untilShown(element, 'a');
    });

    it('lead the rotation on from there', async () => {
      const seen = record(document, 'civic-impression');
      const element = await shown('order="sequential" transition="none"', banners('a', 'b', 'c', 'd', 'e'));
      await until(() => seen.includes('a'), 'a');
      for (const id of ['b', 'c', 'd']) {
        element.next();
        // What is stepped over before a frame shows it makes no impression.
        await until(() => seen.includes(id), id);
      }
      element.interval = 0.05;
      await until(() => seen.length > 5, 'two turns more');
      expect(seen.slice(0, 6)).to.deep.equal(['a', 'b', 'c', 'd', 'e', 'a']);
    });

    it('go to the banner of a dot', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      await click(all(element, '.dot')[2] as HTMLElement);
      await untilShown(element, 'c');
    });

    it('do not move the focus', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      await before(element);
      await press('Tab', 'Tab', 'Enter');
      await untilShown(element, 'c');
      expect(focused(element)).to.equal(get(element, '.previous'));
    });
  });

  describe('keyboard', () => {
    it('walks from the button over the steps and one dot to the banner', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      await before(element);
      const stops: string[] = [];
      for (let stop = 0; stop < 5; stop++) {
        await press('Tab');
        stops.push(focused(element)?.className ?? '');
      }
      expect(stops).to.deep.equal(['control pause', 'control previous', 'dot on', 'control next', 'link']);
      await press('Tab');
      expect(focused(element)).to.equal(null);
    });

    it('steps with arrows, Home and End on the controls; the focus goes along the dots', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c', 'd'));
      get(element, '.dot.on').focus();
      await press('ArrowRight');
      await untilShown(element, 'b');
      await until(() => focused(element) === all(element, '.dot')[1], 'the second dot');
      await press('ArrowLeft');
      await untilShown(element, 'a');
      await press('End');
      await untilShown(element, 'd');
      await until(() => focused(element) === all(element, '.dot')[3], 'the last dot');
      await press('Home');
      await untilShown(element, 'a');
    });

    it('leaves other keys, and arrows with Ctrl or Alt, to the browser', async () => {
      const element = await shown('order="sequential"', banners('a', 'b'));
      const fire = (init: KeyboardEventInit) =>
        get(element, '.next').dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
      expect(fire({ key: 'ArrowDown' })).to.equal(true);
      expect(fire({ key: 'ArrowLeft', altKey: true })).to.equal(true);
      expect(fire({ key: 'ArrowLeft', ctrlKey: true })).to.equal(true);
      expect(fire({ key: 'ArrowLeft' })).to.equal(false);
    });

    it('mirrors the icons of the steps there, in every browser of the README, and asks for no style in a turn', async () => {
      const element = await shown('order="sequential" dir="rtl" transition="none"', banners('a', 'b', 'c'));
      const mirrored = () =>
        all(element, '.control svg').map((icon) => new DOMMatrix(getComputedStyle(icon).transform).a);
      expect(mirrored()).to.deep.equal([1, -1, -1]);
      const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
      const rules = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      expect(rules.length).to.be.greaterThan(20);
      expect(rules.filter((rule) => rule.includes(':dir('))).to.deep.equal([]);
      let asked = 0;
      const native = window.getComputedStyle;
      window.getComputedStyle = (...args) => {
        asked++;
        return native.call(window, ...args);
      };
      afterwards(() => void (window.getComputedStyle = native));
      element.next();
      await untilShown(element, 'b');
      expect(asked).to.equal(0);
      element.remove();
      element.dir = 'ltr';
      document.body.append(element);
      afterwards(() => element.remove());
      await until(() => mirrored().join() === '1,1,1', 'icons as they are');
    });

    it('turns the arrows round where one reads from right to left', async () => {
      const element = await shown('order="sequential" dir="rtl"', banners('a', 'b', 'c'));
      get(element, '.next').focus();
      await press('ArrowLeft');
      await untilShown(element, 'b');
      await press('ArrowRight');
      await untilShown(element, 'a');
      const [previous, next] = ['.previous', '.next'].map((name) => get(element, name).getBoundingClientRect().left);
      expect(previous).to.be.greaterThan(next ?? 0);
      expect(await axeProblems(element)).to.deep.equal([]);
    });
  });

  describe('room', () => {
    const many = (count: number) =>
      [...Array(count).keys()].map((index) => banner(`b${index}`, { width: 600, height: 300 }));

    for (const [count, width] of [
      [2, 200],
      [5, 228],
      [5, 200],
      [10, 300],
      [10, 360],
      [17, 200],
      [17, 320],
    ] as const) {
      it(`is enough for the controls of ${count} banners at ${width} px`, async () => {
        const element = await shown('paused order="sequential"', many(count), { width });
        const view = get(element, '.view').getBoundingClientRect();
        const targets = all(element, '.controls button').filter((button) => button.checkVisibility());
        for (const button of targets) {
          const { left, right, width: wide, height } = button.getBoundingClientRect();
          expect(left).to.be.at.least(view.left);
          expect(right).to.be.at.most(view.right);
          expect(Math.min(wide, height)).to.be.at.least(24);
        }
        const dots = targets.filter((button) => button.matches('.dot')).length;
        expect(get(element, '.position').checkVisibility()).to.equal(dots === 0);
        expect([0, count]).to.include(dots);
        expect(await axeProblems(element)).to.deep.equal([]);
      });
    }

    it('is that of the banner, not of a wider place', async () => {
      const list = many(10).map((one) => ({ ...one, width: 300 }));
      const element = await shown('', list, { width: 700 });
      expect(get(element, '.position').checkVisibility()).to.equal(true);
    });

    it('is told in figures where the dots do not fit', async () => {
      const element = await shown('order="sequential"', many(17), { width: 200 });
      expect(get(element, '.position').textContent).to.equal('1 / 17');
      expect(find(element, '.dot')).to.equal(null);
    });
  });
});
