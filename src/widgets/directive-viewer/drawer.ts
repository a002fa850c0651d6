import { html, type TemplateResult } from 'lit';
import { icon } from '../../look/icons.js';
import type { Say } from './shown-document.js';

const closeIcon = icon('M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z');

/**
 * Whether the outline of a narrow place can lie over the page: only the platform's own dialog gets above every layer of a
 * page, keeps the focus and leaves by Esc. Where there is none, the outline unfolds where it stands.
 */
export const hasDrawers = (): boolean => typeof HTMLDialogElement === 'function';

/** A panel at the side of the window, for as long as the reader chooses from it. */
export function drawer(content: Element, say: Say, closed: () => void): TemplateResult {
  const close = (event: Event) => (event.currentTarget as Element).closest('dialog')?.close();
  // What the panel does not cover is the dialog's own backdrop.
  const onClick = (event: Event) => event.target === event.currentTarget && close(event);
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- Esc is the keyboard's way out, of every dialog
  return html`<dialog class="drawer" part="drawer" aria-label=${say('contents')} @click=${onClick} @close=${closed}>
    <div class="drawer-head">
      <span aria-hidden="true">${say('contents')}</span>
      <button class="button icon-button" part="button" type="button" aria-label=${say('contents-close')} @click=${close}
        >${closeIcon}</button
      >
    </div>
    ${content}
  </dialog>`;
}

/** Opens a drawer that has been drawn, at the section that is being read. */
export function openDrawer(root: ParentNode): void {
  const dialog = root.querySelector<HTMLDialogElement>('.drawer:not([open])');
  if (!dialog) return;
  dialog.showModal();
  (dialog.querySelector<HTMLElement>('[aria-current]') ?? dialog.querySelector<HTMLElement>('.entry'))?.focus();
}

/** Closes it, and gives the focus back, before something else is done. */
export function closeDrawer(root: ParentNode | null): void {
  root?.querySelector<HTMLDialogElement>('.drawer[open]')?.close();
}
