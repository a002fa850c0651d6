import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { CAMPAIGN_PICTURES } from '../../demo/art/campaigns.js';
import { drawMark } from '../../demo/art/mark.js';
import { drawGround, drawPart, drawPicture, linesOf, sceneOf, wordsOf } from '../../demo/art/picture.js';
import { MARGIN } from '../../demo/art/scenes/scene.js';
import { breakLines, measure, setText, SMALLEST } from '../../demo/art/type.js';
import { BANNERS, NOTICES, PAGE_BANNER, type BannerRow } from '../../demo/feed/banners.js';
import { contrast, luminance } from '../support/contrast.js';

const folder = new URL('../../demo/public/media/notices/', import.meta.url);
/** The page banner has a second cut for phones. */
const NARROW: BannerRow = { ...PAGE_BANNER, slug: 'page-banner-narrow', width: 640, height: 320 };
const PICTURES: readonly BannerRow[] = [...BANNERS, NARROW];

function channels(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** Letters and commas only, without the dashes that a line break stands for, in one case. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/ - /g, ' ').toLocaleLowerCase('vi');
}

describe('the art of the banners', () => {
  it('has a picture for the page banner and each of the 17 notices', () => {
    assert.equal(NOTICES.length, 17);
    for (const { slug } of PICTURES) assert.ok(sceneOf(slug));
    assert.throws(() => sceneOf('no-such-scene'), /No scene "no-such-scene"/);
  });

  it('has a mark, which is what the script draws', async () => {
    assert.equal(await readFile(new URL('mark.svg', folder), 'utf8'), drawMark());
  });

  for (const [slug, crop] of Object.entries(CAMPAIGN_PICTURES)) {
    it(`${slug}: the movement's picture is a part of the notice's, 16 to 9, without words`, async () => {
      const [left, top, width, height] = crop;
      const scene = sceneOf(slug);
      assert.equal(width / height, 16 / 9);
      assert.ok(left >= 0 && top >= 0 && left + width <= scene.width && top + height <= scene.height);
      const svg = await readFile(new URL(`../campaigns/${slug}.svg`, folder), 'utf8');
      assert.equal(svg, drawPart(scene, crop), 'run `node --import tsx demo/art/draw.ts`');
    });
  }

  for (const row of PICTURES) {
    const scene = sceneOf(row.slug);

    it(`${row.slug}: the words are the banner's, all of them, in their order`, () => {
      assert.equal(bare(wordsOf(scene).join(' ')), bare(row.text));
      const set = linesOf(scene).map((line) => line.text.replace(/\u00a0/g, ' '));
      assert.equal(bare(set.join(' ')), bare(row.text));
    });

    it(`${row.slug}: every letter stands inside, with room round it`, () => {
      assert.deepEqual([scene.width, scene.height], [row.width, row.height]);
      for (const {
        text,
        size,
        ink: [left, top, right, bottom],
      } of linesOf(scene)) {
        assert.ok(size >= SMALLEST, `${text}: ${size} px`);
        assert.ok(left >= MARGIN && right <= row.width - MARGIN, `${text}: ${left} to ${right} of ${row.width}`);
        assert.ok(top >= 8 && bottom <= row.height - 8, `${text}: ${top} to ${bottom} of ${row.height}`);
      }
    });

    it(`${row.slug}: letters of one line do not touch those of the next`, () => {
      const lines = linesOf(scene);
      for (const [i, line] of lines.entries()) {
        const next = lines[i + 1];
        if (next !== undefined) assert.ok(next.ink[1] >= line.ink[3] - 0.5, `${line.text} / ${next.text}`);
      }
    });

    it(`${row.slug}: the words stand out from every pixel under them by 4.5 to 1`, async () => {
      const { data, info } = await sharp(Buffer.from(drawGround(scene)))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (const {
        text,
        fill,
        ink: [left, top, right, bottom],
      } of linesOf(scene)) {
        const letters = luminance(...channels(fill));
        let least = Infinity;
        for (let y = Math.floor(top); y < Math.ceil(bottom); y += 1) {
          for (let x = Math.floor(left); x < Math.ceil(right); x += 1) {
            const at = (y * info.width + x) * info.channels;
            least = Math.min(least, contrast(letters, luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)));
          }
        }
        assert.ok(least >= 4.5, `"${text}" in ${fill}: ${least.toFixed(2)} to 1`);
      }
    });

    it(`${row.slug}: the file is what the script draws, small, and reaches nowhere`, async () => {
      const svg = await readFile(new URL(`${row.slug}.svg`, folder), 'utf8');
      assert.equal(svg, drawPicture(scene, row.text), 'run `node --import tsx demo/art/draw.ts`');
      assert.ok(
        Buffer.byteLength(svg) < (row.placement === 'top' ? 29_000 : 25_000),
        `${Buffer.byteLength(svg)} bytes`,
      );
      assert.doesNotMatch(
        svg,
        /<(text|style|script|image|foreignObject)\b|\sstyle=|\son\w+=|font-family|href="[^#]|url\((?!#)/,
      );
    });

    it(`${row.slug}: its name holds nothing that content blockers look for`, () => {
      assert.doesNotMatch(row.slug, /\d+x\d+|(^|-)(ads?|advert\w*|promo|sponsor)(-|$)/);
    });
  }

  for (const { slug, width, height, formats = [] } of NOTICES) {
    for (const format of formats) {
      it(`${slug}: ${format} at one and two pixels per pixel`, async () => {
        for (const times of [1, 2]) {
          const file = await readFile(new URL(`${slug}${times === 2 ? '@2x' : ''}.${format}`, folder));
          const found = await sharp(file).metadata();
          assert.deepEqual([found.width, found.height], [width * times, height * times]);
          assert.equal(found.format === 'heif' ? 'avif' : found.format, format);
          assert.ok(file.length < 40_000, `${file.length} bytes`);
        }
      });
    }
  }
});

describe('setting type', () => {
  it('measures more for more letters and for a larger size', () => {
    assert.ok(measure('nông thôn mới', 800, 20) > measure('nông thôn', 800, 20));
    assert.equal(Math.round(measure('nông thôn', 800, 40)), Math.round(2 * measure('nông thôn', 800, 20)));
  });

  it('measures decomposed letters like composed ones', () => {
    const text = 'Đẩy mạnh chỉnh trang';
    assert.equal(measure(text.normalize('NFD'), 700, 20), measure(text.normalize('NFC'), 700, 20));
  });

  it('refuses a letter the typeface has no outline for', () => {
    assert.throws(() => measure('漢', 700, 20), /No outline for "漢"/);
  });

  it('breaks at spaces, never at a no-break space, and leaves no syllable alone where it can be helped', () => {
    const width = measure('Giải phóng mặt', 700, 20) + 1;
    assert.deepEqual(breakLines('Giải phóng mặt bằng', 700, 20, width), ['Giải phóng', 'mặt bằng']);
    assert.deepEqual(breakLines('Giải phóng mặt\u00a0bằng', 700, 20, width), ['Giải phóng', 'mặt\u00a0bằng']);
    assert.equal(breakLines('Giải phóng', 700, 20, 10), null);
  });

  it('says so where a text has no room at any readable size', () => {
    const runs = [{ words: 'Cả nước chung sức, xây dựng nông thôn mới', weight: 700 as const, fill: '#000000' }];
    assert.throws(() => setText({ x: 0, y: 0, width: 60, height: 30, size: 30, runs }), /No room for "Cả nước/);
  });
});
