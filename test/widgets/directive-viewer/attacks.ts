/**
 * Every attack by itself, in every string of the contract, wherever the viewer shows one: in the list and its filters, in the
 * open document, on paper, in a copied citation, in what search engines read: in a page that would let any attack have its way,
 * and in one under a strict policy, where all that tries would be reported.
 */
import { expect } from 'chai';
import type { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { hostileFeed, hostileItem } from '../../feed/hostile-feed.js';
import type { JsonObject } from '../../feed/whole-feed.js';
import { dangers } from '../../support/dangers.js';
import { afterwards, serve, until } from '../../support/page.js';
import { all, one, words } from './viewers.js';

const NAME = 'civic-directive-viewer';
const MODULE = new URL('../../../src/embed/define/civic-directive-viewer.ts', import.meta.url).href;
/** Lets no script but the page's own run, and nobody make markup of words but those it names. */
export const STRICT =
  "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html dompurify civic-widgets";
/** Attacks that are in one page at a time. */
export const AT_ONCE = 20;

/**
 * Tells from where markup is parsed, or moved, in a document without a window, which runs and loads nothing. Chromium reports
 * the handlers and styles in one as well: as what the page does in the line of its script that called the browser.
 */
const INERT = `{
  const { parseFromString } = DOMParser.prototype;
  const { replaceChildren } = Element.prototype;
  const INERT = (native, self, given) => native.apply(self, given);
  const LIVE = (native, self, given) => native.apply(self, given);
  DOMParser.prototype.parseFromString = function (...given) { return INERT(parseFromString, this, given); };
  Element.prototype.replaceChildren = function (...given) {
    return (this.ownerDocument.defaultView ? LIVE : INERT)(replaceChildren, this, given);
  };
}`;
/** The line of it that calls for those. */
const INERT_LINE = INERT.split('\n').findIndex((line) => line.includes('INERT =')) + 1;

/** A page of its own: whatever an attack did to it, this one would go on. */
export interface Stage {
  readonly view: Window & typeof globalThis;
  readonly body: HTMLElement;
  /** Address of the script through which it parses. */
  readonly inert: string;
  /** Attacks that have run, what the policy had to stop, and errors that nobody caught. */
  readonly hits: string[];
  /** What a reader has copied; as long as `mayCopy`. */
  readonly copied: string[];
  mayCopy: boolean;
  /** What is wrong with what was printed, and how much was. */
  readonly printed: { count: number; readonly problems: string[] };
}

/** @param hash - of its address */
export async function stage(policy: string, hash = ''): Promise<Stage> {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const inert = new URL(await serve(INERT, { type: 'text/javascript' }), document.baseURI);
  const script = `<script src="${inert.href}"></script><script type="module" src="${MODULE}"></script>`;
  const page = await serve(
    `<!doctype html><html lang="vi"><meta charset="utf-8">${meta}<title>Trang</title><body>${script}`,
    { type: 'text/html' },
  );
  const frame = document.createElement('iframe');
  frame.width = frame.height = '600';
  frame.src = page + hash;
  afterwards(() => frame.remove());
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as Window & typeof globalThis;
  const made: Stage = {
    view,
    body: view.document.body,
    // As reports name it.
    inert: inert.origin + inert.pathname,
    hits: [],
    copied: [],
    mayCopy: true,
    printed: { count: 0, problems: [] },
  };
  watch(view, made);
  const { get: native } = Object.getOwnPropertyDescriptor(view.HTMLIFrameElement.prototype, 'contentWindow') ?? {};
  // The dialog of the printer stays closed; what would have gone to it is looked at.
  Object.defineProperty(view.HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const paper = native?.call(this) as (Window & typeof globalThis) | null;
      if (!paper) return paper;
      watch(paper, made);
      paper.print = () => {
        made.printed.count += 1;
        // It stays until all are looked at together: what fails to load has been told by then.
        made.printed.problems.push(...dangers(paper.document.body, isOnPaper));
      };
      return paper;
    },
  });
  Object.defineProperty(view.navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: (text: string) => {
        if (!made.mayCopy) return Promise.reject(new Error('not allowed'));
        made.copied.push(text);
        return Promise.resolve();
      },
    },
  });
  Object.assign(view.document, { execCommand: () => false });
  return made;
}

