import { expect } from 'chai';
import { afterwards, frame, unhover, until } from '../../support/page.js';
import { all, banner, banners, get, record, shown, untilShown, words } from './rotators.js';

const live = (element: Element) => get(element, '.view').getAttribute('aria-live');

/** What a finger or a pen does to a target. */
function point(target: EventTarget, name: string, x: number, y: number, pointerType = 'touch'): void {
  const where = { clientX: x, clientY: y, pointerType, pointerId: 7, isPrimary: true };
  target.dispatchEvent(new PointerEvent(name, { ...where, bubbles: true, composed: true }));
}

/** A finger or pen drawn across. */
function draw(element: Element, across: number, { down = 0, pointerType = 'touch', type = 'pointerup' } = {}): void {
  const target = get(element, '.set:not(.leave) .link');
  point(target, 'pointerdown', 150, 50, pointerType);
  point(target, type, 150 + across, 50 + down, pointerType);
}

/** A click on the link; `stopped` says whether the rotator has stopped it. */
function follow(element: Element): MouseEvent {
  const followed = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  // The page must stay where it is, whether or not the rotator stops the click.
  const stop = (event: Event) => event.preventDefault();
  let stopped = false;
  get(element, '.view').addEventListener('click', () => (stopped = followed.defaultPrevented), { once: true });
  document.addEventListener('click', stop, { once: true });
  get(element, '.set:not(.leave) .link').dispatchEvent(followed);
  return Object.assign(followed, { stopped });
}

/** Drawn across, with the click that some browsers send after it. */
function swipe(...[element, ...how]: Parameters<typeof draw>): MouseEvent {
  draw(element, ...how);
  return follow(element);
}

/** A rotator that stands still, with all that comes after its first banner: what it counts, for one. */
async function interactive(...args: Parameters<typeof shown>): ReturnType<typeof shown> {
  const counted = record(document, 'civic-impression');
  const element = await shown(...args);
  await until(() => counted.length > 0, 'what counts');
  return element;
}

/** What a finger meets in the middle of an element of the rotator. */
function met(element: Element, target: Element): Element | null {
  const { left, top, width, height } = target.getBoundingClientRect();
  return element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
}

