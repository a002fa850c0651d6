/** The pages of `test/host-pages`: what portals do to a widget, and a widget must not do to a portal. */
import { expect } from 'chai';
import { afterwards, can, emulateMedia, frame, nextEvent, requestCount, until } from '../support/page.js';

interface HostWindow extends Window {
  troubles: string[];
  warnings: string[];
  pageWorks(): boolean;
  globalsBefore: string[];
  methodsBefore: Record<string, [string, unknown, unknown, unknown][]>;
  updatePanel(): void;
  nextPage(): void;
  heights: number[];
  submitted: boolean;
  console: Console;
}

const visit = async (name: string, options: { width?: number; sandbox?: string } = {}): Promise<HostWindow> => {
  const host = document.createElement('iframe');
  host.width = String(options.width ?? 780);
  host.height = '560';
  if (options.sandbox !== undefined) host.setAttribute('sandbox', options.sandbox);
  host.src = `/test/host-pages/${name}${name.includes('.') ? '' : '.html'}`;
  const loaded = nextEvent(host, 'load', 30_000);
  document.body.append(host);
  afterwards(() => host.remove());
  await loaded;
  return host.contentWindow as unknown as HostWindow;
};

const WIDGET = 'civic-news-list:not([hidden])';
const stateOf = (page: HostWindow, state: string) =>
  until(
    () => page.document.querySelector<HTMLElement>(`${WIDGET}[state=${state}]`),
    `the widget to be ${state}`,
    30_000,
  );
const textOf = (widget: Element) => widget.shadowRoot?.querySelector('section')?.textContent ?? '';
const box = (element: Element | null | undefined) => element!.getBoundingClientRect();

/** The right words in the right size, what follows visible, the page as it was. */
async function expectGood(page: HostWindow, colour = 'rgb(31, 35, 40)'): Promise<HTMLElement> {
  const widget = await stateOf(page, 'ready');
  expect(textOf(widget)).to.contain('Tin mới').and.to.contain('Tin mẫu số 1').and.to.contain('01/03/2024');
  const base = widget.shadowRoot!.querySelector('.base')!;
  const style = page.getComputedStyle(base);
  expect([style.fontSize, style.color, style.fontStyle, style.textTransform, style.letterSpacing]).to.deep.equal([
    '16px',
    colour,
    'normal',
    'none',
    'normal',
  ]);
  expect(style.lineHeight).to.equal('24px');
  const after = page.document.querySelector('#after');
  expect(box(after).height).to.be.greaterThan(0);
  expect(box(after).top >= box(widget).bottom - 1 || box(after).left >= box(widget).right - 1).to.equal(true);
  await until(() => page.pageWorks(), 'the page’s own script');
  expectUnharmed(page);
  expect(page.troubles).to.deep.equal([]);
  return widget;
}

/** Nothing of ours on the global object but a symbol, and no prototype changed. */
function expectUnharmed(page: HostWindow): void {
  const added = Object.getOwnPropertyNames(page).filter(
    (name) => !page.globalsBefore.includes(name) && /civic|widget|finder/i.test(name) && !/^(?:widget|\d+)$/.test(name),
  );
  expect(added).to.deep.equal([]);
  const symbols = Object.getOwnPropertySymbols(page).map(String);
  expect(symbols.filter((name) => name.includes('civic'))).to.deep.equal(['Symbol(civic-widgets)']);
  for (const [type, before] of Object.entries(page.methodsBefore)) {
    const { prototype } = page[type as keyof HostWindow] as { prototype: object };
    for (const [name, value, get, set] of before) {
      const now = Object.getOwnPropertyDescriptor(prototype, name);
      expect(now?.value === value && now?.get === get && now?.set === set, `${type}.${name}`).to.equal(true);
    }
  }
}