function watch(view: Window & typeof globalThis, { hits, inert }: Stage): void {
  Object.assign(view, { hit: () => hits.push('an attack has run') });
  view.addEventListener('error', ({ message }) => hits.push(`nobody caught ${message}`));
  view.addEventListener('unhandledrejection', ({ reason }) => hits.push(`nobody caught ${String(reason)}`));
  view.document.addEventListener('securitypolicyviolation', (event) => {
    const { violatedDirective, sample, blockedURI, sourceFile, lineNumber } = event;
    const isHarmless =
      ['script-src-attr', 'style-src-elem'].includes(violatedDirective) &&
      blockedURI === 'inline' &&
      sourceFile === inert &&
      lineNumber === INERT_LINE;
    if (!isHarmless) hits.push(`${violatedDirective} ${blockedURI} ${sample} in ${sourceFile}:${lineNumber}`);
  });
}

/** A picture that fails, as those of the attacks would: by then they have failed as well. */
export async function sentinel(page: Document): Promise<void> {
  for (const src of ['x', `x?${String(Math.random())}`]) {
    const picture = page.createElement('img');
    const failed = new Promise((done) => picture.addEventListener('error', done));
    picture.src = new URL(src, document.baseURI + '__feed/').href;
    page.body.append(picture);
    await failed;
    picture.remove();
  }
}

/** The documents of one attack, by what it stands in beside the fields. */
export function documentsOf(attack: string, index: number): JsonObject[] {
  const id = (name: string) => `${attack.trim()} ${String(index)} ${name}`;
  const numbered = ['1. Mục mẫu thứ nhất.', '2. Mục mẫu thứ hai.'];
  const among = hostileItem(attack, 'conforming', {
    id: id('among'),
    content_html: `${numbered.map((line) => `<p>${line}</p>`).join('')}${attack}<p>3. Mục mẫu thứ ba.</p>`,
    content_text: null,
  });
  const text = hostileItem(attack, 'blunt', {
    id: id('text'),
    content_html: null,
    content_text: [...numbered, attack, `3. ${attack}`, `Người đăng: ${attack}`].join('\n'),
  });
  const { directive } = text['_civic'] as { directive: JsonObject };
  // What the feed holds becomes a button with its title.
  directive['basis'] = [id('among'), attack];
  directive['relations'] = [{ type: 'amends', target: id('among') }];
  // Its summary stands for its title, and for its text where none is left of that.
  const alone = hostileItem(attack, 'conforming', {
    id: id('alone'),
    title: null,
    content_html: attack,
    content_text: null,
  });
  return [among, text, alone];
}

/** What in a viewer is its own, and not the text of a document. */
const OWN =
  '.text, .section, .anchor, .section-menu, .section-menu *, .section-heading, .scroll, .end-mark, .posted-by, ' +
  '.posted-by *, .citation, .own-title, .letterhead-line, .recipients, .signature';
const isOnPaper = ({ className, id }: Element) => /^(?:p )?[a-z -]*$/.test(className) && /^$|^khoan-\d+$/.test(id);
const isOwn = (element: Element) => element.closest('.text') === null || element.matches(OWN);

/** One above the other, each laid out by itself: all in view, so that what waits for that comes, and none waits for the others. */
function put(place: Stage, widgets: readonly HTMLElement[]): void {
  for (const widget of widgets)
    Object.assign(widget.style, { position: 'absolute', inset: '0', overflow: 'hidden', contain: 'strict' });
  place.body.append(...widgets);
}

