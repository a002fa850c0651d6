import type { FeedItem } from '../../feed/schema.js';
import { outlineText, type OutlinedDocument } from '../../text/outline.js';

/** How far the text of a document has come. */
export interface DocumentText {
  /** `waiting` may hold the plain text already, where the feed has that too. */
  readonly status: 'ready' | 'waiting' | 'failed';
  /** Absent where the feed has no text, and while there is none to show yet. */
  readonly outlined?: OutlinedDocument;
}

/** Outlines each document once; HTML goes through the sanitiser, which is loaded only when a document needs it. */
export class DocumentTexts {
  readonly #texts = new WeakMap<FeedItem, DocumentText>();
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
    let text = this.#texts.get(item);
    if (!text) {
      const plain = plainTextOf(item);
      text = item.content_html?.trim() ? { status: 'waiting', ...plain } : { status: 'ready', ...plain };
      this.#texts.set(item, text);
      if (text.status === 'waiting') void this.#load(item, base, level, plain);
    }
    return text;
  }

  async #load(
    item: FeedItem,
    base: string,
    level: number,
    plain: Pick<DocumentText, 'outlined'>,
  ): Promise<void> {
    let text: DocumentText;
    try {
      const { outlineMarkup } = await import('./document-markup.js');
      text = { status: 'ready', outlined: await outlineMarkup(item.content_html ?? '', base, item.title, level) };
    } catch {
      // The chunk could not be had. What is not sanitised is not shown; the plain text is safe by nature.
      text = plain.outlined ? { status: 'ready', ...plain } : { status: 'failed' };
    }
    this.#texts.set(item, text);
    this.#onChange();
  }
}

function plainTextOf({ content_text, title }: FeedItem): Pick<DocumentText, 'outlined'> {
  return content_text?.trim() ? { outlined: outlineText(content_text, title === undefined ? {} : { title }) } : {};
}
