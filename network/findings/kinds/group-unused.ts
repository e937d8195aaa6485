import { interfacesOfGroup, notRead } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** On no interface, and named by no rule. What else may use it (balancers, databases) no list of the network tells. */
export const groupUnused = eachRow(
  { id: 'group-unused', group: 'rules', severity: 'info', needs: ['securityGroups', 'interfaces'] },
  'securityGroups',
  ({ id }, { model, index }) => {
    const { rows, more } = interfacesOfGroup(index, id);
    if (rows.length > 0) return null;
    const isNamed = model.securityGroups.some((group) =>
      [...group.ingress, ...group.egress].some(({ securityGroup }) => securityGroup === id),
    );
    if (isNamed) return null;
    const doubt = more ?? notRead(index, 'securityGroups');
    return doubt ? { doubt } : { idle: true };
  },
);
