/** Twice the text and all the space that WCAG 1.4.12 asks for, together, on the narrowest window (1.4.4, 1.4.10). */
import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { afterwards, click, frame, mount, resize, serve, until } from '../../support/page.js';
import { fakeSpeech, hits, searched, tool } from './reading-tools.js';
import { all, directive, feedOf, FULL, NAME, one, settled } from './viewers.js';

const WIDTH = 320;
const STATUSES = ['notYet', 'inForce', 'partial', 'expired'];

const content_html =
  '<h2>Chương I. QUY ĐỊNH CHUNG MẪU</h2><p>Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng mẫu</p>' +
  '<p>1. Theo Nghị định số 98/2023/NĐ-CP và khoản 2 Điều này, <a href="https://example.org/">liên kết mẫu</a>.</p>' +
  '<p>2. Khoản mẫu:</p><p>a) Điểm mẫu thứ nhất;</p><table><tr><th>Cột mẫu</th><th>Cột mẫu</th></tr>' +
  '<tr><td>Một ô mẫu</td><td>Một ô mẫu khác</td></tr></table><p>Điều 2. Hiệu lực thi hành mẫu</p><p>Mẫu.</p>';
const DOCUMENT = feedOf({ ...FULL, content_text: undefined, content_html }, directive('ct-1', 'Chỉ thị mẫu'));
const LIST = feedOf(
  ...STATUSES.map((status, index) => {
    const organ = { name: `Ủy ban nhân dân Phường mẫu ${index}` };
    const fields = { status, typeName: `Loại mẫu ${index}`, organ, codeNumber: `${index}`, codeNotation: 'QĐ-UBND' };
    return directive(status, `Quyết định mẫu ban hành Quy chế mẫu ${index}`, {
      ...fields,
      issuedDate: `202${index}-02-05`,
    });
  }),
);

/** What a reader's own style sheet asks for. */
function space(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
      'p { margin-block-end: 2em !important; }',
  );
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** @param textSize - that the page gives the widget; its own where undefined */
async function shown(feed: object, rest: string, textSize?: string): Promise<DirectiveViewer> {
  await resize(WIDTH, 640);
  const root = document.documentElement;
  root.style.fontSize = '200%';
  afterwards(() => void root.style.removeProperty('font-size'));
  const page = await mount(`<div><${NAME} src="${await serve(feed)}" ${rest}></${NAME}></div>`);
  if (textSize) page.style.setProperty('--civic-font-size', textSize);
  const widget = await settled(page.firstElementChild as DirectiveViewer);
  space(widget.shadowRoot as ShadowRoot);
  return widget;
}

const nameOf = (element: Element) =>
  `${element.className || element.localName} “${element.textContent.trim().slice(0, 30)}”`;

/** Where two boxes lie over each other, but for a pixel of rounding. */
const overlap = (a: DOMRect, b: DOMRect) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** Everything that costs a reader words: out at the side, cut, under something else. */
async function faults(widget: DirectiveViewer, within = '.base'): Promise<string[]> {
  await widget.updateComplete;
  scrollTo(0, 0);
  await frame();
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  const elements = all(widget, `${within} *`).filter(
    (element) => element.checkVisibility() && !element.closest('.visually-hidden, .tool-name, svg, .print-frame, dt'),
  );
  for (const element of elements) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isWide = element.scrollWidth > element.clientWidth + 1;
    const isHigh = element.scrollHeight > element.clientHeight + 1;
    const isControl = element.matches('button');
    // What can be scrolled is not lost: a wide table, a long outline.
    if (isWide && (isControl || overflowX === 'hidden' || overflowX === 'clip'))
      found.push(`${nameOf(element)} is cut`);
    if (isHigh && (isControl || overflowY === 'hidden' || overflowY === 'clip'))
      found.push(`${nameOf(element)} is cut off`);
    const { left, right } = element.getBoundingClientRect();
    if (!element.closest('.scroll') && (left < -1 || right > WIDTH + 1))
      found.push(`${nameOf(element)} ends at ${right}`);
  }
  const controls = elements.filter((element) => element.matches('a[href], button, input, select'));
  for (const [index, one] of controls.entries())
    for (const other of controls.slice(index + 1))
      if ([...one.getClientRects()].some((a) => [...other.getClientRects()].some((b) => overlap(a, b))))
        found.push(`${nameOf(one)} lies over ${nameOf(other)}`);
  expect(controls.length).to.be.greaterThan(1);
  return found;
}

for (const [how, textSize] of [
  ['of the reader’s own', undefined],
  ['of the page', '32px'],
] as const)
  describe(`<civic-directive-viewer>, twice the text ${how}, spread, at ${WIDTH} px`, () => {
    /** The document, its text as large as it gets. */
    async function open(rest = ''): Promise<DirectiveViewer> {
      const widget = await shown(DOCUMENT, `item="day-du" citation-url="/tim?q={number}" ${rest}`, textSize);
      const size = () => parseFloat(getComputedStyle(one(widget, '.text')).fontSize);
      const before = size();
      if (!textSize) {
        for (let step = 0; step < 6; step += 1) tool(widget, 'larger').click();
        await until(() => size() > before * 1.99, 'the largest text');
      }
      expect(size()).to.be.at.least(32);
      return widget;
    }

    it('loses nothing of a document', async () => {
      expect(await faults(await open())).to.deep.equal([]);
    });

    it('loses nothing of what a document’s tools bring', async () => {
      const widget = await open();
      await searched(widget, 'mẫu');
      await until(() => hits(widget)?.startsWith('1/'), 'places');
      expect(await faults(widget), 'the search').to.deep.equal([]);
      fakeSpeech([{ lang: 'vi-VN' }]);
      await click(tool(widget, 'read-aloud'));
      await until(() => all(widget, '.speed select').length === 1, 'the bar');
      expect(await faults(widget), 'the voice').to.deep.equal([]);
      one(widget, '.text .marker').click();
      await until(() => all(widget, '.section-menu button').length === 2, 'the menu');
      expect(await faults(widget), 'the menu').to.deep.equal([]);
    });

    it('loses nothing of the outline in its drawer', async () => {
      const widget = await open();
      one(widget, '.fold').click();
      const drawer = await until(() => all(widget, '.drawer[open]')[0], 'the drawer');
      await Promise.all(drawer.getAnimations().map(({ finished }) => finished));
      expect(await faults(widget, '.drawer')).to.deep.equal([]);
      expect(one(widget, '.drawer .entries').scrollWidth).to.be.at.most(one(widget, '.drawer .entries').clientWidth);
    });

    it('loses nothing of a list with its filters and its pages', async () => {
      const widget = await shown(LIST, 'view="list" page-size="3"', textSize);
      one(widget, '.search button').click();
      await until(() => all(widget, '.filters select').length > 4, 'the filters');
      expect(await faults(widget)).to.deep.equal([]);
      expect(all(widget, '.status').length).to.equal(3);
    });
  });