describe('a host page', () => {
  for (const name of [
    'plain',
    'no-doctype-tables',
    'root-62',
    'root-20',
    'hostile-rules',
    'bootstrap-2',
    'bootstrap-3',
    'sidebar-180',
    'table-cell',
    'jquery-injection',
    'requirejs-before',
    'requirejs-after',
    'requirejs-loads-it',
    'angularjs',
    'csp-self',
    'csp-nonce',
    'csp-strict-dynamic',
    'csp-trusted-types',
    'script-twice',
    'modules-and-classic',
    'curly-quotes',
    'feed-bom',
    'clobbered',
    'portal-dnn',
    'portal-sharepoint',
    'portal-liferay',
    'portal-wordpress',
    'portal-php',
  ]) {
    it(`shows the widget as it should be: ${name}`, async () => {
      const page = await visit(name);
      await expectGood(page);
      expect(page.warnings).to.deep.equal([]);
    });
  }

  // These change prototypes themselves, after the page has noted how they were.
  for (const name of ['prototype', 'mootools', 'portal-joomla']) {
    it(`shows the widget beside ${name}, which changes what belongs to everybody`, async () => {
      const page = await visit(name);
      page.methodsBefore = {};
      await expectGood(page);
    });
  }

  it('in windows-1252 shows exact Vietnamese', async () => {
    const page = await visit('windows-1252');
    expect(page.document.characterSet).to.equal('windows-1252');
    expect(page.document.querySelector('p')?.textContent).to.equal('Café');
    await expectGood(page);
  });

  it('in XHTML keeps its own content', async () => {
    const page = await visit('page.xhtml');
    expect(page.document.contentType).to.equal('application/xhtml+xml');
    await frame();
    expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
    expect(page.troubles).to.deep.equal([]);
    expect(box(page.document.querySelector('#after')).height).to.be.greaterThan(0);
  });

  it('with a foreign <base>: the script’s own links and files are found, src follows the document', async () => {
    const page = await visit('foreign-base');
    const widget = await stateOf(page, 'error');
    // As <img src> would: the feed is asked for where the base says.
    expect((widget as HTMLElement & { src: string }).src).to.equal('/__feed/ok.json?items=2');
    await until(() => textOf(widget).length > 20, 'the message', 10_000);
    expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
    widget.setAttribute('src', `${location.origin}/__feed/ok.json?items=2`);
    await stateOf(page, 'ready');
    page.troubles = page.troubles.filter((line) => !line.includes('elsewhere.example'));
    await expectGood(page);
  });

  it('opens a tab that was hidden', async () => {
    const page = await visit('hidden-tab');
    const widget = await stateOf(page, 'ready');
    expect(box(widget).height).to.equal(0);
    page.document.querySelector('button')?.click();
    await frame();
    expect(box(widget).height).to.be.greaterThan(50);
    await expectGood(page);
  });

  it('of WebForms: the search sends no form, and a replaced panel brings its widget again', async () => {
    const page = await visit('webforms');
    await expectGood(page);
    page.updatePanel();
    const again = await until(() => page.document.querySelector(`${WIDGET} #again`), 'the new widget', 15_000);
    expect(again.parentElement?.getAttribute('state')).to.equal('ready');
    expect(page.document.querySelectorAll('civic-news-list')).to.have.length(1);
    expect(page.submitted).to.equal(false);
    expect(page.troubles).to.deep.equal([]);
  });

  for (const name of ['portal-sharepoint', 'portal-liferay']) {
    it(`whose content is replaced without loading a page shows the next one’s widget: ${name}`, async () => {
      const page = await visit(name);
      await expectGood(page);
      page.nextPage();
      const again = await until(() => page.document.querySelector(`${WIDGET} #again`), 'the new widget', 15_000);
      expect(again.parentElement?.getAttribute('state')).to.equal('ready');
      expect(page.document.querySelectorAll('civic-news-list')).to.have.length(1);
      expect([page.troubles, page.warnings]).to.deep.equal([[], []]);
    });
  }

  it('of WordPress: a reader’s link stays one, a frame by oEmbed shows the news, line breaks in a tag do no harm', async () => {
    const page = await visit('portal-wordpress');
    await expectGood(page);
    await until(() => Math.max(0, ...page.heights) > 100, 'the height of the news in the frame', 15_000);
    await until(() => page.document.querySelector('civic-campaign-list[state=empty]'), 'the list without campaigns');
    for (const link of ['#comment', '#inside']) {
      expect(box(page.document.querySelector(link)).height, link).to.be.greaterThan(0);
    }
    expect(page.document.querySelector('.comment-list civic-news-list')).to.equal(null);
    expect(page.troubles).to.deep.equal([]);
  });

  it('of PHP, with a warning before its doctype, is in quirks mode', async () => {
    expect((await visit('portal-php')).document.compatMode).to.equal('BackCompat');
  });

  it('with two versions works with the first, names both once, throws nothing', async () => {
    const page = await visit('two-versions');
    await expectGood(page);
    await until(() => page.warnings.length > 0, 'the warning');
    await frame();
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.match(/^civic-widgets: \d+\.\d+\.\d+.* is in use, 9\.9\.9 stays unused/);
  });

  it('with thirty widgets asks for their feed once', async () => {
    const before = await requestCount('thirty-page');
    const page = await visit('thirty');
    await until(
      () => page.document.querySelectorAll('civic-news-list[state=ready]').length === 30,
      'all thirty',
      30_000,
    );
    expect((await requestCount('thirty-page')) - before).to.equal(1);
    expect(page.troubles).to.deep.equal([]);
  });

  it('with a wrong integrity hash keeps its fallback', async () => {
    const page = await visit('sri-wrong');
    expect(page.customElements.get('civic-news-list')).to.equal(undefined);
    expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
    expect(box(page.document.querySelector('#after')).height).to.be.greaterThan(0);
  });

  it('gets back what an unclosed tag swallowed', async () => {
    const page = await visit('unclosed');
    await expectGood(page);
    expect(box(page.document.querySelector('h2')).height).to.be.greaterThan(0);
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.contain('is not closed');
  });

  it('without scripts shows the fallback content at the reserved height', async () => {
    const page = await visit('plain', { sandbox: 'allow-same-origin' });
    expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
    expect(box(page.document.querySelector('#widget')).height).to.equal(200);
    expect(page.document.querySelector('#widget')?.shadowRoot).to.equal(null);
  });

  it('at 400 % zoom needs no scrolling sideways', async () => {
    const page = await visit('plain', { width: 320 });
    await expectGood(page);
    expect(page.document.documentElement.scrollWidth).to.be.at.most(320);
  });
});

