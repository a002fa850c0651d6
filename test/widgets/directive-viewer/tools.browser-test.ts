import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { click, frame, press, resize, until } from '../../support/page.js';
import { fake, fakeClipboard, tool } from './reading-tools.js';
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

  it('has a menu that Esc closes from its number as well, whatever was pressed there, and that goes with the focus', async () => {
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du"');
    const anchor = one(widget, '#khoan-2 .anchor') as HTMLAnchorElement;
    const menus = () => all(widget, '.section-menu').length;
    const opened = async () => {
      anchor.focus();
      await press('Enter');
      await until(() => words(focused(widget) as Element) === 'Sao chép liên kết', 'the menu');
    };
    await opened();
    await press('Shift+Tab', 'Shift', 'ArrowDown');
    expect([focused(widget), menus()]).to.deep.equal([anchor, 1]);
    await press('Escape');
    expect([focused(widget), menus(), anchor.getAttribute('aria-expanded')]).to.deep.equal([anchor, 0, 'false']);
    await opened();
    await press('Shift+Tab', 'Shift+Tab');
    expect(menus()).to.equal(0);
    const before = focused(widget);
    expect(before).not.to.equal(anchor);
    // Once it is closed, Esc elsewhere has nothing to do with this number.
    await press('Escape');
    expect(focused(widget)).to.equal(before);
    await opened();
    await press('Tab');
    expect(menus()).to.equal(1);
    // Nothing follows: the focus leaves the page.
    await press('Tab');
    expect([menus(), anchor.getAttribute('aria-expanded')]).to.deep.equal([0, 'false']);
    expect(focused(widget)).not.to.equal(anchor);
  });

  it('has a menu that stays for a click on its words and for another window, and goes by a click on its number', async () => {
    fakeClipboard();
    const widget = await viewer(feedOf(FULL, DIRECTIVE), 'item="day-du"');
    // As a page does for its skip link, and after a jump: what is around may have the focus.
    one(widget, '#khoan-2').tabIndex = -1;
    const anchor = one(widget, '#khoan-2 .anchor');
    const menus = () => all(widget, '.section-menu').length;
    await click(anchor);
    await until(() => words(focused(widget) as Element) === 'Sao chép liên kết', 'the menu');
    await press('Enter');
    const status = one(widget, '.section-menu [role=status]');
    await until(() => words(status) === 'Đã sao chép.', 'the word');
    await click(status);
    expect([focused(widget)?.className, menus()]).to.deep.equal(['section-menu', 1]);
    await press('Escape');
    expect([focused(widget), menus()]).to.deep.equal([anchor, 0]);
    await click(anchor);
    await until(() => words(focused(widget) as Element) === 'Sao chép liên kết', 'the menu');
    // Another window, as browsers tell of it.
    focused(widget)?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    expect(menus()).to.equal(1);
    await click(anchor);
    await until(() => menus() === 0, 'the menu to go');
    await frame();
    // Nor was it opened again.
    expect([menus(), anchor.getAttribute('aria-expanded')]).to.deep.equal([0, 'false']);
  });

  it('is there for an annex too, and for what is in it', async () => {
    const copied = fakeClipboard();
    const content_text =
      '1. Khoản mẫu.\n2. Khoản mẫu./.\nNơi nhận:\n- Như trên.\nPHỤ LỤC I\nDanh mục mẫu\n1. Mục mẫu một.\n2. Mục mẫu hai.';
    const widget = await viewer(feedOf(directive('a', 'Văn bản mẫu', {}, { content_text })), 'item="a"');
    const anchor = one(widget, '#phu-luc-1 > .anchor') as HTMLAnchorElement;
    expect(anchor.ariaLabel).to.equal('Liên kết và trích dẫn PHỤ LỤC I');
    await click(anchor);
    await until(() => all(widget, '.section-menu button').length === 2, 'the menu');
    for (const button of all(widget, '.section-menu button')) await click(button);
    await until(() => copied.length === 2, 'both');
    expect(new URL(copied[0] ?? '').hash).to.equal('#civic:1?doc=a&at=phu-luc-1');
    expect(copied[1]).to.match(/^Phụ lục I ban hành kèm theo /);
    expect(await axeProblems(widget)).to.deep.equal([]);
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
    // For a mouse as for a finger.
    expect(getComputedStyle(first!, '::before').content).to.contain('§');
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

  it('copies the link where the device’s sharing fails, in a frame without leave say, and says what to do if that fails too', async () => {
    const widget = await viewer(feedOf(DIRECTIVE));
    const link = `${location.href.replace(/#.*/, '')}#civic:1?doc=ct-1`;
    const said = () => words(one(widget, '.said'));
    const failing = (error: Error) => fake(navigator, 'share', () => Promise.reject(error));
    for (const error of [new DOMException('', 'NotAllowedError'), new TypeError(), undefined as unknown as Error]) {
      failing(error);
      const copied = fakeClipboard();
      await click(tool(widget, 'share'));
      await until(() => copied.length === 1 && said() === 'Đã sao chép.', 'the word');
      expect(copied).to.deep.equal([link]);
    }
    fake(navigator, 'clipboard', undefined);
    fake(document, 'execCommand', () => false);
    await click(tool(widget, 'share'));
    await until(() => said() === `Trình duyệt không cho sao chép. Xin chép tay: ${link}`, 'what to do');
    expect(await axeProblems(widget)).to.deep.equal([]);
  });

  it('says nothing where the reader closed the device’s list, and no more of what was before', async () => {
    const copied = fakeClipboard();
    fake(navigator, 'share', undefined);
    const widget = await viewer(feedOf(DIRECTIVE));
    await click(tool(widget, 'share'));
    await until(() => words(one(widget, '.said')) === 'Đã sao chép.', 'the word');
    let closed = 0;
    fake(navigator, 'share', () => {
      closed += 1;
      return Promise.reject(new DOMException('', 'AbortError'));
    });
    await click(tool(widget, 'share'));
    await until(() => closed === 1 && words(one(widget, '.said')) === '', 'silence');
    expect(copied).to.have.length(1);
  });

  it('keeps the focus on its button where copying needs a field', async () => {
    fake(navigator, 'share', undefined);
    fake(navigator, 'clipboard', undefined);
    let copied = '';
    fake(document, 'execCommand', () => (copied = String(one(widget, 'textarea').matches('textarea'))) !== '');
    const widget = await viewer(feedOf(DIRECTIVE));
    tool(widget, 'share').focus();
    await press('Enter');
    await until(() => words(one(widget, '.said')) === 'Đã sao chép.', 'the word');
    expect(copied).to.equal('true');
    expect(focused(widget)).to.equal(tool(widget, 'share'));
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

  it('describes a document only once its text is there, and never one that the reader has left', async () => {
    const text = (words: string) => ({
      content_text: '',
      content_html: [...Array(300).keys()].map((index) => `<p>${words} ${index}</p>`).join(''),
    });
    const first = directive('a', 'Văn bản mẫu một', {}, text('Đoạn'));
    const second = directive('b', 'Văn bản mẫu hai', {}, text('Đoạn khác'));
    const changes: string[] = [];
    const nameOf = ({ textContent }: Node) => (JSON.parse(textContent ?? '') as { name: string }).name;
    const watch = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        const viewed = document.querySelector('civic-directive-viewer')?.shadowRoot;
        for (const [sign, nodes] of [
          ['+', addedNodes],
          ['-', removedNodes],
        ] as const)
          for (const node of nodes)
            if ((node as HTMLScriptElement).type === 'application/ld+json')
              changes.push(`${sign}${viewed?.querySelectorAll('.text p').length} ${nameOf(node)}`);
      }
    });
    watch.observe(document.head, { childList: true });
    const widget = await viewer(feedOf(first, second), 'item="a"');
    await until(() => changes.length === 1, 'the first description');
    widget.item = 'b';
    await until(() => changes.length === 3, 'the second');
    watch.disconnect();
    expect(changes).to.deep.equal(['+300 Văn bản mẫu một', '-0 Văn bản mẫu một', '+300 Văn bản mẫu hai']);
  });

  it('stays small in a narrow place, with every tool by its name', async () => {
    await resize(320, 600);
    const widget = await viewer(await portal(), '', { width: 288 });
    expect(one(widget, '.base').scrollWidth).to.be.at.most(288);
    for (const button of all(widget, '.offered button')) expect(words(button)?.length, button.outerHTML).to.be.above(1);
    expect(await axeProblems(widget)).to.deep.equal([]);
  });
});
