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
  @media print {
    .leave {
      display: none;
    }
    .slide {
      break-inside: avoid;
    }
  }
`;
