/**
 * Writes down, at build time, which files the first page of each section needs, so that the server can name them in the page
 * it sends: the browser then asks for all of them at once, instead of finding each in the one before.
 */
import { type Plugin, type Rolldown, runnerImport } from 'vite';
import { languageNames } from './catalogue/languages.ts';

/** By the first segment of a page's URL ('' is the overview), then by language. */
type FirstFiles = Record<string, Record<string, string[]>>;

/** The name begins with a dot: the server reads the file, and serves none of that kind. */
const firstFilesName = '.first-files.json';

/** Which paths are pages at all, by first segment: everything else the server answers 404. */
const pagesName = '.pages.json';

export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const { routeTree, pageDepths } = await readRoutes();
      const dynamicImportsOf = (folder: string): readonly string[] =>
        [...this.getModuleIds()]
          .filter((id) => id.includes(`/src/${folder}/`) && /\/(?:route|family)\.ts$/.test(id))
          .flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      const files: FirstFiles = {};
      for (const { folder, path, families, texts } of routeTree) {
        if (path === '*') continue;
        const modules = [...dynamicImportsOf(folder), ...families.map((family) => `/catalogue/families/${family}/index.ts`)];
        const names = texts.map((area) => area.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
        files[path] = Object.fromEntries(
          languageNames.map((language) => [
            language,
            withImports(chunks, ['/src/main.tsx', ...modules], [language, ...names.map((name) => `${language}-${name}`)]),
          ]),
        );
      }
      this.emitFile({ type: 'asset', fileName: firstFilesName, source: JSON.stringify(files) });
      this.emitFile({ type: 'asset', fileName: pagesName, source: JSON.stringify(pageDepths()) });
    },
  };
}

/** The route tree itself, run here: what it says is written nowhere else. */
const readRoutes = async (): Promise<typeof import('./src/route-tree.ts')> =>
  (await runnerImport<typeof import('./src/route-tree.ts')>('./src/route-tree.ts', { configFile: false, logLevel: 'error' })).module;

const holds = (chunk: Rolldown.OutputChunk, module: string): boolean => chunk.moduleIds.some((id) => id.endsWith(module));

/** The chunks that hold these modules or have these names, and what they import before they can run. */
function withImports(chunks: readonly Rolldown.OutputChunk[], modules: readonly string[], names: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  for (const module of modules) add(chunks.find((chunk) => holds(chunk, module)));
  for (const name of names) add(chunks.find((chunk) => chunk.name === name));
  return [...found].map((file) => `/${file}`);
}
