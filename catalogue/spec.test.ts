import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ActionData } from './define.ts';
import { errorFacts } from './errors.ts';
import { plainActions } from './index.ts';
import { compare, nameOfSpec, type SpecAction, type SpecStructure } from './spec-comparison.ts';
import { type Difference, damagedSamples, differences } from './spec-differences.ts';
import { validate } from './validate.ts';
import { unflatten } from './wire.ts';

/** The documents as data stand beside the repository; the project neither needs nor carries them. */
const path = fileURLToPath(new URL('../../shared/spec/actions.json', import.meta.url));
const here = existsSync(path);
if (!here) process.stderr.write(`The comparison with the documents is skipped: ${path} is not there.\n`);

interface Spec {
  readonly actions: readonly SpecAction[];
  readonly structures: readonly SpecStructure[];
  readonly errorCodes: Readonly<Record<string, Readonly<Record<string, readonly ({ code: string | number } | string | number)[]>>>>;
}

const spec: Spec = here ? JSON.parse(readFileSync(path, 'utf8')) : { actions: [], structures: [], errorCodes: {} };
const ours: Readonly<Record<string, ActionData>> = plainActions;

const fits = (pattern: string, text: string): boolean =>
  pattern === text ||
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.$]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

const explains = (difference: Difference, action: string, found: string): boolean =>
  fits(difference.action, action) && fits(difference.at, found.split(': ')[0] as string);

describe.skipIf(!here)('the catalogue against the documents', () => {
  const found = spec.actions.flatMap((documented): [string, string][] => {
    const name = nameOfSpec(documented);
    const action = ours[name];
    return action ? compare(documented, action, spec.structures).map((difference) => [name, difference]) : [];
  });

  it('has every documented action, and no other', () => {
    const documented = spec.actions.map(nameOfSpec);
    expect(documented.filter((name) => !ours[name])).toEqual([]);
    expect(new Set(documented).size).toBe(documented.length);
    const asDocumented = Object.keys(ours).filter((name) => ours[name]?.source !== 'today');
    expect(asDocumented.sort()).toEqual(documented.sort());
  });

  it('has every documented error of every action', () => {
    const pairs = spec.actions.flatMap((documented) => [
      ...new Set(documented.errors.map(({ code }): string => `${nameOfSpec(documented)} ${code}`)),
    ]);
    const missing = pairs.filter((pair) => {
      const [name, code] = pair.split(' ') as [string, string];
      return !ours[name]?.errors.includes(code);
    });
    expect(missing).toEqual([]);
    expect(pairs.length).toBeGreaterThan(spec.actions.length);
  });

  it('differs only where the reviewed table says why', () => {
    const unexplained = found.filter(([name, difference]) => !differences.some((entry) => explains(entry, name, difference)));
    expect(unexplained.map((pair) => pair.join(' '))).toEqual([]);
  });

  it('has no reviewed difference that is none', () => {
    const idle = differences.filter((entry) => !found.some(([name, difference]) => explains(entry, name, difference)));
    expect(idle).toEqual([]);
  });

  it('knows every documented error code', () => {
    const general = Object.values(spec.errorCodes).flatMap((groups) => Object.values(groups).flat());
    const codes = [
      ...general.map((entry) => String(typeof entry === 'object' ? entry.code : entry)),
      ...spec.actions.flatMap(({ errors }) => errors.map(({ code }) => code)),
    ];
    expect([...new Set(codes)].filter((code) => !errorFacts(code))).toEqual([]);
  });

  describe('sample requests', () => {
    const common = new Set(['Action', 'Version', 'Region', 'Timestamp', 'Nonce', 'SecretId', 'Signature', 'SignatureMethod', 'Token']);
    const refused = spec.actions.flatMap((documented): [string, string][] => {
      const action = ours[nameOfSpec(documented)];
      if (!action || !documented.sampleRequest) return [];
      const pairs = Object.entries(documented.sampleRequest).filter(([name]) => !common.has(name));
      const problems = validate(action, unflatten(action.params, pairs), { oldIds: documented.generation === 'v2' });
      return problems.map(({ path: place, issue }) => [nameOfSpec(documented), `${place} ${issue}`]);
    });

    it('are accepted, but for the damaged ones', () => {
      const unexplained = refused.filter(([name, problem]) => !damagedSamples.some((entry) => explains(entry, name, problem)));
      expect(unexplained.map((pair) => pair.join(' '))).toEqual([]);
    });

    it('are all damaged where the table says so', () => {
      expect(damagedSamples.filter((entry) => !refused.some(([name, problem]) => explains(entry, name, problem)))).toEqual([]);
    });
  });
});
