import { expect } from 'chai';
import {
  afterwards,
  can,
  emulateMedia,
  engine,
  feedUrl,
  frame,
  mount,
  requestCount,
  uniqueKey,
  until,
} from '../../support/page.js';
import type { BannerRotator } from '../../../src/widgets/banner-rotator/banner-rotator.js';
import {
  all,
  banner,
  banners,
  find,
  get,
  hangingUrl,
  images,
  isThere,
  leaving,
  pictureUrl,
  record,
  rotator,
  shown,
  untilShown,
  words,
} from './rotators.js';

/** Banners whose pictures are counted. */
function counted(...ids: string[]) {
  const keys = ids.map(() => uniqueKey());
  const list = ids.map((id, index) => banner(id, { image: pictureUrl('teal', { key: keys[index] as string }) }));
  const counts = () => Promise.all(keys.map(requestCount));
  return { list, counts };
}

/** The next image that is made while `work` runs, which the page does not hold yet. */
async function pictureAskedFor(work: () => void): Promise<HTMLImageElement> {
  const native: (tag: string) => HTMLElement = Reflect.get(document, 'createElement');
  afterwards(() => void Reflect.deleteProperty(document, 'createElement'));
  const found = new Promise<HTMLImageElement>((resolve) => {
    Reflect.set(document, 'createElement', (tag: string) => {
      const element = native.call(document, tag);
      if (element instanceof HTMLImageElement) resolve(element);
      return element;
    });
  });
  work();
  return found;
}

describe('pictures of a rotator', () => {
  it('are fetched for the banner on show and the next one, and for no other', async () => {
    const { list, counts } = counted('a', 'b', 'c', 'd');
    await shown('order="sequential"', list);
    await until(async () => (await counts())[1] === 1, 'the next picture');
    await frame();
    expect(await counts()).to.deep.equal([1, 1, 0, 0]);
  });

  it('are fetched for the banner on show alone while nothing turns', async () => {
    const { list, counts } = counted('a', 'b', 'c');
    const element = await shown('order="sequential" paused', list);
    await frame();
    expect(await counts()).to.deep.equal([1, 0, 0]);
    element.next();
    await untilShown(element, 'b');
    expect((await counts())[2]).to.equal(0);
  });

  it('are not in the page before their turn', async () => {
    const element = await shown('order="sequential"', banners('a', 'b', 'c'));
    expect(all(element, 'img').length).to.equal(1);
  });

  it('are waited for: the banner on show stays until the next is there', async () => {
    const element = await shown('order="sequential" interval="0.02"', [
      banner('a'),
      banner('b', { image: hangingUrl() }),
    ]);
    for (let turn = 0; turn < 6; turn++) await frame();
    expect(words(element)).to.deep.equal(['a']);
    expect(isThere(element)).to.equal(true);
  });

  it('are there with the first frame of their turn', async () => {
    const element = await shown('order="sequential" interval="0.02" transition="none"', banners('a', 'b', 'c'));
    const seen = record(element, 'civic-impression');
    let there = true;
    element.addEventListener('civic-impression', () => (there &&= isThere(element)));
    await until(() => seen.length >= 6, 'turns');
    expect(there).to.equal(true);
  });

  it('of a step are waited for, though a transition ends or another turn begins', async () => {
    const slow = hangingUrl();
    const list = [...banners('a', 'b', 'c'), banner('d', { image: slow })];
    const element = await shown('order="sequential"', list);
    element.next();
    await until(() => leaving(element), 'the transition');
    const image = await pictureAskedFor(() => get(element, '.dot:nth-child(4)').click());
    await until(() => !leaving(element), 'its end');
    expect(image.getAttribute('src')).to.equal(slow);
  });

  it('come in the format and density that the browser likes', async () => {
    const better = pictureUrl('red');
    const sources = [{ src: better, type: 'image/svg+xml' }];
    const element = await shown('', [banner('a', { sources })]);
    expect(images(element)[0]?.currentSrc).to.equal(better);
    expect(get(element, 'source').getAttribute('srcset')).to.equal(`${better} 1x`);
  });

  it('come in the width that the screen needs', async () => {
    const [small, large] = [pictureUrl('red'), pictureUrl('blue')];
    const sources = [
      { src: small, type: 'image/svg+xml', width: Math.ceil(300 * devicePixelRatio) },
      { src: large, type: 'image/svg+xml', width: 3000 },
    ];
    const element = await shown('', [banner('a', { sources })]);
    expect(images(element)[0]?.currentSrc).to.equal(small);
    const wide = await shown('', [banner('b', { sources, width: 3000, height: 1500 })], { width: 700 });
    // The box is as wide as the page lets it be, and the browser knows of the page's width only.
    expect(get(wide, 'source').getAttribute('sizes')).to.equal('(max-width:3000px) 100vw,3000px');
  });

  it('are left out in formats that it does not know', async () => {
    const sources = [{ src: pictureUrl('red'), type: 'image/x-future' }];
    const list = [banner('a', { sources })];
    const element = await shown('', list);
    expect(images(element)[0]?.currentSrc).to.equal(list[0]?.image);
  });

  it('carry their size, and in a stack only the first is fetched at once', async () => {
    const element = await shown('layout="stack" order="sequential"', banners('a', 'b'));
    const list = images(element);
    expect(list.map(({ loading }) => loading === 'lazy')).to.deep.equal([false, true]);
    expect(list.map((image) => image.getAttribute('width'))).to.deep.equal(['300', '300']);
    expect(list.map((image) => image.getAttribute('height'))).to.deep.equal(['150', '150']);
  });

  it('far below in a stack are not fetched', async () => {
    const far = uniqueKey();
    const tall = [banner('a', { height: 9000 }), banner('b', { image: pictureUrl('teal', { key: far }) })];
    await shown('layout="stack" order="sequential" ratio="1/30"', [tall[0] as object]);
    await rotator('layout="stack" order="sequential" ratio="1/30"', tall);
    await frame();
    expect(await requestCount(far)).to.equal(0);
  });
});

