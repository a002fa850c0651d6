/** What the types refuse; compiled by `npm run check`, part of no page. */
import type { SvelteHTMLElements } from 'svelte/elements';
import 'civic-widgets/types/svelte.js';

type News = SvelteHTMLElements['civic-news-list'];

export const refused: News[] = [
  // @ts-expect-error – there is no such layout
  { layout: 'carousel' },
  // @ts-expect-error – a number
  { limit: 'five' },
  // @ts-expect-error – the event is no error
  { 'oncivic-load': ({ error }) => error },
];
