/**
 * HTML from a feed, made safe to insert. The only way for it into a page.
 *
 * What does it weighs more than the rest of a widget, so it is a chunk of its own and loaded at the first call.
 *
 * @param html - as the feed has it; anything at all
 * @param baseUrl - absolute URL that relative links and pictures start from
 * @returns nodes without scripts, styles, classes, ids, forms, frames, SVG and MathML; links to http(s), mailto and tel
 *   and pictures from http(s) only, all absolute
 * @throws when the chunk cannot be loaded
 */
export async function sanitise(html: string, baseUrl: string): Promise<DocumentFragment> {
  const { purify } = await import('./purify.js');
  return purify(html, baseUrl);
}
