/** Namespaces by a mark of theirs: feeds differ in the letters around it, and in the prefixes they give them. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/modules\/content/i, 'content:'],
  [/\/dc\//i, 'dc:'],
  [/mrss|^urn:media$/i, 'media:'],
  [/itunes/i, 'itunes:'],
];
const known = new Map<string | null, string>();

/** A name such as `dc:date`; RSS's own and Atom's own names stand without a prefix. */
function nameOf({ namespaceURI, localName }: Element): string {
  let space = known.get(namespaceURI);
  if (space === undefined) {
    const [, found = /atom|rss|netscape|userland|^$/i.test(namespaceURI ?? '') ? '' : `${namespaceURI ?? ''}:`] =
      SPACES.find(([mark]) => mark.test(namespaceURI ?? '')) ?? [];
    known.set(namespaceURI, (space = /^urn:(?:content|dc)$/.test(namespaceURI ?? '') ? `${(namespaceURI ?? '').slice(4)}:` : found)); // prettier-ignore
  }
  return space + localName;
}

/** What stands inside an element, by name. */
export type Inside = (...names: string[]) => Element[];

/** Reads the children of an element once; asked for several names, those of the first come first. */
export function inside(element: Element): Inside {
  const byName = new Map<string, Element[]>();
  for (const child of element.children) {
    const name = nameOf(child);
    const those = byName.get(name);
    if (those) those.push(child);
    else byName.set(name, [child]);
  }
  return (...names) => names.flatMap((name) => byName.get(name) ?? []);
}

/** The text of the first that has some. */
export function textOf(elements: readonly Element[]): string | undefined {
  for (const { textContent } of elements) if (textContent.trim()) return textContent.trim();
  return undefined;
}

/** What is relative in an element starts from here: `xml:base` of it and all around it. */
export function baseOf(element: Element | null, document: string): string {
  if (!element) return document;
  const around = baseOf(element.parentElement, document);
  const own = element.getAttribute('xml:base');
  try {
    return own ? new URL(own, around).href : around;
  } catch {
    return around;
  }
}

/** An address as it stands in an element, made absolute; as written where it is none, so that it is reported. */
export function absoluteIn(element: Element, written: string | null | undefined, document: string): string | undefined {
  if (!written?.trim()) return undefined;
  try {
    return new URL(written.trim(), baseOf(element, document)).href;
  } catch {
    return written;
  }
}

/** The language of an element, its own or that around it up to the feed. */
export function languageOf(element: Element): string | undefined {
  return element.getAttribute('xml:lang')?.trim() || undefined;
}
