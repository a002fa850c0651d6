import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { BANNERS, HOUSE_MESSAGE, NOTICES } from '../../demo/feed/banners.js';
import { portalFeed } from '../../demo/feed/portal-feed.js';
import { readPortalPage } from '../../demo/feed/portal-page.js';
import { GOOD_DEEDS, NEWS } from '../../demo/feed/samples.js';
import { read } from '../../src/feed/read.js';
import type { FeedItem } from '../../src/feed/schema.js';
import { itemsOfKind, narrow } from '../../src/feed/select.js';
import { findDocumentNumbers } from '../../src/text/document-number.js';
import { outlineText } from '../../src/text/outline.js';
import { findStrayNumbers } from '../../src/text/stray-numbers.js';
import { plainText } from '../../src/text/plain-text.js';
import { matches } from '../../src/text/search.js';

const demo = new URL('../../demo/', import.meta.url);
const seed = await readFile(new URL('seed/portal-page.txt', demo), 'utf8');
const written = await readFile(new URL('public/data/portal.json', demo), 'utf8');
const { feed, problems } = read(JSON.parse(written), 'https://quan.example/data/portal.json');
const page = readPortalPage(seed);

const directive = only(itemsOfKind(feed, 'directive'));
const text = directive.content_text ?? '';
const outlined = outlineText(text, {
  ...(directive.title === undefined ? {} : { title: directive.title }),
  inspect: findStrayNumbers,
});
const sections = outlined.sections.map(({ blocks }) => blocks.map((block) => block.text).join('\n'));

function only(items: readonly FeedItem[]): FeedItem {
  assert.equal(items.length, 1);
  return items[0]!;
}

function words(source: string): readonly string[] {
  return source.split(/\s+/u).filter(Boolean);
}

/** The seed's directive, found without the code under test: from its first words to the name below it. */
function directiveInSeed(): string {
  const start = seed.indexOf('Chỉ thị về việc triển khai');
  const end = seed.indexOf('Quốc Vũ') + 'Quốc Vũ'.length;
  assert.ok(start > 0 && end > start);
  return seed.slice(start, end);
}

