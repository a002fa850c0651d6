/** Visits over HTTP, each by another visitor, as fast as they are answered. */
import { Agent, request } from 'node:http';

export interface Load {
  /** When each was answered, by `performance.now()`. */
  readonly answered: number[];
  /** Ends when what was sent is answered or refused. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  readonly url: string;
  readonly sites: readonly string[];
  readonly connections: number;
  /** The first visitor's number; each has one. */
  readonly from?: number;
  /** Milliseconds between two of one connection. */
  readonly pause?: number;
}

/** An address for each number; the server has to believe the sender. */
export function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

export function post(agent: Agent, url: string, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'text/plain', 'content-length': String(Buffer.byteLength(body)), ...headers },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

export function visitAtOnce({ url, sites, connections, from = 0, pause = 0 }: LoadOptions): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const address = new URL('v1/seen', url).href;
  const answered: number[] = [];
  let number = from;
  let stopped = false;
  const one = async () => {
    while (!stopped) {
      const mine = number++;
      const headers = { 'x-forwarded-for': addressOf(mine), 'user-agent': 'Mozilla/5.0 Firefox/140.0' };
      try {
        const status = await post(agent, address, JSON.stringify({ s: sites[mine % sites.length], k: 'v' }), headers);
        if (status === 200) answered.push(performance.now());
      } catch {
        // The server is gone: what was not answered was not promised.
        return;
      }
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const all = Promise.all([...Array(connections).keys()].map(one));
  return {
    answered,
    async stop() {
      stopped = true;
      await all;
      agent.destroy();
    },
  };
}
