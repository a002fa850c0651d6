import { expect } from 'chai';
import { afterwards, click, feedUrl, until } from '../../support/page.js';
import { all, directive, feedOf, one, viewer } from './viewers.js';

/** Looks at what would have gone to the printer; its dialog stays closed. */
function catchPrints(widget: Element): Document[] {
  const printed: Document[] = [];
  const observer = new MutationObserver(() => {
    for (const frame of all(widget, 'iframe') as unknown as HTMLIFrameElement[]) {
      const view = frame.contentWindow;
      if (view) view.print = () => printed.push(view.document);
    }
  });
  if (widget.shadowRoot) observer.observe(widget.shadowRoot, { childList: true, subtree: true });
  return printed;
}

const document_ = (content_html: string) =>
  directive('in', 'Quyết định mẫu', { typeName: 'Quyết định' }, { content_text: undefined, content_html });

const print = async (widget: Element, printed: readonly Document[], times: number) => {
  await click(one(widget, '[data-tool=print]'));
  await until(() => printed.length === times, 'the printer');
};

describe('<civic-directive-viewer>, printing', () => {
  it('prints a paper of its own, and takes it away when that is done', async () => {
    const widget = await viewer(feedOf(document_('<p>Điều 1. Việc mẫu.</p><p>Điều 2. Việc mẫu cuối./.</p>')));
    const printed = catchPrints(widget);
    await print(widget, printed, 1);
    const [paper] = printed;
    expect(paper?.body.textContent).to.include('CỘNG HÒA XÃ HỘI').and.include('Việc mẫu cuối./.');
    // Its sheet is there: else it would be in the browser's own letters, without the margins.
    expect(paper?.adoptedStyleSheets).to.have.length(1);
    paper?.defaultView?.dispatchEvent(new Event('afterprint'));
    expect(all(widget, 'iframe')).to.deep.equal([]);
  });

  it('prints in letters of its own also where no sheet can be made in script', async () => {
    const native = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets') as PropertyDescriptor;
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
    afterwards(() => void Object.defineProperty(Document.prototype, 'adoptedStyleSheets', native));
    const global = window as { litNonce?: string };
    global.litNonce = 'mau';
    afterwards(() => void Reflect.deleteProperty(global, 'litNonce'));
    const widget = await viewer(feedOf(document_('<p>Điều 1. Việc mẫu.</p><p>Điều 2. Việc mẫu cuối./.</p>')));
    const printed = catchPrints(widget);
    await print(widget, printed, 1);
    const style = printed[0]?.head.querySelector('style');
    expect(style?.textContent).to.include('@page');
    expect(style?.nonce).to.equal('mau');
    expect(printed[0]?.adoptedStyleSheets ?? []).to.have.length(0);
  });

  it('does not wait for ever for a picture, nor leave one out that only waits to be seen', async () => {
    const never = feedUrl('hang');
    const picture = (src: string, alt: string) => `<p><img src="${src}" alt="${alt}" width="40" height="30"></p>`;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';
    const late = feedUrl('raw', { body: svg, type: 'image/svg+xml' });
    const widget = await viewer(
      feedOf(
        document_(`<p>Điều 1. Việc mẫu.</p>${picture(never, 'Một')}${picture(late, 'Hai')}<p>Hết phần mẫu./.</p>`),
      ),
    );
    const printed = catchPrints(widget);
    await print(widget, printed, 1);
    const [paper] = printed;
    expect(paper?.body.textContent).to.include('Hết phần mẫu./.');
    const pictures = [...(paper?.images ?? [])];
    expect(pictures.map(({ alt, loading }) => [alt, loading])).to.deep.equal([
      ['Một', 'eager'],
      ['Hai', 'eager'],
    ]);
    expect(pictures.map(({ naturalWidth }) => naturalWidth)).to.deep.equal([0, 40]);
    one(widget, 'iframe').remove();
  });

  it('has one paper however often the button is pressed', async () => {
    const widget = await viewer(feedOf(document_('<p>Điều 1. Việc mẫu.</p><p>Điều 2. Việc mẫu cuối./.</p>')));
    const printed = catchPrints(widget);
    await print(widget, printed, 1);
    await print(widget, printed, 2);
    expect(all(widget, 'iframe')).to.have.length(1);
    one(widget, 'iframe').remove();
  });
});
