import { css } from 'lit';

/** The list, and what stands in while a document comes; the document brings its own. */
export const viewerStyles = css`
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--_line);
  }
  .count {
    margin: 0 0 0.5em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .search,
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 0.75em;
  }
  .field,
  .filter select {
    min-width: 0;
    min-height: 36px;
    margin: 0;
    padding: 0.25em 0.6em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    letter-spacing: inherit;
  }
  .field {
    flex: 1 1 12em;
    max-width: 100%;
  }
  .filters {
    flex-basis: 100%;
    margin: 0;
  }
  .filter {
    flex: 1 1 11em;
    min-width: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .filter select {
    width: 100%;
    font-size: 1.125em;
  }
  .item {
    padding: 0.85em 0.25em;
    border-block-end: 1px solid var(--_line);
  }
  .item-title {
    display: block;
    min-height: 28px;
    margin: 0;
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.45;
    text-align: start;
  }
  .item-title:hover {
    color: var(--_link);
    text-decoration: underline;
  }
  .item-facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.15em 1em;
    margin-block-start: 0.25em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .item-facts b {
    color: var(--_text);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    color: var(--_warn);
    font-weight: 600;
  }
  .inForce {
    color: var(--_good);
  }
  .expired {
    color: var(--_accent);
  }
  .more {
    min-height: 32px;
    margin: var(--_gap) 0 0;
  }
  .paging {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.75em;
    margin-block-start: var(--_gap);
    font-variant-numeric: tabular-nums;
  }
  .paging button {
    flex: none;
  }
  .reserved {
    min-height: var(--civic-directive-viewer-min-height, 480px);
  }
  .line {
    height: 3em;
    margin-block-end: 2em;
  }
  .paragraph {
    height: 6em;
    margin-block-end: 1.2em;
  }
  @media print {
    .paging,
    .search {
      display: none;
    }
  }
`;
