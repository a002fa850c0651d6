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

/** Mail programs escape a link once more. One without `?` says nothing, and so may be read again without its escapes. */
function unescaped(hash: string): string {
  const ours = hash.replace(/^#civic%3A/i, PREFIX);
  if (ours.includes('?') || !ours.startsWith(PREFIX)) return ours;
  try {
    return decodeURIComponent(ours);
  } catch {
    return ours;
  }
}

function partsOf(written: string): Map<string, string> | undefined {
  const hash = unescaped(written);
  if (hash !== '' && !hash.startsWith(PREFIX)) return undefined;
  const parts = new Map<string, string>();
  for (const part of hash.slice(PREFIX.length).split(';')) {
    const [name = '', query = ''] = part.split('?');
    if (name && query) parts.set(name, query);
  }
  return parts;
}

/** What a fragment says of a widget, which may be nothing; undefined where it is the page's own. */
export function readParams(hash: string, name: string): Params | undefined {
  const parts = partsOf(hash);
  return parts && Object.fromEntries(new URLSearchParams(parts.get(name)));
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

/** An address that leads to what is shown, from wherever it is opened. */
export function linkTo(widget: Element, params: Params): string {
  return location.href.replace(/#.*/, '') + (writeParams('', nameOf(widget), params) ?? '');
}

/** Whether the page is at `#` and no more. */
const isAlone = () => location.href.endsWith('#');

/** What one widget shows, kept in the page's address and taken from there. */
export class WidgetAddress {
  readonly #widget: Element;
  readonly #kind: string;
  readonly #show: (params: Params) => void;
  /** Whether the address said what is shown: only then one that says nothing takes it back. */
  #holds = false;

  /**
   * @param kind - what the widget's name begins with; nothing for directive viewers
   * @param show - shows what an address says, once it says something else
   */
  constructor(widget: Element, kind: string, show: (params: Params) => void) {
    this.#widget = widget;
    this.#kind = kind;
    this.#show = show;
  }

  /** Whether what is shown is in the address. */
  get holds(): boolean {
    return this.#holds;
  }

  /** From now on the widget has a name, and follows the address. */
  connect(): void {
    connected.set(this.#widget, this.#kind);
    addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  disconnect(): void {
    removeEventListener('hashchange', this.#follow);
    connected.delete(this.#widget);
  }

  /**
   * Puts what is shown into the page's address, quietly: no `hashchange`, no new request, the page's own history state
   * kept.
   *
   * @param push - the reader opened something and may want to come back by the browser's own button
   */
  keep(params: Params, push: boolean): void {
    const hash = writeParams(location.hash, nameOf(this.#widget), params);
    this.#holds = hash !== undefined;
    if (hash === undefined || hash === location.hash) return;
    // The whole address: a page's `<base>` would turn a fragment alone into another page.
    const [page = ''] = location.href.split('#');
    const write = (name: 'pushState' | 'replaceState', address: string) => history[name](history.state, '', address);
    try {
      // A lone `#` is the page's own, and the way back leads to where there was nothing yet.
      if (push && isAlone()) write('replaceState', page);
      write(push ? 'pushState' : 'replaceState', page + hash);
    } catch {
      // A sandboxed frame has no history, and browsers refuse too many changes in a row. The link buttons still work.
    }
  }

  /** The page's own fragments change nothing here; nor does a lone `#`, with which old pages lead to their top. */
  readonly #follow = (): void => {
    const params = isAlone() ? undefined : readParams(location.hash, nameOf(this.#widget));
    const says = !!params && Object.keys(params).length > 0;
    if (!params || (!says && !this.#holds)) return;
    this.#holds = says;
    this.#show(params);
  };
}
