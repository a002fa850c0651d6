import { css } from 'lit';

/** Who comes and who leaves lie in the same place; transition.ts moves them. */
export const transitionStyles = css`
  .rotate .view {
    overflow: hidden;
    border-radius: var(--civic-banner-rotator-radius, 0);
  }
  .set {
    grid-area: 1 / 1;
    /* What fades is one anyway: it does not have to become one, and to be laid out for that. */
    isolation: isolate;
  }
  .leave {
    pointer-events: none;
  }
  @media print {
    .leave {
      display: none;
    }
  }
`;
