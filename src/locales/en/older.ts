export default {
  more: 'Load older documents',
  'more-loading': 'Loading…',
  'more-failed': 'No more could be loaded. Check the connection and try again.',
  'more-unseen': {
    one: 'Searched only the {count} document loaded so far.',
    other: 'Searched only the {count} documents loaded so far.',
  },
  'all-older': 'Load all older documents',
  'all-older-stop': 'Stop loading',
  'all-older-loading': {
    one: '{count} document so far, still loading…',
    other: '{count} documents so far, still loading…',
  },
  'all-older-stopped': {
    one: 'Stopped at {count} document. You can go on loading.',
    other: 'Stopped at {count} documents. You can go on loading.',
  },
  'all-older-failed': {
    one: 'Only {count} document could be loaded, which you can still read. Check the connection and choose “{button}” to go on.',
    other:
      'Only {count} documents could be loaded, which you can still read. Check the connection and choose “{button}” to go on.',
  },
  'all-older-done': { one: '{count} document loaded, that is all.', other: '{count} documents loaded, that is all.' },
  seeking: {
    one: 'Looking for “{item}”: not in {count} document, still loading…',
    other: 'Looking for “{item}”: not in {count} documents, still loading…',
  },
  'seek-stop': 'Stop looking',
  'seek-on': 'Look further',
  'seek-stopped': {
    one: 'Stopped looking for “{item}”: it is not in the {count} document loaded so far.',
    other: 'Stopped looking for “{item}”: it is not among the {count} documents loaded so far.',
  },
  'seek-failed': {
    one: 'No more could be loaded; “{item}” is not in the {count} document loaded so far. Check the connection and choose “{button}”.',
    other:
      'No more could be loaded; “{item}” is not among the {count} documents loaded so far. Check the connection and choose “{button}”.',
  },
};
