/**
 * The script of an embed page: puts the widget that the address describes into the page, and tells a page around it how
 * high it is. A classic script, so that it also runs in a sandboxed frame whose host sends no CORS headers.
 */
import { ADDRESSES, readAddress, WIDGETS } from '../embed-address.js';
import { createEmbedded } from './create.js';
import { fetchEarly } from './early.js';
import { HEIGHT, type HeightMessage, HEIGHT_PLEASE } from './height-message.js';
import { scriptUrl } from './script-url.js';

const root = document.documentElement;
const here = new URL('.', scriptUrl(/\/embed\.js/) ?? location.href);

/** The loader where modules may be had, else the one file that has everything. */
async function loadWidget(tag: string): Promise<void> {
  try {
    const loader = (await import(new URL('../loader.js', here).href)) as { load: (tag: string) => Promise<void> };
    await loader.load(tag);
  } catch {
    await loadClassic();
  }
}

interface Policies {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
}

function loadClassic(): Promise<void> {
  const { trustedTypes } = window as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('civic-embed', { createScriptURL: (url: string) => url });
  const { href } = new URL('../civic-widgets.js', here);
  const script = document.createElement('script');
  script.src = policy?.createScriptURL(href) ?? href;
  return new Promise((loaded, failed) => {
    script.addEventListener('load', () => loaded());
    script.addEventListener('error', () => failed(new Error(href)));
    document.head.append(script);
  });
}

/** Says the widget's own words in the title as soon as they are known: it is the name of a tab, a print, a bookmark. */
function keepTitle(tell: () => void): void {
  const { title } = document;
  document.addEventListener('civic-load', ({ feed }) => {
    document.title = `${title} – ${feed.title}`;
    tell();
  });
  document.addEventListener('civic-open', ({ item }) => {
    if (item.title) document.title = item.title;
    tell();
  });
}

/** @returns tells it again */
function tellHeight(): () => void {
  if (parent === window) return () => undefined;
  root.dataset['framed'] = '';
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    const message: HeightMessage = { type: HEIGHT, height, title: document.title };
    // A height is no secret, and a sandboxed frame cannot know whom it stands in.
    parent.postMessage(message, '*');
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ data }) => {
    if (data === HEIGHT_PLEASE) tell();
  });
  return tell;
}

/** What the address says about the page itself: language and colours. */
function dress(attributes: ReadonlyMap<string, string>): void {
  const lang = attributes.get('lang');
  if (lang) root.lang = lang;
  if (lang?.startsWith('en')) document.title = root.dataset['titleEn'] ?? document.title;
  const theme = attributes.get('theme') ?? '';
  if (/^(dark|auto)$/.test(theme)) root.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
}

/**
 * Whether all that the address brings comes from the site itself, or from where the page says: else anybody could write a
 * link by which an authority's site shows their words.
 */
function isAllowed(attributes: ReadonlyMap<string, string>): boolean {
  const sources = [here.origin, ...(root.dataset['sources'] ?? '').split(' ')];
  return [...attributes].every(
    ([name, value]) =>
      !ADDRESSES.has(name) ||
      sources.includes('*') ||
      value.split(' ').every((address) => sources.some((source) => source && `${address}/`.startsWith(`${source}/`))),
  );
}

async function start(): Promise<void> {
  const embedded = readAddress(location.href, location.href);
  const main = document.querySelector('main');
  if (!embedded || !main) return;
  dress(embedded.attributes);
  keepTitle(tellHeight());
  if (!isAllowed(embedded.attributes)) {
    root.dataset['refused'] = '';
    return;
  }
  void fetchEarly(embedded.attributes.get('src'));
  try {
    await loadWidget(embedded.tag);
  } catch {
    root.dataset['failed'] = '';
    return;
  }
  const widget = createEmbedded(embedded, document);
  const former = main.querySelector(WIDGETS);
  // What the page itself says about its widget holds where the address says nothing.
  for (const name of former?.getAttributeNames() ?? []) {
    if (!widget.hasAttribute(name) && name !== 'state') widget.setAttribute(name, former?.getAttribute(name) ?? '');
  }
  widget.append(...(former?.childNodes ?? []));
  if (former) former.replaceWith(widget);
  else main.append(widget);
  root.dataset['loaded'] = '';
}

void start();
