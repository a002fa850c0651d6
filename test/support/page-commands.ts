/**
 * The runner's half of `page.ts`: real keys, window size and media features in every engine that has them.
 * The runner's own commands speak to puppeteer only, or send WebKit no modifier keys.
 */
import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner-core';
import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import { emulateInFirefox, focusPageInFirefox, type Media } from './firefox-chrome.js';

/** WebDriver's code points for keys that are no character. */
const WEBDRIVER_KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
  Space: ' ',
};

type PuppeteerBrowser = BrowserLauncher & { getPage(sessionId: string): Page };

/** The part of the WebDriver session we use. */
interface Driver {
  performActions(actions: object[]): Promise<void>;
  setWindowRect(x: number | null, y: number | null, width: number, height: number): Promise<unknown>;
  execute(script: string): Promise<unknown>;
}
type WebdriverBrowser = BrowserLauncher & { driver: Driver };

const isPuppeteer = (browser: BrowserLauncher): browser is PuppeteerBrowser => browser.type === 'puppeteer';
const driverOf = (browser: BrowserLauncher): Driver => (browser as WebdriverBrowser).driver;

/** `Shift+Tab` → its keys in the order they go down. */
export function keysOf(chord: string): string[] {
  return chord === '+' ? ['+'] : chord.split('+');
}

async function press(browser: BrowserLauncher, sessionId: string, chord: string): Promise<void> {
  const keys = keysOf(chord);
  if (isPuppeteer(browser)) {
    const { keyboard } = browser.getPage(sessionId);
    // No keyboard layout has a key for ỉ; an input method would insert it.
    if (keys.length === 1 && /^[^\x20-\x7e]$/u.test(chord)) {
      await keyboard.sendCharacter(chord);
      return;
    }
    for (const key of keys) await keyboard.down((key === 'Space' ? ' ' : key) as KeyInput);
    for (const key of [...keys].reverse()) await keyboard.up((key === 'Space' ? ' ' : key) as KeyInput);
    return;
  }
  const values = keys.map((key) => WEBDRIVER_KEYS[key] ?? key);
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = [...values].reverse().map((value) => ({ type: 'keyUp', value }));
  await driverOf(browser).performActions([{ type: 'key', id: 'keyboard', actions: [...down, ...up] }]);
}

async function resize(browser: BrowserLauncher, sessionId: string, width: number, height: number): Promise<void> {
  if (isPuppeteer(browser)) {
    await browser.getPage(sessionId).setViewport({ width, height });
    return;
  }
  // WebDriver sizes the window; what its bars take is measured, and taken off again.
  const driver = driverOf(browser);
  const frame = (await driver.execute('return [outerWidth - innerWidth, outerHeight - innerHeight];')) as [
    number,
    number,
  ];
  await driver.setWindowRect(null, null, width + frame[0], height + frame[1]);
}

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const devtoolsOf = new WeakMap<Page, CDPSession>();

async function emulate(browser: BrowserLauncher, sessionId: string, media: Media): Promise<void> {
  if (!isPuppeteer(browser)) throw new Error(`${browser.name} cannot emulate media.`);
  const page = browser.getPage(sessionId);
  if (browser.name === 'Firefox') {
    await emulateInFirefox(page.browser(), media);
    return;
  }
  // Puppeteer's own functions do not know forced colours. The session stays: closing it ends the emulation.
  const devtools = devtoolsOf.get(page) ?? (await page.createCDPSession());
  devtoolsOf.set(page, devtools);
  // An empty value takes the emulation off again.
  await devtools.send('Emulation.setEmulatedMedia', {
    media: media.media ?? '',
    features: [
      { name: 'prefers-color-scheme', value: media.colorScheme ?? '' },
      { name: 'prefers-reduced-motion', value: media.reducedMotion ?? '' },
      { name: 'forced-colors', value: media.forcedColors ?? '' },
    ],
  });
}

/** A part of the window as it is painted: a PNG file in base 64. */
async function paint(browser: BrowserLauncher, sessionId: string, clip: Clip): Promise<string> {
  if (!isPuppeteer(browser)) throw new Error(`${browser.name} cannot be painted.`);
  const picture = await browser.getPage(sessionId).screenshot({ clip, captureBeyondViewport: false });
  return Buffer.from(picture).toString('base64');
}

export function pageCommands(): TestRunnerPlugin {
  return {
    name: 'page-commands',
    async executeCommand({ command, payload, session: { browser, id } }) {
      switch (command) {
        case 'page-press':
          await press(browser, id, payload as string);
          return true;
        case 'page-resize': {
          const [width, height] = payload as [number, number];
          await resize(browser, id, width, height);
          return true;
        }
        case 'page-focus':
          if (isPuppeteer(browser) && browser.name === 'Firefox') {
            await focusPageInFirefox(browser.getPage(id).browser());
          }
          return true;
        case 'page-media':
          await emulate(browser, id, payload as Media);
          return true;
        case 'page-paint':
          return paint(browser, id, payload as Clip);
        default:
          return undefined;
      }
    },
  };
}

/** Puts `setup.ts` in front of every browser test, so that no test can forget it. */
export function testSetup(): TestRunnerPlugin {
  return {
    name: 'test-setup',
    transform({ path, body }) {
      // On the first line, so that line numbers in failures stay true.
      if (path.endsWith('.browser-test.ts') && typeof body === 'string')
        return `import '/test/support/setup.ts'; ${body}`;
      return undefined;
    },
  };
}
