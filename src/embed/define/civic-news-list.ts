/** Defines `<civic-news-list>`. */
import { NewsList } from '../../widgets/news-list/news-list.js';

NewsList.define();
