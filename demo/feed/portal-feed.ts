import { foldQuery } from '../../src/text/fold.js';
import { outlineText, type OutlinedDocument, type OutlinedSection } from '../../src/text/outline.js';
import { BANNERS, type BannerRow, HOUSE_MESSAGE } from './banners.js';
import { readPortalPage } from './portal-page.js';
import { GOOD_DEEDS, NEWS, STATISTICS, type SampleNews } from './samples.js';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Entry = Readonly<Record<string, Json>>;

const ID = 'chi-thi-thi-dua-2024';
/** The feed lies in `data/`, the page and its pictures one folder above. */
const PAGE = '../';
const MEDIA = `${PAGE}media/notices/`;
/** Where the page shows the directive that everything here is about. */
const DIRECTIVE = `${PAGE}#chi-thi`;

/** The picture of each movement, by words of its name. */
const PICTURES: readonly (readonly [string, string])[] = [
  ['nông thôn mới', 'nong-thon-moi'],
  ['Vì người nghèo', 'vi-nguoi-ngheo'],
  ['văn hóa công sở', 'van-hoa-cong-so'],
  ['kết cấu hạ tầng', 'ket-cau-ha-tang'],
  ['xã hội học tập', 'hoc-tap-suot-doi'],
  ['nhà tạm', 'xoa-nha-tam'],
];

/** The section that names the movements. */
const MOVEMENTS = 3;

const ABOUT =
  'Dữ liệu của trang mẫu. Chỉ thị giữ nguyên văn; tranh do dự án vẽ, lời trên tranh lấy từ chỉ thị; tin, lời nhắn bằng chữ và số liệu truy cập là dữ liệu mẫu.';

/** Makes the demo's feed out of the seed; the same seed gives the same feed. */
export function portalFeed(seed: string): Entry {
  const { title, body } = readPortalPage(seed);
  const outlined = outlineText(body, { title });
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Cổng thông tin điện tử quận (trang mẫu)',
    description: 'Một chỉ thị, các phong trào thi đua nêu trong đó, khẩu hiệu, tin mẫu và số liệu mẫu.',
    language: 'vi',
    home_page_url: PAGE,
    feed_url: 'portal.json',
    _civic: {
      about: ABOUT,
      v: 1,
      timezone: 'Asia/Ho_Chi_Minh',
      banners: [...BANNERS.map(bannerEntry), houseEntry()],
      statistics: STATISTICS,
    },
    items: [
      directiveItem(title, body, outlined),
      ...campaignItems(sectionOf(outlined, MOVEMENTS)),
      ...NEWS.map(newsItem),
    ],
  };
}

/** Only what the text itself proves: no number, date, place or organ, and the acts it cites are not called its basis. */
function directiveItem(title: string, body: string, outlined: OutlinedDocument): Entry {
  const kind = /^Chỉ thị(?!\p{L})/u.exec(title.normalize('NFC'))?.[0];
  if (kind === undefined) throw new Error(`"${title}" is not the title of a chỉ thị`);
  const poster = outlined.signOff.find((line) => line.kind === 'postedBy');
  return {
    id: ID,
    title,
    content_text: body,
    language: 'vi',
    tags: ['thi đua', 'khen thưởng', 'năm 2024'],
    _civic: {
      kind: 'directive',
      about:
        'Chép từ một trang cổng thông tin. Trang ấy không cho biết số, ngày, nơi ban hành, cơ quan ban hành và nơi nhận.',
      directive: {
        typeCode: 'CT',
        typeName: kind,
        ...(poster === undefined ? {} : { postedBy: poster.text }),
      },
    },
  };
}

/** One campaign for every name in quotation marks, the name exactly as written. */
function campaignItems(section: OutlinedSection): Entry[] {
  const text = section.blocks.map((block) => block.text).join('\n');
  const launchedBy = /do (Thủ tướng Chính phủ) phát động/u.exec(text)?.[1];
  if (launchedBy === undefined) throw new Error('The section does not say who launched the movements');
  return [...text.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => ({
    id: `phong-trao-${slugOf(name)}`,
    title: name,
    url: DIRECTIVE,
    content_text: `Phong trào “${name}” do ${launchedBy} phát động, nêu tại mục ${section.number} của chỉ thị.`,
    language: 'vi',
    tags: ['phong trào thi đua'],
    _civic: {
      kind: 'campaign',
      campaign: { ...periodOf(name), launchedBy, ...pictureOf(name), basis: [ID] },
    },
  }));
}

/** Years only where the name itself has them; other movements have no dates that the text would prove. */
function periodOf(name: string): Entry {
  const [, start, end] = /giai đoạn (\d{4}) [-–] (\d{4})/u.exec(name) ?? [];
  return start === undefined || end === undefined ? {} : { start, end };
}

function pictureOf(name: string): Entry {
  const slug = PICTURES.find(([words]) => name.includes(words))?.[1];
  if (slug === undefined) throw new Error(`No picture for “${name}”`);
  return { image: `${PAGE}media/campaigns/${slug}.svg` };
}

function newsItem({ section, title, forWards, published, deed }: SampleNews, index: number): Entry {
  return {
    id: `tin-mau-${NEWS.length - index}`,
    url: DIRECTIVE,
    title,
    content_text: `Tin mẫu cho trang giới thiệu, viết theo mục ${section} của chỉ thị; không phải tin thật.`,
    date_published: published,
    language: 'vi',
    tags: ['tin mẫu', ...(deed === undefined ? [] : [GOOD_DEEDS]), ...(forWards ? ['phường'] : [])],
    _civic: { kind: 'news' },
  };
}

function bannerEntry({ id, slug, text, placement, width, height, weight, formats = [] }: BannerRow): Entry {
  const file = (format: string, density: number): Entry => ({
    src: `${MEDIA}${slug}${density === 1 ? '' : `@${density}x`}.${format}`,
    type: `image/${format}`,
    density,
  });
  const sources: Entry[] = formats.flatMap((format) => [file(format, 1), file(format, 2)]);
  // The page banner has a second cut, for phones.
  if (placement === 'top') sources.push({ src: `${MEDIA}${slug}-narrow.svg`, media: '(max-width: 699px)' });
  return {
    id,
    image: `${MEDIA}${slug}.svg`,
    alt: text,
    href: DIRECTIVE,
    width,
    height,
    ...(sources.length === 0 ? {} : { sources }),
    placement,
    weight,
  };
}

/** Its place is as wide as that of a notice, and as high as its words. */
function houseEntry(): Entry {
  const { id, lines, placement } = HOUSE_MESSAGE;
  return { id, text: lines.join('\n'), href: `${PAGE}#dau-trang`, placement, weight: 1 };
}

function sectionOf({ sections }: OutlinedDocument, number: number): OutlinedSection {
  const found = sections.find((section) => section.number === String(number));
  if (found === undefined) throw new Error(`The directive has no section ${number}`);
  return found;
}

/** The first words of a name, for an id. */
function slugOf(name: string): string {
  const words = foldQuery(name).match(/[a-z0-9]+/gu) ?? [];
  return words.slice(0, 6).join('-');
}
