/**
 * Counting in Redis: the rules of `#note` in `sqlite-store.ts`, run where all collectors meet. A site is five keys with its
 * name as their hash tag, so that they lie on one server of a cluster:
 *
 * - `civic:{id}:live`: who was seen in the last half hour. A sorted set; a score is 1024 × the ms at which one was seen last, + 2 × the
 *   day on which that was (by 512), + 1 for one that has a visit.
 * - `civic:{id}:caps`: new visitors of this hour by address and network.
 * - `civic:{id}:sums`: the total, the sum of each year (`y2026`), and `epoch`, which is another after days were replaced.
 * - `civic:{id}:2026`: visits by day, and `s` and the day for those that are suspect. A year fits Redis' compact form.
 */
import { script } from '../redis/link.js';
import { IDLE, ONLINE } from './counts.js';
import { NETWORK_FACTOR } from './site.js';

/** Keys of a group in a script's `KEYS`. */
export const KEYS_PER_GROUP = 5;
/** What a group, and a hit in it, is packed as. */
export const GROUP_BYTES = 20;
export const HIT_BYTES = 48;

/** Addresses of a site remembered within an hour; a flood from more is suspect altogether. */
const MOST_ADDRESSES = 500_000;

/** `both`: one server does all. Else the presence server notes first, and the one with the totals adds what came of it. */
export type Mode = 'both' | 'presence' | 'totals';

/**
 * A batch of groups; a group is hits of one site on one day.
 *
 * `ARGV`: the groups packed (day, visits, suspects, cap, number of hits; then the hits), most visitors of a site, the mode. Answers for
 * each group: what came of each hit (a letter each), online, visits, suspects, visits of this day and the one before, total, epoch.
 */
export const SEEN = script(`#!lua
local IDLE, ONLINE, HOUR, FACTOR, MOST = ${IDLE}, ${ONLINE}, 3600000, ${NETWORK_FACTOR}, ${MOST_ADDRESSES}
local packed, most, mode = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local position, answers = 1, {}

for first = 1, #KEYS, ${KEYS_PER_GROUP} do
  local live, caps, sums, this, former_year = unpack(KEYS, first, first + ${KEYS_PER_GROUP - 1})
  local today, visits, suspects, cap, hits
  today, visits, suspects, cap, hits, position = struct.unpack('<i4I4I4I4I4', packed, position)
  local outcomes, latest, hour, touched, capped = {}, 0, nil, false, false

  local function of(key) return tonumber(redis.call('HGET', caps, key) or 0) end

  local function admit(address, network, now)
    if not hour then
      hour = math.floor(now / HOUR)
      if tonumber(redis.call('HGET', caps, 'hour') or 0) < hour then
        redis.call('DEL', caps)
        redis.call('HSET', caps, 'hour', hour)
      end
    end
    if network and of(network) >= cap * FACTOR then return false end
    if of(address) >= cap or redis.call('HLEN', caps) >= MOST then return false end
    if network then redis.call('HINCRBY', caps, network, 1) end
    redis.call('HINCRBY', caps, address, 1)
    capped = true
    return true
  end

  local function see(key, day, visit, now)
    redis.call('ZADD', live, string.format('%d', now * 1024 + (day % 512) * 2 + (visit and 1 or 0)), key)
    touched = true
  end

  local function note(kind, key, former, address, network, now)
    if former then
      local score = redis.call('ZSCORE', live, former)
      if score then
        redis.call('ZREM', live, former)
        redis.call('ZADD', live, 'NX', score, key)
      end
    end
    local score = tonumber(redis.call('ZSCORE', live, key) or 0)
    local last = math.floor(score / 1024)
    local known = score > 0 and now - last <= IDLE
    local has_visit = score % 2 == 1
    -- The day comes back whole, as long as it lies within 256 days of this one.
    local day = today + (math.floor(score % 1024 / 2) - today + 256) % 512 - 256
    -- Two collectors' clocks may differ by a little.
    if known and last > now then now = last end
    local full = not known and redis.call('ZCARD', live) >= most
    local begins = kind == 1
    if known then begins = today > day or (kind == 1 and not has_visit) end
    if not begins then
      if known then
        see(key, math.max(today, day), has_visit, now)
        return 'k'
      end
      if full then return 'f' end
      if not admit(address, network, now) then return 's' end
      see(key, today, false, now)
      return 'k'
    end
    if full then return 'f' end
    if not admit(address, network, now) then
      suspects = suspects + 1
      return 's'
    end
    visits = visits + 1
    see(key, today, true, now)
    return 'v'
  end

  for hit = 1, hits do
    local kind, flags, now, key, former, address, network
    kind, flags, now, key, former, address, network, position =
      struct.unpack('<BBI6c12c12c8c8', packed, position)
    if latest == 0 and mode ~= 'totals' then
      redis.call('ZREMRANGEBYSCORE', live, '-inf', string.format('(%d', (now - IDLE) * 1024))
    end
    latest = math.max(latest, now)
    if kind ~= 0 and mode ~= 'totals' then
      if flags % 2 == 0 then former = nil end
      if flags < 2 then network = nil end
      outcomes[#outcomes + 1] = note(kind, key, former, address, network, now)
    end
  end

  local online = 0
  if mode ~= 'totals' then
    online = redis.call('ZCOUNT', live, string.format('%d', (latest - ONLINE) * 1024), '+inf')
    if touched then redis.call('PEXPIRE', live, IDLE * 2) end
    if capped then redis.call('PEXPIRE', caps, HOUR) end
  end
  local today_visits, yesterday_visits, total, epoch = 0, 0, 0, ''
  if mode ~= 'presence' then
    epoch = redis.call('HGET', sums, 'epoch') or ''
    -- Without an epoch the site was removed a moment ago.
    if epoch ~= '' then
      local year = 'y' .. string.match(this, '%d+$')
      if visits > 0 then
        redis.call('HINCRBY', this, today, visits)
        redis.call('HINCRBY', sums, 'total', visits)
        redis.call('HINCRBY', sums, year, visits)
      end
      if suspects > 0 then
        redis.call('HINCRBY', this, 's' .. today, suspects)
        -- What years there are is read off these sums.
        redis.call('HSETNX', sums, year, 0)
      end
      today_visits = tonumber(redis.call('HGET', this, today) or 0)
      yesterday_visits = tonumber(redis.call('HGET', former_year, today - 1) or 0)
      total = tonumber(redis.call('HGET', sums, 'total') or 0)
    end
  end
  answers[#answers + 1] = {table.concat(outcomes), online, visits, suspects, today_visits, yesterday_visits, total, epoch}
end
return answers
`);

/** All that a collector keeps of a site: `KEYS` are its sums and some years, the answer is their fields and values. */
export const READ = script(`#!lua flags=no-writes
local answers = {}
for index = 1, #KEYS do answers[index] = redis.call('HGETALL', KEYS[index]) end
return answers
`);

/**
 * Replaces a site's days. `KEYS`: its sums, then the years that there are and those that come; `ARGV`: an epoch, then for each
 * field the number of its key, its name and its value.
 */
export const REPLACE = script(`#!lua
redis.call('DEL', unpack(KEYS))
if ARGV[1] ~= '' then redis.call('HSET', KEYS[1], 'epoch', ARGV[1]) end
for index = 2, #ARGV, 3 do
  redis.call('HSET', KEYS[tonumber(ARGV[index])], ARGV[index + 1], ARGV[index + 2])
end
return 1
`);
