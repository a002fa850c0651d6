import '../../src/embed/define/civic-access-counter.js';
import '../../src/embed/define/civic-campaign-list.js';
import '../../src/embed/define/civic-directive-viewer.js';
import '../../src/embed/define/civic-news-list.js';
