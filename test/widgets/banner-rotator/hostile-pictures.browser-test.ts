import { expect } from 'chai';
import type { CivicLoadEvent } from '../../../src/feed/events.js';
import { axeProblems } from '../../support/axe.js';
import { afterwards, feedUrl, frame, nextEvent, requestCount, uniqueKey, until } from '../../support/page.js';
import { all, banner, images, pictureUrl, rotator, shown, untilShown, words } from './rotators.js';

/** What a picture does when it is more than one. */
interface Deeds {
  ran: string[];
}
declare global {
  interface Window {
    deeds?: Deeds;
  }
}

/** URL of an SVG that tries everything a document may: it tells the page around it, and asks for an address of its own. */
function activeSvg(key: string): string {
  const spy = feedUrl('raw', { body: '', type: 'image/svg+xml', key }).replaceAll('&', '&amp;');
  const note = (what: string) => `(window.parent.deeds ??= {ran: []}).ran.push('${what}')`;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
    width="300" height="150" onload="${note('onload')}">
    <script>${note('script')}; fetch('${spy}'); top.document.title = 'taken'; top.location.hash = 'taken'</script>
    <script xlink:href="${spy}"/>
    <style>@import url('${spy}'); rect { fill: url('${spy}#x') }</style>
    <rect width="300" height="150" fill="teal"/>
    <image href="${spy}" width="10" height="10" onerror="${note('image')}"/>
    <set attributeName="x" onbegin="${note('begin')}"/>
    <foreignObject width="10" height="10"><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="${note('inner')}"/></foreignObject>
  </svg>`;
  return feedUrl('raw', { body, type: 'image/svg+xml', key: uniqueKey() });
}

describe('a picture that is more than a picture', () => {
  beforeEach(() => {
    delete window.deeds;
    const { title } = document;
    const { href } = location;
    afterwards(() => {
      document.title = title;
      history.replaceState(null, '', href);
    });
  });

  it('is shown as one: no script of an SVG runs, it asks for nothing and changes nothing in the page', async () => {
    const key = uniqueKey();
    const { title } = document;
    const { href } = location;
    const src = activeSvg(key);
    for (const attributes of ['', 'layout="stack"']) {
      const list = [banner('a', { image: src, sources: [{ src, type: 'image/svg+xml' }] })];
      const element = await shown(attributes, list);
      expect(images(element).map(({ currentSrc, naturalWidth }) => ({ currentSrc, naturalWidth }))).to.deep.equal([
        { currentSrc: src, naturalWidth: 300 },
      ]);
      await frame();
      // Nowhere does it stand as anything that could run.
      expect(all(element, 'object, embed, iframe, script, .slide svg')).to.deep.equal([]);
      expect(await axeProblems(element)).to.deep.equal([]);
    }
    expect(window.deeds).to.equal(undefined);
    expect(await requestCount(key)).to.equal(0);
    expect({ title: document.title, href: location.href }).to.deep.equal({ title, href });
  });

  it('would have been caught: opened as a document, the same SVG does all of it', async () => {
    const key = uniqueKey();
    const frameElement = document.createElement('iframe');
    frameElement.src = activeSvg(key);
    document.body.append(frameElement);
    afterwards(() => frameElement.remove());
    await until(() => window.deeds?.ran.includes('script') && document.title === 'taken', 'the script');
    await until(async () => (await requestCount(key)) > 0, 'its request');
  });

  it('is none when its address holds it, or a script: the banner is left out and reported', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.deeds={ran:[\'data\']}"/>';
    const refused = [
      `data:image/svg+xml,${encodeURIComponent(svg)}`,
      `data:image/svg+xml;base64,${btoa(svg)}`,
      'data:text/html,<script>parent.deeds={ran:["html"]}</script>',
      'javascript:parent.deeds={ran:["javascript"]}',
      ' java\nscript:parent.deeds={ran:["javascript"]}',
      `blob:${location.origin}/0`,
      'file:///etc/hostname',
    ];
    const loads = nextEvent<CivicLoadEvent>(document, 'civic-load');
    const element = await rotator('layout="stack" order="sequential"', [
      ...refused.map((image, index) => ({ ...banner(`x${index}`), image })),
      banner('a'),
    ]);
    await untilShown(element, 'a');
    const { problems } = await loads;
    expect(
      problems.filter(({ message }) => message.includes('no resource')).map(({ pointer }) => pointer),
    ).to.deep.equal(refused.map((_, index) => `/_civic/banners/${index}/image`));
    expect(window.deeds).to.equal(undefined);
  });

  it('is no other format or film either', async () => {
    const data = 'data:image/svg+xml,<svg/>';
    const loads = nextEvent<CivicLoadEvent>(document, 'civic-load');
    const image = pictureUrl();
    const element = await shown('', [banner('a', { image, sources: [{ src: data }], video: 'javascript:1' })]);
    expect(words(element)).to.deep.equal(['a']);
    expect(images(element)[0]?.currentSrc).to.equal(image);
    expect(all(element, 'source, video')).to.deep.equal([]);
    const pointers = (await loads).problems.map(({ pointer }) => pointer);
    expect(pointers).to.include('/_civic/banners/0/sources/0/src');
    expect(pointers).to.include('/_civic/banners/0/video');
  });
});
