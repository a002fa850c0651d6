import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Banner, Feed } from '../../../src/feed/schema.js';
import { missingAlt } from '../../../src/widgets/banner-rotator/missing-alt.js';
import { boxOf, parseRatio } from '../../../src/widgets/banner-rotator/ratio.js';
import { pictureSources } from '../../../src/widgets/banner-rotator/sources.js';

const image = 'https://example.org/a.png';
const banner = (rest: Partial<Banner> = {}): Banner => ({ id: 'a', image, ...rest });

describe('sources of a picture', () => {
  it('are nothing for an image alone', () => {
    assert.deepEqual(pictureSources({ image }), { groups: [], srcset: '' });
  });

  it('group the densities of a format, in the order of the feed', () => {
    const sources = [
      { src: 'a.avif', type: 'image/avif' },
      { src: 'a.webp', type: 'image/webp' },
      { src: 'a@2x.avif', type: 'image/avif', density: 2 },
    ];
    assert.deepEqual(pictureSources({ image, sources }).groups, [
      { type: 'image/avif', media: undefined, srcset: 'a.avif 1x, a@2x.avif 2x' },
      { type: 'image/webp', media: undefined, srcset: 'a.webp 1x' },
    ]);
  });

  it('keep what is for one width apart from what is for another', () => {
    const sources = [
      { src: 'n.png', media: '(max-width: 600px)' },
      { src: 'w.png', media: '(min-width: 601px)' },
    ];
    assert.deepEqual(
      pictureSources({ image, sources }).groups.map(({ media }) => media),
      ['(max-width: 600px)', '(min-width: 601px)'],
    );
  });

  it('may say how wide each file is, so that the browser takes what the screen needs', () => {
    const sources = [
      { src: 's.avif', type: 'image/avif', width: 364 },
      { src: 'l.avif', type: 'image/avif', width: 1456 },
      { src: 's.png', width: 364 },
    ];
    const { groups, srcset } = pictureSources({ image, width: 728, sources });
    assert.equal(groups[0]?.srcset, 's.avif 364w, l.avif 1456w');
    // A density among widths would be passed over.
    assert.equal(srcset, `${image} 728w, s.png 364w`);
  });

  it('know the type of a modern format by its ending, so that no browser takes what it cannot show', () => {
    const { groups } = pictureSources({ image, sources: [{ src: 'https://example.org/a.AVIF?v=1' }] });
    assert.equal(groups[0]?.type, 'image/avif');
  });

  it('are other densities of the image where neither type nor width tells them apart', () => {
    assert.deepEqual(pictureSources({ image, sources: [{ src: 'a@2x.png', density: 2 }] }), {
      groups: [],
      srcset: `${image} 1x, a@2x.png 2x`,
    });
  });

  it('keep a comma at the end of a URL inside it', () => {
    const { groups } = pictureSources({ image, sources: [{ src: 'a.avif?x=1,', type: 'image/avif' }] });
    assert.equal(groups[0]?.srcset, 'a.avif?x=1%2C 1x');
  });
});

describe('ratio', () => {
  it('reads what CSS and people write', () => {
    for (const text of ['728/90', ' 728 / 90 ', '728x90', '728:90', '728×90']) {
      assert.equal(parseRatio(text), 728 / 90, text);
    }
    assert.equal(parseRatio('1.5'), 1.5);
    // Frameworks set properties with what they have.
    assert.equal(parseRatio(1.5 as unknown as string), 1.5);
    assert.equal(parseRatio('.5/2'), 0.25);
  });

  it('is none for anything else', () => {
    for (const text of ['', 'auto', '1/0', '0/1', '0', '-1/2', '1/2/3', '1;color:red', null, undefined]) {
      assert.equal(parseRatio(text), undefined, String(text));
    }
  });

  it('of a rotation is that of the tallest, so that nothing moves from turn to turn', () => {
    assert.deepEqual(boxOf([banner({ width: 300, height: 150 }), banner({ width: 300, height: 250 })]), {
      ratio: 1.2,
      width: 300,
    });
    assert.deepEqual(boxOf([banner({ width: 300, height: 150 }), banner()]), { ratio: 2, width: undefined });
    assert.deepEqual(boxOf([]), { ratio: undefined, width: undefined });
  });
});

describe('missing alt', () => {
  it('is a problem of the banner that has none; an empty one is a decision', () => {
    const list = [banner({ id: 'a', alt: '' }), banner({ id: 'b' }), banner({ id: 'c', alt: 'Chữ' })];
    const feed = { _civic: { banners: list } } as unknown as Feed;
    const problems = missingAlt(feed, list);
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ['/_civic/banners/1/alt'],
    );
    assert.match(problems[0]?.message ?? '', /"b" has no alt/);
    assert.deepEqual(missingAlt(feed, []), []);
  });
});
