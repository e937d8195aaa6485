/** Dead exports: what a module exports, another one imports; what only tests import says so. */
import { expect, it } from 'vitest';
import { isOfTests } from './support/files.ts';
import { allModules, type CodeModule, type ModuleExport } from './support/modules.ts';

const modules = allModules();

/** For each file the names that others import of it, by product and by tests; `*` is every name. */
const users = new Map<string, { readonly product: Set<string>; readonly tests: Set<string> }>();
for (const { path, imports } of modules) {
  for (const { to, names } of imports) {
    const entry = users.get(to) ?? { product: new Set(), tests: new Set() };
    users.set(to, entry);
    for (const name of names) (isOfTests(path) ? entry.tests : entry.product).add(name);
  }
}

const isUsedBy = (kind: 'product' | 'tests', path: string, name: string): boolean =>
  ['*', name].some((used) => users.get(path)?.[kind].has(used));

/** Files that tools, or a neighbour that reads their folder, load by their names, not by an import. */
const isEntry = (path: string): boolean =>
  /^[^/]+\.config\.ts$|^scripts\/(?:registry\/)?[^/]+\.mjs$|^e2e\/families\/[^/]+\.ts$|^tests\/support\/postgres-server\.ts$/.test(path);

/** The exports of all files for which the condition holds, as messages that can be clicked. */
const exportsWhere = (condition: (module: CodeModule, one: ModuleExport) => boolean): string[] =>
  modules.flatMap((module) =>
    module.exports.filter((one) => condition(module, one)).map(({ name, line }) => `${module.path}:${line} ${name}`),
  );

it('every export is imported by another file', () => {
  const dead = exportsWhere(({ path }, { name }) => !isEntry(path) && !isUsedBy('product', path, name) && !isUsedBy('tests', path, name));
  expect(dead).toEqual([]);
});

it('an export that only tests use, not even its own module, says so in the comment before it', () => {
  const isUsedAtHome = ({ text }: CodeModule, name: string): boolean => text.split(new RegExp(`\\b${name}\\b`)).length > 2;
  const forTests = ({ text, comments }: CodeModule, line: number): boolean => {
    // Or the file's own comment says it of all that is in it.
    if (comments[0]?.line === 1 && /\bFor tests\b/.test(comments[0].text)) return true;
    const before = text.split('\n').slice(0, line - 1);
    const start = before.findLastIndex((one) => /^\s*\/\*\*/.test(one));
    return start >= 0 && /\*\/\s*$/.test(before.at(-1) ?? '') && /\btests?\b/i.test(before.slice(start).join(' '));
  };
  const untold = exportsWhere(
    (module, { name, line, isType }) =>
      !isOfTests(module.path) &&
      !isType &&
      !isUsedAtHome(module, name) &&
      !isUsedBy('product', module.path, name) &&
      isUsedBy('tests', module.path, name) &&
      !forTests(module, line),
  );
  expect(untold).toEqual([]);
});
