import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { BANNERS, NOTICES } from '../../demo/feed/banners.js';

const demo = new URL('../../demo/', import.meta.url);
const page = await readFile(new URL('index.html', demo), 'utf8');
const seed = await readFile(new URL('seed/portal-page.txt', demo), 'utf8');

/** Text with every run of white space as one space, no-break spaces too. */
function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

function all(pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map((match) => plain(match[1] ?? match[0]));
}

describe('the portal page without any script', () => {
  it('holds the directive word for word as the seed has it', () => {
    const start = seed.indexOf('Chỉ thị về việc');
    const end = seed.indexOf('image advertisement', start);
    const article = /<article class="directive-text">([\s\S]*?)<\/article>/.exec(page)?.[1] ?? '';
    const shown = plain(article.replace(/<[^>]+>/g, ' '));
    assert.ok(start > 0 && end > start);
    assert.equal(shown, plain(seed.slice(start, end)));
    assert.equal(article.match(/<p>\s*\d\. /g)?.length, 9);
  });

  it('shows the page banner and all 17 notices, each called by its own words', () => {
    const alts = all(/<img\b[^>]*?\salt="([^"]+)"/g);
    assert.deepEqual([...alts].sort(), BANNERS.map((banner) => banner.text).sort());
    for (const { slug, height } of NOTICES) {
      const box = new RegExp(`class="notice tall-${height}"[^>]*>\\s*<img\\s+src="media/notices/${slug}\\.svg"`);
      assert.match(page, box, `${slug} keeps the room of its height`);
    }
  });

  it('names only files and places that are there', () => {
    for (const path of all(/(?:src|srcset)="(media\/[^"]+)"/g)) {
      assert.ok(existsSync(new URL(`public/${path}`, demo)), path);
    }
    for (const path of all(/<link rel="stylesheet" href="([^"]+)"/g)) assert.ok(existsSync(new URL(path, demo)), path);
    const ids = new Set(all(/\sid="([^"]+)"/g));
    for (const id of all(/href="#([^"]+)"/g)) assert.ok(ids.has(id), `#${id}`);
  });

  it('says that it is a sample and no authority’s site', () => {
    assert.match(plain(page), /<span class="sample">trang mẫu<\/span>/);
    assert.match(plain(page), /không phải trang của một cơ quan nhà nước/);
  });
});

describe('the portal page with the widgets', () => {
  it('takes all data from one feed: every widget stands inside it, none has a source of its own', () => {
    assert.deepEqual(all(/<civic-feed\b([^>]*)>/g), ['src="data/portal.json"']);
    const inside = page.slice(page.indexOf('<civic-feed'), page.indexOf('</civic-feed>'));
    const widgets = [...page.matchAll(/<civic-(?!feed)[a-z-]+\b[^>]*>/g)].map(([tag]) => tag);
    assert.ok(widgets.length >= 8);
    for (const tag of widgets) {
      assert.ok(inside.includes(tag), tag);
      assert.doesNotMatch(tag, /\ssrc=/);
    }
  });

  it('has each of the six elements, and a place for every placement of banners', () => {
    for (const name of ['directive-viewer', 'banner-rotator', 'access-counter', 'campaign-list', 'news-list']) {
      assert.match(page, new RegExp(`<civic-${name}\\b`));
    }
    const placements = all(/placement="([^"]+)"/g);
    assert.deepEqual(placements.sort(), [...new Set(BANNERS.map((banner) => banner.placement))].sort());
  });

  it('allows itself nothing from elsewhere and nothing inline', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ]) {
      assert.ok(policy.includes(rule), rule);
    }
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    assert.doesNotMatch(page, /\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|(?:src|href)="(?:https?:)?\/\//);
  });

  it('keeps clear of the picture sizes that content blockers hide', () => {
    assert.doesNotMatch(page, /<img\b[^>]*\s(?:width|height)=/);
  });
});
