import { shape, type Svg } from './paint.js';
import { scenes } from './scenes/index.js';
import type { Scene } from './scenes/scene.js';
import { drawText, setText, type Block, type SetLine } from './type.js';

/** The scene of a file name; throws where none is drawn. */
export function sceneOf(slug: string): Scene {
  const scene = scenes[slug];
  if (scene === undefined) throw new Error(`No scene "${slug}" in demo/art/scenes.`);
  return scene;
}

function blocks(scene: Scene): readonly Block[] {
  return Array.isArray(scene.text) ? (scene.text as readonly Block[]) : [scene.text as Block];
}

/** Every line of a scene as it is set. */
export function linesOf(scene: Scene): SetLine[] {
  return blocks(scene).flatMap((block) => setText(block));
}

/** The words of a scene in reading order, one text per run. */
export function wordsOf(scene: Scene): string[] {
  return blocks(scene).flatMap((block) => block.runs.map((run) => run.words.replace(/\u00a0/g, ' ')));
}

/** A part of a scene: left, top, width, height. */
export type Crop = readonly [number, number, number, number];

function frame(crop: Crop, width: number, height: number, ...children: readonly Svg[]): Svg {
  return shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: crop.join(' '),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    ...children,
  );
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function whole(scene: Scene): Crop {
  return [0, 0, scene.width, scene.height];
}

/** The whole picture as the source of an SVG file. `title` is what the picture says. */
export function drawPicture(scene: Scene, title: string): Svg {
  return (
    frame(
      whole(scene),
      scene.width,
      scene.height,
      `<title>${escape(title)}</title>`,
      scene.art,
      drawText(linesOf(scene)),
    ) + '\n'
  );
}

/** The picture without its words: what the words stand on. */
export function drawGround(scene: Scene): Svg {
  return frame(whole(scene), scene.width, scene.height, scene.art);
}

/** A part of a picture without words, for where the words stand beside it; 320 wide. */
export function drawPart(scene: Scene, crop: Crop): Svg {
  const [, , width, height] = crop;
  return frame(crop, 320, Math.round((320 * height) / width), scene.art) + '\n';
}
