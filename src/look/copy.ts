/** Puts text on the clipboard; false where the browser lets nobody. */
export async function copyText(text: string, near: ParentNode): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not a secure page, or not allowed: the old way, from a field that nobody sees.
    const { activeElement } = near.getRootNode() as Document | ShadowRoot;
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    near.append(field);
    field.select();
    try {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is left where there is no clipboard
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      field.remove();
      // The field took the focus with it.
      (activeElement as HTMLElement | null)?.focus();
    }
  }
}
