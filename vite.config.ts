import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The demo: `vite` serves it while one works on it, `npm start` builds and serves it. */
export default defineConfig({
  root: fileURLToPath(new URL('demo', import.meta.url)),
  // Relative addresses, so that the built folder works below any path.
  base: './',
  // A page that is not there is a 404, not the demo.
  appType: 'mpa',
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: fileURLToPath(new URL('dist/demo', import.meta.url)),
    emptyOutDir: true,
    target: 'es2021',
    // The page's content security policy allows no inline script and no data: font.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What one element asks for later another one brings at once: so it is on a page with all of them.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
});
