/**
 * What no protocol offers for Firefox, done by script in its own window: bringing the focus back into the page, and
 * media features. Needs `--remote-allow-system-access`.
 */
import type { Browser } from 'puppeteer-core';

export interface Media {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  media?: 'screen' | 'print';
}

/** The WebDriver BiDi connection that puppeteer keeps to itself. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

async function runInWindow(browser: Browser, expression: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (window === undefined) throw new Error('Firefox has no window.');
  await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
}

/**
 * Tab at a page's end goes on to the browser's buttons, as it should; but keys from a test then never come back,
 * neither does a click, and all later tests type into the tool bar.
 */
export async function focusPageInFirefox(browser: Browser): Promise<void> {
  await runInWindow(browser, 'gBrowser.selectedBrowser.focus()');
}

/** The page hears of it a little later; undefined takes the emulation off. */
export async function emulateInFirefox(browser: Browser, media: Media): Promise<void> {
  const preference = (name: string, value: number | undefined) =>
    value === undefined
      ? `Services.prefs.clearUserPref('${name}');`
      : `Services.prefs.setIntPref('${name}', ${String(value)});`;
  const { reducedMotion, forcedColors, colorScheme = 'none', media: medium = '' } = media;
  await runInWindow(
    browser,
    `{
      const page = gBrowser.selectedBrowser.browsingContext;
      page.prefersColorSchemeOverride = '${colorScheme}';
      page.mediumOverride = '${medium}';
      ${preference('ui.prefersReducedMotion', reducedMotion && Number(reducedMotion === 'reduce'))}
      ${preference('browser.display.document_color_use', forcedColors === 'active' ? 2 : undefined)}
    }`,
  );
}
