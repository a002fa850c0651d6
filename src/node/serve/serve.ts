import type { Server as HttpServer } from 'node:http';
import { type Collector, makeCollector } from '../collector/collector.js';
import { openStore } from '../collector/open-store.js';
import type { StoreHealth } from '../collector/store.js';
import { CommandError } from '../command-error.js';
import { buildApp } from './app.js';
import { serveMetrics } from './metrics-server.js';
import type { ServeSettings } from './settings.js';

/** A server that runs. */
export interface Server {
  /** Its own address, `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Where `/metrics` answers, if it was asked for. */
  readonly metricsUrl: string | undefined;
  /** What is counted, if anything is. */
  readonly collector: Collector | undefined;
  /** Fulfilled when it has stopped, by {@link stop} or a signal. */
  readonly stopped: Promise<void>;
  /** Answers what it has begun and stops. */
  stop(): Promise<void>;
}

/** Starts the server; SIGTERM and SIGINT stop it gracefully. */
export async function serve(settings: ServeSettings): Promise<Server> {
  let tell: (health: StoreHealth) => void = () => undefined;
  const store =
    settings.store === 'none'
      ? undefined
      : await openStore({
          store: settings.store,
          presenceStore: settings.presenceStore,
          onHealth: (health) => tell(health),
        });
  const collector = store && makeCollector(store);
  const app = await buildApp(settings, collector);
  tell = (health) => app.log[health.ok ? 'info' : 'error']({ store: health }, 'the store');
  let metrics: HttpServer | undefined;
  const close = async (): Promise<void> => {
    metrics?.close();
    await app.close();
    await store?.close();
  };
  try {
    await app.listen({ host: settings.host, port: settings.port });
    if (collector && settings.metrics !== undefined) {
      const at = settings.metrics.lastIndexOf(':');
      const host = settings.metrics.slice(0, Math.max(at, 0)) || '127.0.0.1';
      metrics = await serveMetrics(collector.metrics.registry, host, Number(settings.metrics.slice(at + 1)));
    }
  } catch (error) {
    await close();
    throw cannotListen(settings, error);
  }
  const address = app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : settings.port;
  let done: () => void;
  const stopped = new Promise<void>((resolve) => (done = resolve));
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
    stopping ??= close().then(done);
    return stopping;
  };
  const onSignal = (): void => void stop();
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    url: `http://${host}:${port}/`,
    metricsUrl: metrics && `http://${addressOf(metrics)}/metrics`,
    collector,
    stopped,
    stop,
  };
}

function cannotListen({ host, port }: ServeSettings, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code)) return error;
  return new CommandError(
    'cannot-listen',
    {
      vi: `Không mở được ${host}:${port} (${code}): chọn cổng khác bằng --port hoặc địa chỉ khác bằng --host.`,
      en: `Cannot listen on ${host}:${port} (${code}): choose another --port or --host.`,
    },
    { cause: error },
  );
}

function addressOf(server: HttpServer): string {
  const address = server.address();
  return address !== null && typeof address === 'object' ? `${address.address}:${address.port}` : '';
}
