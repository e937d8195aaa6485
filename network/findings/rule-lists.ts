/** Every rule list of the model with what is known of it: which rules decide nothing, change nothing or contradict others. */
import { allOf, type ModelIndex } from '../model/look-up.ts';
import { aclRulesOf, policiesOf } from '../paths/filters.ts';
import type { Direction, ReadRule } from '../rules/rule.ts';
import { findingsIn } from '../rules/shadow.ts';
import type { Slices } from '../rules/slices.ts';
import type { RuleOwner } from './drafts.ts';
import type { Ground } from './kind.ts';

type ListFacts = ReturnType<typeof findingsIn> extends Generator<void, infer T> ? T : never;

export interface RuleList {
  readonly owner: RuleOwner;
  readonly direction: Direction;
  readonly rules: readonly ReadRule[];
  readonly facts: ListFacts;
}

const directions: readonly Direction[] = ['ingress', 'egress'];

function rulesIn(index: ModelIndex, owner: RuleOwner, direction: Direction, vpc: string): readonly ReadRule[] | null {
  if (owner.of === 'securityGroups') return policiesOf(index, owner.id, direction).row;
  const rules = aclRulesOf(index, owner.id, direction, vpc).row;
  // Rules of five parts are compared by more than the engine's lists have.
  return rules?.every(({ near, sourcePorts }) => near === null && sourcePorts === null) ? rules.map(({ packets }) => packets) : null;
}

const owners = (index: ModelIndex, of: RuleOwner['of']): { owner: RuleOwner; vpc: string }[] =>
  of === 'securityGroups'
    ? allOf(index, of).rows.map(({ id }) => ({ owner: { of, id }, vpc: '' }))
    : allOf(index, of).rows.map(({ id, vpc }) => ({ owner: { of, id }, vpc }));

/** The lists of all groups or of all ACLs. Lists that say the same are judged once. */
export function* ruleLists({ index, pace }: Ground, of: RuleOwner['of']): Slices<readonly RuleList[]> {
  const known = index.memo.get(`rule lists ${of}`);
  // Only this function remembers under this key.
  if (known) return known as readonly RuleList[];
  const lists: RuleList[] = [];
  const alike = new Map<string, ListFacts>();
  for (const { owner, vpc } of owners(index, of)) {
    for (const direction of directions) {
      const rules = rulesIn(index, owner, direction, vpc);
      if (!rules || rules.length === 0) continue;
      const key = rules.map(({ action, meaning }) => `${action} ${meaning}`).join('\n');
      const facts = alike.get(key) ?? (yield* findingsIn(rules));
      alike.set(key, facts);
      lists.push({ owner, direction, rules, facts });
      if (pace.spent(rules.length * 200)) yield;
    }
  }
  index.memo.set(`rule lists ${of}`, lists);
  return lists;
}

export const countOfRules = (lists: readonly RuleList[]): number => lists.reduce((sum, { rules }) => sum + rules.length, 0);
