/** One document in full. A chunk of its own: a list is there before it, and the feed comes at the same time. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Feed } from '../../feed/schema.js';
import type { OutlinedDocument } from '../../text/outline.js';
import { pause, slice } from '../../text/steps.js';
import { directiveDocumentStrings } from '../../locales/directive-document.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { loadCitationPart } from './citation-part.js';
import type { CurrentSection } from './current-section.js';
import { DrawnText, postedBy } from './document-body.js';
import { documentHeader } from './document-header.js';
import { documentSkeleton } from './document-skeleton.js';
import { type DocumentText, DocumentTexts } from './document-text.js';
import { DocumentTools } from './document-tools.js';
import { documentStyles } from './document.styles.js';
import { CivicCitationEvent } from './events.js';
import { findItem } from './find-item.js';
import { toolsStyles } from './tools.styles.js';
import type { Described } from './json-ld.js';
import { closeDrawer, openDrawer } from './drawer.js';
import { drawerStyles } from './drawer.styles.js';
import { countEntries, DrawnOutline } from './drawn-outline.js';
import { LINK_HELP } from './marker.js';
import { entriesOf, outlineNav } from './outline-nav.js';
import { outlineStyles } from './outline.styles.js';
import type { ShownDocument } from './shown-document.js';
import { typeOf } from './type-of.js';
import { untilLaidOut } from './until-laid-out.js';

/** What the reader gets where the page says nothing. */
export const ALL_TOOLS = 'search contents text-size read-aloud print share';

/** Paragraphs, and lines of the outline, that are drawn at first: a screen. */
const FIRST = 40;

/** The viewer, as far as a document depends on what the page wrote on it. */
export interface DocumentHost extends ReactiveControllerHost, HTMLElement {
  readonly src?: string | null | undefined;
  readonly heading: string | null | undefined;
  readonly headingLevel: number;
  readonly renderRoot: ParentNode;
  readonly tools: string | null | undefined;
  readonly citationUrl: string | null | undefined;
}

/** What the viewer says of the document that it wants to be shown. */
export type DocumentPart = Omit<
  ShownDocument,
  'contentLanguage' | 'level' | 'base' | 'tools' | 'citationUrl' | 'ways' | 'goTo' | 'link' | 'cite'
>;

/** What relative links in a document start from: the feed's own address, wherever it comes from. */
function baseOf(host: DocumentHost, feed: Feed): string {
  const { baseURI } = host.ownerDocument;
  try {
    return new URL(host.src ?? host.closest('civic-feed')?.getAttribute('src') ?? feed.feed_url ?? '', baseURI).href;
  } catch {
    return baseURI;
  }
}

export class DocumentView {
  static readonly styles = [documentStyles, outlineStyles, drawerStyles, toolsStyles];

  /** The item that a page means by an id or a number. */
  readonly find = findItem;
  readonly #host: DocumentHost;
  readonly #texts: DocumentTexts;
  /** Marks the outline; it comes with the first text, and without it everything else works. */
  #current: CurrentSection | undefined;
  #isCurrentAsked = false;
  /** Where the reader went before it was there. */
  #reached: Parameters<CurrentSection['pin']> | undefined;
  readonly #tools: DocumentTools;
  readonly #ways: ShownDocument['ways'] = new Map();
  #described: Described | undefined;
  #shown: ShownDocument | undefined;
  /** As far as it has come. */
  #read: DocumentText | undefined;
  #outline: DrawnOutline | undefined;
  /** What all of it depends on. */
  #outlineKey: readonly unknown[] = [];
  /** What the outline follows; looked for again only when there is more. */
  #followed: unknown;
  #followedWhole: boolean | undefined;
  #text: DrawnText | undefined;
  /** What all of it depends on. */
  #textKey: readonly unknown[] = [];
  /** Who put the text on the web, as far as the feed says it. */
  #posted: { readonly key: string; readonly element: Element } | undefined;
  /** Section that the reader wants to see and that is still to be drawn. */
  #wanted: string | undefined;
  /** A drawer is closed again with its document; a list that was folded away stays away in the next one. */
  #opening = { expanded: false, folded: false };
  /** Whether what is left is being drawn. */
  #isGoing = false;

  constructor(host: DocumentHost) {
    this.#host = host;
    this.#tools = new DocumentTools(host);
    this.#texts = new DocumentTexts(() => host.requestUpdate());
  }

