import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { afterwards, fakeMedia, hover, nextEvent, setHidden, unhover, until } from '../../support/page.js';
import { banner, filmUrl, find, get, record, shown, untilShown } from './rotators.js';

/** Films here never come; what matters is when they are asked to play, and what stands meanwhile. */
function watchPlaying(): { readonly now: boolean; refuse: boolean } {
  const { play, pause } = HTMLMediaElement.prototype;
  const state = { now: false, refuse: false };
  HTMLMediaElement.prototype.play = () => {
    state.now = true;
    return state.refuse ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve();
  };
  HTMLMediaElement.prototype.pause = () => {
    state.now = false;
  };
  afterwards(() => {
    Object.assign(HTMLMediaElement.prototype, { play, pause });
  });
  return state;
}

const film = (id: string, rest: object = {}) => banner(id, { video: filmUrl(), ...rest });

describe('a video banner', () => {
  beforeEach(unhover);

  it('plays without sound over its picture, and stops with the rotation', async () => {
    const playing = watchPlaying();
    const element = await shown('order="sequential"', [film('a'), banner('b')]);
    const video = await until(() => find(element, '.video') as HTMLVideoElement | null, 'the video');
    expect({ muted: video.muted, inline: video.playsInline, controls: video.controls }).to.deep.equal({
      muted: true,
      inline: true,
      controls: false,
    });
    expect(get(element, '.image').checkVisibility()).to.equal(true);
    await until(() => playing.now, 'it to play');
    setHidden(true);
    await until(() => !playing.now, 'it to stop with a hidden page');
    setHidden(false);
    await until(() => playing.now, 'it to go on');
    await hover(element);
    await until(() => !playing.now, 'it to stop under the pointer');
    await unhover();
    await until(() => playing.now, 'it to go on again');
    element.pause();
    await until(() => !find(element, '.video'), 'the picture alone');
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('is gone with its turn', async () => {
    watchPlaying();
    const element = await shown('order="sequential"', [film('a'), banner('b')]);
    await until(() => find(element, '.video'), 'the video');
    element.next();
    await untilShown(element, 'b');
    await until(() => !find(element, '.video'), 'no video');
  });

  it('that is alone repeats itself and can be stopped', async () => {
    const playing = watchPlaying();
    const element = await shown('', [film('a')]);
    const video = await until(() => find(element, '.video') as HTMLVideoElement | null, 'the video');
    expect(video.loop).to.equal(true);
    expect(find(element, '.previous')).to.equal(null);
    await until(() => playing.now, 'it to play');
    get(element, '.pause').click();
    await until(() => !playing.now && !find(element, '.video'), 'the picture');
    expect(await axeProblems(element)).to.deep.equal([]);
  });

  it('is its picture for who wants less motion, and in a stack', async () => {
    fakeMedia('prefers-reduced-motion', true);
    const element = await shown('', [film('a'), banner('b')]);
    await until(() => find(element, '.play'), 'the button');
    expect(find(element, '.video')).to.equal(null);
    const stack = await shown('layout="stack" order="sequential"', [film('a'), banner('b')]);
    expect(find(stack, '.video')).to.equal(null);
    expect(find(stack, '.controls')).to.equal(null);
  });

  it('that breaks leaves its picture', async () => {
    watchPlaying();
    const element = await shown('', [film('a')]);
    const video = await until(() => find(element, '.video'), 'the video');
    video.dispatchEvent(new Event('error'));
    await until(() => !find(element, '.video'), 'the picture');
    expect(get(element, '.image').checkVisibility()).to.equal(true);
  });

  it('that the browser does not let play leaves its picture, too', async () => {
    const playing = watchPlaying();
    playing.refuse = true;
    const element = await shown('', [film('a')]);
    await until(() => playing.now, 'the attempt');
    expect(get(element, '.image').checkVisibility()).to.equal(true);
  });

  it('counts as seen after two seconds', async () => {
    watchPlaying();
    document.hasFocus = () => true;
    afterwards(() => void Reflect.deleteProperty(document, 'hasFocus'));
    const shownFirst = record(document, 'civic-impression');
    const native = window.setTimeout;
    const delays: number[] = [];
    window.setTimeout = ((work: () => void, delay = 0) => {
      delays.push(delay);
      return native(work, delay);
    }) as typeof window.setTimeout;
    afterwards(() => {
      window.setTimeout = native;
    });
    const viewable = nextEvent(document, 'civic-viewable');
    await shown('', [film('a')]);
    await viewable;
    expect(shownFirst).to.deep.equal(['a']);
    expect(delays.includes(2000)).to.equal(true);
  });
});
