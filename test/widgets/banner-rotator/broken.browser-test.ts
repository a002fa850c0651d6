/** Pictures that cannot be had: told once, and tried again. */
import { expect } from 'chai';
import type { CivicProblemEvent } from '../../../src/widgets/banner-rotator/events.js';
import { afterwards, feedUrl, frame, nextEvent, requestCount, uniqueKey, until } from '../../support/page.js';
import { all, banner, brokenUrl, get, isThere, rotator, shown, untilShown, watchTimers } from './rotators.js';

/** All problems that are told from now on. */
function problems(): string[] {
  const told: string[] = [];
  const listen = ({ problems }: CivicProblemEvent) =>
    told.push(...problems.map(({ pointer, message }) => `${pointer} ${message}`));
  document.addEventListener('civic-problem', listen);
  afterwards(() => document.removeEventListener('civic-problem', listen));
  return told;
}

/** A picture that is missing until it is put there. */
function missing() {
  const url = feedUrl(`stored/${uniqueKey()}`, { type: 'image/svg+xml' });
  const put = () =>
    fetch(url, { method: 'PUT', body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150"></svg>' });
  return { url, put };
}

describe('rotator with broken pictures', () => {
  it('tells of each once, by its place in the feed', async () => {
    const told = problems();
    const image = brokenUrl();
    await shown('order="sequential"', [banner('a'), banner('b', { image }), banner('c')]);
    await until(() => told.length > 0, 'what is wrong');
    expect(told).to.deep.equal([
      `/_civic/banners/1/image banner "b" is passed over: its picture cannot be had, or does not answer (${image})`,
    ]);
  });

  it('tells of them when there is nothing else, too', async () => {
    const told = problems();
    const element = await rotator('', [banner('a', { image: brokenUrl() })]);
    await until(() => element.state === 'empty', 'empty');
    await until(() => told.length === 1, 'what is wrong');
  });

  it('tries them again with the next load, though the feed is the same', async () => {
    const { url, put } = missing();
    const element = await rotator('', [banner('a', { image: url })]);
    await until(() => element.state === 'empty', 'empty');
    await put();
    const loads = nextEvent(element, 'civic-load');
    await element.reload();
    await loads;
    await untilShown(element, 'a');
    await until(() => isThere(element), 'its picture');
  });

  it('tries them again when the line is back', async () => {
    const { url, put } = missing();
    const told = problems();
    const element = await rotator('order="sequential"', [banner('a', { image: url }), banner('b')]);
    await untilShown(element, 'b');
    await until(() => told.length === 1, 'what is wrong');
    await put();
    window.dispatchEvent(new Event('online'));
    await until(() => element.shadowRoot?.querySelectorAll('.dot').length === 2, 'both');
  });

  it('asks for them beside what stands, which does not move for it', async () => {
    const key = uniqueKey();
    watchTimers((delay) => delay === 300_000);
    const list = [banner('a'), banner('b', { image: feedUrl('status/404', { key }), height: 600 }), banner('c')];
    const element = await rotator('layout="stack" order="sequential"', list);
    await until(() => all(element, '.slide').length === 2, 'the others');
    const seen = new Set<number>();
    const observer = new MutationObserver(() => void seen.add(all(element, '.slide').length));
    observer.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true });
    afterwards(() => observer.disconnect());
    const before = await requestCount(key);
    await until(async () => (await requestCount(key)) >= before + 2, 'two more requests');
    await frame();
    expect([...seen].filter((count) => count !== 2)).to.deep.equal([]);
  });

  it('tries them again after some minutes, and asks for nothing in between', async () => {
    const key = uniqueKey();
    const told = problems();
    const delays = watchTimers((delay) => delay === 300_000);
    const element = await rotator('', [banner('a', { image: feedUrl('status/404', { key }) })]);
    await until(() => delays.filter((delay) => delay === 300_000).length >= 2, 'a second wait');
    await until(async () => (await requestCount(key)) >= 2, 'another request');
    expect(told.length).to.equal(1);
    expect(get(element, '.empty').textContent).to.equal('Chưa có biểu ngữ nào.');
  });
});
