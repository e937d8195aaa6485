import { notRead } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** On no interface, and named by no rule. What else may use it (balancers, databases) no list of the network tells. */
export const groupUnused = eachRow(
  { id: 'group-unused', group: 'rules', severity: 'info', needs: ['securityGroups', 'interfaces'] },
  'securityGroups',
  ({ id }, { model, index }) => {
    if ((index.tables.interfacesOfGroup.get(id) ?? []).length > 0) return null;
    const isNamed = model.securityGroups.some((group) =>
      [...group.ingress, ...group.egress].some(({ securityGroup }) => securityGroup === id),
    );
    if (isNamed) return null;
    const doubt = notRead(index, 'interfaces') ?? notRead(index, 'securityGroups');
    if (doubt) return { doubt };
    return index.tables.withoutGroups ? { doubt: { code: 'security-groups-not-known', id } } : { idle: true };
  },
);
