import { aboutRule } from '../drafts.ts';
import type { FindingKind } from '../kind.ts';
import { countOfRules, type RuleList, ruleLists } from '../rule-lists.ts';

/** A last line that says what happens anyway: written to be read. */
const isClosingLine = ({ rules }: RuleList, at: number): boolean => at === rules.length - 1 && rules[at]?.action === 'DROP';

/** It decides packets, and what comes after would decide them alike. */
export const ruleChangesNothing: FindingKind = {
  id: 'rule-changes-nothing',
  group: 'rules',
  severity: 'info',
  needs: ['securityGroups', 'addressTemplates', 'serviceTemplates', 'interfaces'],
  *judge(ground) {
    const lists = yield* ruleLists(ground, 'securityGroups');
    const findings = lists.flatMap((list) =>
      list.facts.changesNothing
        .filter(({ rule }) => !isClosingLine(list, rule))
        .map(({ rule, by }) =>
          aboutRule(
            ground.index,
            { owner: list.owner, direction: list.direction, at: rule },
            'info',
            by.flatMap((other) => other ?? []),
          ),
        ),
    );
    return { findings, looked: countOfRules(lists), doubts: [] };
  },
};
