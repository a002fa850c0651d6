/** Finds what a page uses of this library, now and later, with one observer for all of it. */
import { page } from '../feed/page.js';
import { linked, LINKS, upgrade } from './links.js';
import { release } from './unclosed.js';

export interface FinderOptions {
  /** Elements to look for, and what defines one of them. */
  readonly tags: readonly string[];
  readonly load: (tag: string) => Promise<unknown>;
  /** Absolute URL of the script; its origin's links are upgraded, besides those of the page itself. */
  readonly script: string | undefined;
  /**
   * Told of every element of {@link tags} that there is, or that a link stands for and that is not there yet, as soon as what
   * defines it is asked for.
   */
  readonly found?: (tag: string, attribute: (name: string) => string | null | undefined, element?: Element) => void;
}

/** A page's own word on whose embed pages it trusts: `<script data-civic-hosts="https://tinh.example …">`. */
function trusted(script: string | undefined): Set<string> {
  const named = document.querySelector('script[data-civic-hosts]')?.getAttribute('data-civic-hosts') ?? '';
  const origins = new Set([location.origin]);
  for (const address of [script ?? '', ...named.split(/\s+/)]) {
    try {
      origins.add(new URL(address).origin);
    } catch {
      // No address: nobody is trusted for it.
    }
  }
  return origins;
}

function start({ tags, load, script, found }: FinderOptions): (root: Document | ShadowRoot) => void {
  const origins = trusted(script);
  const selector = [...tags, LINKS].join();
  const loaded = new Map<string, Promise<unknown>>();
  const roots = new WeakSet<Node>();
  const open = new Set<Element>();
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      open.forEach(release);
      open.clear();
    },
    { once: true },
  );

  const once = (tag: string): Promise<unknown> => {
    let loading = loaded.get(tag);
    // A file that failed is asked for again by the next element.
    if (!loading)
      loaded.set(
        tag,
        (loading = load(tag).catch((error: unknown) => {
          loaded.delete(tag);
          throw error;
        })),
      );
    return loading;
  };
  const take = (element: Element): void => {
    if (element instanceof HTMLAnchorElement) {
      const embedded = linked(element, origins);
      if (!embedded) return;
      void upgrade(element, embedded, once);
      found?.(embedded.tag, (name) => embedded.attributes.get(name));
      return;
    }
    // What the parser has not finished may still swallow something.
    if (document.readyState === 'loading') open.add(element);
    else release(element);
    once(element.localName).catch((error: unknown) => {
      console.warn(`civic-widgets: <${element.localName}> could not be loaded; its content stays.`, error);
    });
    found?.(element.localName, (name) => element.getAttribute(name), element);
  };
  const look = (node: Node & ParentNode): void => {
    if (node instanceof Element && node.matches(selector)) take(node);
    // Half of what is added to a page holds nothing, our own widgets among it.
    if (node.firstElementChild) for (const element of node.querySelectorAll(selector)) take(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element && node.isConnected) look(node);
    }
  });
  return (root) => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { childList: true, subtree: true });
    look(root);
  };
}

/**
 * Looks after the whole page, and after the open shadow roots it is told about: by the function returned, or by an event
 * `civic-watch` that bubbles out of one. Of several copies on a page, the first does it for all.
 */
export function find(options: FinderOptions): (root: Document | ShadowRoot) => void {
  // On a server there is nothing to find, and importing a file must do no harm. In XHTML no template can be read: all that
  // widgets could do there is hide the page's own content.
  if (typeof document === 'undefined' || document.contentType === 'application/xhtml+xml') return () => undefined;
  const shared = page();
  if (!shared.finder) {
    const watch = start(options);
    shared.finder = { watch };
    document.addEventListener('civic-watch', (event) => {
      const root = (event.composedPath()[0] as Node).getRootNode();
      if (root instanceof ShadowRoot) watch(root);
    });
    watch(document);
  }
  return shared.finder.watch;
}
