import { css } from 'lit';

/**
 * Design tokens. A page sets `--civic-*` on any ancestor; inside the widgets only the resolved `--_*` are used, so
 * that every default stands in one place.
 *
 * Dark values follow the page's own `color-scheme`: an old portal that knows only light stays light, whatever the
 * reader's system prefers. Browsers without `light-dark()` stay light too.
 */
export const tokens = css`
  .base {
    --_text: var(--civic-color-text, #1f2328);
    --_muted: var(--civic-color-muted, #57606a);
    --_surface: var(--civic-color-surface, #ffffff);
    --_raised: var(--civic-color-raised, #f6f7f9);
    --_line: var(--civic-color-line, #d5d9df);
    --_accent: var(--civic-color-accent, #a4161a);
    --_link: var(--civic-color-link, var(--civic-color-accent, #a4161a));
    --_focus: var(--civic-color-focus, #0b57d0);
    --_good: var(--civic-color-good, #116329);
    --_warn: var(--civic-color-warn, #7a4d00);
    --_radius: var(--civic-radius, 6px);
    --_gap: var(--civic-gap, 12px);
    --_font: var(--civic-font, inherit);
    --_size: var(--civic-font-size, 16px);
  }
  @supports (color: light-dark(#000, #fff)) {
    .base {
      --_text: var(--civic-color-text, light-dark(#1f2328, #e6e8eb));
      --_muted: var(--civic-color-muted, light-dark(#57606a, #a3abb5));
      --_surface: var(--civic-color-surface, light-dark(#ffffff, #17191d));
      --_raised: var(--civic-color-raised, light-dark(#f6f7f9, #20242a));
      --_line: var(--civic-color-line, light-dark(#d5d9df, #3a414b));
      --_accent: var(--civic-color-accent, light-dark(#a4161a, #ff9a8f));
      --_link: var(--civic-color-link, var(--civic-color-accent, light-dark(#a4161a, #ffa79d)));
      --_focus: var(--civic-color-focus, light-dark(#0b57d0, #9ecaff));
      --_good: var(--civic-color-good, light-dark(#116329, #7ee2a0));
      --_warn: var(--civic-color-warn, light-dark(#7a4d00, #f2c572));
    }
  }
`;
