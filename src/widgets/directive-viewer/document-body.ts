import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { OutlineBlock, OutlinedDocument, OutlinedSection, SignOffLine } from '../../text/outline.js';
import { CitationLinks } from './citation-links.js';
import { lastBlock } from './last-block.js';
import { annexId, annexName, sectionName } from './names.js';
import type { ShownDocument } from './shown-document.js';

/** Paragraphs that are drawn at once: a screen or two, so that a long law never holds the page up. */
const AT_ONCE = 60;

/** Part of a text that is drawn in one go. */
type Piece = (templates: BodyTemplates) => unknown;

/**
 * Draws the text of a document. Not a word is added to it or left out: what is ours stands outside the text.
 *
 * @param drawn - how many pieces of it; a long text comes bit by bit
 */
export function documentBody(outlined: OutlinedDocument, shown: ShownDocument, drawn: number): TemplateResult {
  const { language, level, contentLanguage, item, items, citationUrl } = shown;
  const templates = new BodyTemplates(outlined, shown);
  // What has been drawn is not looked at again, whatever else changes around it.
  const pieces = piecesOf(outlined).slice(0, drawn);
  return html`<div class="text" part="text" lang=${contentLanguage ?? nothing}>
    ${pieces.map((piece) =>
      guard([piece, language, level, contentLanguage, item.title, items, citationUrl], () => piece(templates)),
    )}
  </div>`;
}

const pieces = new WeakMap<OutlinedDocument, readonly Piece[]>();

/** How a text is cut for drawing; the same for the same text. */
export function piecesOf(outlined: OutlinedDocument): readonly Piece[] {
  let made = pieces.get(outlined);
  if (!made) pieces.set(outlined, (made = cut(outlined)));
  return made;
}

function weightOf({ blocks, children }: OutlinedSection): number {
  return children.reduce((sum, child) => sum + weightOf(child), blocks.length);
}

function cut(outlined: OutlinedDocument): Piece[] {
  const made: Piece[] = [];
  let open: OutlinedSection[] = [];
  let weight = 0;
  const close = () => {
    const sections = open;
    if (sections.length > 0) made.push((templates) => templates.sections(sections));
    open = [];
    weight = 0;
  };
  made.push((templates) => templates.opening());
  for (const section of outlined.sections) {
    open.push(section);
    weight += weightOf(section);
    if (weight >= AT_ONCE) close();
  }
  close();
  made.push((templates) => templates.closing());
  outlined.annexes.forEach((annex, index) => made.push((templates) => templates.annex(annex, index)));
  return made;
}

class BodyTemplates {
  readonly #outlined: OutlinedDocument;
  readonly #shown: ShownDocument;
  /** The block that the end mark is written straight behind. */
  readonly #marked: OutlineBlock | undefined;
  #links: CitationLinks | undefined;

  constructor(outlined: OutlinedDocument, shown: ShownDocument) {
    this.#outlined = outlined;
    this.#shown = shown;
    this.#marked = outlined.endMark && lastBlock(outlined);
  }

