/**
 * For pages that a server drew with `@lit-labs/ssr`: import it before the elements, and they take over the server's own nodes
 * (hydration) instead of drawing theirs in their place. It stands beside the widgets and not in them, so that nobody else
 * downloads it; it needs `@lit-labs/ssr-client`.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { adoptStyles, type LitElement, ReactiveElement, render } from 'lit';
import { Widget } from '../widgets/widget.js';

/** What is ours to change of a widget, here only. */
interface Drawing {
  createRenderRoot(): HTMLElement | DocumentFragment;
  update(changed: Map<PropertyKey, unknown>): void;
  render(): unknown;
  hasFallback(): boolean;
}
type Drawn = LitElement & Drawing;

const drawing = Widget.prototype as unknown as Drawing;
const { createRenderRoot, update, hasFallback } = drawing;
/** Drawn by a server, and not taken over yet. */
const drawn = new WeakSet<Drawing>();

/** What a reader would see of it: comments are Lit's own, and a server writes styles as elements. */
function visible(root: Node): Node {
  const copy = document.createElement('div');
  copy.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
  const inside = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_ELEMENT);
  for (let node = inside.nextNode(); node; node = inside.nextNode())
    if (node !== copy && (node instanceof Comment || node instanceof HTMLStyleElement)) node.remove();
  copy.normalize();
  return copy;
}

drawing.createRenderRoot = function (this: Drawn) {
  const root = this.shadowRoot;
  if (!root?.firstChild) return createRenderRoot.call(this);
  drawn.add(this);
  return root;
};

/** A server knows no content between the tags, and draws as if there were some. */
drawing.hasFallback = function (this: Drawn) {
  return drawn.has(this) || hasFallback.call(this);
};

/** @returns false where the nodes are not what this element would draw, or not as Lit left them: then they stay as they are */
function takeOver(value: unknown, root: ShadowRoot, { renderOptions }: Drawn): boolean {
  const own = document.createElement('div');
  render(value, own);
  if (!visible(root).isEqualNode(visible(own))) return false;
  try {
    hydrate(value, root, renderOptions);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first time: takes over the server's nodes where they are what would be drawn here. Lit's own support throws where the
 * template is another one, and leaves an attribute or a text that differs as it is; so a page in another language than the
 * server's, or one whose feed is there already, is drawn anew.
 */
drawing.update = function (this: Drawn, changed) {
  const root = this.shadowRoot;
  if (!root || !drawn.has(this)) {
    update.call(this, changed);
    return;
  }
  const value = this.render();
  drawn.delete(this);
  (ReactiveElement.prototype as unknown as Drawing).update.call(this, changed);
  if (!takeOver(value, root, this)) {
    root.replaceChildren();
    render(value, root, this.renderOptions);
  }
  adoptStyles(root, (this.constructor as typeof ReactiveElement).elementStyles);
  // Then what only the page knows.
  void this.updateComplete.then(() => this.requestUpdate());
};
