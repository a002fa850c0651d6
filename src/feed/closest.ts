/** The element itself or the nearest around it, through shadow roots, that matches. */
export function closestThrough(element: Element | null, selector: string): Element | undefined {
  while (element) {
    const found = element.closest(selector);
    if (found) return found;
    const root = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
