import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../../locales/number.js';
import { icon, pauseIcon, playIcon } from '../../look/icons.js';
import { sentencesOf, spoken } from '../../text/sentences.js';
import { Marks } from './highlight.js';
import type { ShownDocument } from './shown-document.js';
import { type Paragraph, paragraphsOf, rangeOf, showRange } from './text-blocks.js';

const stopIcon = icon('M6 6h12v12H6z');
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
/** Some browsers know their voices only a moment after they were asked, milliseconds. */
const VOICES_WAIT = 1500;

type State = 'paused' | 'speaking' | 'no-voice' | 'no-speech';

interface Sentence {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/** Hushes the viewer that speaks: a page has one voice. */
let hush: (() => void) | undefined;

async function voiceFor(language: string): Promise<SpeechSynthesisVoice | undefined> {
  const find = () =>
    speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language.split('-')[0]);
  const end = performance.now() + VOICES_WAIT;
  let voice = find();
  while (!voice && speechSynthesis.getVoices().length === 0 && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 100));
    voice = find();
  }
  return voice;
}

/** Reads a document aloud, sentence by sentence, the spoken one marked. */
export class ReadAloud {
  readonly #host: ReactiveControllerHost;
  readonly #onClose: () => void;
  readonly #marks = new Marks('spoken');
  #root: HTMLElement | undefined;
  /** Whether all of the text was there when the viewer was drawn last. */
  #isWhole = false;
  /** The paragraphs that have been asked for, and those behind them. */
  #known: Paragraph[] = [];
  #coming: ReturnType<typeof paragraphsOf> | undefined;
  /** Where it is, in numbers: a text that is drawn anew, or gets its links, has other nodes but the same paragraphs. */
  #paragraph = 0;
  #sentence = 0;
  /** Goes on when there is more text. */
  #waiting: (() => void) | undefined;
  #speed = 1;
  #state: State = 'paused';
  /** Which utterance counts: a cancelled one still reports its end. */
  #turn = 0;
  #language = 'vi';

  constructor(host: ReactiveControllerHost, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
  }

  render({ say, language, contentLanguage = 'vi' }: ShownDocument): TemplateResult {
    this.#language = contentLanguage.toLowerCase();
    if (this.#state === 'no-voice' || this.#state === 'no-speech') {
      return html`<div class="bar" part="bar"><p class="note" role="status">${say(this.#state)}</p></div>`;
    }
    const speaks = this.#state === 'speaking';
    return html`<div class="bar" part="bar" role="group" aria-label=${say('read-aloud')}>
      <button class="button" part="button" type="button" @click=${() => (speaks ? this.pause() : void this.play())}
      >${speaks ? pauseIcon : playIcon}${say(speaks ? 'pause' : 'resume')}</button>
      <button class="button" part="button" type="button" @click=${this.#onClose}>${stopIcon}${say('stop')}</button>
      <label class="speed">${say('speed')}
        <select @change=${this.#onSpeed}>
          ${SPEEDS.map((speed) => html`<option value=${speed} .selected=${speed === this.#speed}>${formatNumber(speed, language)}×</option>`)}
        </select></label>
    </div>`;
  }

  /** After each drawing: the text may have grown, or be drawn anew. */
  updated(root: HTMLElement | null, isWhole = false): void {
    const former = this.#root;
    if (!root || (root === former && isWhole === this.#isWhole)) return;
    this.#root = root;
    this.#isWhole = isWhole;
    this.#coming = undefined;
    // Opened by a reader who wants to listen.
    if (!former) void this.play();
    else if (this.#waiting) this.#waiting();
    else if (root !== former) {
      this.#marks.clear();
      if (this.#state === 'speaking') this.#mark(root);
    }
  }

  async play(): Promise<void> {
    const root = this.#root;
    if (!root) return;
    const turn = (this.#turn += 1);
    if (typeof speechSynthesis === 'undefined') this.#become('no-speech');
    else {
      if (hush !== this.#hush) hush?.();
      hush = this.#hush;
      const voice = await voiceFor(this.#language);
      if (turn !== this.#turn) return;
      if (!voice) this.#become('no-voice');
      else {
        this.#become('speaking');
        speechSynthesis.cancel();
        this.#speak(voice, turn);
      }
    }
  }

  /** Stops at once; goes on with the same sentence. Not the browser's own pause, which some phones do not know. */
  pause(): void {
    this.#turn += 1;
    this.#waiting = undefined;
    speechSynthesis.cancel();
    this.#become('paused');
  }

  stop(): void {
    this.#turn += 1;
    if (this.#state === 'speaking') speechSynthesis.cancel();
    this.#marks.clear();
    this.#root = this.#coming = this.#waiting = undefined;
    this.#known = [];
    this.#paragraph = this.#sentence = 0;
    this.#enter('paused');
  }

  #become(state: State): void {
    this.#enter(state);
    this.#host.requestUpdate();
  }

  #enter(state: State): void {
    this.#state = state;
    if (state !== 'speaking' && hush === this.#hush) hush = undefined;
  }

  /** A paragraph by its number; undefined where the text, as far as it is there, has fewer. */
  #paragraphAt(root: Element, index: number): Paragraph | undefined {
    // As long as the text grows, links may still cut its nodes.
    if (!this.#coming || !this.#isWhole) {
      this.#coming = paragraphsOf(root);
      this.#known = [];
    }
    while (this.#known.length <= index) {
      const { done, value } = this.#coming.next();
      if (done) return undefined;
      this.#known.push(value);
    }
    return this.#known[index];
  }

  /** The sentence whose turn it is; undefined behind the last one. */
  #here(root: Element): Sentence | undefined {
    for (;;) {
      const paragraph = this.#paragraphAt(root, this.#paragraph);
      if (!paragraph) return undefined;
      const range = sentencesOf(paragraph.text)[this.#sentence];
      if (range) return { paragraph, ...range };
      this.#paragraph += 1;
      this.#sentence = 0;
    }
  }

  /** Marks the sentence whose turn it is, and says which. */
  #mark(root: Element): { readonly text: string; readonly range: Range } | undefined {
    const sentence = this.#here(root);
    if (!sentence) return undefined;
    const { paragraph, start, end } = sentence;
    const range = rangeOf(paragraph, start, end);
    this.#marks.show([range], root);
    return { text: paragraph.text.slice(start, end), range };
  }

  #speak(voice: SpeechSynthesisVoice, turn: number): void {
    this.#waiting = undefined;
    const root = this.#root;
    const marked = root && this.#mark(root);
    if (!root || !marked) {
      this.#marks.clear();
      if (!this.#isWhole) {
        this.#waiting = () => turn === this.#turn && this.#speak(voice, turn);
        return;
      }
      this.#paragraph = this.#sentence = 0;
      this.#become('paused');
      return;
    }
    showRange(marked.range, root);
    const utterance = new SpeechSynthesisUtterance(spoken(marked.text));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.#speed;
    const next = (by: 0 | 1) => {
      if (turn !== this.#turn) return;
      this.#sentence += by;
      if (by === 1) this.#speak(voice, turn);
      // Another viewer, or the page, took the voice away.
      else this.#become('paused');
    };
    utterance.onend = () => next(1);
    utterance.onerror = () => next(0);
    speechSynthesis.speak(utterance);
  }

  readonly #hush = (): void => this.pause();

  readonly #onSpeed = (event: Event): void => {
    this.#speed = Number((event.target as HTMLSelectElement).value);
    if (this.#state === 'speaking') void this.play();
  };
}
