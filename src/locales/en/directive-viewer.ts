export default {
  heading: 'Directives',
  empty: 'No documents yet.',
  'not-found': 'There is no document “{item}”. Choose one from the list below.',
  'text-failed':
    'The full text cannot be shown. Reload the page, or open the original page or an attachment if there is one.',
  count: { one: '{count} document', other: '{count} documents' },
  page: 'Page {page} of {pages}',
  pages: 'Pages of the list',
  previous: 'Previous page',
  next: 'Next page',
  number: 'No.',
  issued: 'Issued on',
  notYet: 'Not yet in force',
  inForce: 'In force',
  partial: 'Partly expired',
  expired: 'Expired',
  published: 'Posted on',
};
