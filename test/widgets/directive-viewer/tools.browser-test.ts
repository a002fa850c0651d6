import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { afterwards, click, press, resize, type, until } from '../../support/page.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import {
  all,
  directive,
  DIRECTIVE,
  feedOf,
  focused,
  FULL,
  one,
  portal,
  settled,
  shownTitle,
  viewer,
  words,
} from './viewers.js';

const tool = (widget: Element, name: string) => one(widget, `[data-tool=${name}]`);
const hits = (widget: Element) => words(one(widget, '.hits'));

/** Stands in for a property of the browser's; put back after the test. */
function fake(target: object, name: string, value: unknown): void {
  const former = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  afterwards(() => {
    if (former) Object.defineProperty(target, name, former);
    else Reflect.deleteProperty(target, name);
  });
}

function fakeClipboard(): string[] {
  const copied: string[] = [];
  fake(navigator, 'clipboard', { writeText: async (text: string) => void copied.push(text) });
  return copied;
}

/** The text of all ranges that are marked, as the page would show them. */
function marked(widget: Element, name: string): string[] {
  const { highlights } = CSS as unknown as { highlights?: Map<string, Set<Range>> };
  if (!highlights) return all(widget, `.marks.${name} i`).map(() => '');
  return [...(highlights.get(`civic-${name}`) ?? [])].map(String);
}

async function searched(widget: DirectiveViewer, query: string): Promise<void> {
  await click(tool(widget, 'search-text'));
  await until(() => all(widget, '.bar .field').length === 1 && focused(widget)?.matches('.bar .field'), 'the field');
  await type(query);
}

