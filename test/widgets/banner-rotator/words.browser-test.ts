import { expect } from 'chai';
import type { CivicLoadEvent } from '../../../src/feed/events.js';
import type { Banner } from '../../../src/feed/schema.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, can, emulateMedia, nextEvent, until } from '../../support/page.js';
import { all, banner, find, get, leaving, record, rotator, watchTimers, type Wish } from './rotators.js';

/** A banner of words alone. */
const written = (id: string, rest: Partial<Banner> = {}): Banner => ({
  id,
  text: `Thông báo mẫu ${id}\nDòng thứ hai của thông báo mẫu.`,
  href: `https://example.org/${id}`,
  ...rest,
});

const texts = (element: Element) => all(element, '.set:not(.leave) .words').map((words) => words.textContent);

async function writtenIn(attributes: string, list: readonly object[], wish: Wish = {}) {
  const element = await rotator(attributes, list, wish);
  await until(() => texts(element).length > 0, 'the words');
  return element;
}

const withControls = async (element: Element) => until(() => find(element, '.controls'), 'the controls');

describe('banners of words', () => {
  it('show the first line as a heading and the others below it, as one link', async () => {
    const element = await writtenIn('', [written('a', { text: 'Đầu đề <b>mẫu</b>\n\n  \nDòng hai\nDòng ba' })]);
    const link = get(element, 'a.link');
    expect(link.getAttribute('href')).to.equal('https://example.org/a');
    expect([...get(element, '.words').children].map((line) => [line.localName, line.textContent])).to.deep.equal([
      ['strong', 'Đầu đề <b>mẫu</b>'],
      ['span', 'Dòng hai'],
      ['span', 'Dòng ba'],
    ]);
    expect(get(element, '.words').getAttribute('part')).to.equal('words');
    expect(all(element, 'img, picture')).to.deep.equal([]);
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('take turns with pictures, are counted and followed like them', async () => {
    document.hasFocus = () => true;
    afterwards(() => void Reflect.deleteProperty(document, 'hasFocus'));
    const seen = record(document, 'civic-impression');
    const viewable = record(document, 'civic-viewable');
    const followed = record(document, 'civic-click');
    const element = await writtenIn('order="sequential" paused', [written('a'), banner('b'), written('c')]);
    await withControls(element);
    await until(() => viewable.includes('a'), 'that it could be seen');
    expect(get(element, '.slide').getAttribute('aria-label')).to.equal('1 trên 3');
    element.next();
    await until(() => find(element, '.set:not(.leave) .image'), 'the picture');
    // Who is stepped over before a frame is drawn was not shown.
    await until(() => seen.includes('b'), 'its impression');
    element.next();
    await until(() => texts(element)[0]?.includes('mẫu c'), 'the other words');
    await until(() => !leaving(element), 'the end of the transition');
    await until(() => seen.length === 3, 'all of them');
    expect(seen).to.deep.equal(['a', 'b', 'c']);
    document.addEventListener('click', (click) => click.preventDefault(), { once: true });
    get(element, '.words strong').click();
    expect(followed).to.deep.equal(['c']);
    expect(all(element, '.dot').map((dot) => dot.getAttribute('aria-label'))[2]).to.equal('Đến biểu ngữ 3 trên 3');
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('come by themselves, by weight', async () => {
    watchTimers((delay) => delay === 900_000);
    const seen = record(document, 'civic-impression');
    await writtenIn('transition="none"', [written('a', { weight: 3 }), written('b'), written('c', { weight: 0 })]);
    await until(() => seen.length >= 8, 'two cycles');
    expect(seen.slice(0, 4).sort()).to.deep.equal(['a', 'a', 'a', 'b']);
    expect(seen.slice(4, 8).sort()).to.deep.equal(['a', 'a', 'a', 'b']);
  });

  for (const attributes of ['layout="stack"', 'layout="grid"', 'visible="2"']) {
    it(`stand beside pictures with ${attributes}`, async () => {
      const seen = record(document, 'civic-impression');
      const list = [written('a'), banner('b')];
      const element = await writtenIn(`${attributes} order="sequential"`, list, { width: 640 });
      await until(() => seen.length === 2, 'both');
      expect(all(element, '.slide').length).to.equal(2);
      for (const slide of all(element, '.slide')) {
        expect(slide.getBoundingClientRect().width).to.be.greaterThan(150);
        expect(slide.getBoundingClientRect().height).to.be.greaterThan(40);
      }
      expect(await axeProblems(element)).to.deep.equal([]);
    });
  }

  it('are not cut off: long words break, and a box that is too low grows', async () => {
    const text = `Đầu đề mẫu ${'rấtdài'.repeat(30)}\n${'Một dòng mẫu dài. '.repeat(8)}`;
    const list = [written('a', { text, width: 728, height: 90 }), banner('b', { width: 728, height: 90 })];
    for (const attributes of ['', 'visible="2"']) {
      const element = await writtenIn(`order="sequential" paused ${attributes}`, list, { width: 320 });
      await until(() => find(element, '.wordy'), 'room for words');
      const words = get(element, '.words');
      const box = words.getBoundingClientRect();
      for (const line of words.children) {
        const { right, bottom, left, top } = line.getBoundingClientRect();
        expect(left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom).to.equal(true);
      }
      const view = get(element, '.view').getBoundingClientRect();
      expect(box.bottom).to.be.at.most(view.bottom + 1);
      expect(words.scrollWidth).to.be.at.most(words.clientWidth);
      expect(element.getBoundingClientRect().bottom).to.be.at.least(view.bottom);
    }
  });

  it('keep the box of the pictures where they fit into it', async () => {
    const list = [written('a', { width: 300, height: 150 }), banner('b')];
    const element = await writtenIn('order="sequential" paused', list);
    await withControls(element);
    const { width, height } = get(element, '.view').getBoundingClientRect();
    expect({ width, height }).to.deep.equal({ width: 300, height: 150 });
    element.next();
    await until(() => find(element, '.set:not(.leave) .image'), 'the picture');
    expect(get(element, '.view').getBoundingClientRect().height).to.equal(150);
  });

  it('leave room for the label and for the buttons', async () => {
    const list = [written('a', { advertisement: true }), written('b')];
    const element = await writtenIn('order="sequential" paused', list, { width: 320 });
    await withControls(element);
    const lines = [...get(element, '.words').children].map((line) => line.getBoundingClientRect());
    const mark = get(element, '.mark').getBoundingClientRect();
    const controls = get(element, '.controls').getBoundingClientRect();
    for (const line of lines) {
      expect(line.top).to.be.at.least(mark.bottom);
      expect(line.bottom).to.be.at.most(controls.top);
    }
    expect(get(element, 'a.link').getAttribute('rel')).to.equal('sponsored noopener');
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('without a link are plain words', async () => {
    const element = await writtenIn('', [written('a', { href: undefined })]);
    expect(find(element, 'a')).to.equal(null);
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('of blanks are skipped like a broken picture', async () => {
    const element = await writtenIn('order="sequential"', [written('a', { text: ' \n ' }), written('b')]);
    await until(() => texts(element)[0]?.includes('mẫu b'), 'the other one');
  });

  it('and no picture are reported when the words are missing, and need no alt', async () => {
    const loads = nextEvent<CivicLoadEvent>(document, 'civic-load');
    await writtenIn('', [{ id: 'nothing', href: '/x' }, written('a'), { id: 'empty', text: '' }]);
    const { problems } = await loads;
    expect(problems.map(({ pointer }) => pointer)).to.deep.equal(['/_civic/banners/0', '/_civic/banners/2']);
  });

  if (can.emulateMedia) {
    it('can be read in the dark, in forced colours and on paper', async () => {
      const list = [written('a'), written('b')];
      const element = await writtenIn('order="sequential" paused', list);
      await withControls(element);
      document.documentElement.style.colorScheme = 'light dark';
      afterwards(() => void document.documentElement.style.removeProperty('color-scheme'));
      await emulateMedia({ colorScheme: 'dark' });
      expect(await axeProblems(element)).to.deep.equal([]);
      await emulateMedia({ forcedColors: 'active' });
      expect(getComputedStyle(get(element, '.words')).borderTopWidth).to.equal('1px');
      await emulateMedia({ media: 'print' });
      expect(get(element, '.words').getBoundingClientRect().height).to.be.greaterThan(20);
      expect(getComputedStyle(get(element, '.words')).paddingBottom).to.equal('8px');
    });
  }
});
