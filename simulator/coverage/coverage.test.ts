/** The coverage tables as a whole: nothing is left out, everything is held by a test, and the page that tells of it is fresh. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type ActionData, families } from '../../catalogue/define.ts';
import { actions, familyOf } from '../../catalogue/index.ts';
import { faultReasons } from './faults.ts';
import { coverage } from './index.ts';
import { coverageReport, totalCounts } from './report.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const all: [string, ActionData][] = Object.entries(actions);
const pairs = Object.entries(coverage).flatMap(([action, errors]) =>
  Object.entries(errors).map(([code, how]) => ({ pair: `${action} ${code}`, code, how })),
);

it('accounts for every documented refusal of every action, and for no other', () => {
  const documented = all.flatMap(([name, { errors }]) => errors.map((code) => `${name} ${code}`));
  expect(pairs.map(({ pair }) => pair).sort()).toEqual(documented.sort());
  expect(pairs).toHaveLength(743);
  expect(totalCounts()).toMatchObject({ actions: 230, served: 230, errors: 743 });
});

it('tells why, where only a fault can provoke it', () => {
  const faults = new Set(pairs.flatMap(({ code, how }) => (how === 'fault' ? [code] : [])));
  expect(Object.keys(faultReasons).sort()).toEqual([...faults].sort());
});

it('is held by the tests of each family, its causes and its faults', () => {
  const folders = [here('../tests/'), ...families.map((family) => here(`../families/${family}/`))];
  const tests = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => (file.endsWith('.test.ts') ? [readFileSync(folder + file, 'utf8')] : [])),
  );
  const camel = (family: string): string => `${family.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Coverage`;
  const unheld = families.flatMap((family) => {
    const table = pairs.filter(({ pair }) => familyOf(pair.split(' ')[0] ?? '') === family);
    const name = camel(family);
    const causes = tests.some((text) => text.includes(`unmet(${name})`) || text.includes(`pairsOf(${name}, 'cause')`));
    const faults = tests.some((text) => text.includes(`pairsOf(${name}, 'fault')`));
    const lacks = [
      ...(table.some(({ how }) => how === 'cause') && !causes ? ['cause'] : []),
      ...(table.some(({ how }) => how === 'fault') && !faults ? ['fault'] : []),
    ];
    return lacks.map((how) => `${family} ${how}`);
  });
  expect(unheld).toEqual([]);
});

it('is told in a page that is fresh: npm run coverage', async () => {
  expect(readFileSync(here('../../docs/simulator-coverage.md'), 'utf8')).toBe(await coverageReport());
});
