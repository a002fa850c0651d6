import { css } from 'lit';

/** Comes with the document: a long Vietnamese text to be read at ease. */
export const documentStyles = css`
  .document {
    --_outline: var(--civic-directive-viewer-outline-width, 17em);
    --_measure: var(--civic-directive-viewer-measure, 70ch);
    --_top: var(--civic-directive-viewer-sticky-top, 16px);
    /* No grid: what sticks in one stays in its own row. */
    display: flex;
    flex-direction: column;
    gap: 1.25em;
  }
  .columns {
    display: contents;
  }
  .tools,
  .offered {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .offered {
    margin-inline-start: auto;
  }
  .back {
    padding-inline-start: 0.4em;
  }
  dl,
  dd,
  .document ul[role='list'],
  .document ol[role='list'] {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .letterhead {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 1.25em;
    margin-block-end: 0.6em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .letterhead .row {
    display: flex;
    gap: 0.4em;
    max-width: 100%;
  }
  .letterhead .organ-row {
    flex-basis: 100%;
    color: var(--_text);
    font-weight: 700;
  }
  .parent {
    display: block;
    font-weight: 400;
    color: var(--_muted);
  }
  .letterhead .number-row dd {
    color: var(--_text);
    font-weight: 600;
  }
  .letterhead .type-row {
    flex-basis: 100%;
    margin-block-start: 0.35em;
    color: var(--_accent);
    font-weight: 700;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  /* The words themselves say what these are; a listener still hears the term. */
  .letterhead .row:not(.number-row) dt {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .title {
    max-width: 36em;
    font-size: clamp(1.25em, 0.95em + 1.6cqi, 1.75em);
    font-weight: 700;
    line-height: 1.35;
    text-wrap: balance;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 21em), 1fr));
    gap: 0.5em 1.5em;
    margin-block-start: 1.1em;
    padding: 0.9em 1.1em;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.9375em;
  }
  .facts .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .facts .wide {
    grid-column: 1 / -1;
  }
  .facts dt {
    flex: 0 0 8em;
    color: var(--_muted);
    font-size: 0.9333em;
  }
  .facts dd {
    flex: 1 1 11em;
    max-width: 60em;
  }
  .facts li + li {
    margin-block-start: 0.25em;
  }
  .related {
    margin-block: 1.1em -0.6em;
    font-weight: 700;
  }
  .detail {
    color: var(--_muted);
  }
  .link {
    min-height: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .body {
    min-width: 0;
  }
  .text {
    max-width: var(--_measure);
    font-size: calc(1.0625em * var(--_reading, 1));
    line-height: 1.65;
    text-wrap: pretty;
    tab-size: 4;
  }
  .text p {
    margin: 0 0 0.85em;
  }
  /* All that can have the focus, or be jumped to. */
  :is(.header, .body) :is(a, button, [tabindex], .section),
  .with-bar .fold {
    scroll-margin-block-start: var(--_top);
  }
  .section:focus-visible {
    outline-offset: 6px;
    border-radius: 1px;
  }
  .section.derived {
    --_hang: 1.9em;
    padding-inline-start: var(--_hang);
  }
  .article > .section.derived,
  .section.point {
    margin-inline-start: 0.4em;
  }
  /* Its number is the link to a section: a sign of its own beside each would double what a browser has to lay out. */
  .marker {
    display: inline-block;
    min-width: var(--_hang);
    margin-inline-start: calc(-1 * var(--_hang));
    padding-inline-end: 0.35em;
    color: var(--_accent);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.25em;
  }
  p.point > .marker,
  .point > p > .marker {
    color: inherit;
    font-weight: inherit;
  }
  .section-heading {
    margin: 1.4em 0 0.6em;
    font-weight: 700;
    line-height: 1.4;
    text-wrap: balance;
  }
  /* The author's own, which a page of old would draw as large as the title. */
  .section-heading :is(h1, h2, h3, h4, h5, h6) {
    margin: 0;
    font: inherit;
    font-size: 1.15em;
  }
  .section:first-child > .section-heading:first-child {
    margin-block-start: 0;
  }
  /* Boxes of their own, laid out when they come near the window; where the browser keeps the reader's place while it does. */
  .unit,
  .units {
    display: flow-root;
    /* The ring around what has the focus. */
    overflow-clip-margin: 10px;
  }
  :is(.unit, .units) > :is(.section-heading, .anchor:not(.marker)) {
    /* With the paragraph above, whose margin no longer lies within this one. */
    margin-block-start: 0.55em;
  }
  @supports (overflow-anchor: auto) {
    .unit,
    .units,
    .group {
      content-visibility: auto;
    }
  }
  .part > .section-heading,
  .chapter > .section-heading {
    font-size: 1.1em;
    text-align: center;
  }
  .part > .section-heading span,
  .chapter > .section-heading span {
    display: block;
  }
  .letterhead-line,
  .own-title {
    font-weight: 600;
  }
  .signature {
    text-align: end;
    font-weight: 600;
  }
  .recipients {
    font-size: 0.9375em;
  }
  .annex {
    margin-block-start: 2em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  .end-mark {
    color: var(--_muted);
  }
  .posted-by {
    max-width: var(--_measure);
    margin: 1.5em 0 0;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .text .posted-by {
    max-width: none;
    margin: 1.5em 0 0;
    font-size: 0.882em;
  }
  .scroll {
    max-width: 100%;
    overflow-x: auto;
  }
  .text :is(.scroll, figure, pre) {
    margin: 0 0 1em;
  }
  .text table {
    border-collapse: collapse;
    font-size: 0.9375em;
    line-height: 1.45;
  }
  .text :is(td, th) {
    padding: 0.4em 0.6em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .text th {
    background: var(--_raised);
  }
  .text img {
    max-width: 100%;
    height: auto;
  }
  @container civic (min-width: 760px) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 2.5em;
    }
    .with-outline .columns {
      grid-template-columns: var(--_outline) minmax(0, 1fr);
    }
  }
  @media print {
    .tools,
    .anchor:not(.marker),
    .section-menu,
    .outline {
      display: none !important;
    }
    .marker {
      text-decoration: none;
    }
    .document,
    .columns,
    .text {
      display: block;
      max-width: none;
    }
    .section {
      break-inside: auto;
    }
    .unit,
    .units {
      content-visibility: visible;
    }
    .section-heading,
    .title {
      break-after: avoid;
    }
  }
`;
