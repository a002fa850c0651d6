/**
 * Without a window Chromium says that it is driven by a program, and such readers are not counted. What DevTools says instead
 * does not hold for a request that outlives its page, so it stands on the command line: `--user-agent=`.
 */
export const READER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
