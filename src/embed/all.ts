/** Defines every element. */
import './define/civic-feed.js';
import './define/civic-news-list.js';
