/** What the tests of the tools above a document share. */
import { afterwards, click, type, until } from '../../support/page.js';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { all, directive, feedOf, focused, one, words } from './viewers.js';

export const tool = (widget: Element, name: string) => one(widget, `[data-tool=${name}]`);
export const hits = (widget: Element) => words(one(widget, '.hits'));

/** Stands in for a property of the browser's; put back after the test. */
export function fake(target: object, name: string, value: unknown): void {
  const former = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  afterwards(() => {
    if (former) Object.defineProperty(target, name, former);
    else Reflect.deleteProperty(target, name);
  });
}

export function fakeClipboard(): string[] {
  const copied: string[] = [];
  fake(navigator, 'clipboard', { writeText: async (text: string) => void copied.push(text) });
  return copied;
}

/** The text of all ranges that are marked, as the page would show them. */
export function marked(widget: Element, name: string): string[] {
  const { highlights } = CSS as unknown as { highlights?: Map<string, Set<Range>> };
  if (!highlights) return all(widget, `.marks.${name} i`).map(() => '');
  return [...(highlights.get(`civic-${name}`) ?? [])].map(String);
}

export async function searched(widget: DirectiveViewer, query: string): Promise<void> {
  await click(tool(widget, 'search-text'));
  await until(() => all(widget, '.bar .field').length === 1 && focused(widget)?.matches('.bar .field'), 'the field');
  await type(query);
}

/** What was to be said. */
export class Utterance extends EventTarget {
  voice: unknown;
  lang = '';
  rate = 1;
  onend: (() => void) | undefined;
  onerror: (() => void) | undefined;
  constructor(readonly text: string) {
    super();
  }
}

/**
 * Stands in for the voice of the browser; ends nothing by itself.
 *
 * @param cancelled - what a cancelled utterance says: browsers differ
 */
export function fakeSpeech(voices: { lang: string }[], cancelled: 'onend' | 'onerror' = 'onerror'): Utterance[] {
  const said: Utterance[] = [];
  let current: Utterance | undefined;
  fake(window, 'SpeechSynthesisUtterance', Utterance);
  fake(window, 'speechSynthesis', {
    getVoices: () => voices,
    speak: (utterance: Utterance) => said.push((current = utterance)),
    cancel: () => {
      const stopped = current;
      current = undefined;
      stopped?.[cancelled]?.();
    },
  });
  return said;
}

/** A document that is not drawn in one go, of as many articles; each says its number. */
export const long = (articles: number) => {
  const lines = [...Array(articles).keys()].map(
    (index) => `Điều ${index + 1}. Điều mẫu\nNội dung mẫu ${index + 1} hết.`,
  );
  return feedOf(directive('dai', 'Dài', {}, { content_text: lines.join('\n') }));
};

/** Holds up whatever is done bit by bit, until the function returned is called. */
export function heldUp(): () => void {
  let held: (() => void)[] | undefined = [];
  const postTask = async (work: () => void) => {
    if (held) held.push(work);
    else setTimeout(work);
  };
  fake(window, 'scheduler', { postTask });
  const release = () => {
    const waiting = held ?? [];
    held = undefined;
    for (const work of waiting) work();
  };
  afterwards(release);
  return release;
}

/** Lets go of the browser's highlights: boxes take their place. */
export const withoutHighlights = () => fake(CSS, 'highlights', undefined);

/** Where a stretch of the text stands, which no element cuts, in pixels from the text's own corner; rounded. */
export function placeOf(widget: Element, words: string): number[] {
  const text = one(widget, '.text');
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return corners([...range.getClientRects()], text);
  }
  throw new Error(`Nowhere stands ${words}.`);
}

/** Where the boxes of a mark are, the same way. */
export const boxesOf = (widget: Element, name: string) =>
  corners(
    all(widget, `.marks.${name} i`).map((box) => box.getBoundingClientRect()),
    one(widget, '.text'),
  );

function corners(boxes: readonly DOMRect[], text: Element): number[] {
  const origin = text.getBoundingClientRect();
  return boxes.flatMap(({ left, top, width, height }) =>
    [left - origin.left, top - origin.top, width, height].map(Math.round),
  );
}
