import { expect } from 'chai';
import type { FeedItem } from '../../../src/feed/schema.js';
import type { CampaignList } from '../../../src/widgets/campaign-list/campaign-list.js';
import { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, click, mount, resize, serve, until } from '../../support/page.js';
import { item } from './entries.js';
import { all, feedOf, find, list, NOW, settled, texts } from './lists.js';

DirectiveViewer.define();

const directive = (id: string, rest: Partial<FeedItem> = {}): FeedItem => ({
  id,
  title: `Chỉ thị mẫu ${id}`,
  content_text: '1. Khoản mẫu./.',
  _civic: { kind: 'directive', directive: {} },
  ...rest,
});
const called = (basis: string[], rest: Partial<FeedItem> = {}) =>
  item('a', { basis }, { content_text: 'Nội dung mẫu.', ...rest });
const button = (widget: CampaignList, name: string) => {
  const found = all(widget, 'button').find(({ textContent }) => textContent.trim() === name);
  if (!found) throw new Error(`No button ${name}.`);
  return found;
};
async function open(widget: CampaignList): Promise<HTMLDetailsElement> {
  const details = find(widget, 'details') as HTMLDetailsElement;
  await click(details.querySelector('summary') as HTMLElement);
  await until(() => details.open, 'the details');
  return details;
}
const said = (widget: CampaignList) =>
  [...(widget.shadowRoot?.querySelectorAll('.said') ?? [])]
    .map(({ textContent }) => textContent.trim())
    .filter(Boolean);

/** Files that the page hands out instead of saving them. */
function catchDownloads(): { name: string; content: Promise<string>; type: string }[] {
  const files: ReturnType<typeof catchDownloads> = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL(blob);
    blobs.set(address, blob);
    return address;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href);
    if (blob) files.push({ name: this.download, content: blob.text(), type: blob.type });
  };
  afterwards(() => {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  });
  return files;
}

describe('the details of a campaign', () => {
  it('hold its text in HTML, made safe once it is open, with links from the feed', async () => {
    const html =
      '<p>Đoạn <b>mẫu</b> <a href="bai/1">thứ nhất</a></p><script>throw 1</script><img src=x alt="" onerror="throw 1">';
    const widget = await list([item('a', NOW, { content_html: html })]);
    expect(find(widget, '.html b')).to.equal(null);
    await open(widget);
    await until(() => find(widget, '.html b'), 'the text');
    expect(find(widget, '.html')?.textContent.trim()).to.equal('Đoạn mẫu thứ nhất');
    expect((find(widget, '.html a') as HTMLAnchorElement).href).to.equal(new URL('bai/1', widget.src ?? '').href);
    expect(widget.shadowRoot?.querySelectorAll('script, [onerror]')).to.have.length(0);
    expect(await axeProblems(widget)).to.deep.equal([]);
    const body = find(widget, '.html')?.firstElementChild;
    widget.requestUpdate();
    await widget.updateComplete;
    expect(find(widget, '.html')?.firstElementChild).to.equal(body);
  });
  it('are none where there is nothing in them', async () => {
    for (const rest of [{}, { content_text: ' ' }, { content_html: ' ' }])
      expect(find(await list([item('a', NOW, rest)]), 'details')).to.equal(null);
    expect(find(await list([called(['khong-co'], { content_text: '' })]), 'details')).to.equal(null);
  });
  it('copy a link to the campaign, and say so', async () => {
    const copied: string[] = [];
    const write = (text: string) => Promise.resolve(void copied.push(text));
    const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    afterwards(() => {
      if (original) Object.defineProperty(navigator, 'clipboard', original);
      else Reflect.deleteProperty(navigator, 'clipboard');
    });
    const widget = await list([called([])]);
    await open(widget);
    await click(button(widget, 'Chép liên kết'));
    await until(() => said(widget).length > 0, 'a word of it');
    expect(said(widget)).to.deep.equal(['Đã chép liên kết.']);
    expect(copied).to.deep.equal([location.href.replace(/#.*/, '') + '#civic:campaigns-1?item=a']);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  describe('what calls for it', () => {
    it('is a link where the feed knows an address, and a word where not', async () => {
      const items = [
        called(['ct-1', 'ct-2', 'la']),
        directive('ct-1', { url: 'https://example.org/ct-1' }),
        directive('ct-2'),
      ];
      const widget = await list(items);
      await open(widget);
      expect(texts(widget, 'basis')).to.deep.equal(['Căn cứ: Chỉ thị mẫu ct-1Chỉ thị mẫu ct-2']);
      const links = [...(find(widget, '[part=basis]')?.querySelectorAll('a, button') ?? [])];
      expect(links.map((link) => (link as HTMLAnchorElement).href)).to.deep.equal(['https://example.org/ct-1']);
      expect(await axeProblems(widget)).to.deep.equal([]);
    });
    it('opens in a directive viewer of the same page', async () => {
      const items = [
        called(['ct-1', 'ct-2']),
        directive('ct-1', { url: 'https://example.org/ct-1' }),
        directive('ct-2'),
      ];
      const src = await serve(feedOf(items));
      const viewer = await mount<DirectiveViewer>(`<civic-directive-viewer src="${src}"></civic-directive-viewer>`);
      await until(() => viewer.state === 'ready', 'the viewer');
      const widget = await settled(
        await mount<CampaignList>(`<civic-campaign-list src="${src}"></civic-campaign-list>`),
      );
      const details = await open(widget);
      expect(await axeProblems(widget)).to.deep.equal([]);
      const title = () => viewer.shadowRoot?.querySelector('[part=title]')?.textContent.trim();
      await click(details.querySelector('.basis a') as HTMLElement);
      await until(() => title() === 'Chỉ thị mẫu ct-1', 'the first document');
      await until(() => viewer.shadowRoot?.activeElement?.getAttribute('part') === 'title', 'the focus on it');
      await click(details.querySelector('.basis .link') as HTMLElement);
      await until(() => title() === 'Chỉ thị mẫu ct-2', 'the second document');
    });
    it('is left to the link where no viewer of the page has it, and to the browser for a new tab', async () => {
      const src = await serve(feedOf([directive('khac'), directive('nua')]));
      const viewer = await mount<DirectiveViewer>(`<civic-directive-viewer src="${src}"></civic-directive-viewer>`);
      await until(() => viewer.state === 'ready', 'the viewer');
      expect(viewer.open('ct-1')).to.equal(false);
      const widget = await list([called(['ct-1']), directive('ct-1', { url: 'https://example.org/ct-1' })]);
      const details = await open(widget);
      const link = details.querySelector('.basis a') as HTMLElement;
      const prevented: boolean[] = [];
      const stop = (event: Event) => {
        prevented.push(event.defaultPrevented);
        event.preventDefault();
      };
      addEventListener('click', stop);
      afterwards(() => removeEventListener('click', stop));
      for (const ctrlKey of [false, true])
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey }));
      expect(prevented).to.deep.equal([false, false]);
    });
  });
});

