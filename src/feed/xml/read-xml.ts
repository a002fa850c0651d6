/** RSS 0.90 to 2.0 and Atom, read into the shape of a JSON Feed; comes only where an answer is XML. */
import { FeedError } from '../error.js';
import { parse } from '../inert.js';
import { remember } from '../read-once.js';
import { readSteps } from '../read.js';
import type { Received } from '../received.js';
import type { Steps } from '../../text/steps.js';
import { inside, languageOf, textOf } from './element.js';
import { authorsIn, itemFrom, linkIn, titleIn } from './item.js';
import { inItsLetters } from './letters.js';
import { tidy } from './tidy.js';

/** Milliseconds of work between two breaths, so that the page stays quick. */
const SLICE_MS = 12;
const ITEM = /<((?:[\w-]+:)?(?:item|entry))[\s>][\s\S]*?<\/\1\s*>/gi;

/**
 * A login or error page. It is not even tried: Chromium says what is wrong with broken XML in an element with a style of its
 * own, which a policy against inline styles reports.
 */
const WEB_PAGE = /^\s*<(?:!doctype )?html[\s>]/i;

/** Where the first one begins. */
const START = /<(?:[\w-]+:)?(?:item|entry)[\s>]/i;

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));
const isBroken = (document: Document) => document.getElementsByTagName('parsererror').length > 0;

/** The first tag, whole, and its name. */
const rootOf = (text: string) => (/^<([^\s/>]+)[^>]*>/.exec(text) ?? ['<rss>', 'rss']) as readonly [string, string];

/** Does the steps slice by slice, and takes a breath behind the last, so that what comes next has a task of its own. */
async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done && performance.now() < end) step = steps.next();
    await breath();
    if (step.done) return step.value;
  }
}

/** What is no element has no id that could be read: that is how it is reported. */
function* itemsFrom(entries: Iterable<Element | string>, base: string): Steps<unknown[]> {
  const items: unknown[] = [];
  for (const entry of entries) {
    items.push(typeof entry === 'string' ? { id: { broken: entry.slice(0, 60) } } : itemFrom(entry, base));
    yield;
  }
  return items;
}

/** Each item by itself, where the whole cannot be parsed: one that is broken is one that is missing. */
function* salvaged(text: string): Generator<Element | string> {
  const [open, name] = rootOf(text);
  for (const [item] of text.matchAll(ITEM)) {
    const document = parse(`${open}${item}</${name}>`, 'text/xml');
    yield isBroken(document) ? item : (document.documentElement.firstElementChild ?? item);
  }
}

/** A text so long that to parse it in one go would be felt, in characters. */
const LONG = 100_000;

/**
 * A long feed without its items, which are then parsed one by one; undefined where it is not long, where it is broken
 * without them (an item inside the text of an item), where its channel says something that each item has to know, or
 * where an item is commented out.
 */
function skeletonOf(text: string): Document | undefined {
  if (text.length < LONG || /<channel\s+xml|<!--\s*<(?:item|entry)[\s>]/.test(text)) return undefined;
  const document = parse(text.replace(ITEM, ''), 'text/xml');
  return isBroken(document) ? undefined : document;
}

/** What there is before the first item, closed by hand, for a feed that is broken further down. */
function headOf(text: string): Document {
  const [open, name] = rootOf(text);
  const start = text.search(START);
  const head = text.slice(open.length, start < 0 ? undefined : start);
  const whole = parse(`${open}${head}${/<channel[\s>]/.test(head) && !head.includes('</channel') ? '</channel>' : ''}</${name}>`, 'text/xml'); // prettier-ignore
  return isBroken(whole) ? parse(`${open}</${name}>`, 'text/xml') : whole;
}

/**
 * Reads a feed in XML.
 *
 * @returns a JSON Feed, unchecked, as if it had come as JSON; what cannot be read in it is there as it stands, so that
 *   reading it reports it
 * @throws {FeedError} `not-json` for a web page, `invalid-feed` for XML that is no feed
 */
export async function readXml(received: Received, url: string): Promise<unknown> {
  const written = inItsLetters(received);
  if (WEB_PAGE.test(written)) throw new FeedError('not-json', url);
  const text = tidy(written);
  await breath();
  let document: Document;
  let entries: Iterable<Element | string>;
  let skeleton: Document | undefined;
  try {
    skeleton = skeletonOf(text);
    await breath();
    document = skeleton ?? parse(text, 'text/xml');
    if (skeleton) {
      entries = salvaged(text);
    } else if (isBroken(document)) {
      if (text.search(START) < 0) throw new FeedError('not-json', url);
      document = headOf(text);
      entries = salvaged(text);
    } else {
      const items = [...document.getElementsByTagNameNS('*', 'item'), ...document.getElementsByTagNameNS('*', 'entry')];
      entries = items.filter(({ parentElement }) => /^(?:channel|rss|RDF|feed)$/.test(parentElement?.localName ?? ''));
    }
  } catch (cause) {
    if (cause instanceof FeedError) throw cause;
    throw new FeedError('invalid-feed', url, {
      cause,
      message: 'XML needs the Trusted Types policy "civic-widgets"',
    });
  }
  const root = document.documentElement;
  if (!/^(?:rss|RDF|feed)$/i.test(root.localName)) {
    throw new FeedError(/^html$/i.test(root.localName) ? 'not-json' : 'invalid-feed', url);
  }
  const channel = inside(root)('channel')[0] ?? root;
  const of = inside(channel);
  const home = linkIn(of('link'), 'alternate', url);
  const items = await inSlices(itemsFrom(entries, home ?? url));
  const feed = {
    version: root.localName,
    title: titleIn(of('title')) ?? '',
    description: titleIn(of('description', 'subtitle', 'tagline')),
    home_page_url: home,
    feed_url: linkIn(of('link'), 'self', url),
    next_url: linkIn(of('link'), 'next', url),
    icon: textOf([...of('image').flatMap((image) => inside(image)('url')), ...of('logo', 'icon')]),
    language: textOf(of('language', 'dc:language')) ?? languageOf(root) ?? languageOf(channel),
    ...authorsIn(of('managingEditor', 'author', 'dc:creator'), url),
    items,
  };
  // Checked bit by bit, and remembered: what shows it has enough to do.
  remember(feed, await inSlices(readSteps(feed, url)));
  return feed;
}
