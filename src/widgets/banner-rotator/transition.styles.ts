import { css } from 'lit';

/** How one turn gives way to the next: both lie in the same place while they do. */
export const transitionStyles = css`
  .rotate .view {
    overflow: hidden;
    border-radius: var(--civic-banner-rotator-radius, 0);
  }
  .set {
    grid-area: 1 / 1;
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
  }
`;
