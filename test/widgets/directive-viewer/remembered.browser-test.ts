/** Black on white: for as long as the reader wants it, on every page of this device. */
import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { contrastOf, groundOf } from '../../support/contrast.js';
import { afterwards, click, mount, press, serve, until } from '../../support/page.js';
import { withoutStorage } from '../../support/without-storage.js';
import { fake, tool } from './reading-tools.js';
import { all, directive, feedOf, FULL, NAME, one, settled, viewer } from './viewers.js';

const KEY = 'civic-widgets:reading';
const MODULE = new URL('../../../src/embed/define/civic-directive-viewer.ts', import.meta.url).href;
const feed = feedOf(directive('a', 'Văn bản mẫu'), FULL);

const isPressed = (widget: Element) => tool(widget, 'contrast').getAttribute('aria-pressed');
/** The colours of the text and what is behind it. */
const colours = (widget: Element) => [getComputedStyle(one(widget, '.text')).color, groundOf(one(widget, '.text'))];
const BLACK_ON_WHITE = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
const PLAIN = 'rgb(31, 35, 40)';

async function choose(widget: Element, contrast: boolean): Promise<void> {
  await click(tool(widget, 'contrast'));
  await until(() => isPressed(widget) === String(contrast), 'the choice');
}

describe('<civic-directive-viewer>, contrast', () => {
  it('is there from the start for who chose it before, in every document, until they want it no more', async () => {
    const src = await serve(feed);
    const first = await viewer(src, 'item="a"');
    expect([isPressed(first), colours(first)[0]]).to.deep.equal(['false', PLAIN]);
    await choose(first, true);
    const second = await viewer(src, 'item="day-du"');
    expect(isPressed(second)).to.equal('true');
    expect(colours(second)).to.deep.equal(BLACK_ON_WHITE);
    second.item = 'a';
    await settled(second);
    expect(colours(second)).to.deep.equal(BLACK_ON_WHITE);
    await choose(second, false);
    expect(colours(second)[0]).to.equal(PLAIN);
    const third = await viewer(src, 'item="a"');
    expect([isPressed(third), colours(third)[0]]).to.deep.equal(['false', PLAIN]);
  });

  it('and the size of the text are remembered beside each other', async () => {
    const src = await serve(feed);
    const size = (widget: Element) => parseFloat(getComputedStyle(one(widget, '.text')).fontSize);
    const first = await viewer(src, 'item="a"');
    const normal = size(first);
    await click(tool(first, 'larger'));
    await choose(first, true);
    const second = await viewer(src, 'item="a"');
    expect(size(second)).to.be.closeTo(normal * 1.15, 0.1);
    await choose(second, false);
    const third = await viewer(src, 'item="a"');
    expect(size(third)).to.be.closeTo(normal * 1.15, 0.1);
    expect(isPressed(third)).to.equal('false');
    // Nothing else of the reader is written down.
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).to.deep.equal({ percent: 115, contrast: false });
  });

  it('is not forgotten for what is chosen in another viewer of the page, nor that for it', async () => {
    const src = await serve(feed);
    const stored = () => JSON.parse(localStorage.getItem(KEY) ?? '') as unknown;
    const first = await viewer(src, 'item="a"');
    const second = await viewer(src, 'item="a"');
    await choose(first, true);
    await click(tool(second, 'larger'));
    expect(stored()).to.deep.equal({ percent: 115, contrast: true });
    await choose(first, false);
    expect(stored()).to.deep.equal({ percent: 115, contrast: false });
    // Each shows what was chosen in it.
    expect([isPressed(second), colours(second)[0]]).to.deep.equal(['false', PLAIN]);
  });

  it('outlasts the page', async () => {
    const data = await serve(feed);
    const page = await serve(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title>
      <${NAME} src="${data}" item="a"></${NAME}><script type="module" src="${MODULE}"></script>`,
      { type: 'text/html' },
    );
    const frame = document.createElement('iframe');
    frame.src = page;
    afterwards(() => frame.remove());
    document.body.append(frame);
    const shown = async (former?: Element) => {
      const widget = await until(() => {
        const found = frame.contentDocument?.querySelector<DirectiveViewer>(NAME);
        return found !== former && found?.shadowRoot?.querySelector('.text') ? found : undefined;
      }, 'the document');
      return until(() => all(widget, '[data-tool=contrast]').length === 1 && widget, 'its tools');
    };
    let widget = await shown();
    for (const wanted of ['true', 'false']) {
      expect(isPressed(widget)).not.to.equal(wanted);
      tool(widget, 'contrast').click();
      await until(() => isPressed(widget) === wanted, 'the choice');
      frame.contentWindow?.location.reload();
      widget = await shown(widget);
      expect(isPressed(widget)).to.equal(wanted);
      expect(one(widget, '.document').classList.contains('contrast')).to.equal(wanted === 'true');
    }
  });

  for (const [how, storage] of [
    ['refuses to be asked', undefined],
    [
      'is full, or closed',
      {
        getItem: () => null,
        removeItem: () => undefined,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ],
  ] as const) {
    it(`holds for this visit where the device’s memory ${how}`, async () => {
      const uncaught: unknown[] = [];
      const note = (event: Event) => uncaught.push(event);
      for (const type of ['error', 'unhandledrejection']) addEventListener(type, note);
      afterwards(() => {
        for (const type of ['error', 'unhandledrejection']) removeEventListener(type, note);
      });
      if (storage) fake(window, 'localStorage', storage);
      else withoutStorage();
      const widget = await viewer(feed, 'item="a"');
      expect(isPressed(widget)).to.equal('false');
      await choose(widget, true);
      expect(colours(widget)).to.deep.equal(BLACK_ON_WHITE);
      widget.item = 'day-du';
      await settled(widget);
      expect(isPressed(widget)).to.equal('true');
      expect(colours(widget)).to.deep.equal(BLACK_ON_WHITE);
      await click(tool(widget, 'larger'));
      expect(isPressed(widget)).to.equal('true');
      // Nothing remembers it for the next one.
      expect(isPressed(await viewer(feed, 'item="a"'))).to.equal('false');
      expect(uncaught).to.deep.equal([]);
    });
  }

  it('is black on white and shows the focus, whatever colours the page has', async () => {
    const page = await mount(`<div><${NAME} src="${await serve(feed)}" item="a"></${NAME}></div>`);
    page.style.cssText =
      'color-scheme: dark; background: #000; --civic-color-text: #eee; --civic-color-muted: #bbb; --civic-color-link: #ffa; ' +
      '--civic-color-accent: #ff0; --civic-color-line: #111; --civic-color-surface: #111; --civic-color-focus: #ff9; ' +
      '--civic-background: #000';
    const widget = await settled(page.firstElementChild as DirectiveViewer);
    await choose(widget, true);
    expect(colours(widget)).to.deep.equal(BLACK_ON_WHITE);
    const unreadable = all(widget, '.document *').filter((element) => {
      const says = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      return says && contrastOf(getComputedStyle(element).color, groundOf(element)) < 7;
    });
    expect(unreadable.map(({ className }) => className)).to.deep.equal([]);
    for (const selector of ['.tools .button', '.marker', '.text .anchor']) {
      const element = one(widget, selector);
      element.focus();
      // A key: the ring is for those who use them.
      await press('Shift');
      expect(contrastOf(getComputedStyle(element).outlineColor, groundOf(element)), selector).to.be.at.least(3);
    }
  });
});
