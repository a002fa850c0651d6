import { css } from 'lit';

/** What the first banners need; controls and transitions bring their own. */
export const bannerRotatorStyles = css`
  .single {
    /* Never wider than the picture itself: enlarged, it would be blurred. */
    max-inline-size: var(--civic-banner-rotator-max-width, var(--_width));
    margin-inline: var(--civic-banner-rotator-margin, 0);
  }
  .stage * {
    min-width: 0;
    min-height: 0;
  }
  .view,
  .set,
  .slide {
    display: grid;
  }
  .set {
    gap: var(--civic-banner-rotator-gap, var(--_gap));
  }
  .several,
  .grid .set {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, var(--civic-banner-rotator-min, 200px)), 1fr));
    align-items: start;
  }
  .link,
  .picture,
  .image {
    display: block;
    border-radius: var(--civic-banner-rotator-radius, 0);
  }
  .link {
    position: relative;
  }
  .mark {
    position: absolute;
    /* Where no control comes, however low the banner is. */
    inset-block-start: 4px;
    inset-inline-start: 4px;
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: 0.75em;
    line-height: 1.4;
  }
  .image {
    max-width: 100%;
    height: auto;
    object-fit: var(--civic-banner-rotator-fit, scale-down);
    /* The words of a picture that is not there yet stay inside its box. */
    overflow: hidden;
    font-size: 0.875em;
  }
  .link,
  .picture,
  .boxed .image,
  .ratio .image {
    width: 100%;
    height: 100%;
  }
  .single .view,
  .several .slide,
  .ratio .image {
    aspect-ratio: var(--_ratio);
  }
  .several .slide,
  .box {
    max-inline-size: var(--_width);
  }
  .box {
    aspect-ratio: var(--_ratio, 4);
  }
  ::slotted(*) {
    max-width: 100%;
  }
`;
