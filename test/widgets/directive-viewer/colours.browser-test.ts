/** What readers see who have colours of their own, and those who cannot tell colours apart. */
import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { contrastOf, groundOf } from '../../support/contrast.js';
import { contrastIn, fullestLine, groundIn, painted } from '../../support/painted.js';
import {
  can,
  click,
  emulateMedia,
  engine,
  type Media,
  mount,
  press,
  resize,
  serve,
  until,
} from '../../support/page.js';
import { fakeSpeech, hits, placeOf, searched, tool, withoutHighlights } from './reading-tools.js';
import { all, directive, feedOf, focused, FULL, NAME, one, settled, viewer, words } from './viewers.js';

const STATUSES = ['notYet', 'inForce', 'partial', 'expired'];

const content_html = [1, 2, 3]
  .map(
    (number) =>
      `<p>Điều ${number}. Tên điều mẫu</p><p>1. Theo Nghị định số 98/2023/NĐ-CP, mẫu.</p>` +
      '<p>2. Khoản mẫu, <a href="https://example.org/">liên kết mẫu</a>.</p>',
  )
  .join('');
const feed = feedOf(
  directive('a', 'Văn bản mẫu', { status: 'inForce' }, { content_text: undefined, content_html }),
  FULL,
);

/** A document in each status, no two of which are alike otherwise. */
const LIST = feedOf(
  ...STATUSES.map((status, index) => {
    const fields = { status, typeName: `Loại mẫu ${index}`, organ: { name: `Cơ quan mẫu ${index}` } };
    return directive(status, `Văn bản mẫu ${index}`, { ...fields, issuedDate: `202${index}-02-05` });
  }),
);

/**
 * How well something must be told from its ground. Chromium emulates the themes of Windows, which are made for contrast;
 * Firefox takes the desktop's own colours for marks, of which no more can be asked than that they are others.
 */
const toldApart = (ratio: number, media: Media) => (engine === 'firefox' && media.forcedColors ? 1.1 : ratio);

/** What is wrong with how an element shows that it has the focus. */
function faultOfRing(element: Element): string | undefined {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const ground = groundOf(element.parentElement ?? element);
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && contrastOf(outlineColor, ground) >= 3;
  const { className, localName } = element;
  return isSeen ? undefined : `${className || localName}: ${outlineWidth} ${outlineStyle} ${outlineColor} on ${ground}`;
}

/** Presses Tab until it has left the viewer; says what it came to and which of that cannot be seen to have the focus. */
async function walk(widget: DirectiveViewer, start: HTMLElement): Promise<{ reached: Element[]; faults: string[] }> {
  start.focus();
  const reached: Element[] = [];
  const faults: string[] = [];
  for (;;) {
    await press('Tab');
    const element = focused(widget);
    if (!element || reached.includes(element)) return { reached, faults };
    reached.push(element);
    const fault = faultOfRing(element);
    if (fault) faults.push(fault);
  }
}

/** Every one of these was come to, and there are some. */
function expectReached(widget: Element, reached: readonly Element[], ...selectors: string[]): void {
  for (const selector of selectors) {
    const wanted = all(widget, selector).filter((element) => element.checkVisibility());
    expect(wanted.length, selector).to.be.greaterThan(0);
    expect(wanted.filter((element) => !reached.includes(element)).length, selector).to.equal(0);
  }
}

/** A button before the viewer, from where Tab goes into it, and one behind it. */
async function between(
  src: string,
  rest: string,
  width: number,
): Promise<[widget: DirectiveViewer, start: HTMLElement]> {
  const page = await mount(
    `<div><button>trước</button><${NAME} src="${src}" ${rest}></${NAME}><button>sau</button></div>`,
    { width },
  );
  const [start, widget] = page.children as unknown as [HTMLElement, DirectiveViewer];
  return [await settled(widget), start];
}

