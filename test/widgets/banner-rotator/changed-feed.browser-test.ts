/** A feed that changes while the page is open: what stands goes on standing. */
import { expect } from 'chai';
import type { BannerRotator } from '../../../src/widgets/banner-rotator/banner-rotator.js';
import { frame, mount, nextEvent, serve, until } from '../../support/page.js';
import { banner, banners, feedOf, get, isThere, record } from './rotators.js';

/** A rotator, and what puts other banners into its feed and has it load them. */
async function changing(attributes: string, list: readonly object[]) {
  const src = await serve(feedOf(list));
  const element = await mount<BannerRotator>(
    `<civic-banner-rotator src="${src}" ${attributes} interval="900"></civic-banner-rotator>`,
    { width: 400 },
  );
  await until(() => isThere(element), 'its picture');
  const change = async (next: readonly object[]) => {
    await fetch(src, { method: 'PUT', body: JSON.stringify(feedOf(next)) });
    const loads = nextEvent(element, 'civic-load');
    await element.reload();
    await loads;
    await element.updateComplete;
  };
  return { element, change };
}

describe('rotator whose feed changes', () => {
  it('keeps the banner on show, its nodes and its one impression, whatever becomes of the others', async () => {
    const [a, b, c] = banners('a', 'b', 'c');
    const seen = record(document, 'civic-impression');
    const { element, change } = await changing('order="sequential" paused', [a, b, c] as object[]);
    const image = get(element, '.image');
    await until(() => seen.length === 1, 'the impression');
    await change([{ ...b, alt: 'Đã đổi' }, banner('d'), a as object]);
    await frame();
    expect(get(element, '.image')).to.equal(image);
    expect(seen).to.deep.equal(['a']);
    // It is the third of three now, and the others are those of the new feed.
    await until(() => get(element, '.position').textContent.trim() === '3 / 3', 'its new place');
  });

  it('leaves a stack as it stands, and puts what is new below it', async () => {
    const list = banners('a', 'b', 'c');
    const { element, change } = await changing('layout="stack"', list);
    await until(() => element.shadowRoot?.querySelectorAll('.slide').length === 3, 'all');
    const before = [...(element.shadowRoot?.querySelectorAll('.image') ?? [])];
    await change([...list, banner('d')]);
    await until(() => element.shadowRoot?.querySelectorAll('.slide').length === 4, 'the new one');
    expect([...(element.shadowRoot?.querySelectorAll('.image') ?? [])].slice(0, 3)).to.deep.equal(before);
  });

  it('shows what a banner says now', async () => {
    const { element, change } = await changing('', [banner('a')]);
    await change([banner('a', { alt: 'Đã đổi' })]);
    await until(() => (get(element, '.image') as HTMLImageElement).alt === 'Đã đổi', 'the new words');
  });

  it('takes one away that is no longer there', async () => {
    const [a, b] = banners('a', 'b');
    const { element, change } = await changing('order="sequential"', [a, b] as object[]);
    await change([b as object]);
    await until(() => (get(element, '.link') as HTMLAnchorElement).href === 'https://example.org/b', 'the other');
  });
});
