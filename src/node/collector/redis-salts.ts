import type { RedisLink } from '../redis/link.js';
import { saltKey } from './redis-keys.js';
import type { Moment } from './moment.js';
import { formerCounts, newSalt, type Salts, saltEnd, saltPeriod } from './visitor.js';
import { IDLE } from './counts.js';

/**
 * Salts that all collectors of a store have in common. Each is random, made by whoever needs it first, and goes from Redis by
 * itself half an hour after its time.
 */
export interface SharedSalts {
  at(moment: Moment): Salts | Promise<Salts>;
  /** Sees to it that what is used here is still what the others use. */
  check(): Promise<void>;
}

export function sharedSalts(link: RedisLink): SharedSalts {
  let kept: { period: number; current: Buffer; former: Buffer | undefined } | undefined;
  let latest = 0;
  let asking: { period: number; answer: Promise<Salts> } | undefined;

  const fetch = async (period: number, steady: number, proposed = newSalt()): Promise<Salts> => {
    const life = Math.ceil(saltEnd(period) + IDLE - steady);
    const [key, before] = [saltKey(period), saltKey(period - 1)];
    await link.ask(key, ['SET', key, proposed.toString('base64'), 'NX', 'PX', String(life)]);
    const [current, former] = await Promise.all([link.ask(key, ['GET', key]), link.ask(before, ['GET', before])]);
    if (typeof current !== 'string') throw new Error('the salt went away');
    kept = {
      period,
      current: Buffer.from(current, 'base64'),
      former: typeof former === 'string' ? Buffer.from(former, 'base64') : undefined,
    };
    return kept;
  };

  const at = ({ steady }: Moment): Salts | Promise<Salts> => {
    latest = steady;
    const period = saltPeriod(steady);
    if (kept?.period === period) {
      return { current: kept.current, former: formerCounts(steady) ? kept.former : undefined };
    }
    if (asking?.period !== period) {
      asking = {
        period,
        answer: fetch(period, steady).finally(() => (asking = undefined)),
      };
    }
    return asking.answer.then(
      ({ current, former }) => ({ current, former: formerCounts(steady) ? former : undefined }),
      (error: unknown) => {
        // While Redis is away at the very change, the salt before goes on: it will be the former one.
        if (kept?.period === period - 1) return { current: kept.current };
        throw error;
      },
    );
  };

  return {
    at,
    async check() {
      if (kept?.period === saltPeriod(latest)) await fetch(kept.period, latest, kept.current);
    },
  };
}
