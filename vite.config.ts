/** The build of the console (dist/web) and its development server, which sends /api to a running Weft. */
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { firstAreas } from './src/i18n/first-areas.ts';
import { firstFiles } from './vite.first-files.ts';

const server = process.env.WEFT_SERVER ?? 'http://127.0.0.1:4400';

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

/** Families that nearly every other one refers to: by what the catalogue says of them, not by the words of their own pages. */
const everywhere = ['vpc', 'subnet'];
const isPageText = (id: string): boolean => id.includes('/src/families/');

/** Texts in one file a language for every page, and one a language and area; what is rarely read is left to the bundler. */
function textChunk(id: string): string | null {
  const { language, area } = textOf(id) ?? {};
  if (language === undefined || area === undefined) return null;
  if ([...firstAreas, 'kit', 'common', ...(isPageText(id) ? [] : everywhere)].includes(area)) return language;
  return area.startsWith('errors') || area === 'problems' ? null : `${language}-${area}`;
}

/**
 * Which modules stand in one file: each group names roots and takes what they import, what a group before it has left. Few files
 * rather than many small ones: each costs a round trip's worth of headers, and browsers ask for six at a time.
 */
const groups = [
  // Half of the code that every page runs: browsers read two files at a time on two cores.
  { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, includeDependenciesRecursively: false },
  { name: textChunk, debugName: 'texts' },
  // The other half, with the families that are everywhere.
  {
    name: 'base',
    test: new RegExp(`/src/(?:main|shell/shell|ui/input)\\.tsx$|/catalogue/families/(?:${everywhere.join('|')})/index\\.ts$`),
  },
  // What every list is made of, then what resources' own pages are made of.
  {
    name: 'list',
    test: /\/src\/kit\/(?:list\/(?:list-page|columns)|standard-family|actions)\.tsx$|\/src\/families\/contained\.tsx$/,
  },
  // What every form is made of: together it is 0.8 kB smaller than in files apart.
  {
    name: 'form',
    test: /\/src\/kit\/form\/(?:controls|pickers|pick-one|zones|group|words|use-form|form-body|resource-form|errors|leave|clash-view)\.tsx?$/,
    includeDependenciesRecursively: false,
  },
  // Beside the pages of resources a few lists have tabs too, and a few forms ask for what stands within a resource.
  { name: 'tabs', test: /\/src\/ui\/tabs\.tsx$/, includeDependenciesRecursively: false },
  { name: 'within', test: /\/src\/kit\/contained\.tsx$/, includeDependenciesRecursively: false },
  // Two small files that nearly always go together, and what the lists of gateways ask of routes.
  { name: 'ip', test: /\/network\/addresses\/ip\.ts$|\/catalogue\/address6\.ts$/, includeDependenciesRecursively: false },
  {
    name: 'leads',
    test: /\/network\/routes\/leads-of-lists\.ts$|\/src\/network-model\/leads\.tsx$/,
    includeDependenciesRecursively: false,
  },
  {
    name: 'detail',
    test: /\/src\/kit\/detail\/standard-detail\.tsx$/,
  },
].map((group, index, all) => ({ ...group, priority: all.length - index }));

/** The router's package leads every bundler to the build that checks for mistakes of its callers; this one is the same without. */
const routerFile = fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url));

/** Lets the bundler leave out what nobody uses of the router: names for debuggers, and components that are made by a call, would keep it. */
const lightRouter: Plugin = {
  name: 'light-router',
  apply: 'build',
  config: () => ({ resolve: { alias: { 'react-router': routerFile } } }),
  transform: (code, id) =>
    id.includes('/node_modules/react-router/')
      ? code.replace(/^\w+\.displayName = "\w+";$/gm, '').replace(/= (React\d*\.(?:forwardRef|createContext)\()/g, '= /* @__PURE__ */ $1')
      : undefined,
};

/**
 * Files that are loaded later are found beside the one that asks for them: the server may be mounted under a path. A relative
 * `base` would do it too, at 0.3 kB of every first visit.
 */
const besideEachOther: Plugin = {
  name: 'beside-each-other',
  apply: 'build',
  transform(code, id) {
    if (!id.includes('vite/preload-helper')) return undefined;
    const found = code.replace('return "/"+dep', 'return new URL("../"+dep,import.meta.url).href');
    if (found === code) this.error('The preloader of this version of Vite spells the root in another way.');
    return found;
  },
};

export default defineConfig({
  plugins: [react(), tailwindcss(), firstFiles(), lightRouter, besideEachOther],
  json: { stringify: true, namedExports: false },
  build: {
    outDir: 'dist/web',
    sourcemap: false,
    // One style sheet: pages share nearly all of it, and a late one would make them jump.
    cssCodeSplit: false,
    // Browsers that know light-dark(), popover and dialog: what the ui stands on.
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: {
      polyfill: false,
      // Beside what is imported: what it imports in turn, but for what every page has. All of it is named in the code of every page.
      resolveDependencies: (file, all) => all.filter((other) => other !== file && !/\/(?:base|react|rolldown-runtime)-/.test(other)),
    },
    // Everything is a file of our own origin; data: URLs are not allowed by the content policy.
    assetsInlineLimit: 0,
    // Every page names some two hundred files. Seven letters of a hash tell 42 bits, which is enough for the versions of one file.
    rolldownOptions: { output: { codeSplitting: { groups }, chunkFileNames: 'assets/[name]-[hash:7].js' } },
  },
  server: {
    // The proxy accepts its own Host and Origin only, so the proxy presents them.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { Origin: server } } },
  },
});
