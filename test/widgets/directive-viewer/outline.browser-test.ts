import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { afterwards, click, frame, hover, mount, press, resize, until } from '../../support/page.js';
import { all, directive, DIRECTIVE, feedOf, focused, one, portal, viewer, words } from './viewers.js';

const entries = (widget: Element) => all(widget, '.entry');
const current = (widget: Element) =>
  entries(widget).filter((entry) => entry.getAttribute('aria-current') === 'location');
const currentName = (widget: Element) =>
  current(widget)
    .map((entry) => words(entry)?.slice(0, 2))
    .join();
const shown = (element: Element) => element.checkVisibility();

describe('<civic-directive-viewer>, its outline', () => {
  it('lists the nine sections, and says that their names are excerpts', async () => {
    const widget = await viewer(await portal());
    const names = entries(widget).map(words);
    expect(names).to.have.length(9);
    expect(names[2]).to.match(/^3\. Đẩy mạnh các phong trào thi đua.* \(trích\)$/);
    expect(entries(widget).every((entry) => entry.classList.contains('derived'))).to.equal(true);
    expect(words(one(widget, '.derived-note'))).to.contain('trích từ câu đầu');
    expect(one(widget, 'nav').getAttribute('aria-label')).to.equal('Mục lục');
  });

  it('marks no heading of the author’s as an excerpt', async () => {
    const text = 'Điều 1. Phạm vi mẫu\nNội dung mẫu.\nĐiều 2. Đối tượng mẫu\nNội dung mẫu.';
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: text })));
    expect(entries(widget).map(words)).to.deep.equal(['Điều 1. Phạm vi mẫu', 'Điều 2. Đối tượng mẫu']);
    expect(all(widget, '.derived-note, .entry.derived')).to.have.length(0);
  });

  it('is left out where there is nothing to find one’s way in', async () => {
    for (const content_text of ['Một đoạn văn mẫu.', '1. Chỉ một khoản mẫu.']) {
      expect(all(await viewer(feedOf(directive('a', 'A', {}, { content_text }))), '.outline')).to.have.length(0);
    }
  });

  it('is there for a document that is one chapter as a whole', async () => {
    const text = 'Chương I\nQUY ĐỊNH MẪU\nĐiều 1. Một mẫu\nMẫu.\nĐiều 2. Hai mẫu\nMẫu.';
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: text })));
    expect(entries(widget).map(words)).to.deep.equal(['Chương I QUY ĐỊNH MẪU', 'Điều 1. Một mẫu', 'Điều 2. Hai mẫu']);
  });

  it('stands beside the text in a wide place and sticks; behind a button above it in a narrow one', async () => {
    await resize(1000);
    const feed = await portal();
    const wide = await viewer(feed, '', { width: 900 });
    const box = (selector: string) => one(wide, selector).getBoundingClientRect();
    expect(box('.outline').right).to.be.at.most(box('.text').left);
    expect(box('.outline').top).to.be.closeTo(box('.text').top, 2);
    expect(shown(one(wide, '.fold'))).to.equal(false);
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await frame();
    expect(box('.outline').top).to.be.closeTo(16, 1);
    expect(box('.outline').bottom).to.be.at.most(innerHeight);
    expect(await axeProblems(wide)).to.deep.equal([]);
    scrollTo(0, 0);

    const narrow = await viewer(feed, '', { width: 500 });
    expect(one(narrow, '.outline').getBoundingClientRect().bottom).to.be.at.most(
      one(narrow, '.text').getBoundingClientRect().top,
    );
    expect(entries(narrow).some(shown)).to.equal(false);
    const fold = one(narrow, '.fold');
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    fold.focus();
    await press('Enter');
    await narrow.updateComplete;
    expect(fold.getAttribute('aria-expanded')).to.equal('true');
    expect(entries(narrow).every(shown)).to.equal(true);
    // Half transparent while it slides in.
    await until(() => getComputedStyle(one(narrow, '.drawer')).opacity === '1', 'the drawer to be there');
    expect(await axeProblems(narrow)).to.deep.equal([]);
  });

  it('is folded away beside the text by its heading, and stays so in the next document', async () => {
    await resize(1000);
    const widget = await viewer(await portal(), '', { width: 900 });
    const heading = one(widget, '.outline-heading');
    expect(words(heading)).to.equal('Mục lục');
    expect(heading.getAttribute('aria-expanded')).to.equal('true');
    heading.focus();
    await press('Enter');
    await until(() => !entries(widget).some(shown), 'the entries to go');
    expect(heading.getAttribute('aria-expanded')).to.equal('false');
    expect(focused(widget)).to.equal(heading);
    expect(await axeProblems(widget)).to.deep.equal([]);
    widget.item = 'khac';
    widget.item = null;
    await widget.updateComplete;
    expect(entries(widget).some(shown)).to.equal(false);
    await press('Space');
    await until(() => entries(widget).every(shown), 'the entries');
  });

  describe('in a drawer', () => {
    const drawer = (widget: Element) => all(widget, '.drawer')[0];
    const narrow = async () => {
      await resize(500);
      return viewer(await portal(), 'tools="contents"', { width: 480 });
    };
    const open = async (widget: DirectiveViewer) => {
      one(widget, '.fold').focus();
      await press('Enter');
      await until(() => drawer(widget)?.matches(':modal'), 'the drawer');
      return drawer(widget) as HTMLDialogElement;
    };

    it('opens over the page at the section that is being read, and says what it is', async () => {
      const widget = await narrow();
      one(widget, '#khoan-5').scrollIntoView({ block: 'start', behavior: 'instant' });
      await until(() => currentName(widget) === '5.', 'the mark on section 5');
      const top = scrollY;
      const dialog = await open(widget);
      expect(dialog.getAttribute('aria-label')).to.equal('Mục lục');
      expect(words(focused(widget) as HTMLElement)).to.match(/^5\. /);
      expect(currentName(widget)).to.equal('5.');
      expect(scrollY).to.equal(top);
      await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
      const { left, top: edge, height, width } = dialog.getBoundingClientRect();
      expect([left, edge, height]).to.deep.equal([0, 0, innerHeight]);
      expect(width).to.be.below(innerWidth);
      expect(await axeProblems(widget)).to.deep.equal([]);
    });

    it('keeps the focus, and gives it back to its button on Esc', async () => {
      const widget = await narrow();
      const dialog = await open(widget);
      for (let step = 0; step < 14; step++) {
        await press('Tab');
        const element = focused(widget);
        // From the last one the browser's own controls may come first.
        if (element) expect(dialog.contains(element)).to.equal(true);
      }
      await press('Escape');
      await until(() => !drawer(widget), 'the drawer to close');
      expect(focused(widget)).to.equal(one(widget, '.fold'));
      expect(one(widget, '.fold').getAttribute('aria-expanded')).to.equal('false');
      expect(entries(widget)).to.have.length(9);
    });

    it('closes with its button, and where the reader clicks beside it', async () => {
      const widget = await narrow();
      await open(widget);
      const close = all(widget, '.drawer-head button')[0] as HTMLElement;
      expect(close.getAttribute('aria-label')).to.equal('Đóng mục lục');
      await click(close);
      await until(() => !drawer(widget), 'the drawer to close');
      const dialog = await open(widget);
      dialog.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      await until(() => !drawer(widget), 'the drawer to close');
    });

    it('takes the reader to the section that is chosen, below the button that stays in sight', async () => {
      const widget = await narrow();
      await open(widget);
      await click(entries(widget)[3] as HTMLElement);
      await until(() => !drawer(widget), 'the drawer to close');
      const section = one(widget, '#khoan-4');
      expect(focused(widget)).to.equal(section);
      const fold = one(widget, '.fold').getBoundingClientRect();
      expect(fold.top).to.be.within(0, 20);
      expect(section.getBoundingClientRect().top).to.be.at.least(fold.bottom);
      await until(() => currentName(widget) === '4.', 'the mark on section 4');
    });

    it('is gone with the viewer and comes back closed', async () => {
      const widget = await narrow();
      await open(widget);
      const place = widget.parentElement as HTMLElement;
      widget.remove();
      place.append(widget);
      await until(() => one(widget, '.fold').getAttribute('aria-expanded') === 'false', 'the button');
      expect(drawer(widget)).to.equal(undefined);
      await open(widget);
    });

    it('unfolds where it stands in a browser without dialogs', async () => {
      const native = window.HTMLDialogElement;
      Reflect.deleteProperty(window, 'HTMLDialogElement');
      afterwards(() => {
        Object.defineProperty(window, 'HTMLDialogElement', { value: native, configurable: true, writable: true });
      });
      const widget = await narrow();
      one(widget, '.fold').click();
      await widget.updateComplete;
      expect(drawer(widget)).to.equal(undefined);
      expect(entries(widget).every(shown)).to.equal(true);
      one(widget, '.fold').click();
      await widget.updateComplete;
      expect(entries(widget).some(shown)).to.equal(false);
    });
  });

  it('bars stay in sight while the reader goes on, in a narrow place and in a wide one', async () => {
    for (const width of [480, 900]) {
      await resize(width + 100);
      const widget = await viewer(await portal(), '', { width });
      const tool = all(widget, '.tools button').find((button) => words(button)?.includes('Tìm'));
      (tool as HTMLElement).click();
      await until(() => all(widget, '.bar')[0], 'the bar');
      scrollTo(0, document.documentElement.scrollHeight / 2);
      await frame();
      expect(one(widget, '.bar').getBoundingClientRect().top, `${width} px`).to.be.closeTo(0, 1);
      scrollTo(0, 0);
      widget.remove();
    }
  });

  it('takes the reader to a section by keyboard, with the focus and below whatever sticks', async () => {
    await resize(1000);
    const widget = await viewer(await portal(), 'tools="contents"', { width: 900 });
    widget.style.setProperty('--civic-directive-viewer-sticky-top', '80px');
    const before = await mount('<button>trước</button>');
    widget.parentElement?.before(before);
    before.focus();
    const reached: unknown[] = [];
    while (focused(widget) !== entries(widget)[3] && reached.length < 10) {
      await press('Tab');
      reached.push(focused(widget));
    }
    // Firefox stops at the scrolling list itself as well.
    expect(reached.filter((element) => element !== one(widget, '.entries'))).to.deep.equal([
      one(widget, '.outline-heading'),
      ...entries(widget).slice(0, 4),
    ]);
    await press('Enter');
    await frame();
    const section = one(widget, '#khoan-4');
    expect(focused(widget)).to.equal(section);
    expect(words(section)).to.match(/^4\. /);
    expect(section.getBoundingClientRect().top).to.be.closeTo(80, 1);
    await until(() => currentName(widget) === '4.', 'the mark on section 4');
  });

  it('marks the section that is being read, one at a time', async () => {
    await resize(1000);
    const widget = await viewer(await portal(), '', { width: 900 });
    for (const number of [2, 5, 3]) {
      one(widget, `#khoan-${number}`).scrollIntoView({ block: 'start', behavior: 'instant' });
      await until(() => currentName(widget) === `${number}.`, `the mark on section ${number}`);
      expect(current(widget)).to.have.length(1);
    }
  });

  it('moves the mark no oftener than every 200 ms, and then to what is read by then', async () => {
    await resize(1000);
    const widget = await viewer(await portal(), '', { width: 900 });
    const { setTimeout: real } = window;
    const pauses: (() => void)[] = [];
    afterwards(() => void (window.setTimeout = real));
    window.setTimeout = ((work: () => void, ms?: number, ...more: unknown[]) =>
      ms === 200 ? pauses.push(work) : real(work, ms, ...more)) as typeof setTimeout;
    const read = (number: number) =>
      one(widget, `#khoan-${number}`).scrollIntoView({ block: 'start', behavior: 'instant' });
    read(2);
    await until(() => currentName(widget) === '2.' && pauses.length > 0, 'the mark on section 2, and its pause');
    for (const number of [3, 4, 5]) {
      read(number);
      await frame();
      await frame();
    }
    expect(currentName(widget)).to.equal('2.');
    for (const pause of pauses.splice(0)) pause();
    await until(() => currentName(widget) === '5.' && pauses.length > 0, 'the mark on section 5, and the next pause');
  });

  it('marks a chosen section at the end of a page that cannot scroll up to it', async () => {
    await resize(1000, 900);
    const widget = await viewer(await portal(), '', { width: 900 });
    await click(entries(widget)[8] as HTMLElement);
    await until(() => currentName(widget) === '9.', 'the mark on section 9');
    await frame();
    await frame();
    expect(one(widget, '#khoan-9').getBoundingClientRect().top).to.be.greaterThan(100);
    expect(currentName(widget)).to.equal('9.');
    // Reading on elsewhere, the mark moves again.
    one(widget, '#khoan-2').scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => currentName(widget) === '2.', 'the mark on section 2');
  });

  it('goes on marking after it was moved within the page', async () => {
    await resize(1000);
    const widget = await viewer(await portal(), '', { width: 900 });
    const place = await mount('<div></div>');
    place.append(widget);
    await widget.updateComplete;
    one(widget, '#khoan-6').scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => currentName(widget) === '6.', 'the mark on section 6');
  });

  it('keeps two viewers on one page apart', async () => {
    await resize(1000);
    const feed = await portal();
    const first = await viewer(feed, '', { width: 900 });
    const second = await viewer(feed, '', { width: 900 });
    await click(entries(second)[4] as HTMLElement);
    await until(() => currentName(second) === '5.', 'the mark in the second');
    expect(focused(second)).to.equal(one(second, '#khoan-5'));
    expect(focused(first)).to.equal(null);
    expect(currentName(first)).not.to.equal('5.');
    expect(document.getElementById('khoan-5')).to.equal(null);
  });

  it('scrolls by itself where it is longer than the window, and shows where the reader is', async () => {
    await resize(1000, 400);
    const lines = [...Array(120).keys()].map((index) => `Điều ${index + 1}. Điều mẫu\nNội dung mẫu.`);
    const widget = await viewer(feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') })), '', {
      width: 900,
    });
    const box = one(widget, '.entries');
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    one(widget, '#dieu-90').scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => words(current(widget)[0])?.startsWith('Điều 90.'), 'the mark on article 90');
    const entry = current(widget)[0]?.getBoundingClientRect();
    expect(entry?.top).to.be.within(0, 400);
  });

  it('has every chapter and article of a law, and marks the one that is read', async () => {
    await resize(1000, 400);
    const lines = [...Array(12).keys()].flatMap((chapter) => [
      `Chương ${chapter + 1}`,
      'QUY ĐỊNH MẪU',
      ...[...Array(15).keys()].map((article) => `Điều ${chapter * 15 + article + 1}. Điều mẫu\n1. Một.\n2. Hai.`),
    ]);
    const law = feedOf(directive('luat', 'Luật mẫu', {}, { content_text: lines.join('\n') }));
    const widget = await viewer(law, 'tools="contents"', { width: 900 });
    await until(() => all(widget, '.waiting').length === 0, 'the whole law');
    expect(entries(widget).map((entry) => words(entry)?.replace(/[. ]+(?:Điều mẫu|QUY ĐỊNH MẪU)$/, ''))).to.deep.equal(
      lines.filter((line) => line !== 'QUY ĐỊNH MẪU').map((line) => line.replace(/\..*/s, '')),
    );
    const isRead = (name: string) => () => current(widget).map(words).join().startsWith(`${name}.`);
    for (const number of [100, 3, 165, 31]) {
      one(widget, `#dieu-${number}`).scrollIntoView({ block: 'start', behavior: 'instant' });
      await until(isRead(`Điều ${number}`), `the mark on article ${number}`);
      expect(current(widget)).to.have.length(1);
    }
    await click(entries(widget)[1] as HTMLElement);
    expect(focused(widget)).to.equal(one(widget, '#dieu-1'));
    await until(isRead('Điều 1'), 'the mark on article 1');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('unfolds the clauses of an article and the points of a clause on demand, and marks them', async () => {
    await resize(1000, 600);
    const long = 'Mẫu câu dài của khoản. '.repeat(60);
    const content_text = `Điều 1. Một\n1. Khoản một:\na) Điểm a;\nb) Điểm b.\n2. ${long}\n3. ${long}\nĐiều 2. Hai\n${long}`;
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text })), 'tools="contents"', { width: 900 });
    const names = () => entries(widget).map((entry) => words(entry)?.slice(0, 6));
    expect(names()).to.deep.equal(['Điều 1', 'Điều 2']);
    expect(all(widget, '.unfold').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Các mục của Điều 1. Một']);
    entries(widget)[0]?.focus();
    await press('Tab');
    const unfold = one(widget, '.unfold');
    expect(focused(widget)).to.equal(unfold);
    expect(unfold.getAttribute('aria-expanded')).to.equal('false');
    await press('Enter');
    expect(unfold.getAttribute('aria-expanded')).to.equal('true');
    expect(names()).to.deep.equal(['Điều 1', '1. Kho', '2. Mẫu', '3. Mẫu', 'Điều 2']);
    expect(words(one(widget, '.derived-note'))).to.contain('trích từ câu đầu');
    await press('Tab');
    await press('Tab');
    expect(focused(widget)).to.equal(all(widget, '.unfold')[1]);
    await press('Space');
    expect(names()).to.deep.equal(['Điều 1', '1. Kho', 'a) Điể', 'b) Điể', '2. Mẫu', '3. Mẫu', 'Điều 2']);
    expect(all(widget, '.derived-note')).to.have.length(1);
    for (const button of all(widget, '.unfold')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
    expect(await axeProblems(widget)).to.deep.equal([]);

    one(widget, '#dieu-1-khoan-3').scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => currentName(widget) === '3.', 'the mark on the third clause');
    await click(entries(widget)[4] as HTMLElement);
    expect(focused(widget)).to.equal(one(widget, '#dieu-1-khoan-2'));
    await click(unfold);
    expect(names()).to.deep.equal(['Điều 1', 'Điều 2']);
    await until(() => currentName(widget) === 'Đi', 'the mark on the article again');
  });

  it('has no sign to unfold where nothing is below', async () => {
    const widget = await viewer(await portal());
    expect(all(widget, '.unfold')).to.have.length(0);
  });

  it('keeps still under the pointer, so that a click lands where it was aimed', async () => {
    await resize(1000, 400);
    const lines = [...Array(120).keys()].map((index) => `Điều ${index + 1}. Điều mẫu\nNội dung mẫu.`);
    const widget = await viewer(feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') })), '', {
      width: 900,
    });
    const box = one(widget, '.entries');
    await hover(entries(widget)[2] as HTMLElement);
    const before = box.scrollTop;
    one(widget, '#dieu-90').scrollIntoView({ block: 'start', behavior: 'instant' });
    await until(() => words(current(widget)[0])?.startsWith('Điều 90.'), 'the mark on article 90');
    expect(box.scrollTop).to.equal(before);
  });

  it('begins anew with another document', async () => {
    await resize(1000);
    const other = directive('khac', 'Khác', {}, { content_text: 'Điều 1. Một mẫu\nMẫu.\nĐiều 2. Hai mẫu\nMẫu.' });
    const widget = await viewer(feedOf(DIRECTIVE, other), 'item="ct-1"', { width: 900 });
    await click(entries(widget)[1] as HTMLElement);
    widget.item = 'khac';
    await until(() => words(entries(widget)[0]) === 'Điều 1. Một mẫu', 'the other document');
    expect(entries(widget)).to.have.length(2);
    await until(() => current(widget).length === 1, 'a mark');
  });
});
