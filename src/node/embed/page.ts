/** The embed pages: one complete page for each widget, for a link, an `<iframe>` and for printing. */
import type { EMBEDDED } from '../../embed-address.js';

export type EmbeddedName = (typeof EMBEDDED)[number];

interface Wording {
  /** Title of the page, Vietnamese and English. */
  readonly vi: string;
  readonly en: string;
  /** What the page is, in a sentence, for search engines and for readers without scripts. */
  readonly about: string;
  /** CSS pixels that the widget usually takes at 600 of width. */
  readonly height: number;
}

export const PAGES: Readonly<Record<EmbeddedName, Wording>> = {
  'access-counter': {
    vi: 'Thống kê truy cập',
    en: 'Visit statistics',
    about: 'Số lượt truy cập cổng thông tin.',
    height: 240,
  },
  'banner-rotator': {
    vi: 'Khẩu hiệu, thông báo',
    en: 'Banners',
    about: 'Khẩu hiệu và thông báo bằng hình ảnh.',
    height: 200,
  },
  'campaign-list': {
    vi: 'Phong trào thi đua',
    en: 'Emulation movements',
    about: 'Các phong trào thi đua và cuộc vận động.',
    height: 560,
  },
  'directive-viewer': {
    vi: 'Văn bản chỉ đạo',
    en: 'Directives',
    about: 'Danh sách và toàn văn các văn bản chỉ đạo.',
    height: 640,
  },
  'news-list': { vi: 'Tin mới', en: 'Latest news', about: 'Những tin mới nhất.', height: 360 },
};

export interface PageOptions {
  /** Attributes of the widget where the address says nothing, for a page made for one feed. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Absolute or relative URL of the page's oEmbed answer. */
  readonly oembed?: string;
  /** Absolute URL of the page itself. */
  readonly canonical?: string;
  /** Origins that feeds may come from besides the page's own; `*` for all. */
  readonly sources?: readonly string[];
  /** What a reader without scripts finds, as HTML that has been made safe already. */
  readonly fallback?: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/**
 * No `'self'` in here: a frame with a sandbox is of no origin, and two of three engines take that for another one. Our
 * scripts are the only ones in the page, and this keeps a text from becoming one.
 */
const POLICY = [
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify civic-widgets civic-embed 'allow-duplicates'",
].join('; ');

/** A page `embed/<name>/index.html`; what it needs lies in the folders above it. */
export function embedPage(name: EmbeddedName, options: PageOptions = {}): string {
  const { vi, en, about } = PAGES[name];
  const { attributes, oembed, canonical, sources = [], fallback = '' } = options;
  const written = Object.entries(attributes ?? {}).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  const element = attributes ? `<civic-${name}${written.join('')}>${fallback}</civic-${name}>` : fallback;
  return `<!doctype html>
<html lang="vi" data-title-en="${en}" data-sources="${escapeHtml(sources.join(' '))}">
  <head>
    <meta charset="utf-8" />
    <title>${vi}</title>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="${about}" />
    <base target="_parent" />
${canonical === undefined ? '' : `    <link rel="canonical" href="${escapeHtml(canonical)}" />\n`}${
    oembed === undefined
      ? ''
      : `    <link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${vi}" />\n`
  }    <link rel="stylesheet" href="../embed.css" />
    <script src="../embed.js" defer></script>
  </head>
  <body>
    <main>
      <p class="failed" role="alert">
        Không tải được nội dung. <a href="" target="_self">Thử lại</a>
        <span lang="en">The content could not be loaded; try again.</span>
      </p>
      <p class="refused" role="alert">
        Trang này chỉ hiển thị dữ liệu của chính cổng thông tin này; nguồn trong địa chỉ không được phép.
        <span lang="en">This page shows data of its own site only; the source in the address is not allowed.</span>
      </p>
      <noscript>
        <h1>${vi}</h1>
        <p>${about} Trang này cần JavaScript: hãy bật JavaScript trong trình duyệt rồi tải lại trang.</p>
        <p lang="en">${en}. This page needs JavaScript: please allow it and load the page again.</p>
      </noscript>
      ${element}
    </main>
  </body>
</html>
`;
}

/** `embed/embed.css`. A frame brings no colour or space of its own into the page around it. */
export const EMBED_CSS = `html { background: transparent; }
body { margin: 0; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 16px; }
html[data-framed] main { max-width: none; padding: 0; }
.failed, .refused { display: none; }
html[data-failed] .failed, html[data-refused] .refused { display: block; }
@media print { main { max-width: none; padding: 0; } }
`;
