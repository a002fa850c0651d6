import { Command, InvalidArgumentError, Option } from 'commander';
import { tell } from '../language.js';
import { isZone } from '../collector/calendar.js';
import { DEFAULT_STORE } from '../collector/open-store.js';
import { bannerStoreBeside } from '../banners/default-store.js';
import { publicUrl } from './public-url.js';
import { DEFAULTS } from './settings.js';

/** What commander makes of the options below. */
interface Given {
  host: string;
  port: number;
  trustProxy: string[];
  files?: string;
  publicUrl?: string;
  rate: number;
  store: string;
  bannerStore?: string;
  bannerZone: string;
  presenceStore?: string;
  metrics?: string;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(tell({ vi: `cần số từ ${least} đến ${most}`, en: `needs ${least} to ${most}` }));
    }
    return value;
  };
}

function webAddress(text: string): string {
  const address = publicUrl(text);
  if (address !== undefined) return address;
  throw new InvalidArgumentError(tell({ vi: 'cần địa chỉ https://…', en: 'needs an address, https://…' }));
}

function timeZone(text: string): string {
  if (isZone(text)) return text;
  throw new InvalidArgumentError(
    tell({ vi: 'không có múi giờ này; ví dụ: Asia/Ho_Chi_Minh', en: 'no such zone; an example: Asia/Ho_Chi_Minh' }),
  );
}

/** `civic-widgets serve`. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(tell({ vi: 'Chạy máy chủ: trang nhúng, đếm lượt truy cập.', en: 'Run the server: embeds, visits.' }))
    .addOption(
      new Option('--host <address>', tell({ vi: 'địa chỉ lắng nghe', en: 'address to listen on' }))
        .default(DEFAULTS.host)
        .env('CIVIC_HOST'),
    )
    .addOption(
      new Option('--port <number>', tell({ vi: 'cổng; 0 là cổng còn trống', en: 'port; 0 takes a free one' }))
        .argParser(wholeNumber(0, 65_535))
        .default(DEFAULTS.port)
        .env('CIVIC_PORT'),
    )
    .addOption(
      new Option(
        '--trust-proxy <addresses...>',
        tell({ vi: 'chỉ tin X-Forwarded-For từ các địa chỉ này', en: 'believe X-Forwarded-For of these only' }),
      ).default([]),
    )
    .addOption(
      new Option('--files <folder>', tell({ vi: 'phục vụ cả thư mục này', en: 'serve this folder, too' })).env(
        'CIVIC_FILES',
      ),
    )
    .addOption(
      new Option(
        '--public-url <address>',
        tell({
          vi: 'địa chỉ công khai của máy chủ này, khi đứng sau một proxy',
          en: 'this server’s public address, where it stands behind a proxy',
        }),
      )
        .argParser(webAddress)
        .env('CIVIC_PUBLIC_URL'),
    )
    .addOption(
      new Option(
        '--store <address>',
        tell({
          vi: 'nơi đếm: tệp SQLite, redis://… hoặc none',
          en: 'where to count: an SQLite file, redis://… or none',
        }),
      )
        .default(DEFAULT_STORE)
        .env('CIVIC_STORE'),
    )
    .addOption(
      new Option(
        '--banner-store <file>',
        tell({
          vi: 'tệp SQLite cho số liệu biểu ngữ, hoặc none; mặc định là civic-banners.db cạnh --store',
          en: 'an SQLite file for banners, or none; civic-banners.db beside --store without it',
        }),
      ).env('CIVIC_BANNER_STORE'),
    )
    .addOption(
      new Option(
        '--banner-zone <name>',
        tell({
          vi: 'múi giờ IANA mà ngày của số liệu biểu ngữ theo',
          en: 'IANA time zone whose midnight ends a day of banners',
        }),
      )
        .argParser(timeZone)
        .default(DEFAULTS.bannerZone)
        .env('CIVIC_BANNER_ZONE'),
    )
    .addOption(
      new Option(
        '--presence-store <address>',
        tell({ vi: 'Redis riêng cho số người đang online', en: 'another Redis for who is online' }),
      ).env('CIVIC_PRESENCE_STORE'),
    )
    .addOption(
      new Option(
        '--metrics <host:port>',
        tell({
          vi: 'số liệu vận hành cho Prometheus, chỉ nên mở trong mạng nội bộ',
          en: 'Prometheus metrics, kept private',
        }),
      ).env('CIVIC_METRICS'),
    )
    .addOption(
      new Option(
        '--rate <number>',
        tell({ vi: 'số yêu cầu mỗi phút từ một địa chỉ', en: 'requests a minute per address' }),
      )
        .argParser(wholeNumber(1, 1_000_000))
        .default(DEFAULTS.requestsPerMinute),
    )
    .action(
      async ({
        host,
        port,
        trustProxy,
        files,
        publicUrl: address,
        rate,
        store,
        bannerStore,
        bannerZone,
        presenceStore,
        metrics,
      }: Given) => {
        const bannersIn = bannerStore ?? bannerStoreBeside(store);
        const { serve } = await import('./serve.js');
        const server = await serve({
          ...DEFAULTS,
          host,
          port,
          trustedProxies: trustProxy,
          files,
          publicUrl: address,
          requestsPerMinute: rate,
          store,
          bannerStore: bannersIn === 'none' ? undefined : bannersIn,
          bannerZone,
          presenceStore,
          metrics,
        });
        console.log(server.url);
        await server.stopped;
      },
    );
}
