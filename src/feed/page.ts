/**
 * What all copies of this library on a page share: the one symbol that is registered on the global object.
 *
 * A portal may load the script twice, or a bundler's copy beside a script tag. Requests in flight and kept answers
 * are shared between them, so this shape is a protocol: add to it, never change what stands here.
 */
import { VERSION } from '../version.js';
import { whenIdle } from './idle.js';

/** Feeds of which the last good copy is kept: a page shows few, and a site with many must not fill the disk. */
export const MAX_KEPT = 20;

/** A request in flight, or answered a moment ago. */
export interface SharedLoad {
  /** Parsed JSON and when it arrived. */
  readonly answer: Promise<Answer>;
  /** Whether the answer, or the failure, is there. */
  readonly settled: () => boolean;
  /** What the last attempt failed with, while further ones are waited for. */
  readonly lastError: () => Error | undefined;
  /** Someone waits for it; the returned function leaves, and the last to leave ends the request. */
  readonly join: () => () => void;
}

/** A feed's answer before it is read. */
export interface Answer {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** An answer kept for the day the network fails. */
export interface KeptAnswer extends Answer {
  /** The bytes as text, to tell an unchanged answer from a new one. */
  readonly text: string;
}

export interface Page {
  /** Version by tag name of the copy that defined it. */
  readonly tags: Map<string, string>;
  /** By absolute feed URL. */
  readonly loads: Map<string, SharedLoad>;
  /** By absolute feed URL, oldest first. */
  readonly kept: Map<string, KeptAnswer>;
  /** What the console has been told already: version pairs, figures that contradict each other. */
  readonly told: Set<string>;
  /** Page views that are counted, by site and collector: `access-counter/counting.ts`. */
  counting?: Map<string, unknown>;
  /** Who shows which banner: `banner-rotator/places.ts`. */
  banners?: unknown;
  /** Requests that were begun before the widgets that want them were there, by absolute URL: `embed/early.ts`. */
  begun?: Map<string, Promise<Response>>;
  /** A request that was begun before the widget that wants it was there; who asks by its absolute URL takes it. */
  early?: (url: string) => Promise<Response> | undefined;
  /** The one that looks for links and tags, of whichever copy came first. */
  finder?: { readonly watch: (root: Document | ShadowRoot) => void };
  /** Parses into a document without effect: `inert.ts`. */
  parse?: (text: string, type: DOMParserSupportedType) => Document;
  /** What the classic script's late files take from it, by its version. */
  shared?: Readonly<Record<string, object>>;
}

const KEY = Symbol.for('civic-widgets');

/** The page's shared state; the first copy to ask creates it. */
export function page(): Page {
  const root = globalThis as { [KEY]?: Page | undefined };
  return (root[KEY] ??= { tags: new Map(), loads: new Map(), kept: new Map(), told: new Set() });
}

/**
 * Defines a custom element, once: a second copy of the script never throws, and of another version it is named
 * once in the console.
 *
 * @param tag - custom element name
 * @param element - the class
 * @param registry - where to define it
 */
export function define(
  tag: string,
  element: CustomElementConstructor & { readonly tag?: string },
  registry: CustomElementRegistry = customElements,
): void {
  const { tags, told } = page();
  const known = registry.get(tag);
  if (!known) {
    // A constructor can stand for one tag only; a second tag gets a class of its own.
    registry.define(tag, tag === element.tag ? element : class extends element {});
    tags.set(tag, VERSION);
    return;
  }
  const first = tags.get(tag);
  // Rare: what is said then comes when it is needed, and where it cannot be had nothing is said.
  if (first !== VERSION) whenIdle(async () => (await import('./two-versions.js')).tell(first, told));
}
