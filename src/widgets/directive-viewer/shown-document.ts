import type { Feed, FeedItem } from '../../feed/schema.js';
import type { DocumentNumber } from '../../text/document-number.js';
import type { Language } from '../../locales/strings.js';
import type { Params } from '../finding/fragment.js';

/** A wording of the viewer in the reader's language. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What the parts of an open document need to know. */
export interface ShownDocument {
  readonly item: FeedItem;
  readonly feed: Feed;
  /** All documents of the viewer: what a basis or a relation may name. */
  readonly items: readonly FeedItem[];
  /** BCP 47 tag of what the feed wrote, which need not be the reader's language. */
  readonly contentLanguage: string | undefined;
  readonly language: Language;
  /** Level of the document's own heading, 2 to 6. */
  readonly level: number;
  /** Absolute URL that relative links in its HTML start from. */
  readonly base: string;
  /** Names of the tools that the page wants, known or not. */
  readonly tools: ReadonlySet<string>;
  /** Wording of the way back; undefined where the reader came from nowhere. */
  readonly back: string | undefined;
  readonly say: Say;
  readonly open: (item: FeedItem) => void;
  readonly goBack: () => void;
  /** An address that leads to what is shown: the viewer's own, which knows its place among the widgets of the page. */
  readonly address: (params: Params) => string;
  /** Address of the document, or of a section of it. */
  readonly link: (section: string, other?: FeedItem) => string;
  /** Template of an address for what the feed does not hold, with `{number}` in it. */
  readonly citationUrl: string | null | undefined;
  /** The reader follows a citation; the item is the one it names, where the feed holds it. */
  readonly cite: (event: Event, number: DocumentNumber, item: FeedItem | undefined) => void;
  /** What a click on a citation does, by the address of the link: thousands of links have one listener. */
  readonly ways: Map<string, (event: Event) => void>;
  readonly goTo: (section: string) => void;
  /** The reader went to a section, by its id. */
  readonly reached: (section: string) => void;
}
