/** The built viewer in Chromium, and what it would have sent to the printer. */
import { writeFileSync } from 'node:fs';
import { launchChromium } from '../../demo/portal.js';
import { pagesOfPdf, textOfPdf, type PdfPage } from '../../demo/pdf-text.js';
import { HTML, openBundledSite } from '../../support/bundled-site.js';

/** A picture that no server ever answers for, as the items may name it. */
export const NEVER = 'https://never.example/anh.png';

export interface Printed {
  /** As it is drawn, all white space one space. */
  readonly text: string;
  readonly pages: readonly PdfPage[];
}

export interface Printer {
  print(id: string): Promise<Printed>;
  close(): Promise<void>;
}

const page = (id: string) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang của cổng</title>
<meta http-equiv="Content-Security-Policy" content="style-src 'self'; script-src 'self'">
<script type="module" src="/directive-viewer.js"></script>
<p>KHUNG CỦA CỔNG</p><civic-directive-viewer src="/feed.json" item="${id}" heading="ĐẦU KHUNG"></civic-directive-viewer>`;

/** @param items - of the feed, by their ids */
export async function openPrinter(items: readonly { readonly id: string }[]): Promise<Printer> {
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Nguồn mẫu', items };
  const site = await openBundledSite({
    ...Object.fromEntries(items.map(({ id }) => [`/${id}`, [HTML, page(id)] as const])),
    '/feed.json': ['application/feed+json', JSON.stringify(feed)],
  });
  const browser = await launchChromium();
  return {
    async print(id) {
      const visit = await browser.newPage();
      await visit.setRequestInterception(true);
      visit.on('request', (request) => void (request.url() === NEVER || request.continue()));
      await visit.evaluateOnNewDocument('globalThis.__name = (value) => value');
      // The dialog of the printer stays closed; what would have gone to it is looked at.
      await visit.evaluateOnNewDocument(() => {
        window.print = () => {
          (window.top as unknown as { printed: string }).printed =
            `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><style>` +
            document.adoptedStyleSheets
              .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n'))
              .join('\n') +
            `</style>${document.body.outerHTML}`;
        };
      });
      await visit.goto(`${site.origin}/${id}`, { waitUntil: 'domcontentloaded' });
      const until = async (check: string) => {
        const end = Date.now() + 60_000;
        for (;;) {
          const value = await visit.evaluate(check);
          if (value) return value;
          if (Date.now() > end) throw new Error(`Waited in vain for ${check}`);
          await new Promise((done) => setTimeout(done, 50));
        }
      };
      const root = 'document.querySelector("civic-directive-viewer").shadowRoot';
      await until(`${root}?.querySelector('.text > *') && !${root}.querySelector('.waiting')`);
      await visit.evaluate(`${root}.querySelector('[data-tool=print]').click()`);
      const printed = (await until('window.printed')) as string;
      const paper = await browser.newPage();
      // What never comes would keep this page from being loaded, too.
      await paper.setContent(printed.replaceAll(NEVER, 'data:,'));
      const pdf = Buffer.from(await paper.pdf({ preferCSSPageSize: true }));
      await Promise.all([visit.close(), paper.close()]);
      // To be looked at: PRINTED=/tmp/x npx tsx scripts/test.ts …
      if (process.env['PRINTED'] !== undefined) writeFileSync(`${process.env['PRINTED']}-${id}.pdf`, pdf);
      return { text: textOfPdf(pdf).replace(/\s+/g, ' '), pages: pagesOfPdf(pdf) };
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}
