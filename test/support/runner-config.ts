/** What the browser test runner is told: engines, plugins, the feed server, what counts as a failure. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher, Reporter } from '@web/test-runner-core';
import { ensureEngines, readEngines, type Engine } from '../../scripts/browsers.js';
import { feedParts } from './feed-server.js';
import { hostPages } from './host-pages.js';
import { pageCommands, testSetup } from './page-commands.js';
import { resultReporter, type BrowserResult } from './result-reporter.js';
import { webkitLauncher } from './webkit-launcher.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A launcher takes all paths and returns the engine's browser. */
const launchers: Record<Engine, (paths: Record<string, string>) => BrowserLauncher> = {
  chromium: (paths) => {
    const launcher = chromeLauncher({
      launchOptions: {
        executablePath: paths['Chromium'] ?? '',
        args: [
          // Root in a container has no user namespace to build the sandbox in.
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-dev-shm-usage',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          '--force-color-profile=srgb',
          // Each window would load two pages of the browser's own.
          '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
        ],
      },
    });
    launcher.name = 'Chromium';
    return launcher;
  },
  firefox: (paths) => {
    // Firefox refuses to start without a home it may write to.
    const home = mkdtempSync(join(tmpdir(), 'civic-firefox-'));
    process.once('exit', () => rmSync(home, { recursive: true, force: true }));
    const launcher = chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        // Lets `firefox-chrome.ts` reach the browser's own window.
        args: ['--remote-allow-system-access'],
        executablePath: paths['Firefox'] ?? '',
        env: { ...process.env, HOME: home, MOZ_HEADLESS: '1' },
      },
    });
    launcher.name = 'Firefox';
    return launcher;
  },
  webkit: (paths) =>
    webkitLauncher({
      driver: paths['WebKitWebDriver'] ?? '',
      browser: paths['MiniBrowser'] ?? '',
      xvfb: paths['Xvfb'] ?? '',
    }),
};

/** The runner's own reporter, without the 404s that tests ask the feed server for. */
function consoleReporter(): Reporter {
  const reporter = defaultReporter({ reportTestResults: true, reportTestProgress: false });
  return {
    ...reporter,
    reportTestFileResults(results) {
      const sessionsForTestFile = results.sessionsForTestFile.map((session) => ({
        ...session,
        request404s: session.request404s.filter((url) => !url.includes('__feed/')),
      }));
      reporter.reportTestFileResults?.({ ...results, sessionsForTestFile });
    },
  };
}

export interface RunnerOptions {
  /** Told once, when all tests have run. */
  onResult?: (result: BrowserResult) => void;
  engines?: readonly Engine[];
  files?: readonly string[];
  coverage?: boolean;
}

export function runnerConfig(options: RunnerOptions = {}): TestRunnerConfig {
  const engines = options.engines ?? readEngines(process.env['ENGINES'], ['chromium']);
  const paths = ensureEngines(engines);
  const feeds = feedParts();
  return {
    rootDir: root,
    files: options.files === undefined ? ['test/**/*.browser-test.ts'] : [...options.files],
    hostname: '127.0.0.1',
    nodeResolve: true,
    browsers: engines.map((engine) => launchers[engine](paths)),
    // One page at a time: focus, timers and animation frames behave as they do for a reader.
    concurrency: 1,
    concurrentBrowsers: 1,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    // Lit's development build is wanted for its warnings; that it is one need not be said in every file.
    filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).startsWith('Lit is in dev mode')),
    testFramework: { config: { ui: 'bdd', timeout: 40_000, forbidOnly: true } },
    middleware: [feeds.middleware, hostPages()],
    plugins: [
      testSetup(),
      esbuildPlugin({ ts: true, json: true, target: 'es2021', tsconfig: join(root, 'tsconfig.json') }),
      pageCommands(),
      feeds.plugin,
    ],
    coverage: options.coverage ?? false,
    coverageConfig: {
      include: ['src/**/*.ts'],
      reportDir: join(root, 'coverage', engines.join('-')),
      reporters: ['lcovonly'],
    },
    reporters: [consoleReporter(), ...(options.onResult === undefined ? [] : [resultReporter(options.onResult)])],
  };
}
