/** Defines every element; in this order, of those that were tried, the classic script is among the smallest. */
import './define/civic-feed.js';
import './define/civic-directive-viewer.js';
import './define/civic-campaign-list.js';
import './define/civic-news-list.js';
import './define/civic-access-counter.js';
import './define/civic-banner-rotator.js';
