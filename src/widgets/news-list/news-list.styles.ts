import { css } from 'lit';

export const newsListStyles = css`
  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .item {
    padding: 0.6em 0;
    border-block-end: 1px solid var(--_line);
  }
  .item:last-child {
    border-block-end: 0;
  }
  .image {
    --_width: var(--civic-news-list-image-width, 88px);
    width: var(--_width);
    /* Not by aspect-ratio: WebKit makes a square of a picture that cannot be had. */
    height: calc(var(--_width) * 0.625);
    object-fit: cover;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .with-image {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
  }
  .words {
    min-width: 0;
  }
  .title {
    display: inline-block;
    max-width: 100%;
    min-height: 24px;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.4;
    text-decoration: none;
  }
  a.title:hover {
    color: var(--_link);
    text-decoration: underline;
  }
  .ticker {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 40px;
  }
  .window {
    flex: 1;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
    padding-block: 4px;
  }
  .window::-webkit-scrollbar {
    display: none;
  }
  .track {
    display: flex;
    gap: 2.5em;
    width: max-content;
    margin: 0;
    padding: 0 4px;
    list-style: none;
    white-space: nowrap;
  }
  .track .item {
    padding: 0;
    border: 0;
  }
  .track .words {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .track .title {
    display: inline-flex;
    align-items: center;
  }
  .more {
    margin-block-start: 0.9em;
  }
  .new {
    margin-inline-end: 0.4em;
    padding: 0.1em 0.5em;
    border: 1px solid;
    border-radius: 2em;
    color: var(--civic-news-list-new, var(--_accent));
    font-size: 0.75em;
    font-weight: 700;
    line-height: 1.4;
    white-space: nowrap;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .age::before {
    content: '·';
    margin-inline: 0.4em;
  }
  .day {
    margin-block: 1em 0.2em;
    padding-block-end: 0.25em;
    border-block-end: 2px solid var(--_line);
    font-size: 0.9375em;
    font-weight: 700;
  }
  .day::first-letter {
    text-transform: uppercase;
  }
  .day:first-child {
    margin-block-start: 0;
  }
  .all {
    display: inline-block;
    min-height: 24px;
    margin-block-start: 0.75em;
    font-weight: 600;
  }
`;