describe('adding campaigns to a calendar', () => {
  const items = [
    item('a', { start: '2024-05-01', end: '2902-05-31' }, { title: 'Xóa nhà tạm, nhà dột nát (mẫu)' }),
    item('b', { start: '2901' }),
    item('c'),
  ];
  it('is offered when asked for, with a link to the feed', async () => {
    expect(all(await list(items), 'calendar')).to.have.length(0);
    const widget = await list(items, 'calendar');
    expect((all(widget, 'subscribe')[0] as HTMLAnchorElement).href).to.equal(widget.src);
    expect(widget.shadowRoot?.querySelectorAll('details')).to.have.length(2);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });
  it('gives one campaign as a file named after it, and says so', async () => {
    const files = catchDownloads();
    const widget = await list(items, 'calendar sort="start"');
    await open(widget);
    await click(button(widget, 'Thêm vào lịch'));
    await until(() => said(widget).length > 0, 'a word of it');
    expect(said(widget)).to.deep.equal(['Đã tạo tệp lịch.']);
    expect(files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['xoa-nha-tam-nha-dot-nat-mau.ics', 'text/calendar;charset=utf-8'],
    ]);
    const content = await (files[0] as (typeof files)[number]).content;
    expect(content).to.contain(`UID:a@${location.host}\r\n`);
    expect(content).to.contain('DTSTART;VALUE=DATE:20240501\r\n');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });
  it('gives what the list is narrowed to', async () => {
    const files = catchDownloads();
    const widget = await list(items, 'calendar search');
    expect(texts(widget, 'calendar')[0]).to.contain('Thêm cả danh sách vào lịch (2)');
    await click(button(widget, 'Thêm cả danh sách vào lịch (2)'));
    await until(() => files.length === 1, 'the file');
    expect(files[0]?.name).to.equal('ban-tin-mau.ics');
    expect((await files[0]?.content)?.match(/BEGIN:VEVENT/g)).to.have.length(2);
    const input = find(widget, 'input') as HTMLInputElement;
    input.value = 'dot nat';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => texts(widget, 'title').length === 1, 'one campaign');
    await click(button(widget, 'Thêm cả danh sách vào lịch (1)'));
    await until(() => files.length === 2, 'the second file');
    expect((await files[1]?.content)?.match(/BEGIN:VEVENT/g)).to.have.length(1);
  });
  it('offers no file where nothing has a date, and says where none can be made', async () => {
    const widget = await list([item('c')], 'calendar');
    expect(texts(widget, 'calendar')).to.deep.equal(['Theo dõi bằng trình đọc tin']);
    const { createObjectURL } = URL;
    URL.createObjectURL = () => {
      throw new TypeError('refused');
    };
    afterwards(() => {
      URL.createObjectURL = createObjectURL;
    });
    const other = await list(items, 'calendar');
    await click(button(other, 'Thêm cả danh sách vào lịch (2)'));
    await until(() => said(other).length > 0, 'a word of it');
    expect(said(other)).to.deep.equal(['Không tạo được tệp lịch. Xin thử lại.']);
  });
  it('links to no feed where several are shown in one list', async () => {
    const [one, other] = [await serve(feedOf(items)), await serve(feedOf([item('d')]))];
    const widget = await settled(
      await mount<CampaignList>(`<civic-campaign-list calendar src="${one} ${other}"></civic-campaign-list>`),
    );
    await until(() => texts(widget, 'title').length === 4, 'both feeds');
    expect(all(widget, 'subscribe')).to.have.length(0);
  });
  it('fits into 320 px', async () => {
    await resize(320, 600);
    const widget = await list(items, 'calendar', { width: 300, lang: 'en' });
    await open(widget);
    expect(find(widget, '.base')?.scrollWidth).to.be.at.most(300);
    expect(texts(widget, 'calendar')[0]).to.equal('Add the whole list to a calendar (2) Subscribe in a feed reader');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });
});