if (can.emulateMedia)
  describe('<civic-directive-viewer>, the focus in forced colours', () => {
    it('has a ring round everything in a document, its outline, its tools and its search', async () => {
      await resize(1000);
      await emulateMedia({ forcedColors: 'active' });
      const [widget, start] = await between(await serve(feed), 'item="a" citation-url="/tim?q={number}"', 900);
      await searched(widget, 'mẫu');
      await until(() => hits(widget)?.startsWith('1/'), 'places');
      const { reached, faults } = await walk(widget, start);
      expect(faults).to.deep.equal([]);
      expectReached(
        widget,
        reached,
        '.tools button',
        '.bar .field',
        '.bar button',
        '.outline-heading',
        '.entry',
        '.anchor',
        '.marker',
        '.citation',
        '.text a',
      );
      // What a jump gives the focus to.
      const entry = all(widget, '.entry')[1] as HTMLElement;
      entry.focus();
      await press('Enter');
      const section = await until(() => focused(widget)?.matches('.section') && focused(widget), 'the section');
      expect(faultOfRing(section)).to.equal(undefined);
    });

    it('has a ring in the drawer, in the menu of a section and in the bar of the voice', async () => {
      await resize(500);
      await emulateMedia({ forcedColors: 'active' });
      fakeSpeech([{ lang: 'vi-VN' }]);
      const [widget, start] = await between(await serve(feed), 'item="a"', 480);
      one(widget, '.anchor').focus();
      await press('Enter');
      await until(() => focused(widget)?.matches('.section-menu button'), 'the menu');
      for (const button of all(widget, '.section-menu button')) {
        button.focus();
        expect(faultOfRing(button)).to.equal(undefined);
      }
      tool(widget, 'read-aloud').focus();
      await press('Enter');
      await until(() => all(widget, '.bar select').length === 1, 'the bar');
      const { reached, faults } = await walk(widget, start);
      expect(faults).to.deep.equal([]);
      expectReached(widget, reached, '.bar button', '.bar select', '.fold');
      one(widget, '.fold').focus();
      await press('Enter');
      const drawer = await until(() => all(widget, '.drawer[open]')[0], 'the drawer');
      for (const element of drawer.querySelectorAll<HTMLElement>('button')) {
        element.focus();
        expect(faultOfRing(element)).to.equal(undefined);
      }
      expect(contrastOf(getComputedStyle(drawer).borderInlineEndColor, groundOf(drawer))).to.be.at.least(3);
    });

    it('has a ring round everything in a list, its filters and its pages', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const [widget, start] = await between(await serve(LIST), 'view="list" page-size="3"', 700);
      await click(one(widget, '.search button'));
      await until(() => all(widget, '.filters select').length > 1, 'the filters');
      const { reached, faults } = await walk(widget, start);
      expect(faults).to.deep.equal([]);
      expectReached(widget, reached, '.field', '.search button', '.filters select', '.item-title', '.paging button');
    });
  });

/** Two places that a search for “đất” finds, and a sentence that it does not. */
const LAND = feedOf(
  directive('a', 'A', {}, { content_text: '1. Khoản mẫu về đất.\n2. Khoản mẫu về ĐẤT.\n3. Khoản khác.' }),
);

/** Where words stand in the window. */
function boxOf(widget: Element, text: string): DOMRect {
  const origin = one(widget, '.text').getBoundingClientRect();
  const [left = 0, top = 0, width = 0, height = 0] = placeOf(widget, text);
  return new DOMRect(origin.left + left, origin.top + top, width, height);
}

/** The ground that words stand on; they must be told from it, as small print must. */
async function groundBehind(widget: Element, text: string, media: Media): Promise<string> {
  const picture = await painted(boxOf(widget, text));
  expect(contrastIn(picture), `“${text}”`).to.be.at.least(toldApart(4.5, media));
  return groundIn(picture);
}

/** How much of a line there is along the upper edge of words, 0 to 1. */
async function edgeOf(widget: Element, text: string, plain: string): Promise<number> {
  const { x, y, width } = boxOf(widget, text);
  return fullestLine(await painted(new DOMRect(x, Math.floor(y) - 3, width, 4)), plain);
}

/** Whether words are underlined. */
async function isUnderlined(widget: Element, text: string, media: Media): Promise<boolean> {
  const picture = await painted(boxOf(widget, text));
  return fullestLine(picture, groundIn(picture), toldApart(3, media)) > 0.9;
}

const LOOKS: readonly (Media & { name: string })[] = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', forcedColors: 'active' },
  { name: 'forced dark colours', forcedColors: 'active', colorScheme: 'dark' },
];

