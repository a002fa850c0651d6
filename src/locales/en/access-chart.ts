export default {
  chart: 'Visits of the last {count} days',
  'chart-day': 'Day',
  'chart-visits': 'Visits',
  'chart-today': '{date} (today)',
  'chart-most': 'most: {count}',
};
