import { metricsFor, type Metrics } from './metrics.js';
import { type Clock, systemClock } from './moment.js';
import type { Store, StoreHealth } from './store.js';

/** Everything that counting needs while the server runs. */
export interface Collector {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Metrics;
  health(): StoreHealth;
}

export function makeCollector(store: Store, clock: Clock = store.clock ?? systemClock()): Collector {
  return { store, clock, metrics: metricsFor(store), health: () => store.health() };
}
