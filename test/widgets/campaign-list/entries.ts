/** Campaigns for tests; their words say that they are samples. */
import type { Campaign, FeedItem } from '../../../src/feed/schema.js';
import { type Entry, timetable } from '../../../src/widgets/campaign-list/timetable.js';

/** The zone of the portals. */
export const ZONE = 'Asia/Ho_Chi_Minh';

/** One campaign as an item of a feed. */
export function item(id: string, campaign: Campaign = {}, rest: Partial<FeedItem> = {}): FeedItem {
  return { id, title: `Phong trào mẫu ${id}`, _civic: { kind: 'campaign', campaign }, ...rest };
}

/** What a single campaign is at an instant. */
export function entryAt(campaign: Campaign, now: string, zone = ZONE): Entry {
  const [entry] = timetable([item('mau', campaign)], zone, new Date(now)).entries;
  if (entry === undefined) throw new Error('A timetable without its campaign.');
  return entry;
}
