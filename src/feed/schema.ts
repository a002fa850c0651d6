/**
 * The feed's shape: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) and the one extension object `_civic`.
 *
 * The types are inferred from here and `feed.schema.json` is generated from here, so that a field is written once.
 * Names of a directive's fields are those of Phụ lục VI of NĐ 30/2020/NĐ-CP and schema.org/Legislation.
 */
import * as v from 'valibot';
import { DEFAULT_ZONE, isDate, isZone } from './dates.js';
import { isHours } from './hours.js';
import { resolveUrl } from './url.js';

/**
 * Marks what a string or number must be. The mark is a leaf of the generated `shape.ts`, by which browsers read a
 * feed: they need no validation library for that, and the marks are what both have to agree on.
 */
const leaf = <Value>(mark: string) => v.metadata<Value, { leaf: string }>({ leaf: mark });

const text = v.string();
const link = v.pipe(
  v.string(),
  v.check((value) => resolveUrl(value) !== undefined, 'no URL with http(s), mailto or tel, and no path'),
  leaf<string>('link'),
);
const resource = v.pipe(
  v.string(),
  v.check((value) => resolveUrl(value, undefined, 'resource') !== undefined, 'no http(s) URL and no path'),
  leaf<string>('resource'),
);
const date = v.pipe(
  v.string(),
  v.check(isDate, 'no date like 2024, 2024-03, 2024-03-01 or RFC 3339'),
  leaf<string>('date'),
);
const hours = v.pipe(v.string(), v.check(isHours, 'no hours like 07:00-11:30'), leaf<string>('hours'));
const zone = v.pipe(v.string(), v.check(isZone, 'no IANA time zone'), leaf<string>('zone'));
const amount = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.finite(), v.minValue(0), leaf<number>('share'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), leaf<number>('count'));
const pixels = v.pipe(v.number(), v.finite(), v.gtValue(0), leaf<number>('pixels'));
/** An id; JSON Feed asks readers to turn numbers into strings. */
const id = v.pipe(
  v.union([v.pipe(v.string(), v.regex(/\S/)), v.number()]),
  v.transform((value) => String(value)),
  leaf<string>('id'),
);

const Author = v.object({ name: v.optional(text), url: v.optional(link), avatar: v.optional(resource) });

const Attachment = v.object({
  url: link,
  mime_type: v.optional(text, 'application/octet-stream'),
  title: v.optional(text),
  /** Bytes. */
  size_in_bytes: v.optional(count),
  /** Seconds. */
  duration_in_seconds: v.optional(amount),
  _civic: v.optional(v.object({ role: v.optional(text), sha256: v.optional(text) })),
});

interface OrganInput {
  id?: string | undefined;
  name: string;
  parent?: OrganInput | undefined;
  successor?: OrganInput | undefined;
}
/** cơ quan ban hành (OrganName); `parent` is the cơ quan chủ quản, `successor` who answers for it today. */
const Organ: v.GenericSchema<OrganInput> = v.object({
  id: v.optional(text),
  name: text,
  parent: v.optional(v.lazy(() => Organ)),
  successor: v.optional(v.lazy(() => Organ)),
});

export const DirectiveSchema = v.object({
  /** mã loại: CT, QĐ, NQ, KH… */
  typeCode: v.optional(text),
  /** tên loại (TypeName) */
  typeName: v.optional(text),
  /** số (CodeNumber); a string, because "01" keeps its zero */
  codeNumber: v.optional(text),
  /** ký hiệu (CodeNotation), "CT-UBND" */
  codeNotation: v.optional(text),
  organ: v.optional(Organ),
  /** địa danh */
  place: v.optional(text),
  issuedDate: v.optional(date),
  effectiveFrom: v.optional(date),
  effectiveTo: v.optional(date),
  status: v.optional(v.picklist(['notYet', 'inForce', 'partial', 'expired'])),
  /** SignerInfo; `authority` is TM., Q., KT., TL. or TUQ. */
  signer: v.optional(v.object({ authority: v.optional(text), position: v.optional(text), fullName: v.optional(text) })),
  /** người đăng tin; not proven to be the signer */
  postedBy: v.optional(text),
  /** căn cứ, as written or as item ids */
  basis: v.optional(v.array(text)),
  relations: v.optional(
    v.array(
      v.object({
        type: v.picklist(['amends', 'supplements', 'replaces', 'repeals', 'guides', 'corrects']),
        target: text,
      }),
    ),
  ),
  /** nơi nhận (ToPlaces) */
  recipients: v.optional(v.array(text)),
  /** độ khẩn: khẩn, thượng khẩn, hỏa tốc */
  priority: v.optional(v.picklist(['urgent', 'veryUrgent', 'express'])),
  /** The publisher's verdict on a digital signature; a browser never computes one. */
  signature: v.optional(
    v.object({
      valid: v.optional(v.boolean()),
      signer: v.optional(text),
      time: v.optional(date),
      checkedBy: v.optional(text),
    }),
  ),
});

