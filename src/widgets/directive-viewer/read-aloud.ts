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
  #sentences: readonly Sentence[] = [];
  #at = 0;
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

  updated(root: HTMLElement | null): void {
    if (!root || root === this.#root) return;
    const isFirst = !this.#root;
    this.stop();
    this.#root = root;
    // Opened by a reader who wants to listen; another document begins only when asked.
    if (isFirst) void this.play();
  }

  async play(): Promise<void> {
    const root = this.#root;
    if (!root) return;
    const turn = (this.#turn += 1);
    if (typeof speechSynthesis === 'undefined') this.#become('no-speech');
    else {
      const voice = await voiceFor(this.#language);
      if (turn !== this.#turn) return;
      if (!voice) this.#become('no-voice');
      else {
        if (this.#sentences.length === 0) {
          this.#sentences = [...paragraphsOf(root)].flatMap((paragraph) =>
            sentencesOf(paragraph.text).map((range) => ({ paragraph, ...range })),
          );
        }
        this.#become('speaking');
        speechSynthesis.cancel();
        this.#speak(voice, turn);
      }
    }
  }

  /** Stops at once; goes on with the same sentence. Not the browser's own pause, which some phones do not know. */
  pause(): void {
    this.#turn += 1;
    speechSynthesis.cancel();
    this.#become('paused');
  }

  stop(): void {
    this.#turn += 1;
    if (this.#state === 'speaking') speechSynthesis.cancel();
    this.#marks.clear();
    this.#root = undefined;
    this.#sentences = [];
    this.#at = 0;
    this.#state = 'paused';
  }

  #become(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  #speak(voice: SpeechSynthesisVoice, turn: number): void {
    const sentence = this.#sentences[this.#at];
    const root = this.#root;
    if (!sentence || !root) {
      this.#at = 0;
      this.#marks.clear();
      this.#become('paused');
      return;
    }
    const { paragraph, start, end } = sentence;
    const range = rangeOf(paragraph, start, end);
    this.#marks.show([range], root);
    showRange(range, root);
    const utterance = new SpeechSynthesisUtterance(spoken(paragraph.text.slice(start, end)));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.#speed;
    const next = (by: 0 | 1) => {
      if (turn !== this.#turn) return;
      this.#at += by;
      if (by === 1) this.#speak(voice, turn);
      // Another viewer, or the page, took the voice away.
      else this.#become('paused');
    };
    utterance.onend = () => next(1);
    utterance.onerror = () => next(0);
    speechSynthesis.speak(utterance);
  }

  readonly #onSpeed = (event: Event): void => {
    this.#speed = Number((event.target as HTMLSelectElement).value);
    if (this.#state === 'speaking') void this.play();
  };
}
