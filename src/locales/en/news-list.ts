import type { NewsListKey } from '../news-list.js';
import type { Wordings } from '../strings.js';

export default {
  heading: 'Latest news',
  empty: 'No news yet.',
  play: 'Start the ticker',
  pause: 'Pause the ticker',
  previous: 'Previous story',
  next: 'Next story',
} satisfies Wordings<NewsListKey>;
