/** What runs inside the demo's page. Each function stands alone: it is sent there as text. */

/** What the page notes down while it lives. */
export interface Records {
  /** What the content security policy refused, one line each. */
  violations: string[];
  /** Every layout shift that no input of the reader explains, with what moved. */
  shifts: { value: number; moved: string[] }[];
  /** What each widget reported, by event type and tag name. */
  events: string[];
}

declare global {
  interface Window {
    records: Records;
    /** All elements of the page in the order of the document, those in shadow roots too. */
    everyElement(): Element[];
    /** Of {@link beginWalk}. */
    walk: { stop(): Promise<Stop | undefined>; missed(): string[] };
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** Runs before the page's own scripts. */
export function keepRecords(): void {
  const records: Records = { violations: [], shifts: [], events: [] };
  window.records = records;
  const within = (root: ParentNode): Element[] =>
    [...root.children].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
      ...within(element),
    ]);
  window.everyElement = () => within(document);
  document.addEventListener('securitypolicyviolation', (event) => {
    records.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
  for (const type of ['civic-load', 'civic-error']) {
    document.addEventListener(type, (event) => records.events.push(`${type} ${(event.target as Element).localName}`));
  }
  const describe = (node: Node | null): string => {
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    if (!element) return String(node?.nodeName);
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    return `${host}${element.localName}.${element.classList.value}`;
  };
  const edges = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as LayoutShift[]) {
      if (shift.hadRecentInput) continue;
      const moved = shift.sources.map(
        ({ node, previousRect, currentRect }) => `${describe(node)}: ${edges(previousRect)} → ${edges(currentRect)}`,
      );
      records.shifts.push({ value: shift.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Whether every widget shows its data, and what a widget brings only after that is there as well. */
export function allReady(): boolean {
  const elements = window.everyElement();
  const widgets = elements.filter(({ localName }) => localName.startsWith('civic-') && localName !== 'civic-feed');
  const has = (selector: string) => elements.some((element) => element.matches(selector));
  const late = [
    '[part~=posted-by]',
    '[part~=ticker] button',
    ...(document.querySelector('[layout=rotate]') ? ['[part~=controls] button'] : []),
  ];
  return widgets.length > 0 && widgets.every((widget) => widget.getAttribute('state') === 'ready') && late.every(has);
}

/** Whether every widget says that it failed. */
export function allFailed(): boolean {
  const widgets = [...document.querySelectorAll('civic-feed *')].filter((node) => node.localName.startsWith('civic-'));
  return (
    widgets.length > 0 &&
    widgets.every(
      (widget) => widget.getAttribute('state') === 'error' && widget.shadowRoot?.querySelector('[part~=error]'),
    )
  );
}

/** Scrolls to the end in steps of a screen and back to the top, drawing each; what is lazy comes on the way. */
export async function readThrough(): Promise<void> {
  const step = innerHeight * 0.8;
  const rest = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
  const go = async (top: number) => {
    scrollTo({ top, behavior: 'instant' });
    await rest();
  };
  const end = () => document.documentElement.scrollHeight - innerHeight;
  for (let top = 0; top < end(); top += step) await go(top);
  await go(end());
  for (let waited = 0; waited < 100 && [...document.images].some((image) => !image.complete); waited += 1) await rest();
  for (let top = end(); top > 0; top -= step) await go(top);
  await go(0);
}

/** Where the keyboard is. */
export interface Stop {
  /** As a person would call it. */
  name: string;
  /** Whether something round it shows that it has the focus. */
  ring: boolean;
  /** Whether it can be seen and lies under nothing. */
  seen: boolean;
  /** Whether the walk has been here. */
  known: boolean;
}

/** Begins to note where the keyboard gets to; `window.walk` says where it is, and where it never was. */
export function beginWalk(): void {
  const walked = new Set<Element>();
  const name = (element: Element): string => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
    const words = element.getAttribute('aria-label') ?? (element.textContent.trim() || element.outerHTML);
    return `${host}${element.localName} “${words.replace(/\s+/g, ' ').slice(0, 60)}”`;
  };
  const outlined = (element: Element | null): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const clear = /^(transparent|rgba\(.*, 0\))$/.test(outlineColor);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !clear) || boxShadow !== 'none';
  };
  const topmost = (x: number, y: number): Element | null => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found;
  };
  const seen = (element: Element): boolean =>
    [...element.getClientRects()].some(({ x, y, width, height }) =>
      [0.1, 0.5, 0.9].some((part) => {
        const top = topmost(x + width * part, y + height / 2);
        return top !== null && (element.contains(top) || top.contains(element));
      }),
    );
  const deepest = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  // Chromium glides to what Tab focused, whatever the page says of motion: a look before it is there sees nothing.
  const atRest = async () => {
    let at: string | undefined;
    for (let still = 0; still < 3;) {
      await new Promise((done) => requestAnimationFrame(done));
      const { x, y } = deepest()?.getBoundingClientRect() ?? { x: 0, y: 0 };
      const now = `${x} ${y} ${scrollY}`;
      still = now === at ? still + 1 : 0;
      at = now;
    }
  };
  window.walk = {
    async stop() {
      await atRest();
      const element = deepest();
      if (!element || element === document.body || element === document.documentElement) return undefined;
      const known = walked.has(element);
      walked.add(element);
      // A control drawn by the label round it shows its focus there.
      const ring = outlined(element) || (element.matches('input') && outlined(element.nextElementSibling));
      return { name: name(element), ring, seen: seen(element), known };
    },
    missed() {
      const focusable =
        'a[href], button, input, select, textarea, summary, iframe, video[controls], [tabindex]:not([tabindex^="-"])';
      return window
        .everyElement()
        .filter(
          (element) =>
            element.matches(focusable) &&
            element.checkVisibility({ visibilityProperty: true }) &&
            !element.closest('[inert], :disabled') &&
            // One stop for a group of radio buttons: the chosen one.
            !element.matches('input[type=radio]:not(:checked)') &&
            // The same for buttons that arrow keys walk through.
            !element.matches('[role=group]:has(> [tabindex="0"]) > [tabindex="-1"]') &&
            !walked.has(element),
        )
        .map(name);
    },
  };
}
