import {
  html,
  isServer,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  ReactiveElement,
  type TemplateResult,
} from 'lit';
import { FeedController } from '../feed/feed-controller.js';
import { SETTLED_MS, whenIdle } from '../feed/idle.js';
import { define } from '../feed/page.js';
import type { Problem } from '../feed/read-head.js';
import type { Feed } from '../feed/schema.js';
import { commonStrings } from '../locales/common.js';
import {
  fill,
  type Language,
  languageFor,
  type StringTable,
  type Wording,
  type Wordings,
  wordings,
} from '../locales/strings.js';
import { baseStyles } from '../look/base-styles.js';
import { languageTagOf, pageWording } from '../look/language.js';
import type * as Trouble from './trouble.js';

/** Comes when the first feed fails, or in idle time some seconds after the first good answer. */
let trouble: typeof Trouble | undefined;
const loadTrouble = async (): Promise<void> => {
  trouble ??= await import('./trouble.js');
};

/** What a widget is doing; also its `state` attribute. `stale` shows kept data because the network failed. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'stale' | 'error';

/**
 * What all widgets have in common: the feed, the states and how each is drawn, heading, wording, slots.
 *
 * A widget says what it takes out of a feed ({@link select}) and how it draws that ({@link renderContent}).
 *
 * @typeParam Content - what a widget shows; undefined when a feed holds nothing for it
 */
export abstract class Widget<Content> extends LitElement {
  /** The element's own tag name. */
  static readonly tag: string;

  /** Defines the element; a second copy of the script never throws. */
  static define(
    this: CustomElementConstructor & { readonly tag: string },
    tag: string = this.tag,
    registry: CustomElementRegistry = customElements,
  ): void {
    define(tag, this, registry);
  }

  static override styles = baseStyles;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  static override properties: PropertyDeclarations = {
    src: {},
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    refresh: { type: Number },
    timeout: { type: Number },
    loading: {},
    strings: { attribute: false },
  };

  /** URL of the feed, or several with spaces between them, resolved against the document. Without one, the nearest `<civic-feed>` provides. */
  src: string | null | undefined;
  /** The heading; without the attribute the widget's own, and an empty one hides it. */
  heading: string | null | undefined;
  /** Level of the heading in the page's outline, 2 to 6. */
  headingLevel = 2;
  /** Seconds between two loads; 0 loads once. Pauses while the page is hidden. */
  refresh = 0;
  /** Seconds to wait for an answer, all attempts together. */
  timeout = 20;
  /** `lazy` loads when the widget comes near the viewport. */
  loading: 'eager' | 'lazy' = 'eager';
  /** Wordings of the page's own, by key; `data-i18n.KEY` attributes come before them. */
  strings: Readonly<Record<string, Wording>> = {};

  readonly #feed = new FeedController(this, () => (this.#content === undefined ? [] : this.problemsIn(this.#content)));
  #state: WidgetState = 'loading';
  #content: Content | undefined;
  #languageTag = 'vi';
  /** Undefined while the reader's language is under way: until then nothing is said in another. */
  #words: Wordings | undefined;
  /** The reader asked for a reload: from now on its outcome is announced. */
  #asked = false;

  /** The widget's wordings. */
  protected abstract readonly table: StringTable;

  /**
   * What the widget shows of a feed.
   *
   * @returns undefined when there is nothing to show, which makes the widget `empty`
   */
  protected abstract select(feed: Feed): Content | undefined;

  /**
   * What is wrong with the content though it can be shown; goes with `civic-load`, once for each load. What finds it may come
   * in a file of its own, and is none where that cannot be had.
   */
  protected problemsIn(_content: Content): readonly Problem[] | Promise<readonly Problem[]> {
    return [];
  }

  /** Whether a part of the widget's own is still under way, without which it can show no feed. */
  protected isWaiting(): boolean {
    return false;
  }

  /** Draws what {@link select} chose. */
  protected abstract renderContent(content: Content, feed: Feed): unknown;

  /** Grey shapes of the size of what is to come. */
  protected abstract renderSkeleton(): unknown;

  /** `loading`, `ready`, `empty`, `stale` or `error`; also an attribute. */
  get state(): WidgetState {
    return this.#state;
  }

  /** Asks the server anew; fulfilled when the answer, or the failure, is drawn. */
  reload(): Promise<void> {
    return this.#feed.reload();
  }

