/** The shared browser suites run over every family under each dialect; where one does not, it stands here why, and what does instead. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dialects } from '../catalogue/binding.ts';
import { type FamilyData, type FamilyVariant, refsOf, splitRef } from '../catalogue/define.ts';
import { familyModules } from '../catalogue/index.ts';
import { listedFamilies } from '../catalogue/lazy.ts';
import { families } from '../e2e/families/index.ts';
import { runsOver, type Suite, suites } from '../e2e/support/suites.ts';

interface Reason {
  readonly why: string;
  /** Test files that try the same otherwise. */
  readonly instead: readonly string[];
}

const everySort: Reason = {
  why: 'One component makes the pages of the four sorts of template, and the suites walk those of addresses; what differs is data of the catalogue.',
  instead: ['tests/console/hostile-upstream.test.tsx', 'tests/console/lost-updates.test.tsx', 'e2e/journeys/parameter-template.spec.ts'],
};

const noClassicNetwork: Reason = {
  why: 'The company that the suites sign in to has no classic network, so its list, form and question stay empty.',
  instead: ['e2e/journeys/classic-link.spec.ts', 'tests/console/hostile-upstream.test.tsx'],
};

const ofTheKit: Reason = {
  why: 'Its pages are the kit’s own, and its actions are of today in both dialects: the suite of today sends the same calls from the same pages.',
  instead: ['e2e/suites/today.spec.ts', 'e2e/journeys/dhcp-ip.spec.ts'],
};

const noList: Reason = {
  why: 'It has no list for the story of today to begin at: its pages, which draw the same in both dialects, are opened there and looked at by axe under the documents.',
  instead: ['e2e/suites/today.spec.ts', 'e2e/suites/a11y.spec.ts'],
};

const routesLeadToEach: Reason = {
  why: 'Routes lead to every gateway of the demo, so there is none that its question could delete.',
  instead: ['tests/console/hostile-upstream.test.tsx', 'simulator/families/direct-connect-gateway/gateway.test.ts'],
};

/** "family suite dialect", or "family suite" for both dialects. */
const reasons: Readonly<Record<string, Reason>> = {
  ...each('parameter-template/address-groups', suites, everySort),
  ...each('parameter-template/services', suites, everySort),
  ...each('parameter-template/service-groups', ['form', 'deletion'], everySort),
  ...each('classic-link', ['list', 'detail', 'form', 'deletion'], noClassicNetwork),
  ...each('direct-connect-gateway', ['deletion'], routesLeadToEach),
  ...Object.assign(
    {},
    ...['account', 'cdb-instance', 'cdn-service', 'classic-link', 'gaap-proxy'].map((ref) =>
      each(ref, ['accessibility'], noList, ' today'),
    ),
  ),
  ...each('dhcp-ip', ['list', 'detail', 'form', 'deletion'], ofTheKit, ' documents'),
};

function each(ref: string, which: readonly Suite[], reason: Reason, dialect = ''): Record<string, Reason> {
  return Object.fromEntries(which.map((suite) => [`${ref} ${suite}${dialect}`, reason]));
}

/** What of the suites a family has anything for, by its operations; every page is looked at by axe. */
function owed({ operations }: FamilyVariant): Suite[] {
  const has = (...names: readonly string[]): boolean => names.some((name) => name in operations);
  return [
    ...(has('list') ? (['list', 'detail'] as const) : []),
    ...(has('create', 'update') ? (['form'] as const) : []),
    ...(has('delete') ? (['deletion'] as const) : []),
    'accessibility',
  ];
}

/** Those that have pages: of tags and tasks the catalogue has actions alone. */
const modules = familyModules.filter(({ data }) => data.family !== 'tag' && data.family !== 'task');

const owing = modules.flatMap(({ data }: { readonly data: FamilyData }) =>
  refsOf(data).flatMap((ref) => {
    const { variant } = splitRef(ref);
    return owed((variant === undefined ? undefined : data.variants?.[variant]) ?? data).map((suite) => ({ ref, suite }));
  }),
);

const missing = owing.flatMap(({ ref, suite }) =>
  dialects.flatMap((dialect) =>
    families.some((family) => family.family === ref && runsOver(family, suite, dialect)) ? [] : [{ place: `${ref} ${suite}`, dialect }],
  ),
);

describe('the shared suites', () => {
  it('run over every family under each dialect, or it stands here why not', () => {
    const silent = missing.filter(({ place, dialect }) => !(reasons[`${place} ${dialect}`] ?? reasons[place]));
    expect(silent.map(({ place, dialect }) => `${place} ${dialect}`)).toEqual([]);
  });

  it('give no reason for what does run', () => {
    const missed = new Set(missing.flatMap(({ place, dialect }) => [place, `${place} ${dialect}`]));
    expect(Object.keys(reasons).filter((place) => !missed.has(place))).toEqual([]);
  });

  it.each(['list', 'detail', 'form', 'deletion'])('%s: its file asks for its families by that word alone', (suite) => {
    const code = readFileSync(join(import.meta.dirname, `../e2e/suites/${suite === 'deletion' ? 'delete' : suite}.spec.ts`), 'utf8');
    expect(code).toContain(`of familiesUnder('${suite}', 'documents'))`);
    expect(code).not.toContain('families/index.ts');
  });

  it('and those of the console read the families of the catalogue, so none is missed by them', () => {
    const listed = familyModules.flatMap(({ data }) => ('list' in data.operations ? [data.family] : []));
    expect([...listedFamilies].sort()).toEqual(listed.sort());
  });

  it('name tests that are there', () => {
    const named = new Set(Object.values(reasons).flatMap(({ instead }) => instead));
    expect([...named].filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([]);
  });
});
