/**
 * Takes a scraped portal page apart: what is the portal's own furniture, and what is the directive. Made for the
 * seed; a page that is built otherwise is refused by name instead of being misread.
 */

export interface PortalPage {
  /** Lines "image banner". */
  readonly pageBanners: number;
  /** The heading of the news column, "TIN MỚI"; the seed has no news below it. */
  readonly newsHeading: string;
  /** Lines "image advertisement" before and after the directive. */
  readonly notices: { readonly before: number; readonly after: number };
  /** The first paragraph of the directive, white space at its edges apart. */
  readonly title: string;
  /** Everything from the preamble to the name at the end, byte for byte. */
  readonly body: string;
  /** The visit counter's figures as the page shows them, by their labels. */
  readonly counter: ReadonlyMap<string, number>;
}

const NOTICE = 'image advertisement';
const BANNER = 'image banner';
const NEWS = 'TIN MỚI';
const COUNTER = 'Thống kê truy cập';
const FIGURE = /^•\s*(\D+?):\s*(\d+)$/u;

export function readPortalPage(source: string): PortalPage {
  const lines = source.split('\n');
  const isChrome = lines.map((line) => [BANNER, NEWS, NOTICE, COUNTER, ''].includes(line.trim()));
  const first = isChrome.indexOf(false);
  const counterAt = lines.findIndex((line) => line.trim() === COUNTER);
  if (first === -1 || counterAt < first) throw new Error('This page has no directive above its visit counter');
  const last = isChrome.lastIndexOf(false, counterAt);
  const [title, ...rest] = lines.slice(first, last + 1);
  const count = (text: string, part: readonly string[]): number => part.filter((line) => line.trim() === text).length;
  return {
    pageBanners: count(BANNER, lines),
    newsHeading: lines.find((line) => line.trim() === NEWS)?.trim() ?? '',
    notices: { before: count(NOTICE, lines.slice(0, first)), after: count(NOTICE, lines.slice(last + 1)) },
    title: title!.trim(),
    // Blank lines between the title and the preamble belong to neither; an indent belongs to its paragraph.
    body: rest.join('\n').replace(/^(?:\s*\n)+/u, ''),
    counter: readCounter(lines.slice(counterAt + 1)),
  };
}

function readCounter(lines: readonly string[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const line of lines) {
    const [, label, figure] = FIGURE.exec(line.trim()) ?? [];
    if (label !== undefined && figure !== undefined) figures.set(label, Number(figure));
  }
  return figures;
}
