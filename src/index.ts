/** The classes and the feed's reader, without any side effect: `define()` is the page's own decision. */
export { CivicFeed } from './feed/civic-feed.js';
export { FeedError, type FeedErrorCode } from './feed/error.js';
export { CivicErrorEvent, CivicLoadEvent } from './feed/events.js';
export { read } from './feed/read.js';
export type { Problem, ReadResult } from './feed/read-head.js';
export type { Banner, Campaign, Directive, Feed, FeedItem, Statistics } from './feed/schema.js';
export { VERSION } from './version.js';
export { AccessCounter } from './widgets/access-counter/access-counter.js';
export { BannerRotator } from './widgets/banner-rotator/banner-rotator.js';
export {
  CivicClickEvent,
  CivicImpressionEvent,
  CivicProblemEvent,
  CivicViewableEvent,
} from './widgets/banner-rotator/events.js';
export { CampaignList } from './widgets/campaign-list/campaign-list.js';
export { DirectiveViewer } from './widgets/directive-viewer/directive-viewer.js';
export { CivicOpenEvent } from './widgets/directive-viewer/events.js';
export { NewsList } from './widgets/news-list/news-list.js';
export { Widget, type WidgetState } from './widgets/widget.js';
