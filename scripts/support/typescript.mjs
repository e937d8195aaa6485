// Runs a TypeScript file of the repository: built to one file (Node 20 runs no TypeScript), then imported.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { at, root } from './root.mjs';

/** Imports the file: its top-level code is the program. Resolves to what it exports. */
export async function runTypeScript(file) {
  const outDir = at('.cache', 'run', path.basename(file, '.ts'));
  rmSync(outDir, { recursive: true, force: true });
  await build({
    configFile: at('vite.server.config.ts'),
    root,
    logLevel: 'error',
    build: { ssr: at(file), outDir, emptyOutDir: true },
  });
  return import(pathToFileURL(path.join(outDir, 'main.js')).href);
}