if (can.emulateMedia && can.paint)
  describe('<civic-directive-viewer>, marks in the text', () => {
    for (const { name, ...media } of LOOKS) {
      async function shown(): Promise<{ widget: DirectiveViewer; plain: string }> {
        await emulateMedia(media);
        const page = await mount(`<div><${NAME} src="${await serve(LAND)}" item="a"></${NAME}></div>`, { width: 480 });
        page.style.cssText = 'color-scheme: light dark; background: Canvas';
        const widget = await settled(page.firstElementChild as DirectiveViewer);
        one(widget, '.text').scrollIntoView({ block: 'center', behavior: 'instant' });
        return { widget, plain: await groundBehind(widget, 'Khoản khác', media) };
      }

      async function search(widget: DirectiveViewer): Promise<void> {
        await searched(widget, 'đất');
        await until(() => hits(widget) === '1/2', 'both places');
      }

      async function listen(widget: DirectiveViewer): Promise<void> {
        const said = fakeSpeech([{ lang: 'vi-VN' }]);
        await click(tool(widget, 'read-aloud'));
        await until(() => said.length === 1, 'the title');
        said[0]?.onend?.();
        expect(said).to.have.length(2);
      }

      if ('highlights' in CSS) {
        it(`of a search are seen, and which is the current one, by more than a hue: ${name}`, async () => {
          const { widget, plain } = await shown();
          await search(widget);
          const [current, found] = [await groundBehind(widget, 'đất', media), await groundBehind(widget, 'ĐẤT', media)];
          expect(await groundBehind(widget, 'Khoản khác', media)).to.equal(plain);
          expect(found).not.to.equal(plain);
          expect(await isUnderlined(widget, 'đất', media)).to.equal(true);
          // Colours of the reader's own are the same for all marks.
          if (current !== found) expect(contrastOf(current, found)).to.be.at.least(toldApart(3, media));
          expect(await isUnderlined(widget, 'ĐẤT', media)).to.equal(false);
          expect(contrastOf(current, plain)).to.be.at.least(toldApart(3, media));
        });

        it(`of the spoken sentence is seen: ${name}`, async () => {
          const { widget, plain } = await shown();
          await listen(widget);
          const spoken = await groundBehind(widget, 'Khoản mẫu về đất', media);
          expect(spoken).not.to.equal(plain);
          if (media.forcedColors) expect(contrastOf(spoken, plain)).to.be.at.least(toldApart(3, media));
        });
      }

      it(`in boxes are seen as well, and which is the current one: ${name}`, async () => {
        withoutHighlights();
        const { widget, plain } = await shown();
        expect(await edgeOf(widget, 'đất', plain)).to.equal(0);
        await search(widget);
        await until(() => all(widget, '.marks i').length === 2, 'the boxes');
        const found = await edgeOf(widget, 'ĐẤT', plain);
        expect(await edgeOf(widget, 'đất', plain)).to.be.at.least(found + 0.3);
        await groundBehind(widget, 'đất', media);
        // Without a ground of its own it would have to be a line.
        if ((await groundBehind(widget, 'ĐẤT', media)) === plain) expect(found).to.be.at.least(0.05);
        await press('Escape');
        await listen(widget);
        await until(() => all(widget, '.marks.spoken i').length > 0, 'the box');
        const spoken = 'Khoản mẫu về đất';
        if ((await groundBehind(widget, spoken, media)) === plain)
          expect(await edgeOf(widget, spoken, plain)).to.be.at.least(0.05);
      });
    }
  });

const borderOf = (element: Element) => getComputedStyle(element).borderInlineStartColor;
const strokeOf = (element: Element) => parseFloat(getComputedStyle(element).webkitTextStrokeWidth);

