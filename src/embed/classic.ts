/** Entry of `civic-widgets.js`, the classic script for pages that drop `type="module"`: everything in one file. */
import { WIDGETS } from '../embed-address.js';
import './all.js';
import { find } from './finder.js';
import { scriptUrl } from './script-url.js';

find({ tags: [WIDGETS], load: () => Promise.resolve(), script: scriptUrl(/\/civic-widgets\.js/) });
