/** What has no business in a page that shows something from a feed, whether it did any harm yet or not. */

/** Of a document: written out again on purpose, so that the sanitiser is held against a list of another hand. */
export const DOCUMENT_TAGS: ReadonlySet<string> = new Set(
  `p br hr div span section article h1 h2 h3 h4 h5 h6 blockquote pre a b strong i em u s del ins sub sup small mark abbr
  cite q code ul ol li dl dt dd figure figcaption img time bdi bdo wbr table caption colgroup col thead tbody tfoot tr th
  td`.split(/\s+/),
);
export const DOCUMENT_ATTRIBUTES: ReadonlySet<string> = new Set(
  `href target rel src alt title lang dir width height datetime cite colspan rowspan scope abbr span start reversed type
  value loading decoding`.split(/\s+/),
);

/** What a widget adds: its controls, its icons, and what says what they are. */
const WIDGET_TAGS: ReadonlySet<string> = new Set(
  'header nav button input label select option slot svg path'.split(' '),
);
const WIDGET_ATTRIBUTES: ReadonlySet<string> = new Set(
  'class part style id role tabindex hidden autocomplete spellcheck placeholder viewbox fill d name focusable'.split(
    ' ',
  ),
);
const WIDGET_NAMES = /^(?:aria-[a-z]+|data-(?:item|section|tool))$/;

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * @param root - what is looked through
 * @param isWidget - asked for each element: whether it is the widget's own, not the document's
 * @returns one line for each thing found
 */
export function dangers(root: ParentNode, isWidget: (element: Element) => boolean = () => false): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const own = isWidget(element);
    const { localName, namespaceURI } = element;
    if (!DOCUMENT_TAGS.has(localName) && !(own && WIDGET_TAGS.has(localName))) found.push(`<${localName}>`);
    if (namespaceURI !== XHTML && !(own && /^(?:svg|path)$/.test(localName))) found.push(`namespace of <${localName}>`);
    if (element.shadowRoot) found.push('shadow root');
    // A form's fields stand before its own properties.
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      const isOwn = own && (WIDGET_ATTRIBUTES.has(name.toLowerCase()) || WIDGET_NAMES.test(name));
      if (!DOCUMENT_ATTRIBUTES.has(name) && !isOwn) found.push(`attribute ${name}`);
      if (name === 'target' && value !== '_blank') found.push(`${name}=${value}`);
      if (!['href', 'src', 'cite'].includes(name)) continue;
      const allowed = name === 'src' ? /^https?:/ : /^(?:https?|mailto|tel):/;
      if (!allowed.test(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}
