import { css } from 'lit';

/**
 * How one turn gives way to the next: both lie in the same place while they do. What is seen of it takes 0.4 s; nobody waits
 * for the end of the animation, for which a browser would draw frames that change nothing.
 */
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
    animation: appear 1s ease backwards;
  }
  .fade .leave {
    animation: vanish 1s ease forwards;
  }
  .glide .enter {
    animation: enter 1s ease backwards;
  }
  .glide .leave {
    animation: leave 1s ease forwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
    40% {
      opacity: 1;
    }
  }
  @keyframes vanish {
    40%,
    to {
      opacity: 0;
    }
  }
  @keyframes enter {
    from {
      transform: translateX(var(--_from));
    }
    40% {
      transform: none;
    }
  }
  @keyframes leave {
    40%,
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
    .enter {
      animation: none !important;
    }
    .leave {
      display: none;
    }
  }
  @media print {
    .leave {
      display: none;
    }
  }
`;
