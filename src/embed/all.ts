/** Defines every element. */
import './define/civic-access-counter.js';
import './define/civic-feed.js';
import './define/civic-news-list.js';