/** What a reader would set off. */
function touch(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    const types = ['mouseover', 'pointerover', 'focus', 'error', 'load', 'toggle', 'input', 'animationstart'];
    for (const type of types) element.dispatchEvent(new Event(type));
  }
}

interface Shown {
  readonly attack: string;
  readonly widget: DirectiveViewer;
}

/** Puts viewers on the stage, all with the same feed, and waits until each shows what it was asked for. */
async function show(place: Stage, src: string, wanted: readonly (readonly [attack: string, item: string])[]) {
  const { document } = place.view;
  const shown = wanted.map(([attack, item]): Shown => {
    const widget = document.createElement(NAME);
    for (const [name, value] of Object.entries({ src, item, heading: attack, 'page-size': '1' }))
      widget.setAttribute(name, value);
    return { attack, widget };
  });
  put(
    place,
    shown.map(({ widget }) => widget),
  );
  await until(
    () =>
      shown.every(
        ({ widget }) =>
          widget.state === 'ready' &&
          all(widget, '.document, .note').length > 0 &&
          all(widget, '.waiting, .skeleton').length === 0,
      ),
    'all viewers',
  );
  return shown;
}

/** Everything wrong with what is shown. */
function problemsOf(shown: readonly Shown[]): string[] {
  return shown.flatMap(({ attack, widget }) =>
    dangers(widget.renderRoot, isOwn).map((danger) => `${danger}: ${attack.slice(0, 300)}`),
  );
}

/** Opens the menu of the first section and copies how it is cited; says what was copied, or what is to be copied by hand. */
async function cite(place: Stage, widget: DirectiveViewer): Promise<string> {
  one(widget, '.text .anchor').click();
  const button = await until(() => all(widget, '.section-menu button')[1], 'the menu');
  const before = place.copied.length;
  button.click();
  const status = one(widget, '.section-menu [role=status]');
  const said = await until(() => status.textContent.trim(), 'the word that it is copied');
  return place.copied[before] ?? said;
}

async function print(place: Stage, widget: DirectiveViewer): Promise<void> {
  const { count } = place.printed;
  one(widget, '[data-tool=print]').click();
  await until(() => place.printed.count > count, 'the paper');
}

const plain = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** The list with its filters, its search and its orders. */
async function checkList(place: Stage, src: string, titles: number): Promise<void> {
  const widget = place.view.document.createElement(NAME);
  for (const [name, value] of Object.entries({ id: 'all', src, view: 'list', 'page-size': '999' }))
    widget.setAttribute(name, value);
  put(place, [widget]);
  await until(() => all(widget, '.item').length === titles, 'the list');
  one(widget, '.search button').click();
  await until(() => all(widget, '.filters select').length > 3, 'the filters');
  await until(() => all(widget, '.filters option').length > titles / 4, 'what there is to choose');
  expect(problemsOf([{ attack: 'list', widget }]).join('\n')).to.equal('');
  widget.remove();
}

/** The list as an address asks for it: words and choices that come from whoever wrote the link. */
async function checkAddress(place: Stage, src: string, attack: string): Promise<void> {
  const widget = place.view.document.createElement(NAME);
  for (const [name, value] of Object.entries({ id: 'sought', src, 'page-size': '1' })) widget.setAttribute(name, value);
  put(place, [widget]);
  const field = (await until(() => all(widget, '.field')[0], 'the list')) as HTMLInputElement;
  expect(field.value).to.equal(attack.replace(/[\r\n]/g, ''));
  one(widget, '.search button').click();
  await until(() => all(widget, '.filters option').length > 0, 'the filters');
  expect(problemsOf([{ attack, widget }]).join('\n')).to.equal('');
  // A document that the feed does not hold, in the words of the address.
  widget.item = `${attack} không có`;
  place.view.location.hash = '';
  await until(() => all(widget, '.note').length === 1, 'the word that it is not there');
  expect(problemsOf([{ attack, widget }]).join('\n')).to.equal('');
  widget.remove();
}

