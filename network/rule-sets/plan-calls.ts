/** The calls that a plan for a security group's rules is made by. */
import type { Direction } from '../rules/rule.ts';
import type { Plan, PlanStep } from './plan.ts';
import { type SentPolicy, sentPolicy } from './policy.ts';
import type { KnownSet, RuleSet } from './rule-set.ts';

export interface CallOfStep {
  /** The family's operation in the catalogue. */
  readonly operation: 'createPolicies' | 'replacePolicy' | 'deletePolicies' | 'resetPolicies';
  readonly params: {
    readonly SecurityGroupId: string;
    readonly SortPolicys?: true;
    readonly SecurityGroupPolicySet: {
      readonly Version: string;
      readonly Ingress?: readonly SentPolicy[];
      readonly Egress?: readonly SentPolicy[];
    };
  };
}

const side = (direction: Direction): 'Ingress' | 'Egress' => (direction === 'ingress' ? 'Ingress' : 'Egress');

/** The call that a step is; `today`: to the API of 2026. */
export function callOf(group: string, version: string, step: PlanStep, today: boolean): CallOfStep {
  const call = (operation: CallOfStep['operation'], policies: readonly SentPolicy[]): CallOfStep => ({
    operation,
    params: { SecurityGroupId: group, SecurityGroupPolicySet: { Version: version, [side(step.direction)]: policies } },
  });
  switch (step.kind) {
    case 'create':
      return call(
        'createPolicies',
        step.rules.map((rule) => ({ PolicyIndex: step.index, ...sentPolicy(rule, today) })),
      );
    case 'replace':
      return call('replacePolicy', [{ PolicyIndex: step.index, ...sentPolicy(step.rule, today) }]);
    case 'delete':
      return call(
        'deletePolicies',
        step.indexes.map((PolicyIndex) => ({ PolicyIndex })),
      );
  }
}

/**
 * Everything at once: the cloud deletes all rules and writes the wanted ones, so that for a moment nothing is let
 * through. Never version 0, which would write none (5961). Today's API takes the order only where it is told to.
 */
export const resetCall = (group: string, version: string, wanted: KnownSet, today: boolean): CallOfStep => ({
  operation: 'resetPolicies',
  params: {
    SecurityGroupId: group,
    ...(today && { SortPolicys: true as const }),
    SecurityGroupPolicySet: {
      Version: version,
      Ingress: wanted.ingress.map((rule) => sentPolicy(rule, today)),
      Egress: wanted.egress.map((rule) => sentPolicy(rule, today)),
    },
  },
});

/** The rules of both directions after each step of the plans, in the order in which they are made. */
export function stages(before: RuleSet, plans: readonly Plan[]): { readonly step: PlanStep; readonly rules: RuleSet }[] {
  let now: RuleSet = before;
  return plans.flatMap((plan) =>
    plan.steps.map((step, at) => {
      now = { ...now, [plan.direction]: plan.states[at] ?? [] };
      return { step, rules: now };
    }),
  );
}
