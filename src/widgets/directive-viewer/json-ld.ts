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

const named = (name: string | undefined) => name && { '@type': 'GovernmentOrganization', name };

/** Who wrote and who posted it. A feed does not say whether an author is a person or an organ, nor do we. */
function authorsOf({ authors = [], _civic }: FeedItem): readonly object[] | undefined {
  const { postedBy } = _civic?.directive ?? {};
  const found: object[] = authors.filter(({ name, url }) => name || url).map(({ name, url }) => ({ name, url }));
  if (postedBy && !authors.some(({ name }) => name === postedBy)) found.push({ '@type': 'Person', name: postedBy });
  return found.length > 0 ? found : undefined;
}

/**
 * What search engines are told of a document: schema.org's Legislation. What is not known is left out.
 *
 * @param type - what it is called; may be empty
 */
export function legislation(item: FeedItem, language: string | undefined, type: string): Record<string, unknown> {
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
    legislationType: type,
    legislationDate: directive.issuedDate,
    datePublished: item.date_published,
    dateModified: item.date_modified,
    // An interval of ISO 8601, which may be open on either side.
    temporalCoverage: (effectiveFrom || effectiveTo) && `${effectiveFrom ?? '..'}/${effectiveTo ?? '..'}`,
    legislationLegalForce: force && `https://schema.org/${force}`,
    legislationPassedBy: named(organ?.name),
    legislationResponsible: named(organ?.successor?.name),
    legislationAmends: related('amends', 'supplements', 'corrects'),
    legislationRepeals: related('replaces', 'repeals'),
    isBasedOn: basis.length > 0 ? basis : undefined,
    author: authorsOf(item),
    encoding: item.attachments?.map(({ url, mime_type, title, size_in_bytes: size }) => ({
      '@type': 'MediaObject',
      contentUrl: url,
      encodingFormat: mime_type,
      name: title,
      contentSize: size === undefined ? undefined : `${size} B`,
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

  /** @param type - what the item is called, as in its header */
  show(item: FeedItem | undefined, language: string | undefined, type: string): void {
    if (item === this.#item) return;
    this.#item = item;
    this.#script?.remove();
    this.#script = undefined;
    if (!item) return;
    let script: Element | null;
    try {
      script = described(legislation(item, language, type));
    } catch {
      // Without it everything else works.
      return;
    }
    if (!script) return;
    document.head.append(script);
    this.#script = script;
  }
}
