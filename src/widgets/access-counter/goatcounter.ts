import { addDays, mondayOf, today } from './periods.js';
import { figure, known, type Reader } from './reading.js';

/** GoatCounter: `/counter/TOTAL.json?start=`, visits as formatted text; it has none of who is online. */
export const read: Reader = async (ask, base) => {
  const since = async (start?: string, end?: string) => {
    const url = new URL('counter/TOTAL.json', base.href.replace(/\/?$/, '/'));
    if (start !== undefined) url.searchParams.set('start', start);
    if (end !== undefined) url.searchParams.set('end', end);
    // 404 is its way to say that nobody came.
    const { count } = (await ask(url, { absent: { count: '0' } })) as { count?: unknown };
    return figure(count);
  };
  const day = today();
  const [total, year, month, week, now, yesterday] = await Promise.all([
    since(),
    since(`${day.slice(0, 4)}-01-01`),
    since(`${day.slice(0, 7)}-01`),
    since(mondayOf(day)),
    since(day),
    since(addDays(day, -1), addDays(day, -1)),
  ]);
  return { statistics: known({ today: now, yesterday, week, month, year, total }) };
};
