import { defineTable } from '../../world/table.ts';

/** A flow log (19812). It goes with what it watches. */
export interface FlowLogRow {
  readonly FlowLogId: string;
  readonly FlowLogName: string;
  readonly FlowLogDescription: string;
  readonly VpcId: string;
  readonly ResourceType: 'VPC' | 'SUBNET' | 'NETWORKINTERFACE';
  readonly ResourceId: string;
  readonly TrafficType: 'ACCEPT' | 'REJECT' | 'ALL';
  readonly CloudLogId: string;
  readonly CloudLogState: string;
  readonly CreatedTime: string;
}

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
