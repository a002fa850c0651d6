import { html, type TemplateResult } from 'lit';
import type { Directive } from '../../feed/schema.js';
import { icon } from '../../look/icons.js';
import type { Say } from './shown-document.js';

const ICONS: Readonly<Record<NonNullable<Directive['status']>, TemplateResult>> = {
  inForce: icon('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.5 14.5-4-4 1.4-1.4 2.6 2.6 5.6-5.6 1.4 1.4z'),
  partial: icon('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 0 1 0 16z'),
  expired: icon('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM7 11h10v2H7z'),
  notYet: icon('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4 13.4L11 12.5V6h2v5.4l4 2.4z'),
};

/** Whether a document is in force: a word, an icon and a colour, so that none of them carries it alone. */
export function statusChip(status: NonNullable<Directive['status']>, say: Say): TemplateResult {
  return html`<span class="status ${status}" part="status">${ICONS[status]}${say(status)}</span>`;
}
