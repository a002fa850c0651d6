/** A feed with every field of the schema filled in, and ways to spoil it one field at a time. Its words say "mẫu". */
import { feedUrl } from '../support/page.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"><rect width="300" height="150"/></svg>';
const picture = () => feedUrl('raw', { body: PICTURE, type: 'image/svg+xml' });

export function news(id: string): JsonObject {
  return {
    id,
    url: `https://example.org/tin/${id}`,
    external_url: `https://example.org/ngoai/${id}`,
    title: `Tin mẫu ${id}`,
    content_text: 'Nội dung mẫu.',
    summary: 'Tóm tắt mẫu.',
    image: picture(),
    banner_image: picture(),
    date_published: '2024-03-01T08:00:00+07:00',
    date_modified: '2024-03-02T08:00:00+07:00',
    authors: [{ name: 'Phường mẫu', url: 'https://example.org/', avatar: picture() }],
    tags: ['mẫu'],
    language: 'vi',
    attachments: [
      {
        url: 'https://example.org/tep.pdf',
        mime_type: 'application/pdf',
        title: 'Tệp mẫu',
        size_in_bytes: 1024,
        duration_in_seconds: 1,
        _civic: { role: 'original', sha256: '00' },
      },
    ],
    _civic: { kind: 'news' },
  };
}

export function directive(id: string): JsonObject {
  return {
    ...news(id),
    title: `Văn bản mẫu ${id}`,
    content_text: 'Lời mở đầu mẫu.\n\n1. Mục mẫu thứ nhất.\n\n2. Mục mẫu thứ hai./.',
    _civic: {
      kind: 'directive',
      directive: {
        typeCode: 'CT',
        typeName: 'Chỉ thị',
        codeNumber: '01',
        codeNotation: 'CT-UBND',
        organ: { id: 'mau', name: 'Cơ quan mẫu', parent: { name: 'Cấp trên mẫu' }, successor: { name: 'Kế thừa mẫu' } },
        place: 'Nơi mẫu',
        issuedDate: '2024-02-29',
        effectiveFrom: '2024-03-01',
        effectiveTo: '2024-12-31',
        status: 'inForce',
        signer: { authority: 'TM.', position: 'Chức vụ mẫu', fullName: 'Người ký mẫu' },
        postedBy: 'Người đăng mẫu',
        basis: ['Căn cứ mẫu'],
        relations: [{ type: 'guides', target: 'Văn bản được hướng dẫn, mẫu' }],
        recipients: ['Nơi nhận mẫu'],
        priority: 'urgent',
        signature: { valid: true, signer: 'Người ký mẫu', time: '2024-03-01T08:00:00+07:00', checkedBy: 'Trạm mẫu' },
      },
    },
  };
}

export function campaign(id: string): JsonObject {
  return {
    ...news(id),
    title: `Phong trào mẫu ${id}`,
    _civic: {
      kind: 'campaign',
      campaign: {
        start: '2024-01-01',
        end: '2024-12-31',
        organiser: 'Đơn vị mẫu',
        launchedBy: 'Cơ quan mẫu',
        slogan: 'Khẩu hiệu mẫu',
        image: picture(),
        progress: { value: 3, target: 10, unit: 'nhà mẫu' },
        basis: ['1'],
      },
    },
  };
}

export function banner(id: string): JsonObject {
  return {
    id,
    image: picture(),
    alt: `Biểu ngữ mẫu ${id}`,
    href: `https://example.org/${id}`,
    width: 300,
    height: 150,
    sources: [{ src: picture(), type: 'image/svg+xml', density: 2, media: '(min-width: 1px)' }],
    video: 'https://example.org/phim.mp4',
    placement: 'mẫu',
    weight: 1,
    start: '2024-01-01',
    end: '2124-12-31',
    hours: '00:00-24:00',
    weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    maxPerDay: 1000,
    advertisement: true,
    fallback: false,
    advertiser: 'mẫu',
  };
}

export const FIGURES: JsonObject = {
  online: 3,
  today: 120,
  yesterday: 140,
  week: 520,
  month: 3900,
  year: 8100,
  total: 125_000,
  asOf: '2024-03-01T08:00:00+07:00',
};

/** A feed of items, and what its extension holds. */
export function feedOf(items: Json, extension: JsonObject = {}): JsonObject {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Nguồn tin mẫu',
    description: 'Mô tả mẫu',
    language: 'vi',
    home_page_url: 'https://example.org/',
    feed_url: 'https://example.org/feed.json',
    next_url: 'https://example.org/feed-2.json',
    icon: picture(),
    favicon: picture(),
    authors: [{ name: 'Cổng mẫu' }],
    expired: false,
    _civic: { about: 'mẫu', v: 1, timezone: 'Asia/Ho_Chi_Minh', ...extension },
    items,
  };
}

/** One value of each JSON type, most of them wrong wherever they are put. */
export const WRONG: readonly Json[] = [null, true, -1.5, 'sai', [], [{}], {}, { name: 7 }];

/** Every place in a value, as its keys from the outside in; the value itself is none. */
export function placesIn(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...placesIn(inner).map((place) => [key, ...place])]);
}

/** A copy of a value with something else at one place; undefined leaves the place out. */
export function withAt(value: Json, place: readonly string[], other: Json | undefined): Json {
  const [key, ...rest] = place;
  if (key === undefined) return other ?? null;
  const copy = structuredClone(value) as JsonObject;
  if (rest.length > 0) copy[key] = withAt(copy[key] ?? null, rest, other);
  else if (other === undefined) delete copy[key];
  else copy[key] = other;
  return copy;
}

/** A copy of a value in which every field whose name the pattern matches is another, however deep it lies. */
export function withAll(value: Json, names: RegExp, other: Json): Json {
  if (Array.isArray(value)) return value.map((entry) => withAll(entry, names, other));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, names.test(key) ? other : withAll(inner, names, other)]),
  );
}