describe('<civic-directive-viewer>, search in a document', () => {
  const content_html =
    '<p>Ủy ban nhân <b>dân</b> quận; UBND <a href="https://example.org/">phường</a>.</p>' +
    '<p>Uỷ ban nhân dân xã</p><table><tr><td>Xã</td><td>đ</td></tr></table>';
  const feed = feedOf({ ...DIRECTIVE, content_text: undefined, content_html });

  it('finds folded, by abbreviation and across elements, counts, and leaves the text as it is', async () => {
    const widget = await viewer(feed);
    const before = one(widget, '.text').innerHTML;
    await searched(widget, 'ubnd');
    await until(() => hits(widget) === '1/3', 'three places');
    expect([...marked(widget, 'current'), ...marked(widget, 'found')].sort()).to.deep.equal(
      ['Ủy ban nhân dân', 'UBND', 'Uỷ ban nhân dân'].sort(),
    );
    expect(one(widget, '.hits').getAttribute('role')).to.equal('status');
    expect(one(widget, '.text').innerHTML).to.equal(before);
    await press('Enter');
    await until(() => hits(widget) === '2/3', 'the next');
    expect(marked(widget, 'current')).to.deep.equal(['UBND']);
    await press('Shift+Enter', 'Shift+Enter');
    await until(() => hits(widget) === '3/3', 'round to the last');
    expect(await axeProblems(widget)).to.deep.equal([]);
    await press('Escape');
    await until(() => all(widget, '.bar').length === 0, 'the bar to go');
    await until(() => focused(widget) === tool(widget, 'search-text'), 'the focus');
    expect(marked(widget, 'found')).to.deep.equal([]);
    expect(marked(widget, 'current')).to.deep.equal([]);
  });

  it('is content with one letter, and says where there is none', async () => {
    const widget = await viewer(feed);
    await searched(widget, 'đ');
    await until(() => /^1\/\d+$/.test(hits(widget) ?? ''), 'places');
    await type('zz');
    await until(() => hits(widget) === 'Không tìm thấy', 'no place');
  });

  it('lays boxes behind the words where the browser has no highlights', async () => {
    fake(CSS, 'highlights', undefined);
    const widget = await viewer(feed);
    const before = one(widget, '.text').innerHTML;
    await searched(widget, 'xã');
    await until(() => all(widget, '.marks i').length === 2, 'two boxes');
    expect(one(widget, '.marks').getAttribute('aria-hidden')).to.equal('true');
    await press('Escape');
    await until(() => all(widget, '.marks').length === 0, 'the boxes to go');
    expect(one(widget, '.text').innerHTML).to.equal(before);
  });

  it('keeps two viewers apart', async () => {
    const first = await viewer(feed);
    const second = await viewer(feed);
    await searched(first, 'xã');
    await until(() => hits(first) === '1/2', 'the first');
    await searched(second, 'quận');
    await until(() => hits(second) === '1/1', 'the second');
    expect(hits(first)).to.equal('1/2');
    await press('Escape');
    await until(() => all(second, '.bar').length === 0, 'the bar to go');
    expect([...marked(first, 'current'), ...marked(first, 'found')].length).to.equal(2);
  });

  it('shows a place that is far down', async () => {
    await resize(800, 400);
    const lines = [...Array(150).keys()].map((index) => `Điều ${index + 1}. Điều mẫu\nNội dung mẫu ${index + 1} hết.`);
    const widget = await viewer(feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') })));
    await searched(widget, 'mẫu 149 hết');
    await until(() => hits(widget) === '1/1', 'the place');
    const place = [...widget.shadowRoot!.querySelectorAll('#dieu-149 p')].pop()!;
    await until(
      () => place.getBoundingClientRect().top > one(widget, '.bar').getBoundingClientRect().bottom - 1,
      'below',
    );
    expect(place.getBoundingClientRect().top).to.be.within(0, 400);
    // The field is still there to go on from.
    expect(one(widget, '.bar').getBoundingClientRect().top).to.be.within(0, 20);
  });
});

describe('<civic-directive-viewer>, a section’s link', () => {
  it('copies a link and a citation by keyboard, and says so', async () => {
    const copied = fakeClipboard();
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du"');
    const anchor = one(widget, '#khoan-2 .anchor') as HTMLAnchorElement;
    // It is called as it stands in the text; what it does is its description.
    expect(anchor.ariaLabel).to.equal(null);
    const help = (anchor.getRootNode() as ShadowRoot).getElementById(anchor.getAttribute('aria-describedby') ?? '');
    expect(words(help!)).to.equal('Liên kết và trích dẫn');
    expect(new URL(anchor.href).hash).to.equal('#civic:1?doc=day-du&at=khoan-2');
    const { width, height } = anchor.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    // Its number is the link, and looks like one.
    expect(words(anchor)).to.equal('2.');
    expect(getComputedStyle(anchor).textDecorationLine).to.equal('underline');
    anchor.focus();
    await press('Enter');
    await until(() => all(widget, '.section-menu button').length === 2, 'the menu');
    expect(anchor.getAttribute('aria-expanded')).to.equal('true');
    expect(location.hash).to.equal('#civic:1?doc=day-du&at=khoan-2');
    expect(words(focused(widget) as Element)).to.equal('Sao chép liên kết');
    await press('Enter');
    await until(() => words(one(widget, '.section-menu [role=status]')) === 'Đã sao chép.', 'the word');
    await press('Tab', 'Enter');
    await until(() => copied.length === 2, 'both');
    expect(copied).to.deep.equal([
      anchor.href,
      'Khoản 2 Quyết định số 01/QĐ-UBND ngày 05 tháng 02 năm 2024 của Cơ quan mẫu',
    ]);
    expect(await axeProblems(widget)).to.deep.equal([]);
    await press('Escape');
    expect(all(widget, '.section-menu')).to.have.length(0);
    expect(focused(widget)).to.equal(anchor);
  });

  it('has a sign beside a heading, a number within a link, and one that stands apart from nothing', async () => {
    const content_html =
      '<p>Điều 1. Tên điều mẫu</p><p>1. Khoản mẫu.</p><p><a href="https://example.org/">2. Khoản mẫu.</a></p>' +
      '<p>Điều 2. Tên điều mẫu</p><p>Mẫu.</p>';
    const widget = await viewer(feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: undefined, content_html })));
    const anchors = all(widget, '.text .anchor') as HTMLAnchorElement[];
    expect(anchors.map((anchor) => anchor.closest('.section')?.id)).to.deep.equal([
      ...['dieu-1', 'dieu-1-khoan-1', 'dieu-1-khoan-2', 'dieu-2'],
    ]);
    expect(anchors.map(words)).to.deep.equal(['', '1.', '', '']);
    expect(all(widget, 'a a')).to.have.length(0);
    const [first] = anchors;
    const sign = () => getComputedStyle(first!, '::before').content;
    // A mouse shows it where it points, a finger has it always.
    expect(sign().includes('§')).to.equal(!matchMedia('(hover: hover)').matches);
    // As after a jump to it.
    one(widget, '#dieu-1').tabIndex = -1;
    one(widget, '#dieu-1').focus();
    expect(sign()).to.contain('§');
    first!.focus();
    expect(sign()).to.contain('§');
    const { width, height } = first!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('says all there is to say again, in another language, on the same numbers', async () => {
    const content_html = '<p>1. Khoản mẫu.</p><p>2. Khoản mẫu theo khoản 1 Điều 1.</p><p>a) Điểm mẫu.</p>';
    const widget = await viewer(feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: undefined, content_html })));
    widget.lang = 'en';
    await until(() => words(all(widget, '#section-link')[0]) === 'Link and citation', 'English');
    expect(all(widget, '.text .section').map(({ id }) => id)).to.deep.equal(['khoan-1', 'khoan-2', 'khoan-2-diem-a']);
    expect(all(widget, '.text .marker').map(words)).to.deep.equal(['1.', '2.', 'a)']);
    expect(words(one(widget, '.text'))).to.equal('1. Khoản mẫu. 2. Khoản mẫu theo khoản 1 Điều 1. a) Điểm mẫu.');
  });

  it('gives the text by hand where the browser lets nobody copy', async () => {
    fake(navigator, 'clipboard', undefined);
    fake(document, 'execCommand', () => false);
    const widget = await viewer(feedOf(FULL));
    one(widget, '#khoan-1 .anchor').click();
    await until(() => all(widget, '.section-menu button').length === 2, 'the menu');
    await click(one(widget, '.section-menu button'));
    await until(() => words(one(widget, '.section-menu [role=status]'))?.includes('#civic:'), 'the link itself');
    await click(one(widget, '.title'));
    await until(() => all(widget, '.section-menu').length === 0, 'the menu to go');
  });
});

