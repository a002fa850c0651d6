import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { queryTerms } from '../../src/text/abbreviations.js';
import { matcher, wordsOfHtml } from '../../src/text/find-text.js';
import { fold, foldFast } from '../../src/text/fold.js';

const ready = (title: string, body = '') => ({ title: foldFast(title), body: foldFast(body) });

describe('foldFast', () => {
  it('gives the text of fold', () => {
    const letters = fc.constantFrom(
      ...'a à ả ạ â ấ đ Đ Ð ð ư Ứ ơ – “ ” ’ 0 / . - ı Æ 中 🙂'.split(' '),
      ' ',
      '\u00a0',
      '\t',
      '\n',
      '\u200b',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        assert.equal(foldFast(text), fold(text).text);
      }),
    );
  });
});

describe('matcher', () => {
  const rank = (query: string, title: string, body = '') => matcher(query)?.(ready(title, body));

  it('wants every word, wherever it stands, marks and case aside', () => {
    assert.equal(rank('xã hội', 'Kế hoạch phát triển kinh tế - xã hội'), 3);
    assert.equal(rank('hoi xa', 'Kế hoạch phát triển kinh tế - XÃ HỘI'), 2);
    assert.equal(rank('ke hoach mau', 'Kế hoạch', 'một việc mẫu'), 1);
    assert.equal(rank('kế hoạch khác', 'Kế hoạch'), 0);
  });

  it('is content with one letter, two letters and a part of a word', () => {
    assert.equal(rank('đ', 'Đề án'), 3);
    assert.equal(rank('xã', 'Xã mẫu'), 3);
    assert.equal(rank('98/2023', 'Nghị định 98/2023/NĐ-CP'), 3);
  });

  it('takes an abbreviation for its full name and the other way round', () => {
    assert.equal(rank('ubnd quận', 'Văn bản', 'Ủy ban nhân dân các quận'), 1);
    assert.equal(rank('hội đồng nhân dân', 'Nghị quyết HĐND'), 2);
    assert.equal(rank('ubnd', 'Nhân dân và ủy ban'), 0);
  });

  it('asks for nothing where nothing was typed', () => {
    assert.equal(matcher('  \u00a0'), undefined);
  });
});

describe('queryTerms', () => {
  it('keeps a full name together', () => {
    assert.deepEqual(queryTerms('Ủy ban nhân dân quận'), [['ubnd', 'uy ban nhan dan'], ['quan']]);
    assert.deepEqual(queryTerms('thi đua'), [['thi'], ['dua']]);
  });
});

describe('wordsOfHtml', () => {
  const words = (html: string) => foldFast(wordsOfHtml(html)).trim();

  it('leaves the words, whatever stands around them', () => {
    const html = '<p title="a>b">Ủy&nbsp;ban</p><!-- x --><td>th&agrave;nh ph&#7889; &#x111;&amp;</td>&#99999999;';
    assert.equal(words(html), 'uy ban thanh pho d& &#99999999;');
  });

  it('keeps a word whole that inline tags divide', () => {
    for (const html of [
      'Quyết đ<span>ịnh</span>',
      '<b>Q</b>uyết đ<SPAN lang=VI>ị</SPAN><o:p></o:p>nh',
      'Quyết đ<!-- a > b -->ị<wbr>n<a href="/a?b=c>d">h</a>',
      'Quyết đ<font face="Times">ị</font>n&shy;h',
    ])
      assert.equal(words(html), 'quyet dinh', html);
  });

  it('parts what blocks, lines, cells and items part', () => {
    for (const html of [
      '<p>một</p><p>hai</p>',
      '<div>một<div>hai</div></div>',
      'một<br>hai',
      'một<BR/>hai',
      '<tr><td>một</td><td>hai</td></tr>',
      '<ul><li>một<li>hai</ul>',
      '<h2>một</h2>hai',
    ])
      assert.equal(words(html), 'mot hai', html);
  });

  it('leaves out what is not meant for a reader', () => {
    for (const html of [
      '<style>p.kín { color: red } <!-- x --></style>một',
      '<STYLE type="text/css">kín</STYLE >một',
      '<script>if (a < b) kín("</p>")</script>một',
      '<template><p>kín</p></template>một',
      '<!-- <p>kín</p> -->một',
      '<!-->một',
      '<!-- <style> -->một',
      '<?xml kín?><!DOCTYPE kín>một<![if !kín]>',
      'một<style>kín',
      'một<!-- kín',
      'một<p title="kín',
    ])
      assert.equal(words(html), 'mot', html);
  });

  it('loses no words to broken tags', () => {
    assert.equal(words('<p title="<!-- a">một</p>'), 'mot');
    assert.equal(words("<p it's>một"), 'mot');
    assert.equal(words('<p class="a"">một'), 'mot');
    assert.equal(words('1 < 2 và 3 > 2'), '1 < 2 va 3 > 2');
    assert.equal(words('<styles>một</styles>'), 'mot');
    for (const broken of ['<a', '<p title="', '<style', '<!--', '<a "', '<a =']) {
      assert.equal(words(`một ${broken.repeat(200_000)}`), 'mot', broken);
    }
  });

  it('reads named letters of Vietnamese', () => {
    assert.equal(words('&Dstrok;&abreve;ng k&yacute;'), 'dang ky');
  });
});