  /**
   * Loads the page of the feed behind what is there, where its `next_url` names one; fulfilled when it is drawn. Rejected
   * with a `FeedError` when it cannot be had: what is there stays, and the page can be asked for again.
   */
  more(): Promise<void> {
    return this.#feed.more();
  }

  /** What a server drew, which knew no feed, gives way to what is drawn here; whatever else a page has loaded for that. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren();
    return (ReactiveElement.prototype as unknown as Widget<Content>).createRenderRoot.call(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  /** What the feed holds, while there is one. */
  protected get feed(): Feed | undefined {
    return this.#feed.snapshot.feed;
  }

  /** The language the widget speaks. */
  protected get language(): Language {
    return languageFor(this.#languageTag);
  }

  /** A wording in the reader's language, or the page's own. */
  protected text(key: string, values: Readonly<Record<string, string | number>> = {}, words = this.#words): string {
    const own = pageWording(this, key) ?? this.strings[key] ?? words?.[key] ?? '\u00a0';
    return fill(own, values, this.language);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#languageTag = languageTagOf(this);
    const again = () => this.requestUpdate();
    const common = wordings(commonStrings, this.language, again);
    const own = wordings(this.table, this.language, again);
    this.#words = common && own && { ...common, ...own };
    const { status, feed } = this.#feed.snapshot;
    const waits = !this.#words || (feed && this.isWaiting());
    this.#content = waits ? undefined : feed && this.select(feed);
    if (waits) this.#state = 'loading';
    else this.#state = feed && this.#content === undefined ? 'empty' : status;
  }

  protected override updated(_changed: PropertyValues): void {
    const { error } = this.#feed.snapshot;
    // Where even this cannot be had, the page's own content and the event are what is left.
    if (error && !trouble)
      void loadTrouble().then(
        () => this.requestUpdate(),
        () => undefined,
      );
    else if (this.#state === 'ready') whenIdle(loadTrouble, SETTLED_MS);
    if (this.getAttribute('state') !== this.#state) this.setAttribute('state', this.#state);
  }

  protected override render(): TemplateResult {
    const name = this.heading || this.text('heading');
    return html`<section
      class="base"
      part="base"
      aria-label=${name}
      aria-busy=${this.#state === 'loading' ? 'true' : nothing}
      lang=${this.language === this.#languageTag ? nothing : this.language}
    >
      ${this.renderHeading(name)}
      <div aria-live=${this.#asked ? 'polite' : 'off'}>${this.#renderNote()}</div>
      ${this.#renderState()}
    </section>`;
  }

  /** Level of the heading in the page's outline, whatever the page wrote: 2 to 6. */
  protected get level(): number {
    return Math.min(6, Math.max(2, Math.round(this.headingLevel) || 2));
  }

  /** The heading, with the slot that replaces it. */
  protected renderHeading(name: string): unknown {
    if (this.heading === '') return nothing;
    return html`<div class="heading" part="heading" role="heading" aria-level=${this.level}>
      <slot name="heading">${name}</slot>
    </div>`;
  }

  /** What stands, above the page's own content, where the feed holds nothing to show. */
  protected renderEmpty(): unknown {
    return html`<slot name="empty"><p class="empty" part="empty">${this.text('empty')}</p></slot>`;
  }

  #renderState(): unknown {
    const { feed, error } = this.#feed.snapshot;
    if (feed && this.#content !== undefined) return this.renderContent(this.#content, feed);
    // The page's own content stands until there is something better; where there is none, a skeleton does.
    const skeleton = this.#state === 'loading' && !error && !this.hasFallback();
    return html`${this.#state === 'empty' ? this.renderEmpty() : nothing}<slot
        @slotchange=${() => this.requestUpdate()}
      ></slot
      >${
        skeleton
          ? html`<div part="skeleton" aria-hidden="true">${this.renderSkeleton()}</div>
              <span class="visually-hidden">${this.text('loading')}</span>`
          : nothing
      }`;
  }

  #renderNote(): unknown {
    const { snapshot } = this.#feed;
    if (!snapshot.error || !trouble || !this.#words) return nothing;
    return trouble.renderTrouble(snapshot, this as unknown as Trouble.TroubledWidget, () => (this.#asked = true));
  }

  /** Whether the page put content of its own between the tags. */
  protected hasFallback(): boolean {
    return (
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Lit’s build for servers says otherwise
      isServer ||
      [...this.childNodes].some((node) =>
        node instanceof Element
          ? !node.hasAttribute('slot')
          : node.nodeType === Node.TEXT_NODE && !!node.nodeValue?.trim(),
      )
    );
  }
}
