/** The buttons above an open document, and what they bring when they are first used. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { titleOf } from '../../feed/title.js';
import { icon, previousIcon } from '../../look/icons.js';
import type { OutlinedDocument } from '../../text/outline.js';
import type { DrawnText } from './document-body.js';
import type { ReadAloud } from './read-aloud.js';
import type { ShownDocument } from './shown-document.js';
import type { TextSearch } from './text-search.js';
import { TextSize } from './text-size.js';

const searchIcon = icon(
  'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10zm5.7 9.3 5 5-1.4 1.4-5-5z',
);
const listenIcon = icon(
  'M4 9v6h4l5 5V4L8 9zm12-1a5 5 0 0 1 0 8v-2a3 3 0 0 0 0-4zm0-4a9 9 0 0 1 0 16v-2a7 7 0 0 0 0-12z',
);
const printIcon = icon('M6 3h12v5H6zM4 9h16a2 2 0 0 1 2 2v6h-4v4H6v-4H2v-6c0-1.1.9-2 2-2zm4 6v4h8v-4zm10-4v2h2v-2z');
const shareIcon = icon(
  'M17 3a3 3 0 1 1-2.2 5L9 11.2v1.6l5.8 3.2a3 3 0 1 1-.9 1.8L8.1 14.6a3 3 0 1 1 0-5.2l5.8-3.2A3 3 0 0 1 17 3z',
);
const contrastIcon = icon('M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2v16a8 8 0 0 1 0-16z');

type ToolsHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** A bar that one of the buttons opens. */
type Bar = 'search' | 'read-aloud';

export class DocumentTools {
  readonly #host: ToolsHost;
  readonly #size = new TextSize();
  #open: Bar | undefined;
  #search: TextSearch | undefined;
  #aloud: ReadAloud | undefined;
  #failed = false;
  /** What the last button did, for those who cannot see it. */
  #said = '';
  /** A bar is as high as its words are long: what is jumped to, or gets the focus, has to come below it. */
  readonly #heights = new ResizeObserver((bars) => {
    for (const { target } of bars) {
      const { offsetHeight, parentElement } = target as HTMLElement;
      parentElement?.style.setProperty('--_bar', `${offsetHeight}px`);
    }
  });

  constructor(host: ToolsHost) {
    this.#host = host;
  }

  render(shown: ShownDocument, outlined: OutlinedDocument | undefined): unknown {
    const { tools, say, back, goBack } = shown;
    const button = (key: string, sign: unknown, click: () => void, state: unknown = nothing) =>
      html`<button
        class="button"
        part="button"
        type="button"
        data-tool=${key}
        aria-expanded=${key === 'search-text' || key === 'read-aloud' ? String(state) : nothing}
        aria-pressed=${key === 'contrast' ? String(state) : nothing}
        @click=${click}
      >${sign}<span class="tool-name">${say(key)}</span></button>`;
    const size = (step: -1 | 1, key: string, sign: string) => html`<button
      class="button"
      part="button"
      type="button"
      data-tool=${key}
      aria-disabled=${this.#size.can(step) ? nothing : 'true'}
      @click=${() => {
        this.#size.step(step);
        this.#host.requestUpdate();
      }}
    >${sign}<span class="visually-hidden">${say(key)}</span></button>`;
    const bar = (name: Bar) => () => void this.#toggle(name);
    const offered = [
      tools.has('search') && outlined && button('search-text', searchIcon, bar('search'), this.#open === 'search'),
      tools.has('read-aloud') &&
        outlined &&
        button('read-aloud', listenIcon, bar('read-aloud'), this.#open === 'read-aloud'),
      tools.has('text-size') &&
        html`${size(-1, 'smaller', 'A−')}${size(1, 'larger', 'A+')}<span class="visually-hidden" role="status"
            >${this.#size.percent === 100 ? nothing : say('size', { count: this.#size.percent })}</span
          >${button('contrast', contrastIcon, () => this.#contrast(), this.#size.contrast)}`,
      tools.has('print') && button('print', printIcon, () => void this.#print(shown, outlined)),
      tools.has('share') && button('share', shareIcon, () => void this.#share(shown)),
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
      <span class="said" role="status">${this.#said}</span>
    </div>`;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /**
   * After each drawing.
   *
   * @param drawn - the text, as far as it is there
   */
  updated(root: ParentNode, drawn: DrawnText | undefined): void {
    this.#size.apply(root.querySelector<HTMLElement>('.document'));
    const bar = root.querySelector('.bar');
    if (bar) this.#heights.observe(bar);
    const text = drawn?.element ?? null;
    if (this.#open === 'search') this.#search?.updated(text, drawn?.isWhole);
    if (this.#open === 'read-aloud') this.#aloud?.updated(text, drawn?.isWhole);
  }

  /** Another document, or none. */
  stop(): void {
    this.#search?.stop();
    this.#aloud?.stop();
    this.#heights.disconnect();
    this.#open = undefined;
    this.#said = '';
  }

  /** What one of the buttons opened; it sticks above the text. */
  bar(shown: ShownDocument): TemplateResult | typeof nothing {
    if (this.#failed) return html`<p class="note error" role="status">${shown.say('tool-failed')}</p>`;
    if (this.#open === 'search' && this.#search) return this.#search.render(shown.say);
    if (this.#open === 'read-aloud' && this.#aloud) return this.#aloud.render(shown);
    return nothing;
  }

  async #toggle(bar: Bar): Promise<void> {
    const closes = this.#open === bar;
    this.stop();
    if (!closes) this.#open = bar;
    this.#host.requestUpdate();
    const key = bar === 'search' ? 'search-text' : bar;
    const close = () => {
      this.stop();
      this.#host.requestUpdate();
      // The bar had the focus and is gone.
      this.#host.shadowRoot?.querySelector<HTMLElement>(`[data-tool=${key}]`)?.focus();
    };
    await this.#bring(async () => {
      if (bar === 'search') this.#search ??= new (await import('./text-search.js')).TextSearch(this.#host, close);
      else this.#aloud ??= new (await import('./read-aloud.js')).ReadAloud(this.#host, close);
    });
    await this.#host.updateComplete;
    if (this.#open === 'search') this.#host.shadowRoot?.querySelector<HTMLElement>('.bar .field')?.focus();
  }

  /** Does what needs a file, and says so where that cannot be had. */
  async #bring(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }

  #contrast(): void {
    this.#size.toggleContrast();
    this.#host.requestUpdate();
  }

  #print(shown: ShownDocument, outlined: OutlinedDocument | undefined): Promise<void> {
    return this.#bring(async () => {
      const { printDocument } = await import('./print-document.js');
      await printDocument(outlined, shown, this.#host.renderRoot);
    });
  }

  /** The device's own sharing where it has one, else the link goes to the clipboard. */
  async #share({ item, link, say }: ShownDocument): Promise<void> {
    const { share } = navigator as Partial<Pick<Navigator, 'share'>>;
    const text = link('');
    // The same words a second time are said again only if they were gone.
    this.#said = '';
    this.#host.requestUpdate();
    if (share) {
      try {
        await share.call(navigator, { title: titleOf(item), url: text });
        return;
      } catch (error) {
        // A reader who closes the device's own list has changed their mind. All else is a failure: in a frame that may not, say.
        if ((error as Error | undefined)?.name === 'AbortError') return;
      }
    }
    await this.#bring(async () => {
      const { copyText } = await import('../../look/copy.js');
      this.#said = (await copyText(text, this.#host.renderRoot)) ? say('copied') : say('not-copied', { text });
    });
  }
}
