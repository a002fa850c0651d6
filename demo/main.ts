import './theme.js';
import '../src/embed/all.js';
import './notices.js';
