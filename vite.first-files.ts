/**
 * Writes down, at build time, which files the first page of each section needs, so that the server can name them in the page
 * it sends: the browser then asks for all of them at once, instead of finding each in the one before.
 */
import type { Plugin, Rolldown } from 'vite';
import { pageDepths, segments } from './src/paths.ts';

/** By the first segment of a page's address ('' is the overview), then by language. */
export type FirstFiles = Record<string, Record<string, string[]>>;

/** The name begins with a dot: the server reads the file, and serves none of that kind. */
export const firstFilesName = '.first-files.json';

/** Which paths are pages at all, by first segment: everything else the server answers 404. */
export const pagesName = '.pages.json';

const languages = ['en', 'zh'];

export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const of = (modules: readonly string[], area: string) =>
        Object.fromEntries(
          languages.map((language) => [language, withImports(chunks, ['/src/main.tsx', ...modules], [language, `${language}-${area}`])]),
        );
      const files: FirstFiles = { '': of(['/src/pages/overview/page.tsx'], 'overview') };
      for (const [family, segment] of Object.entries(segments)) {
        const page = `/src/families/${family}/index.tsx`;
        if (!chunks.some((chunk) => holds(chunk, page))) continue;
        files[segment] = of([page, `/catalogue/families/${family}/index.ts`], family);
      }
      this.emitFile({ type: 'asset', fileName: firstFilesName, source: JSON.stringify(files) });
      this.emitFile({ type: 'asset', fileName: pagesName, source: JSON.stringify(pageDepths) });
    },
  };
}

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
