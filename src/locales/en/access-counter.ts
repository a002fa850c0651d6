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
};
