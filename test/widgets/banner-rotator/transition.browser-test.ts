import { expect } from 'chai';
import { can, emulateMedia, until } from '../../support/page.js';
import { all, banner, banners, find, get, leaving, shown, untilShown, words } from './rotators.js';

/** What becomes of a property in the one animation of an element. */
function framesOf(element: Element, property: 'opacity' | 'transform' = 'opacity'): unknown[] {
  const [animation, ...others] = element.getAnimations();
  expect(others).to.deep.equal([]);
  const effect = animation?.effect as KeyframeEffect;
  return effect.getKeyframes().map((one) => one[property]);
}

describe('a transition of banners', () => {
  it('keeps who leaves out of reach until it is gone', async () => {
    const element = await shown('order="sequential"', banners('a', 'b'));
    element.next();
    const left = await until(() => leaving(element), 'the one that leaves');
    expect(left.inert).to.equal(true);
    expect(left.getAttribute('aria-hidden')).to.equal('true');
    await until(() => !leaving(element), 'its end');
    expect(left.getAnimations().length + get(element, '.set:not(.leave)').getAnimations().length).to.equal(0);
    if (left.isConnected) {
      expect(left.inert).to.equal(true);
      expect(getComputedStyle(left).opacity).to.equal('0');
    }
    element.next();
    await untilShown(element, 'a');
    expect(all(element, '.slide').length).to.be.at.most(2);
    expect(getComputedStyle(get(element, '.set:not(.leave)')).visibility).to.equal('visible');
    expect(get(element, '.set:not(.leave)').inert).to.equal(false);
  });

  it('fades by opacity alone, which no browser has to lay out for', async () => {
    const element = await shown('order="sequential"', banners('a', 'b'));
    element.next();
    const left = await until(() => leaving(element), 'the one that leaves');
    expect(framesOf(left)).to.deep.equal(['1', '0', '0']);
    expect(framesOf(get(element, '.set:not(.leave)'))).to.deep.equal(['0', '1', '1']);
  });

  it('takes who has left off the page at once where it could be higher than who came', async () => {
    const unsized = { width: undefined, height: undefined };
    const element = await shown('order="sequential"', [banner('a', unsized), banner('b', unsized)]);
    element.next();
    await until(() => leaving(element), 'the one that leaves');
    await until(() => all(element, '.slide').length === 1, 'its end');
  });

  it('ends with the rotator’s stay on the page', async () => {
    const element = await shown('order="sequential"', banners('a', 'b'));
    element.next();
    const left = await until(() => leaving(element), 'the one that leaves');
    element.remove();
    expect(left.getAnimations()).to.deep.equal([]);
  });

  it('moves to the side that the step goes to', async () => {
    const element = await shown('order="sequential" transition="slide"', banners('a', 'b', 'c'));
    element.next();
    const left = await until(() => leaving(element));
    const comes = get(element, '.set:not(.leave)');
    expect(framesOf(comes, 'transform')).to.deep.equal(['translateX(100%)', 'translateX(0%)', 'translateX(0%)']);
    expect(framesOf(left, 'transform')).to.deep.equal(['translateX(0%)', 'translateX(-100%)', 'translateX(-100%)']);
    await until(() => !leaving(element));
    element.previous();
    await until(() => leaving(element));
    expect(framesOf(get(element, '.set:not(.leave)'), 'transform')[0]).to.equal('translateX(-100%)');
    await until(() => !leaving(element));
  });

  it('is none when it is none', async () => {
    const element = await shown('order="sequential" transition="none"', banners('a', 'b'));
    element.next();
    await untilShown(element, 'b');
    await element.updateComplete;
    expect(find(element, '.leave')).to.equal(null);
  });

  if (can.emulateMedia) {
    it('is none for who wants less motion', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const element = await shown('order="sequential" transition="slide"', banners('a', 'b'));
      element.next();
      await untilShown(element, 'b');
      await element.updateComplete;
      expect(find(element, '.leave')).to.equal(null);
    });
  }

  it('is left out when a step is taken back at once', async () => {
    const element = await shown('order="sequential"', banners('a', 'b', 'c'));
    for (const step of ['next', 'next', 'previous', 'previous'] as const) {
      element[step]();
      await element.updateComplete;
    }
    await untilShown(element, 'a');
    await until(() => !leaving(element), 'one banner');
    expect(words(element)).to.deep.equal(['a']);
  });
});
