/** Every documented refusal is held by a test of its family, and the page that tells of them is fresh. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { families } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { faults } from '../families/registry.ts';
import { nameOf, outcomesOf, refusalsOf } from './refusals.ts';
import { coverageReport, totalCounts } from './report.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const refusals = families.flatMap(refusalsOf);

it('accounts for every documented refusal of every action, and for no other', () => {
  const documented = Object.entries(actions).flatMap(([action, { errors }]) => errors.map((code) => nameOf({ action, code })));
  expect(refusals.map(nameOf).sort()).toEqual(documented.sort());
  const served = Object.keys(actions).length;
  expect(totalCounts()).toMatchObject({ actions: served, served, errors: documented.length });
});

it('takes as faults only refusals that are documented, of the family that says so', () => {
  const stated = Object.values(faults).flatMap((codes) =>
    Object.entries(codes ?? {}).flatMap(([code, fault]) => (fault?.actions ?? []).map((action) => nameOf({ action, code }))),
  );
  expect(stated.sort()).toEqual(refusals.flatMap((refusal) => (refusal.by === 'fault' ? [nameOf(refusal)] : [])).sort());
});

it('is held by the tests of each family', () => {
  const proves = (family: string): boolean =>
    readdirSync(here(`../families/${family}/`)).some(
      (file) =>
        file.endsWith('.test.ts') && readFileSync(here(`../families/${family}/${file}`), 'utf8').includes(`provesRefusalsOf('${family}'`),
    );
  expect(families.filter((family) => outcomesOf(family).length > 0 && !proves(family))).toEqual([]);
});

it('is told in a page that is fresh: npm run coverage', async () => {
  expect(readFileSync(here('../../docs/simulator-coverage.md'), 'utf8')).toBe(await coverageReport());
});
