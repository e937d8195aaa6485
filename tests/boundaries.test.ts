/** Who imports whom. README's map is the table that is held here: each arrow by resolved path, exactly, and none in a circle. */
import { describe, expect, it } from 'vitest';
import { cyclesOf } from './support/cycles.ts';
import { isOfTests, read } from './support/files.ts';
import { allModules, type CodeModule, leadsSomewhere, parseModule } from './support/modules.ts';

/**
 * Rows of the map: `` | [`zone/`](zone) | what it is | `zone`, `zone` | ``. The longest zone that holds a file counts. An arrow
 * from one package to another may name the other as a whole.
 */
const arrows = new Map(
  [...read('README.md').matchAll(/^\| \[`([^`]+?)\/?`\]\([^)]*\) \|[^|]*\|([^|]*)\|$/gm)].map(([, zone = '', imported = '']) => [
    zone,
    [...imported.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  ]),
);
const zones = [...arrows.keys()].sort((a, b) => b.length - a.length);
const isWithin = (path: string, zone: string): boolean => path === zone || path.startsWith(`${zone}/`);
const zoneOf = (path: string): string => zones.find((zone) => isWithin(path, zone)) ?? path;

const modules = allModules();
const isProduct = (path: string): boolean => /^(?:catalogue|network|simulator|server|src)\//.test(path) && !isOfTests(path);
/** The types of messages are taken from their texts, which stand beside the pages that say them. */
const isTextOf = (path: string, to: string): boolean => path === 'src/i18n/messages.ts' && to.endsWith('/en.json');
const arrowsOf = ({ path, imports }: CodeModule) =>
  imports
    .filter(({ to }) => !isTextOf(path, to))
    .map(({ to, kind }) => ({ path, to, kind, from: zoneOf(path), zone: zoneOf(to) }))
    .filter(({ from, zone }) => from !== zone);
const product = modules.filter(({ path }) => isProduct(path));
const imports = product.flatMap(arrowsOf);
const wrongArrows = (of: readonly CodeModule[]): string[] =>
  of
    .flatMap(arrowsOf)
    .filter(({ from, to }) => !arrows.get(from)?.some((zone) => isWithin(to, zone)))
    .map(({ path, to }) => `${path} → ${to}`);

/** Folders that import no package but these, types included. */
const packagesOf = new Map([
  ['network', []],
  ['src/ui', ['react', 'react-dom', 'lucide-react']],
]);
const wrongPackages = (of: readonly CodeModule[]): string[] =>
  [...packagesOf].flatMap(([zone, allowed]: [string, string[]]) =>
    of
      .filter(({ path }) => isWithin(path, zone))
      .flatMap(({ path, packages }) => packages.filter((name) => !allowed.includes(name)).map((name) => `${path} → ${name}`)),
  );

const untold = (of: readonly CodeModule[]): string[] => of.flatMap(({ path, untold }) => untold.map((text) => `${path}: ${text}`));

/** What answers otherwise each time, or reaches outside: a clock, chance, the browser, the process. */
const outside =
  /(?<![.\w'"`-])(?:Date|performance|crypto|fetch|XMLHttpRequest|WebSocket|setTimeout|setInterval|queueMicrotask|requestAnimationFrame|process|window|document|navigator|localStorage|sessionStorage|indexedDB|globalThis|console)(?=\s*[.([]|\s*[;,})])|\bMath\b(?!\.(?!random\b)\w)/g;
const impurities = (of: readonly CodeModule[]): string[] =>
  of
    .filter(({ path }) => isWithin(path, 'network'))
    .flatMap(({ path, code }) => [...code.matchAll(outside)].map(([name]) => `${path}: ${name}`));

