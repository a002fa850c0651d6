import { css } from 'lit';

/** What the first banners need; controls and transitions bring their own. */
export const bannerRotatorStyles = css`
  .single {
    /* Never wider than the picture itself: enlarged, it would be blurred. */
    max-inline-size: min(100%, var(--civic-banner-rotator-max-width, var(--_width, 100%)));
    margin-inline: var(--civic-banner-rotator-margin, 0);
  }
  .view,
  .set,
  .slide {
    display: grid;
  }
  .link,
  .picture {
    display: block;
    width: 100%;
    height: 100%;
  }
  .stage * {
    min-width: 0;
    min-height: 0;
  }
  .boxed.single .view,
  .boxed .several .slide {
    aspect-ratio: var(--_ratio);
  }
  .set {
    gap: var(--civic-banner-rotator-gap, var(--_gap));
  }
  .several,
  .grid .set {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--civic-banner-rotator-min, 200px)), 1fr));
    align-items: start;
  }
  .several .slide {
    max-inline-size: var(--_width);
  }
  .link:focus-visible {
    outline-offset: -3px;
  }
  .link,
  .image {
    border-radius: var(--civic-banner-rotator-radius, 0);
  }
  .image {
    display: block;
    max-width: 100%;
    height: auto;
    object-fit: var(--civic-banner-rotator-fit, scale-down);
    /* The words of a picture that is not there yet stay inside its box. */
    overflow: hidden;
    font-size: 0.875em;
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
  @media print {
    .slide {
      break-inside: avoid;
    }
  }
`;
