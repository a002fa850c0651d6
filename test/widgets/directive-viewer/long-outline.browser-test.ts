import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { click, mount, resize, serve, until } from '../../support/page.js';
import { all, directive, feedOf, NAME, words } from './viewers.js';

describe('<civic-directive-viewer>, a long outline', () => {
  it('gets its signs to unfold when the text is there, where their place was kept', async () => {
    await resize(1000);
    const lines = [...Array(400).keys()].map((index) => `Điều ${index + 1}. Điều mẫu\n1. Khoản mẫu.\n2. Khoản mẫu.`);
    const src = await serve(feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') })));
    const widget = await mount<DirectiveViewer>(`<${NAME} src="${src}" tools="contents"></${NAME}>`, { width: 900 });
    const place = () => {
      const { left, right, top } = all(widget, '.entry')[0]?.getBoundingClientRect() ?? {};
      return { left, right, top };
    };
    /** Whether the last article is there, at each change that finds signs or none. */
    const seen: { signs: boolean; whole: boolean }[] = [];
    const observer = new MutationObserver(() => {
      const root = widget.renderRoot as ShadowRoot;
      if (root.querySelector('.entry'))
        seen.push({ signs: root.querySelector('.unfold') !== null, whole: root.getElementById('dieu-400') !== null });
    });
    observer.observe(widget.renderRoot, { childList: true, subtree: true });
    await until(() => all(widget, '.entry').length > 0, 'the outline');
    const before = place();
    await until(() => all(widget, '.unfold').length === 400, 'a sign in each article');
    observer.disconnect();
    expect(seen.some(({ signs, whole }) => !signs && !whole)).to.equal(true);
    expect(seen.some(({ signs, whole }) => signs && !whole)).to.equal(false);
    expect(place()).to.deep.equal(before);

    await click(all(widget, '.unfold')[1] as HTMLElement);
    const names = all(widget, '.entry').map((entry) => words(entry)?.slice(0, 6));
    expect(names.slice(0, 4)).to.deep.equal(['Điều 1', 'Điều 2', '1. Kho', '2. Kho']);
  });

  it('marks the article of a clause that a link leads to, though only the article has an entry', async () => {
    await resize(1000, 600);
    const lines = [...Array(150).keys()].map((index) => `Điều ${index + 1}. Điều mẫu\n1. Khoản mẫu.\n2. Khoản mẫu.`);
    const src = await serve(feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') })));
    history.replaceState(null, '', '#civic:1?doc=dai&at=dieu-3-khoan-2');
    const widget = await mount<DirectiveViewer>(`<${NAME} src="${src}" tools="contents"></${NAME}>`, { width: 900 });
    const marked = () => all(widget, '[aria-current]').map(words).join();
    await until(() => marked() === 'Điều 3. Điều mẫu', 'the mark on article 3');
    await until(() => all(widget, '.unfold').length === 150, 'the whole outline');
    await new Promise((done) => setTimeout(done, 300));
    expect(marked()).to.equal('Điều 3. Điều mẫu');
  });
});
