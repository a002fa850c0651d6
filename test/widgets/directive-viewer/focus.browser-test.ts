import { expect } from 'chai';
import { click, frame, mount, press, resize, until } from '../../support/page.js';
import { all, directive, DIRECTIVE, feedOf, focused, FULL, one, viewer } from './viewers.js';

const LONG = 'một câu mẫu khá dài để một khoản có vài dòng ở chỗ hẹp lẫn chỗ rộng, '.repeat(3);

/** Numbers, signs beside headings, citations, a table and buttons: all that can have the focus in a text. */
const content_html = [1, 2, 3, 4, 5]
  .map(
    (number) =>
      `<p>Điều ${number}. Tên điều mẫu</p><p>1. Theo Nghị định số 98/2023/NĐ-CP và khoản 2 Điều 1, ${LONG}.</p>` +
      `<p>2. Khoản mẫu, <a href="https://example.org/">liên kết mẫu</a>, ${LONG}.</p>` +
      '<table><tr><th>Mẫu</th><td>Mẫu</td></tr></table><p>3. Khoản mẫu.</p>',
  )
  .join('');
const feed = feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: undefined, content_html }), FULL, DIRECTIVE);

/** What stays in sight while the text goes by. */
const stuck = (widget: Element) =>
  all(widget, '.bar, .outline').filter(
    (bar) => getComputedStyle(bar).position === 'sticky' && bar.getBoundingClientRect().height > 0,
  );

/** What of the text lies over its element, or over some of it, as it is drawn now. */
function covered(widget: Element, element: Element): string | undefined {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const over = stuck(widget).find((bar) => {
    const box = bar.getBoundingClientRect();
    return !bar.contains(element) && top < box.bottom - 1 && bottom > box.top && left < box.right && right > box.left;
  });
  const name = `${element.className || element.localName} “${element.textContent.slice(0, 20).trim()}”`;
  if (over) return `${name} under .${over.className} at ${top}, which ends at ${over.getBoundingClientRect().bottom}`;
  return top < -1 || top >= innerHeight ? `${name} out of sight at ${top}` : undefined;
}

describe('<civic-directive-viewer>, the focus', () => {
  for (const [width, height, bar] of [
    [320, 500, ''],
    [1000, 500, ''],
    [320, 500, 'search-text'],
    [1000, 500, 'search-text'],
  ] as const) {
    it(`is never under what sticks, going back through a document at ${width} px${bar && ' with a bar'}`, async () => {
      await resize(width, height);
      const widget = await viewer(feed, 'item="a" citation-url="/tim?q={number}"', { width: width - 32 });
      if (bar) {
        await click(one(widget, `[data-tool=${bar}]`));
        await until(() => all(widget, '.bar').length === 1, 'the bar');
      }
      const after = await mount('<button>sau</button>');
      after.focus();
      const faults: string[] = [];
      const reached = new Set<Element>();
      for (;;) {
        await press('Shift+Tab');
        await frame();
        const element = focused(widget);
        if (!element || reached.has(element) || element.closest('.tools, .bar')) break;
        reached.add(element);
        const fault = covered(widget, element);
        if (fault) faults.push(fault);
      }
      expect(faults).to.deep.equal([]);
      expect([...reached].filter((element) => element.matches('.marker, .anchor'))).to.have.length(20);
      expect([...reached].filter((element) => element.matches('.citation'))).to.have.length(10);
    });
  }

  it('comes below a bar that has become as high as its words are long, after a jump too', async () => {
    await resize(320, 500);
    const widget = await viewer(feed, 'item="a" citation-url="/tim?q={number}"', { width: 288 });
    await click(one(widget, '[data-tool=search-text]'));
    await until(() => all(widget, '.bar').length === 1, 'the bar');
    const bar = one(widget, '.bar');
    bar.style.minHeight = '150px';
    await until(() => bar.getBoundingClientRect().height >= 150, 'the high bar');
    await frame();
    const citation = all(widget, '#dieu-4-khoan-1 .citation')[1] as HTMLElement;
    citation.focus();
    await press('Enter');
    await until(() => focused(widget)?.id === 'dieu-1-khoan-2', 'the section');
    const { top } = one(widget, '#dieu-1-khoan-2').getBoundingClientRect();
    expect(top).to.be.within(bar.getBoundingClientRect().bottom, bar.getBoundingClientRect().bottom + 20);
  });
});