  opening(): unknown {
    const { letterhead, title, preamble } = this.#outlined;
    const { item } = this.#shown;
    // The header shows the item's title; what the text says otherwise is said here.
    const repeated = title && words(title.text) === words(item.title ?? '');
    return [
      ...letterhead.map((block) => this.#block(block, 'letterhead-line')),
      ...(title && !repeated ? title.blocks.map((block) => this.#block(block, 'own-title')) : []),
      ...preamble.map((block) => this.#block(block)),
    ];
  }

  sections(sections: readonly OutlinedSection[]): unknown {
    return sections.map((section) => this.#section(section, this.#shown.level + 1));
  }

  closing(): unknown {
    return [this.#marked || !this.#outlined.endMark ? nothing : html`<p>${this.#endMark()}</p>`, this.#signOff()];
  }

  #all(): unknown {
    const { sections, annexes } = this.#outlined;
    return [
      this.opening(),
      this.sections(sections),
      this.closing(),
      annexes.map((annex, index) => this.annex(annex, index)),
    ];
  }

  annex(annex: OutlinedDocument, index: number): TemplateResult {
    return html`<section
      class="section annex"
      id=${annexId(index)}
      role="group"
      aria-label=${annexName(annex, index, this.#shown.say)}
      tabindex="-1"
    >${new BodyTemplates(annex, this.#shown).#all()}</section>`;
  }

  get #cited(): CitationLinks {
    return (this.#links ??= new CitationLinks(this.#outlined, this.#shown));
  }

  #section(section: OutlinedSection, level: number): TemplateResult {
    const { id, blocks, headingBlocks, children, marker, derived } = section;
    const heading = blocks.slice(0, headingBlocks);
    for (const block of heading) this.#cited.link(block);
    return html`<section
      class="section ${section.level}${derived ? ' derived' : ''}"
      id=${id}
      role="group"
      aria-label=${sectionName(section)}
      tabindex="-1"
    >
      <a class="anchor" part="anchor" href=${this.#shown.link(id)} aria-expanded="false" aria-label=${this.#shown.say('section-link', { name: marker })}></a>
      ${
        heading.length > 0
          ? html`<div class="section-heading" role="heading" aria-level=${Math.min(level, 6)}
            >${heading.map((block) => html`<span>${content(block)} </span>`)}</div
          >`
          : nothing
      }
      ${blocks.slice(headingBlocks).map((block, index) => this.#block(block, '', index === 0 && derived ? marker : ''))}
      ${children.map((child) => this.#section(child, level + 1))}
    </section>`;
  }

  #block(block: OutlineBlock, name = '', marker = ''): unknown {
    const end = block === this.#marked ? this.#endMark() : nothing;
    this.#cited.link(block);
    if (block.kind === 'node')
      return html`${this.#node(block.node)}${end}
`;
    const { text } = block;
    if (!marker || !text.startsWith(marker))
      return html`<p class=${name || nothing}>${this.#cited.linked(text)}${end}</p>
`;
    // The space belongs to the marker, where it takes no room: the first line begins exactly above the second.
    const rest = text.slice(marker.length);
    const words = rest.trimStart();
    const space = rest.slice(0, rest.length - words.length);
    return html`<p class="numbered"><span class="marker">${marker}${space}</span>${this.#cited.linked(words)}${end}</p>
`;
  }

  #node(node: Element): unknown {
    if (node.localName !== 'table') return node;
    // A table wider than the column scrolls by itself, for the keyboard too.
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${this.#shown.say('table')}>${node}</div>`;
  }

  /** Shown, not read aloud: it says "end" to the eye and "dot slash dot" to the ear. */
  #endMark(): unknown {
    const { endMark } = this.#outlined;
    return endMark && html`${endMark.glued ? '' : ' '}<span class="end-mark" aria-hidden="true">${endMark.text}</span>`;
  }

  #signOff(): unknown {
    const { signOff } = this.#outlined;
    return signOff.map((line) => this.#signOffLine(line));
  }

  #signOffLine({ kind, block, text }: SignOffLine): unknown {
    return kind === 'postedBy' ? postedBy(text, this.#shown) : this.#block(block, kind);
  }
}

/** Who put the text on the web: not proven to be the one who signed it, so it is never laid out like a signature. */
export function postedBy(name: string, { say, language, contentLanguage }: ShownDocument): TemplateResult {
  return html`<p class="posted-by" part="posted-by" lang=${language}>
    <span class="label">${say('postedBy')}:</span> <span lang=${contentLanguage ?? nothing}>${name}</span>
  </p>`;
}

function content(block: OutlineBlock): unknown {
  return block.kind === 'text' ? block.text : block.node;
}

function words(text: string): string {
  return text.normalize().replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}
