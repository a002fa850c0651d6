import type { FeedItem } from '../../feed/schema.js';
import { outlineText, type OutlinedDocument } from '../../text/outline.js';
import { loadCitationPart } from './citation-part.js';

/** How far the text of a document has come. */
export interface DocumentText {
  /** `waiting` may hold the plain text already, where the feed has that too. */
  readonly status: 'ready' | 'waiting' | 'failed';
  /** Absent where the feed has no text, and while there is none to show yet. */
  readonly outlined?: OutlinedDocument;
}

/** What a text is made from. */
interface Source {
  readonly html: string;
  readonly plain: string;
  readonly title: string | undefined;
  readonly base: string;
  readonly level: number;
}

interface Kept {
  readonly source: Source;
  text: DocumentText;
}

/** A cheap look for attributes on which the sanitiser decides, the usual ones: then it comes at once, and not when the text is parsed. */
const MAY_BE_TOLD = /<[a-z][^<>]*\s(?:href|src|(?:col|row)span|width|height|lang|start|type|title)\s*=/i;

/** Outlines each document once; HTML goes through quarantine, and the sanitiser is loaded only when a document may need it. */
export class DocumentTexts {
  /** By item id, not by item: a refreshed feed brings new objects, and a reader in the middle of one stays there. */
  readonly #kept = new Map<string, Kept>();
  readonly #onChange: () => void;

  /** @param onChange - called when a text that was waiting is there, or has failed */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * The text of a document as far as it has come.
   *
   * @param base - absolute URL that relative links in its HTML start from
   * @param level - of the document's own heading
   */
  of(item: FeedItem, base: string, level: number): DocumentText {
    const { title, content_html: html = '', content_text: plain = '' } = item;
    const source: Source = { html: html.trim(), plain: plain.trim() && plain, title, base, level };
    const former = this.#kept.get(item.id);
    if (former && isSame(former.source, source)) return former.text;
    const kept: Kept = { source, text: { status: source.html ? 'waiting' : 'ready', ...outlinePlain(source) } };
    this.#kept.set(item.id, kept);
    if (source.html) void this.#load(kept);
    return kept.text;
  }

  async #load(kept: Kept): Promise<void> {
    const { html, base, title, level } = kept.source;
    try {
      const markup = import('./document-markup.js');
      // It may ask for the sanitiser: then both come at once. What makes links comes after them, while the text is read.
      const purifier = MAY_BE_TOLD.test(html) ? import('../../feed/purify.js') : markup;
      void purifier.then(loadCitationPart, () => undefined);
      const { outlineMarkup } = await markup;
      const outlined = await outlineMarkup(html, base, title, level);
      kept.text = { ...kept.text, status: 'ready', ...(outlined && { outlined }) };
    } catch {
      // The chunk could not be had. What is not sanitised is not shown; the plain text is safe by nature.
      kept.text = { ...kept.text, status: kept.text.outlined ? 'ready' : 'failed' };
    }
    this.#onChange();
  }
}

function isSame(left: Source, right: Source): boolean {
  return (
    left.html === right.html &&
    left.plain === right.plain &&
    left.title === right.title &&
    left.base === right.base &&
    left.level === right.level
  );
}

function outlinePlain({ plain, title }: Source): Pick<DocumentText, 'outlined'> {
  return plain ? { outlined: outlineText(plain, title === undefined ? {} : { title }) } : {};
}
