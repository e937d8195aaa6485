import { interfacesOfGroup } from '../../model/look-up.ts';
import type { Policy } from '../../rules/policies.ts';
import { readsAsEverything } from '../../rules/rule.ts';
import { symptomOf } from '../drafts.ts';
import { eachRow } from '../each-row.ts';

/** The first rule takes every packet and lets it through. */
const allows = ([first]: readonly Policy[]): boolean =>
  first?.action === 'ACCEPT' &&
  first.unread === undefined &&
  first.protocol === 'ALL' &&
  (first.port === undefined || /^all$/i.test(first.port)) &&
  first.cidr !== undefined &&
  readsAsEverything(first.cidr);

/** A group on interfaces that filters nothing, either way. */
export const groupAllowsAll = eachRow(
  { id: 'group-allows-all', group: 'rules', severity: 'info', needs: ['securityGroups', 'interfaces'] },
  'securityGroups',
  ({ id, ingress, egress }, { index }) => {
    const bound = interfacesOfGroup(index, id).rows;
    if (bound.length === 0 || !allows(ingress) || !allows(egress)) return null;
    const live = bound.some(({ instance }) => instance !== null);
    return {
      moves: live ? [{ because: 'in-use', to: 'medium' }] : [],
      symptoms: bound.map((one) => symptomOf('interfaces', one.id)),
      parameters: { things: bound.length },
      fix: { code: 'edit-rules', thing: { of: 'securityGroups', id } },
    };
  },
);
