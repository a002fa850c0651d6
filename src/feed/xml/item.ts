import { absolute } from '../absolute.js';
import { isoDate } from './date.js';
import { absoluteIn, baseOf, type Inside, inside, languageOf, textOf } from './element.js';
import { isMarkup, unescaped, words } from './markup.js';

type Raw = Record<string, unknown>;

const optional = (key: string, value: unknown): Raw => (value === undefined || value === '' ? {} : { [key]: value });

/** A title: HTML is taken out of it, but where Atom says that it is none. */
export function titleIn(elements: readonly Element[]): string | undefined {
  const [element] = elements;
  const text = textOf(elements);
  if (!element || text === undefined) return undefined;
  const type = element.getAttribute('type');
  return type === 'text' || type === 'xhtml' ? text.replace(/\s+/g, ' ') : words(text);
}

/** The address that a link leads to: the element's text in RSS, its `href` in Atom. */
export function linkIn(links: readonly Element[], rel: string, document: string): string | undefined {
  const found = links.filter((link) => (link.getAttribute('rel') ?? 'alternate') === rel);
  const page = found.find((link) => link.getAttribute('type')?.includes('html')) ?? found[0];
  return page && absoluteIn(page, page.getAttribute('href') ?? page.textContent, document);
}

/** Names of people: Atom's `<name>`, Dublin Core's text, RSS's `name@host (Name)`. */
export function authorsIn(elements: readonly Element[], document: string): Raw {
  const authors = elements.flatMap((element) => {
    const within = inside(element);
    const text = words(textOf(within('name')) ?? element.textContent);
    const name = /\(([^)]+)\)\s*$/.exec(text)?.[1] ?? text;
    const url = absoluteIn(element, textOf(within('uri', 'url')), document);
    return name ? [{ name, ...optional('url', url) }] : [];
  });
  return authors.length > 0 ? { authors } : {};
}

/** Text or HTML of an item, and what it says in short where it has both. */
function contentOf(of: Inside, document: string): Raw {
  const [full] = of('content:encoded', 'content', 'http://www.w3.org/1999/xhtml:body');
  const [short] = of('description', 'summary', 'tagline', 'dc:description');
  const element = full?.textContent.trim() ? full : short;
  if (!element) return {};
  const type = element.getAttribute('type') ?? '';
  const isTree = type === 'xhtml' || element.namespaceURI === 'http://www.w3.org/1999/xhtml';
  const text = isTree
    ? [...element.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('')
    : unescaped(element.textContent.trim());
  const isHtml = isTree || (type !== 'text' && isMarkup(text));
  const summary = short && short !== element ? words(short.textContent) : undefined;
  const content = isHtml ? { content_html: absolute(text, baseOf(element, document)) } : optional('content_text', text);
  return { ...content, ...optional('summary', summary) };
}

const isPicture = (element: Element) =>
  (element.getAttribute('type') ?? element.getAttribute('medium') ?? '').startsWith('image');

/** Files that belong to the item, and among them its picture. */
function filesOf(of: Inside, html: string, document: string): Raw {
  const groups = of('media:group').map(inside);
  const media = [of, ...groups].flatMap((within) => within('media:content'));
  const links = of('link').filter((link) => link.getAttribute('rel') === 'enclosure');
  const files = [...of('enclosure'), ...media, ...links];
  const address = (element: Element) =>
    absoluteIn(element, element.getAttribute('url') ?? element.getAttribute('href'), document);
  const pictures = [
    ...[of, ...groups].flatMap((within) => within('media:thumbnail')),
    ...files.filter(isPicture),
    ...of('itunes:image'),
  ].map(address);
  const [own] = of('image').map((image) =>
    absoluteIn(image, textOf(inside(image)('url')) ?? image.textContent, document),
  );
  // A counter's dot is no picture.
  const shown = [...html.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => tag).find((tag) => !/\b(?:width|height)\s*=\s*["']?[01]\b/i.test(tag)); // prettier-ignore
  const [, first] = /\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(shown ?? '') ?? [];
  const attachments = files
    .filter((file) => !isPicture(file) && address(file))
    .map((file) => {
      const size = Number(file.getAttribute('length') ?? file.getAttribute('fileSize'));
      const title = textOf(inside(file)('media:title')) ?? file.getAttribute('title') ?? undefined;
      return {
        url: address(file),
        ...optional('mime_type', file.getAttribute('type') ?? undefined),
        ...optional('title', title),
        ...(size > 0 ? { size_in_bytes: size } : {}),
      };
    });
  return {
    ...optional('image', pictures.find(Boolean) ?? own ?? first?.replace(/&amp;/g, '&')),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

/**
 * An `<item>` or `<entry>` as an item of a JSON Feed, unchecked.
 *
 * @param document - absolute URL that relative ones start from where there is no `xml:base`
 */
export function itemFrom(element: Element, document: string): Raw {
  const of = inside(element);
  const guid = of('guid')[0];
  const id = textOf(of('guid', 'id')) ?? element.getAttribute('rdf:about') ?? undefined;
  const permalink =
    id !== undefined && guid?.getAttribute('isPermaLink') !== 'false' && /^https?:/i.test(id) ? id : undefined;
  const url = linkIn(of('link'), 'alternate', document) ?? permalink;
  const title = titleIn(of('title', 'dc:title'));
  const published = textOf(of('pubDate', 'published', 'issued', 'dc:date', 'created', 'date', 'pubdate'));
  const modified = textOf(of('updated', 'modified', 'dc:modified'));
  const content = contentOf(of, document);
  const tags = of('category', 'dc:subject').map((tag) => words(tag.getAttribute('label') ?? (textOf([tag]) ?? tag.getAttribute('term') ?? ''))); // prettier-ignore
  // Without an id, what stays the same from one day to the next stands for it.
  const known = id ?? url ?? ([title, published].filter(Boolean).join(' ') || undefined);
  const date = published ?? modified;
  return {
    ...optional('id', known),
    ...optional('url', url),
    ...optional('title', title),
    ...content,
    ...filesOf(of, (content['content_html'] ?? '') as string, document),
    ...optional('date_published', date && isoDate(date)),
    ...optional('date_modified', modified && isoDate(modified)),
    ...authorsIn(of('author', 'dc:creator'), document),
    ...(tags.some(Boolean) ? { tags: [...new Set(tags.filter(Boolean))] } : {}),
    ...optional('language', languageOf(element) ?? textOf(of('dc:language'))),
  };
}
