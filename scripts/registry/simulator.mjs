// What the simulated cloud is made of, by its folders: handlers, tables, seeds, and refusals that only a fault provokes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { camelCase, keyOf } from '../support/families.mjs';

export const file = 'simulator/families/registry.ts';

/** Folders beside the families that have tables too. */
const others = ['accounts', 'further', 'instances'];

/** As the formatter sorts imports: numbers by their value, letters whatever their case. */
const naturally = (a, b) => a.localeCompare(b, 'en', { numeric: true });

const names = (exported) => exported.map(({ name, as }) => (as ? `${name} as ${as}` : name)).join(', ');

/** What a file exports by these patterns, as `{ from, exported: [{ name }] }`; nothing where there is no such file. */
function tablesOf(root, folder) {
  const where = path.join(root, 'simulator/families', folder, 'table.ts');
  if (!existsSync(where)) return [];
  const found = [...readFileSync(where, 'utf8').matchAll(/^export const (\w+Table) = /gm)].map(([, name]) => ({ name }));
  return [{ from: `${folder}/table.ts`, exported: found.sort((a, b) => naturally(a.name, b.name)) }];
}

/** What one file of a family exports, under the name that it is imported by. */
const one = (family, name, suffix, from = name) => ({
  family,
  from: `./${family}/${from}.ts`,
  exported: [{ name, as: camelCase(family) + suffix }],
});

const entries = (found) => found.map(({ family, exported }) => `  ${keyOf(family)}: ${exported[0].as},\n`).join('');

export function render(root) {
  const at = path.join(root, 'simulator/families');
  const families = readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = families.map(({ name }) => name).sort();
  const handlers = folders.flatMap((family) =>
    readdirSync(path.join(at, family))
      .flatMap((name) => /^(index|today|api\w+)\.ts$/.exec(name)?.[1] ?? [])
      .sort()
      .map((name) => one(family, 'handlers', name === 'index' ? 'Handlers' : name[0].toUpperCase() + name.slice(1), name)),
  );
  const ofFamily = (family) => {
    const own = handlers.filter((found) => found.family === family).map(({ exported }) => exported[0].as);
    return own.length === 1 ? own[0] : `{ ${own.map((name) => `...${name}`).join(', ')} }`;
  };
  const having = (name, suffix) =>
    folders.filter((family) => existsSync(path.join(at, family, `${name}.ts`))).map((family) => one(family, name, suffix));
  const [seeds, faults] = [having('seed', 'Seed'), having('faults', 'FaultReasons')];
  const tables = [...others.map((folder) => `../${folder}`), ...folders.map((family) => `./${family}`)].flatMap((folder) =>
    tablesOf(root, folder),
  );
  const types = [
    ['../call.ts', 'AllHandlers, MissingHandlers'],
    ['../coverage/faults.ts', 'FaultReasons'],
    ['../seed/seed.ts', 'Seed'],
    ['../world/table.ts', 'AnySpec'],
  ].map(([from, name]) => ({ from, line: `import type { ${name} } from '${from}';\n` }));
  const values = [...handlers, ...seeds, ...faults, ...tables].map(({ from, exported }) => ({
    from,
    line: `import { ${names(exported)} } from '${from}';\n`,
  }));
  const imports = [...types, ...values].sort((a, b) => naturally(a.from, b.from)).map(({ line }) => line);
  return `
import type { Family } from '../../catalogue/define.ts';
${imports.join('')}
const handlersOf = {
${folders.map((family) => `  ${keyOf(family)}: ${ofFamily(family)},\n`).join('')}};

/**
 * An action of the catalogue without a handler is a compile error here: it goes into this folder's <family>. Those of today that are bound
 * to one of the documents are answered by its handler (../bindings.ts), unless they have their own.
 */
export const handlers: AllHandlers<MissingHandlers<typeof handlersOf>[Family]> = Object.assign({}, ...Object.values(handlersOf));

/** Every table of the world. */
export const tables: readonly AnySpec[] = [
${tables.flatMap(({ exported }) => exported.map(({ name }) => `  ${name},\n`)).join('')}];

/** What each family adds to the demo world. */
export const seeds: Readonly<Partial<Record<Family, Seed>>> = {
${entries(seeds)}};

/** Documented refusals that no state of the world brings about. */
export const faults: Readonly<Partial<Record<Family, FaultReasons>>> = {
${entries(faults)}};
`;
}
