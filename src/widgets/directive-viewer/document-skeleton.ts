import { html, type TemplateResult } from 'lit';

/** Grey lines of the shape of a text. */
export function documentSkeleton(): TemplateResult {
  return html`<div class="waiting" aria-hidden="true">
    ${[0, 1, 2].map(() => html`<span class="skeleton paragraph"></span>`)}
  </div>`;
}
