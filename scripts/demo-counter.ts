/** Makes the demo's counter count at the server that the page comes from. Elsewhere it shows what its feed says. */
import type { Plugin } from 'vite';
import { DEMO_SITE } from './demo-store.js';

const TAG = '<civic-access-counter';

export function countingDemo(): Plugin {
  return {
    name: 'counting-demo',
    transformIndexHtml(html) {
      if (!html.includes(TAG)) throw new Error('The demo has no counter any more.');
      return html.replaceAll(TAG, `${TAG} collector="./" site="${DEMO_SITE}"`);
    },
  };
}