describe('the demo feed', () => {
  it('is what the script makes of the seed', () => {
    assert.equal(written, `${JSON.stringify(portalFeed(seed), undefined, 2)}\n`);
  });

  it('reads without a problem', () => {
    assert.deepEqual(problems, []);
    assert.equal(feed.items.length, 18);
  });

  it('holds every word of the directive, unchanged and in order', () => {
    assert.deepEqual(words(`${directive.title}\n${text}`), words(directiveInSeed()));
    assert.ok(seed.includes(text), 'the body is a piece of the seed, byte for byte');
    assert.ok(seed.includes(directive.title!));
  });

  it('loses no word in the outline', () => {
    assert.deepEqual(words(plainText(outlined)), words(text));
  });

  it('has the six movements of section 3 as campaigns, word for word, each with a picture', async () => {
    const campaigns = itemsOfKind(feed, 'campaign');
    assert.equal(campaigns.length, 6);
    for (const { title, _civic } of campaigns) {
      assert.ok(sections[2]?.includes(`“${title}”`), title);
      const { image = '', launchedBy, basis } = _civic?.campaign ?? {};
      assert.deepEqual([launchedBy, basis], ['Thủ tướng Chính phủ', [directive.id]]);
      const picture = new URL(`public/${new URL(image).pathname.replace(/^.*\/media/, 'media')}`, demo);
      assert.ok((await readFile(picture)).length > 0, title);
    }
  });

  it('gives dates to the one movement that names its years', () => {
    const dates = itemsOfKind(feed, 'campaign').map(({ _civic }) => [_civic?.campaign?.start, _civic?.campaign?.end]);
    const none = [undefined, undefined];
    assert.deepEqual(dates, [none, none, none, none, ['2023', '2030'], none]);
  });

  it('has news that says it is a sample and leads to the directive on the page', async () => {
    const news = itemsOfKind(feed, 'news');
    const page = await readFile(new URL('index.html', demo), 'utf8');
    assert.ok(news.length >= 6);
    for (const { title, url, content_text } of news) {
      assert.match(title ?? '', /^Tin mẫu: /u);
      assert.match(content_text ?? '', /không phải tin thật/u);
      assert.ok(page.includes(`id="${new URL(url ?? '').hash.slice(1)}"`), url);
    }
    const dates = news.map(({ date_published }) => Date.parse(date_published ?? ''));
    assert.deepEqual(
      dates,
      [...dates].sort((a, b) => b - a),
    );
  });

  it('commends what section 5 wants to be commended, in its words, and names nobody', () => {
    const commended = NEWS.filter(({ deed }) => deed !== undefined);
    assert.deepEqual(
      narrow(itemsOfKind(feed, 'news'), { tag: GOOD_DEEDS }).map(({ title }) => title),
      commended.map(({ title }) => title),
    );
    assert.equal(commended.length, 4);
    for (const { section, deed = '?' } of commended) {
      assert.equal(section, 5);
      assert.ok(sections[4]?.includes(deed), deed);
    }
    assert.ok(sections[4]?.includes(`“${GOOD_DEEDS}”`));
  });

  it('has banners with the words of the directive, and files that exist', async () => {
    const banners = feed._civic.banners.filter(({ image }) => image !== undefined);
    assert.deepEqual(
      banners.map(({ id }) => id),
      BANNERS.map(({ id }) => id),
    );
    for (const { alt, image, sources = [] } of banners) {
      assert.ok(`${directive.title}\n${text}`.includes(alt ?? '?'), alt);
      for (const url of [image ?? '', ...sources.map(({ src }) => src)]) {
        const path = new URL(url).pathname.slice(1);
        assert.ok((await readFile(new URL(`public/${path}`, demo))).length > 0, path);
      }
    }
  });

  it('has one banner of words, which calls itself a sample and takes the place of none of the seed’s', () => {
    const written = feed._civic.banners.filter(({ image }) => image === undefined);
    assert.deepEqual(
      written.map(({ id, text }) => [id, text]),
      [[HOUSE_MESSAGE.id, HOUSE_MESSAGE.lines.join('\n')]],
    );
    assert.match(written[0]?.text ?? '', /mẫu/u);
    assert.ok(!text.includes(HOUSE_MESSAGE.lines[1]));
  });

  it('names for every banner the section that its words stand in', () => {
    const preamble = outlined.preamble.map((block) => block.text).join('\n');
    for (const { text: phrase, section } of BANNERS) {
      assert.ok((section === 0 ? preamble : sections[section - 1])?.includes(phrase), phrase);
    }
  });

  it('has visit figures that can all be true', () => {
    const { online, today, yesterday, week, month, year, total } = feed._civic.statistics!;
    const rising = [online, today, today! + yesterday!, week, month, year, total];
    for (const [i, figure] of rising.slice(1).entries()) assert.ok(rising[i]! <= figure!);
  });
});

