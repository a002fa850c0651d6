import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  publicDir: '../shared',
  plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
});
