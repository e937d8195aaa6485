import { interfacesOfGroup } from '../../model/look-up.ts';
import { symptomOf } from '../drafts.ts';
import { eachRow } from '../each-row.ts';

/** A group on interfaces that has no rule at all: where it stands alone, nothing passes. */
export const groupEmptyBound = eachRow(
  { id: 'group-empty-bound', group: 'rules', severity: 'info', needs: ['securityGroups', 'interfaces'] },
  'securityGroups',
  ({ id, ingress, egress }, { index }) => {
    const bound = interfacesOfGroup(index, id).rows;
    if (bound.length === 0 || ingress.length + egress.length > 0) return null;
    const cut = bound.filter(({ securityGroups, instance }) => securityGroups?.length === 1 && instance !== null);
    return {
      moves: cut.length > 0 ? [{ because: 'live-traffic', to: 'medium' }] : [],
      symptoms: bound.map((one) => symptomOf('interfaces', one.id)),
      parameters: { things: bound.length },
      fix: { code: 'edit-rules', thing: { of: 'securityGroups', id } },
    };
  },
);
