import { page } from '../../feed/page.js';
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

interface Policies {
  createPolicy(name: string, rules: object): object;
}

const asWritten = (text: string) => text;

/** Data in a `<script>` is never run, but Trusted Types ask for a policy all the same: ours is `civic-widgets`. */
function trusted(data: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const shared = page();
  // As in `inert.ts`, which may come first.
  shared.policy ??= trustedTypes?.createPolicy('civic-widgets', { createHTML: asWritten, createScript: asWritten });
  return shared.policy?.createScript?.(data) ?? data;
}

/** Keeps one viewer's document described in the head of the page. */
export class Described {
  #script: HTMLScriptElement | undefined;
  #item: FeedItem | undefined;

  show(item: FeedItem | undefined, language: string | undefined): void {
    if (item === this.#item) return;
    this.#item = item;
    this.#script?.remove();
    this.#script = undefined;
    if (!item) return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    // "<" could end the element in a page that is saved.
    const data = JSON.stringify(legislation(item, language)).replace(/</g, '\\u003c');
    try {
      script.text = trusted(data);
    } catch {
      // A page that trusts no policy of ours does without: everything else works.
      return;
    }
    document.head.append(script);
    this.#script = script;
  }
}
