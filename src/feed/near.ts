/** How far off the viewport something may be to count as near: about one flick of a thumb. */
const MARGIN = '400px';

/**
 * Calls once an element comes near the viewport. An element without a box of its own (`display: contents`) is
 * near when its first child is.
 *
 * @returns stops waiting
 */
export function whenNear(element: Element, callback: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    callback();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  if (element.firstElementChild) observer.observe(element.firstElementChild);
  return () => observer.disconnect();
}
