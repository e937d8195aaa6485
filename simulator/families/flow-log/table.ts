import type { FlowLog } from '../../../catalogue/families/flow-log/index.ts';
import { defineTable, type StoredRow } from '../../world/table.ts';

/** A flow log (19812). It goes with what it watches. */
export type FlowLogRow = StoredRow<FlowLog>;

export const flowLogTable = defineTable<FlowLogRow>()({
  name: 'flow-log',
  scope: 'region',
  id: (row) => row.FlowLogId,
  indexes: {
    VpcId: (row) => row.VpcId,
    SubnetId: (row) => (row.ResourceType === 'SUBNET' ? row.ResourceId : undefined),
    NetworkInterfaceId: (row) => (row.ResourceType === 'NETWORKINTERFACE' ? row.ResourceId : undefined),
    ResourceId: (row) => row.ResourceId,
    FlowLogName: (row) => row.FlowLogName,
  },
  goesWith: ['VpcId', 'SubnetId', 'NetworkInterfaceId'],
});
