import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EMBEDDED } from '../../../src/embed-address.js';
import { embedPage, PAGES } from '../../../src/node/embed/page.js';

describe('an embed page', () => {
  for (const name of EMBEDDED) {
    it(`for ${name} is complete: doctype, language, title, noscript in both languages`, () => {
      const html = embedPage(name);
      assert.match(html, /^<!doctype html>\n<html lang="vi"/);
      assert(html.includes(`<title>${PAGES[name].vi}</title>`));
      assert.match(html, /<meta name="viewport"/);
      const [, noscript = ''] = /<noscript>([^]*)<\/noscript>/.exec(html) ?? [];
      assert.match(noscript, /<h1>.+<\/h1>/);
      assert.match(noscript, /lang="en"/);
    });
  }

  it('allows itself nothing inline and nothing from elsewhere, and opens links in the page around it', () => {
    const html = embedPage('news-list');
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    assert.match(policy, /base-uri 'none'.*require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
    assert.match(html, /<base target="_parent" \/>/);
  });

  it('names its oEmbed answer and its own address where they are known', () => {
    const html = embedPage('news-list', { canonical: 'https://a.example/?a&b', oembed: 'https://a.example/o.json' });
    assert.match(html, /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/a\.example\/o\.json"/);
    assert.match(html, /<link rel="canonical" href="https:\/\/a\.example\/\?a&amp;b"/);
    assert.doesNotMatch(embedPage('news-list'), /json\+oembed/);
  });

  it('takes feeds from further origins only when told', () => {
    assert.match(embedPage('news-list'), / data-sources="">/);
    const html = embedPage('news-list', { sources: ['https://tinh.example', '">'] });
    assert(html.includes(' data-sources="https://tinh.example &quot;&gt;">'));
  });

  it('may be made for one feed, with what a reader without scripts finds', () => {
    const html = embedPage('news-list', {
      attributes: { src: '/data/"x".json', limit: '5' },
      fallback: '<a href="/tin">Tin</a>',
    });
    assert(
      html.includes(
        '<civic-news-list src="/data/&quot;x&quot;.json" limit="5"><a href="/tin">Tin</a></civic-news-list>',
      ),
    );
  });
});
