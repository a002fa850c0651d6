import { html, type TemplateResult } from 'lit';

const PARAGRAPHS = ['long', 'long', 'short'];

/** Grey lines of the shape of a text. */
export function documentSkeleton(): TemplateResult {
  return html`<div class="waiting" aria-hidden="true">
    ${PARAGRAPHS.map((name) => html`<span class="skeleton paragraph ${name}"></span>`)}
  </div>`;
}
