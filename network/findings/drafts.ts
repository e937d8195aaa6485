/** Findings whose cause is one row of the model, or one rule or route of it. */
import { type ModelIndex, rowOf } from '../model/look-up.ts';
import type { Reason } from '../model/reasons.ts';
import type { EffectiveRoute } from '../routes/routes.ts';
import type { Direction } from '../rules/rule.ts';
import type { Evidence, FindingDraft, RuleEvidence, Symptom, Thing } from './finding.ts';
import { meaningOfRule } from './rule-words.ts';
import type { Severity } from './severity.ts';

type Rest = Partial<Omit<FindingDraft, 'causes' | 'severity'>>;

/** About a row; the page of the row is where it is mended, unless something else is said. */
export const aboutRow = (thing: Thing, severity: Severity, rest: Rest = {}): FindingDraft => ({
  causes: [thing],
  meaning: '',
  severity,
  parameters: {},
  evidence: [],
  symptoms: [],
  fix: { code: 'open', thing },
  ...rest,
});

export const symptomOf = (of: Thing['of'], id: string, what: string | null = null, reason: Reason | null = null): Symptom => ({
  thing: { of, id },
  what,
  reason,
});

/** What a rule list belongs to: a group or an ACL. */
export type RuleOwner = Thing & { readonly of: 'securityGroups' | 'networkAcls' };

/** The rule as evidence; null where the model does not have it. */
export function ruleAt(index: ModelIndex, owner: RuleOwner, direction: Direction, at: number): RuleEvidence | null {
  const rule = rowOf(index, owner.of, owner.id).row?.[direction][at];
  return rule ? { type: 'rule', owner, direction, index: at, rule } : null;
}

/** About a rule, with the other rules that matter as further evidence. */
export function aboutRule(
  index: ModelIndex,
  { owner, direction, at }: { readonly owner: RuleOwner; readonly direction: Direction; readonly at: number },
  severity: Severity,
  others: readonly number[],
  rest: Rest = {},
): FindingDraft {
  const own = ruleAt(index, owner, direction, at);
  const evidence: Evidence[] = [own, ...others.map((other) => ruleAt(index, owner, direction, other))].flatMap((one) => one ?? []);
  return aboutRow(owner, severity, {
    meaning: `${direction} ${own ? meaningOfRule(own.rule) : ''}`,
    fix: { code: 'edit-rules', thing: owner, part: `${direction} ${at}` },
    ...rest,
    parameters: { rule: at + 1, direction, others: others.map((other) => other + 1).join(', '), ...rest.parameters },
    evidence: [...evidence, ...(rest.evidence ?? [])],
  });
}

/** About a route of a table. */
export function aboutRoute(route: EffectiveRoute, severity: Severity, rest: Rest = {}): FindingDraft {
  const { routeTable, destination, type: hop, gateway, reason } = route;
  const table: Thing = { of: 'routeTables', id: routeTable };
  return aboutRow(table, severity, {
    meaning: `${destination} ${hop} ${gateway}`,
    fix: { code: 'edit-routes', thing: table, part: destination },
    ...rest,
    parameters: { destination, gateway, ...rest.parameters },
    evidence: [{ type: 'route', routeTable, destination, hop, gateway, reason }, ...(rest.evidence ?? [])],
  });
}
