import { type ModelIndex, notRead, rowOf } from '../../model/look-up.ts';
import type { ModelKind } from '../../model/model.ts';
import type { Policy } from '../../rules/policies.ts';
import { aboutRule, type RuleOwner } from '../drafts.ts';
import type { Doubt, FindingDraft } from '../finding.ts';
import { type FindingKind, plainly } from '../kind.ts';

interface Reference {
  readonly id: string;
  readonly kinds: readonly ModelKind[];
}

function referencesOf({ addressTemplate, serviceTemplate, securityGroup }: Policy): Reference[] {
  return [
    ...(addressTemplate === undefined ? [] : [{ id: addressTemplate, kinds: ['addressTemplates', 'addressTemplateGroups'] as const }]),
    ...(serviceTemplate === undefined ? [] : [{ id: serviceTemplate, kinds: ['serviceTemplates', 'serviceTemplateGroups'] as const }]),
    ...(securityGroup === undefined ? [] : [{ id: securityGroup, kinds: ['securityGroups'] as const }]),
  ];
}

/** What is wrong with a reference; a reason where that is not known, null: it means something. */
function faultOf(
  index: ModelIndex,
  { id, kinds }: Reference,
): 'gone' | 'empty' | { readonly reason: NonNullable<ReturnType<typeof notRead>> } | null {
  const rows = kinds.flatMap((kind) => rowOf(index, kind, id).row ?? []);
  const unread = kinds.map((kind) => notRead(index, kind)).find((reason) => reason !== null);
  if (rows.length === 0) return unread ? { reason: unread } : 'gone';
  if (kinds.includes('securityGroups')) {
    const members = index.references.members(id);
    return members?.complete && members.addresses.length === 0 ? 'empty' : null;
  }
  const { addressTemplates, addressTemplateGroups, serviceTemplates, serviceTemplateGroups } = index.references;
  const all = [addressTemplates, addressTemplateGroups, serviceTemplates, serviceTemplateGroups].flatMap((map) => map.get(id) ?? []);
  return all.length === 0 ? 'empty' : null;
}

/** A rule that names a group or a template that is gone, or has nothing in it: it matches no packet for that. */
export const ruleUnresolved: FindingKind = {
  id: 'rule-unresolved',
  group: 'rules',
  severity: 'low',
  needs: ['securityGroups', 'interfaces', 'addressTemplates', 'addressTemplateGroups', 'serviceTemplates', 'serviceTemplateGroups'],
  judge: plainly(({ index, model }) => {
    const findings: FindingDraft[] = [];
    const doubts: Doubt[] = [];
    let looked = 0;
    for (const { id, ingress, egress } of model.securityGroups) {
      const owner: RuleOwner = { of: 'securityGroups', id };
      for (const [direction, rules] of [
        ['ingress', ingress],
        ['egress', egress],
      ] as const) {
        for (const [at, rule] of rules.entries()) {
          for (const reference of referencesOf(rule)) {
            looked += 1;
            const fault = faultOf(index, reference);
            if (typeof fault === 'object' && fault) doubts.push({ thing: owner, reason: fault.reason });
            if (fault !== 'gone' && fault !== 'empty') continue;
            findings.push(
              aboutRule(index, { owner, direction, at }, 'low', [], {
                moves: rule.action === 'DROP' ? [{ because: 'action-lost', to: 'medium' }] : [],
                parameters: { reference: reference.id, fault },
              }),
            );
          }
        }
      }
    }
    return { findings, doubts, looked };
  }),
};