describe('a finger', () => {
  describe('swipe', () => {
    for (const pointerType of ['touch', 'pen']) {
      it(`steps with a ${pointerType} and follows no link`, async () => {
        const element = await shown('order="sequential"', banners('a', 'b', 'c'));
        const clicks = record(element, 'civic-click');
        expect(swipe(element, -80, { pointerType })).to.have.property('stopped', true);
        await untilShown(element, 'b');
        swipe(element, 80, { pointerType });
        await untilShown(element, 'a');
        expect(clicks).to.deep.equal([]);
      });
    }

    it('is announced where it leads, though the rotation goes on', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      await until(() => live(element) === 'off', 'rotation');
      swipe(element, -80);
      await untilShown(element, 'b');
      expect(live(element)).to.equal('polite');
      expect(element.paused).to.equal(false);
    });

    it('goes the other way where one reads from right to left', async () => {
      const element = await shown('order="sequential" dir="rtl"', banners('a', 'b', 'c'));
      swipe(element, 80);
      await untilShown(element, 'b');
    });

    it('is neither a tap, nor a scroll, nor a mouse', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      expect(swipe(element, -10)).to.have.property('stopped', false);
      expect(swipe(element, -50, { down: 90 })).to.have.property('stopped', false);
      expect(swipe(element, -80, { pointerType: 'mouse' })).to.have.property('stopped', false);
      expect(swipe(element, -80, { type: 'pointercancel' })).to.have.property('stopped', false);
      await frame();
      expect(words(element)).to.deep.equal(['a']);
    });

    it('swallows no click that comes later: browsers send none of their own after most', async () => {
      const element = await shown('order="sequential"', banners('a', 'b', 'c'));
      const clicks = record(element, 'civic-click');
      draw(element, -80);
      await untilShown(element, 'b');
      // Longer than a click that belongs to it takes.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const followed = follow(element);
      expect(followed).to.have.property('stopped', false);
      expect(clicks).to.deep.equal(['b']);
    });

    it('leaves scrolling and enlarging to the page', async () => {
      const element = await shown('', banners('a', 'b'));
      expect(getComputedStyle(get(element, '.view')).touchAction).to.equal('pan-y pinch-zoom');
    });
  });

  describe('that lies on a banner', () => {
    for (const [pointerType, end] of [
      ['touch', 'pointerup'],
      ['touch', 'pointercancel'],
      ['pen', 'pointerup'],
    ] as const) {
      it(`holds the rotation until the ${end} of a ${pointerType}, wherever that is`, async () => {
        const element = await shown('', banners('a', 'b'));
        await until(() => live(element) === 'off', 'rotation');
        point(get(element, '.link'), 'pointerdown', 150, 50, pointerType);
        await element.updateComplete;
        expect(live(element)).to.equal('polite');
        expect(element.paused).to.equal(false);
        // Another finger says nothing of this one.
        document.body.dispatchEvent(new PointerEvent(end, { pointerId: 8, bubbles: true }));
        await element.updateComplete;
        expect(live(element)).to.equal('polite');
        point(document.body, end, 150, 590, pointerType);
        await element.updateComplete;
        expect(live(element)).to.equal('off');
      });
    }

    it('is no mouse', async () => {
      const element = await shown('', banners('a', 'b'));
      await until(() => live(element) === 'off', 'rotation');
      point(get(element, '.link'), 'pointerdown', 150, 50, 'mouse');
      await element.updateComplete;
      expect(live(element)).to.equal('off');
    });

    it('is forgotten when the rotator leaves the page', async () => {
      const element = await shown('', banners('a', 'b'));
      point(get(element, '.link'), 'pointerdown', 150, 50);
      element.remove();
      document.body.append(element);
      afterwards(() => element.remove());
      await until(() => live(element) === 'off', 'rotation');
    });
  });

  describe('in a stack, where nothing swipes', () => {
    /** Whether a link may be dragged, as a pen does it that would swipe elsewhere. */
    const drags = (element: Element) =>
      get(element, '.link').dispatchEvent(
        new DragEvent('dragstart', { bubbles: true, composed: true, cancelable: true }),
      );

    it('drags links and selects pictures as everywhere', async () => {
      const turning = await shown('order="sequential"', banners('a', 'b'));
      expect(drags(turning)).to.equal(false);
      const stack = await interactive('layout="stack"', banners('a', 'b'));
      expect(drags(stack)).to.equal(true);
      expect(getComputedStyle(get(stack, '.image')).userSelect).not.to.equal('none');
      const alone = await shown('', banners('a'));
      expect(drags(alone)).to.equal(true);
    });

    it('follows the link after whatever it did', async () => {
      const element = await interactive('layout="stack" order="sequential"', banners('a', 'b'));
      expect(swipe(element, -80)).to.have.property('stopped', false);
      expect(words(element)).to.deep.equal(['a', 'b']);
    });
  });

  describe('on a low banner of a phone', () => {
    const low = () => ['a', 'b', 'c', 'd', 'e'].map((id) => banner(id, { width: 728, height: 90 }));
    const steps = (element: Element) => all(element, '.more button');
    const meetsThem = (element: Element) => steps(element).map((button) => button.contains(met(element, button)));

    it('meets the link and not the buttons that are not seen while it rotates', async () => {
      await unhover();
      const element = await shown('order="sequential"', low(), { width: 320 });
      expect(steps(element).length).to.equal(7);
      expect(getComputedStyle(get(element, '.more')).opacity).to.equal('0');
      for (const button of steps(element))
        expect(met(element, button)?.closest('.link')).to.equal(get(element, '.link'));
      const pause = get(element, '.pause');
      expect(pause.contains(met(element, pause))).to.equal(true);
    });

    it('meets all of them when it stands', async () => {
      const element = await shown('order="sequential" paused', low(), { width: 320 });
      expect(getComputedStyle(get(element, '.more')).opacity).to.equal('1');
      expect(meetsThem(element)).not.to.include(false);
    });

    it('meets them, too, when the keyboard has come to one', async () => {
      const element = await shown('order="sequential"', low(), { width: 320 });
      get(element, '.pause').focus();
      await frame();
      expect(element.paused).to.equal(false);
      expect(getComputedStyle(get(element, '.more')).opacity).to.equal('1');
      expect(meetsThem(element)).not.to.include(false);
    });
  });
});
