/** The modules of the repository: what each imports and exports, and its comments, parsed once for all safety tests. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { filesIn, isCode, read, root } from './files.ts';

interface ModuleImport {
  /** Path of the imported file in the repository. */
  readonly to: string;
  /** Names as the other module exports them; `*` for all of them, also where they are not told apart (dynamic imports). */
  readonly names: readonly string[];
  /** `type`: erased by the compiler. `dynamic`: `import()`, runs later. */
  readonly kind: 'value' | 'type' | 'dynamic';
  /** Whether the names are exported again from here. */
  readonly isReexport: boolean;
}

export interface ModuleExport {
  readonly name: string;
  readonly isType: boolean;
  readonly line: number;
}

interface CodeComment {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
}

export interface CodeModule {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ModuleImport[];
  /** Declared here, without those that are exported again from elsewhere. */
  readonly exports: readonly ModuleExport[];
  readonly comments: readonly CodeComment[];
}

const relative = /^\.{1,2}\//;

function parseModule(path: string): CodeModule {
  const text = read(path);
  const { module, comments } = parseSync(path, text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' });
  const lineAt = lineFinder(text);
  const resolve = (request: string): string => normalize(join(dirname(path), request.replace(/\?.*$/, '')));
  const imports: ModuleImport[] = [];
  const add = (request: string, names: readonly string[], kind: ModuleImport['kind'], isReexport = false): void => {
    if (relative.test(request)) imports.push({ to: resolve(request), names, kind, isReexport });
  };
  for (const { moduleRequest, entries } of module.staticImports) {
    const names = entries.map(({ importName }) => importName.name ?? '*');
    add(moduleRequest.value, names, entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'value');
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, importName, isType } of entries) {
      if (moduleRequest) add(moduleRequest.value, [importName.name ?? '*'], isType ? 'type' : 'value', true);
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const request = /^(['"`])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (request !== undefined && !request.includes('${')) add(request, ['*'], 'dynamic');
  }
  for (const [, patterns = ''] of text.matchAll(/import\.meta\.glob(?:<[^\n]*>)?\(\s*(\[[^\]]*\]|'[^']*')/g)) {
    for (const to of globbed(dirname(path), patterns)) imports.push({ to, names: ['*'], kind: 'dynamic', isReexport: false });
  }
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName, isType, start }) =>
      moduleRequest || exportName.name === null ? [] : [{ name: exportName.name, isType, line: lineAt(start) }],
    ),
  );
  return { path, text, imports, exports, comments: comments.map(({ value, start }) => ({ text: value, line: lineAt(start) })) };
}

/** Code that the patterns of an `import.meta.glob` find: with `*`, `**` and `{a,b}`; those that begin with `!` take away. */
function globbed(folder: string, literals: string): string[] {
  const patterns = [...literals.matchAll(/'([^']*)'/g)].map(([, pattern = '']) => pattern);
  const expressionOf = (pattern: string): RegExp => {
    const path = pattern.startsWith('/') ? pattern.slice(1) : normalize(join(folder, pattern));
    const source = path
      .replace(/[.+^$()|[\]\\]/g, '\\$&')
      .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
      .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
    return new RegExp(`^${source}$`);
  };
  const [wanted, unwanted] = [false, true].map((without) =>
    patterns.filter((pattern) => pattern.startsWith('!') === without).map((pattern) => expressionOf(pattern.replace(/^!/, ''))),
  );
  return codeFiles().filter((path) => wanted?.some((one) => one.test(path)) && !unwanted?.some((one) => one.test(path)));
}

let listed: readonly string[] | undefined;

function codeFiles(): readonly string[] {
  listed ??= filesIn('.').filter(isCode);
  return listed;
}

/** Finds the line of an offset, both as an editor shows them: lines from 1. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

let parsed: readonly CodeModule[] | undefined;

/** Every `.ts`, `.tsx` and `.mjs` file of the repository. */
export function allModules(): readonly CodeModule[] {
  parsed ??= codeFiles().map(parseModule);
  return parsed;
}

/** Whether an import leads to a module of the repository that exists. */
export const leadsSomewhere = ({ to }: ModuleImport): boolean => existsSync(join(root, to));
