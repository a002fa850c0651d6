import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveUrl } from '../../src/feed/url.js';

const BASE = 'https://quan.example/data/portal.json';

describe('resolveUrl', () => {
  it('resolves paths against the feed', () => {
    assert.equal(resolveUrl('a.png', BASE), 'https://quan.example/data/a.png');
    assert.equal(resolveUrl('/a.png', BASE), 'https://quan.example/a.png');
    assert.equal(resolveUrl('//cdn.example/a.png', BASE), 'https://cdn.example/a.png');
    assert.equal(resolveUrl('#muc-3', BASE), `${BASE}#muc-3`);
  });
  it('lets links write letters and dial, but fetches only http(s)', () => {
    assert.equal(resolveUrl('mailto:mau@example.org', BASE), 'mailto:mau@example.org');
    assert.equal(resolveUrl('tel:+84000', BASE), 'tel:+84000');
    assert.equal(resolveUrl('mailto:mau@example.org', BASE, 'resource'), undefined);
    assert.equal(resolveUrl('http://x.example/', BASE, 'resource'), 'http://x.example/');
  });
  it('refuses every other protocol, however it is dressed up', () => {
    for (const value of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>',
      'file:///etc/passwd',
      'blob:https://x/1',
      'about:blank',
      'view-source:https://x',
      'ftp://x/',
      'ws://x/',
      'http://[',
      'http://',
    ]) {
      assert.equal(resolveUrl(value, BASE), undefined, JSON.stringify(value));
      assert.equal(resolveUrl(value, BASE, 'resource'), undefined, JSON.stringify(value));
    }
  });
});