describe('<civic-directive-viewer>, citations', () => {
  const cited = (text: string, rest = '') =>
    viewer(feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: text }), DIRECTIVE, FULL), `item="a" ${rest}`);

  it('opens the document of the feed, and comes back', async () => {
    const widget = await cited('Theo Chỉ thị số 01/CT-UBND và Nghị định số 98/2023/NĐ-CP, mẫu.');
    const links = all(widget, 'a.citation') as HTMLAnchorElement[];
    expect(links.map(words)).to.deep.equal(['Chỉ thị số 01/CT-UBND']);
    expect(new URL(links[0]!.href).hash).to.equal('#civic:1?doc=ct-1');
    await click(links[0]!);
    await until(() => shownTitle(widget) === 'Chỉ thị mẫu', 'the document');
  });

  it('leads elsewhere by citation-url, and only to an address that is one', async () => {
    const text = 'Theo Nghị định số 98/2023/NĐ-CP, mẫu.';
    const link = (await cited(text, 'citation-url="/tim?q={number}"')).shadowRoot!.querySelector<HTMLAnchorElement>(
      'a.citation',
    );
    expect(link?.href).to.match(/\/tim\?q=98%2F2023%2FN%C4%90-CP$/);
    for (const template of ['javascript:alert(1)//{number}', 'https://example.org/', '']) {
      expect(all(await cited(text, `citation-url="${template}"`), 'a.citation'), template).to.have.length(0);
    }
  });

  it('lets the page take a citation over', async () => {
    const widget = await cited('Theo Chỉ thị 01/CT-UBND, mẫu.');
    const numbers: string[] = [];
    widget.addEventListener('civic-citation', (event) => {
      numbers.push(event.number);
      expect(event.item?.id).to.equal('ct-1');
      event.preventDefault();
    });
    await click(one(widget, 'a.citation'));
    await until(() => numbers.length === 1, 'the event');
    expect(numbers).to.deep.equal(['01/CT-UBND']);
    expect(shownTitle(widget)).to.equal('Văn bản mẫu');
  });

  it('links a section of the same document, not one of another, and nothing in HTML twice', async () => {
    const content_html =
      '<p>Điều 1. Một mẫu</p><p>1. Mẫu một theo khoản 2 Điều 1.</p><p>2. Mẫu hai theo <b>Điều 9</b> và Điều 1 Luật mẫu, ' +
      '<a href="https://example.org/">Chỉ thị 01/CT-UBND</a>, Chỉ thị <i>số 01/CT-UBND</i>.</p><p>Điều 2. Hai mẫu</p><p>Mẫu.</p>';
    const widget = await viewer(
      feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: undefined, content_html }), DIRECTIVE),
      'item="a"',
    );
    expect(all(widget, 'a.citation').map(words)).to.deep.equal(['khoản 2 Điều 1', 'số 01/CT-UBND']);
    expect(words(one(widget, '#dieu-1'))).to.contain(
      'Mẫu hai theo Điều 9 và Điều 1 Luật mẫu, Chỉ thị 01/CT-UBND, Chỉ thị số 01/CT-UBND.',
    );
    await click(one(widget, 'a.citation'));
    await until(() => focused(widget)?.id === 'dieu-1-khoan-2', 'the section');
    await until(() => location.hash.endsWith('at=dieu-1-khoan-2'), 'the address');
  });

  it('reads a paragraph as a whole, whatever its words are in', async () => {
    const content_html =
      '<p>Điều 1. Một mẫu</p><p>1. Mẫu theo Điều 1 <i>Luật mẫu</i>, <b>Chỉ thị</b> số <i>01/CT-UBND</i>, Điều 2.</p>' +
      '<p>2. Mẫu:</p><table><tr><td>Chỉ thị số 01/CT-UBND</td><td>5</td></tr><tr><td>Theo Điều 2</td><td>6</td></tr></table><p>3. <b>Mẫu</b> theo Chỉ thị số 01/CT-UBND và Điều 2; Chỉ thị số 01/CT-UBND.</p>' +
      '<p>4. Theo <i>khoản 1</i> Điều 1 <i>Luật mẫu</i>.</p><p>Điều 2. Hai mẫu</p><p>Mẫu.</p>';
    const widget = await viewer(
      feedOf(directive('a', 'Văn bản mẫu', {}, { content_text: undefined, content_html }), DIRECTIVE),
      'item="a"',
    );
    const cited = (id: string) => all(widget, `#dieu-1-khoan-${id} a.citation`).map(words);
    // A name with a piece in more than one element is a link where its number is.
    expect(cited('1')).to.deep.equal(['01/CT-UBND', 'Điều 2']);
    // Each cell by itself.
    expect(cited('2')).to.deep.equal(['Chỉ thị số 01/CT-UBND', 'Điều 2']);
    expect(cited('3')).to.deep.equal(['Chỉ thị số 01/CT-UBND', 'Điều 2', 'Chỉ thị số 01/CT-UBND']);
    // That Article is another law's: it says so in another element.
    expect(cited('4')).to.deep.equal([]);
    expect(words(one(widget, '#dieu-1-khoan-3'))).to.equal(
      '3. Mẫu theo Chỉ thị số 01/CT-UBND và Điều 2; Chỉ thị số 01/CT-UBND.',
    );
  });
});

