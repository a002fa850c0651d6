import { css } from 'lit';

/** What a reader uses on a document: bars, the signs of sections, marks in the text, contrast. */
export const toolsStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    position: sticky;
    z-index: 1;
    top: var(--civic-directive-viewer-sticky-top, 0px);
    padding: 8px 0;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .with-bar {
    /* What is jumped to, or gets the focus, comes below the bar. */
    --_top: calc(var(--civic-directive-viewer-sticky-top, 0px) + var(--_bar, 56px) + 8px);
  }
  .bar .note {
    flex: 1;
    margin: 0;
  }
  .bar .field {
    max-width: 24em;
  }
  .hits {
    min-width: 4em;
    flex: none;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .speed select {
    min-height: 32px;
    font: inherit;
  }
  .said:not(:empty) {
    flex-basis: 100%;
    overflow-wrap: anywhere;
    color: var(--_good);
  }
  .print-frame {
    border: 0;
  }
  .anchor:not(.marker) {
    float: inline-end;
    width: 28px;
    height: 24px;
    margin-inline-start: 4px;
    border-radius: var(--_radius);
    color: var(--_muted);
    line-height: 24px;
    text-align: center;
    text-decoration: none;
  }
  .anchor:not(.marker)::before {
    content: '§';
    /* A sign for the eye: its name is in the label. */
    content: '§' / '';
  }
  .anchor:is(:hover, :focus-visible, [aria-expanded='true']) {
    color: var(--_link);
  }
  .marker:is(:hover, :focus-visible, [aria-expanded='true']) {
    text-decoration-style: solid;
  }
  .section-menu {
    display: flex;
    clear: inline-end;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    justify-content: flex-end;
    margin: 0 0 0.75em;
    font-size: 14px;
    font-weight: 400;
    text-indent: 0;
    overflow-wrap: anywhere;
  }
  .marker + .section-menu {
    justify-content: flex-start;
    margin-block-start: 0.4em;
  }
  .citation {
    text-underline-offset: 0.15em;
  }
  .contrast {
    --_text: #000;
    --_muted: #000;
    --_surface: #fff;
    --_raised: #fff;
    --_line: #000;
    --_accent: #000;
    --_link: #00318f;
    --_focus: #00318f;
    --_good: #000;
    --_warn: #000;
    padding: 8px;
    background: #fff;
    color: #000;
    color-scheme: light;
  }
  .text {
    position: relative;
  }
  ::highlight(civic-found) {
    background: #ffe27a;
    color: #000;
  }
  ::highlight(civic-current) {
    background: #b3470a;
    color: #fff;
    /* Where colours are forced, all marks have the same two. */
    text-decoration: underline;
  }
  ::highlight(civic-spoken) {
    background: #bfe3ff;
    color: #000;
  }
  .marks i {
    position: absolute;
    background: #e6a80066;
    forced-color-adjust: none;
    pointer-events: none;
  }
  .marks.current i {
    outline: 2px solid #b3470a;
  }
  @container civic (max-width: 520px) {
    .tool-name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (forced-colors: active) {
    ::highlight(civic-found),
    ::highlight(civic-current),
    ::highlight(civic-spoken) {
      background: Highlight;
      color: HighlightText;
    }
  }
`;
