/** What the types refuse; compiled by `npm run check`, part of no page. */
import 'civic-widgets/types/react.js';

export const refused = [
  // @ts-expect-error – there is no such layout
  <civic-news-list layout="carousel" />,
  // @ts-expect-error – a number
  <civic-news-list limit="five" />,
  // @ts-expect-error – the event is no error
  <civic-news-list oncivic-load={({ error }) => error} />,
  // @ts-expect-error – there is no such element
  <civic-news />,
];
