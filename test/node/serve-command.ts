/** `civic-widgets serve` out of the sources, as a process of its own that no failing test leaves behind. */
import { once } from 'node:events';
import { startCommand } from './run-command.js';
import { until } from './collector/until.js';

export interface Server {
  readonly url: string;
  /** Its exit code, `null` when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

const running = new Set<() => void>();

/** Starts it and waits for its address; `args` without `--port` lets the system choose one. */
export async function serveCommand(...args: string[]): Promise<Server> {
  const { child, said } = startCommand(['serve', ...(args.includes('--port') ? [] : ['--port', '0']), ...args]);
  const kill = () => child.kill('SIGKILL');
  running.add(kill);
  child.once('exit', () => running.delete(kill));
  // The log is JSON and names the address, too, perhaps first; the address has a whole line of its own.
  const address = () => /^(http:\S+)\n/m.exec(said.out)?.[1];
  await until(() => address() !== undefined || child.exitCode !== null, 'the server');
  const url = address();
  if (url === undefined) throw new Error(`The server ended before it listened: ${said.err}`);
  return {
    url,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** For `afterEach` or `after`: a child that goes on would keep the whole run from ending. */
export function killServers(): void {
  for (const kill of running) kill();
}
