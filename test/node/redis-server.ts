/** Real Redis servers for tests: Debian's package, on loopback ports and in folders of their own, ended by their process id. */
import { createClient } from '@redis/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, install, missingLine, packagesFor, type Program } from '../../scripts/browsers.js';

const REDIS: Program = {
  name: 'Redis',
  env: 'REDIS_PATH',
  commands: ['redis-server', 'valkey-server'],
  places: ['/usr/bin/redis-server'],
  debian: 'redis-server',
};

function redisProgram(): string {
  if (findProgram(REDIS) === undefined) install(packagesFor([REDIS]));
  const file = findProgram(REDIS);
  if (file === undefined) throw new Error(missingLine([REDIS]));
  return file;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** What keeps every command, as the collector wants it. */
export const KEEPING = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];

export interface RedisServer {
  readonly url: string;
  readonly pid: number;
  ask<T>(...args: string[]): Promise<T>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  stop(): Promise<void>;
}

export async function startRedis(settings: readonly string[] = KEEPING): Promise<RedisServer> {
  const program = redisProgram();
  const folder = mkdtempSync(join(tmpdir(), 'civic-redis-'));
  const port = await freePort();
  const bus = settings.includes('--cluster-enabled') ? ['--cluster-port', String(await freePort())] : [];
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  const ask = async <T>(...args: string[]): Promise<T> => {
    const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.sendCommand<T>(args);
    } finally {
      client.destroy();
    }
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const start = async () => {
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--daemonize', 'no', ...bus];
    child = spawn(program, [...own, ...settings], { stdio: 'ignore' });
    const giveUp = performance.now() + 30_000;
    // It reads its log before it answers.
    while ((await ask('PING').catch(() => undefined)) !== 'PONG') {
      if (child.exitCode !== null) throw new Error(`Redis ended at once, with code ${child.exitCode}.`);
      if (performance.now() > giveUp) throw new Error('Redis does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  mkdirSync(folder, { recursive: true });
  await start();
  return {
    url,
    get pid() {
      return child?.pid ?? 0;
    },
    ask,
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SLOTS = 16_384;

/** Three servers that share the keys. */
export async function startCluster(): Promise<readonly RedisServer[]> {
  const settings = [...KEEPING, '--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'];
  const nodes = await Promise.all([0, 1, 2].map(() => startRedis(settings)));
  const share = Math.ceil(SLOTS / nodes.length);
  for (const [index, node] of nodes.entries()) {
    const [first, last] = [index * share, Math.min((index + 1) * share, SLOTS) - 1];
    await node.ask('CLUSTER', 'ADDSLOTSRANGE', String(first), String(last));
    // Each begins with another number, or they would have to agree on that first.
    await node.ask('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
  }
  const [head] = nodes;
  for (const node of nodes.slice(1)) {
    const { port } = new URL(node.url);
    const [, bus] = (await node.ask<string[]>('CONFIG', 'GET', 'cluster-port')) as [string, string];
    await head?.ask('CLUSTER', 'MEET', '127.0.0.1', port, bus);
  }
  const giveUp = performance.now() + 30_000;
  for (const node of nodes) {
    for (;;) {
      const info = await node.ask<string>('CLUSTER', 'INFO');
      if (['cluster_state:ok', 'cluster_known_nodes:3'].every((line) => info.includes(line))) break;
      if (performance.now() > giveUp) throw new Error('The cluster does not come together.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return nodes;
}
