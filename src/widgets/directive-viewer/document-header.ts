import { html, nothing, type TemplateResult } from 'lit';
import type { Directive, FeedItem } from '../../feed/schema.js';
import { formatDate } from '../../look/format.js';
import { titleOf } from '../../feed/title.js';
import { plain } from '../../text/plain.js';
import { findNamed } from './find-cited.js';
import { numberOf } from './number-of.js';
import { searchUrl } from './search-url.js';
import type { ShownDocument } from './shown-document.js';
import { statusChip } from './status-chip.js';
import { typeOf } from './type-of.js';
import { fileSize, fileType, isSigned, longDate } from './wording.js';

type Attachment = NonNullable<FeedItem['attachments']>[number];
type Organ = NonNullable<Directive['organ']>;

/**
 * Everything the feed says about a document, in the order of NĐ 30/2020/NĐ-CP: above the title what stands above it
 * on paper, below it the rest. A field that is missing leaves no trace.
 */
export function documentHeader(shown: ShownDocument): TemplateResult {
  return html`<header class="header" part="header">
    ${letterhead(shown)}
    <div
      class="title"
      part="title"
      role="heading"
      aria-level=${shown.level}
      tabindex="-1"
      lang=${shown.contentLanguage ?? nothing}
    >${titleOf(shown.item)}</div>
    ${facts(shown)}${related(shown)}
  </header>`;
}

function letterhead(shown: ShownDocument): unknown {
  const { item, say } = shown;
  const { directive = {} } = item._civic ?? {};
  const { organ, place, issuedDate } = directive;
  const date = issuedDate === undefined ? undefined : longDate(issuedDate, shown);
  const issued = place && date ? say('place-and-date', { place, date }) : (place ?? date);
  return list('letterhead', [
    row(shown, 'organ', organ && organLines(organ)),
    row(shown, 'number', numberOf(item)),
    row(shown, 'issued', issued),
    row(shown, 'type', typeOf(directive)),
  ]);
}

/** An organ below all that are above it, from the topmost down. */
function organLines({ name, parent }: Organ): unknown {
  const above = (organ: Organ | undefined): unknown[] =>
    organ ? [...above(organ.parent), html`<span class="parent">${organ.name}</span> `] : [];
  return [...above(parent), html`<span>${name}</span>`];
}

function facts(shown: ShownDocument): unknown {
  const { item, say, language } = shown;
  const zone = shown.feed._civic.timezone;
  const directive: Directive = item._civic?.directive ?? {};
  const { status, effectiveFrom, effectiveTo, organ, signer, priority, recipients } = directive;
  const signed = item.attachments?.some(isSigned);
  const day = (value: string | undefined) => value && formatDate(value, language, zone);
  const [published, modified] = [day(item.date_published), day(item.date_modified)];
  const { url, external_url: external } = item;
  return list('facts', [
    row(shown, 'summary', summary(item), true),
    row(shown, 'status', status && statusChip(status, say)),
    row(shown, 'effectiveFrom', day(effectiveFrom)),
    row(shown, 'effectiveTo', day(effectiveTo)),
    row(shown, 'successor', organ?.successor && organLines(organ.successor)),
    row(shown, 'signer', lines([signer?.authority, signer?.position, signer?.fullName])),
    row(shown, 'signature', signature(shown)),
    row(shown, 'recipients', lines(recipients), true),
    row(shown, 'priority', priority && say(priority), true),
    row(shown, 'attachments', attachments(shown), true),
    row(shown, 'form', signed && html`<strong>${say('web-copy')}</strong>. ${say('web-copy-note')}`, true),
    row(shown, 'tag', item.tags?.filter((tag) => tag.trim()).join(', '), true),
    row(shown, 'author', authors(item), true),
    row(shown, 'published', published, true),
    row(shown, 'modified', modified !== published && modified, true),
    row(shown, 'source', url && page(url), true),
    row(shown, 'external', external !== url && external && page(external), true),
  ]);
}

/** Where there is no text, it stands in its place; where there is no title, it may be the title. */
function summary(item: FeedItem): string | undefined {
  const hasText = item.content_text?.trim() || item.content_html?.trim();
  const said = item.summary?.trim();
  return hasText && said !== titleOf(item) ? said : undefined;
}

