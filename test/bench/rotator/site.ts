/** The pages that are measured, on a server of their own: text as brotli, nothing kept. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'rolldown';
import sharp from 'sharp';
import { bundleModules } from '../../../scripts/bundle.js';
import { bundleLoader } from '../../../scripts/bundle-start.js';
import { downloaded } from '../../../scripts/size.js';
import { FEED_PATH, HEIGHT, type Peer, PEERS, PICTURES, WIDTH } from './peers.js';

const peers = fileURLToPath(new URL('peers/', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));
const BYTES = 29_000;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
};

/** A picture of noise, which no format makes small, of about 29 kB. */
async function picture(): Promise<Buffer> {
  const noise = sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 24 },
    },
  });
  const raw = await noise.png().toBuffer();
  let best = await sharp(raw).jpeg({ quality: 1 }).toBuffer();
  for (let quality = 2; quality <= 95; quality++) {
    const next = await sharp(raw).jpeg({ quality }).toBuffer();
    if (next.length > BYTES) break;
    best = next;
  }
  return best;
}

const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Biểu ngữ mẫu',
  _civic: {
    v: 1,
    banners: [...Array(PICTURES).keys()].map((at) => ({
      id: `mau-${at + 1}`,
      image: `/media/picture-${at + 1}.jpg`,
      alt: `Biểu ngữ mẫu ${at + 1}`,
      href: `/mau/${at + 1}`,
      width: WIDTH,
      height: HEIGHT,
    })),
  },
  items: [],
};

export interface Site {
  address(peer: Peer): string;
  /** Brotli bytes of the scripts and style sheets that a page asks for before it is ready. */
  bytes(peer: Peer): number;
  close(): void;
}

export async function openSite(): Promise<Site> {
  if (!existsSync(join(peers, 'node_modules'))) {
    console.log('Installing the peers …');
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: peers,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The peers cannot be installed.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'civic-rotators-'));
  const files = new Map<string, Buffer>();
  const put = (path: string, body: string | Buffer) => files.set(path, Buffer.from(body));
  await bundleModules(join(folder, 'own'));
  await bundleLoader(join(folder, 'own'));
  const jpeg = await picture();
  // A comment of its own makes each another picture.
  for (let at = 1; at <= PICTURES; at++) put(`/media/picture-${at}.jpg`, Buffer.concat([jpeg, Buffer.from([at])]));
  put(FEED_PATH, JSON.stringify(FEED));

  const small = new Map<string, number>();
  const compressed = (path: string, body: Buffer) => {
    const packed = brotliCompressSync(body);
    small.set(path, packed.length);
    return packed;
  };
  const addresses = new Map<Peer, string>();
  const downloads = new Map<Peer, string[]>();
  for (const [at, peer] of PEERS.entries()) {
    const asked: string[] = [];
    if (peer.script !== undefined) {
      const entry = join(folder, `peer-${at}.js`);
      writeFileSync(entry, peer.script);
      const { output } = await build({
        cwd: peers,
        input: entry,
        platform: 'browser',
        write: false,
        checks: { bundlerTimings: false },
        resolve: {
          modules: [join(peers, 'node_modules'), join(root, 'node_modules')],
          conditionNames: ['browser', 'production', 'import', 'module', 'default'],
        },
        output: { format: 'es', minify: true, codeSplitting: false },
      });
      put(`/peer-${at}.js`, output[0].code);
      asked.push(`/peer-${at}.js`);
    }
    const preloads: string[] = [];
    if (peer.own !== undefined) {
      if (peer.by === 'loader') asked.push('/own/loader.js');
      for (const file of downloaded(join(folder, 'own', `${peer.own}.js`))) {
        const path = file.slice(folder.length).replaceAll('\\', '/');
        asked.push(path);
        if (peer.by === 'preload' && path.includes('/chunks/')) preloads.push(path);
      }
    }
    for (const style of peer.styles ?? []) {
      put(`/styles/${style}`, readFileSync(join(peers, 'node_modules', style)));
      asked.push(`/styles/${style}`);
    }
    downloads.set(peer, asked);
    const script = peer.own !== undefined ? `/own/${peer.by === 'loader' ? 'loader' : peer.own}.js` : `/peer-${at}.js`;
    const tags = [
      ...(peer.by === 'preload' ? [`<link rel="preload" as="fetch" crossorigin href="${FEED_PATH}">`] : []),
      ...(peer.styles ?? []).map((style) => `<link rel="stylesheet" href="/styles/${style}">`),
      ...(peer.script !== undefined || peer.own !== undefined
        ? [`<script type="module" src="${script}"></script>`]
        : []),
      ...preloads.map((path) => `<link rel="modulepreload" href="${path}">`),
    ];
    put(
      `/page-${at}.html`,
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Đo</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>civic-banner-rotator{display:block;aspect-ratio:${WIDTH}/${HEIGHT}}main{width:${WIDTH}px;max-width:100%}img{display:block;max-width:100%;height:auto}</style>${peer.head ?? ''}${tags.join('')}</head>
<body><h1>Trang mẫu</h1><main>${peer.body}</main><p>Phần sau biểu ngữ.</p></body></html>`,
    );
    addresses.set(peer, `/page-${at}.html`);
  }

  const read = (path: string): Buffer | undefined => {
    const known = files.get(path);
    if (known || !path.startsWith('/own/')) return known;
    try {
      const body = readFileSync(join(folder, path));
      files.set(path, body);
      return body;
    } catch {
      return undefined;
    }
  };
  const packed = new Map<string, Buffer>();
  const packedOf = (path: string, body: Buffer) => {
    let small = packed.get(path);
    if (!small) packed.set(path, (small = compressed(path, body)));
    return small;
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = read(pathname);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
    const isText = !type.startsWith('image/');
    response.writeHead(200, {
      'content-type': type,
      // A preloaded answer must be good for a moment; each visit begins with an empty cache.
      'cache-control': 'max-age=60',
      ...(isText ? { 'content-encoding': 'br' } : {}),
    });
    response.end(isText ? packedOf(pathname, body) : body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    address: (peer) => `http://127.0.0.1:${port}${addresses.get(peer) ?? ''}`,
    bytes(peer) {
      let sum = 0;
      for (const path of downloads.get(peer) ?? []) {
        const body = read(path);
        if (body) sum += packedOf(path, body).length;
      }
      return sum;
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
