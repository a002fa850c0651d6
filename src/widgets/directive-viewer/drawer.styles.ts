import { css } from 'lit';

/** The outline where the widget is narrow: a button that stays in sight, and the drawer that it opens. */
export const drawerStyles = css`
  @container civic (max-width: 759.98px) {
    .with-outline:not(.with-bar) {
      /* What is jumped to, or gets the focus, comes below the button. */
      --_top: calc(var(--civic-directive-viewer-sticky-top, 0px) + 60px);
    }
    .with-outline:not(.with-bar) .outline {
      position: sticky;
      z-index: 1;
      top: calc(var(--civic-directive-viewer-sticky-top, 0px) + 6px);
    }
  }
  .drawer {
    position: fixed;
    inset: 0 auto 0 0;
    box-sizing: border-box;
    width: min(23em, 88%);
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-inline-end: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0 24px rgb(0 0 0 / 25%);
  }
  .drawer[open] {
    display: flex;
    flex-direction: column;
  }
  .drawer::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .drawer-head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 8px 16px;
    border-block-end: 1px solid var(--_line);
    font-weight: 700;
  }
  .drawer .icon-button {
    min-width: 44px;
    min-height: 44px;
  }
  .drawer .entries {
    display: block;
    flex: 1;
    max-height: none;
    margin: 0;
    padding: 10px 12px 24px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .drawer .entry {
    min-height: 44px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .drawer[open] {
      animation: civic-drawer 0.18s ease-out;
    }
    @keyframes civic-drawer {
      from {
        transform: translateX(-1.5em);
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .drawer {
      border-inline-end-color: CanvasText;
    }
  }
`;