/** Whoever the document or its end names as issuing, signing or posting it is not named twice. */
function authors({ authors = [], _civic }: FeedItem): unknown {
  const { organ, signer, postedBy } = _civic?.directive ?? {};
  const named = [organ?.name, organ?.parent?.name, signer?.fullName, postedBy].map((name) => plain(name ?? ''));
  return lines(
    authors.map(({ name, url }) => {
      const said = name?.trim() || (url && hostOf(url));
      if (!said || named.includes(plain(said))) return undefined;
      return url ? html`<a href=${url}>${said}</a>` : said;
    }),
  );
}

const page = (url: string): TemplateResult => html`<a href=${url}>${hostOf(url)}</a>`;

/** A list of terms, or nothing when there is none: an empty `<dl>` is an error for assistive technology. */
function list(name: string, rows: readonly unknown[]): unknown {
  const there = rows.filter(Boolean);
  return there.length > 0 ? html`<dl class=${name} part=${name}>${there}</dl>` : nothing;
}

function row({ say, contentLanguage }: ShownDocument, key: string, value: unknown, wide = false): unknown {
  if (!value || (typeof value === 'string' && !value.trim())) return undefined;
  const ours = key === 'status' || key === 'form' || key === 'priority' || key === 'signature';
  return html`<div class="row ${wide ? 'wide' : 'short'} ${key}-row">
    <dt>${say(key)}</dt>
    <dd lang=${ours ? nothing : (contentLanguage ?? nothing)}>${value}</dd>
  </div>`;
}

/** One line for each entry that says something; undefined when none does. */
function lines(entries: readonly unknown[] | undefined): unknown {
  const there = (entries ?? []).filter((entry) => (typeof entry === 'string' ? entry.trim() : entry));
  if (there.length < 2) return there[0];
  return html`<ul role="list">${there.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}

/** The publisher's own verdict: a browser computes none. */
function signature({ item, say, language, feed }: ShownDocument): unknown {
  const { valid, signer, time, checkedBy } = item._civic?.directive?.signature ?? {};
  const parts = [
    valid !== undefined && say(valid ? 'signature-valid' : 'signature-invalid'),
    signer,
    time && formatDate(time, language, feed._civic.timezone, true),
    checkedBy && say('checked-by', { name: checkedBy }),
  ];
  return parts.filter(Boolean).join(', ');
}

/** What the document rests on, and what it does to others, under a heading of its own. */
function related(shown: ShownDocument): unknown {
  const { basis = [], relations = [] } = shown.item._civic?.directive ?? {};
  const named = (targets: readonly string[]) => lines(targets.map((target) => reference(shown, target)));
  const types = [...new Set(relations.map(({ type }) => type))];
  const all = list('facts', [
    row(shown, 'basis', named(basis), true),
    ...types.map((type) =>
      row(shown, type, named(relations.filter((one) => one.type === type).map(({ target }) => target)), true),
    ),
  ]);
  if (all === nothing) return all;
  const level = Math.min(6, shown.level + 1);
  return html`<div class="related" role="heading" aria-level=${level}>${shown.say('related')}</div>${all}`;
}

/** Another document: opened in place where the feed holds it, else where the page sends citations, else as written; never a guess. */
function reference({ item, items, feed, open, cite, citationUrl, base }: ShownDocument, target: string): unknown {
  const { number, item: found } = findNamed(items, target, feed._civic.timezone);
  if (found === item) return target;
  if (found) return html`<button class="link" type="button" @click=${() => open(found)}>${titleOf(found)}</button>`;
  const href = number && searchUrl(citationUrl, number.text, base);
  if (!href) return target;
  return html`<a class="citation" href=${href} @click=${(event: Event) => cite(event, number, undefined)}>${target}</a>`;
}

function attachments({ item, say, language }: ShownDocument): unknown {
  return lines(
    item.attachments?.map((file, index) => {
      const size = file.size_in_bytes === undefined ? '' : fileSize(file.size_in_bytes, language);
      const title = file.title?.trim();
      const detail = [roleOf(file, say), fileType(file), size].filter(Boolean).join(', ');
      return html`<a href=${file.url} part="attachment"
          >${title || say('attachment', { index: index + 1 })}</a
        >${detail && html` <span class="detail">(${detail})</span>`}`;
    }),
  );
}

/** What a file is to the document, unless its title says so. */
function roleOf({ title = '', _civic }: Attachment, say: ShownDocument['say']): string {
  const role = _civic?.role?.trim() ?? '';
  const said = /^(?:signed|annex)$/i.test(role) ? say(`role-${role.toLowerCase()}`) : role;
  return plain(title).includes(plain(said)) ? '' : said;
}

function hostOf(url: string): string {
  // A letter or a telephone number has no host: then the address itself says where it leads.
  return new URL(url).host || url;
}
