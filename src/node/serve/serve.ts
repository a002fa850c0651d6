import { CommandError } from '../command-error.js';
import { buildApp } from './app.js';
import type { ServeSettings } from './settings.js';

/** A server that runs. */
export interface Server {
  /** Its own address, `http://127.0.0.1:8080/`. */
  readonly url: string;
  /** Fulfilled when it has stopped, by {@link stop} or a signal. */
  readonly stopped: Promise<void>;
  /** Answers what it has begun and stops. */
  stop(): Promise<void>;
}

/** Starts the server; SIGTERM and SIGINT stop it gracefully. */
export async function serve(settings: ServeSettings): Promise<Server> {
  const app = await buildApp(settings);
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await app.close();
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
    stopping ??= app.close().then(done);
    return stopping;
  };
  const onSignal = (): void => void stop();
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return { url: `http://${host}:${port}/`, stopped, stop };
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
