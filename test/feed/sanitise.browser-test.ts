import { expect } from 'chai';
import { Quarantine } from '../../src/feed/quarantine.js';
import { sanitise } from '../../src/feed/sanitise.js';
import { dangers } from '../support/dangers.js';
import { afterwards, frame } from '../support/page.js';
import { XSS_CORPUS } from './xss-corpus.js';

const BASE = 'https://example.org/tin/feed.json';

async function clean(html: string): Promise<HTMLElement> {
  const box = document.createElement('div');
  box.append(await sanitise(html, BASE));
  return box;
}

describe('sanitise', () => {
  describe('attacks', () => {
    let hits = 0;
    const watch = () => {
      hits = 0;
      Object.assign(window, { hit: () => (hits += 1) });
      afterwards(() => void Reflect.deleteProperty(window, 'hit'));
    };

    it('has a corpus worth its name', () => {
      expect(new Set(XSS_CORPUS).size).to.equal(XSS_CORPUS.length).and.to.be.greaterThan(60);
    });

    it('notices an attack that works', async () => {
      watch();
      const box = document.createElement('div');
      afterwards(() => box.remove());
      document.body.append(box);
      // The very thing that must never happen, to know that this page would tell.
      box.innerHTML = '<img src="data:," onerror="hit()">';
      await new Promise((resolve) => box.querySelector('img')?.addEventListener('error', resolve));
      expect(hits).to.equal(1);
    });

    for (const attack of XSS_CORPUS) {
      it(`disarms ${JSON.stringify(attack)}`, async () => {
        watch();
        const fragment = await sanitise(attack, BASE);
        expect(dangers(fragment)).to.deep.equal([]);
        const box = document.createElement('div');
        afterwards(() => box.remove());
        box.attachShadow({ mode: 'open' }).append(fragment);
        document.body.append(box);
        // What a reader would set off.
        for (const element of box.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
          for (const type of ['mouseover', 'focus', 'error', 'load', 'toggle']) element.dispatchEvent(new Event(type));
        }
        await frame();
        expect(hits).to.equal(0);
      });
    }

    it('disarms all of them in one document, whatever one leaves open for the next', async () => {
      watch();
      for (const attacks of [XSS_CORPUS, [...XSS_CORPUS].reverse()]) {
        const fragment = await sanitise(`<p>văn bản mẫu</p>${attacks.join('\n')}`, BASE);
        expect(dangers(fragment)).to.deep.equal([]);
        expect(fragment.textContent).to.contain('văn bản mẫu');
      }
      await frame();
      expect(hits).to.equal(0);
    });
  });

  describe('what it keeps', () => {
    it('keeps words, emphasis, lists and headings as they are', async () => {
      const html =
        '<h2>Mục mẫu</h2><p>Chữ <b>đậm</b>, <i>nghiêng</i> m<sup>2</sup></p><ol start="3" type="a"><li>một</li></ol>';
      expect((await clean(html)).innerHTML).to.equal(html);
    });

    it('keeps tables with their header cells', async () => {
      const html =
        '<table><caption>Bảng mẫu</caption><thead><tr><th scope="col" colspan="2">Cột</th></tr></thead>' +
        '<tbody><tr><th scope="row">Dòng</th><td rowspan="2">1</td></tr></tbody></table>';
      expect((await clean(html)).innerHTML).to.equal(html);
    });

    it('keeps the language and direction of a passage', async () => {
      expect((await clean('<p><span lang="en" dir="ltr">sample</span></p>')).innerHTML).to.equal(
        '<p><span lang="en" dir="ltr">sample</span></p>',
      );
    });

    it('keeps what stands in a form of an old portal, without the form', async () => {
      const box = await clean('<form action="/x"><p>Toàn văn <input value="x">mẫu</p><button>Gửi</button></form>');
      expect(box.innerHTML).to.equal('<p>Toàn văn mẫu</p>');
    });
  });

  describe('links and pictures', () => {
    it('makes links absolute from the feed', async () => {
      const box = await clean('<a href="a.pdf">a</a><a href="/b">b</a><a href="//c.example/">c</a><a href="?d">d</a>');
      expect([...box.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
        'https://example.org/tin/a.pdf',
        'https://example.org/b',
        'https://c.example/',
        'https://example.org/tin/feed.json?d',
      ]);
    });

    it('keeps letters and telephone numbers', async () => {
      const html = '<a href="mailto:mau@example.org">thư</a><a href="tel:+8400000000">gọi</a>';
      expect((await clean(html)).innerHTML).to.equal(html);
    });

    it('leaves the words of a link that leads nowhere', async () => {
      const box = await clean(
        '<a href="#dieu-5">Điều 5</a> <a name="x">neo</a> <a href="">trống</a> <a href="http://[">hỏng</a>',
      );
      expect(box.textContent).to.equal('Điều 5 neo trống hỏng');
      expect(box.querySelector('[href], [name]')).to.equal(null);
    });

    it('opens a new window only without giving it this one', async () => {
      const box = await clean(
        '<a href="/a" target="_blank" rel="opener">a</a><a href="/b" target="_top">b</a><a target=_blank>c</a>',
      );
      expect(box.innerHTML).to.equal(
        '<a href="https://example.org/a" target="_blank" rel="noopener noreferrer">a</a>' +
          '<a href="https://example.org/b">b</a><a>c</a>',
      );
    });

    it('loads pictures late, and only from http(s)', async () => {
      const box = await clean('<img src="/a.png" alt="Ảnh mẫu" width="10" height="5" srcset="/b.png 2x">');
      expect(box.innerHTML).to.equal(
        '<img src="https://example.org/a.png" alt="Ảnh mẫu" width="10" height="5" loading="lazy" decoding="async">',
      );
    });

    it('says in words what a refused picture would have shown', async () => {
      const box = await clean('<p>Dấu: <img src="data:image/png;base64,AAAA" alt="dấu mẫu">, <img alt=""></p>');
      expect(box.innerHTML).to.equal('<p>Dấu: dấu mẫu, </p>');
    });
  });

  describe('what a word processor leaves behind', () => {
    it('goes, and its words stay', async () => {
      const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Tài liệu</title><style>p.MsoNormal{margin:0}</style>
        <xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head><body lang=VI>
        <p class=MsoNormal style='mso-margin-top-alt:auto;text-align:justify'><span style='font-size:14.0pt;mso-ansi-language:VI'>Căn
        cứ <b style='mso-bidi-font-weight:normal'>Luật</b> mẫu;<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Mục</p></body></html>`;
      const box = await clean(word);
      expect(box.innerHTML.replace(/\s+/g, ' ').trim()).to.equal(
        '<p>Căn cứ <b>Luật</b> mẫu;</p> <p>1.&nbsp;&nbsp;Mục</p>',
      );
    });

    it('keeps an empty paragraph that holds a picture', async () => {
      expect((await clean('<p><img src="/a.png" alt=""></p><p> </p><p></p>')).querySelectorAll('p').length).to.equal(1);
    });
  });

  describe('odd input', () => {
    it('makes an empty fragment of nothing', async () => {
      for (const html of ['', '   ', '<!-- -->', '<script></script>']) {
        expect((await sanitise(html, BASE)).textContent.trim()).to.equal('');
      }
    });

    it('keeps text without any tag', async () => {
      expect((await sanitise('Chỉ là chữ & <3', BASE)).textContent).to.equal('Chỉ là chữ & <3');
    });

    it('gets through ten thousand nested elements', async () => {
      const fragment = await sanitise(`${'<div>'.repeat(10_000)}đáy${'</div>'.repeat(10_000)}`, BASE);
      expect(dangers(fragment)).to.deep.equal([]);
    });

    it('takes its base anew for every call', async () => {
      const first = await sanitise('<a href="x">a</a>', 'https://one.example/');
      const second = await sanitise('<a href="x">a</a>', 'https://two.example/');
      expect(first.querySelector('a')?.href).to.equal('https://one.example/x');
      expect(second.querySelector('a')?.href).to.equal('https://two.example/x');
    });
  });
});

describe('Quarantine', () => {
  /** The children of the tree, cleaned each by itself and in the page. */
  async function cleaned(html: string): Promise<HTMLElement> {
    const quarantine = await Quarantine.open(html, BASE);
    const box = document.createElement('div');
    const numbers = [...quarantine.root.children].map((child) => quarantine.note(child));
    box.append(...numbers.map((number) => quarantine.clean(number)));
    return box;
  }
  const words = (node: Node) => node.textContent?.replace(/\s+/g, ' ').trim();

  it('lets nothing of the corpus through, whichever element is asked for first', async () => {
    let hits = 0;
    Object.assign(window, { hit: () => (hits += 1) });
    afterwards(() => void Reflect.deleteProperty(window, 'hit'));
    for (const attack of XSS_CORPUS) {
      const html = `<p>Trước</p><div>${attack}</div><p>Sau</p>`;
      const box = await cleaned(html);
      document.body.append(box);
      const fragment = document.createDocumentFragment();
      fragment.append(box.cloneNode(true));
      expect(dangers(fragment), attack).to.deep.equal([]);
      box.remove();
      const quarantine = await Quarantine.open(html, BASE);
      const numbers = [...quarantine.root.children].slice(-2).map((child) => quarantine.note(child));
      for (const number of numbers.reverse()) {
        const harmful = quarantine.clean(number).querySelector('script,[onerror],[onload],[onclick]');
        expect(harmful, attack).to.equal(null);
      }
    }
    await new Promise((done) => setTimeout(done, 50));
    expect(hits).to.equal(0);
  });

  it('reads the same words as the sanitiser leaves', async () => {
    const html = `<p>Một <o:p>hai</o:p><font>ba</font></p><div><center>bốn</center></div><style>p{}</style><p>năm<select><option>x
      </option></select></p><table><tr><td>sáu</td></tr></table><svg><text>y</text></svg><p>bảy<button>z</button></p>`;
    const { root } = await Quarantine.open(html, BASE);
    expect(words(root)).to.equal(words(await clean(html)));
    expect(words(await cleaned(html))).to.equal(words(root));
  });

  it('leaves the same as the sanitiser, though it need not ask it for what has no attribute worth keeping', async () => {
    const paragraphs = [
      '<p class="MsoNormal" style="margin:0" align=center onclick="hit()">Một <!-- ghi chú --><b lang="">hai</b></p>',
      '<p><span style="color:red">ba</span> <span lang="en">four</span> <i data-x=1>năm <u>sáu</u></i></p>',
      '<blockquote><p>bảy</p><p> </p><h3></h3>tám &lt;b&gt; &amp;amp;</blockquote>',
      '<table width=5 border=1 cellpadding=0><tr><td valign=top>chín<td colspan=2>mười</table>',
      '<table border=1><tr><td onmouseover="hit()">a<td><p><img alt="ảnh">b</p></table>',
      '<ul type=disc><li><a href="x" title="y">c</a><a>d</a><li><a name=e>f</a></ul>',
      '<h2 id=g class=h>g<br clear=all>h</h2>',
      '<div><p tabindex=0 contenteditable>i</p><p role=button aria-label=j slot=k>l</p></div>',
    ];
    for (const html of [...paragraphs, paragraphs.join('')]) {
      const box = await cleaned(html);
      expect(box.innerHTML, html).to.equal((await clean(html)).innerHTML);
      for (const element of box.querySelectorAll('*')) expect(element.ownerDocument).to.equal(document);
      expect(document.createTreeWalker(box, NodeFilter.SHOW_COMMENT).nextNode()).to.equal(null);
    }
  });

  it('is not taken in by elements that are named like what it asks', async () => {
    const names = [
      'createElement',
      'querySelectorAll',
      'documentElement',
      'body',
      'childNodes',
      'remove',
      'firstChild',
    ];
    const traps = names.map((name) => `<img name=${name} id=${name} src=a.png><form name=${name}><input name=${name}>`);
    const box = await cleaned(`<p>Một</p>${traps.join('')}<p>Hai</p>`);
    expect(words(box)).to.equal('MộtHai');
    expect(box.querySelector('[name], [id], form, input')).to.equal(null);
  });

  it('makes none of the page’s own custom elements of it', async () => {
    let made = 0;
    class Trap extends HTMLParagraphElement {
      constructor() {
        super();
        made += 1;
      }
    }
    // Safari has none of these, so that nothing can go wrong there.
    customElements.define('quarantine-trap', Trap, { extends: 'p' });
    const box = await cleaned('<p is=quarantine-trap>Một</p><p>Hai</p>');
    document.body.append(box);
    afterwards(() => box.remove());
    expect(made).to.equal(0);
  });

  it('gives one element for one, and holds nothing where there is no body', async () => {
    const quarantine = await Quarantine.open('<p>Một</p>', BASE);
    const number = quarantine.note(quarantine.root.firstElementChild ?? quarantine.root);
    expect(quarantine.clean(number)).to.equal(quarantine.clean(number));
    expect((await Quarantine.open('<frameset><frame src=x></frameset>', BASE)).root.childElementCount).to.equal(0);
  });
});
