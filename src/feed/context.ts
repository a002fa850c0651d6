import { createContext } from '@lit/context';
import type { FeedSource } from './snapshot.js';

/** How a `<civic-feed>` hands its feed down; a registered symbol, so that two copies of the script understand it. */
export const feedContext = createContext<FeedSource>(Symbol.for('civic-feed'));
