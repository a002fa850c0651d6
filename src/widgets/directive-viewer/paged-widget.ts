import type { Paged } from '../../feed/all-pages.js';
import type { Language, Wordings } from '../../locales/strings.js';

/** The viewer, as far as it matters to the further pages of its feed. */
export interface PagedWidget extends Paged {
  readonly language: Language;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<unknown>;
  /** A wording, the page's own first. */
  text(key: string, values: Readonly<Record<string, string | number>>, words: Wordings): string;
  more(): Promise<void>;
  requestUpdate(): void;
}
