/**
 * What a browser test does to its page, the same in Chromium, Firefox and WebKit.
 *
 * Seen in the three engines: keys with modifiers, typing, mouse moves and clicks, focus and window sizes are real
 * in all of them. WebKit alone cannot emulate media features (`can.emulateMedia`); for script that asks `matchMedia`,
 * `fakeMedia` works everywhere. Tab reaches links and buttons in all three, in WebKit as well (its
 * Linux port, unlike Safari's default).
 */
import { executeServerCommand, resetMouse, sendMouse } from '@web/test-runner-commands';
import { render, type TemplateResult } from 'lit';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const engine: Engine = navigator.userAgent.includes('Firefox')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome')
    ? 'chromium'
    : 'webkit';

/** What this engine can do; a test that needs it is defined inside `if (can.…)`, and covered by the other engine. */
export const can = { emulateMedia: engine !== 'webkit', paint: engine !== 'webkit' } as const;

let undo: (() => void | Promise<void>)[] = [];

/** Work done after the running test, last given first, whether the test passed or not. */
export function afterwards(work: () => void | Promise<void>): void {
  undo.push(work);
}

/** Takes back everything the test did to the page. The setup calls it after every test. */
export async function cleanUp(): Promise<void> {
  const work = undo.reverse();
  undo = [];
  for (const step of work) await step();
  // Tab may have left the page for the browser's own buttons. Chromium comes back by itself, Firefox must be told.
  window.focus();
  if (engine === 'firefox') await executeServerCommand('page-focus');
  await executeServerCommand('feed-release');
}

/**
 * Puts markup (a Lit template, or a text of HTML) on the page and returns its first element, upgraded and,
 * for a Lit element, rendered once. Removed after the test.
 */
export async function mount<T extends HTMLElement = HTMLElement>(
  markup: TemplateResult | string,
  options: { width?: number; lang?: string } = {},
): Promise<T> {
  const host = document.createElement('div');
  if (options.width !== undefined) host.style.width = `${String(options.width)}px`;
  if (options.lang !== undefined) host.lang = options.lang;
  document.body.append(host);
  afterwards(() => host.remove());
  if (typeof markup === 'string') host.innerHTML = markup;
  else render(markup, host);
  const element = host.firstElementChild as (T & { updateComplete?: Promise<unknown> }) | null;
  if (element === null) throw new Error('mount: the markup holds no element.');
  await element.updateComplete;
  return element;
}

/** After the next animation frame has been drawn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Waits until `check` returns something truthy and returns that; fails saying `what` after `timeoutMs`. */
export async function until<T>(
  check: () => T | Promise<T>,
  what = 'the condition',
  timeoutMs = 25_000,
): Promise<Exclude<T, false | 0 | '' | null | undefined>> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value as Exclude<T, false | 0 | '' | null | undefined>;
    if (performance.now() > end) throw new Error(`Waited ${String(timeoutMs)} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Resolves with the next `type` event seen by `target`; fails when none comes. */
export function nextEvent<T extends Event = Event>(target: EventTarget, type: string, timeoutMs = 15_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${type} event came.`)), timeoutMs);
    target.addEventListener(
      type,
      (event) => {
        clearTimeout(timer);
        resolve(event as T);
      },
      { once: true },
    );
  });
}

/** Presses and releases keys, one chord after the other: `press('Tab', 'Shift+Tab', 'Enter')`. */
export async function press(...chords: string[]): Promise<void> {
  for (const chord of chords) await executeServerCommand('page-press', chord);
}

