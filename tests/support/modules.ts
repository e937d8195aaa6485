/** The modules of the repository: what each imports and exports, and its comments, parsed once for all safety tests. */
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { importsWithin } from './expressions.ts';
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
  /** The text without its comments. */
  readonly code: string;
  readonly imports: readonly ModuleImport[];
  /** Packages that it imports in whatever way, types too: `react`, `@tanstack/react-query`, `node:fs`. */
  readonly packages: readonly string[];
  /** Imports of which nobody can tell where they lead: their expressions. */
  readonly untold: readonly string[];
  /** Declared here, without those that are exported again from elsewhere. */
  readonly exports: readonly ModuleExport[];
  readonly comments: readonly CodeComment[];
}

/** Parses the text that stands, or would stand, at a path. */
export function parseModule(path: string, text = read(path)): CodeModule {
  const result = parseSync(path, text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' });
  const { module, comments } = result;
  const lineAt = lineFinder(text);
  const imports: ModuleImport[] = [];
  const packages = new Set<string>();
  const untold: string[] = [];
  const add = (request: string, names: readonly string[], kind: ModuleImport['kind'], isReexport = false): void => {
    const to = inRepository(dirname(path), request);
    if (to === null) packages.add(packageOf(request));
    else imports.push({ to, names, kind, isReexport });
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
  // The tree is built only where it can hold an import that is an expression or a type: it takes long.
  if (/\bimport\s*(?:\(|\.)|\brequire\s*\(/.test(text)) {
    for (const { requests, names, kind, start, end } of importsWithin(result.program)) {
      const isPattern = (request: string): boolean => kind === 'glob' || request.includes('*');
      for (const request of requests ?? []) if (kind !== 'glob' && !isPattern(request)) add(request, names, kind);
      const patterns = requests?.filter(isPattern) ?? [];
      const found = globbed(dirname(path), patterns);
      for (const to of found) imports.push({ to, names, kind: 'dynamic', isReexport: false });
      const leadsNowhere = kind !== 'glob' && patterns.length > 0 && found.length === 0;
      if (requests === null || leadsNowhere) untold.push(text.slice(start, end));
    }
  }
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName, isType, start }) =>
      moduleRequest || exportName.name === null ? [] : [{ name: exportName.name, isType, line: lineAt(start) }],
    ),
  );
  const code = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return {
    path,
    text,
    code,
    imports,
    packages: [...packages],
    untold,
    exports,
    comments: comments.map(({ value, start }) => ({ text: value, line: lineAt(start) })),
  };
}

/** The path that a request means in the repository; null where it means a package. Vite takes `/` for the repository's root. */
function inRepository(folder: string, request: string): string | null {
  const path = request.replace(/\?.*$/, '');
  if (path.startsWith('/')) return normalize(path.slice(1));
  return /^\.{1,2}(?:\/|$)/.test(path) ? normalize(join(folder, path)) : null;
}

/** `@scope/name` of `@scope/name/part`; Node's own with `node:` before them, which may be left out in code. */
function packageOf(request: string): string {
  if (isBuiltin(request)) return `node:${request.replace(/^node:/, '')}`;
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Code that the patterns of an `import.meta.glob` find: with `*`, `**` and `{a,b}`; those that begin with `!` take away. */
function globbed(folder: string, patterns: readonly string[]): string[] {
  if (patterns.length === 0) return [];
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
  parsed ??= codeFiles().map((path) => parseModule(path));
  return parsed;
}

/** Whether an import leads to a module of the repository that exists. */
export const leadsSomewhere = ({ to }: ModuleImport): boolean => existsSync(join(root, to));
