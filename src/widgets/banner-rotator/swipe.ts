/** CSS pixels that make a swipe out of a touch. */
const DISTANCE = 40;
/** Milliseconds after a swipe in which a click is taken for a part of it. Most browsers send none. */
const CLICK_MS = 350;

/**
 * Tells when a finger or a pen is drawn across an element. The link under it is not followed; the page goes on
 * scrolling upwards and downwards, and is enlarged by two fingers, where the element has `touch-action: pan-y pinch-zoom`.
 *
 * @param isSwiped - whether there is anything to swipe right now
 */
export function watchSwipes(
  element: HTMLElement,
  isSwiped: () => boolean,
  onSwipe: (toward: 'left' | 'right') => void,
): void {
  let start: { id: number; x: number; y: number } | undefined;
  /** Milliseconds, as events have it. */
  let swiped = -Infinity;
  element.addEventListener('pointerdown', ({ isPrimary, pointerType, pointerId, clientX, clientY }) => {
    swiped = -Infinity;
    const draws = isPrimary && (pointerType === 'touch' || pointerType === 'pen') && isSwiped();
    start = draws ? { id: pointerId, x: clientX, y: clientY } : undefined;
  });
  element.addEventListener('pointercancel', () => (start = undefined));
  element.addEventListener('pointerup', ({ pointerId, clientX, clientY, timeStamp }) => {
    const from = start;
    start = undefined;
    if (from?.id !== pointerId) return;
    const across = clientX - from.x;
    if (Math.abs(across) < DISTANCE || Math.abs(across) < Math.abs(clientY - from.y)) return;
    swiped = timeStamp;
    onSwipe(across < 0 ? 'left' : 'right');
  });
  // A pen that swipes would carry the link away.
  element.addEventListener('dragstart', (event) => isSwiped() && event.preventDefault());
  // Before the link hears of it.
  element.addEventListener(
    'click',
    (event) => {
      // One that comes later is another: by a keyboard.
      if (event.timeStamp - swiped < CLICK_MS) event.preventDefault();
      swiped = -Infinity;
    },
    true,
  );
}