/** Types text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  for (const letter of text) await executeServerCommand('page-press', letter === ' ' ? 'Space' : letter);
}

/** The middle of an element in the window, scrolled into view first, in whole CSS pixels. */
function middle(element: Element): [number, number] {
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** A real click in the middle of an element. */
export async function click(element: Element): Promise<void> {
  await hover(element);
  await sendMouse({ type: 'click', position: middle(element) });
}

/** Moves the mouse onto an element; it goes to the window's far corner after the test. */
export async function hover(element: Element): Promise<void> {
  afterwards(async () => {
    await resetMouse();
    // Firefox only lets the buttons go, and the next test's element would appear under the pointer.
    await unhover();
  });
  await sendMouse({ type: 'move', position: middle(element) });
}

/** Moves the mouse to the window's far corner, off everything. */
export async function unhover(): Promise<void> {
  // Not to 0, 0: Firefox believes the mouse is there and moves nothing.
  await sendMouse({ type: 'move', position: [innerWidth - 2, innerHeight - 2] });
}

/** What every test starts with, in CSS pixels. */
export const WIDTH = 800;
export const HEIGHT = 600;

export async function setWindow(width: number, height: number): Promise<void> {
  await executeServerCommand('page-resize', [width, height]);
  const size = () => `${String(innerWidth)} × ${String(innerHeight)}`;
  const wanted = `${String(width)} × ${String(height)}`;
  await until(() => size() === wanted, `a window of ${wanted}`);
}

/** Size of the window's inside in CSS pixels, 320 × 320 or more; 800 × 600 again for the next test. */
export async function resize(width: number, height = HEIGHT): Promise<void> {
  await setWindow(width, height);
}

export interface Media {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  media?: 'screen' | 'print';
}

/** What `matchMedia` must answer yes to once the features are set. */
function queries({ colorScheme, reducedMotion, forcedColors, media }: Media): string[] {
  return [
    // Forced colours bring a scheme of their own.
    colorScheme && forcedColors !== 'active' && `(prefers-color-scheme: ${colorScheme})`,
    reducedMotion && `(prefers-reduced-motion: ${reducedMotion})`,
    forcedColors && `(forced-colors: ${forcedColors})`,
    media,
  ].filter((query) => query !== undefined && query !== false);
}

/**
 * Real media features, for CSS and script; not in WebKit (`can.emulateMedia`). Each call says all that is emulated;
 * nothing is any more after the test.
 */
export async function emulateMedia(media: Media): Promise<void> {
  const set = async (wanted: Media, answers: string[]) => {
    await executeServerCommand('page-media', wanted);
    for (const query of answers) await until(() => matchMedia(query).matches, `the media query ${query}`);
  };
  afterwards(() => set({}, ['screen', '(forced-colors: none)', '(prefers-reduced-motion: no-preference)']));
  await set(media, queries(media));
}

/**
 * Answers `matchMedia(query)` for queries that contain `part`, in every engine; CSS does not see it.
 * The function returned changes the answer and tells the listeners. Off again after the test.
 */
export function fakeMedia(part: string, matches: boolean): (matches: boolean) => void {
  const native = window.matchMedia;
  const lists = new Set<EventTarget & { matches: boolean; media: string }>();
  window.matchMedia = (query: string) => {
    if (!query.includes(part)) return native.call(window, query);
    const list = Object.assign(new EventTarget(), { matches, media: query, onchange: null });
    lists.add(list);
    return Object.assign(list, {
      addListener: (listener: EventListener) => list.addEventListener('change', listener),
      removeListener: (listener: EventListener) => list.removeEventListener('change', listener),
    });
  };
  afterwards(() => {
    window.matchMedia = native;
  });
  return (now) => {
    matches = now;
    for (const list of lists) {
      list.matches = now;
      list.dispatchEvent(Object.assign(new Event('change'), { matches: now, media: list.media }));
    }
  };
}

/** Makes the page look hidden or visible to script, and says so with `visibilitychange`. Visible again afterwards. */
export function setHidden(hidden: boolean): void {
  const show = (value: boolean) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  afterwards(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  });
  show(hidden);
}

let keys = 0;

/** A key no other test uses, for the feed server's `key` parameters. */
export function uniqueKey(): string {
  keys += 1;
  return `${Math.random().toString(36).slice(2)}-${String(keys)}`;
}

/** Address of the test feed server: `feedUrl('status/503', { times: 2, key })`. */
export function feedUrl(path: string, query: Record<string, string | number> = {}): string {
  const url = new URL(`/__feed/${path}`, location.origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}

/** Stores a body at the feed server and returns the address it is served from; any size, any content. */
export async function serve(body: unknown, query: Record<string, string | number> = {}): Promise<string> {
  const url = feedUrl(`stored/${uniqueKey()}`, query);
  const response = await fetch(url, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) });
  if (!response.ok) throw new Error(`The feed server refused a body: ${String(response.status)}`);
  return url;
}

/** How many requests the feed server has had for a key. */
export async function requestCount(key: string): Promise<number> {
  const response = await fetch(feedUrl('count', { key }));
  return ((await response.json()) as { count: number }).count;
}