describe('<civic-directive-viewer>, the mark in the outline', () => {
  async function marked(): Promise<{ current: HTMLElement; others: readonly HTMLElement[] }> {
    await resize(1000);
    const widget = await viewer(feed, 'item="a"', { width: 900 });
    (all(widget, '.entry')[1] as HTMLElement).click();
    const current = await until(() => all(widget, '.entry[aria-current=location]')[0], 'the mark');
    return { current, others: all(widget, '.entry:not([aria-current])') };
  }

  it('is heavier letters too, not a colour alone', async () => {
    const { current, others } = await marked();
    expect(others).to.have.length(2);
    expect(strokeOf(current)).to.be.greaterThan(0);
    expect(others.map(strokeOf)).to.deep.equal([0, 0]);
  });

  if (can.emulateMedia)
    it('is seen in forced colours, by its letters and by the line before them', async () => {
      const media: Media = { forcedColors: 'active' };
      await emulateMedia(media);
      const { current, others } = await marked();
      expect(strokeOf(current)).to.be.greaterThan(0);
      expect(contrastOf(borderOf(current), groundOf(current))).to.be.at.least(toldApart(3, media));
      for (const other of others) expect(borderOf(other)).not.to.equal(borderOf(current));
      expect(contrastOf(getComputedStyle(current).color, groundOf(current))).to.be.at.least(4.5);
    });
});

/** The chips of the list or the document. */
const chips = (widget: Element) => all(widget, '.status');
const shapeOf = (chip: Element) => chip.querySelector('path')?.getAttribute('d') ?? '';

/** What is wrong with how a chip is to be read. */
function faultsOf(chip: HTMLElement): string[] {
  const icon = chip.querySelector('svg') as SVGElement;
  const { width, height } = icon.getBoundingClientRect();
  const ground = groundOf(chip);
  const { color } = getComputedStyle(chip);
  const { fill } = getComputedStyle(icon.firstElementChild as SVGElement);
  const checks = {
    'no word': words(chip) !== '',
    'no icon': Math.min(width, height) >= 12 && shapeOf(chip) !== '',
    [`word ${color} on ${ground}`]: contrastOf(color, ground) >= 4.5,
    [`icon ${fill} on ${ground}`]: contrastOf(fill, ground) >= 4.5,
  };
  return Object.entries(checks).flatMap(([fault, good]) => (good ? [] : [`${chip.className}: ${fault}`]));
}

describe('<civic-directive-viewer>, the status of a document', () => {
  it('is a word and an icon, no two alike, in both languages', async () => {
    const widget = await viewer(LIST, 'view="list"');
    expect(chips(widget).map(({ classList }) => classList[1])).to.deep.equal(STATUSES);
    const said = (count: number) => expect(new Set(chips(widget).map(words)).size).to.equal(count);
    said(4);
    expect(new Set(chips(widget).map(shapeOf)).size).to.equal(4);
    const vietnamese = chips(widget).map(words);
    expect(vietnamese).to.deep.equal(['Chưa có hiệu lực', 'Còn hiệu lực', 'Hết hiệu lực một phần', 'Hết hiệu lực']);
    widget.lang = 'en';
    await until(() => words(chips(widget)[0]) === 'Not yet in force', 'English');
    said(4);
  });

  for (const scheme of ['light', 'dark'] as const) {
    const page = async (rest: string) => {
      const place = await mount(`<div><${NAME} src="${await serve(LIST)}" ${rest}></${NAME}></div>`);
      place.style.cssText = `color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#17191d' : '#fff'}`;
      return settled(place.firstElementChild as DirectiveViewer);
    };

    it(`can be read in the list and in the document, in high contrast too: ${scheme}`, async () => {
      const list = await page('view="list"');
      expect(chips(list)).to.have.length(4);
      expect(chips(list).flatMap(faultsOf)).to.deep.equal([]);
      for (const status of STATUSES) {
        const document = await page(`item="${status}"`);
        expect(chips(document)).to.have.length(1);
        expect(chips(document).flatMap(faultsOf)).to.deep.equal([]);
        await click(tool(document, 'contrast'));
        await until(() => all(document, '.contrast').length === 1, 'the contrast');
        expect(chips(document).flatMap(faultsOf), 'black on white').to.deep.equal([]);
        localStorage.removeItem('civic-widgets:reading');
        document.parentElement?.remove();
      }
    });
  }

  if (can.emulateMedia && can.paint)
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`keeps its word and its icon in forced colours: ${colorScheme}`, async () => {
        await emulateMedia({ forcedColors: 'active', colorScheme });
        const widget = await viewer(LIST, 'view="list"');
        for (const chip of chips(widget)) {
          expect(faultsOf(chip)).to.deep.equal([]);
          const icon = await painted(chip.querySelector('svg')!.getBoundingClientRect());
          expect(contrastIn(icon), 'the icon').to.be.at.least(4.5);
        }
      });
    }
});
