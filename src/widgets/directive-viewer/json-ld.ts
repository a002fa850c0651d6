import { parse } from '../../feed/inert.js';
import type { FeedItem } from '../../feed/schema.js';
import { titleOf } from '../../feed/title.js';
import { numberOf } from './number-of.js';

const FORCE: Readonly<Record<string, string>> = {
  notYet: 'NotInForce',
  inForce: 'InForce',
  partial: 'PartiallyInForce',
  expired: 'NotInForce',
};

const named = (name: string | undefined, type = 'GovernmentOrganization') => name && { '@type': type, name };

/** What search engines are told of a document: schema.org's Legislation. What is not known is left out. */
export function legislation(item: FeedItem, language: string | undefined): Record<string, unknown> {
  const { directive = {} } = item._civic ?? {};
  const { organ, status, effectiveFrom, effectiveTo, relations = [], basis = [] } = directive;
  const related = (...types: string[]) => {
    const targets = relations.filter(({ type }) => types.includes(type)).map(({ target }) => target);
    return targets.length > 0 ? targets : undefined;
  };
  const force = status && FORCE[status];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': item.url,
    url: item.url,
    name: titleOf(item),
    description: item.summary,
    inLanguage: item.language ?? language ?? 'vi',
    legislationIdentifier: numberOf(item),
    legislationType: directive.typeName ?? directive.typeCode,
    legislationDate: directive.issuedDate,
    datePublished: item.date_published,
    dateModified: item.date_modified,
    temporalCoverage: effectiveFrom && `${effectiveFrom}/${effectiveTo ?? '..'}`,
    legislationLegalForce: force && `https://schema.org/${force}`,
    legislationPassedBy: named(organ?.name),
    legislationResponsible: named(organ?.successor?.name),
    legislationAmends: related('amends', 'supplements', 'corrects'),
    legislationRepeals: related('replaces', 'repeals'),
    isBasedOn: basis.length > 0 ? basis : undefined,
    author: named(directive.postedBy, 'Person'),
    encoding: item.attachments?.map(({ url, mime_type, title }) => ({
      '@type': 'MediaObject',
      contentUrl: url,
      encodingFormat: mime_type,
      name: title,
    })),
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value));
}

/**
 * Data in a `<script>` is never run, but Trusted Types ask whoever writes it: it is parsed in a document without effect.
 *
 * @throws {TypeError} where the page trusts no policy of ours
 */
function described(data: object): Element | null {
  // "<" could end the element.
  const text = JSON.stringify(data).replace(/</g, '\\u003c');
  return parse(`<script type="application/ld+json">${text}</script>`, 'text/html').querySelector('script');
}

/** Keeps one viewer's document described in the head of the page. */
export class Described {
  #script: Element | undefined;
  #item: FeedItem | undefined;

  show(item: FeedItem | undefined, language: string | undefined): void {
    if (item === this.#item) return;
    this.#item = item;
    this.#script?.remove();
    this.#script = undefined;
    if (!item) return;
    let script: Element | null;
    try {
      script = described(legislation(item, language));
    } catch {
      // Without it everything else works.
      return;
    }
    if (!script) return;
    document.head.append(script);
    this.#script = script;
  }
}
