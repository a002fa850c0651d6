/** The address under which readers have a server, as it may be given: with a slash at the end, or undefined for what is none. */
export function publicUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') {
    return undefined;
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