/** What search engines are told: data, in as many elements as documents are open. */
function checkDescriptions({ view }: Stage, open: number): void {
  const { head } = view.document;
  const scripts = [...head.querySelectorAll('script')];
  expect(scripts.map(({ type }) => type)).to.deep.equal(Array(open).fill('application/ld+json'));
  for (const { textContent } of scripts) {
    expect(textContent).not.to.contain('<');
    expect((JSON.parse(textContent) as { name: string }).name.length).to.be.greaterThan(0);
  }
  for (const element of head.children) expect(element.localName).to.be.oneOf(['meta', 'title', 'script']);
}

/**
 * @param policy - of the page
 * @param attacks - all at once in one page, each in documents of its own
 */
async function withstands(policy: string, attacks: readonly string[]): Promise<void> {
  const [first = ''] = attacks;
  const place = await stage(
    policy,
    `#civic:sought?${String(new URLSearchParams({ q: first, type: first, at: first }))}`,
  );
  const { document } = place.view;
  const items = attacks.map(documentsOf);
  const feed = hostileFeed(first, items.flat());
  const src = await serve(feed);
  await checkList(place, src, items.flat().length);
  // A document that is missing would be looked for in the next page, which the policy does not let it have.
  await checkAddress(place, await serve({ ...feed, next_url: undefined }), first);
  const wanted = items.flatMap((some, index) => some.map(({ id }) => [attacks[index] ?? '', id as string] as const));
  const shown = await show(place, src, wanted);
  expect(problemsOf(shown).join('\n')).to.equal('');
  await until(() => document.head.querySelectorAll('script').length === shown.length, 'the descriptions');
  checkDescriptions(place, shown.length);

  for (const [index, attack] of attacks.entries()) {
    const [among, text] = shown.slice(index * 3).map(({ widget }) => widget);
    if (!among || !text) throw new Error('A document is missing.');
    expect(words(one(among, '.title'))).to.equal(plain(attack));
    // The title of the one, twice, as buttons in the other.
    expect(all(text, 'dd button').map(words)).to.deep.equal([plain(attack), plain(attack)]);
    // One on the clipboard and one to be copied by hand; of the many attacks without a policy only the document with their HTML.
    place.mayCopy = index % 2 === 0;
    for (const used of policy ? [among, text] : [among]) {
      expect(plain(await cite(place, used)), attack).to.contain(plain(`số ${attack}`).slice(0, 40).trim());
      await print(place, used);
    }
  }
  for (const { widget } of shown) for (const part of all(widget, '.text, .header')) touch(part);
  await sentinel(document);
  expect(place.hits).to.deep.equal([]);
  expect(place.printed.problems).to.deep.equal([]);
  for (const { widget } of shown) for (const paper of all(widget, '.print-frame')) paper.remove();
  expect(problemsOf(shown).join('\n')).to.equal('');
  // Nothing was put beside the page's scripts and the widgets, and the page is still the one that it was.
  const [, , ...rest] = place.body.children;
  for (const { localName } of rest) expect(localName).to.equal(NAME);
  expect(document.defaultView).to.equal(place.view);
}

/** A test for each handful of attacks. */
export function itWithstands(name: string, policy: string, kinds: Readonly<Record<string, readonly string[]>>): void {
  for (const [kind, attacks] of Object.entries(kinds)) {
    // Of about the same size: one attack alone would leave nothing to choose between in the filters.
    const size = Math.ceil(attacks.length / Math.ceil(attacks.length / AT_ONCE));
    for (let start = 0; start < attacks.length; start += size) {
      const some = attacks.slice(start, start + size);
      const which = attacks.length > size ? `, ${String(start + 1)} to ${String(start + some.length)}` : '';
      it(`${name}: ${kind}${which}`, () => withstands(policy, some));
    }
  }
}
