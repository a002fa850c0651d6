import type { CommonKey } from '../common.js';
import type { Wordings } from '../strings.js';

export default {
  loading: 'Loading…',
  empty: 'Nothing here yet.',
} satisfies Wordings<CommonKey>;
