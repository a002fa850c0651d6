import { css } from 'lit';

/** The controls lie over the banner: beside it, they would push the page about when they come. And what only a reader who reaches or prints a banner sees. */
export const controlsStyles = css`
  .slide {
    break-inside: avoid;
  }
  .link:focus-visible {
    outline-offset: -3px;
  }
  .rotate {
    position: relative;
    /* The banner may be narrower than the place it stands in. */
    container: rotator / inline-size;
  }
  .rotate .view {
    touch-action: pan-y pinch-zoom;
  }
  .rotate .image {
    user-select: none;
  }
  .controls {
    position: absolute;
    z-index: 1;
    inset-block-end: 4px;
    inset-inline: 4px;
    display: flex;
    justify-content: space-between;
    gap: 4px;
    pointer-events: none;
  }
  .group {
    display: flex;
    align-items: center;
    border-radius: var(--_radius);
    background: var(--civic-banner-rotator-controls, var(--_surface));
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_line);
    pointer-events: auto;
  }
  .control,
  .dot {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
  }
  .control:hover {
    background: var(--_raised);
  }
  .group :focus-visible {
    outline-offset: -2px;
  }
  .dots {
    display: none;
  }
  .dot {
    width: 24px;
  }
  .dot::before {
    content: '';
    width: var(--civic-banner-rotator-dot, 8px);
    height: var(--civic-banner-rotator-dot, 8px);
    border: 1px solid var(--_text);
    border-radius: 50%;
  }
  .dot.on::before {
    background: var(--_text);
  }
  .dot:hover::before {
    box-shadow: 0 0 0 2px var(--_line);
  }
  .position {
    padding-inline: 4px;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* 24 px for each dot, and room for three buttons beside them. */
  @container rotator (min-width: 228px) {
    .few .dots {
      display: flex;
    }
    .few .position {
      display: none;
    }
  }
  @container rotator (min-width: 360px) {
    .some .dots {
      display: flex;
    }
    .some .position {
      display: none;
    }
  }
  /* At rest only the button that stops the rotation lies over the picture. What is not seen takes no tap: it is the link's. */
  @media (hover: hover) {
    .running .more {
      opacity: 0;
      pointer-events: none;
    }
  }
  .flat.running .more {
    opacity: 0;
    pointer-events: none;
  }
  /* In a low banner the words begin in the first corner. */
  .flat .controls {
    justify-content: flex-end;
  }
  .flat .more {
    order: -1;
  }
  /* Not for a finger, which "hovers" over what it touches: a button would come between its tap and the link. */
  @media (hover: hover) {
    .rotate:hover .more {
      opacity: 1;
      pointer-events: auto;
    }
  }
  /* On the link the keyboard has stopped the rotation; a tap has not. */
  .controls:focus-within .more {
    opacity: 1;
    pointer-events: auto;
  }
  /* Not by :dir(), which came with Chrome 120 and Safari 16.4. */
  .mirrored svg {
    transform: scaleX(-1);
  }
  @media (forced-colors: active) {
    .dot.on::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .controls {
      display: none;
    }
  }
`;
