/** The calls that lead from one set of an ACL's rules to another. */
import type { Direction } from '../rules/rule.ts';
import { directions, type RuleSet, sameRules } from './rule-set.ts';

/** The directions whose rules differ. */
export const changedDirections = (base: RuleSet, wanted: RuleSet): readonly Direction[] =>
  directions.filter((direction) => !sameRules(base[direction], wanted[direction]));

/** What each call writes: both directions at once where that is possible. */
export function aclStepsOf(base: RuleSet, wanted: RuleSet, isJoined: boolean): readonly (readonly Direction[])[] {
  const changed = changedDirections(base, wanted);
  return isJoined && changed.length > 0 ? [changed] : changed.map((direction) => [direction]);
}
