/** Kinds that look at each rule of the security groups by itself. */
import type { ModelSecurityGroup } from '../model/model.ts';
import type { Policy } from '../rules/policies.ts';
import type { Direction } from '../rules/rule.ts';
import { aboutRule } from './drafts.ts';
import type { FindingDraft } from './finding.ts';
import { type FindingKind, type Ground, plainly } from './kind.ts';

interface GroupedRule {
  readonly group: ModelSecurityGroup;
  readonly direction: Direction;
  readonly at: number;
  readonly rule: Policy;
}

const rulesOfGroups = ({ model }: Ground): GroupedRule[] =>
  model.securityGroups.flatMap((group) =>
    (['ingress', 'egress'] as const).flatMap((direction) => group[direction].map((rule, at) => ({ group, direction, at, rule }))),
  );

type RuleRest = NonNullable<Parameters<typeof aboutRule>[4]>;

/** `judge` tells what is wrong with a rule, or null. */
export const eachRule = (
  kind: Omit<FindingKind, 'judge' | 'group' | 'needs'>,
  judge: (rule: GroupedRule, ground: Ground) => RuleRest | null,
): FindingKind => ({
  ...kind,
  group: 'rules',
  needs: ['securityGroups'],
  judge: plainly((ground) => {
    const rules = rulesOfGroups(ground);
    const findings = rules.flatMap((one): FindingDraft[] => {
      const told = judge(one, ground);
      const { group, direction, at } = one;
      return told
        ? [aboutRule(ground.index, { owner: { of: 'securityGroups', id: group.id }, direction, at }, kind.severity, [], told)]
        : [];
    });
    return { findings, looked: rules.length, doubts: [] };
  }),
});
