/** The build of the console (dist/web) and its development server, which sends /api to a running Weft. */
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstFiles } from './vite.first-files.ts';

const server = process.env.WEFT_SERVER ?? 'http://127.0.0.1:4400';

/** Half of the code that every page runs, in a file of its own: browsers read two files at a time on two cores. */
const drawing = /\/node_modules\/(react|react-dom|scheduler)\//;

/** The other half. The rest of a package or folder is left to the bundler's own splitting. */
const everywhere = [
  /\/node_modules\/(react-router|cookie|set-cookie-parser|zustand)\//,
  /\/node_modules\/@tanstack\/(query-core|react-query)\//,
  /\/src\/stores\/|\/src\/api\/(api-error|call|client|paging|polling|query|read-list|session|tasks)\.ts$|\/src\/paths\.ts$|\/src\/lib\/(addresses|family|place|unreadable|rows)\.ts$|\/src\/i18n\/[a-z]+\.ts$/,
  /\/src\/ui\/(?!combobox|listbox|use-virtual)|\/src\/shell\/(?!command|cached)/,
  /\/catalogue\/(address|decode|define|ids|lazy|names|languages|load-once|regions|rows|values|text\/(?:load|loaders|languages|region-names|shape))\.ts$|\/network\/addresses\/cidr\.ts$/,
  // The two families that nearly every other one refers to.
  /\/catalogue\/families\/((?:vpc|subnet)\/\w+|manifests|loaders)\.ts$/,
  /preload-helper|rolldown[/\\]runtime/,
];

/** What every family's list and detail are made of. Forms, dialogs and what only long lists need come when they are used. */
const kit =
  /\/src\/families\/contained\.tsx$|\/src\/kit\/(?!form\/|rules\/|tables\/|odd-rows|testing|task-tray\/|confirm\/confirm-|confirm\/blockers|confirm\/run|list\/virtual-rows|call-view|unreadable-row|detail\/unreadable)|\/src\/lib\/(?!export|download|call-text|form|quotas|rules\/|tables\/|three-way|slices|use-slices|use-latest)/;

interface Text {
  readonly language: string;
  readonly area: string;
}

/** The language and area of a module of texts: `flow-log/en.json`, or `text/en/common.json` in the catalogue. */
function textOf(id: string): Text | null {
  const [, area, language] = /\/(?:src|catalogue\/families)\/(?:[\w-]+\/)*?([\w-]+)\/([\w-]+)\.json$/.exec(id) ?? [];
  if (language && area) return { language, area };
  const [, folder, name] = /\/catalogue\/text\/([\w-]+)\/([\w-]+)\.\w+$/.exec(id) ?? [];
  return folder && name ? { language: folder, area: name } : null;
}

/** Texts in one file a language for every page, and one a language and area; what is rarely read is left to the bundler. */
function textChunk({ language, area }: Text): string | null {
  if (['ui', 'shell', 'family', 'kit', 'common', 'vpc', 'subnet'].includes(area)) return language;
  return area.startsWith('errors') || area === 'problems' ? null : `${language}-${area}`;
}

/** Which file a module goes into, where that is decided here. */
function chunkOf(id: string): string | null {
  const text = textOf(id);
  if (text) return textChunk(text);
  if (drawing.test(id)) return 'react';
  if (everywhere.some((pattern) => pattern.test(id))) return 'base';
  return kit.test(id) ? 'kit' : null;
}

export default defineConfig({
  plugins: [react(), tailwindcss(), firstFiles()],
  json: { stringify: true, namedExports: false },
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
    // Few files rather than many small ones: each costs a round trip's worth of headers, and browsers ask for six at a time.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: chunkOf, debugName: 'base, catalogue, texts' }] } } },
  },
  server: {
    // The proxy accepts its own Host and Origin only, so the proxy presents them.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { Origin: server } } },
  },
});
