import { defineStrings } from './strings.js';

export const newsListStrings = defineStrings(
  {
    heading: 'Tin mới',
    empty: 'Chưa có tin nào.',
    play: 'Cho tin chạy',
    pause: 'Dừng tin chạy',
    previous: 'Tin trước',
    next: 'Tin sau',
  },
  {
    heading: 'Latest news',
    empty: 'No news yet.',
    play: 'Start the ticker',
    pause: 'Pause the ticker',
    previous: 'Previous story',
    next: 'Next story',
  },
);
