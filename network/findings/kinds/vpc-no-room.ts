import { subnetsOf } from '../../model/look-up.ts';
import { proposeBlocks, vpcSpace } from '../../model/space.ts';
import { eachRow } from '../each-row.ts';

const roomOf = 24;

/** No further subnet of 256 addresses fits. VPCs that never had room for two say nothing. */
export const vpcNoRoom = eachRow(
  { id: 'vpc-no-room', group: 'leftovers', severity: 'medium', needs: ['vpcs', 'subnets'] },
  'vpcs',
  ({ id }, { model, index }) => {
    const { size, free, unsure } = vpcSpace(model, id);
    if (unsure) return { doubt: unsure };
    if (size <= 2 ** (32 - roomOf) || subnetsOf(index, id).rows.length === 0) return null;
    return proposeBlocks(model, id, [roomOf]).blocks === null ? { parameters: { free } } : null;
  },
);
