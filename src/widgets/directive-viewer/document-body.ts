import { html, nothing, type TemplateResult } from 'lit';
import type { OutlineBlock, OutlinedDocument, OutlinedSection, SignOffLine } from '../../text/outline.js';
import { lastBlock } from './last-block.js';
import { annexId, annexName, sectionName } from './names.js';
import type { ShownDocument } from './shown-document.js';

/** Draws the text of a document. Not a word is added to it or left out: what is ours stands outside the text. */
export function documentBody(outlined: OutlinedDocument, shown: ShownDocument): TemplateResult {
  return html`<div class="text" part="text" lang=${shown.contentLanguage ?? nothing}>
    ${new BodyTemplates(outlined, shown).all()}
  </div>`;
}

class BodyTemplates {
  readonly #outlined: OutlinedDocument;
  readonly #shown: ShownDocument;
  /** The block that the end mark is written straight behind. */
  readonly #marked: OutlineBlock | undefined;

  constructor(outlined: OutlinedDocument, shown: ShownDocument) {
    this.#outlined = outlined;
    this.#shown = shown;
    this.#marked = outlined.endMark && lastBlock(outlined);
  }

  all(): unknown {
    const { letterhead, title, preamble, sections, annexes } = this.#outlined;
    const { item } = this.#shown;
    // The header shows the item's title; what the text says otherwise is said here.
    const repeated = title && words(title.text) === words(item.title ?? '');
    return [
      ...letterhead.map((block) => this.#block(block, 'letterhead-line')),
      ...(title && !repeated ? title.blocks.map((block) => this.#block(block, 'own-title')) : []),
      ...preamble.map((block) => this.#block(block)),
      ...sections.map((section) => this.#section(section, this.#shown.level + 1)),
      this.#marked || !this.#outlined.endMark ? nothing : html`<p>${this.#endMark()}</p>`,
      this.#signOff(),
      ...annexes.map((annex, index) => this.#annex(annex, index)),
    ];
  }

  #annex(annex: OutlinedDocument, index: number): TemplateResult {
    return html`<section
      class="section annex"
      id=${annexId(index)}
      role="group"
      aria-label=${annexName(annex, index, this.#shown.say)}
      tabindex="-1"
    >${new BodyTemplates(annex, this.#shown).all()}</section>`;
  }

  #section(section: OutlinedSection, level: number): TemplateResult {
    const { id, blocks, headingBlocks, children, marker, derived } = section;
    const heading = blocks.slice(0, headingBlocks);
    return html`<section
      class="section ${section.level}${derived ? ' derived' : ''}"
      id=${id}
      role="group"
      aria-label=${sectionName(section)}
      tabindex="-1"
    >
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
    if (block.kind === 'node')
      return html`${this.#node(block.node)}${end}
`;
    const { text } = block;
    if (!marker || !text.startsWith(marker))
      return html`<p class=${name || nothing}>${text}${end}</p>
`;
    // The space belongs to the marker, where it takes no room: the first line begins exactly above the second.
    const rest = text.slice(marker.length);
    const words = rest.trimStart();
    const space = rest.slice(0, rest.length - words.length);
    return html`<p class="numbered"><span class="marker">${marker}${space}</span>${words}${end}</p>
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
