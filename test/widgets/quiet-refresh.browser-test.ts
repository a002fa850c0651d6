/** A refresh that brings nothing new touches no node: nothing flickers, no selection is lost, no screen reader speaks. */
import { expect } from 'chai';
import { CampaignList } from '../../src/widgets/campaign-list/campaign-list.js';
import { DirectiveViewer } from '../../src/widgets/directive-viewer/directive-viewer.js';
import { NewsList } from '../../src/widgets/news-list/news-list.js';
import { feedUrl, frame, mount, serve, until } from '../support/page.js';

CampaignList.define();
DirectiveViewer.define();
NewsList.define();

interface Listing extends HTMLElement {
  readonly state: string;
  readonly updateComplete: Promise<boolean>;
  reload(): Promise<void>;
}

const items = ['a', 'b', 'c'].flatMap((id) => [
  {
    id: `tin-${id}`,
    title: `Tin mẫu ${id}`,
    url: `/tin/${id}`,
    image: feedUrl('status/404'),
    date_published: '2024-03-01',
  },
  {
    id: `pt-${id}`,
    title: `Phong trào mẫu ${id}`,
    content_text: 'Nội dung mẫu.',
    tags: ['An sinh'],
    _civic: {
      kind: 'campaign',
      campaign: {
        start: '2001',
        end: '2902',
        basis: ['ct-a'],
        progress: { value: 1, target: 2 },
        organiser: 'Cơ quan mẫu',
      },
    },
  },
  {
    id: `ct-${id}`,
    title: `Chỉ thị mẫu ${id}`,
    content_text: '1. Khoản mẫu./.',
    _civic: { kind: 'directive', directive: {} },
  },
]);
const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Bản tin mẫu', items };

describe('a refresh that brings nothing new', () => {
  for (const markup of [
    '<civic-news-list',
    '<civic-news-list by-day all-url="/tat-ca" limit="0"',
    '<civic-news-list layout="ticker"',
    '<civic-campaign-list',
    '<civic-campaign-list layout="cards" search filter calendar group="year"',
    '<civic-campaign-list layout="timeline" page-size="2"',
    '<civic-directive-viewer',
    '<civic-directive-viewer item="ct-a"',
  ])
    it(`touches no node of ${markup}>`, async () => {
      const name = /<([\w-]+)/.exec(markup)?.[1] ?? '';
      const widget = await mount<Listing>(`${markup} src="${await serve(feed)}"></${name}>`);
      await until(() => widget.state === 'ready', 'the feed');
      const root = widget.shadowRoot as ShadowRoot;
      await until(() => root.querySelector('li, [part~=text]'), 'its content');
      // What comes late, such as the ticker's button, has come.
      await until(() => !root.querySelector('span.button, .waiting'), 'all parts');
      await frame();
      await widget.updateComplete;
      const touched: string[] = [];
      const observer = new MutationObserver((records) =>
        touched.push(...records.map(({ type, target }) => `${type} ${target.nodeName} ${target.textContent ?? ''}`)),
      );
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      await widget.reload();
      await widget.updateComplete;
      await frame();
      observer.disconnect();
      expect(touched).to.deep.equal([]);
    });
});
