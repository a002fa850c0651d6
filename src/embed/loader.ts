/**
 * Finds the elements that a page uses, and links that stand for one, also those that come later, and loads just these.
 */
import { goAhead } from './ahead.js';
import { find } from './finder.js';
import { load, script, tags } from './modules.js';

/** Looks after an open shadow root as well. */
export const watch: (root: Document | ShadowRoot) => void = find({ tags, load, script, found: goAhead });

export { load };
