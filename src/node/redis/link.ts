/** One way to talk to a Redis or Valkey server and to a cluster of them. */
import { createClient, createCluster, ErrorReply } from '@redis/client';
import { createHash } from 'node:crypto';

export type Reply = string | number | null | readonly Reply[];
export type Argument = string | Buffer;

/** Milliseconds until a server that does not answer is taken for one that is not there. */
const PATIENCE = 2000;
/** Milliseconds between two tries to come back, at most. */
const LONGEST_PAUSE = 1000;

/** A server, or a cluster. Nothing waits in it: while the server is away every question fails at once. */
export interface RedisLink {
  readonly isCluster: boolean;
  /** Asks the server that has a key. */
  ask(key: string, args: readonly Argument[]): Promise<Reply>;
  /** Asks every server that can be written to. */
  askAll(args: readonly Argument[]): Promise<Reply[]>;
  close(): Promise<void>;
}

/** A Lua script: sent once to each server, and by its hash from then on. */
export interface Script {
  readonly text: string;
  readonly sha: string;
}

export function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** Runs a script where its first key is. */
export async function run(
  link: RedisLink,
  { text, sha }: Script,
  keys: readonly string[],
  args: readonly Argument[],
): Promise<Reply> {
  const [key = ''] = keys;
  const rest = [String(keys.length), ...keys, ...args];
  try {
    return await link.ask(key, ['EVALSHA', sha, ...rest]);
  } catch (error) {
    if (!(error instanceof ErrorReply) || !error.message.startsWith('NOSCRIPT')) throw error;
    return link.ask(key, ['EVAL', text, ...rest]);
  }
}

/** `redis://a:7000,redis://b:7000` are several members of one cluster. */
export function addressesOf(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}

/** An address without its password, for people to read. */
export function shownAddress(text: string): string {
  return addressesOf(text)
    .map((address) => {
      try {
        const { protocol, host } = new URL(address);
        return `${protocol}//${host}`;
      } catch {
        return 'redis://?';
      }
    })
    .join(',');
}

/** What a failure means to an operator. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ErrorReply)) return 'unreachable';
  const { message } = error;
  if (message.startsWith('OOM')) return 'memory-full';
  if (message.startsWith('MISCONF')) return 'disk-full';
  if (message.startsWith('READONLY')) return 'read-only';
  if (/^(CLUSTERDOWN|MASTERDOWN|NOREPLICAS)/.test(message)) return 'unreachable';
  return /^(BUSY|LOADING|TRYAGAIN)/.test(message) ? 'busy' : 'failing';
}

async function patiently<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first connection fails at once where it cannot be had; a later one is tried until it comes back. */
function socketOptions() {
  let wasThere = false;
  return {
    connected: () => (wasThere = true),
    socket: {
      connectTimeout: PATIENCE,
      reconnectStrategy: (tries: number, cause: Error) =>
        wasThere ? Math.min(50 * 2 ** Math.min(tries, 10), LONGEST_PAUSE) : cause,
    },
  };
}

async function single(url: string): Promise<RedisLink> {
  const { socket, connected } = socketOptions();
  const client = createClient({ url, RESP: 2, disableOfflineQueue: true, socket });
  // What fails is said by what was asked; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  connected();
  const send = (args: readonly Argument[]) => patiently(client.sendCommand<Reply>([...args]));
  return {
    isCluster: false,
    ask: (_key, args) => send(args),
    askAll: async (args) => [await send(args)],
    async close() {
      if (client.isOpen) client.destroy();
    },
  };
}

async function cluster(urls: readonly string[]): Promise<RedisLink> {
  const { username, password, protocol } = new URL(urls[0] ?? '');
  const { socket, connected } = socketOptions();
  const tls = protocol === 'rediss:' && { tls: true as const };
  const client = createCluster({
    RESP: 2,
    rootNodes: urls.map((url) => ({ url })),
    defaults: {
      ...(username !== '' && { username: decodeURIComponent(username) }),
      ...(password !== '' && { password: decodeURIComponent(password) }),
      disableOfflineQueue: true,
      socket: { ...socket, ...tls },
    },
  });
  client.on('error', () => undefined);
  await client.connect();
  connected();
  return {
    isCluster: true,
    ask: (key, args) => patiently(client.sendCommand<Reply>(key, false, [...args])),
    askAll: (args) =>
      Promise.all(
        client.masters.map(async (master) => {
          const node = await client.nodeClient(master);
          return patiently(node.sendCommand<Reply>([...args]));
        }),
      ),
    async close() {
      if (client.isOpen) client.destroy();
    },
  };
}

/** @param address - `redis://[user:password@]host:port[/db]` or `rediss://…`; several, with commas, of one cluster */
export async function connect(address: string): Promise<RedisLink> {
  const urls = addressesOf(address);
  if (urls.length > 1) return cluster(urls);
  const link = await single(urls[0] ?? '');
  const info = String(await link.ask('', ['INFO', 'cluster']));
  if (!/^cluster_enabled:1/m.test(info)) return link;
  await link.close();
  return cluster(urls);
}
