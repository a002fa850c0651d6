import { css } from 'lit';

export const campaignListStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  p,
  dl,
  dd {
    margin: 0;
  }
  .item {
    --_status: var(--_line);
    position: relative;
  }
  .upcoming {
    --_status: var(--civic-campaign-list-upcoming, var(--_warn));
  }
  .ongoing {
    --_status: var(--civic-campaign-list-ongoing, var(--_good));
  }
  .ended {
    --_status: var(--civic-campaign-list-ended, var(--_muted));
  }
  .list,
  .timeline {
    display: grid;
  }
  .list > .item {
    padding-block: 1.25em;
    border-block-end: 1px solid var(--_line);
  }
  .list > .item:first-child {
    padding-block-start: 0;
  }
  .list > .item:last-child {
    border-block-end: 0;
  }
  .image {
    display: block;
    width: 100%;
    aspect-ratio: var(--civic-campaign-list-image-ratio, 3 / 2);
    /* Campaigns' pictures carry words, which a cut would take away. */
    object-fit: var(--civic-campaign-list-image-fit, contain);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .words {
    display: flex;
    flex-direction: column;
    gap: 0.6em;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .list .image {
    margin-block-end: 0.75em;
  }
  .timeline > .item {
    display: flex;
    flex-direction: column;
    gap: 0.75em 1.25em;
  }
  .timeline .image {
    order: 1;
    max-width: 15em;
  }
  @container civic (min-width: 34em) {
    .timeline > .item {
      flex-direction: row;
    }
    .list > .item {
      display: flex;
      align-items: start;
      gap: 1.25em;
    }
    .list .image,
    .timeline .image {
      flex: none;
      align-self: start;
      width: 30%;
      max-width: 15em;
    }
    .list .words,
    .timeline .words {
      flex: 1;
    }
  }
  .title {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.4;
  }
  .title a {
    display: inline-block;
    min-height: 24px;
    color: inherit;
    text-decoration: none;
  }
  .title a:hover {
    color: var(--_link);
    text-decoration: underline;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 0.75em;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    padding: 0.1em 0.7em;
    border: 1px solid;
    border-radius: 2em;
    background: color-mix(in srgb, currentcolor 8%, transparent);
    color: var(--_status);
    font-size: 0.9em;
    font-weight: 600;
    white-space: nowrap;
  }
  /* A ring, a full circle, a tick: borders, which forced colours keep. */
  .status::before {
    content: '';
    width: 0.65em;
    height: 0.65em;
    border: 0.15em solid currentcolor;
    border-radius: 50%;
  }
  .ongoing .status::before {
    border-width: 0.35em;
    background: currentcolor;
  }
  .ended .status::before {
    width: 0.35em;
    border-width: 0 0.15em 0.15em 0;
    border-radius: 0;
    transform: translateY(-0.08em) rotate(45deg);
  }
  .left {
    color: var(--_status);
  }
  .slogan {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_line);
    font-style: italic;
  }
  .summary,
  .facts {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .bar {
    display: flex;
    max-width: 32em;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.15em 0.75em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .value {
    color: var(--_text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  progress {
    appearance: none;
    flex: 1 0 100%;
    width: 100%;
    height: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--_line);
    color: var(--_status);
  }
  .result {
    color: var(--_accent);
  }
  ::-webkit-progress-bar {
    background: var(--_line);
  }
  ::-webkit-progress-value {
    border-radius: 4px;
    background: currentcolor;
  }
  ::-moz-progress-bar {
    border-radius: 4px;
    background: currentcolor;
  }
  .facts dt {
    display: inline;
  }
  .facts dt::after {
    content: ':';
    margin-inline-end: 0.3em;
  }
  .facts dd {
    display: inline;
    color: var(--_text);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    font-size: 0.8125em;
  }
  .tags li {
    padding: 0.1em 0.7em;
    border-radius: 2em;
    background: var(--_raised);
    color: var(--_muted);
  }
  summary {
    width: fit-content;
    min-height: 24px;
    color: var(--_link);
    font-size: 0.9375em;
    cursor: pointer;
  }
  .body,
  .html,
  .basis,
  .actions {
    margin-block-start: 0.6em;
  }
  .body {
    white-space: pre-line;
  }
  .html img,
  .html table {
    max-width: 100%;
  }
  .html img {
    height: auto;
  }
  .basis li {
    min-height: 24px;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
    text-decoration: underline;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    font-size: 0.9375em;
  }
  .whole {
    margin-block-start: 1.25em;
  }
  .subscribe {
    min-height: 24px;
  }
  .said {
    color: var(--_muted);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--civic-campaign-list-column, 17em)), 1fr));
    gap: 1.25em;
  }
  /* One that is open must not stretch its neighbours. */
  .cards:has(details[open]) {
    align-items: start;
  }
  .cards > .item {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-block-start: 4px solid var(--_status);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .cards .image {
    border-radius: 0;
  }
  .cards .words {
    flex: 1;
    padding: 1em;
  }
  .cards .facts {
    margin-block-start: auto;
  }
  .timeline > .item {
    padding: 0 0 1.75em 1.75em;
  }
  .timeline > .item::before,
  .timeline > .item::after {
    content: '';
    position: absolute;
    inset: 0.5em auto -0.5em 6px;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline > .item:last-child::before {
    display: none;
  }
  .timeline > .item::after {
    inset: 0.35em auto auto 0;
    width: 14px;
    height: 14px;
    border: 3px solid var(--_status);
    border-radius: 50%;
    background: var(--_surface);
  }
  .timeline > .ongoing::after {
    background: var(--_status);
  }
  .timeline .when {
    order: -1;
  }
  .search {
    margin-block-end: var(--_gap);
  }
  .ask,
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5em 0.75em;
  }
  .ask label {
    flex: 1 1 12em;
    max-width: 28em;
  }
  .ask .button {
    min-height: 40px;
  }
  .filters {
    margin-block: 0.75em;
  }
  .filter {
    flex: 1 1 10em;
    min-width: 0;
    max-width: 28em;
  }
  .ask span,
  .filter span {
    display: block;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  input,
  select {
    width: 100%;
    min-width: 0;
    min-height: 40px;
    margin: 0.25em 0 0;
    padding: 0.35em 0.75em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    letter-spacing: inherit;
  }
  .group {
    margin-block: 1.5em 1em;
    padding-block-end: 0.25em;
    border-block-end: 2px solid var(--_line);
    font-weight: 700;
  }
  .search + .group,
  .group:first-child {
    margin-block-start: 0;
  }
  .found {
    min-height: 1.5em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .more {
    margin-block-start: 1.25em;
    padding-inline: 1.5em;
    min-height: 40px;
    font-weight: 600;
  }
  .skeleton {
    height: 8em;
    margin-block-end: 1em;
  }
  .cards .skeleton {
    height: 18em;
    margin: 0;
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
`;
