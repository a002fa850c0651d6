import { expect } from 'chai';
import type { CivicClickEvent } from '../../../src/widgets/banner-rotator/events.js';
import { afterwards, frame, nextEvent, setHidden, until } from '../../support/page.js';
import { all, banner, banners, brokenUrl, get, hangingUrl, record, rotator, shown } from './rotators.js';

describe('an impression', () => {
  it('is told once a turn, with the banner and its placement, through shadow roots', async () => {
    const event = nextEvent<CivicClickEvent>(document, 'civic-impression');
    await rotator('placement="left"', [banner('a', { placement: 'left' })]);
    const { bannerId, placement, composed, bubbles } = await event;
    expect({ bannerId, placement, composed, bubbles }).to.deep.equal({
      bannerId: 'a',
      placement: 'left',
      composed: true,
      bubbles: true,
    });
  });

  it('is one for each step', async () => {
    const seen = record(document, 'civic-impression');
    const element = await rotator('order="sequential"', banners('a', 'b'));
    await until(() => seen.length === 1, 'the first');
    element.next();
    await until(() => seen.length === 2, 'the second');
    element.next();
    await until(() => seen.length === 3, 'the third');
    expect(seen).to.deep.equal(['a', 'b', 'a']);
  });

  it('is one for each banner of a stack, however often it is drawn', async () => {
    const seen = record(document, 'civic-impression');
    const element = await rotator('layout="stack" order="sequential"', banners('a', 'b'));
    await until(() => seen.length === 2, 'both');
    element.requestUpdate();
    await element.reload();
    await frame();
    expect([...seen].sort()).to.deep.equal(['a', 'b']);
  });

  it('is none for a picture that is broken or has not come', async () => {
    const list = [banner('a', { image: brokenUrl() }), banner('b', { image: hangingUrl() }), banner('c')];
    const seen = record(document, 'civic-impression');
    await rotator('layout="stack" order="sequential"', list);
    await until(() => seen.length > 0, 'one');
    await frame();
    expect(seen).to.deep.equal(['c']);
  });

  it('waits until the banner has a box, wherever that is', async () => {
    const seen = record(document, 'civic-impression');
    const element = await shown('hidden style="display: block; margin-top: 5000px"', banners('a'));
    await frame();
    await frame();
    expect(seen).to.deep.equal([]);
    element.hidden = false;
    await until(() => seen.length > 0, 'it');
    window.scrollTo(0, 5000);
    afterwards(() => window.scrollTo(0, 0));
    await frame();
    await frame();
    expect(seen).to.deep.equal(['a']);
  });

  it('waits until the page is no longer hidden', async () => {
    setHidden(true);
    const seen = record(document, 'civic-impression');
    await shown('layout="stack"', banners('a'));
    await frame();
    expect(seen).to.deep.equal([]);
    setHidden(false);
    await until(() => seen.length === 1, 'it');
  });
});

describe('a click', () => {
  it('is told with the banner and where it leads', async () => {
    const impression = nextEvent(document, 'civic-impression');
    const element = await shown('', banners('a'));
    await impression;
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    const event = nextEvent<CivicClickEvent>(document, 'civic-click');
    get(element, '.link').click();
    const { bannerId, href } = await event;
    expect({ bannerId, href }).to.deep.equal({ bannerId: 'a', href: 'https://example.org/a' });
  });

  it('counts before the buttons and what counts have come', async () => {
    // Nothing else is sent for while the first picture may still come.
    const element = await rotator('', [banner('a', { image: hangingUrl() })]);
    const seen = record(element, 'civic-click');
    const link = get(element, '.link');
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    link.click();
    link.dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }));
    expect(seen).to.deep.equal([]);
    await until(() => seen.length > 0, 'the click');
    await frame();
    expect(seen).to.deep.equal(['a']);
  });

  it('counts with the middle button as well, and not with the right one', async () => {
    const impression = nextEvent(document, 'civic-impression');
    const element = await shown('', banners('a'));
    await impression;
    const seen = record(element, 'civic-click');
    // WebKit follows it, though no reader has pressed anything, into a window that this browser does not outlive.
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('auxclick', prevent);
    afterwards(() => document.removeEventListener('auxclick', prevent));
    const press = (button: number) =>
      get(element, '.link').dispatchEvent(
        new MouseEvent('auxclick', { button, bubbles: true, composed: true, cancelable: true }),
      );
    press(2);
    expect(seen).to.deep.equal([]);
    press(1);
    expect(seen).to.deep.equal(['a']);
  });

  it('is one, however often a reader presses at once; a second later it is another', async () => {
    const impressions = record(document, 'civic-impression');
    const element = await shown('layout="stack" order="sequential"', banners('a', 'b'));
    await until(() => impressions.length === 2, 'what counts');
    const seen = record(element, 'civic-click');
    const prevent = (click: Event) => click.preventDefault();
    document.addEventListener('click', prevent);
    afterwards(() => {
      document.removeEventListener('click', prevent);
      Reflect.deleteProperty(performance, 'now');
    });
    const [a, b] = all(element, '.link') as [HTMLElement, HTMLElement];
    let now = performance.now();
    performance.now = () => now;
    for (const [link, after] of [
      [a, 0],
      [a, 200],
      [a, 900],
      [b, 0],
      [a, 0],
      [a, 1000],
    ] as const) {
      now += after;
      link.click();
    }
    expect(seen).to.deep.equal(['a', 'b', 'a', 'a']);
  });
});
