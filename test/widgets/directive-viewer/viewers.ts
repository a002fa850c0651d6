/** What the tests of the viewer share: sample documents that say so, and ways to look inside. */
import { DirectiveViewer } from '../../../src/widgets/directive-viewer/directive-viewer.js';
import { loadCitationPart } from '../../../src/widgets/directive-viewer/citation-part.js';
import { frame, mount, serve, until } from '../../support/page.js';
import { sampleFeed } from '../../support/sample-feed.js';

DirectiveViewer.define();

// What a test opened is in the page's address, and how it read on this device: the next test shares both.
afterEach(() => {
  history.replaceState(null, '', location.href.replace(/#.*/, ''));
  localStorage.removeItem('civic-widgets:reading');
});

export const NAME = 'civic-directive-viewer';

interface Portal {
  items: { id: string; title: string; content_text: string }[];
}
/** The feed of the demo. The test server makes modules of JSON files. */
export async function portal(): Promise<Portal> {
  const path = '/demo/public/data/portal.json';
  return ((await import(path)) as { default: Portal }).default;
}

export const directive = (id: string, title: string, fields: object = {}, item: object = {}) => ({
  id,
  title,
  content_text: `Phần mở đầu mẫu của ${id}:\n1. Khoản mẫu thứ nhất của ${id}.\n2. Khoản mẫu thứ hai của ${id}./.`,
  ...item,
  _civic: { kind: 'directive', directive: fields },
});

/** A document with every field there is. */
export const FULL = directive(
  'day-du',
  'Quyết định mẫu ban hành Quy chế mẫu',
  {
    typeCode: 'QĐ',
    typeName: 'Quyết định',
    codeNumber: '01',
    codeNotation: 'QĐ-UBND',
    organ: { name: 'Cơ quan mẫu', parent: { name: 'Cơ quan mẫu cấp trên' }, successor: { name: 'Cơ quan mẫu mới' } },
    place: 'Phường Mẫu',
    issuedDate: '2024-02-05',
    effectiveFrom: '2024-02-15',
    effectiveTo: '2026-12-31',
    status: 'partial',
    signer: { authority: 'TM. CƠ QUAN MẪU', position: 'CHỦ TỊCH', fullName: 'Tên mẫu' },
    recipients: ['Như Điều 3', 'Lưu: VT'],
    priority: 'urgent',
    basis: ['Luật mẫu', 'ct-1'],
    relations: [
      { type: 'amends', target: '01/CT-UBND' },
      { type: 'replaces', target: '05/QĐ-MAU' },
    ],
    signature: {
      valid: true,
      signer: 'Tên mẫu ký số',
      time: '2024-02-05T15:30:00+07:00',
      checkedBy: 'Cổng mẫu',
    },
    postedBy: 'Người mẫu',
  },
  {
    url: 'https://example.org/vb/1',
    external_url: 'https://congbao.example.org/vb/1',
    summary: 'Tóm tắt mẫu của Quyết định mẫu.',
    date_published: '2024-02-06T09:00:00+07:00',
    date_modified: '2024-03-01T09:00:00+07:00',
    authors: [{ name: 'Ban biên tập mẫu', url: 'https://example.org/ban-bien-tap' }, { name: 'Cơ quan mẫu' }],
    tags: ['Chủ đề mẫu'],
    attachments: [
      {
        url: 'https://example.org/a.pdf',
        mime_type: 'application/pdf',
        title: 'Bản ký số',
        size_in_bytes: 1_234_567,
        _civic: { role: 'signed', sha256: 'a1b2c3' },
      },
      { url: 'https://example.org/phu-luc.docx', _civic: { role: 'annex' } },
    ],
  },
);

export const DIRECTIVE = directive('ct-1', 'Chỉ thị mẫu', {
  codeNumber: '01',
  codeNotation: 'CT-UBND',
  status: 'inForce',
});

export const feedOf = (...items: object[]) => sampleFeed(0, { items });

/** Documents that differ in their number only. */
export const many = (count: number) =>
  [...Array(count).keys()].map((index) =>
    directive(`vb-${index + 1}`, `Văn bản mẫu số ${index + 1}`, {
      codeNumber: String(index + 1),
      codeNotation: 'KH-MAU',
    }),
  );

/** A viewer that has drawn what it has. */
export async function viewer(
  feed: object | string,
  rest = '',
  options: { width?: number; lang?: string } = {},
): Promise<DirectiveViewer> {
  const src = typeof feed === 'string' ? feed : await serve(feed);
  const widget = await mount<DirectiveViewer>(`<${NAME} src="${src}" ${rest}></${NAME}>`, options);
  return settled(widget);
}

export async function settled(widget: DirectiveViewer): Promise<DirectiveViewer> {
  await until(() => widget.state !== 'loading' && !widget.shadowRoot?.querySelector('.waiting'), 'the viewer');
  // A first document waits for what makes its links.
  await loadCitationPart();
  await frame();
  await widget.updateComplete;
  return widget;
}

export const all = (widget: Element, selector: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export function one(widget: Element, selector: string): HTMLElement {
  const [found] = all(widget, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** What an element says, without the layout's white space; paragraphs apart, as they stand on the screen. */
export function words(element: Element | undefined): string | undefined {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const block of copy?.querySelectorAll('p, section, section > *') ?? []) block.before('\n');
  return copy?.textContent.replace(/\s+/g, ' ').trim();
}

export const titles = (widget: Element) => all(widget, '.item-title').map(words);
export const shownTitle = (widget: Element) => words(all(widget, '.title')[0]);
export const focused = (widget: Element) => widget.shadowRoot?.activeElement;
