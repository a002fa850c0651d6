/**
 * What a widget shows, in the page's own fragment: `#civic:1?doc=ct-01&at=dieu-5`, further widgets after a `;`. A
 * fragment that does not begin like this is the page's own, and nobody touches it.
 */

/** What a link says: which item is open, `doc` or `item`, and `at` which section of it; the rest is the state of the list. */
export type Params = Readonly<Record<string, string>>;

const PREFIX = '#civic:';
/** The widgets of the page, each with what its kind is called. */
const connected = new Map<Element, string>();

/** By its own `id`, else by its place among those of its kind on the page: `1`, `campaigns-1`. */
function nameOf(widget: Element): string {
  if (widget.id) return encodeURIComponent(widget.id);
  const kind = connected.get(widget) ?? '';
  const order = [...connected.keys()]
    .filter((other) => connected.get(other) === kind)
    .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return `${kind}${order.indexOf(widget) + 1}`;
}

/**
 * From now on the widget has a name; the function returned gives it up.
 *
 * @param kind - what its name begins with; nothing for directive viewers
 */
export function register(widget: Element, kind = ''): () => void {
  connected.set(widget, kind);
  return () => connected.delete(widget);
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

/** What a fragment says of a widget; undefined where it says nothing, or is the page's own. */
export function readParams(hash: string, name: string): Params | undefined {
  const query = partsOf(hash)?.get(name);
  return query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query));
}

/** The fragment with what a widget shows; empty where none shows anything, undefined where it is the page's own. */
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

/** What the page's address says of a widget. */
export function placeOfAddress(widget: Element): Params | undefined {
  return readParams(location.hash, nameOf(widget));
}

/** An address that leads to what is shown, from wherever it is opened. */
export function linkTo(widget: Element, params: Params): string {
  return location.href.replace(/#.*/, '') + (writeParams('', nameOf(widget), params) ?? '');
}

/**
 * Puts what is shown into the page's address, quietly: no `hashchange`, no new request, the page's own history state
 * kept.
 *
 * @param push - the reader opened something and may want to come back by the browser's own button
 */
export function keepInAddress(widget: Element, params: Params, push: boolean): void {
  const hash = writeParams(location.hash, nameOf(widget), params);
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
