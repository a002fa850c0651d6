import { figure, known, type Reader } from './reading.js';

/** Vercount: page views of all time, of the page's own host; it knows nothing else. */
export const read: Reader = async (ask, base) => {
  const url = new URL('api/v2/log', base.href.replace(/\/?$/, '/'));
  url.searchParams.set('url', location.origin);
  const { data } = (await ask(url)) as { data?: { site_pv?: unknown } | null };
  return { statistics: known({ total: figure(data?.site_pv) }) };
};