describe('the arrows of the map', () => {
  it('are read from README, and meet imports in all code', () => {
    expect(zones.length).toBeGreaterThan(12);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('are the only ones', () => {
    expect(wrongArrows(product)).toEqual([]);
  });

  it('are all used', () => {
    const allowed = [...arrows].flatMap(([from, to]) => to.map((zone) => ({ from, zone })));
    const unused = allowed.filter(({ from, zone }) => !imports.some((one) => one.from === from && isWithin(one.to, zone)));
    expect(unused.map(({ from, zone }) => `${from} → ${zone}`)).toEqual([]);
  });

  it('lead from no family to another', () => {
    const familyOf = (path: string): string | undefined => /^src\/families\/([^/]+)\//.exec(path)?.[1];
    const wrong = modules.flatMap(({ path, imports }) =>
      imports.filter(({ to }) => familyOf(path) && familyOf(to) && familyOf(path) !== familyOf(to)).map(({ to }) => `${path} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lead from no product to what only tests use', () => {
    const wrong = modules.flatMap(({ path, imports }) =>
      isProduct(path) ? imports.filter(({ to }) => isOfTests(to)).map(({ to }) => `${path} → ${to}`) : [],
    );
    expect(wrong).toEqual([]);
  });

  it('lead to files that exist', () => {
    const wrong = modules.flatMap(({ path, imports }) => imports.filter((one) => !leadsSomewhere(one)).map(({ to }) => `${path} → ${to}`));
    expect(wrong.filter((arrow) => !arrow.includes(' → dist/'))).toEqual([]);
  });
});

describe('beside the arrows', () => {
  it('`network` imports no package, and widgets only those that draw', () => {
    expect(wrongPackages(product)).toEqual([]);
  });

  it('`network` asks no clock, no chance, and nothing outside', () => {
    expect(impurities(product)).toEqual([]);
  });

  it('every import of the product says where it leads', () => {
    expect(untold(product)).toEqual([]);
  });
});

describe('what must not pass', () => {
  it.each([
    "import { App } from '../../src/paths.ts';",
    "export { App } from '../../src/paths.ts';",
    "type App = import('../../src/paths.ts').App;",
    "type App = typeof import('../../src/paths.ts');",
    "const app = await import('../../src/paths.ts');",
    `const app = await import(\`../../src/\${name}.ts\`);`,
    "const app = import.meta.glob('../../src/paths.ts');",
    'const app = import.meta.glob<App>("../../src/pat*.ts", { eager: true });',
    'const app = import.meta.glob([`../../src/paths.ts`]);',
    "import '/src/paths.ts';",
    "import app = require('../../src/paths.ts');",
    "const app = require('../../src/paths.ts');",
  ])('an arrow that the map lacks: %s', (text) => {
    expect(wrongArrows([parseModule('network/addresses/wrong.ts', text)])).toContain('network/addresses/wrong.ts → src/paths.ts');
  });

  it.each([
    ['network/paths/wrong.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['network/paths/wrong.ts', "import { readFileSync } from 'fs';", 'node:fs'],
    ['network/paths/wrong.ts', "import type { ReactNode } from 'react';", 'react'],
    ['network/paths/wrong.ts', "type Client = import('@tanstack/react-query').QueryClient;", '@tanstack/react-query'],
    ['src/ui/wrong.tsx', "import { useQuery } from '@tanstack/react-query';", '@tanstack/react-query'],
    ['src/ui/wrong.tsx', "const { Link } = await import('react-router');", 'react-router'],
    ['src/ui/wrong.tsx', "type Request = typeof import('express/lib/request');", 'express'],
  ])('a package, in %s: %s', (path, text, name) => {
    expect(wrongPackages([parseModule(path, text)])).toEqual([`${path} → ${name}`]);
  });

  it.each([
    'const at = Date.now();',
    'const at = new Date();',
    'const { now } = Date;',
    'const id = Math.random();',
    'const { random } = Math;',
    'const at = performance.now();',
    "const answer = await fetch('https://example.com');",
    'const key = globalThis.process.env.KEY;',
  ])('in `network`: %s', (text) => {
    expect(impurities([parseModule('network/paths/wrong.ts', text)])).not.toEqual([]);
  });

  it.each([
    'await import(name);',
    `await import(\`\${folder}/page.ts\`);`,
    `await import(\`./nowhere/\${name}.ts\`);`,
    'import.meta.glob(patterns);',
  ])('an import that does not say where it leads: %s', (text) => {
    expect(untold([parseModule('src/lib/wrong.ts', text)])).toHaveLength(1);
  });

  it('but words in comments, and properties of those names, do', () => {
    const text = '// Date.now() would differ\nexport const words = { document: 1, at: row.Date, most: Math.max(1, 2) };';
    expect(impurities([parseModule('network/paths/right.ts', text)])).toEqual([]);
  });
});

describe('imports in a circle', () => {
  it('are none, at run time or by type', () => {
    const imported = ({ imports }: (typeof modules)[number]) =>
      imports.filter(({ kind }) => kind === 'value' || kind === 'type').map(({ to }) => to);
    expect(cyclesOf(new Map(modules.map((one) => [one.path, imported(one)])))).toEqual([]);
  });
});