describe('the banner that the page has in the tag', () => {
  const fallback = (url: string) => `<a href="https://example.org/b"><img src="${url}" alt="Mẫu"></a>`;

  it('is where the rotator begins', async () => {
    const list = banners('a', 'b', 'c');
    for (let round = 0; round < 4; round++) {
      const element = await shown('', list, { inside: fallback(list[1]?.image ?? '') });
      expect(words(element)).to.deep.equal(['b']);
    }
  });

  it('stands until the rotator’s own picture is there', async () => {
    const element = await rotator('', banners('a', 'b'), { inside: fallback(pictureUrl('red')) });
    const image = element.querySelector('img') as HTMLImageElement;
    // Never neither of the two, whenever one looks.
    for (let look = 0; look < 20; look++) {
      expect(image.checkVisibility() || isThere(element)).to.equal(true);
      await frame();
    }
    await until(() => isThere(element), 'the picture');
    expect(image.checkVisibility()).to.equal(false);
  });

  it('stands as long as the picture does not come', async () => {
    const element = await rotator('', [banner('a', { image: hangingUrl() })], { inside: fallback(pictureUrl('red')) });
    await frame();
    expect(element.querySelector('img')?.checkVisibility()).to.equal(true);
    expect(find(element, '.view img')).to.equal(null);
  });

  it('gives the focus of its link to the link that takes its place, and to none while it stands', async () => {
    const list = [banner('a', { image: hangingUrl() }), banner('b')];
    const inside = `<a slot="heading" href="https://example.org/h">Đầu đề</a>${fallback(pictureUrl('red'))}`;
    const element = await rotator('order="sequential"', list, { inside });
    const heading = element.querySelector('[slot]') as HTMLElement;
    const own = element.querySelector('a:not([slot])') as HTMLElement;
    own.focus();
    await element.updateComplete;
    expect(document.activeElement).to.equal(own);
    element.next();
    await untilShown(element, 'b');
    expect(document.activeElement).to.equal(element);
    expect(element.shadowRoot?.activeElement).to.equal(get(element, '.link'));
    heading.focus();
    element.next();
    await frame();
    expect(document.activeElement).to.equal(heading);
  });

  it('stands first in a stack', async () => {
    const list = banners('a', 'b', 'c');
    const element = await shown('layout="stack"', list, { inside: fallback(list[2]?.image ?? '') });
    expect(words(element)[0]).to.equal('c');
  });

  if (can.emulateMedia) {
    it('is printed as long as nothing has taken its place', async () => {
      const inside = fallback(pictureUrl('red'));
      const waiting = await mount(`<civic-banner-rotator src="${hangingUrl()}">${inside}</civic-banner-rotator>`);
      const covered = await rotator('', [banner('a', { image: hangingUrl() })], { inside });
      await emulateMedia({ media: 'print' });
      for (const element of [waiting, covered]) {
        const image = element.querySelector('img') as HTMLImageElement;
        await until(() => image.complete, 'its picture');
        expect(image.checkVisibility()).to.equal(true);
        expect(image.getBoundingClientRect().height).to.equal(150);
      }
    });
  }

  it('is taken over in the format that the page has loaded, without another download', async () => {
    const key = uniqueKey();
    const image = pictureUrl('teal', { key });
    const sources = [{ src: pictureUrl('red'), type: 'image/svg+xml' }];
    const element = await shown('paused', [banner('a'), banner('b', { image, sources })], { inside: fallback(image) });
    expect(images(element)[0]?.currentSrc).to.equal(image);
    if (engine === 'chromium') expect(await requestCount(key)).to.equal(1);
  });
});