describe('the traps of the seed', () => {
  it('1: takes the page around the directive for what it is', () => {
    assert.equal(page.pageBanners, 1);
    assert.equal(page.newsHeading, 'TIN MỚI');
    assert.deepEqual(page.notices, { before: 11, after: 6 });
    assert.equal(NOTICES.length, 17);
    assert.deepEqual(
      [...page.counter],
      [
        ['Đang online', 0],
        ['Hôm nay', 1],
        ['Trong tuần', 0],
        ['Tất cả', 0],
      ],
    );
    assert.doesNotMatch(text, /image|TIN MỚI|Thống kê truy cập/u);
  });

  it('2: makes up no number, date, place, organ or recipients; the type is in the title, with its ";"', () => {
    assert.deepEqual(directive._civic?.directive, { typeCode: 'CT', typeName: 'Chỉ thị', postedBy: 'Quốc Vũ' });
    assert.equal(directive.date_published, undefined);
    assert.equal(directive.url, undefined);
    assert.match(directive.title!, /^Chỉ thị .+; tổ chức .+ quận$/u);
    assert.equal(outlineText(`${directive.title}\n${text}`).title?.text, directive.title);
  });

  it('3: ends the preamble at its ":", with the authority in its prose', () => {
    assert.equal(outlined.preamble.length, 1);
    assert.match(outlined.preamble[0]!.text, /^Nhằm thực hiện .+Chủ tịch Ủy ban nhân dân quận yêu cầu.+:$/su);
  });

  it('4: counts 1-9, however deep a section is indented', () => {
    assert.match(text, /\n[\u00a0 ]{9}5\. /u);
    assert.deepEqual(
      outlined.sections.map(({ id, level, number, children }) => [id, level, number, children.length]),
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`khoan-${n}`, 'clause', `${n}`, 0]),
    );
    assert.deepEqual(
      sections.map((section) => section.slice(0, 3)),
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${n}. `),
    );
  });

  it('5: labels the nine sections without headings from their first clause', () => {
    for (const { label, derived, headingBlocks, blocks } of outlined.sections) {
      assert.deepEqual([derived, headingBlocks, blocks.length], [true, 0, 1]);
      assert.ok(label.length > 20 && label.length <= 80, label);
      assert.ok(blocks[0]!.text.includes(label.replace(/…$/u, '')), label);
    }
    assert.equal(outlined.sections[4]?.label, 'Nâng cao chất lượng công tác thi đua, khen thưởng');
  });

  it('6: reports the stray "2" and leaves it in the text and in the name of the movement', () => {
    const [stray, ...more] = outlined.issues;
    assert.equal(more.length, 0);
    assert.deepEqual([stray?.kind, stray?.text, stray?.section], ['stray-number', '2', 'khoan-3']);
    assert.equal(text.slice(stray!.offset - 8, stray!.offset + 11), 'thi đua 2 thực hiện');
    assert.match(sections[2]!, /thi đua 2 thực hiện văn hóa công sở/u);
    assert.ok(itemsOfKind(feed, 'campaign').some(({ title }) => title?.includes('thi đua 2 thực hiện')));
  });

  it('7: parts "./." from the last word', () => {
    assert.deepEqual(outlined.endMark, { text: './.', glued: true });
    assert.match(sections[8]!, /kết quả thực hiện$/u);
    assert.match(text, /thực hiện\.\/\./u);
  });

  it('8: takes "Quốc Vũ" for who posted it, not for the signer', () => {
    assert.deepEqual(
      outlined.signOff.map(({ text: line, kind }) => [line, kind]),
      [['Quốc Vũ', 'postedBy']],
    );
    assert.equal(directive._civic?.directive?.postedBy, 'Quốc Vũ');
    assert.equal(directive._civic.directive.signer, undefined);
  });

  it('9: takes no date of a cited document for its own', () => {
    assert.deepEqual(text.match(/\d{2}\/\d{2}\/\d{4}/gu), ['01/01/2024', '31/12/2023', '19/12/2023']);
    const { issuedDate, effectiveFrom } = directive._civic?.directive ?? {};
    assert.deepEqual([issuedDate, effectiveFrom], [undefined, undefined]);
    assert.deepEqual(
      findDocumentNumbers(text).map(({ number }) => number.text),
      ['06/2022/QH15', '98/2023/NĐ-CP', '156/NQ-HĐND'],
    );
  });

  it('10: makes no list of year ranges and no sentence end of "…" and "..."', () => {
    for (const range of ['2023 - 2030', '2020 - 2025', '(2021 - 2025)']) {
      assert.equal(sections.filter((section) => section.includes(range)).length, 1, range);
    }
    const [, after] = sections[4]!.split('tồn đọng... ');
    assert.match(after!, /^Khen thưởng tập thể/u);
    assert.match(outlineText('1. văn hóa, xã hội… của quận. Hết.').sections[0]!.label, /xã hội… của quận$/u);
  });

  it('11: finds Ủy by Uỷ, hóa by hoá and UBND by its name, though the text mixes them', () => {
    const found = (query: string) => sections.flatMap((section, i) => (matches(section, query) ? [i + 1] : []));
    assert.deepEqual(found('Quận uỷ'), [1, 8]);
    assert.deepEqual(found('quan uy'), found('Quận Ủy'));
    assert.deepEqual(found('văn hoá'), [3, 8]);
    assert.deepEqual(found('UBND'), [1, 9]);
    assert.deepEqual(found('ủy ban nhân dân'), found('UBND'));
    assert.ok(sections.every((section) => text.includes(section)));
  });

  it('12: leaves the resolution without a number plain, and "quận 5 năm" no district', () => {
    const fourth = sections[3]!;
    assert.match(fourth, /Nghị quyết Đại hội Đảng bộ quận lần thứ III/u);
    assert.deepEqual(
      findDocumentNumbers(fourth).map(({ number }) => number.text),
      ['156/NQ-HĐND'],
    );
    assert.match(fourth, /quận 5 năm \(2021 - 2025\)/u);
    assert.ok(!outlined.issues.some(({ section }) => section === 'khoan-4'));
  });
});

describe('readPortalPage', () => {
  it('refuses a page without a directive', () => {
    assert.throws(() => readPortalPage('image banner\nTIN MỚI\nThống kê truy cập\n'), /no directive/u);
  });
});