  /** What is said around a document; undefined as long as the language is under way. */
  wordings(language: Language): Wordings | undefined {
    return wordings(directiveDocumentStrings, language, () => this.#host.requestUpdate());
  }

  /** The open document with its header, its outline and its tools. */
  render(part: DocumentPart): TemplateResult {
    const shown = this.#complete(part);
    const text = this.#texts.of(shown.item, shown.base, shown.level);
    if (this.#shown && this.#shown.item.id !== shown.item.id) {
      this.#tools.stop();
      this.#described?.show(undefined, undefined, '');
      // Where it could not be had, it is asked for again.
      this.#isCurrentAsked = false;
    }
    this.#read = text;
    this.#shown = shown;
    const { outlined } = text;
    const entries = outlined && shown.tools.has('contents') ? this.#outlineOf(outlined, shown) : undefined;
    const set = (opening: object) => {
      this.#opening = { ...this.#opening, ...opening };
      this.#host.requestUpdate();
    };
    const outline = entries && outlineNav(entries.element, shown.say, { ...this.#opening, set });
    return html`<article
      class="document ${outline ? 'with-outline' : ''} ${this.#tools.isOpen ? 'with-bar' : ''}"
      part="document"
    >
      ${this.#tools.render(shown, text.outlined)}${this.#tools.bar(shown)}${documentHeader(shown)}
      <span id=${LINK_HELP} hidden>${shown.say('section-link')}</span>
      <div class="columns">
        ${outline ?? nothing}
        <div class="body">${this.#body(text, shown)}${this.#poster(text, shown)}</div>
      </div>
    </article>`;
  }

  /** The outline as far as it is drawn; undefined where it would have one entry or none. */
  #outlineOf(outlined: OutlinedDocument, shown: ShownDocument): DrawnOutline | undefined {
    const key = [outlined, shown.language, shown.contentLanguage];
    if (key.every((value, index) => value === this.#outlineKey[index])) return this.#outline;
    this.#outlineKey = key;
    const entries = entriesOf(outlined, shown.say);
    this.#outline = undefined;
    if (countEntries(entries) > 1) {
      const go = (id: string) => {
        closeDrawer(this.#host.shadowRoot);
        this.#shown?.goTo(id);
      };
      this.#outline = new DrawnOutline(entries, shown, go, () => {
        this.#followed = undefined;
        this.#follow(this.#host.renderRoot);
      });
    }
    let drawn = 0;
    this.#outline?.draw(() => ++drawn >= FIRST);
    void this.#goOn();
    return this.#outline;
  }

  #complete(part: DocumentPart): ShownDocument {
    const { heading, headingLevel, tools } = this.#host;
    const links = new Map<string, string>();
    const level = Math.max(2, Math.round(headingLevel) || 2);
    return {
      ...part,
      contentLanguage: part.item.language ?? part.feed.language,
      level: Math.min(6, heading === '' ? level : level + 1),
      base: baseOf(this.#host, part.feed),
      citationUrl: this.#host.citationUrl,
      link: (at, other = part.item) => {
        // Thousands of sections ask for theirs.
        let base = links.get(other.id);
        if (base === undefined) links.set(other.id, (base = part.address({ doc: other.id })));
        return at ? `${base}&at=${encodeURIComponent(at)}` : base;
      },
      goTo: (section) => {
        if (this.go(section)) part.reached(section);
        else this.#wanted = section;
      },
      ways: this.#ways,
      cite: (event, number, item) => {
        const told = new CivicCitationEvent(number.text, item);
        if (!this.#host.dispatchEvent(told) || item) event.preventDefault();
        if (item && !told.defaultPrevented) part.open(item);
      },
      tools: new Set((tools ?? ALL_TOOLS).split(/\s+/)),
    };
  }

  /** After each drawing: what is done to elements rather than in templates. */
  updated(root: ParentNode): void {
    const shown = this.#shown;
    // What was still to be drawn when it was taken off the page is watched by nobody.
    if (!shown || !this.#host.isConnected) return;
    this.#tools.updated(root, this.#text);
    // Adding the same one again adds nothing.
    root.querySelector('.text')?.addEventListener('click', this.#onClick);
    // To follow means to lay out, and who is told of the document waits: not while the reader waits for its text.
    if (this.#isWhole()) {
      this.#follow(root);
      if (this.#read?.outlined || this.#read?.status !== 'waiting') void this.#describe();
    }
    openDrawer(root);
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    this.#wanted = undefined;
    shown.goTo(wanted);
  }

  /** For search engines. Without it everything else works. */
  async #describe(): Promise<void> {
    const asked = this.#shown;
    const file = this.#described ? undefined : await import('./json-ld.js').catch(() => undefined);
    if (file) this.#described ??= new file.Described();
    // Another document may have been opened meanwhile, whose text is still to come.
    if (this.#host.isConnected && this.#shown?.item === asked?.item)
      this.#described?.show(asked?.item, asked?.feed.language, typeOf(asked?.item._civic?.directive ?? {}));
  }

  /** The text as far as it is drawn; the same as long as nothing in it would be another. */
  #textOf(outlined: OutlinedDocument, shown: ShownDocument): DrawnText {
    const { language, level, contentLanguage, item, items, citationUrl } = shown;
    const key = [outlined, language, level, contentLanguage, item.title, items, citationUrl];
    if (this.#text && key.every((value, index) => value === this.#textKey[index])) return this.#text;
    // Other documents of the feed have come, say, which it may cite: a reader in the middle of it stays there.
    const wasWhole = this.#textKey[0] === outlined && this.#text?.isWhole;
    const text = (this.#text = new DrawnText(outlined, shown, FIRST));
    this.#textKey = key;
    if (wasWhole) text.draw(() => false);
    else text.begin();
    void this.#goOn();
    return text;
  }

  #isWhole(): boolean {
    return this.#text?.isWhole !== false && this.#outline?.isWhole !== false;
  }

  /** Draws what is left: the outline, which is at the reader's side, then the text, then what unfolds the outline. */
  async #goOn(): Promise<void> {
    if (this.#isGoing) return;
    this.#isGoing = true;
    try {
      await Promise.all([pause(), loadCitationPart()]);
      while (!this.#isWhole() || this.#outline?.isComplete === false) {
        const isOver = slice();
        if (this.#isWhole()) this.#outline?.complete(isOver);
        else {
          this.#follow(this.#host.renderRoot);
          if (this.#outline?.draw(isOver) ?? true) this.#text?.draw(isOver);
          if (this.#isWhole() || this.#wanted !== undefined) this.#host.requestUpdate();
        }
        await pause();
      }
    } finally {
      this.#isGoing = false;
    }
  }

  #follow(root: ParentNode): void {
    if (!this.#host.isConnected) return;
    const current = this.#current;
    if (!current) {
      if (this.#isCurrentAsked || !root.querySelector('.entries')) return;
      this.#isCurrentAsked = true;
      void import('./current-section.js').then(
        (file) => {
          this.#current ??= new file.CurrentSection();
          this.#follow(this.#host.renderRoot);
          if (this.#reached?.[0].isConnected) this.#current.pin(...this.#reached);
          this.#reached = undefined;
        },
        () => undefined,
      );
      return;
    }
    const nav = root.querySelector('.entries') ?? undefined;
    // Bit by bit it would look through the whole text at every bit: at its beginning and when it is there.
    const isWhole = this.#isWhole();
    if (this.#followed === this.#text && this.#followedWhole === isWhole && current.follows(nav)) return;
    this.#followed = this.#text;
    this.#followedWhole = isWhole;
    const entries = nav?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
    const sectionOf = ({ dataset }: HTMLElement) => this.#host.shadowRoot?.getElementById(dataset['section'] ?? '');
    current.follow(
      nav,
      [...entries].flatMap((entry) => sectionOf(entry) ?? []),
    );
  }

  stop(): void {
    this.#followed = undefined;
    this.#opening.expanded = false;
    this.#current?.stop();
    this.#isCurrentAsked = false;
    this.#tools.stop();
    this.#described?.show(undefined, undefined, '');
    this.#shown = this.#read = this.#wanted = this.#reached = this.#text = this.#outline = undefined;
    this.#outlineKey = [];
  }

  #body({ status, outlined }: DocumentText, shown: ShownDocument): unknown {
    const { say, item } = shown;
    if (outlined) {
      const { element } = this.#textOf(outlined, shown);
      return html`${element}${this.#isWhole() ? nothing : html`<div class="waiting"></div>`}`;
    }
    this.#text = undefined;
    if (status === 'waiting') {
      return html`${documentSkeleton()}<span class="visually-hidden">${say('loading')}</span>`;
    }
    if (status === 'failed') return html`<p class="note error" role="status">${say('text-failed')}</p>`;
    return html`${item.summary ? html`<p lang=${shown.contentLanguage ?? nothing}>${item.summary}</p>` : nothing}
      <p class="note">${say('no-text')}</p>`;
  }

  /** The feed may say who posted the text, and so may the text itself; once is enough. */
  #poster({ outlined }: DocumentText, shown: ShownDocument): unknown {
    const name = shown.item._civic?.directive?.postedBy?.trim();
    const said = outlined?.signOff.some(
      ({ kind, text }) => kind === 'postedBy' && text.normalize() === name?.normalize(),
    );
    if (!name || said) return nothing;
    const key = [name, shown.language, shown.contentLanguage].join();
    // Drawn anew it would be another element, and a reader's selection gone.
    if (key !== this.#posted?.key) this.#posted = { key, element: postedBy(name, shown) };
    return this.#posted.element;
  }

  /** Goes to a section; false where there is none of that name. */
  go(id: string): boolean {
    const section = this.#host.shadowRoot?.getElementById(id);
    if (!section) return false;
    const show = () => {
      // At once, not gliding: over a long law that would be a journey, and readers who want no motion get none.
      section.scrollIntoView({ block: 'start', behavior: 'instant' });
      const { top } = section.getBoundingClientRect();
      if (this.#current) this.#current.pin(section, top);
      else this.#reached = [section, top];
    };
    show();
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
    void untilLaidOut(section, show);
    return true;
  }

  /** A click anywhere in the text: one listener for thousands of sections. */
  readonly #onClick = (event: Event): void => {
    const target = event.target as Element;
    this.#ways.get(target.closest('.citation')?.getAttribute('href') ?? '')?.(event);
    const anchor = target.closest<HTMLElement>('.anchor');
    const id = anchor?.closest('.section')?.id;
    const [shown, outlined] = [this.#shown, this.#read?.outlined];
    if (!anchor || !id || !shown || !outlined) return;
    event.preventDefault();
    shown.reached(id);
    void import('./section-menu.js').then(
      ({ openMenu, citationOf }) => openMenu(anchor, shown.link(id), citationOf(outlined, id, shown), shown),
      // Without it the link is still in the address.
      () => undefined,
    );
  };
}
