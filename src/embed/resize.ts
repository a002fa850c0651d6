/** Gives every `<iframe>` of an embed page the height of what it holds. For the page around; nothing else is needed there. */
import { HEIGHT, type HeightMessage, HEIGHT_PLEASE } from './height-message.js';

/** A frame may be wrong, or lie, about its height: beyond this it scrolls. CSS pixels. */
const HIGHEST = 20_000;

/** Frames that the page gave no name: they are called what they hold, which changes. */
const nameless = new WeakSet<HTMLIFrameElement>();

const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[src*="/embed/"]');

addEventListener('message', ({ data, source }: MessageEvent<Partial<HeightMessage> | null>) => {
  if (data?.type !== HEIGHT || typeof data.height !== 'number' || !(data.height > 0)) return;
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    // By script, which every content security policy allows.
    frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
    if (!frame.title) nameless.add(frame);
    if (nameless.has(frame) && typeof data.title === 'string') frame.title = data.title;
  }
});

for (const { contentWindow } of frames()) contentWindow?.postMessage(HEIGHT_PLEASE, '*');