if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
  describe('layout', () => {
    /** @param sinceFeed - looks only from the first drawing of the feed on, which tells the sizes */
    async function shifts(make: () => Promise<BannerRotator>, sinceFeed = false): Promise<number> {
      let sum = 0;
      const observer = new PerformanceObserver((entries) => {
        for (const entry of entries.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
      });
      const look = () => observer.observe({ type: 'layout-shift', buffered: false });
      afterwards(() => observer.disconnect());
      if (!sinceFeed) look();
      const element = await make();
      const after = document.createElement('p');
      after.textContent = 'Sau biểu ngữ';
      element.after(after);
      if (sinceFeed) {
        await until(() => element.state === 'ready', 'the feed');
        await frame();
        look();
      }
      const seen = record(element, 'civic-impression');
      await until(() => isThere(element) && seen.length >= 3, 'three turns');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return sum;
    }

    const list = () => [
      banner('a', { height: 100, image: pictureUrl('teal', { height: 100 }) }),
      banner('b', { height: 200, image: pictureUrl('navy', { height: 200 }) }),
      banner('c'),
    ];
    const turning = (attributes: string, inside = '') =>
      mount<BannerRotator>(
        `<civic-banner-rotator interval="0.1" src="${feedUrl('raw', {
          body: JSON.stringify({ version: '1', title: 'Mẫu', items: [], _civic: { v: 1, banners: list() } }),
        })}" ${attributes}>${inside}</civic-banner-rotator><p>Sau biểu ngữ</p>`,
        { width: 300 },
      );

    for (const transition of ['fade', 'slide', 'none']) {
      it(`never shifts with a ratio and the transition ${transition}`, async () => {
        expect(await shifts(() => turning(`ratio="300/200" transition="${transition}"`))).to.equal(0);
      });
    }

    it('never shifts without a ratio, by the sizes in the feed, once it is there', async () => {
      expect(await shifts(() => turning(''), true)).to.equal(0);
    });

    it('never shifts where the page’s own banner is taken over', async () => {
      const style = 'display:block;width:300px;aspect-ratio:300/200';
      const inside = `<a style="display:block" href="/x"><img alt="Mẫu" style="${style}" src="${pictureUrl('red', { height: 200 })}"></a>`;
      expect(await shifts(() => turning('ratio="300/200"', inside))).to.equal(0);
    });
  });
}
