import { expect } from 'chai';
import type { Campaign } from '../../../src/feed/schema.js';
import { CampaignList } from '../../../src/widgets/campaign-list/campaign-list.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, feedUrl, mount, nextEvent, serve, setHidden, until } from '../../support/page.js';
import { item } from './entries.js';
import {
  LAYOUTS,
  PICTURE,
  PAST,
  FUTURE,
  NOW,
  day,
  WHOLE,
  EACH,
  feedOf,
  settled,
  list,
  all,
  texts,
  ids,
  find,
} from './lists.js';

describe('<civic-campaign-list>', () => {
  it('lists what runs, then what comes, then what is over, each with its status', async () => {
    const widget = await list();
    expect(ids(widget)).to.deep.equal(['luon', 'nay', 'toi', 'qua']);
    expect(texts(widget, 'status')).to.deep.equal(['Đang diễn ra', 'Sắp diễn ra', 'Đã kết thúc']);
    expect(texts(widget, 'period')).to.deep.equal(['Không thời hạn', '2001 – 2902', '2901 – 2902', '2001 – 2002']);
  });

  it('tells a status by its shape too, not by colour alone', async () => {
    const widget = await list();
    const shapes = all(widget, 'status').map((status) => {
      const { borderRadius, borderTopWidth } = getComputedStyle(status, '::before');
      return `${borderRadius} ${borderTopWidth}`;
    });
    expect(new Set(shapes).size).to.equal(3);
  });

  it('shows all that is known of a campaign', async () => {
    const widget = await list([WHOLE]);
    expect(all(widget, 'title')[0]?.querySelector('a')?.href).to.equal('https://example.org/du');
    expect(texts(widget, 'slogan')).to.deep.equal(['Khẩu hiệu mẫu']);
    expect(find(widget, '.summary')?.textContent).to.equal('Tóm tắt mẫu.');
    expect(find(widget, '.facts')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Phát độngCơ quan phát động mẫu Đơn vị tổ chứcCơ quan mẫu',
    );
    expect([...(all(widget, 'tags')[0]?.children ?? [])].map((tag) => tag.textContent)).to.deep.equal([
      'An sinh',
      'Nhà ở',
    ]);
    expect(find(widget, '.body')?.textContent).to.equal('Đoạn một.\n\nĐoạn hai.');
  });

  it('shows nothing where nothing is known, and needs no campaign object', async () => {
    const widget = await list([{ id: 'tran', _civic: { kind: 'campaign' } }]);
    expect(texts(widget, 'title')).to.deep.equal(['tran']);
    expect(texts(widget, 'period')).to.deep.equal(['Không thời hạn']);
    for (const name of ['status', 'slogan', 'bar', 'tags', 'details', 'image', 'days-left'])
      expect(all(widget, name), name).to.have.length(0);
    expect(find(widget, '.facts')).to.equal(null);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('shows campaigns alone, none of the news', async () => {
    const widget = await list([{ id: 'tin', title: 'Tin mẫu' }, item('a')]);
    expect(ids(widget)).to.deep.equal(['a']);
    expect((await list([{ id: 'tin', title: 'Tin mẫu' }])).state).to.equal('empty');
  });

  it('speaks English, and marks what is Vietnamese', async () => {
    const widget = await list([WHOLE, item('het', PAST)], '', { lang: 'en' });
    expect(texts(widget, 'status')).to.deep.equal(['Under way', 'Ended']);
    expect(find(widget, '[role=heading]')?.textContent.trim()).to.equal('Movements and campaigns');
    expect(all(widget, 'title')[0]?.lang).to.equal('vi');
    expect(find(widget, 'summary')?.lang).to.equal('');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('gives titles one level below its own heading', async () => {
    const level = async (rest: string) => all(await list([item('a')], rest), 'title')[0]?.getAttribute('aria-level');
    expect(await level('')).to.equal('3');
    expect(await level('heading-level="4"')).to.equal('5');
    expect(await level('heading-level="6"')).to.equal('6');
    expect(await level('heading-level="nonsense"')).to.equal('3');
  });

  it('gives the titles at least where its own part cannot be had, and tries again', async () => {
    let fails = true;
    class Cut extends CampaignList {
      protected override importView(): ReturnType<CampaignList['importView']> {
        return fails ? Promise.reject(new TypeError('cut')) : super.importView();
      }
    }
    Cut.define('civic-campaign-list-cut');
    const src = await serve(feedOf([WHOLE, item('b', PAST)]));
    const widget = await settled(await mount<Cut>(`<civic-campaign-list-cut src="${src}"></civic-campaign-list-cut>`));
    expect(widget.state).to.equal('ready');
    expect(find(widget, '[role=status]')?.textContent).to.contain('Xin tải lại trang');
    expect(ids(widget)).to.deep.equal(['du', 'b']);
    expect(find(widget, '[part=title] a')?.getAttribute('href')).to.equal('https://example.org/du');
    expect(await axeProblems(widget)).to.deep.equal([]);
    fails = false;
    await widget.reload();
    await until(() => texts(widget, 'status').length === 2, 'the whole list');
  });

  it('tells a load when it has drawn', async () => {
    const src = await serve(feedOf(EACH));
    const widget = await mount<CampaignList>('<civic-campaign-list loading="lazy"></civic-campaign-list>');
    const loaded = nextEvent(widget, 'civic-load').then(() => [widget.state, ids(widget).length]);
    widget.src = src;
    expect(await loaded).to.deep.equal(['ready', 4]);
  });

  describe('status, tag, organ and sort', () => {
    it('keep what is asked for', async () => {
      expect(ids(await list(EACH, 'status="upcoming"'))).to.deep.equal(['toi']);
      expect(ids(await list(EACH, 'status="ended ongoing"'))).to.deep.equal(['luon', 'nay', 'qua']);
      expect(ids(await list(EACH, 'status="running"'))).to.have.length(4);
      const items = [WHOLE, ...EACH];
      expect(ids(await list(items, 'tag="an sinh"'))).to.deep.equal(['du']);
      expect(ids(await list(items, 'organ="Cơ quan mẫu"'))).to.deep.equal(['du']);
    });
    it('leave an empty list with a word of it', async () => {
      const widget = await list([item('qua', PAST)], 'status="ongoing"');
      expect(widget.state).to.equal('empty');
      expect(texts(widget, 'empty')).to.deep.equal(['Chưa có phong trào, chiến dịch nào.']);
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
    it('sort', async () => {
      expect(ids(await list(EACH, 'sort="start"'))).to.deep.equal(['qua', 'nay', 'toi', 'luon']);
      expect(ids(await list(EACH, 'sort="end"'))).to.deep.equal(['qua', 'toi', 'nay', 'luon']);
      expect(ids(await list(EACH, 'sort="title"'))).to.deep.equal(['luon', 'nay', 'qua', 'toi']);
      expect(ids(await list(EACH, 'layout="timeline"'))).to.deep.equal(['qua', 'nay', 'toi', 'luon']);
      expect(ids(await list(EACH, 'layout="timeline" sort="title"'))).to.deep.equal(['luon', 'nay', 'qua', 'toi']);
    });
    it('follow a change of the attribute', async () => {
      const widget = await list(EACH, 'status="upcoming"');
      widget.setAttribute('status', 'ended');
      await widget.updateComplete;
      expect(ids(widget)).to.deep.equal(['qua']);
    });
  });

  describe('time', () => {
    it('changes the status on an open page', async () => {
      const soon = new Date(Date.now() + 1500).toISOString();
      const widget = await list([item('sap', { start: soon }), item('dang', { end: soon })]);
      await until(() => texts(widget, 'status').join() === 'Đang diễn ra,Đã kết thúc', 'both borders');
      expect(ids(widget)).to.deep.equal(['sap', 'dang']);
    });
    it('moves a campaign out of a list that no longer wants it', async () => {
      const widget = await list([item('dang', { end: new Date(Date.now() + 1000).toISOString() })], 'status="ongoing"');
      await until(() => widget.state === 'empty', 'an empty list');
    });
    it('sets no timer where nothing is ahead, and leaves none behind', async () => {
      const timers: number[] = [];
      const original = window.setTimeout;
      const widget = await list([item('qua', PAST), item('luon'), item('mo', { start: '2001' })]);
      window.setTimeout = ((work: TimerHandler, delay = 0) => {
        timers.push(delay);
        return original(work, delay);
      }) as typeof setTimeout;
      afterwards(() => {
        window.setTimeout = original;
      });
      widget.requestUpdate();
      await widget.updateComplete;
      expect(timers).to.deep.equal([]);
      const waiting = await list([item('toi', FUTURE)]);
      // A clock may be set meanwhile: it is looked at every five minutes.
      expect(Math.max(...timers)).to.equal(300_000);
      expect(texts(waiting, 'status')).to.deep.equal(['Sắp diễn ra']);
    });
    it('looks again when a page comes back that slept', async () => {
      const widget = await list([item('nay', NOW)]);
      setHidden(true);
      let updates = 0;
      widget.addController({ hostUpdated: () => (updates += 1) });
      updates = 0;
      setHidden(false);
      await until(() => updates > 0, 'a second look');
    });
    it('looks again when it is put back on the page', async () => {
      const widget = await list([item('sap', { start: new Date(Date.now() + 600).toISOString() })]);
      const parent = widget.parentElement as HTMLElement;
      expect(texts(widget, 'status')).to.deep.equal(['Sắp diễn ra']);
      widget.remove();
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(texts(widget, 'status')).to.deep.equal(['Sắp diễn ra']);
      parent.append(widget);
      await until(() => texts(widget, 'status')[0] === 'Đang diễn ra', 'its status');
    });
    it('counts the days left, the last one in words', async () => {
      const items = [item('a', { end: day(0) }), item('b', { end: day(1) }), item('c', { end: day(400) })];
      expect(texts(await list(items), 'days-left')).to.deep.equal(['Hôm nay là ngày cuối', 'Còn 1 ngày']);
      const english = await list(items, '', { lang: 'en' });
      expect(texts(english, 'days-left')).to.deep.equal(['Today is the last day', '1 day left']);
    });
  });

  describe('bars', () => {
    const bar = async (campaign: Campaign) => {
      const widget = await list([item('a', campaign)]);
      const progress = find(widget, 'progress') as HTMLProgressElement | null;
      const words = find(widget, '.bar')?.textContent.replace(/\s+/g, ' ').trim();
      return { words, value: progress?.value, label: progress?.labels[0]?.className };
    };
    it('measure the result against its target, in words too', async () => {
      expect(await bar({ progress: { value: 1250, target: 2000, unit: 'căn nhà' } })).to.deep.equal({
        words: 'Kết quả 1.250 / 2.000 căn nhà (62%)',
        value: 0.625,
        label: 'bar',
      });
    });
    it('are full, and no fuller, where more came than was wanted', async () => {
      const { words, value } = await bar({ progress: { value: 2400, target: 2000 } });
      expect([words, value]).to.deep.equal(['Kết quả 2.400 / 2.000 (120%)', 1]);
    });
    it('are words alone where there is nothing to measure against', async () => {
      for (const target of [0, -5])
        expect(await bar({ progress: { value: 12, target, unit: 'buổi' } })).to.deep.equal({
          words: 'Kết quả 12 buổi',
          value: undefined,
          label: undefined,
        });
    });
    it('do not run backwards', async () => {
      const { words, value } = await bar({ progress: { value: -3, target: 10 } });
      expect([words, value]).to.deep.equal(['Kết quả -3 / 10 (0%)', 0]);
    });
    it('show how much of its time is over, while it runs', async () => {
      const { words, value } = await bar({ start: day(-10), end: day(10) });
      expect(words).to.match(/^Thời gian đã qua (4[7-9]|5[0-2])%$/);
      expect(value).to.be.within(0.47, 0.53);
      expect((await bar(PAST)).value).to.equal(undefined);
      expect((await bar({ start: '2001' })).value).to.equal(undefined);
    });
    it('carry no style attribute', async () => {
      const widget = await list([WHOLE]);
      expect(widget.shadowRoot?.querySelectorAll('[style], style')).to.have.length(0);
    });
  });

  describe('bad input', () => {
    it('drops what is wrong and shows the rest', async () => {
      const wrong = {
        start: '2024-13-45',
        end: 7,
        organiser: { name: 'x' },
        slogan: ['x'],
        image: 'javascript:alert(1)',
        progress: { value: 'NaN', target: null },
        basis: 'x',
      };
      const widget = await list([item('sai', wrong as unknown as Campaign), item('dung', NOW)]);
      expect(ids(widget)).to.deep.equal(['sai', 'dung']);
      expect(texts(widget, 'status')).to.deep.equal(['Đang diễn ra']);
      expect(all(widget, 'image')).to.have.length(0);
    });
    it('shows text as text', async () => {
      const markup = '<img src=x onerror="throw 1"><b>đậm</b>';
      const widget = await list([
        item('a', { slogan: markup, organiser: markup }, { title: markup, content_text: markup, tags: [markup] }),
      ]);
      expect(texts(widget, 'title')).to.deep.equal([markup]);
      expect(widget.shadowRoot?.querySelectorAll('b, img')).to.have.length(0);
    });
    it('takes an end before the start as it is written', async () => {
      const widget = await list([item('a', { start: '2902', end: '2001' }), item('b', { start: '2002', end: '2001' })]);
      expect(texts(widget, 'status')).to.deep.equal(['Sắp diễn ra', 'Đã kết thúc']);
      expect(all(widget, 'bar')).to.have.length(0);
    });
    it('breaks long words instead of the page', async () => {
      const long = 'Mẫu'.repeat(80);
      for (const layout of LAYOUTS) {
        const widget = await list(
          [item('a', { ...NOW, slogan: long, organiser: long }, { title: long, tags: [long], content_text: long })],
          `layout="${layout}"`,
          { width: 240 },
        );
        expect(find(widget, '.base')?.scrollWidth, layout).to.be.at.most(240);
      }
    });
    it('carries 500 campaigns', async () => {
      const items = [...Array(500).keys()].map((index) =>
        item(String(index), { start: String(1900 + index), end: String(1901 + index) }),
      );
      const widget = await list(items, 'sort="start" page-size="0"');
      expect(ids(widget)).to.have.length(500);
      expect((await list(items, 'layout="cards"')).shadowRoot?.querySelectorAll('.item')).to.have.length(12);
    });
    it('says what is wrong where the feed cannot be had', async () => {
      const widget = await mount<CampaignList>(
        `<civic-campaign-list src="${feedUrl('status/404')}"></civic-campaign-list>`,
      );
      await until(() => all(widget, 'retry')[0], 'the note');
      expect(widget.state).to.equal('error');
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
  });

  for (const layout of LAYOUTS) {
    it(`is accessible, light and dark, loading too: ${layout}`, async () => {
      const pictured = item('anh', { ...FUTURE, image: PICTURE, progress: { value: 1, target: 3 } });
      for (const scheme of ['light', 'dark']) {
        const widget = await list([WHOLE, pictured, ...EACH], `layout="${layout}" page-size="5" search`);
        const host = widget.parentElement as HTMLElement;
        host.style.colorScheme = scheme;
        host.style.background = scheme === 'dark' ? '#111418' : '#ffffff';
        expect(await axeProblems(widget)).to.deep.equal([]);
      }
      const waiting = await mount<CampaignList>(
        `<civic-campaign-list src="${feedUrl('hang')}" layout="${layout}"></civic-campaign-list>`,
      );
      expect(waiting.state).to.equal('loading');
      expect(await axeProblems(waiting)).to.deep.equal([]);
    });

    it(`keeps a box for a picture that is still on its way: ${layout}`, async () => {
      const image = feedUrl('hang', { layout });
      const widget = await list([item('anh', { image })], `layout="${layout}"`, { width: 300 });
      const { width, height } = (all(widget, 'image')[0] as HTMLElement).getBoundingClientRect();
      expect(width / height).to.be.closeTo(1.5, 0.02);
    });
  }
});
