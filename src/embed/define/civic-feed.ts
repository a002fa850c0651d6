/** Defines `<civic-feed>`. */
import { CivicFeed } from '../../feed/civic-feed.js';

CivicFeed.define();
