/** WebKit for the test runner: WebKitGTK's MiniBrowser through WebKitWebDriver, on an X server of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BrowserLauncher } from '@web/test-runner-core';
import { webdriverLauncher } from '@web/test-runner-webdriver';

interface Paths {
  driver: string;
  browser: string;
  xvfb: string;
}

const START_TIMEOUT_MS = 20_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port for WebKitWebDriver.'));
      });
    });
  });
}

function within<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not start.`)), START_TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Xvfb picks a free display itself and writes its number to the descriptor we hand it.
 * No window manager runs there, so the window under the pointer has the focus, and the pointer rests in the
 * middle of the screen: on a screen this small that is inside every window. Windows may be larger than it.
 */
async function startXvfb(file: string): Promise<{ process: ChildProcess; display: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '400x300x24', '-nolisten', 'tcp'];
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${String(code)}.`)));
    (child.stdio[3] as Readable).once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { process: child, display: `:${await within(number, 'Xvfb')}` };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** MiniBrowser's tool bar keeps its window from being as narrow as a phone; without padding and icons it fits. */
const NARROW_BARS = `* {
  padding: 0; margin: 0; border-width: 0; min-width: 0; min-height: 0; font-size: 1px; -gtk-icon-transform: scale(0);
}`;

function configFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'civic-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), NARROW_BARS);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startDriver(file: string, display: string, port: number): Promise<ChildProcess> {
  const child = spawn(file, ['-p', String(port)], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: configFolder(),
      // WebKit's sandbox needs a user namespace, which root in a container has not got.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      // Software drawing: without a GPU the accelerated path prints warnings and may hang.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    },
  });
  const listening = (async () => {
    while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  })();
  await within(listening, 'WebKitWebDriver');
  return child;
}

export function webkitLauncher(paths: Paths): BrowserLauncher {
  const children: ChildProcess[] = [];
  const stopChildren = () => {
    for (const child of children.splice(0)) child.kill('SIGTERM');
  };
  process.once('exit', stopChildren);

  // The launcher reads its options when it opens the first page, so the port may be filled in later.
  const options: Parameters<typeof webdriverLauncher>[0] = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
      'wdio:enforceWebDriverClassic': true,
    } as WebdriverIO.Capabilities,
  };
  const launcher = webdriverLauncher(options);
  const initialize = launcher.initialize.bind(launcher);
  const stop = launcher.stop.bind(launcher);

  const wrapped = Object.assign(launcher, {
    async initialize(config: Parameters<typeof initialize>[0]) {
      const { process: xvfb, display } = await startXvfb(paths.xvfb);
      children.push(xvfb);
      const port = await freePort();
      children.push(await startDriver(paths.driver, display, port));
      options.port = port;
      await initialize(config);
      launcher.name = 'WebKit';
    },
    async stop() {
      await stop();
      stopChildren();
    },
  });
  // The package's own types disagree with the runner's under exactOptionalPropertyTypes.
  return wrapped as unknown as BrowserLauncher;
}
