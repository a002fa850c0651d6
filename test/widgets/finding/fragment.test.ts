import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readParams, writeParams } from '../../../src/widgets/finding/fragment.js';

describe('the fragment of the page', () => {
  it('says what one viewer shows, and is read again as it was written', () => {
    const params = { doc: '01/CT-UBND', at: 'dieu-5-khoan-2-diem-dd' };
    const hash = writeParams('', '1', params) ?? '';
    assert.equal(hash, '#civic:1?doc=01/CT-UBND&at=dieu-5-khoan-2-diem-dd');
    assert.deepEqual(readParams(hash, '1'), params);
  });

  it('keeps viewers apart', () => {
    const one = writeParams('', '1', { doc: 'a' }) ?? '';
    const both = writeParams(one, 'ban-tin', { q: 'thi đua; khen?#&=' }) ?? '';
    assert.deepEqual(readParams(both, '1'), { doc: 'a' });
    assert.deepEqual(readParams(both, 'ban-tin'), { q: 'thi đua; khen?#&=' });
    assert.equal(writeParams(both, 'ban-tin', {}), one);
    assert.equal(writeParams(one, '1', { doc: '' }), '');
    assert.deepEqual(readParams(one, '2'), {}, 'it says nothing of the second');
    assert.deepEqual(readParams('', '1'), {});
  });

  it('never touches a fragment of the page’s own', () => {
    for (const hash of [
      '#tab-2',
      '#/news/5',
      '#!x',
      '#civic',
      '#?q=a',
      '#1?doc=a',
      '#tab%3A1',
      '#%E0%A4%A',
      '#civic%',
    ]) {
      assert.equal(writeParams(hash, '1', { doc: 'a' }), undefined, hash);
      assert.equal(readParams(hash, '1'), undefined, hash);
    }
  });

  it('is read as mail programs write it, with escapes that it does not need', () => {
    for (const hash of [
      '#civic:1%3Fdoc=01/CT-UBND&at=dieu-5',
      '#civic%3A1?doc=01/CT-UBND&at=dieu-5',
      '#civic%3a1%3fdoc%3D01%2FCT-UBND%26at%3Ddieu-5',
    ]) {
      const params = { doc: '01/CT-UBND', at: 'dieu-5' };
      assert.deepEqual(readParams(hash, '1'), params, hash);
      assert.equal(writeParams(hash, '2', { doc: 'a' }), '#civic:1?doc=01/CT-UBND&at=dieu-5;2?doc=a', hash);
    }
    assert.deepEqual(readParams('#civic%3A1%3Fq%3Da%2526b', '1'), { q: 'a&b' });
    // Escapes that are needed stay where nothing was escaped again.
    assert.deepEqual(readParams('#civic%3A1?q=a%26b', '1'), { q: 'a&b' });
    assert.deepEqual(readParams('#civic:a%3Fb?q=%253F', 'a%3Fb'), { q: '%3F' });
  });

  it('survives a fragment that somebody wrote by hand', () => {
    for (const hash of [
      '#civic:',
      '#civic:;;',
      '#civic:1',
      '#civic:1?',
      '#civic:?a=b',
      '#civic:1?%E0%A4%A',
      '#civic:1?=',
      '#civic:1%3Fdoc=%E0%A4%A',
      '#civic%3A1%',
    ]) {
      const params = readParams(hash, '1') ?? {};
      assert.equal(params['doc'], undefined, hash);
    }
    assert.deepEqual(readParams('#civic:1?__proto__=x&doc=a', '1')?.['doc'], 'a');
  });
});
