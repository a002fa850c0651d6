/** Run by `calendar-file.test.ts` on machines of several zones. */
import { calendarOf } from '../../../src/widgets/campaign-list/calendar-file.js';
import { item, ZONE } from './entries.js';

const items = [
  item('a', { start: '2024-05-01', end: '2024-05-31' }),
  item('b', { start: '2024-03-10T02:30', end: '2024-11-03' }),
  item('c', { end: '2024-02-29', yearly: true }),
];
process.stdout.write(
  calendarOf(items, { name: 'Mẫu', zone: ZONE, host: 'example.org', language: 'vi', text: (key) => key, now: 0 }),
);
