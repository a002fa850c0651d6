import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inItsLetters } from '../../../src/feed/xml/letters.js';
import { tidy } from '../../../src/feed/xml/tidy.js';

describe('what a strict parser would give up at', () => {
  it('goes: blank lines and rubbish before the declaration, a BOM, the declaration, a document type', () => {
    const rss = '<rss version="2.0"></rss>';
    for (const before of [
      '\n\n  ',
      '\uFEFF',
      '\uFEFF\r\n<?xml version="1.0" encoding="utf-8"?>\n',
      'Warning: something in line 3\n<?xml version="1.0"?>',
      '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- x > y -->',
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">',
      '<!DOCTYPE rss [<!ENTITY a "&b;&b;"><!ENTITY b "x">]>\n',
    ]) {
      assert.equal(tidy(`${before}${rss}\n`), rss, JSON.stringify(before));
    }
  });
  it('is escaped: undeclared entities and bare ampersands, but nothing in CDATA', () => {
    assert.equal(tidy('<a>A & B&nbsp;C &amp; D &#7879; &#x1EC7; &lt;</a>'), '<a>A &amp; B&amp;nbsp;C &amp; D &#7879; &#x1EC7; &lt;</a>'); // prettier-ignore
    assert.equal(tidy('<a><![CDATA[A & B&nbsp;]]>&</a>'), '<a><![CDATA[A & B&nbsp;]]>&amp;</a>');
    assert.equal(tidy('<a><!-- & --></a>'), '<a><!-- & --></a>');
  });
  it('goes: control letters, as such and as references', () => {
    assert.equal(tidy('<a>x\x0By\x00z&#x1F;&#11;&#0;&#9;&#xD800;</a>'), '<a>xyz&#9;</a>');
  });
  it('is declared: a prefix that is used and was not', () => {
    assert.match(tidy('<rss><media:content url="x"/></rss>'), /^<rss xmlns:media="urn:media">/);
    const declared = '<rss xmlns:media="http://search.yahoo.com/mrss/"><media:content xml:lang="vi"/></rss>';
    assert.equal(tidy(declared), declared);
  });
});

describe('the letters of an answer', () => {
  const received = (bytes: readonly number[], type = '') => {
    const part = Uint8Array.from(bytes);
    return { text: new TextDecoder().decode(part), parts: [part.slice(0, 30), part.slice(30)], type };
  };
  /** windows-1252 and latin letters are one byte each. */
  const latin = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0);
  const xml = '<?xml version="1.0" encoding="windows-1252"?><t>Lễ hội caf\u00e9'.replace('Lễ hội ', '');

  it('are those of the header, or of the declaration, where they are not UTF-8', () => {
    assert.match(inItsLetters(received(latin(xml))), /café/);
    assert.match(inItsLetters(received(latin('<t>caf\u00e9'), 'text/xml; charset=ISO-8859-1')), /café/);
    assert.match(inItsLetters(received([...latin('<t>'), 0x96], 'text/xml; charset="windows-1252"')), /–/);
  });
  it('are UTF-8 where they can be, whatever is said', () => {
    const bytes = [...new TextEncoder().encode('<?xml version="1.0" encoding="windows-1252"?><t>Tiếng Việt')];
    assert.match(inItsLetters(received(bytes, 'text/xml; charset=iso-8859-1')), /Tiếng Việt/);
  });
  it('are UTF-8 with gaps where nobody says what they are, or says nonsense', () => {
    assert.match(inItsLetters(received(latin('<t>caf\u00e9'))), /caf\uFFFD/);
    assert.match(inItsLetters(received(latin('<t>caf\u00e9'), 'text/xml; charset=chu-nom')), /caf\uFFFD/);
  });
});
