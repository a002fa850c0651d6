import { itWithstands, STRICT } from './attacks.js';

describe('<civic-directive-viewer>, attacks under a strict policy', () => {
  itWithstands('are not even reported', STRICT);
});
