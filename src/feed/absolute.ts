/** A start tag, and in it an attribute that holds an address. */
const TAG = /<[a-z][^>]*>/gi;
const ADDRESS = /(\s(?:href|src|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * Makes relative addresses in a text of HTML absolute, for a page whose base is another. The sanitiser reads what
 * comes out like any other HTML of a feed.
 *
 * @param base - absolute URL
 */
export function absolute(html: string, base: string): string {
  return html.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (whole, name: string, double?: string, single?: string, bare?: string) => {
      const value = (double ?? single ?? bare ?? '').trim();
      // An anchor stays in its document.
      if (!value || value.startsWith('#')) return whole;
      try {
        const { href } = new URL(value.replace(/&amp;/g, '&'), base);
        return `${name}"${href.replace(/&/g, '&amp;').replace(/"/g, '%22')}"`;
      } catch {
        return whole;
      }
    }),
  );
}
