/** All further pages of a feed, when the reader asks for them. */
import { expect } from 'chai';
import { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { axeProblems } from '../../support/axe.js';
import {
  afterwards,
  click,
  feedUrl,
  mount,
  nextEvent,
  press,
  requestCount,
  resize,
  serve,
  type,
  uniqueKey,
  until,
} from '../../support/page.js';
import { sampleFeed } from '../../support/sample-feed.js';
import { all, directive, focused, NAME, one, settled, shownTitle, titles, viewer, words } from './viewers.js';

const SIZE = 5;
const status = (widget: Element) => words(one(widget, '.more [role=status]'));
const count = (widget: Element) => words(one(widget, '.count'));
const buttons = (widget: Element) => all(widget, '.more .button');
const labels = (widget: Element) => buttons(widget).map(words);
const [MORE, ALL, STOP] = ['Tải thêm văn bản cũ hơn', 'Tải tất cả văn bản cũ hơn', 'Dừng tải'];

/** Documents of one page, counted from the first. */
const documents = (page: number) =>
  [...Array(SIZE).keys()].map((n) => {
    const number = page * SIZE + n + 1;
    return directive(`vb-${number}`, `Văn bản mẫu số ${number}`, {
      codeNumber: String(number),
      codeNotation: 'KH-MAU',
    });
  });

/** A feed of so many pages, and the key that counts requests behind the first. */
async function pages(number: number, last: object = {}): Promise<{ first: object; key: string; put: number }> {
  const key = uniqueKey();
  let rest = last;
  for (let page = number - 1; page > 0; page--) {
    rest = { next_url: await serve(sampleFeed(0, { items: documents(page), ...rest }), { key }) };
  }
  return { first: sampleFeed(0, { items: documents(0), ...rest }), key, put: await requestCount(key) };
}

async function paged(feed: object, rest = '', options = {}) {
  const widget = await viewer(feed, rest, options);
  await until(() => buttons(widget).length === 2, 'the buttons');
  return widget;
}

/** Holds each further page back until the function returned is called, once for each. */
function gate(widget: DirectiveViewer): () => void {
  const more = () => DirectiveViewer.prototype.more.call(widget);
  let open = 0;
  const waiting: (() => void)[] = [];
  widget.more = async () => {
    if (open > 0) open--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await more();
  };
  return () => {
    const next = waiting.shift();
    if (next) next();
    else open++;
  };
}

/** What a live region said, each once. */
function heard(element: Element): string[] {
  const said: string[] = [];
  const observer = new MutationObserver(() => {
    const text = words(element) ?? '';
    if (text && said.at(-1) !== text) said.push(text);
  });
  observer.observe(element, { subtree: true, childList: true, characterData: true });
  afterwards(() => observer.disconnect());
  return said;
}

describe('<civic-directive-viewer>, all pages of a feed', () => {
  it('shows the first page before the rest, and loads twenty when the reader asks, by keyboard', async () => {
    const { first, key, put } = await pages(20);
    const widget = await paged(first, 'page-size="10"');
    expect([count(widget), await requestCount(key)]).to.deep.equal(['5 văn bản', put]);
    expect(labels(widget)).to.deep.equal([MORE, ALL]);
    expect(await axeProblems(widget)).to.deep.equal([]);
    const said = heard(one(widget, '.more [role=status]'));
    const seen = new Set<string>();
    const watch = new MutationObserver(() => seen.add(words(all(widget, '.more [aria-hidden=true]')[0]) ?? ''));
    watch.observe(widget.shadowRoot as ShadowRoot, { subtree: true, childList: true, characterData: true });
    afterwards(() => watch.disconnect());
    buttons(widget)[0]?.focus();
    await press('Tab', 'Enter');
    await until(() => buttons(widget).length === 0, 'the end');
    expect(count(widget)).to.equal('100 văn bản');
    expect(titles(widget)[0]).to.equal('Văn bản mẫu số 1');
    expect(await requestCount(key)).to.equal(put + 19);
    // The eye sees each page, the ear twice as many documents each time.
    expect([...seen]).to.include.members(['Đã có 55 văn bản, đang tải tiếp…', 'Đã có 60 văn bản, đang tải tiếp…']);
    expect(said).to.deep.equal([
      ...[5, 10, 20, 40, 80].map((number) => `Đã có ${number} văn bản, đang tải tiếp…`),
      'Đã tải xong 100 văn bản.',
    ]);
    expect(focused(widget)).to.equal(one(widget, '.more [role=status]'));
    expect(one(widget, '.count').getAttribute('role')).to.equal('status');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('goes on searching while pages come, and keeps the focus in the field', async () => {
    const { first } = await pages(3);
    const widget = await paged(first);
    const turn = gate(widget);
    await click(buttons(widget)[1] as HTMLElement);
    turn();
    await until(() => count(widget) === '10 văn bản', 'the second page');
    expect(labels(widget)).to.deep.equal([MORE, STOP]);
    expect(buttons(widget)[0]?.getAttribute('aria-disabled')).to.equal('true');
    // What stands beside the button is told; the count above would be told as well.
    expect(one(widget, '.count').getAttribute('role')).to.equal(null);
    expect(await axeProblems(widget)).to.deep.equal([]);
    one(widget, '.field').focus();
    await type('mẫu');
    await until(() => count(widget) === '10 văn bản phù hợp', 'what is there is found');
    turn();
    await until(() => count(widget) === '15 văn bản phù hợp', 'the last page is found too');
    await until(() => buttons(widget).length === 0, 'the end');
    expect(focused(widget)).to.equal(one(widget, '.field'));
    expect(status(widget)).to.equal('Đã tải xong 15 văn bản.');
    await until(() => location.hash.includes('q='), 'the search is kept');
  });

  it('stops when the reader says so, with the focus where it was, and goes on later', async () => {
    const { first, key, put } = await pages(4);
    const widget = await paged(first);
    const turn = gate(widget);
    buttons(widget)[1]?.focus();
    await press('Enter');
    turn();
    await until(() => count(widget) === '10 văn bản', 'the second page');
    expect(words(focused(widget) as Element)).to.equal(STOP);
    await press('Enter');
    await until(() => labels(widget)[1] === ALL, 'the button');
    expect(words(focused(widget) as Element)).to.equal(ALL);
    turn();
    // The page that was on its way comes, and no other.
    await until(() => count(widget) === '15 văn bản', 'the page under way');
    expect(status(widget)).to.equal('Đã dừng ở 15 văn bản. Có thể tải tiếp.');
    turn();
    await widget.updateComplete;
    expect(await requestCount(key)).to.equal(put + 2);
    await press('Enter');
    await until(() => buttons(widget).length === 0, 'the end');
    expect(count(widget)).to.equal('20 văn bản');
    expect(focused(widget)).to.equal(one(widget, '.more [role=status]'));
  });

  it('keeps what came where a page fails, says what to do, and goes on from there', async () => {
    const missing = feedUrl(`stored/${uniqueKey()}`);
    const { first } = await pages(2, { next_url: missing });
    const widget = await paged(first);
    await click(buttons(widget)[1] as HTMLElement);
    await until(() => status(widget)?.startsWith('Mới tải được 10 văn bản'), 'the word');
    expect(status(widget)).to.contain(`Xin kiểm tra kết nối rồi bấm “${ALL}” để tải tiếp.`);
    expect([titles(widget).length, widget.state]).to.deep.equal([10, 'ready']);
    expect(words(focused(widget) as Element)).to.equal(ALL);
    expect(await axeProblems(widget)).to.deep.equal([]);
    await fetch(missing, { method: 'PUT', body: JSON.stringify(sampleFeed(0, { items: documents(2) })) });
    await press('Enter');
    await until(() => buttons(widget).length === 0, 'the end');
    expect(count(widget)).to.equal('15 văn bản');
  });

  it('leaves who reads a document in peace, and goes on at the list', async () => {
    const { first, key, put } = await pages(4);
    const widget = await paged(first);
    const turn = gate(widget);
    await click(buttons(widget)[1] as HTMLElement);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => shownTitle(widget) === 'Văn bản mẫu số 2', 'the document');
    // The page that was on its way comes.
    turn();
    turn();
    turn();
    await until(async () => (await requestCount(key)) === put + 1, 'the page under way');
    await click(one(widget, '.back'));
    await until(() => count(widget) === '20 văn bản', 'the rest');
    expect(words(focused(widget) as Element)).to.equal('Văn bản mẫu số 2');
  });

  it('loads nothing more for a feed that gave way to another, or for a widget that is gone', async () => {
    const { first } = await pages(2, { next_url: feedUrl('hang') });
    const widget = await paged(first);
    await click(buttons(widget)[1] as HTMLElement);
    await until(() => count(widget) === '10 văn bản', 'the second page');
    const other = await pages(3);
    const loaded = nextEvent(widget, 'civic-load');
    widget.src = await serve(other.first);
    await loaded;
    await widget.updateComplete;
    expect([count(widget), labels(widget)[1], status(widget)]).to.deep.equal(['5 văn bản', ALL, '']);
    const turn = gate(widget);
    await click(buttons(widget)[1] as HTMLElement);
    widget.remove();
    turn();
    turn();
    await widget.updateComplete;
    expect(await requestCount(other.key)).to.equal(other.put);
  });

  it('is complete in English, and fits 320 px', async () => {
    await resize(320, 600);
    const { first } = await pages(3);
    const widget = await paged(first, '', { width: 288, lang: 'en' });
    expect(labels(widget)).to.deep.equal(['Load older documents', 'Load all older documents']);
    const turn = gate(widget);
    await click(buttons(widget)[1] as HTMLElement);
    await until(() => labels(widget)[1] === 'Stop loading', 'the progress');
    expect(words(one(widget, '.more [aria-hidden=true]'))).to.equal('5 documents so far, still loading…');
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
    turn();
    turn();
    await until(() => status(widget) === '15 documents loaded, that is all.', 'the end');
  });
});

describe('<civic-directive-viewer>, a document on a further page', () => {
  const note = (widget: Element) => words(all(widget, '.note [role=status]')[0]);
  const noteButton = (widget: Element) => one(widget, '.note .button');
  const at = (doc: string, section = '') => history.replaceState(null, '', `#civic:1?doc=${doc}${section}`);

  /** A viewer whose further pages are held back from the first on. */
  async function held(feed: object, item = '', options = {}) {
    const box = await mount('<div></div>', options);
    const widget = document.createElement(NAME);
    const turn = gate(widget);
    widget.src = await serve(feed);
    widget.item = item;
    box.append(widget);
    return { widget, turn };
  }

  it('comes by itself where the address names it, at its section, and no page behind it', async () => {
    const { first, key, put } = await pages(4);
    at('vb-7', '&at=khoan-2');
    const { widget, turn } = await held(first);
    await until(() => note(widget)?.startsWith('Đang tìm'), 'the word');
    expect(note(widget)).to.equal('Đang tìm văn bản “vb-7”: chưa thấy trong 5 văn bản, đang tải tiếp…');
    // Told once, seen once.
    expect(one(widget, '.note [role=status]').className).to.equal('visually-hidden');
    expect(words(one(widget, '.note [aria-hidden=true]'))).to.equal(note(widget));
    expect(labels(widget)).to.deep.equal([MORE, ALL]);
    expect(buttons(widget).map((button) => button.ariaDisabled)).to.deep.equal(['true', 'true']);
    expect(one(widget, '.count').getAttribute('role')).to.equal(null);
    expect(await axeProblems(widget)).to.deep.equal([]);
    turn();
    turn();
    await until(() => focused(widget)?.id === 'khoan-2', 'the section');
    expect(shownTitle(widget)).to.equal('Văn bản mẫu số 7');
    expect(location.hash).to.equal('#civic:1?doc=vb-7&at=khoan-2');
    await settled(widget);
    expect(await requestCount(key)).to.equal(put + 1);
  });

  it('comes where `item` names its number, and takes no focus that is elsewhere', async () => {
    const { first, key, put } = await pages(4);
    const widget = await viewer(first, 'item="12/KH-MAU"');
    await until(() => shownTitle(widget) === 'Văn bản mẫu số 12', 'the document');
    await settled(widget);
    expect([focused(widget), await requestCount(key)]).to.deep.equal([null, put + 2]);
  });

  it('takes the focus of who waited at the button to the document', async () => {
    const { first } = await pages(2);
    const { widget, turn } = await held(first, 'vb-7');
    await until(() => all(widget, '.note .button').length === 1, 'the button');
    noteButton(widget).focus();
    turn();
    await until(() => focused(widget)?.matches('.title'), 'the title');
  });

  it('is said not to be there once all pages are, to who waited at the button, too', async () => {
    const { first, key, put } = await pages(3);
    at('het');
    const { widget, turn } = await held(first);
    await until(() => all(widget, '.note .button').length === 1, 'the button');
    const said = heard(one(widget, '.note [role=status]'));
    noteButton(widget).focus();
    turn();
    turn();
    await until(() => note(widget)?.startsWith('Không tìm thấy văn bản “het”'), 'the end');
    expect(said.at(-1)).to.equal(note(widget));
    expect(said[0]).to.contain('chưa thấy trong 10 văn bản');
    expect([count(widget), buttons(widget).length]).to.deep.equal(['15 văn bản', 0]);
    await until(() => focused(widget) === one(widget, '.note [role=status]'), 'the focus');
    await settled(widget);
    expect(await requestCount(key)).to.equal(put + 2);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('is looked for no further where a page fails, until the reader tries again', async () => {
    const missing = feedUrl(`stored/${uniqueKey()}`);
    const { first } = await pages(2, { next_url: missing });
    at('vb-13', '&at=khoan-2');
    const widget = await viewer(first);
    await until(() => note(widget)?.startsWith('Không tải tiếp được'), 'the word');
    expect(note(widget)).to.contain('“vb-13” trong 10 văn bản đã tải. Xin kiểm tra kết nối rồi bấm “Tìm tiếp”.');
    expect(words(noteButton(widget))).to.equal('Tìm tiếp');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await fetch(missing, { method: 'PUT', body: JSON.stringify(sampleFeed(0, { items: documents(2) })) });
    await click(noteButton(widget));
    await until(() => focused(widget)?.id === 'khoan-2', 'the section');
    expect(shownTitle(widget)).to.equal('Văn bản mẫu số 13');
  });

  const leaves: [string, (widget: DirectiveViewer) => unknown, (widget: DirectiveViewer) => boolean][] = [
    ['goes back to the list', () => history.back(), (widget) => all(widget, '.note').length === 0],
    [
      'opens another document',
      (widget) => click(all(widget, '.item-title')[1] as HTMLElement),
      (widget) => shownTitle(widget) === 'Văn bản mẫu số 2',
    ],
    ['says so', (widget) => click(noteButton(widget)), (widget) => !!note(widget)?.startsWith('Đã dừng tìm')],
    [
      'searches the list',
      async (widget) => {
        one(widget, '.field').focus();
        await type('3');
      },
      (widget) => !!note(widget)?.startsWith('Đã dừng tìm'),
    ],
    ['has it taken off the page', (widget) => widget.remove(), (widget) => !widget.isConnected],
  ];
  for (const [what, leave, isLeft] of leaves) {
    it(`is looked for no further where the reader ${what}`, async () => {
      const { first, key, put } = await pages(4);
      const widget = await paged(first);
      const turn = gate(widget);
      const changed = nextEvent(window, 'hashchange');
      location.hash = '#civic:1?doc=vb-18';
      await changed;
      await until(() => note(widget)?.startsWith('Đang tìm'), 'the word');
      turn();
      await until(() => count(widget) === '10 văn bản', 'the second page');
      await leave(widget);
      await until(() => isLeft(widget), 'what the reader wanted');
      for (let page = 0; page < 3; page++) turn();
      await settled(widget);
      // The page that was on its way comes, but for a widget that is gone.
      const asked = put + (widget.isConnected ? 2 : 1);
      await until(async () => (await requestCount(key)) === asked, 'the page under way');
      await settled(widget);
      expect([isLeft(widget), await requestCount(key)]).to.deep.equal([true, asked]);
    });
  }

  it('is looked for anew where the widget is back on the page', async () => {
    const { first } = await pages(3);
    at('vb-13');
    const { widget, turn } = await held(first);
    await until(() => note(widget)?.startsWith('Đang tìm'), 'the word');
    const box = widget.parentElement as Element;
    widget.remove();
    turn();
    await widget.updateComplete;
    box.append(widget);
    turn();
    turn();
    await until(() => shownTitle(widget) === 'Văn bản mẫu số 13', 'the document');
  });

  it('costs no request where the first page has what is asked for, or nothing is', async () => {
    const { first, key, put } = await pages(3);
    const widget = await paged(first);
    at('vb-3', '&at=khoan-2');
    dispatchEvent(new HashChangeEvent('hashchange'));
    await until(() => focused(widget)?.id === 'khoan-2', 'the section');
    const other = await viewer(first, 'item="4/KH-MAU"');
    await until(() => shownTitle(other) === 'Văn bản mẫu số 4', 'the document');
    await settled(other);
    expect(await requestCount(key)).to.equal(put);
  });

  it('is looked for in English, and within 320 px', async () => {
    await resize(320, 600);
    const { first } = await pages(2);
    const { widget, turn } = await held(first, 'het', { width: 288, lang: 'en' });
    await until(() => note(widget)?.startsWith('Looking'), 'the word');
    expect(note(widget)).to.equal('Looking for “het”: not in 5 documents, still loading…');
    expect(words(noteButton(widget))).to.equal('Stop looking');
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
    turn();
    await until(() => note(widget)?.startsWith('There is no document “het”'), 'the end');
  });
});
