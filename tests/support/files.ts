/** The repository's own files, as the safety tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = new URL('../..', import.meta.url).pathname;

/** Made or fetched, not written: never looked at. */
const foreign = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'test-results', 'playwright-report']);

/** Paths relative to the repository, of all files under a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (foreign.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isCode = (path: string): boolean => /\.(?:ts|tsx|mjs)$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /^(?:tests|e2e)\//.test(path) || /\/tests?\//.test(path);

/** Tests, and what only tests use. */
export const isOfTests = (path: string): boolean => isTest(path) || /\/(?:testing|fixtures?)[/.]|^bench\//.test(path);

/** "file:line" of every match, for messages that can be clicked. */
export function findAll(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}
