import { adoptStyles, css } from 'lit';

/** Buttons, icons and notes: of what comes after the first picture of a widget, which they would only hold up. */
export const controlStyles = css`
  button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-width: 32px;
    min-height: 32px;
    margin: 0;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .button:hover {
    border-color: currentcolor;
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .icon-button {
    padding: 4px;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    margin: 0 0 var(--_gap);
    padding: 0.6em 0.8em;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_warn);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.9375em;
  }
  .note.error {
    border-inline-start-color: var(--_accent);
  }
  .note p {
    flex: 1 1 14em;
    margin: 0;
  }
  svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: currentcolor;
  }
  @media print {
    .note,
    .button {
      display: none;
    }
  }
`;

/** Roots of old browsers, where Lit adds a style element and cannot tell whether there is one. */
const dressed = new WeakSet<ShadowRoot>();

/** Gives these styles to a root, once, below all others: what a widget says of its own buttons counts. */
export function addControlStyles(root: ShadowRoot): void {
  const { styleSheet } = controlStyles;
  if (!styleSheet) {
    if (!dressed.has(root)) adoptStyles(root, [controlStyles]);
    dressed.add(root);
  } else if (!root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets = [styleSheet, ...root.adoptedStyleSheets];
  }
}
