import { CommandError } from '../command-error.js';
import { connect, type RedisLink, shownAddress } from './link.js';

/** `totals` have to outlive a restart of the server; `presence` has not, but nobody may drop a part of it. */
export type Purpose = 'totals' | 'presence';

/**
 * Opens a Redis or Valkey, if it keeps what it is given.
 *
 * @throws CommandError `redis-unreachable`, `redis-too-old`, `redis-no-persistence`, `redis-evicts`
 */
export async function openRedis(address: string, purpose: Purpose): Promise<RedisLink> {
  const shown = shownAddress(address);
  let link: RedisLink | undefined;
  try {
    link = await connect(address);
    for (const info of await link.askAll(['INFO', 'all'])) check(String(info), purpose, shown);
    if (purpose === 'totals') await checkSync(link, shown);
    return link;
  } catch (error) {
    await link?.close();
    if (error instanceof CommandError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      'redis-unreachable',
      {
        vi: `Không kết nối được ${shown}: ${reason}. Kiểm tra địa chỉ, mật khẩu, tường lửa và máy chủ Redis có đang chạy không.`,
        en: `Cannot use ${shown}: ${reason}. Check the address, the password, the firewall, and that Redis runs.`,
      },
      { cause: error },
    );
  }
}

function check(info: string, purpose: Purpose, shown: string): void {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const version = field('redis_version');
  if (Number.parseInt(version, 10) < 7) {
    throw new CommandError('redis-too-old', {
      vi: `${shown} là Redis ${version}; cần Redis 7 trở lên hoặc Valkey.`,
      en: `${shown} is Redis ${version}; Redis 7 or newer, or Valkey, is needed.`,
    });
  }
  if (purpose === 'totals' && field('aof_enabled') !== '1') {
    throw new CommandError('redis-no-persistence', {
      vi: `${shown} không ghi xuống đĩa từng lệnh: khi máy chủ dừng đột ngột, số liệu sẽ mất. Đặt trong redis.conf: appendonly yes và appendfsync everysec (hoặc chạy: redis-cli CONFIG SET appendonly yes, rồi CONFIG REWRITE).`,
      en: `${shown} does not log what it is given to its disk, so that a crash would lose visits. Set in redis.conf: appendonly yes and appendfsync everysec (or run: redis-cli CONFIG SET appendonly yes, then CONFIG REWRITE).`,
    });
  }
  const policy = field('maxmemory_policy');
  if (Number(field('maxmemory')) > 0 && policy !== 'noeviction') {
    throw new CommandError('redis-evicts', {
      vi: `${shown} tự xóa dữ liệu khi đầy bộ nhớ (maxmemory-policy ${policy}): tổng số sẽ mất. Đặt trong redis.conf: maxmemory-policy noeviction.`,
      en: `${shown} drops what it has when its memory is full (maxmemory-policy ${policy}), totals included. Set in redis.conf: maxmemory-policy noeviction.`,
    });
  }
}

/** `appendfsync no` leaves half a minute to the kernel. A server that answers no CONFIG is a hosted one, and believed. */
async function checkSync(link: RedisLink, shown: string): Promise<void> {
  const answers = await link.askAll(['CONFIG', 'GET', 'appendfsync']).catch(() => []);
  if (!answers.some((answer) => Array.isArray(answer) && answer[1] === 'no')) return;
  throw new CommandError('redis-no-persistence', {
    vi: `${shown} để hệ điều hành tự quyết khi nào ghi đĩa (appendfsync no). Đặt trong redis.conf: appendfsync everysec.`,
    en: `${shown} leaves it to the system when to write (appendfsync no). Set in redis.conf: appendfsync everysec.`,
  });
}
