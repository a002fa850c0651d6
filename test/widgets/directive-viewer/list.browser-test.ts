import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { click, frame, mount, press, until } from '../../support/page.js';
import {
  all,
  DIRECTIVE,
  directive,
  feedOf,
  focused,
  FULL,
  many,
  one,
  settled,
  shownTitle,
  titles,
  viewer,
  words,
} from './viewers.js';

describe('<civic-directive-viewer>, a list', () => {
  it('shows what is known of each document, and nothing for what is not', async () => {
    const widget = await viewer(feedOf(FULL, DIRECTIVE, directive('x', 'Văn bản mẫu')));
    expect(titles(widget)).to.deep.equal(['Quyết định mẫu ban hành Quy chế mẫu', 'Chỉ thị mẫu', 'Văn bản mẫu']);
    expect(words(all(widget, '.item-facts')[0])).to.match(
      /^Quyết định ?Số 01\/QĐ-UBND ?Ngày ban hành 0?5\/0?2\/2024 ?Cơ quan mẫu ?Hết hiệu lực một phần$/,
    );
    expect(words(all(widget, '.item-facts')[1])).to.match(/^Số 01\/CT-UBND ?Còn hiệu lực$/);
    expect(all(widget, '.item')[2]?.querySelector('.item-facts')).to.equal(null);
    expect(words(one(widget, '.count'))).to.equal('3 văn bản');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('calls the type as the document does, also where the feed has its code only', async () => {
    const widget = await viewer(
      feedOf(
        directive('a', 'A', { typeCode: 'QĐ' }),
        directive('b', 'B', { typeName: ' ', typeCode: 'ct' }),
        directive('c', 'C', { typeCode: 'LẠ' }),
        directive('d', 'D', { typeName: ' ', typeCode: ' ' }),
      ),
    );
    const facts = () => all(widget, '.item').map((item) => words(item.querySelector('.item-facts') ?? item));
    await until(() => facts()[0] === 'Quyết định', 'the name');
    expect(facts()).to.deep.equal(['Quyết định', 'Chỉ thị', 'LẠ', 'D']);
    await click(all(widget, '.item-title')[0] as HTMLElement);
    await settled(widget);
    expect(words(one(widget, '.type-row dd'))).to.equal('Quyết định');
  });

  it('takes the date of posting where the date of issue is missing', async () => {
    const widget = await viewer(feedOf(directive('a', 'A', {}, { date_published: '2024-03-01' }), DIRECTIVE));
    expect(words(one(widget, '.item-facts'))).to.match(/^Ngày đăng 0?1\/0?3\/2024$/);
    expect(one(widget, 'time').getAttribute('datetime')).to.equal('2024-03-01');
  });

  describe('which of the two', () => {
    const both = feedOf(FULL, DIRECTIVE);

    it('by itself: one document is shown, several are listed, a named one is shown', async () => {
      expect(shownTitle(await viewer(feedOf(FULL)))).to.equal(FULL.title);
      expect(titles(await viewer(both))).to.have.length(2);
      expect(shownTitle(await viewer(both, 'item="ct-1"'))).to.equal('Chỉ thị mẫu');
    });

    it('as the page says', async () => {
      expect(titles(await viewer(feedOf(FULL), 'view="list"'))).to.have.length(1);
      expect(titles(await viewer(both, 'view="list" item="ct-1"'))).to.have.length(2);
      expect(shownTitle(await viewer(both, 'view="document"'))).to.equal(FULL.title);
      expect(shownTitle(await viewer(both, 'view="document" item="ct-1"'))).to.equal('Chỉ thị mẫu');
    });

    it('finds a document by its number, however it is written', async () => {
      for (const item of ['01/CT-UBND', '1/ct–ubnd', ' 01/CT-UBND ']) {
        expect(shownTitle(await viewer(both, `item="${item}"`))).to.equal('Chỉ thị mẫu');
      }
    });

    it('names a document that is not there, and lists those that are', async () => {
      for (const view of ['auto', 'document']) {
        const widget = await viewer(both, `item="99/CT-UBND" view="${view}"`);
        expect(words(one(widget, '.note'))).to.contain('“99/CT-UBND”');
        expect(titles(widget)).to.have.length(2);
        expect(await axeProblems(widget)).to.deep.equal([]);
      }
      expect(words(one(await viewer(both, 'item="<b>x</b>"', { lang: 'en' }), '.note'))).to.contain(
        'no document “<b>x</b>”',
      );
    });

    it('follows a changed item, and forgets what the reader had opened', async () => {
      const widget = await viewer(both);
      await click(all(widget, '.item-title')[0] as HTMLElement);
      await settled(widget);
      widget.item = 'ct-1';
      await settled(widget);
      expect(shownTitle(widget)).to.equal('Chỉ thị mẫu');
      expect(all(widget, '.back')).to.have.length(0);
      widget.item = null;
      await settled(widget);
      expect(titles(widget)).to.have.length(2);
    });

    it('narrows by tag and by organ', async () => {
      const feed = feedOf(
        directive('a', 'A', { organ: { id: 'x', name: 'Phường mẫu' } }, { tags: ['thi đua'] }),
        directive('b', 'B', {}, { tags: ['thi đua'] }),
        directive('c', 'C'),
      );
      expect(titles(await viewer(feed, 'tag="Thi đua"'))).to.deep.equal(['A', 'B']);
      expect(titles(await viewer(feed, 'organ="x" view="list"'))).to.deep.equal(['A']);
      expect(shownTitle(await viewer(feed, 'organ="phường mẫu"'))).to.equal('A');
      expect((await viewer(feed, 'tag="khác"')).state).to.equal('empty');
    });

    it('narrows by an organ, however its name is spelled', async () => {
      const feed = feedOf(
        directive('a', 'A', { organ: { name: 'Uỷ ban nhân dân phường Hoà Mẫu' } }),
        directive('b', 'B', {}, { authors: [{ name: 'UBND PHƯỜNG HÒA MẪU' }] }),
        directive('c', 'C', { organ: { name: 'Ủy ban nhân dân phường Hóa Mẫu' } }),
      );
      for (const organ of ['Ủy ban nhân dân phường Hòa Mẫu', 'UBND phường Hòa Mẫu'.normalize('NFD')]) {
        expect(titles(await viewer(feed, `organ="${organ}"`))).to.deep.equal(['A', 'B']);
      }
    });
  });

  describe('pages', () => {
    it('shows as many as the page wants, and says where the reader is', async () => {
      const widget = await viewer(feedOf(...many(7)), 'page-size="3"');
      const [back, on] = all(widget, '.paging button') as [HTMLElement, HTMLElement];
      expect(titles(widget)).to.deep.equal(['Văn bản mẫu số 1', 'Văn bản mẫu số 2', 'Văn bản mẫu số 3']);
      expect(back.getAttribute('aria-disabled')).to.equal('true');
      await click(back);
      expect(words(one(widget, '.paging [role=status]'))).to.equal('Trang 1 trên 3');
      on.focus();
      await press('Enter', 'Enter', 'Enter');
      await widget.updateComplete;
      expect(titles(widget)).to.deep.equal(['Văn bản mẫu số 7']);
      expect(words(one(widget, '.paging [role=status]'))).to.equal('Trang 3 trên 3');
      // At the end the button stays where the reader's finger is.
      expect(focused(widget)).to.equal(on);
      expect(on.getAttribute('aria-disabled')).to.equal('true');
      expect(await axeProblems(widget)).to.deep.equal([]);
    });

    it('has twenty on a page, and no paging where all fit', async () => {
      expect(titles(await viewer(feedOf(...many(21))))).to.have.length(20);
      expect(all(await viewer(feedOf(...many(20))), '.paging')).to.have.length(0);
    });

    for (const size of ['0', '-3', 'x', '']) {
      it(`takes page-size="${size}" for the usual one`, async () => {
        expect(titles(await viewer(feedOf(...many(25)), `page-size="${size}"`))).to.have.length(20);
      });
    }

    it('takes ten thousand documents page by page', async () => {
      const widget = await viewer(feedOf(...many(10_000).map((item) => ({ ...item, content_text: 'Mẫu.' }))));
      expect(words(one(widget, '.count'))).to.equal('10.000 văn bản');
      expect(titles(widget)).to.have.length(20);
    });
  });

  describe('there and back', () => {
    it('opens a document in place by keyboard and returns to the very row', async () => {
      const widget = await viewer(feedOf(...many(30)), 'page-size="30" tools="contents"', { width: 500 });
      const filler = await mount('<div></div>');
      filler.style.height = '3000px';
      const row = all(widget, '.item-title')[25] as HTMLElement;
      row.focus();
      await frame();
      const scrolled = document.scrollingElement?.scrollTop ?? 0;
      expect(scrolled).to.be.greaterThan(0);

      await press('Enter');
      await until(() => shownTitle(widget) === 'Văn bản mẫu số 26', 'the document');
      expect(focused(widget)).to.equal(one(widget, '.title'));
      expect(widget.getBoundingClientRect().top).to.be.within(-1, innerHeight);
      await settled(widget);

      await press('Shift+Tab');
      expect(words(focused(widget) as Element)).to.equal('Về danh sách văn bản');
      await press('Enter');
      await until(() => titles(widget).length === 30, 'the list');
      expect(words(focused(widget) as Element)).to.equal('Văn bản mẫu số 26');
      expect(document.scrollingElement?.scrollTop).to.be.closeTo(scrolled, 2);
    });

    it('returns to the page of the list that the reader was on', async () => {
      const widget = await viewer(feedOf(...many(9)), 'page-size="4"');
      await click(all(widget, '.paging button')[1] as HTMLElement);
      await widget.updateComplete;
      await click(all(widget, '.item-title')[1] as HTMLElement);
      await settled(widget);
      await click(one(widget, '.back'));
      await widget.updateComplete;
      expect(titles(widget)[1]).to.equal('Văn bản mẫu số 6');
      expect(words(focused(widget) as Element)).to.equal('Văn bản mẫu số 6');
    });

    it('leaves a fragment of the page’s own alone', async () => {
      history.replaceState(null, '', '#tab-2');
      const length = history.length;
      const widget = await viewer(feedOf(FULL, DIRECTIVE));
      await click(all(widget, '.item-title')[1] as HTMLElement);
      await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
      await click(all(widget, '.entry')[1] as HTMLElement);
      await click(one(widget, '.back'));
      await until(() => titles(widget).length === 2, 'the list');
      expect(location.hash).to.equal('#tab-2');
      expect(history.length).to.equal(length);
    });

    it('lists again when the open document is gone from the feed', async () => {
      const widget = await viewer(feedOf(FULL, DIRECTIVE));
      await click(all(widget, '.item-title')[1] as HTMLElement);
      await settled(widget);
      widget.tag = 'khác';
      await settled(widget);
      expect(widget.state).to.equal('empty');
      widget.tag = null;
      await settled(widget);
      expect(titles(widget)).to.have.length(2);
    });
  });
});
