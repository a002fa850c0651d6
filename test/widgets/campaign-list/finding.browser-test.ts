import { expect } from 'chai';
import type { CampaignList } from '../../../src/widgets/campaign-list/campaign-list.js';
import { axeProblems } from '../../support/axe.js';
import { click, mount, nextEvent, press, resize, serve, type, until } from '../../support/page.js';
import { item } from './entries.js';
import { all, EACH, feedOf, find, focused, FUTURE, ids, LAYOUTS, list, NOW, PAST, settled, texts } from './lists.js';

const ITEMS = [
  item('nay', { ...NOW, organiser: 'Phòng mẫu' }, { tags: ['An sinh'], content_text: 'Nội dung mẫu một.' }),
  item('toi', { ...FUTURE, organiser: 'Phòng mẫu' }, { tags: ['Nhà ở'], content_text: 'Nội dung mẫu hai.' }),
  item('qua', { ...PAST, organiser: 'Đoàn mẫu' }, { tags: ['An sinh'] }),
];
const toggle = (widget: CampaignList) => find(widget, '.ask .button') as HTMLElement;
const selects = (widget: CampaignList) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLSelectElement>('.filter select') ?? []),
];
/** By its label: one that leaves no choice comes and goes. */
async function choose(widget: CampaignList, name: string, value: string): Promise<void> {
  await widget.updateComplete;
  const select = selects(widget).find(({ labels }) => labels[0]?.firstElementChild?.textContent === name);
  if (!select) throw new Error(`No filter ${name}.`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
const found = (widget: CampaignList) => find(widget, '.found')?.textContent.trim();
const address = () => Object.fromEntries(new URLSearchParams(location.hash.split('?')[1]));
async function opened(rest = 'filter', options = {}): Promise<CampaignList> {
  const widget = await list(ITEMS, rest, options);
  await click(toggle(widget));
  await until(() => selects(widget).length > 0, 'the filters');
  return widget;
}

describe('finding campaigns in <civic-campaign-list>', () => {
  it('offers filters when asked for, each choice with its count, by keyboard too', async () => {
    expect(toggle(await list(ITEMS, 'search'))).to.equal(null);
    const widget = await list(ITEMS, 'filter');
    expect(find(widget, 'input')).to.equal(null);
    toggle(widget).focus();
    await press('Enter');
    await until(() => selects(widget).length > 0, 'the filters');
    expect(toggle(widget).getAttribute('aria-expanded')).to.equal('true');
    const names = selects(widget).map(({ labels }) => labels[0]?.firstElementChild?.textContent);
    expect(names).to.deep.equal(['Tình trạng', 'Đơn vị tổ chức', 'Chủ đề', 'Năm', 'Sắp xếp']);
    expect([...(selects(widget)[0]?.options ?? [])].map(({ label }) => label)).to.deep.equal([
      'Tất cả',
      'Đã kết thúc (1)',
      'Đang diễn ra (1)',
      'Sắp diễn ra (1)',
    ]);
    await press('Tab');
    expect(focused(widget)).to.equal(selects(widget)[0]);
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(toggle(widget));
    await until(() => selects(widget).length === 0, 'closed filters');
  });

  it('narrows by each, by several, and sorts', async () => {
    const widget = await opened();
    await choose(widget, 'Đơn vị tổ chức', 'Phòng mẫu');
    await until(() => ids(widget).join() === 'nay,toi', 'those of one organiser');
    expect(found(widget)).to.equal('Có 2 kết quả');
    await choose(widget, 'Tình trạng', 'upcoming');
    await until(() => ids(widget).join() === 'toi', 'the one to come');
    await choose(widget, 'Tình trạng', '');
    await choose(widget, 'Đơn vị tổ chức', '');
    await choose(widget, 'Chủ đề', 'An sinh');
    await until(() => ids(widget).join() === 'nay,qua', 'those of one topic');
    await choose(widget, 'Chủ đề', '');
    await choose(widget, 'Năm', '2902');
    await until(() => ids(widget).join() === 'toi', 'those of one year');
    await choose(widget, 'Năm', '');
    await choose(widget, 'Sắp xếp', 'end');
    await until(() => ids(widget).join() === 'qua,nay,toi', 'by end');
    expect(found(widget)).to.equal('');
  });

  it('says what to do where nothing is left, and gives everything back', async () => {
    const widget = await opened('filter search');
    await choose(widget, 'Tình trạng', 'ended');
    await until(() => ids(widget).length === 1, 'one');
    (find(widget, 'input') as HTMLElement).focus();
    await type('xyz');
    await until(() => ids(widget).length === 0, 'none');
    expect(found(widget)).to.contain('Không tìm thấy');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await click(find(widget, '.found + .button') as HTMLElement);
    await until(() => ids(widget).length === 3, 'all');
    expect((find(widget, 'input') as HTMLInputElement).value).to.equal('');
    expect(focused(widget)).to.equal(find(widget, 'input'));
    expect(location.hash).to.equal('');
  });

  it('keeps search and choices in the address, and opens with them', async () => {
    const widget = await opened('filter search');
    await choose(widget, 'Tình trạng', 'ended');
    (find(widget, 'input') as HTMLElement).focus();
    await type('mau');
    await until(() => address()['q'] === 'mau', 'the address');
    expect(location.hash).to.match(/^#civic:campaigns-1\?/);
    expect(address()).to.deep.equal({ status: 'ended', q: 'mau' });
    widget.remove();
    const again = await list(ITEMS, 'filter search');
    expect(ids(again)).to.deep.equal(['qua']);
    expect((find(again, 'input') as HTMLInputElement).value).to.equal('mau');
    again.remove();
    // A page that offers neither shows its list whole.
    expect(ids(await list(ITEMS))).to.have.length(3);
  });

  it('narrows in 320 px without a scroll bar', async () => {
    await resize(320, 600);
    const widget = await opened('filter search', { width: 300 });
    expect(find(widget, '.base')?.scrollWidth).to.be.at.most(300);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('speaks English', async () => {
    const widget = await opened('filter', { lang: 'en' });
    expect(toggle(widget).textContent.trim()).to.equal('Filter and sort');
    await choose(widget, 'Status', 'ended');
    await until(() => found(widget) === '1 result', 'the count');
  });

  describe('groups', () => {
    for (const layout of LAYOUTS)
      it(`stand below headings: ${layout}`, async () => {
        const widget = await list(EACH, `group="status" layout="${layout}"`);
        expect(texts(widget, 'group')).to.deep.equal(['Đang diễn ra', 'Sắp diễn ra', 'Đã kết thúc']);
        expect(all(widget, 'group')[0]?.getAttribute('aria-level')).to.equal('3');
        expect(all(widget, 'title')[0]?.getAttribute('aria-level')).to.equal('4');
        expect(await axeProblems(widget)).to.deep.equal([]);
      });
    it('are the years, and what has no date', async () => {
      const widget = await list(EACH, 'group="year"');
      expect(texts(widget, 'group')).to.deep.equal(['Năm 2901', 'Năm 2001', 'Không thời hạn']);
      expect(ids(widget)).to.deep.equal(['toi', 'nay', 'qua', 'luon']);
      const timeline = await list(EACH, 'group="year" layout="timeline"');
      expect(texts(timeline, 'group')).to.deep.equal(['Năm 2001', 'Năm 2901', 'Không thời hạn']);
    });
    it('go on over pages', async () => {
      const widget = await list(EACH, 'group="year" page-size="2"');
      expect(texts(widget, 'group')).to.deep.equal(['Năm 2901', 'Năm 2001']);
      expect(ids(widget)).to.deep.equal(['toi', 'nay']);
      await click(find(widget, '.more') as HTMLElement);
      await until(() => ids(widget).length === 4, 'the rest');
      expect(focused(widget)?.textContent.trim()).to.equal('Phong trào mẫu qua');
    });
    it('are none for a name nobody knows', async () => {
      expect(all(await list(EACH, 'group="month"'), 'group')).to.have.length(0);
    });
  });

  describe('a link to one campaign', () => {
    const open = (widget: CampaignList) =>
      [...(widget.shadowRoot?.querySelectorAll('details[open]') ?? [])].map(
        (details) => details.closest<HTMLElement>('[data-item]')?.dataset['item'],
      );
    it('is in the address while it is open, and opens it', async () => {
      const widget = await list(ITEMS);
      const summary = find(widget, 'summary') as HTMLElement;
      await click(summary);
      await until(() => address()['item'] === 'nay', 'the address');
      await click(summary);
      await until(() => location.hash === '', 'an address without it');
      widget.remove();
      location.hash = '#civic:campaigns-1?item=toi';
      const again = await list(ITEMS);
      await until(() => open(again).join() === 'toi', 'the campaign');
      expect(focused(again)?.textContent).to.contain('Phong trào mẫu toi');
    });
    it('is followed on an open page', async () => {
      const widget = await list(ITEMS);
      location.hash = '#civic:campaigns-1?item=toi';
      await until(() => open(widget).join() === 'toi', 'the campaign');
    });
    it('goes to a further page, and to one without details', async () => {
      location.hash = '#civic:campaigns-1?item=qua';
      const widget = await list(ITEMS, 'page-size="1"');
      await until(() => focused(widget)?.textContent.trim() === 'Phong trào mẫu qua', 'the title');
      expect(ids(widget)).to.have.length(3);
    });
    it('goes by the id of its element', async () => {
      location.hash = '#civic:phong-trao?item=toi';
      const src = await serve(feedOf(ITEMS));
      const widget = await settled(
        await mount<CampaignList>(`<civic-campaign-list id="phong-trao" src="${src}"></civic-campaign-list>`),
      );
      await until(() => open(widget).join() === 'toi', 'the campaign');
    });
    it('names nothing, and nothing happens', async () => {
      location.hash = '#civic:campaigns-1?item=khong-co';
      const widget = await list(ITEMS, 'page-size="1"');
      expect(open(widget)).to.deep.equal([]);
      expect(ids(widget)).to.have.length(1);
    });
    it('keeps search and choices where the page goes to a place of its own', async () => {
      location.hash = '#civic:campaigns-1?status=ended&q=mau';
      const widget = await list(ITEMS, 'filter search');
      expect(ids(widget)).to.deep.equal(['qua']);
      for (const own of ['#tin-moi', '#tin-khac', '#']) {
        const moved = nextEvent(window, 'hashchange');
        location.hash = own;
        await moved;
        await widget.updateComplete;
        expect(ids(widget), own).to.deep.equal(['qua']);
        expect((find(widget, 'input') as HTMLInputElement).value).to.equal('mau');
      }
    });
    it('takes back what an address said where it says nothing of the list any more', async () => {
      const widget = await list(ITEMS, 'filter search');
      location.hash = '#civic:campaigns-1?status=ended';
      await until(() => ids(widget).join() === 'qua', 'one');
      history.back();
      await until(() => ids(widget).length === 3, 'all');
    });
    it('leaves a fragment of the page’s own alone', async () => {
      history.replaceState(null, '', '#tin-moi');
      const widget = await list(ITEMS);
      await click(find(widget, 'summary') as HTMLElement);
      await until(() => open(widget).length === 1, 'the campaign');
      expect(location.hash).to.equal('#tin-moi');
    });
  });
});
