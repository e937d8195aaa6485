import type { ModelIndex } from '../../model/look-up.ts';
import type { ModelSecurityGroup } from '../../model/model.ts';
import { policiesOf } from '../../paths/filters.ts';
import { equivalentIn } from '../../rules/difference.ts';
import { aboutRow, symptomOf } from '../drafts.ts';
import type { FindingKind } from '../kind.ts';

/** What must be equal of two groups that mean the same, and is quick to tell: their place, and whether they have rules. */
const bucketOf = ({ account, region, ingress, egress }: ModelSecurityGroup): string =>
  JSON.stringify([account, region, ...[ingress, egress].map((rules) => signature(rules))]);

/** The ports and senders that rules name, in whatever order: groups of one meaning that are written with others are not compared. */
const signature = (rules: ModelSecurityGroup['ingress']): string =>
  [
    ...new Set(
      rules.flatMap(({ port, cidr, securityGroup, addressTemplate, serviceTemplate }) => [
        port,
        cidr,
        securityGroup,
        addressTemplate,
        serviceTemplate,
      ]),
    ),
  ]
    .filter((text) => text !== undefined)
    .sort()
    .join(' ');

function areEqual(index: ModelIndex, a: string, b: string): boolean {
  return (['ingress', 'egress'] as const).every((direction) => {
    const [left, right] = [policiesOf(index, a, direction).row, policiesOf(index, b, direction).row];
    return left !== null && right !== null && equivalentIn(left, right) === true;
  });
}

/** Groups of one account and region that let the same packets pass: one of them would do. */
export const groupsEqual: FindingKind = {
  id: 'groups-equal',
  group: 'rules',
  severity: 'info',
  needs: ['securityGroups', 'interfaces', 'addressTemplates', 'serviceTemplates'],
  *judge({ model, index, pace }) {
    const buckets = new Map<string, ModelSecurityGroup[]>();
    for (const group of model.securityGroups) {
      if (group.ingress.length + group.egress.length === 0) continue;
      buckets.set(bucketOf(group), [...(buckets.get(bucketOf(group)) ?? []), group]);
    }
    const findings = [];
    for (const bucket of buckets.values()) {
      const told = new Set<string>();
      for (const [at, first] of bucket.entries()) {
        if (told.has(first.id)) continue;
        const twins: string[] = [];
        for (const other of bucket.slice(at + 1)) {
          if (!told.has(other.id) && areEqual(index, first.id, other.id)) twins.push(other.id);
          if (pace.spent(20_000)) yield;
        }
        for (const id of twins) told.add(id);
        if (twins.length === 0) continue;
        findings.push(
          aboutRow({ of: 'securityGroups', id: first.id }, 'info', {
            parameters: { things: twins.length + 1 },
            symptoms: twins.map((id) => symptomOf('securityGroups', id)),
          }),
        );
      }
    }
    return { findings, doubts: [], looked: model.securityGroups.length };
  },
};
