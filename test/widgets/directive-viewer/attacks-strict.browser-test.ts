import { expect } from 'chai';
import { XSS_KINDS } from '../../feed/xss-corpus.js';
import { until } from '../../support/page.js';
import { itWithstands, sentinel, stage, STRICT } from './attacks.js';

/** Of each kind. */
const EACH = 5;

describe('<civic-directive-viewer>, attacks under a strict policy', () => {
  const handler = (document: Document) => {
    const picture = document.createElement('img');
    picture.src = 'x';
    try {
      picture.setAttribute('onerror', 'hit()');
    } catch {
      // Where Trusted Types are known, they refuse it at once.
    }
    return picture;
  };
  const style = (document: Document) =>
    Object.assign(document.createElement('style'), { textContent: 'p { color: red }' });
  const DONE: Readonly<Record<string, (document: Document) => unknown>> = {
    'a handler in its tree': (document) => document.body.append(handler(document)),
    'a handler beside its tree': handler,
    'a style in its tree': (document) => document.body.append(style(document)),
    'a style in its tree, the way the sanitiser moves one in its own': (document) =>
      document.body.replaceChildren(style(document)),
  };
  for (const [what, done] of Object.entries(DONE)) {
    it(`would be reported if they made ${what}`, async () => {
      const place = await stage(STRICT);
      const { document } = place.view;
      done(document);
      await sentinel(document);
      await until(() => place.hits.length > 0, 'the report');
      expect(place.hits[0]).to.match(/^(?:s(?:cript|tyle)-src|require-trusted-types-for)/);
    });
  }

  // None of what browsers report of documents that they merely parse counts, all else does.
  itWithstands('are not tried', STRICT, {
    'some of each kind': Object.values(XSS_KINDS).flatMap((all) => all.filter((_, index) => index % EACH === 0)),
  });
});
