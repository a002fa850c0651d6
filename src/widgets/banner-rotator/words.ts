import { adoptStyles, css } from 'lit';
import type { Banner } from '../../feed/schema.js';
import type { Shown } from './picture.js';

/** Words in the place of a picture: few feeds have any, so this comes only for those. */
const wordStyles = css`
  .words {
    /* Not of the line that it stands in: else all of it would be underlined. */
    display: inline-grid;
    align-content: center;
    grid-auto-rows: max-content;
    gap: 2px;
    width: 100%;
    height: 100%;
    padding: 8px 14px;
    vertical-align: top;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--civic-banner-rotator-radius, 0);
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.875em;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .words strong {
    font-size: 1.143em;
    font-weight: 700;
  }
  a .words strong {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a:hover .words strong {
    text-decoration-thickness: 2px;
  }
  /* What lies over a picture stands above and below words. */
  .words.marked {
    padding-block-start: 30px;
  }
  .controls ~ .view .words {
    padding-block-end: 40px;
  }
  /* A box that is too low for its words grows: they are not cut off. */
  .wordy .view,
  .wordy .slide {
    aspect-ratio: auto;
  }
  .wordy.single .view {
    min-height: calc(100cqw / var(--_ratio));
  }
  @media print {
    .controls ~ .view .words {
      padding-block-end: 8px;
    }
  }
`;

/** Roots that have these styles. */
const dressed = new WeakSet<ShadowRoot>();

/** By itself: what gives styles to the controls comes after the first banner, and this before it. */
function dress(root: ShadowRoot): void {
  if (dressed.has(root)) return;
  dressed.add(root);
  const { styleSheet } = wordStyles;
  // Before Firefox 101 and Safari 16.4 there is none, and Lit adds a style element.
  if (styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  else adoptStyles(root, [wordStyles]);
}

/**
 * What stands for a banner of words: its first line as a heading, the others below it.
 *
 * @param host - whose it is
 * @returns undefined where there is a picture
 */
export function writtenOf({ image, text = '', advertisement }: Banner, host: Element): Shown | undefined {
  if (image) return undefined;
  const words = document.createElement('span');
  words.className = advertisement ? 'words marked' : 'words';
  words.setAttribute('part', 'words');
  const lines = text.split('\n').filter((line) => line.trim());
  words.append(
    ...lines.map((line, index) => {
      const element = document.createElement(index === 0 ? 'strong' : 'span');
      element.textContent = line;
      return element;
    }),
  );
  if (host.shadowRoot) dress(host.shadowRoot);
  // Blanks are nothing to show.
  const ready = lines.length > 0;
  return { element: words, image: words, ready, settled: Promise.resolve(ready) };
}
