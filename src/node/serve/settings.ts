import type { FastifyBaseLogger } from 'fastify';
import { DEFAULT_ZONE } from '../collector/site.js';

/** What the server is told; every part gets all of it. */
export interface ServeSettings {
  /** Address to listen on: an IP or a host name. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed; without any, nobody's is. */
  readonly trustedProxies: readonly string[];
  /** Folder whose files are served under `/`. */
  readonly files: string | undefined;
  /** Absolute URL under which readers have this server, with a slash at the end; without it, what a request says. */
  readonly publicUrl: string | undefined;
  /** Where visits are counted: an SQLite file, `redis://…`, or `none`. */
  readonly store: string;
  /** SQLite file in which banners are counted; without one they are not. */
  readonly bannerStore: string | undefined;
  /** IANA name: its midnight ends a day of banners. */
  readonly bannerZone: string;
  /** Another Redis for who is online. */
  readonly presenceStore: string | undefined;
  /** `host:port` on which `/metrics` answers. */
  readonly metrics: string | undefined;
  /** Requests a minute from one IPv4 address or IPv6 /64. */
  readonly requestsPerMinute: number;
  /** Milliseconds within which a request has to be there, head and body. */
  readonly patience: number;
  /** `false` is silent. */
  readonly log: FastifyBaseLogger | boolean;
}

export const DEFAULTS: ServeSettings = {
  host: '127.0.0.1',
  port: 8080,
  trustedProxies: [],
  files: undefined,
  publicUrl: undefined,
  store: 'none',
  bannerStore: undefined,
  bannerZone: DEFAULT_ZONE,
  presenceStore: undefined,
  metrics: undefined,
  // A whole office behind one address sends five a second; a script sends hundreds.
  requestsPerMinute: 1200,
  patience: 10_000,
  log: true,
};
