/**
 * What the types refuse; compiled by `npm run check`, part of no page. Angular takes any attribute of a custom element, so
 * this is about the elements themselves.
 */
export function refused(): void {
  const list = document.createElement('civic-news-list');
  // @ts-expect-error – there is no such layout
  list.layout = 'carousel';
  // @ts-expect-error – a number
  list.limit = 'five';
  // @ts-expect-error – the event is no error
  list.addEventListener('civic-load', ({ error }) => error);
}
