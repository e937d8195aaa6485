/** Which shared suite runs over which family under which dialect: the suites ask it, and tests/suites.test.ts holds it whole. */
import type { Dialect } from '../../catalogue/binding.ts';
import { splitRef } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { familyModules, splitName } from '../../catalogue/index.ts';
import { families } from '../families/index.ts';
import { actionNameOf, type Capability, type FamilyUnderTest, operationsOf } from './family.ts';

export const suites = ['list', 'detail', 'form', 'deletion', 'accessibility'] as const;
export type Suite = (typeof suites)[number];

/** The action that an account of today calls for an operation of the family; undefined where there is none. */
export function todaysAction(family: FamilyUnderTest, capability: Capability): string | undefined {
  const module = familyModules.find(({ data }) => data.family === splitRef(family.family).family);
  if (!module || !(capability in operationsOf(family))) return undefined;
  const name = actionNameOf(family, capability);
  const speech = speechOf(module, 'today', name);
  return speech.kind === 'lacks' ? undefined : splitName(speech.kind === 'bound' ? speech.binding.action : name).action;
}

/** What a family file tells of what the suite tries. */
const isDescribed = ({ list, detail, create, edit, remove }: FamilyUnderTest, suite: Suite): boolean =>
  ({
    list: list !== undefined,
    detail: list !== undefined && detail !== undefined,
    form: create !== undefined || edit !== undefined,
    deletion: remove !== undefined,
    accessibility: true,
  })[suite];

/**
 * Under the API of the documents each suite has a test of its own for a family, but for those whose pages are the kit's
 * throughout; under today's, one story of each family that has a list goes through all five (e2e/suites/today.spec.ts), axe within it.
 */
export function runsOver(family: FamilyUnderTest, suite: Suite, dialect: Dialect): boolean {
  if (!isDescribed(family, suite)) return false;
  if (dialect === 'today') return family.list !== undefined;
  return suite === 'accessibility' || family.standard !== true;
}

export const familiesUnder = (suite: Suite, dialect: Dialect): readonly FamilyUnderTest[] =>
  families.filter((family) => runsOver(family, suite, dialect));