describe('<civic-directive-viewer>, reading aloud', () => {
  class Utterance extends EventTarget {
    voice: unknown;
    lang = '';
    rate = 1;
    onend: (() => void) | undefined;
    onerror: (() => void) | undefined;
    constructor(readonly text: string) {
      super();
    }
  }
  function fakeSpeech(voices: { lang: string }[]): Utterance[] {
    const said: Utterance[] = [];
    fake(window, 'SpeechSynthesisUtterance', Utterance);
    fake(window, 'speechSynthesis', {
      getVoices: () => voices,
      speak: (utterance: Utterance) => said.push(utterance),
      cancel: () => said[said.length - 1]?.onerror?.(),
    });
    return said;
  }

  it('speaks sentence by sentence, marks each, spells abbreviations out, pauses and changes speed', async () => {
    const said = fakeSpeech([{ lang: 'en-US' }, { lang: 'vi_VN' }]);
    const widget = await viewer(feedOf(directive('a', 'A', {}, { content_text: 'UBND quận báo cáo. Câu hai mẫu./.' })));
    await click(tool(widget, 'read-aloud'));
    await until(() => said.length === 1, 'the first sentence');
    expect(said[0]?.text).to.equal('Ủy ban nhân dân quận báo cáo.');
    expect((said[0]?.voice as { lang: string }).lang).to.equal('vi_VN');
    expect(marked(widget, 'spoken').map((text) => text.trim())).to.deep.equal(['UBND quận báo cáo.']);
    said[0]?.onend?.();
    expect(said[1]?.text).to.equal('Câu hai mẫu');
    await click(one(widget, '.bar button'));
    await until(() => words(one(widget, '.bar button')) === 'Đọc', 'the pause');
    await click(one(widget, '.bar button'));
    await until(() => said.length === 3, 'going on');
    expect(said[2]?.text).to.equal('Câu hai mẫu');
    const speed = one(widget, '.speed select') as HTMLSelectElement;
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    await until(() => said[said.length - 1]?.rate === 1.5, 'the speed');
    expect(await axeProblems(widget)).to.deep.equal([]);
    said[said.length - 1]?.onend?.();
    await until(() => words(one(widget, '.bar button')) === 'Đọc', 'the end');
    expect(marked(widget, 'spoken')).to.deep.equal([]);
  });

  it('says so where there is no Vietnamese voice, and where nothing speaks', async () => {
    fakeSpeech([{ lang: 'en-US' }]);
    const widget = await viewer(feedOf(DIRECTIVE));
    await click(tool(widget, 'read-aloud'));
    await until(() => words(all(widget, '.bar .note')[0])?.includes('chưa có giọng đọc tiếng Việt'), 'the word');
    fake(window, 'speechSynthesis', undefined);
    const other = await viewer(feedOf(DIRECTIVE));
    await click(tool(other, 'read-aloud'));
    await until(() => words(all(other, '.bar .note')[0])?.includes('không đọc thành tiếng'), 'the word');
  });
});

