import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const top = fileURLToPath(new URL('..', import.meta.url));

/** The page on which the parts are looked at and tested in a real window; it is not shipped. */
export default defineConfig({
  root: fileURLToPath(new URL('./tests/page', import.meta.url)),
  plugins: [tailwindcss(), svelte({ configFile: fileURLToPath(new URL('./svelte.config.js', import.meta.url)) })],
  clearScreen: false,
  server: { host: '127.0.0.1', port: 5174, fs: { allow: [top] } },
  build: { outDir: '../.out', emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
});
