import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EMBEDDED, readAddress } from '../src/embed-address.js';

const SITE = 'https://quan.example/cong/v1/';
const read = (address: string) => readAddress(address, SITE);

describe('the address of an embed page', () => {
  it('names the element in every form that servers have for it', () => {
    for (const ending of ['', '/', '/index.html', '.html']) {
      const embedded = read(`embed/news-list${ending}?limit=5`);
      assert.equal(embedded?.tag, 'civic-news-list', ending);
      assert.equal(embedded.folder, `${SITE}embed/`, ending);
      assert.deepEqual([...embedded.attributes], [['limit', '5']], ending);
    }
  });

  it('exists for every widget', () => {
    const defined = readdirSync(new URL('../src/embed/define', import.meta.url)).map((file) => file.slice(0, -3));
    assert.deepEqual(
      defined.filter((tag) => read(`embed/${tag.replace('civic-', '')}`)?.tag !== tag),
      ['civic-feed'],
    );
    assert.equal(EMBEDDED.length, defined.length - 1);
  });

  it('is nothing else', () => {
    for (const address of [
      '/tin-tuc',
      'embed/',
      'embed/other',
      'embed/news-list/more',
      'embedded/news-list',
      'ftp://quan.example/embed/news-list',
      'javascript:"/embed/news-list"',
      'http://[',
    ]) {
      assert.equal(read(address), undefined, address);
    }
  });

  it('makes addresses in it absolute, from the folder of the embed pages', () => {
    const src = (value: string) => read(`embed/news-list?src=${encodeURIComponent(value)}`)?.attributes.get('src');
    assert.equal(src('/data/portal.json'), 'https://quan.example/data/portal.json');
    assert.equal(src('../data.json'), 'https://quan.example/cong/v1/data.json');
    assert.equal(src('https://tinh.example/f.json'), 'https://tinh.example/f.json');
    assert.equal(src('/a.json  /b.json'), 'https://quan.example/a.json https://quan.example/b.json');
    assert.equal(src('http://['), 'http://[');
  });

  it('survives the quotes of word processors, around it and in it', () => {
    assert.equal(read('”https://quan.example/embed/news-list?limit=5“')?.attributes.get('limit'), '5');
    assert.equal(
      read('embed/news-list?src=“/data/portal.json”')?.attributes.get('src'),
      'https://quan.example/data/portal.json',
    );
  });
});
