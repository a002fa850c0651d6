import { isbot } from 'isbot';
import { dayAt, isoDay } from '../collector/calendar.js';
import { HttpError } from '../serve/errors.js';
import type { Part } from '../serve/part.js';
import { openBannerStore } from './banner-store.js';
import { readBatch } from './batch.js';

/** Bytes that a browser sends at most while a page ends (`keepalive`, Fetch Standard): more never comes. */
const BODY_LIMIT = 64 * 1024;

/** Whether a request comes from someone who looks: no robot, and no page that is only fetched ahead. */
function isReader(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const agent = String(headers['user-agent'] ?? '').trim();
  const purpose = String(headers['sec-purpose'] ?? headers['purpose'] ?? '');
  return agent !== '' && !isbot(agent) && !/prefetch|prerender/.test(purpose);
}

/** What rotators report: `POST /v1/notices/seen`. The answer comes when it is on the disk. */
export const banners: Part = async (app, { settings: { bannerStore, bannerZone } }) => {
  if (bannerStore === undefined) return;
  const store = await openBannerStore(bannerStore, {
    onFull: (day) =>
      app.log.warn({ code: 'banners-full', day: isoDay(day) }, 'too many different banners: new ones are not counted'),
  });
  app.addHook('onClose', async () => store.close());

  app.removeAllContentTypeParsers();
  // The one type that a page can send to another host without asking first.
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post('/v1/notices/seen', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const batch = readBatch(String(request.body));
    if (!batch) throw new HttpError(400, 'bad-body', 'The body is not what a rotator reports.');
    if (isReader(request.headers)) {
      try {
        await store.add(batch, dayAt(Date.now() - batch.age, bannerZone));
      } catch (error) {
        app.log.error({ err: error }, 'banners cannot be written');
        throw new HttpError(503, 'unavailable', 'This cannot be kept now: send it again later.');
      }
    }
    return reply.code(204).header('cache-control', 'no-store').send();
  });
};
