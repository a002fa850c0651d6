/** What may have to be tidied. */
const UNTIDY = 'img,span,p,h1,h2,h3,h4,h5,h6';

/** Takes out what a word processor leaves behind when its styles are gone: bare spans, empty paragraphs, texts in pieces. */
export function tidy(clean: DocumentFragment | Element): void {
  // Most paragraphs are a text and nothing else.
  if (clean.firstElementChild && clean.querySelector(UNTIDY)) tidyElements(clean);
  clean.normalize();
}

function tidyElements(clean: DocumentFragment | Element): void {
  for (const picture of [...clean.querySelectorAll('img:not([src])')]) {
    picture.replaceWith(picture.getAttribute('alt') ?? '');
  }
  for (const span of [...clean.querySelectorAll('span')]) {
    if (span.attributes.length === 0) span.replaceWith(...span.childNodes);
  }
  for (const block of [...clean.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    if (!block.textContent.trim() && !block.querySelector('img, hr, table')) block.remove();
  }
}
