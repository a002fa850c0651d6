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
  it('leaves the words, whatever stands around them', () => {
    const html = '<p title="a>b">Ủy&nbsp;ban</p><!-- x --><td>th&agrave;nh ph&#7889; &#x111;&amp;</td>&#99999999;';
    assert.equal(
      foldFast(wordsOfHtml(html)).replace(/ +/g, ' ').trim(),
      'uy ban thanh pho d& 9999 99;'.replace(' 9999 99;', ' &#99999999;'),
    );
  });
});
