/** The build of the console (dist/web) and its development server, which sends /api to a running Weft. */
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.WEFT_SERVER ?? 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  json: { stringify: true },
  build: {
    outDir: 'dist/web',
    sourcemap: false,
    // One style sheet: pages share nearly all of it, and a late one would make them jump.
    cssCodeSplit: false,
    // Browsers that know light-dark(), popover and dialog: what the ui stands on.
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    // Everything is a file of our own origin; data: URLs are not allowed by the content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The texts that every page needs come in one file a language.
            { name: 'en', test: /src\/i18n\/en\/(ui|shell|kit)\.ts$/ },
            { name: 'zh', test: /src\/i18n\/zh\/(ui|shell|kit)\.ts$/ },
          ],
        },
      },
    },
  },
  server: {
    // The carrier accepts its own Host and Origin only, so the proxy presents them.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { Origin: server } } },
  },
});
