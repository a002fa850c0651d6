/** One document in full. A chunk of its own: a list is there before it, and the feed comes at the same time. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Feed } from '../../feed/schema.js';
import { directiveDocumentStrings } from '../../locales/directive-document.js';
import { type Language, type Wordings, wordings } from '../../locales/strings.js';
import { icon, previousIcon } from '../../look/icons.js';
import { CurrentSection } from './current-section.js';
import { documentBody, postedBy } from './document-body.js';
import { documentHeader } from './document-header.js';
import { documentSkeleton } from './document-skeleton.js';
import { type DocumentText, DocumentTexts } from './document-text.js';
import { documentStyles } from './document.styles.js';
import { findItem } from './find-item.js';
import { entriesOf, outlineNav } from './outline-nav.js';
import type { ShownDocument } from './shown-document.js';
import { TextSize } from './text-size.js';

const printIcon = icon('M6 3h12v5H6zM4 9h16a2 2 0 0 1 2 2v6h-4v4H6v-4H2v-6c0-1.1.9-2 2-2zm4 6v4h8v-4zm10-4v2h2v-2z');

/** The viewer, as far as a document depends on what the page wrote on it. */
export interface DocumentHost extends ReactiveControllerHost, HTMLElement {
  readonly src?: string | null | undefined;
  readonly heading: string | null | undefined;
  readonly headingLevel: number;
  readonly tools: string | null | undefined;
}

/** What the viewer says of the document that it wants to be shown. */
export type DocumentPart = Omit<ShownDocument, 'contentLanguage' | 'level' | 'base' | 'tools'>;

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
  static readonly styles = documentStyles;

  /** The item that a page means by an id or a number. */
  readonly find = findItem;
  readonly #host: DocumentHost;
  readonly #texts: DocumentTexts;
  readonly #current = new CurrentSection();
  readonly #size = new TextSize();
  #expanded = false;

  constructor(host: DocumentHost) {
    this.#host = host;
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
    const entries = shown.tools.has('contents') && text.outlined ? entriesOf(text.outlined, shown.say) : [];
    const outline =
      entries.length > 1 &&
      outlineNav(entries, shown, {
        expanded: this.#expanded,
        toggle: () => {
          this.#expanded = !this.#expanded;
          this.#host.requestUpdate();
        },
        go: (id) => {
          if (this.go(id)) shown.reached(id);
        },
      });
    return html`<article class=${outline ? 'document with-outline' : 'document'} part="document">
      ${this.#tools(shown)}${documentHeader(shown)}${outline || nothing}
      <div class="body">${this.#text(text, shown)}${this.#poster(text, shown)}</div>
    </article>`;
  }

  #complete(part: DocumentPart): ShownDocument {
    const { heading, headingLevel, tools } = this.#host;
    const level = Math.max(2, Math.round(headingLevel) || 2);
    return {
      ...part,
      contentLanguage: part.item.language ?? part.feed.language,
      level: Math.min(6, heading === '' ? level : level + 1),
      base: baseOf(this.#host, part.feed),
      tools: new Set((tools ?? 'contents').split(/\s+/)),
    };
  }

  /** After each drawing: what is done to elements rather than in templates. */
  updated(root: ParentNode): void {
    const nav = root.querySelector('.outline') ?? undefined;
    const entries = nav?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
    const ids = new Set([...entries].map((entry) => entry.dataset['section']));
    const sections = [...root.querySelectorAll('.section')].filter(({ id }) => ids.has(id));
    this.#current.follow(nav, sections);
    this.#size.apply(root.querySelector<HTMLElement>('.document'));
  }

  stop(): void {
    this.#current.stop();
  }

  #text({ status, outlined }: DocumentText, shown: ShownDocument): unknown {
    const { say, item } = shown;
    if (outlined) return documentBody(outlined, shown);
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
    return name && !said ? postedBy(name, shown) : nothing;
  }

  #tools({ tools, say, back, goBack }: ShownDocument): unknown {
    const size = (step: -1 | 1, key: string, sign: string) => html`<button
      class="button"
      part="button"
      type="button"
      aria-disabled=${this.#size.can(step) ? nothing : 'true'}
      @click=${() => {
        this.#size.step(step);
        this.#host.requestUpdate();
      }}
    >${sign}<span class="visually-hidden">${say(key)}</span></button>`;
    const offered = [
      tools.has('text-size') &&
        html`${size(-1, 'smaller', 'A−')}${size(1, 'larger', 'A+')}<span class="visually-hidden" role="status"
            >${this.#size.percent === 100 ? nothing : say('size', { count: this.#size.percent })}</span
          >`,
      tools.has('print') &&
        html`<button class="button" part="button" type="button" @click=${() => print()}>${printIcon}${say('print')}</button>`,
    ].filter(Boolean);
    if (!back && offered.length === 0) return nothing;
    return html`<div class="tools" part="tools">
      ${
        back
          ? html`<button class="button back" part="button" type="button" @click=${goBack}>${previousIcon}${back}</button>`
          : nothing
      }
      ${
        offered.length > 0
          ? html`<div class="offered" role="group" aria-label=${say('tools')}>${offered}</div>`
          : nothing
      }
    </div>`;
  }

  /** Goes to a section; false where there is none of that name. */
  go(id: string): boolean {
    const section = this.#host.shadowRoot?.getElementById(id);
    if (!section) return false;
    // At once, not gliding: over a long law that would be a journey, and readers who want no motion get none.
    section.scrollIntoView({ block: 'start', behavior: 'instant' });
    section.focus({ preventScroll: true });
    this.#current.pin(section);
    return true;
  }
}
