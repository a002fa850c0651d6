/** What makes links of citations: it comes after the first words, which the reader waits for. */
import type * as LinksPart from './citation-links.js';

let part: typeof LinksPart | undefined | null;
let coming: Promise<void> | undefined;

/** Undefined as long as it is under way; null where it could not be had: the text is read without links. */
export const citationPart = (): typeof LinksPart | undefined | null => part;

/** Fulfilled when it is known whether there is one; after a failure the next document asks again. */
export function loadCitationPart(): Promise<void> {
  return (coming ??= import('./citation-links.js').then(
    (links) => void (part = links),
    () => {
      part = null;
      coming = undefined;
    },
  ));
}