export const CampaignSchema = v.object({
  start: v.optional(date),
  end: v.optional(date),
  /** Comes back on the same days each year; `start` and `end` are those of its first time. */
  yearly: v.optional(v.boolean()),
  organiser: v.optional(text),
  launchedBy: v.optional(text),
  slogan: v.optional(text),
  image: v.optional(resource),
  progress: v.optional(v.object({ value: amount, target: amount, unit: v.optional(text) })),
  /** Ids of the items that call for it. */
  basis: v.optional(v.array(id)),
});

export const ItemSchema = v.object({
  id,
  url: v.optional(link),
  external_url: v.optional(link),
  title: v.optional(text),
  content_html: v.optional(text),
  content_text: v.optional(text),
  summary: v.optional(text),
  image: v.optional(resource),
  banner_image: v.optional(resource),
  date_published: v.optional(date),
  date_modified: v.optional(date),
  authors: v.optional(v.array(Author)),
  tags: v.optional(v.array(text)),
  language: v.optional(text),
  attachments: v.optional(v.array(Attachment)),
  _civic: v.optional(
    v.object({
      kind: v.optional(v.picklist(['directive', 'campaign', 'news'])),
      directive: v.optional(DirectiveSchema),
      campaign: v.optional(CampaignSchema),
    }),
  ),
});

const BannerFields = v.object({
  id,
  /** What stands where there is no image: the first line as a heading, those after it below it. */
  text: v.optional(text),
  image: v.optional(resource),
  /** Says what the picture says; empty for pure decoration. */
  alt: v.optional(text),
  href: v.optional(link),
  /** CSS pixels; with `height` they reserve the box. */
  width: v.optional(pixels),
  height: v.optional(pixels),
  /** Better formats or other densities of the same picture, best first. */
  sources: v.optional(
    v.array(
      v.object({
        src: resource,
        type: v.optional(text),
        /** Device pixels per CSS pixel. */
        density: v.optional(pixels),
        /** Pixels that this file is wide, instead of a density: the browser takes what fits the screen. */
        width: v.optional(pixels),
        media: v.optional(text),
      }),
    ),
  ),
  /** A film without sound that plays over the picture while the rotation runs. */
  video: v.optional(resource),
  placement: v.optional(text),
  /** Share among the banners that run; 0 never shows. */
  weight: v.optional(share),
  start: v.optional(date),
  /** A date includes that day, a time is the first instant without the banner. */
  end: v.optional(date),
  /** Hours of the day in the feed's zone: "07:00-11:30", across midnight "22:00-05:00", several with commas. */
  hours: v.optional(hours),
  /** Days of the week in the feed's zone; hours across midnight belong to the day that they begin on. */
  weekdays: v.optional(v.array(v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))),
  /** How often one browser shows it on one day at most, counted on the device alone; 0 never shows. */
  maxPerDay: v.optional(count),
  /** Is paid for: gets a visible label, and its link `rel="sponsored"`. */
  advertisement: v.optional(v.boolean()),
  /** Comes only when nothing else runs. */
  fallback: v.optional(v.boolean()),
  /** Whose it is; an id in `advertisers` shares that weight among all that are theirs. */
  advertiser: v.optional(id),
});

export const BannerSchema = v.pipe(
  BannerFields,
  v.check(({ image, text }) => !!image || !!text, 'neither image nor text'),
  // In the words of JSON Schema; the reader's shape has it from here, too.
  v.metadata({ anyOf: [{ required: ['text'] }, { required: ['image'] }] }),
);

/** Whoever has several banners that share one weight. */
export const AdvertiserSchema = v.object({
  id,
  /** Share of all their banners together; their own weights divide it. */
  weight: v.optional(share),
});

/** Visits; a missing figure is unknown, which is not 0. */
export const StatisticsSchema = v.object({
  online: v.optional(count),
  today: v.optional(count),
  yesterday: v.optional(count),
  week: v.optional(count),
  month: v.optional(count),
  year: v.optional(count),
  total: v.optional(count),
  /** When the figures were true. */
  asOf: v.optional(date),
});

export const ExtensionSchema = v.object({
  about: v.optional(text),
  v: v.optional(v.number(), 1),
  /** IANA name; rules every time without an offset. */
  timezone: v.optional(zone, DEFAULT_ZONE),
  banners: v.optional(v.array(BannerSchema), []),
  advertisers: v.optional(v.array(AdvertiserSchema)),
  statistics: v.optional(StatisticsSchema),
});

export const FeedSchema = v.object({
  version: text,
  title: text,
  description: v.optional(text),
  language: v.optional(text),
  home_page_url: v.optional(link),
  feed_url: v.optional(resource),
  next_url: v.optional(resource),
  icon: v.optional(resource),
  favicon: v.optional(resource),
  authors: v.optional(v.array(Author)),
  expired: v.optional(v.boolean()),
  _civic: v.optional(ExtensionSchema, {}),
  items: v.array(ItemSchema),
});

export type Feed = v.InferOutput<typeof FeedSchema>;
export type FeedItem = v.InferOutput<typeof ItemSchema>;
export type Directive = v.InferOutput<typeof DirectiveSchema>;
export type Campaign = v.InferOutput<typeof CampaignSchema>;
export type Banner = v.InferOutput<typeof BannerSchema>;
export type Advertiser = v.InferOutput<typeof AdvertiserSchema>;
export type Statistics = v.InferOutput<typeof StatisticsSchema>;
