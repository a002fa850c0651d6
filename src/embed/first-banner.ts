/**
 * Looks into a feed while the rotator itself is under way, as a browser's preload scanner looks into a page: of all that has
 * to come, the first picture takes longest. It acts only where it is plain who may be first, and the rotator decides.
 */
import type { Begun } from '../widgets/banner-rotator/host-page.js';
import { loadViews } from './modules.js';

/** Characters; a longer feed is read once, by the widget. */
const MOST = 200_000;

/** Fields that need no rule: with any other, somebody has to be asked about it who is not here yet. */
const PLAIN = /^(id|image|alt|href|width|height|weight|placement|advertisement)$/;

type Raw = Readonly<Record<string, unknown>>;

/** By address: two rotators of a page begin with different banners. */
const taken = new Set<string>();

/**
 * Who is first, drawn as the rotator draws.
 *
 * @param base - absolute URL of the feed
 * @returns the address of its picture; empty where that is not plain
 */
export function firstOf(
  banners: readonly Raw[],
  order: string | null | undefined,
  placement: string | null | undefined,
  base: string,
): string {
  let first = '';
  let least = Infinity;
  for (const banner of banners) {
    const { image, weight = 1 } = banner as { image?: string; weight?: number };
    if (weight === 0 || (placement && banner['placement'] !== placement)) continue;
    const { href } = new URL(image || 'a:', base);
    // Numbers that are not whole, or endless, are read in their own way by who reads them all.
    const isPlain = weight === weight >>> 0 && /^https?:/.test(href);
    if (!isPlain || !Object.keys(banner).every((name) => PLAIN.test(name))) return '';
    const wait = order === 'sequential' ? 0 : -Math.log(Math.random()) / (order === 'random' ? 1 : weight);
    if (!(wait < least) || taken.has(href)) continue;
    least = wait;
    first = href;
  }
  return first;
}

/**
 * Asks for the picture that a rotator will begin with; fulfilled when it has, or has found a reason not to. It leaves it
 * where the element looks for it.
 *
 * @param feed - what the rotator will take as its answer
 */
export async function preloadFirst(rotator: Element, feed: Promise<Response> | undefined): Promise<void> {
  // A banner of the page's own is seen already, and several at once are not drawn one by one.
  if (!feed || rotator.matches('[layout],[visible]') || rotator.querySelector('img')) return;
  try {
    // The widget takes the answer itself.
    const answer = await feed;
    const text = await answer.clone().text();
    if (text.length > MOST) return;
    const { items, _civic } = JSON.parse(text) as { items: unknown[]; _civic: { banners: Raw[] } };
    // What reads items would be asked for when the rotator is there.
    if (items[0]) loadViews('civic-banner-rotator', null);
    const of = (name: string) => rotator.getAttribute(name);
    const first = firstOf(_civic.banners, of('order'), of('placement'), answer.url);
    if (!first) return;
    taken.add(first);
    ((rotator as Begun).civicFirst = new Image()).src = first;
  } catch {
    // The widget will say so.
  }
}
