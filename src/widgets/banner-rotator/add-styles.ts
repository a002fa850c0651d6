import { adoptStyles, type CSSResult } from 'lit';

/** Gives styles to a root, above those that it has. */
export function addStyles(root: ShadowRoot, styles: CSSResult[]): void {
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  // Before Firefox 101 and Safari 16.4 there are none, and a root has no list of them: Lit adds style elements.
  if (sheets.length < styles.length) adoptStyles(root, styles);
  else root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets];
}
