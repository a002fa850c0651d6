import { css } from 'lit';

/** The outline beside the text, or behind its button: what is the same in a drawer. */
export const outlineStyles = css`
  .outline {
    min-width: 0;
    font-size: 0.9375em;
  }
  .outline-heading {
    display: none;
    margin-block-end: 0.25em;
    padding: 0 0.5em 0 3px;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 700;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .outline-heading,
  .fold {
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 28px;
  }
  .fold {
    min-height: 44px;
    font-weight: 600;
  }
  .outline-heading::after,
  .unfold::after,
  .fold::after {
    content: '';
    width: 0.5em;
    height: 0.5em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }
  .expanded .fold::after,
  .unfold[aria-expanded='true']::after,
  .outline-heading[aria-expanded='true']::after {
    transform: translateY(25%) rotate(225deg);
  }
  .foldable {
    display: grid;
    grid-template-columns: 1fr 32px;
  }
  .unfold {
    display: grid;
    place-items: center;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
  }
  .unfold + ol {
    grid-column: 1 / -1;
  }
  .entries {
    display: none;
    margin-block-start: 0.5em;
  }
  .expanded .entries {
    display: block;
  }
  .entry {
    display: block;
    width: 100%;
    min-height: 28px;
    margin: 0;
    padding: 0.35em 0.5em 0.35em 0.75em;
    border: 0;
    border-inline-start: 3px solid var(--_line);
    background: none;
    color: var(--_text);
    line-height: 1.4;
    text-align: start;
  }
  .entry.derived > span:first-child {
    font-style: italic;
  }
  .entry:focus-visible {
    outline-offset: -3px;
  }
  .entry:hover {
    color: var(--_link);
    border-inline-start-color: currentcolor;
  }
  .entry[aria-current] {
    border-inline-start-color: var(--_accent);
    background: var(--_raised);
    /* Heavier without being wider: a bold entry would wrap anew and move those below it. */
    -webkit-text-stroke: 0.03em;
  }
  .entries ol ol .entry {
    padding-inline-start: 1.75em;
  }
  .entries ol ol ol .entry {
    padding-inline-start: 2.75em;
  }
  .entries ol ol ol ol .entry {
    padding-inline-start: 3.75em;
  }
  .derived-note {
    margin: 0.75em 0 0;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  @container civic (min-width: 760px) {
    .outline {
      align-self: start;
      position: sticky;
      top: var(--_top);
    }
    .outline-heading {
      display: flex;
    }
    .outline:not(.folded) .entries {
      display: block;
    }
    .fold {
      display: none;
    }
    .entries {
      max-height: calc(100vh - 2 * var(--_top) - 3em);
      margin: 0;
      padding: 3px 6px 3px 3px;
      overflow-y: auto;
    }
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      border-inline-start-color: Highlight;
    }
  }
`;
