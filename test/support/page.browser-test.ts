import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { axeProblems } from './axe.js';
import { expectConsoleError } from './console.js';
import * as page from './page.js';

@customElement('support-sample')
class Sample extends LitElement {
  @property({ type: Number }) count = 0;
  @property() key = '';

  override render() {
    return html`<button @click=${() => (this.count += 1)} @keydown=${this.note}>Đếm ${this.count}</button>
      <p>.</p>
      <button id="last">Nút cuối</button>`;
  }

  private note(event: KeyboardEvent): void {
    this.key = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
  }
}

const mountSample = () => page.mount<Sample>(html`<support-sample></support-sample>`);
const REDUCED = '(prefers-reduced-motion: reduce)';

describe('what tests do to their page', () => {
  it('mounts an element that reacts to its properties', async () => {
    const sample = await mountSample();
    sample.count = 4;
    await sample.updateComplete;
    expect(sample.shadowRoot?.textContent).to.contain('Đếm 4');
  });

  it('takes it off again after the test', () => {
    expect(document.querySelector('support-sample')).to.equal(null);
  });

  it('lets axe look into shadow roots', async () => {
    const bad = await page.mount('<div></div>');
    bad.attachShadow({ mode: 'open' }).append(document.createElement('img'));
    const problems = await axeProblems(bad);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/^image-alt: /);
  });

  it('presses real keys, with others held down', async () => {
    const sample = await mountSample();
    const focused = () => sample.shadowRoot?.activeElement?.id;
    await page.press('Tab', 'Enter', 'Space');
    expect(sample.count).to.equal(2);
    await page.press('Tab');
    expect(focused()).to.equal('last');
    await page.press('Shift+Tab', 'Shift+Home');
    expect(focused()).to.equal('');
    expect(sample.key).to.equal('Shift+Home');
    await page.press('ArrowRight');
    expect(sample.key).to.equal('ArrowRight');
  });

  it('may leave the page by Tab', async () => {
    await page.mount('<button>Nút</button>');
    await page.press('Tab', 'Tab', 'Tab');
  });

  it('has its focus back after a test that left it', async () => {
    expect(document.hasFocus()).to.equal(true);
    const sample = await mountSample();
    sample.shadowRoot?.querySelector('button')?.focus();
    await page.press('Enter');
    expect(sample.count).to.equal(1);
  });

  it('types Vietnamese', async () => {
    const input = await page.mount<HTMLInputElement>('<input aria-label="Tìm">');
    input.focus();
    await page.type('Chỉ thị 12');
    expect(input.value).to.equal('Chỉ thị 12');
  });

  it('moves and clicks the mouse', async () => {
    const sample = await mountSample();
    const button = sample.shadowRoot!.querySelector('button')!;
    await page.click(button);
    expect(sample.count).to.equal(1);
    expect(button.matches(':hover')).to.equal(true);
    await page.unhover();
    expect(button.matches(':hover')).to.equal(false);
  });

  for (const [width, height] of [
    [320, 640],
    [1280, 900],
  ] as const) {
    it(`makes the window ${String(width)} pixels wide, and it keeps its focus`, async () => {
      await page.resize(width, height);
      expect([innerWidth, innerHeight]).to.deep.equal([width, height]);
      expect(matchMedia(`(width: ${String(width)}px)`).matches).to.equal(true);
      expect(document.hasFocus()).to.equal(true);
    });
  }

  it('gives every test the same window', () => {
    expect([innerWidth, innerHeight]).to.deep.equal([page.WIDTH, page.HEIGHT]);
  });

  if (page.can.emulateMedia) {
    it('emulates media features', async () => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
      expect(matchMedia(REDUCED).matches).to.equal(true);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    });
  }

  it('answers matchMedia by itself, and takes nothing else over from the test before', () => {
    expect(matchMedia(REDUCED).matches).to.equal(false);
    const change = page.fakeMedia('prefers-reduced-motion', true);
    const list = matchMedia(REDUCED);
    const heard: boolean[] = [];
    list.addEventListener('change', (event) => heard.push(event.matches));
    expect(list.matches).to.equal(true);
    change(false);
    expect(list.matches).to.equal(false);
    expect(heard).to.deep.equal([false]);
  });

  it('hides the page from script', () => {
    let heard = 0;
    const listen = () => (heard += 1);
    document.addEventListener('visibilitychange', listen);
    page.afterwards(() => document.removeEventListener('visibilitychange', listen));
    page.setHidden(true);
    expect(document.visibilityState).to.equal('hidden');
    expect(heard).to.equal(1);
  });

  it('shows it again for the next test', () => {
    expect(document.hidden).to.equal(false);
  });

  it('serves what a test stores, and counts requests', async () => {
    const url = await page.serve({ title: 'ế' });
    expect(await (await fetch(url)).json()).to.deep.equal({ title: 'ế' });
    const key = page.uniqueKey();
    await fetch(page.feedUrl('status/503', { key }));
    expect(await page.requestCount(key)).to.equal(1);
  });

  it('lets a test expect an error on the console', () => {
    expectConsoleError(/expected by this test/);
    console.error('This is expected by this test.');
  });
});
