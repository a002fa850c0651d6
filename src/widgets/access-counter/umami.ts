import { instantOf, addDays, mondayOf, today } from './periods.js';
import { figure, known, type Reader } from './reading.js';

/** A number, bare as in Umami 3 or in an object as before. */
const valueOf = (value: unknown): number | undefined =>
  figure(typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value);

/** An Umami share, `https://host/share/ID`: the id buys a token that reads this one site. */
export const read: Reader = async (ask, base) => {
  const id = /\/share\/([^/]+)/.exec(base.pathname)?.[1] ?? '';
  const api = new URL(base.href.replace(/\/share\/.*$/, '/api/'));
  const share = (await ask(new URL(`share/${id}`, api))) as { websiteId?: string; token?: string };
  const headers = { 'x-umami-share-token': share.token ?? '' };
  const site = (path: string) => ask(new URL(`websites/${share.websiteId ?? ''}/${path}`, api), { headers });
  const visits = async (start: number, end = Date.now()) =>
    valueOf(((await site(`stats?startAt=${start}&endAt=${end}`)) as { visits?: unknown }).visits);
  const day = today();
  const midnight = instantOf(day);
  const [active, now, yesterday, week, month, year, total] = await Promise.all([
    site('active') as Promise<{ visitors?: unknown; x?: unknown }>,
    visits(midnight),
    visits(instantOf(addDays(day, -1)), midnight - 1),
    visits(instantOf(mondayOf(day))),
    visits(instantOf(`${day.slice(0, 7)}-01`)),
    visits(instantOf(`${day.slice(0, 4)}-01-01`)),
    visits(0),
  ]);
  const online = valueOf(active.visitors ?? active.x);
  return { statistics: known({ online, today: now, yesterday, week, month, year, total }) };
};
