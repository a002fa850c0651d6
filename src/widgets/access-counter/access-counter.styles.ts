import { css } from 'lit';

export const accessCounterStyles = css`
  dl {
    max-width: 30em;
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0 0 0 auto;
    text-align: end;
    color: var(--civic-access-counter-number-color, var(--_accent));
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75em;
    padding-block: 0.375em;
  }
  .item + .item {
    border-block-start: 1px solid var(--_line);
  }
  dl:not(.digits, .inline) .total dd {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .online dt::before {
    content: '';
    display: inline-block;
    margin-inline-end: 0.45em;
    /* All border and nothing inside: forced colours take backgrounds away. */
    border: 0.25em solid var(--_good);
    border-radius: 50%;
    vertical-align: 0.08em;
  }
  /* Equal columns: no number, however long, moves the one after it. */
  .inline {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8.5em, calc(50% - 0.5em)), 1fr));
    gap: 0.75em 0.5em;
    max-width: 64em;
  }
  .inline .item {
    display: block;
    padding-inline-start: 0.65em;
    border-block: 0;
    border-inline-start: 3px solid var(--_line);
  }
  .inline dt {
    font-size: 0.875em;
  }
  .inline dd {
    font-size: 1.375em;
    line-height: 1.3;
    text-align: start;
  }
  /* Label and six digits side by side in a column of 200 px. */
  .digits .item {
    gap: 0.5em;
    font-size: 0.9375em;
  }
  .shown {
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 2px;
  }
  .digit {
    min-width: 0.95em;
    padding: 0.1em 0;
    border: 1px solid var(--_line);
    border-radius: 3px;
    background: var(--civic-access-counter-digit-background, var(--_raised));
    color: var(--civic-access-counter-digit-color, var(--_accent));
    line-height: 1.3;
    text-align: center;
  }
  .digit:nth-last-child(3n):not(:first-child) {
    margin-inline-start: 4px;
  }
  .leading {
    color: var(--_muted);
    font-weight: 400;
  }
  .chart {
    min-height: 6em;
    margin-block-start: 0.75em;
  }
  .as-of {
    min-height: 1.5em;
    margin: 0.5em 0 0;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  dd > .skeleton:not(.shown) {
    width: 4em;
  }
  .skeleton .digit {
    visibility: hidden;
  }
`;
