/**
 * What a viewer shows, in the page's own fragment: `#civic:1?doc=ct-01&at=dieu-5`, further viewers after a `;`. A
 * fragment that does not begin like this is the page's own, and nobody touches it.
 */

/** What a link says: `doc` is an item's id, `at` a section of it; the rest is the state of the list. */
export type Params = Readonly<Record<string, string>>;

const PREFIX = '#civic:';
const connected = new Set<Element>();

/** By its own `id`, else by its place among the viewers of the page. */
function nameOf(viewer: Element): string {
  const order = [...connected].sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return viewer.id ? encodeURIComponent(viewer.id) : String(order.indexOf(viewer) + 1);
}

/** From now on the viewer has a name; the function returned gives it up. */
export function register(viewer: Element): () => void {
  connected.add(viewer);
  return () => connected.delete(viewer);
}

function partsOf(hash: string): Map<string, string> | undefined {
  if (hash !== '' && !hash.startsWith(PREFIX)) return undefined;
  const parts = new Map<string, string>();
  for (const part of hash.slice(PREFIX.length).split(';')) {
    const [name = '', query = ''] = part.split('?');
    if (name && query) parts.set(name, query);
  }
  return parts;
}

/** What a fragment says of a viewer; undefined where it says nothing, or is the page's own. */
export function readParams(hash: string, name: string): Params | undefined {
  const query = partsOf(hash)?.get(name);
  return query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query));
}

/** The fragment with what a viewer shows; empty where none shows anything, undefined where it is the page's own. */
export function writeParams(hash: string, name: string, params: Params): string | undefined {
  const parts = partsOf(hash);
  const filled = Object.entries(params).filter(([, value]) => value);
  // Slashes and colons need no escape here, and numbers of documents are full of them.
  const query = new URLSearchParams(filled).toString().replace(/%2F/g, '/').replace(/%3A/g, ':');
  parts?.delete(name);
  if (query) parts?.set(name, query);
  if (!parts || parts.size === 0) return parts && '';
  return PREFIX + [...parts].map((part) => part.join('?')).join(';');
}

/** What the page's address says of a viewer. */
export function placeOfAddress(viewer: Element): Params | undefined {
  return readParams(location.hash, nameOf(viewer));
}

/** An address that leads to what is shown, from wherever it is opened. */
export function linkTo(viewer: Element, params: Params): string {
  return location.href.replace(/#.*/, '') + (writeParams('', nameOf(viewer), params) ?? '');
}

/**
 * Puts what is shown into the page's address, quietly: no `hashchange`, no new request, the page's own history state
 * kept.
 *
 * @param push - the reader opened something and may want to come back by the browser's own button
 */
export function keepInAddress(viewer: Element, params: Params, push: boolean): void {
  const hash = writeParams(location.hash, nameOf(viewer), params);
  if (hash === undefined || hash === location.hash) return;
  // The whole address: a page's `<base>` would turn a fragment alone into another page.
  const address = location.href.replace(/#.*/, '') + hash;
  try {
    if (push) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  } catch {
    // A sandboxed frame has no history, and browsers refuse too many changes in a row. The link buttons still work.
  }
}
