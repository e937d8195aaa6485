/** Rules that earlier ones leave no packet. */
import { aboutRule, type RuleOwner } from './drafts.ts';
import type { FindingKind } from './kind.ts';
import { countOfRules, type RuleList, ruleLists } from './rule-lists.ts';

/** A deny that comes after the allow that it was to cut is told as that: `rules-undo-one-another`. */
export const isUndone = ({ owner, rules, facts }: RuleList, rule: number): boolean =>
  owner.of === 'securityGroups' &&
  rules[rule]?.action === 'DROP' &&
  facts.shadowed.some((one) => one.rule === rule && one.changesAction === true) &&
  facts.contradicts.some((one) => one.rule === rule);

export const neverDecides = (id: string, of: RuleOwner['of']): FindingKind => ({
  id,
  group: of === 'securityGroups' ? 'rules' : 'acls',
  severity: 'low',
  needs: [of, 'addressTemplates', 'serviceTemplates', 'interfaces'],
  *judge(ground) {
    const lists = yield* ruleLists(ground, of);
    const findings = lists.flatMap((list) =>
      list.facts.shadowed
        .filter(({ rule, changesAction }) => changesAction !== null && !isUndone(list, rule))
        .map(({ rule, by, changesAction }) =>
          aboutRule(ground.index, { owner: list.owner, direction: list.direction, at: rule }, 'low', by, {
            moves: changesAction === true ? [{ because: 'action-lost', to: 'medium' }] : [],
          }),
        ),
    );
    return { findings, looked: countOfRules(lists), doubts: [] };
  },
});
