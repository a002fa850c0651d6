/** What is painted, for what no computed style tells: highlights, what lies over what. Not in WebKit (`can.paint`). */
import { executeServerCommand } from '@web/test-runner-commands';
import { contrastOf } from './contrast.js';
import { frame } from './page.js';

/** The colours of a picture, line by line from the top. */
export type Painted = readonly (readonly string[])[];

/**
 * A part of the window.
 *
 * @param place - in CSS pixels, wholly in sight
 */
export async function painted(place: DOMRect): Promise<Painted> {
  await frame();
  const [x, y] = [Math.ceil(place.left), Math.ceil(place.top)];
  const clip = { x, y, width: Math.floor(place.right) - x, height: Math.floor(place.bottom) - y };
  if (x < 0 || y < 0 || place.right > innerWidth || place.bottom > innerHeight || clip.width < 1 || clip.height < 1) {
    throw new Error(`Out of sight: ${JSON.stringify(place)}`);
  }
  const file = await executeServerCommand('page-paint', clip);
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${String(file)}`)).blob());
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(picture, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
  const colourAt = (pixel: number) => `rgb(${data.slice(pixel * 4, pixel * 4 + 3).join(', ')})`;
  return [...Array(height).keys()].map((row) => [...Array(width).keys()].map((at) => colourAt(row * width + at)));
}

/** The most frequent colour. */
export function groundIn(picture: Painted): string {
  const counts = new Map<string, number>();
  for (const colour of picture.flat()) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** How well the letters, or whatever else is on the ground, can be told from it. */
export function contrastIn(picture: Painted): number {
  const ground = groundIn(picture);
  return Math.max(...picture.flat().map((colour) => contrastOf(colour, ground)));
}

/** How much of the fullest line of pixels can be told from a ground: 1 if it is drawn from side to side. */
export function fullestLine(picture: Painted, ground = groundIn(picture), ratio = 3): number {
  return Math.max(
    ...picture.map((row) => row.filter((colour) => contrastOf(colour, ground) >= ratio).length / row.length),
  );
}
