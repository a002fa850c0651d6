import { expect } from 'chai';
import {
  afterwards,
  click,
  mount,
  nextEvent,
  requestCount,
  resize,
  serve,
  until,
  uniqueKey,
} from '../../support/page.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import {
  all,
  DIRECTIVE,
  feedOf,
  focused,
  FULL,
  many,
  NAME,
  one,
  settled,
  shownTitle,
  titles,
  viewer,
} from './viewers.js';

const both = feedOf(FULL, DIRECTIVE);
/** The reader types an address, or follows a link to it. */
async function go(hash: string): Promise<void> {
  const changed = nextEvent(window, 'hashchange');
  location.hash = hash;
  await changed;
}

describe('<civic-directive-viewer>, the page’s address', () => {
  it('opens what a link from another page names, at its section', async () => {
    history.replaceState(null, '', '#civic:1?doc=day-du&at=khoan-2');
    const widget = await viewer(both);
    await until(() => focused(widget)?.id === 'khoan-2', 'the section');
    expect(shownTitle(widget)).to.equal(FULL.title);
    expect(one(widget, '#khoan-2').getBoundingClientRect().top).to.be.within(-1, innerHeight);
  });

  it('opens what a link says that a mail program has escaped, and writes it out again as it was', async () => {
    history.replaceState(null, '', '#civic%3A1%3Fdoc%3Dday-du');
    const widget = await viewer(both);
    expect(shownTitle(widget)).to.equal(FULL.title);
    await go('#civic:1%3Fdoc=ct-1');
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
    await click(all(widget, '.entry')[1] as HTMLElement);
    await until(() => location.hash === '#civic:1?doc=ct-1&at=khoan-2', 'the section in the address');
  });

  it('finds a section of HTML, which comes later than the page', async () => {
    const content_html = '<p>Điều 1. Một mẫu</p><p>Mẫu.</p><p>Điều 2. Hai mẫu</p><p>Mẫu.</p>';
    history.replaceState(null, '', '#civic:1?doc=a&at=dieu-2');
    const widget = await viewer(feedOf({ ...DIRECTIVE, id: 'a', content_text: undefined, content_html }, FULL));
    await until(() => focused(widget)?.id === 'dieu-2', 'the section');
  });

  it('says what is open, and takes the browser’s way back', async () => {
    const widget = await viewer(both);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
    expect(location.hash).to.equal('#civic:1?doc=ct-1');
    await click(all(widget, '.entry')[1] as HTMLElement);
    await until(() => location.hash === '#civic:1?doc=ct-1&at=khoan-2', 'the section in the address');
    history.back();
    await until(() => titles(widget).length === 2, 'the list');
    expect(location.hash).to.equal('');
    history.forward();
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document again');
  });

  it('tells the page nothing, keeps its history state, and asks for no feed again', async () => {
    const key = uniqueKey();
    history.replaceState({ of: 'the page' }, '');
    let told = 0;
    const count = () => (told += 1);
    for (const type of ['hashchange', 'popstate']) {
      addEventListener(type, count);
      afterwards(() => removeEventListener(type, count));
    }
    const widget = await viewer(await serve(both, { key }));
    const asked = await requestCount(key);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => location.hash !== '', 'the address');
    await settled(widget);
    expect(told).to.equal(0);
    expect(history.state).to.deep.equal({ of: 'the page' });
    await go('#civic:1?doc=day-du');
    await until(() => shownTitle(widget) === FULL.title, 'the document');
    expect(await requestCount(key)).to.equal(asked);
  });

  it('keeps two viewers apart, and one with an id by its name', async () => {
    const src = await serve(both);
    const first = await viewer(src);
    const second = await viewer(src, 'id="ban-2"');
    await click(all(second, '.item-title')[0] as HTMLElement);
    await until(() => shownTitle(second) === FULL.title, 'the document');
    expect(location.hash).to.equal('#civic:ban-2?doc=day-du');
    expect(titles(first)).to.have.length(2);
    await click(all(first, '.item-title')[1] as HTMLElement);
    await until(() => shownTitle(first) === 'Chỉ thị mẫu', 'the document');
    expect(location.hash).to.equal('#civic:ban-2?doc=day-du;1?doc=ct-1');
    await go('#civic:1?doc=ct-1');
    await until(() => titles(second).length === 2, 'the list of the second');
    expect(shownTitle(first)).to.equal('Chỉ thị mẫu');
  });

  it('does not move for a fragment that is none of its business', async () => {
    const widget = await viewer(both);
    await go('#muc-luc');
    await widget.updateComplete;
    expect(titles(widget)).to.have.length(2);
    expect(location.hash).to.equal('#muc-luc');
  });

  for (const [what, own] of [
    ['a place of its own', '#muc-luc'],
    ['its top', '#'],
  ] as const) {
    it(`keeps the open document where the page goes to ${what}, and takes the way back from there`, async () => {
      const widget = await viewer(both);
      await click(all(widget, '.item-title')[1] as HTMLElement);
      await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
      const link = await mount<HTMLAnchorElement>(`<a href="${own}">Trang mẫu</a>`);
      const moved = nextEvent(window, 'hashchange');
      await click(link);
      await moved;
      await settled(widget);
      expect(location.href.endsWith(own)).to.equal(true);
      expect(shownTitle(widget)).to.equal('Chỉ thị mẫu');
      history.back();
      await until(() => location.hash === '#civic:1?doc=ct-1', 'the document in the address');
      history.back();
      await until(() => titles(widget).length === 2, 'the list');
      expect(location.hash).to.equal('');
    });
  }

  it('keeps search and filters where the page goes to a place of its own', async () => {
    history.replaceState(null, '', '#civic:1?q=mau&sort=title');
    const widget = await viewer(both);
    await until(() => titles(widget)[0] === 'Chỉ thị mẫu', 'the order');
    await go('#muc-luc');
    await settled(widget);
    expect(titles(widget)[0]).to.equal('Chỉ thị mẫu');
    expect((one(widget, '.field') as HTMLInputElement).value).to.equal('mau');
  });

  it('keeps a document that no address names where the page goes from one place of its own to another', async () => {
    history.replaceState(null, '', '#tab-2');
    const widget = await viewer(both);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
    await go('#tab-3');
    await settled(widget);
    expect(shownTitle(widget)).to.equal('Chỉ thị mẫu');
    // An address that is emptied names no list either.
    const moved = nextEvent(window, 'hashchange');
    history.back();
    await moved;
    history.replaceState(null, '', location.href.replace(/#.*/, ''));
    dispatchEvent(new HashChangeEvent('hashchange'));
    await settled(widget);
    expect(shownTitle(widget)).to.equal('Chỉ thị mẫu');
  });

  it('takes the way back to a page whose address ended in a lone #', async () => {
    history.replaceState(null, '', '#');
    const widget = await viewer(both);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => location.hash === '#civic:1?doc=ct-1', 'the address');
    history.back();
    await until(() => titles(widget).length === 2, 'the list');
  });

  it('says so where a link names a document that is gone', async () => {
    history.replaceState(null, '', '#civic:1?doc=<b>het</b>');
    const widget = await viewer(both);
    expect(one(widget, '.note').textContent).to.contain('“<b>het</b>”');
    expect(titles(widget)).to.have.length(2);
  });

  it('goes back to the page of the list that the address names, and never beyond its end', async () => {
    history.replaceState(null, '', '#civic:1?page=2');
    const feed = feedOf(...many(9));
    expect(titles(await viewer(feed, 'page-size="4"'))[0]).to.equal('Văn bản mẫu số 5');
    for (const page of ['99', 'x', '-1', '1.5']) {
      history.replaceState(null, '', `#civic:1?page=${page}`);
      for (const old of document.querySelectorAll(NAME)) old.remove();
      expect(titles(await viewer(feed, 'page-size="4"')).length, page).to.be.greaterThan(0);
    }
  });

  it('leaves its place in the order to the next when it is taken out', async () => {
    await resize(800);
    const src = await serve(both);
    const first = await viewer(src);
    first.remove();
    const widget = await mount<DirectiveViewer>(`<${NAME} src="${src}"></${NAME}>`);
    await settled(widget);
    await click(all(widget, '.item-title')[1] as HTMLElement);
    await until(() => location.hash === '#civic:1?doc=ct-1', 'the address');
  });
});
