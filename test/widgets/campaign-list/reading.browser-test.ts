import { expect } from 'chai';
import type { FeedItem } from '../../../src/feed/schema.js';
import type { CampaignList } from '../../../src/widgets/campaign-list/campaign-list.js';
import { axeProblems } from '../../support/axe.js';
import { click, mount, press, serve, type, until } from '../../support/page.js';
import { item } from './entries.js';
import { WHOLE, feedOf, settled, list, texts, ids, find, focused } from './lists.js';

describe('a reader of <civic-campaign-list>', () => {
  describe('paging', () => {
    const many = (count: number, rest: Partial<FeedItem> = {}) =>
      [...Array(count).keys()].map((index) => item(String(index + 1), {}, rest));
    it('shows a page, and further ones when asked; the focus goes to the first new title', async () => {
      const widget = await list(many(7), 'page-size="3"');
      expect(ids(widget)).to.have.length(3);
      const more = find(widget, '.more') as HTMLElement;
      expect(more.textContent.trim()).to.equal('Xem thêm (4)');
      await click(more);
      await until(() => ids(widget).length === 6, 'the second page');
      expect(focused(widget)?.textContent.trim()).to.equal('Phong trào mẫu 4');
      more.focus();
      await press('Enter');
      await until(() => ids(widget).length === 7, 'the last page');
      expect(focused(widget)?.textContent.trim()).to.equal('Phong trào mẫu 7');
      expect(find(widget, '.more')).to.equal(null);
    });
    it('puts the focus on the link where the title is one', async () => {
      const widget = await list(many(4, { url: 'https://example.org/a' }), 'page-size="2"');
      await click(find(widget, '.more') as HTMLElement);
      await until(() => focused(widget)?.tagName === 'A', 'the link');
      expect(focused(widget)?.textContent).to.equal('Phong trào mẫu 3');
    });
    it('shows twelve by default and for nonsense, all for 0', async () => {
      for (const size of ['', 'page-size="abc"', 'page-size="-4"'])
        expect(ids(await list(many(20), size)), size).to.have.length(12);
      expect(ids(await list(many(20), 'page-size="0"'))).to.have.length(20);
    });
    it('keeps the further pages through a refresh', async () => {
      const widget = await list(many(7), 'page-size="3"');
      await click(find(widget, '.more') as HTMLElement);
      await widget.reload();
      expect(ids(widget)).to.have.length(6);
    });
  });

  describe('search', () => {
    const items = [
      WHOLE,
      item('hoc', {}, { title: 'Học tập suốt đời (mẫu)' }),
      item('sach', {}, { title: 'Sạch đẹp' }),
    ];
    const box = (widget: CampaignList) => find(widget, 'input') as HTMLInputElement;
    const found = (widget: CampaignList) => find(widget, '[role=status]')?.textContent.trim();

    it('is there when asked for, with a label', async () => {
      expect(box(await list(items))).to.equal(null);
      const widget = await list(items, 'search');
      expect(box(widget).labels?.[0]?.textContent.trim()).to.equal('Tìm phong trào, chiến dịch');
      expect(found(widget)).to.equal('');
    });
    it('finds without marks, and says how many', async () => {
      const widget = await list(items, 'search');
      box(widget).focus();
      await type('hoc tap');
      await until(() => ids(widget).length === 1, 'one result');
      expect(texts(widget, 'title')).to.deep.equal(['Học tập suốt đời (mẫu)']);
      expect(found(widget)).to.equal('Có 1 kết quả');
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
    it('says what to do where nothing is found, and gives everything back', async () => {
      const widget = await list(items, 'search');
      box(widget).focus();
      await type('xyz');
      await until(() => ids(widget).length === 0, 'no result');
      expect(found(widget)).to.contain('Không tìm thấy');
      expect(await axeProblems(widget)).to.deep.equal([]);
      await press('Backspace', 'Backspace', 'Backspace');
      await until(() => ids(widget).length === 3, 'all');
      expect(found(widget)).to.equal('');
    });
    it('starts with the first page of what it found', async () => {
      const many = [...Array(9).keys()].map((index) =>
        item(String(index), {}, { title: `Mẫu ${index % 2 ? 'a' : 'b'}` }),
      );
      const widget = await list(many, 'search page-size="2"');
      await click(find(widget, '.more') as HTMLElement);
      box(widget).focus();
      await type('mau b');
      await until(() => found(widget) === 'Có 5 kết quả', 'the count');
      expect(ids(widget)).to.have.length(2);
    });
    it('never sends the form that the page is made of', async () => {
      const form = await mount('<form><input name="a"><button>Gửi</button></form>');
      let sent = 0;
      let keys = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent += 1;
      });
      for (const name of ['keydown', 'keypress']) form.addEventListener(name, () => (keys += 1));
      const widget = document.createElement('civic-campaign-list');
      widget.search = true;
      widget.src = await serve(feedOf(items));
      form.append(widget);
      await settled(widget);
      box(widget).focus();
      await press('Enter');
      expect([sent, keys]).to.deep.equal([0, 0]);
      await type('a');
      expect(keys).to.be.greaterThan(0);
    });
    it('leaves Enter to an input method that is composing', async () => {
      const widget = await list(items, 'search');
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true, bubbles: true });
      expect(box(widget).dispatchEvent(enter)).to.equal(true);
    });
  });

  describe('keyboard and details', () => {
    it('walks from title to details to the button, and opens in place', async () => {
      const widget = await list([WHOLE, item('b'), item('c')], 'page-size="2" search');
      (find(widget, 'input') as HTMLElement).focus();
      await press('Tab');
      expect(focused(widget)?.tagName).to.equal('A');
      await press('Tab');
      expect(focused(widget)?.tagName).to.equal('SUMMARY');
      expect(focused(widget)?.textContent).to.equal('Chi tiết: Phong trào mẫu du');
      await press('Enter');
      const details = find(widget, 'details') as HTMLDetailsElement;
      await until(() => details.open, 'the details');
      expect(await axeProblems(widget)).to.deep.equal([]);
      await press('Tab');
      expect(focused(widget)?.textContent.trim()).to.equal('Chép liên kết');
      await press('Tab');
      expect(focused(widget)?.className).to.contain('more');
    });
    it('keeps open what was opened when the list around it changes', async () => {
      const first = item('a', {}, { content_text: 'A' });
      const widget = await list([first, item('b', {}, { content_text: 'B' })], 'search');
      (find(widget, 'details') as HTMLDetailsElement).open = true;
      await widget.reload();
      expect((find(widget, 'details') as HTMLDetailsElement | null)?.open).to.equal(true);
      (find(widget, 'input') as HTMLElement).focus();
      await type('mau b');
      await until(() => ids(widget).length === 1, 'the other one');
      expect((find(widget, 'details') as HTMLDetailsElement | null)?.open).to.equal(false);
    });
  });
});