describe('<civic-directive-viewer>, sharing and being found', () => {
  it('shares by the device, or copies the link', async () => {
    const shared: unknown[] = [];
    fake(navigator, 'share', async (data: unknown) => void shared.push(data));
    const widget = await viewer(feedOf(DIRECTIVE));
    await click(tool(widget, 'share'));
    await until(() => shared.length === 1, 'the share');
    expect(shared).to.deep.equal([
      { title: 'Chỉ thị mẫu', url: `${location.href.replace(/#.*/, '')}#civic:1?doc=ct-1` },
    ]);
    fake(navigator, 'share', undefined);
    const copied = fakeClipboard();
    await click(tool(widget, 'share'));
    await until(() => words(one(widget, '.said')) === 'Đã sao chép.', 'the word');
    expect(copied).to.have.length(1);
  });

  it('describes each open document in the head, and takes that away with it', async () => {
    const found = () =>
      [...document.head.querySelectorAll('script[type="application/ld+json"]')].map(
        ({ textContent }) => JSON.parse(textContent) as Record<string, unknown>,
      );
    const first = await viewer(feedOf(FULL));
    const second = await viewer(feedOf(DIRECTIVE));
    await until(() => found().length === 2, 'both descriptions');
    expect(found().map(({ legislationIdentifier }) => legislationIdentifier)).to.deep.equal([
      '01/QĐ-UBND',
      '01/CT-UBND',
    ]);
    expect(found()[0]).to.include({
      '@type': 'Legislation',
      name: FULL.title,
      legislationDate: '2024-02-05',
      legislationLegalForce: 'https://schema.org/PartiallyInForce',
      temporalCoverage: '2024-02-15/2026-12-31',
    });
    first.view = 'list';
    await settled(first);
    expect(found()).to.have.length(1);
    second.remove();
    expect(found()).to.have.length(0);
    const hostile = await viewer(feedOf(directive('x', '</script><img src=x onerror=alert(1)>')));
    await until(() => found().length === 1, 'the description of the third');
    expect(document.head.querySelector('img')).to.equal(null);
    expect(found()[0]?.['name']).to.equal('</script><img src=x onerror=alert(1)>');
    hostile.remove();
  });

  it('stays small in a narrow place, with every tool by its name', async () => {
    await resize(320, 600);
    const widget = await viewer(await portal(), '', { width: 288 });
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
    for (const button of all(widget, '.offered button')) expect(words(button)?.length, button.outerHTML).to.be.above(1);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });
});
