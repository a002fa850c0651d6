/** The ward's page of the demo: a site of its own that takes the district's feed from another origin. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** What the page's source calls the district's origin, which is known when its server runs. */
const DISTRICT = 'https://quan.example';

/**
 * How the ward's page is built.
 *
 * @param district - origin of the district's site
 */
export function wardConfig(district: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: fileURLToPath(new URL('../demo/ward', import.meta.url)),
    base: './',
    logLevel: 'warn',
    plugins: [
      {
        name: 'district',
        transformIndexHtml: (html) => html.replaceAll(DISTRICT, district),
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2021',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
    },
  };
}
