import { isEmpty, subtract } from '../../packets/packet-set.ts';
import { aboutRule } from '../drafts.ts';
import type { Evidence } from '../finding.ts';
import type { FindingKind } from '../kind.ts';
import { isUndone } from '../never-decides.ts';
import { countOfRules, type RuleList, ruleLists } from '../rule-lists.ts';

/** Allows before the deny that are no exceptions from it: they let in more than it would cut. */
function undoneBy({ rules, facts }: RuleList, rule: number): number[] {
  const own = rules[rule];
  if (own?.action !== 'DROP') return [];
  const against = facts.contradicts.find((one) => one.rule === rule)?.against ?? [];
  return against.flatMap(({ rule: other }) => {
    const allow = rules[other];
    return allow?.action === 'ACCEPT' && !isEmpty(subtract(allow.packets, own.packets)) ? [other] : [];
  });
}

/** A deny that stands after the allow whose packets it was to stop. */
export const rulesUndoOneAnother: FindingKind = {
  id: 'rules-undo-one-another',
  group: 'rules',
  severity: 'medium',
  needs: ['securityGroups', 'addressTemplates', 'serviceTemplates', 'interfaces'],
  *judge(ground) {
    const lists = yield* ruleLists(ground, 'securityGroups');
    const findings = [];
    for (const list of lists) {
      for (const { rule, against } of list.facts.contradicts) {
        const others = isUndone(list, rule) ? against.map((one) => one.rule) : undoneBy(list, rule);
        if (others.length === 0) continue;
        const sample = against.find((one) => others.includes(one.rule))?.sample;
        const evidence: Evidence[] = sample
          ? [
              {
                type: 'row',
                thing: list.owner,
                property: 'sample',
                value: `${sample.protocol} ${sample.address} ${sample.port ?? ''}`.trim(),
              },
            ]
          : [];
        findings.push(aboutRule(ground.index, { owner: list.owner, direction: list.direction, at: rule }, 'medium', others, { evidence }));
      }
      if (ground.pace.spent(list.rules.length * 300)) yield;
    }
    return { findings, looked: countOfRules(lists), doubts: [] };
  },
};
