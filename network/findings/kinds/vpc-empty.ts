import { subnetsOf } from '../../model/look-up.ts';
import { eachRow } from '../each-row.ts';

/** A VPC without a subnet. */
export const vpcEmpty = eachRow(
  { id: 'vpc-empty', group: 'leftovers', severity: 'info', needs: ['vpcs', 'subnets'] },
  'vpcs',
  ({ id }, { index }) => {
    const { rows, more } = subnetsOf(index, id);
    if (rows.length > 0) return null;
    return more ? { doubt: more } : { idle: true };
  },
);
