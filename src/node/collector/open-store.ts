import { CommandError } from '../command-error.js';
import type { Store, StoreHealth } from './store.js';

/** What is counted into when nothing is said: a file in the folder where the command was started. */
export const DEFAULT_STORE = 'civic-widgets.db';

export interface StoreChoice {
  /** `redis://…`, `rediss://…`, or the path of an SQLite file, with or without `sqlite:`. */
  readonly store: string;
  /** Another Redis for presence and salt, which need no persistence. */
  readonly presenceStore?: string | undefined;
  readonly onHealth?: (health: StoreHealth) => void;
}

/** Opens the store that an address names. */
export async function openStore({ store, presenceStore, onHealth }: StoreChoice): Promise<Store> {
  const told = onHealth && { onHealth };
  if (/^rediss?:/.test(store)) {
    const { openRedisStore } = await import('./redis-store.js');
    return openRedisStore({ address: store, presence: presenceStore, ...told });
  }
  if (presenceStore !== undefined) {
    throw new CommandError('presence-needs-redis', {
      vi: '--presence-store chỉ dùng được khi --store là redis://…',
      en: '--presence-store works with --store redis://… only.',
    });
  }
  const { openSqliteStore } = await import('./sqlite-store.js');
  return openSqliteStore({ file: store.replace(/^sqlite:(\/\/)?/, ''), ...told });
}
