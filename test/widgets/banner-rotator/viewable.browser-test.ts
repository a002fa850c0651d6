import { expect } from 'chai';
import type { CivicViewableEvent } from '../../../src/widgets/banner-rotator/events.js';
import { afterwards, frame, nextEvent, serve, setHidden, until } from '../../support/page.js';
import {
  banner,
  banners,
  fakeFocus,
  feedOf,
  get,
  hangingUrl,
  type HeldTimers,
  holdTimers,
  pictureUrl,
  record,
  rotator,
  shown,
} from './rotators.js';

/** Holds the second that a banner has to be in sight, and whatever comes on top of it for a transition. */
const holdSecond = () => holdTimers((delay) => delay >= 1000 && delay < 2000);
const untilCounting = (clock: HeldTimers) => until(() => clock.delays.length === 1, 'its second to begin');

/** A rotator whose observer has told how much of it is in sight: it does so before the next frame but one. */
async function observed(...args: Parameters<typeof rotator>): Promise<Element> {
  const impressions = record(document, 'civic-impression');
  const element = await rotator(...args);
  await until(() => impressions.length > 0, 'an impression');
  await frame();
  await frame();
  return element;
}

describe('a viewable impression', () => {
  it('is half of the pixels for a second, once a turn', async () => {
    const focus = fakeFocus(true);
    const clock = holdSecond();
    const element = await observed('', banners('a'));
    const seen = record(element, 'civic-viewable');
    await untilCounting(clock);
    expect(clock.delays).to.deep.equal([1000]);
    expect(seen).to.deep.equal([]);
    const event = nextEvent<CivicViewableEvent>(element, 'civic-viewable');
    clock.run(1000);
    expect((await event).threshold).to.equal(0.5);
    focus(false);
    focus(true);
    expect(clock.delays).to.deep.equal([]);
    expect(seen).to.deep.equal(['a']);
  });

  for (const [what, leaves, comes] of [
    ['the tab was hidden', () => setHidden(true), () => setHidden(false)],
    ['the window lost the focus', (_, focus) => focus(false), (_, focus) => focus(true)],
    ['it was scrolled away', () => window.scrollTo(0, 1000), () => window.scrollTo(0, 0)],
    ['it lost its box', (element) => (element.hidden = true), (element) => (element.hidden = false)],
    ['it was taken off the page', (element) => element.remove(), (element) => document.body.append(element)],
  ] as [string, ...((element: HTMLElement, focus: (has: boolean) => void) => void)[]][]) {
    it(`begins its second anew where ${what} meanwhile`, async () => {
      const focus = fakeFocus(true);
      const clock = holdSecond();
      const impressions = record(document, 'civic-impression');
      const element = await rotator('layout="stack" style="display: block; margin-bottom: 2000px"', banners('a'));
      afterwards(() => {
        element.remove();
        window.scrollTo(0, 0);
      });
      const seen = record(element, 'civic-viewable');
      await untilCounting(clock);
      leaves?.(element, focus);
      await until(() => clock.delays.length === 0, 'its second to be broken off');
      comes?.(element, focus);
      await untilCounting(clock);
      expect(clock.delays).to.deep.equal([1000]);
      expect(seen).to.deep.equal([]);
      clock.run(1000);
      expect(seen).to.deep.equal(['a']);
      expect(impressions).to.deep.equal(['a']);
    });
  }

  it('can still come of a picture that came while its rotator was off the page', async () => {
    const list = [banner('a'), banner('c', { image: hangingUrl() })];
    const impressions = record(document, 'civic-impression');
    const element = await rotator('layout="stack" order="sequential"', list);
    await until(() => impressions.includes('a'), 'what counts');
    const parent = element.parentElement;
    const late = get(element, '.slide:last-child .image') as HTMLImageElement;
    element.remove();
    // What is lazy comes to no page but its own.
    late.loading = 'eager';
    const loaded = nextEvent(late, 'load');
    late.src = pictureUrl();
    await loaded;
    await frame();
    expect(impressions).to.deep.equal(['a']);
    parent?.append(element);
    await until(() => impressions.length > 1, 'its impression');
    expect(impressions).to.deep.equal(['a', 'c']);
  });

  it('is 30 % of the pixels of a banner of 242,500 and more', async () => {
    fakeFocus(true);
    const clock = holdSecond();
    const image = pictureUrl('teal', { width: 700, height: 400 });
    const style = 'style="display: block; margin-top: 420px"';
    const element = await observed(style, [banner('a', { image, width: 700, height: 400 })], { width: 700 });
    await untilCounting(clock);
    const event = nextEvent<CivicViewableEvent>(element, 'civic-viewable');
    clock.run(1000);
    expect((await event).threshold).to.equal(0.3);
  });

  it('is half of those of a small picture, though it lies in the box of a large one', async () => {
    fakeFocus(true);
    const clock = holdSecond();
    const large = { image: pictureUrl('teal', { width: 700, height: 400 }), width: 700, height: 400 };
    const attributes = 'order="sequential" style="display: block; margin-top: 420px"';
    const element = await observed(attributes, [banner('a'), banner('b', large)], { width: 700 });
    const { width, height } = get(element, '.image').getBoundingClientRect();
    expect({ width, height }).to.deep.equal({ width: 700, height: 400 });
    expect(clock.delays).to.deep.equal([]);
  });

  it('is none with less in sight', async () => {
    fakeFocus(true);
    const clock = holdSecond();
    await observed('style="display: block; margin-top: 530px"', banners('a'));
    expect(clock.delays).to.deep.equal([]);
  });

  it('is none without the focus, until that comes back', async () => {
    const focus = fakeFocus(false);
    const clock = holdSecond();
    await observed('', banners('a'));
    expect(clock.delays).to.deep.equal([]);
    focus(true);
    expect(clock.delays).to.deep.equal([1000]);
  });

  it('needs no focus in a frame, which has it only after a click', async () => {
    const host = document.createElement('iframe');
    host.width = '500';
    host.height = '300';
    const module = new URL('../../../src/embed/define/civic-banner-rotator.ts', import.meta.url).href;
    const src = await serve(feedOf(banners('a')));
    host.srcdoc = `<!doctype html><html lang="vi"><title>Khung mẫu</title><body><script type="module">
      import '${module}';
      document.addEventListener('civic-viewable', ({ bannerId }) => (document.title = bannerId));
    </script><civic-banner-rotator src="${src}"></civic-banner-rotator>`;
    document.body.append(host);
    afterwards(() => host.remove());
    await until(() => host.contentDocument?.title === 'a', 'it');
    expect(host.contentDocument?.hasFocus()).to.equal(false);
  });

  it('begins its second when the transition is over', async () => {
    fakeFocus(true);
    const element = await shown('order="sequential"', banners('a', 'b', 'c'));
    const clock = holdSecond();
    const now = Math.round(performance.now());
    performance.now = () => now;
    afterwards(() => void Reflect.deleteProperty(performance, 'now'));
    element.next();
    await untilCounting(clock);
    expect(clock.delays).to.deep.equal([1400]);
    element.transition = 'none';
    element.next();
    await until(() => clock.delays.join() === '1000', 'a second and no more');
  });

  it('is none for a banner that is gone before', async () => {
    fakeFocus(true);
    const clock = holdSecond();
    const impressions = record(document, 'civic-impression');
    const element = await shown('order="sequential" transition="none"', banners('a', 'b'));
    const seen = record(element, 'civic-viewable');
    await untilCounting(clock);
    element.next();
    await until(() => impressions.includes('b'), 'the second one');
    await untilCounting(clock);
    clock.run(1000);
    expect(seen).to.deep.equal(['b']);
  });
});
