/** What comes out of a printer: the built viewer in Chromium, its printed frame made a PDF. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchChromium } from '../../demo/portal.js';
import { textOfPdf } from '../../demo/pdf-text.js';
import { type BundledSite, HTML, openBundledSite } from '../../support/bundled-site.js';

const paragraph = 'Câu mẫu để lấp đầy trang giấy, viết riêng cho phép thử này và không có nghĩa gì khác. '.repeat(6);
const FEED = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Nguồn mẫu',
  items: [
    {
      id: 'mau',
      url: 'https://example.org/vb/mau',
      title: 'Quyết định về việc mẫu',
      content_html: [
        '<p>Căn cứ Luật mẫu;</p>',
        ...[1, 2, 3, 4, 5, 6].map(
          (n) => `<p>Điều ${n}. Điều mẫu thứ ${n}</p><p>1. ${paragraph}</p><p>2. ${paragraph}</p>`,
        ),
        '<table><tr><th>Cột</th><th>Giá trị</th></tr><tr><td>Ưu tiên</td><td>Ỷ</td></tr></table><p>Hết phần mẫu./.</p>',
      ].join(''),
      _civic: {
        kind: 'directive',
        directive: {
          typeName: 'Quyết định',
          codeNumber: '01',
          codeNotation: 'QĐ-MAU',
          organ: { name: 'Phường Mẫu', parent: { name: 'Thành phố Mẫu' } },
          place: 'Phường Mẫu',
          issuedDate: '2024-02-05',
          signer: { authority: 'TM. CƠ QUAN MẪU', position: 'CHỦ TỊCH', fullName: 'Tên Mẫu' },
          recipients: ['Như Điều 3', 'Lưu: VT'],
        },
      },
    },
  ],
};

const PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang</title>
<meta http-equiv="Content-Security-Policy" content="style-src 'self'; script-src 'self'">
<script type="module" src="/directive-viewer.js"></script>
<p>KHUNG CỦA CỔNG</p><civic-directive-viewer src="/feed.json"></civic-directive-viewer>`;

describe('a printed document', () => {
  let browser: Browser;
  let site: BundledSite;
  let pdf: Buffer;

  before(async () => {
    site = await openBundledSite({
      '/': [HTML, PAGE],
      '/feed.json': ['application/feed+json', JSON.stringify(FEED)],
    });
    browser = await launchChromium();
    const page = await browser.newPage();
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    // The dialog of the printer stays closed; what would have gone to it is looked at.
    await page.evaluateOnNewDocument(() => {
      window.print = () => {
        (window.top as unknown as { printed: string }).printed =
          `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><style>` +
          document.adoptedStyleSheets
            .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n'))
            .join('\n') +
          `</style>${document.body.outerHTML}`;
      };
    });
    await page.goto(site.origin);
    const until = async (check: string) => {
      const end = Date.now() + 60_000;
      for (;;) {
        const value = await page.evaluate(check);
        if (value) return value;
        if (Date.now() > end) throw new Error('Waited in vain.');
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    const root = 'document.querySelector("civic-directive-viewer").shadowRoot';
    await until(`${root}?.querySelector('.text table') && !${root}.querySelector('.waiting')`);
    await page.evaluate(`${root}.querySelector('[data-tool=print]').click()`);
    const printed = (await until('window.printed')) as string;
    const paper = await browser.newPage();
    await paper.setContent(printed);
    pdf = Buffer.from(await paper.pdf({ preferCSSPageSize: true }));
    // To be looked at: PRINTED=/tmp/x.pdf npx tsx scripts/test.ts …
    if (process.env['PRINTED'] !== undefined) writeFileSync(process.env['PRINTED'], pdf);
  });

  after(async () => {
    await browser.close();
    site.close();
  });

  it('holds the document in the form of the decree, and nothing of the page around it', () => {
    const text = textOfPdf(pdf).replace(/\s+/g, ' ');
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'THÀNH PHỐ MẪU',
      'PHƯỜNG MẪU',
      'Số: 01/QĐ-MAU',
      'Phường Mẫu, ngày 05 tháng 02 năm 2024',
      'QUYẾT ĐỊNH',
      'Về việc mẫu',
      'Điều 6. Điều mẫu thứ 6',
      'Hết phần mẫu./.',
      'Nơi nhận:',
      '- Lưu: VT;',
      'TM. CƠ QUAN MẪU',
      'Tên Mẫu',
    ]) {
      assert.ok(text.includes(part), `${part} in ${text.slice(0, 600)}`);
    }
    const order = ['CỘNG HÒA', 'Số: 01', 'QUYẾT ĐỊNH', 'Căn cứ', 'Điều 1.', 'Nơi nhận'].map((part) =>
      text.indexOf(part),
    );
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.doesNotMatch(text, /KHUNG CỦA CỔNG|Mục lục|Chia sẻ|§/);
  });

  it('is A4, several pages, numbered from the second', () => {
    const file = pdf.toString('latin1');
    const boxes = [...file.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) => [
      Math.round(Number(w)),
      Math.round(Number(h)),
    ]);
    assert.ok(boxes.length >= 2, String(boxes.length));
    for (const [width = 0, height = 0] of boxes) {
      assert.ok(Math.abs(width - 595) <= 1 && Math.abs(height - 842) <= 1, `${width} × ${height}`);
    }
  });
});
