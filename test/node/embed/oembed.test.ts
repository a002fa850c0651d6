import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oembed } from '../../../src/node/embed/oembed.js';

const SITE = 'https://quan.example/civic-widgets/v1/';
const url = `${SITE}embed/news-list?src=/data/portal.json&limit=5`;

describe('an oEmbed answer', () => {
  it('has what the specification asks of the type rich', () => {
    const answer = oembed({ url }, SITE);
    assert(answer);
    assert.equal(answer.version, '1.0');
    assert.equal(answer.type, 'rich');
    assert.equal(typeof answer.html, 'string');
    assert(Number.isInteger(answer.width) && answer.width > 0);
    assert(Number.isInteger(answer.height) && answer.height > 0);
    // The optional ones, where they are there, are of their kind.
    assert.equal(answer.title, 'Tin mới');
    assert.equal(answer.provider_url, 'https://quan.example');
    assert(Number.isInteger(answer.cache_age));
    // Neither of the types that need a `url` of their own.
    assert(!('url' in answer));
  });

  it('shows the page that was asked for in a frame with a title', () => {
    const { html = '' } = oembed({ url }, SITE) ?? {};
    assert.match(html, /^<iframe src="[^"]+" title="Tin mới" width="600" height="360" [^<]*><\/iframe>$/);
    assert(html.includes(url.replaceAll('&', '&amp;')));
    assert.match(html, /sandbox="allow-scripts [^"]*allow-top-navigation-by-user-activation"/);
    assert.doesNotMatch(html, /<script/);
  });

  it('keeps within the size that is asked for', () => {
    const { width, height, html = '' } = oembed({ url, maxwidth: 320, maxheight: 200 }, SITE) ?? {};
    assert.deepEqual([width, height], [320, 200]);
    assert.match(html, / width="320" height="200" /);
    const wide = oembed({ url, maxwidth: 5000, maxheight: Number.NaN }, SITE);
    assert.deepEqual([wide?.width, wide?.height], [600, 360]);
  });

  it('speaks the language of the page', () => {
    assert.equal(oembed({ url: `${url}&lang=en` }, SITE)?.title, 'Latest news');
  });

  it('answers for no other address: another site, another folder, no embed page', () => {
    for (const other of [
      'https://other.example/civic-widgets/v1/embed/news-list',
      'https://quan.example/embed/news-list',
      `${SITE}embed/other`,
      'javascript:alert(1)',
      '',
    ]) {
      assert.equal(oembed({ url: other }, SITE), undefined, other);
    }
  });

  it('lets nothing out of an attribute', () => {
    const { html = '' } = oembed({ url: `${SITE}embed/news-list?heading="><script>alert(1)</script>` }, SITE) ?? {};
    assert.match(html, /^<iframe [^<>]*><\/iframe>$/);
  });
});
