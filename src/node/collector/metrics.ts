import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Store } from './store.js';

/** What is told to Prometheus: numbers about the collector, none about a visitor or a site. */
export interface Metrics {
  readonly registry: Registry;
  /** Something that came in and what became of it. */
  hit(outcome: string): void;
  /** A request that was refused, by its code. */
  refused(code: string): void;
}

export function metricsFor(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const hits = new Counter({
    name: 'civic_hits_total',
    help: 'Views and heartbeats by outcome: visit, known, suspect, full, or why they were not counted.',
    labelNames: ['outcome'],
    registers,
  });
  const refusals = new Counter({
    name: 'civic_refused_total',
    help: 'Requests answered with an error, by code.',
    labelNames: ['code'],
    registers,
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('civic_store_ok', '1 while what is counted can be stored.', () => (store.health().ok ? 1 : 0));
  gauge('civic_pending_visits', 'Visits counted and not stored yet.', () => store.health().pending);
  gauge('civic_visitors', 'Visitors of the last half hour in this process.', () => store.visitors() ?? 0);
  gauge('civic_sites', 'Sites that are counted.', () => store.sites().length);
  return {
    registry,
    hit: (outcome) => hits.inc({ outcome }),
    refused: (code) => refusals.inc({ code }),
  };
}
