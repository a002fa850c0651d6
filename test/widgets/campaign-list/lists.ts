/** Campaign lists on a test's page, and what a test reads off them. */
import type { Campaign } from '../../../src/feed/schema.js';
import { CampaignList } from '../../../src/widgets/campaign-list/campaign-list.js';
import { mount, serve, until } from '../../support/page.js';
import { item } from './entries.js';

CampaignList.define();

// What a test opened or searched for is in the page's address, which the next test shares.
afterEach(() => history.replaceState(null, '', location.href.replace(/#.*/, '')));

export const LAYOUTS = ['list', 'cards', 'timeline'] as const;
export const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="3" height="2"%3E%3Crect width="3" height="2"/%3E%3C/svg%3E';

/** Far enough from every border, whenever the tests run. */
export const PAST: Campaign = { start: '2001', end: '2002' };
export const FUTURE: Campaign = { start: '2901', end: '2902' };
export const NOW: Campaign = { start: '2001', end: '2902' };
/** A day around today, in the feed's zone. */
export const day = (days: number) =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

export const WHOLE = item(
  'du',
  {
    ...NOW,
    slogan: 'Khẩu hiệu mẫu',
    organiser: 'Cơ quan mẫu',
    launchedBy: 'Cơ quan phát động mẫu',
    progress: { value: 1250, target: 2000, unit: 'căn nhà' },
  },
  {
    url: 'https://example.org/du',
    summary: 'Tóm tắt mẫu.',
    content_text: 'Đoạn một.\n\nĐoạn hai.',
    tags: ['An sinh', 'Nhà ở'],
  },
);
export const EACH = [item('qua', PAST), item('toi', FUTURE), item('luon'), item('nay', NOW)];

export const feedOf = (items: readonly unknown[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bản tin mẫu',
  language: 'vi',
  items,
});

export async function settled(widget: CampaignList): Promise<CampaignList> {
  await until(() => widget.state !== 'loading', 'the campaigns');
  await widget.updateComplete;
  return widget;
}
export async function list(items: readonly unknown[] = EACH, rest = '', options = {}): Promise<CampaignList> {
  const src = await serve(feedOf(items));
  const markup = `<civic-campaign-list src="${src}" ${rest}></civic-campaign-list>`;
  return settled(await mount<CampaignList>(markup, options));
}
export const all = (widget: Element, name: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~=${name}]`) ?? []),
];
export const texts = (widget: Element, name: string) =>
  all(widget, name).map((element) => element.textContent.replace(/\s+/g, ' ').trim());
export const ids = (widget: CampaignList) =>
  texts(widget, 'title').map((title) => title.replace('Phong trào mẫu ', ''));
export const find = (widget: Element, selector: string) =>
  widget.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
/** What has the focus inside the widget. */
export const focused = (widget: Element) => widget.shadowRoot?.activeElement as HTMLElement | null;
