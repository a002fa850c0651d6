import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tell, terminalLanguage } from '../../src/node/language.js';

describe('the language of a terminal', () => {
  it('is Vietnamese unless it says English', () => {
    assert.equal(terminalLanguage({}), 'vi');
    assert.equal(terminalLanguage({ LANG: 'C.UTF-8' }), 'vi');
    assert.equal(terminalLanguage({ LANG: 'vi_VN.UTF-8' }), 'vi');
    assert.equal(terminalLanguage({ LANG: 'en_US.UTF-8' }), 'en');
    assert.equal(terminalLanguage({ LANG: 'eng' }), 'vi');
  });

  it('takes the first of CIVIC_LANG, LC_ALL, LC_MESSAGES and LANG that says something', () => {
    assert.equal(terminalLanguage({ CIVIC_LANG: 'vi', LC_ALL: 'en_GB' }), 'vi');
    assert.equal(terminalLanguage({ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'vi_VN' }), 'en');
  });

  it('picks the text', () => {
    assert.equal(tell({ vi: 'không', en: 'no' }, { LANG: 'en' }), 'no');
    assert.equal(tell({ vi: 'không', en: 'no' }, {}), 'không');
  });
});
