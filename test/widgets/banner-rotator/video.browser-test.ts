import { expect } from 'chai';
import { axeProblems } from '../../support/axe.js';
import { afterwards, fakeMedia, hover, setHidden, unhover, until } from '../../support/page.js';
import { banner, fakeFocus, filmUrl, find, get, holdTimers, record, rotator, shown, untilShown } from './rotators.js';

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

/** The seconds for which a banner has to be in sight. */
const holdSeconds = () => holdTimers((delay) => delay === 1000 || delay === 2000);

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

  it('counts as seen after two seconds in which it plays without a break', async () => {
    watchPlaying();
    fakeFocus(true);
    const impressions = record(document, 'civic-impression');
    const element = await shown('', [film('a')]);
    const video = await until(() => find(element, '.video'), 'the video');
    const clock = holdSeconds();
    const seen = record(document, 'civic-viewable');
    await until(() => impressions.length > 0, 'the impression');
    expect(clock.delays).to.deep.equal([]);
    for (const stop of ['pause', 'waiting', 'ended']) {
      video.dispatchEvent(new Event('playing'));
      expect(clock.delays).to.deep.equal([2000]);
      video.dispatchEvent(new Event(stop));
      expect(clock.delays).to.deep.equal([]);
    }
    video.dispatchEvent(new Event('playing'));
    expect(seen).to.deep.equal([]);
    clock.run(2000);
    expect(seen).to.deep.equal(['a']);
    expect(impressions).to.deep.equal(['a']);
  });

  for (const [what, attributes, isRefused] of [
    ['a stack, where its picture stands', 'layout="stack"', false],
    ['a rotation that stands still', 'paused', false],
    ['a browser that does not let it play', '', true],
  ] as const) {
    it(`counts as the picture that it is in ${what}`, async () => {
      const playing = watchPlaying();
      playing.refuse = isRefused;
      fakeFocus(true);
      const clock = holdSeconds();
      await rotator(attributes, [film('a')]);
      if (isRefused) await until(() => playing.now, 'the attempt');
      await until(() => clock.delays.includes(1000), 'the second of a picture');
    });
  }
});
