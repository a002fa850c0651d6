/** Defines every element. */
import './define/civic-access-counter.js';
import './define/civic-feed.js';
import './define/civic-banner-rotator.js';
import './define/civic-campaign-list.js';
import './define/civic-directive-viewer.js';
import './define/civic-news-list.js';
