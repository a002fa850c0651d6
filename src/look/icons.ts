import { svg, type TemplateResult } from 'lit';

/** An icon says nothing on its own: the control that holds it has the name. No ids, which a foreign base would break. */
export function icon(path: string): TemplateResult {
  return svg`<svg part="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}

export const playIcon = icon('M8 5v14l11-7z');
export const pauseIcon = icon('M6 5h4v14H6zM14 5h4v14h-4z');
export const previousIcon = icon('M15.4 7.4 14 6l-6 6 6 6 1.4-1.4L10.8 12z');
export const nextIcon = icon('M8.6 16.6 10 18l6-6-6-6-1.4 1.4 4.6 4.6z');
