/** What a reader does with a section: copy a link to it, or how it is cited. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { copyText } from '../../look/copy.js';
import { titleOf } from '../../feed/title.js';
import { sectionCitation } from '../../text/citation-of.js';
import { typeNameOf } from '../../text/document-types.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { numberOf } from './number-of.js';
import type { ShownDocument } from './shown-document.js';
import { longDate } from './wording.js';

let close: (() => void) | undefined;

/** "Khoản 2 Điều 5 Quyết định số 01/QĐ-UBND ngày 05 tháng 02 năm 2024 của Cơ quan mẫu": NĐ 30/2020/NĐ-CP, Phụ lục I. */
export function citationOf(outlined: OutlinedDocument, id: string, shown: ShownDocument): string {
  const { item, feed } = shown;
  const { typeName, typeCode, issuedDate, organ } = item._civic?.directive ?? {};
  const number = numberOf(item);
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    key === 'long-date' ? `ngày ${values['day']} tháng ${values['month']} năm ${values['year']}` : '';
  const date = issuedDate && longDate(issuedDate, { feed, language: 'vi', say });
  const parts = number
    ? [typeName?.trim() || typeNameOf(typeCode ?? '') || 'Văn bản', `số ${number}`, date, organ && `của ${organ.name}`]
    : [titleOf(item), date && `(${date})`];
  const text = [sectionCitation(outlined, id), ...parts].filter(Boolean).join(' ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** Opens the menu behind a section's link. Made of plain elements: a long text is not drawn anew for it. */
export function openMenu(anchor: HTMLElement, link: string, citation: string, { say }: ShownDocument): void {
  const wasOpen = anchor.getAttribute('aria-expanded') === 'true';
  close?.();
  const root = anchor.getRootNode();
  // The document may have gone while this file came.
  if (wasOpen || !(root instanceof ShadowRoot) || !root.isConnected) return;
  const host = root.host as Element & ReactiveControllerHost;
  const menu = document.createElement('span');
  menu.className = 'section-menu';
  // A click on its words, or on a button in Safari, leaves the focus here and not on the page around.
  menu.tabIndex = -1;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const button = (key: string, text: string) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.part.add('button');
    made.append(say(key));
    made.addEventListener('click', () => {
      void copyText(text, menu).then((done) => {
        made.focus();
        status.textContent = done ? say('copied') : say('not-copied', { text });
      });
    });
    return made;
  };
  menu.append(button('copy-link', link), button('copy-citation', citation), status);
  let by: 'pointer' | 'Tab' | undefined;
  const onKey = ({ key }: KeyboardEvent) => {
    by = key === 'Tab' ? key : undefined;
    if (key !== 'Escape') return;
    close?.();
    anchor.focus();
  };
  const onEnter = () => (by = undefined);
  const onLeave = ({ relatedTarget }: FocusEvent) => {
    const to = relatedTarget as Node | null;
    // To nowhere by Tab is out of the page; else it is another window, say, to which the reader takes what was copied.
    if (!to && by !== 'Tab') return;
    // Safari focuses what is around a link that is clicked: the menu would close, and open again by that very click.
    if (by !== 'pointer' && !menu.contains(to) && !anchor.contains(to)) close?.();
  };
  const onPointer = (event: Event) => {
    const path = event.composedPath();
    if (path.includes(menu) || path.includes(anchor)) by = 'pointer';
    else close?.();
  };
  const listeners = [
    ['keydown', onKey],
    ['focusin', onEnter],
    ['focusout', onLeave],
  ] as [string, EventListener][];
  close = () => {
    close = undefined;
    for (const [type, listener] of listeners) anchor.removeEventListener(type, listener);
    document.removeEventListener('pointerdown', onPointer, true);
    host.removeController(withHost);
    anchor.setAttribute('aria-expanded', 'false');
    menu.remove();
  };
  const withHost: ReactiveController = { hostDisconnected: () => close?.() };
  host.addController(withHost);
  for (const [type, listener] of listeners) for (const part of [menu, anchor]) part.addEventListener(type, listener);
  document.addEventListener('pointerdown', onPointer, true);
  anchor.setAttribute('aria-expanded', 'true');
  anchor.after(menu);
  menu.querySelector('button')?.focus();
}
