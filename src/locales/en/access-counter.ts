import type { AccessCounterKey } from '../access-counter.js';
import type { Wordings } from '../strings.js';

export default {
  heading: 'Visits',
  empty: 'No figures yet.',
  online: 'Online now',
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'This week',
  month: 'This month',
  year: 'This year',
  total: 'All time',
  unknown: 'not known yet',
  'as-of': 'Figures as of {time}',
} satisfies Wordings<AccessCounterKey>;
