import type { CampaignListKey } from '../campaign-list.js';
import type { Wordings } from '../strings.js';

export default {
  heading: 'Movements and campaigns',
  empty: 'No campaigns yet.',
  upcoming: 'Upcoming',
  ongoing: 'Under way',
  ended: 'Ended',
  from: 'From {date}',
  'from-year': 'From {date}',
  until: 'Until {date}',
  'until-year': 'Until {date}',
  always: 'No time limit',
  left: { one: '{count} day left', other: '{count} days left' },
  'last-day': 'Today is the last day',
  elapsed: 'Time elapsed',
  progress: 'Result',
  'progress-of': '{value} / {target} {unit}',
  organiser: 'Organised by',
  'launched-by': 'Launched by',
  tags: 'Topics',
  details: 'Details',
  more: 'Show more ({count})',
  search: 'Search campaigns',
  found: { one: '{count} result', other: '{count} results' },
  'none-found': 'Nothing found. Try another word, or a shorter one.',
} satisfies Wordings<CampaignListKey>;
