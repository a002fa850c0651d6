import { expect } from 'chai';
import { read } from '../../../src/feed/read.js';
import { hostileFeed } from '../../feed/hostile-feed.js';
import { XSS_CORPUS, XSS_KINDS } from '../../feed/xss-corpus.js';
import { dangers } from '../../support/dangers.js';
import { engine, until } from '../../support/page.js';
import { AT_ONCE, documentsOf, itWithstands, sentinel, stage, STRICT } from './attacks.js';

/** Harm where a page decodes twice, or reads HTML as XML or as the first browsers did. */
const HARMLESS = [
  '<a href="https:javascript:hit()">x</a>',
  '<![CDATA[<img src=x onerror=hit()>]]>',
  '&lt;img src=x onerror=hit()&gt; &amp;lt;script&amp;gt;hit()&amp;lt;/script&amp;gt;',
];

describe('<civic-directive-viewer>, attacks', () => {
  it('would be noticed: in a page that trusts a feed, and under the strict policy', async () => {
    for (const policy of ['', STRICT]) {
      const place = await stage(policy);
      const made = place.view.document.createElement(policy ? 'script' : 'img');
      if (policy) made.append('hit()');
      else made.setAttribute('onerror', 'hit()');
      if (!policy) made.setAttribute('src', 'x');
      place.body.append(made);
      await sentinel(place.view.document);
      await until(() => place.hits.length > 0, 'the control');
      expect(place.hits[0]).to.match(policy ? /^(?:script-src|require-trusted-types-for)/ : /has run/);
    }
  });

  it('would be noticed, each of them that is markup, before it does anything', () => {
    const unseen = XSS_CORPUS.filter((attack) => {
      const { body, head } = new DOMParser().parseFromString(`<p>${attack} <p>"'>x`, 'text/html');
      return [...dangers(head), ...dangers(body)].length === 0 && body.attributes.length === 0;
    });
    // All of these are words, and dangerous only where the page makes markup of them.
    const words = XSS_KINDS['the way out of what stands around it'];
    expect(unseen.filter((attack) => !words?.includes(attack))).to.deep.equal(HARMLESS);
  });

  it('get through the reader of feeds, in every field that takes any words', () => {
    for (const attack of XSS_CORPUS) {
      const [among] = documentsOf(attack, 0);
      const { feed, problems } = read(hostileFeed(attack, [among ?? {}]), 'https://example.org/');
      expect(problems, attack).to.deep.equal([]);
      expect(feed.items[0]?._civic?.directive?.signature?.checkedBy).to.equal(attack);
      expect(feed.items[0]?.attachments?.[0]?._civic?.sha256).to.equal(attack);
    }
  });

  // The sanitiser meets every one in every engine, in the tests of its own; what is looked at here are the places, for which
  // one engine has all attacks and the others a handful of each kind.
  const few = (attacks: readonly string[]) => (engine === 'chromium' ? attacks : attacks.slice(0, AT_ONCE));
  itWithstands(
    'stay words in every field',
    '',
    Object.fromEntries(Object.entries(XSS_KINDS).map(([kind, attacks]) => [kind, few(attacks)])),
  );
});
