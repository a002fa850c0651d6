import { expect } from 'chai';
import * as one from '../../src/feed/client.js';
import { page } from '../../src/feed/page.js';
import { feedUrl, requestCount, uniqueKey } from '../support/page.js';

/** A second copy of a module, as a page has it that loads the script twice. */
const copyOf = (file: string) =>
  import(new URL(`../../src/feed/${file}?copy=2`, import.meta.url).href) as Promise<unknown>;

describe('two copies of the script', () => {
  it('are two: what follows would prove nothing otherwise', async () => {
    const two = (await copyOf('client.ts')) as typeof one;
    expect(two.fetchFeed).not.to.equal(one.fetchFeed);
    const { page: otherPage } = (await copyOf('page.ts')) as { page: typeof page };
    expect(otherPage).not.to.equal(page);
    expect(otherPage()).to.equal(page());
  });

  it('share a request in flight, and its parsed answer', async () => {
    const two = (await copyOf('client.ts')) as typeof one;
    const key = uniqueKey();
    const url = feedUrl('slow', { key, ms: 60 });
    const options = { signal: new AbortController().signal, timeout: 5 };
    const answers = await Promise.all([one.fetchFeed(url, options), two.fetchFeed(url, options)]);
    expect(answers[0].value).to.equal(answers[1].value);
    expect(await requestCount(key)).to.equal(1);
  });
});
