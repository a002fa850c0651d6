/** Entry of `civic-widgets.js`, the classic script for pages that drop `type="module"`: everything in one file. */
import './all.js';
