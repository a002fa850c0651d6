import type { Embedded } from '../embed-address.js';

/**
 * The element that an address stands for. Only attributes that the element itself knows are set: an address can bring no
 * handler, style or id of its own.
 */
export function createEmbedded({ tag, attributes }: Embedded, document: Document): HTMLElement {
  const element = document.createElement(tag);
  const known = customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined;
  for (const name of known?.observedAttributes ?? []) {
    const value = attributes.get(name);
    if (value !== undefined) element.setAttribute(name, value);
  }
  return element;
}
