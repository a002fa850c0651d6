export default {
  loading: 'Loading…',
  retry: 'Try again',
  stale: 'The server cannot be reached. This is the copy of {time}.',
  partly: 'Some sources could not be loaded completely: {sources}.',
  'error-no-source': 'There is no data source. The webmaster has to give the address of the feed in the src attribute.',
  'error-network': 'The data source cannot be reached. Check the connection and try again.',
  'error-timeout': 'The server has not answered. Wait a moment and try again.',
  'error-http': 'The server reports error {status}. Try again later.',
  'error-too-large': 'The data source is too large to load. Please tell the webmaster.',
  'error-not-json': 'The data source is not JSON, RSS or Atom. Please tell the webmaster.',
  'error-invalid-feed': 'The data source is not a valid feed. Please tell the webmaster.',
};
