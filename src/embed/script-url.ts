/**
 * Where a classic script came from. `<img name="currentScript">` would put a picture in its place, so it is looked at twice.
 *
 * @param path - what the script is called, for when the browser will not say
 */
export function scriptUrl(path: RegExp): string | undefined {
  const { currentScript } = document;
  const script =
    currentScript instanceof HTMLScriptElement
      ? currentScript
      : [...document.querySelectorAll('script')].find(({ src }) => path.test(src));
  return script?.src || undefined;
}
