import { css } from 'lit';
import { tokens } from './tokens.js';

/**
 * What every widget starts from. The inherited properties are reset on `.base`, inside the shadow root, because a
 * page's `* { … !important }` reaches the host element and stops there. Sizes are px here and em below: rem belongs
 * to the page, and old pages set it to 62.5 % or to 20 px.
 */
export const baseStyles = [
  tokens,
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none !important;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    .base {
      container: civic / inline-size;
      /* Inside a shrink-to-fit box (a float, a table cell) a query container has no width of its own. */
      contain-intrinsic-inline-size: 240px;
      color: var(--_text);
      background: var(--civic-background, transparent);
      font-family: var(--_font);
      font-size: var(--_size);
      font-style: normal;
      font-weight: 400;
      line-height: 1.5;
      letter-spacing: normal;
      word-spacing: normal;
      text-align: start;
      text-indent: 0;
      text-shadow: none;
      text-transform: none;
      white-space: normal;
      overflow-wrap: break-word;
    }
    .base:focus {
      outline: none;
    }
    .heading {
      margin: 0 0 var(--_gap);
      font-size: 1.125em;
      font-weight: 700;
      line-height: 1.3;
      color: var(--civic-heading-color, var(--_accent));
    }
    a {
      color: var(--_link);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    .empty {
      margin: 0;
      color: var(--_muted);
    }
    .skeleton {
      display: block;
      border-radius: var(--_radius);
      background: var(--_line);
      opacity: 0.55;
      /* Forced colours take the background away, and show every outline. */
      outline: 1px solid transparent;
    }
    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
