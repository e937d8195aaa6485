/** Who imports whom. README's map is the table that is held here: each arrow by resolved path, exactly, and none in a circle. */
import { describe, expect, it } from 'vitest';
import { cyclesOf } from './support/cycles.ts';
import { isOfTests, read } from './support/files.ts';
import { allModules, leadsSomewhere } from './support/modules.ts';

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
const imports = modules
  .filter(({ path }) => isProduct(path))
  .flatMap(({ path, imports }) => imports.map(({ to, kind }) => ({ path, to, kind, from: zoneOf(path), zone: zoneOf(to) })))
  .filter(({ from, zone }) => from !== zone);

describe('the arrows of the map', () => {
  it('are read from README, and meet imports in all code', () => {
    expect(zones.length).toBeGreaterThan(12);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('are the only ones', () => {
    const wrong = imports.filter(({ from, to }) => !arrows.get(from)?.some((zone) => isWithin(to, zone)));
    expect(wrong.map(({ path, to }) => `${path} → ${to}`)).toEqual([]);
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

describe('imports in a circle', () => {
  it('are none, at run time or by type', () => {
    const imported = ({ imports }: (typeof modules)[number]) =>
      imports.filter(({ kind }) => kind === 'value' || kind === 'type').map(({ to }) => to);
    expect(cyclesOf(new Map(modules.map((one) => [one.path, imported(one)])))).toEqual([]);
  });
});
