/** Frames until everything near a place has its height. */
const FRAMES = 8;

/** The latest of the page: what somebody wanted to see before is not brought back. */
let latest: object | undefined;

/**
 * Shows something in a long text again and again for a moment. What is far from the window has only a supposed height there;
 * on the way to a place in the middle all around it gets its own, and the place moves away.
 *
 * @param near - in the text, or the text itself
 * @param show - brings the place into view
 */
export async function untilLaidOut(near: Element, show: () => void): Promise<void> {
  const mine = (latest = {});
  if (!near.closest('.text')?.querySelector('.unit')) return;
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise(requestAnimationFrame);
    if (mine !== latest || !near.isConnected) return;
    show();
  }
}