describe('a host page whose feed fails', () => {
  for (const [name, says] of [
    ['feed-404', /404/],
    ['feed-500', /500/],
    ['feed-timeout', /./],
    ['feed-login', /./],
    ['feed-no-cors', /./],
    ['csp-no-connect', /./],
  ] as const) {
    it(`keeps its content and says what to do: ${name}`, async () => {
      const page = await visit(name);
      const widget = await stateOf(page, 'error');
      const note = await until(() => widget.shadowRoot?.querySelector('.note'), 'the message', 10_000);
      expect(note.textContent.trim().length).to.be.greaterThan(20);
      expect(note.textContent).to.match(says);
      expect(note.querySelector('button')).not.to.equal(null);
      expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
      expect(box(page.document.querySelector('#after')).top).to.be.at.least(box(widget).bottom - 1);
      expectUnharmed(page);
    });
  }

  it('shows ten thousand items’ newest five', async () => {
    const page = await visit('feed-10000');
    const widget = await stateOf(page, 'ready');
    expect(widget.shadowRoot?.querySelectorAll('li')).to.have.length(5);
    expect(page.troubles).to.deep.equal([]);
  });
});

describe('a sandboxed page without an origin or storage', () => {
  it('shows the widget and complains about nothing', async () => {
    const said = new Promise<{ text: string; troubles: string[] }>((resolve) => {
      const listen = ({ data }: MessageEvent<{ page?: string; text: string; troubles: string[] }>) => {
        if (data.page === 'sandbox') resolve(data);
      };
      window.addEventListener('message', listen);
      afterwards(() => window.removeEventListener('message', listen));
    });
    await visit('sandbox', { sandbox: 'allow-scripts' });
    const { text, troubles } = await said;
    expect(text).to.contain('Tin mẫu số 1');
    expect(troubles).to.deep.equal([]);
  });
});

if (can.emulateMedia) {
  describe('a host page as a reader wants it', () => {
    it('in forced colours keeps every word', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const page = await visit('plain');
      const widget = await stateOf(page, 'ready');
      expect(textOf(widget)).to.contain('Tin mẫu số 1');
      expect(page.matchMedia('(forced-colors: active)').matches).to.equal(true);
      const style = page.getComputedStyle(widget.shadowRoot!.querySelector('a')!);
      expect(style.color).not.to.equal(page.getComputedStyle(page.document.body).backgroundColor);
    });

    it('with less motion runs no animation', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      const page = await visit('plain');
      await stateOf(page, 'ready');
      expect(page.document.getAnimations().filter(({ playState }) => playState === 'running')).to.deep.equal([]);
    });

    it('prints the news, without buttons and notes', async () => {
      const page = await visit('feed-404');
      const widget = await stateOf(page, 'error');
      await until(() => widget.shadowRoot?.querySelector('.note'), 'the message', 10_000);
      await emulateMedia({ media: 'print' });
      await until(() => page.getComputedStyle(widget.shadowRoot!.querySelector('.note')!).display === 'none', 'print');
      expect(box(page.document.querySelector('#widget a')).height).to.be.greaterThan(0);
    });
  });
}
