import { css } from 'lit';

export const bannerRotatorStyles = css`
  .stage {
    position: relative;
  }
  .rotate {
    /* The banner may be narrower than the place it stands in. */
    container: rotator / inline-size;
  }
  .single {
    /* Never wider than the picture itself: enlarged, it would be blurred. */
    max-inline-size: min(100%, var(--civic-banner-rotator-max-width, var(--_width, 100%)));
    margin-inline: var(--civic-banner-rotator-margin, 0);
  }
  .view {
    display: grid;
    overflow: hidden;
    border-radius: var(--civic-banner-rotator-radius, 0);
    touch-action: pan-y;
  }
  .boxed.single .view,
  .boxed .several .slide {
    aspect-ratio: var(--_ratio);
  }
  .set {
    grid-area: 1 / 1;
    display: grid;
    gap: var(--civic-banner-rotator-gap, var(--_gap));
    min-width: 0;
    min-height: 0;
  }
  .rotate .several,
  .grid .set {
    grid-template-columns: repeat(
      auto-fit,
      minmax(min(100%, var(--civic-banner-rotator-min, 200px)), 1fr)
    );
    align-items: start;
  }
  .several .slide {
    max-inline-size: var(--_width);
  }
  .slide {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .link,
  .picture {
    display: block;
    min-width: 0;
    min-height: 0;
    width: 100%;
    height: 100%;
  }
  .link:focus-visible {
    outline-offset: -3px;
    border-radius: var(--civic-banner-rotator-radius, 0);
  }
  .image {
    display: block;
    max-width: 100%;
    height: auto;
    object-fit: var(--civic-banner-rotator-fit, scale-down);
    border-radius: var(--civic-banner-rotator-radius, 0);
    /* The words of a picture that is not there yet stay inside its box. */
    overflow: hidden;
    font-size: 0.875em;
    user-select: none;
  }
  .boxed .image {
    width: 100%;
    height: 100%;
  }
  .ratio .image {
    width: 100%;
    aspect-ratio: var(--_ratio);
  }
  ::slotted(*) {
    max-width: 100%;
  }
  .box {
    aspect-ratio: var(--_ratio, 4);
    max-inline-size: var(--_width, 100%);
  }

  .controls {
    position: absolute;
    z-index: 1;
    inset-block-end: 4px;
    inset-inline: 4px;
    display: flex;
    justify-content: flex-end;
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
  /* At rest only the button that stops the rotation lies over the picture. */
  @media (hover: hover) {
    .running .more {
      opacity: 0;
    }
  }
  .flat.running .more {
    opacity: 0;
  }
  .rotate:hover .more,
  .rotate:focus-within .more {
    opacity: 1;
  }
  :host(:dir(rtl)) .more svg {
    transform: scaleX(-1);
  }

  .leave {
    pointer-events: none;
  }
  .fade .enter {
    animation: appear 0.4s ease backwards;
  }
  .fade .leave {
    animation: vanish 0.4s ease forwards;
  }
  .glide .enter {
    animation: enter 0.4s ease backwards;
  }
  .glide .leave {
    animation: leave 0.4s ease forwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes vanish {
    to {
      opacity: 0;
    }
  }
  @keyframes enter {
    from {
      transform: translateX(var(--_from));
    }
  }
  @keyframes leave {
    to {
      transform: translateX(calc(-1 * var(--_from)));
    }
  }
  .glide {
    --_from: 100%;
  }
  .glide.from-left {
    --_from: -100%;
  }
  @media (prefers-reduced-motion: reduce) {
    .enter,
    .leave {
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    .dot.on::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .controls,
    .leave {
      display: none;
    }
    .slide {
      break-inside: avoid;
    }
  }
`;
