/** What a document is made of; everything else loses its tag and keeps its words. */
export const TAGS = [
  ...['p', 'br', 'hr', 'div', 'span', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'],
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'abbr', 'cite'],
  ...['q', 'code'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img', 'time', 'bdi', 'bdo', 'wbr'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

/** Each of them only as far as the sanitiser lets it pass. */
export const ATTRIBUTES = [
  ...['href', 'target', 'src', 'alt', 'title', 'lang', 'dir', 'width', 'height', 'datetime', 'cite'],
  ...['colspan', 'rowspan', 'scope', 'abbr', 'span', 'start', 'reversed', 'type', 'value'],
];

export const XHTML = 'http://www.w3.org/1999/xhtml';

/** What loses its words with its tag: none of them are meant for a reader of the document. */
export const WITHOUT_WORDS = [
  ...['script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'head', 'title', 'plaintext', 'xmp'],
  ...['svg', 'math', 'audio', 'video'],
  // Word's `<xml>` settings, what a form or a player falls back on.
  ...['xml', 'object', 'applet', 'button', 'select', 'option', 'datalist', 'textarea', 'canvas'],
];
