/** What holds for flow logs (19581-19956). */
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { cloudTime } from '../../world/clock.ts';
import { eniTable } from '../eni/table.ts';
import { subnetTable } from '../subnet/table.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { type FlowLogRow, flowLogTable } from './table.ts';

/** 19592. */
const mostPerResource = 2;

type NewFlowLog = Pick<FlowLogRow, 'FlowLogName' | 'FlowLogDescription' | 'ResourceType' | 'ResourceId' | 'TrafficType' | 'CloudLogId'>;

/** The VPC's flow log of this id. @throws CloudError when it has none. */
export function flowLogOf(call: Call, vpc: VpcRow, id: string): FlowLogRow {
  const row = call.table(flowLogTable).get(id);
  if (row?.VpcId === vpc.VpcId) return row;
  throw new CloudError('FlowLogIDNotFound', `The VPC ${vpc.VpcId} has no flow log ${id}.`);
}

/** @throws CloudError when another flow log has the name (19632). */
export function refuseTakenName(call: Call, name: string, own?: string): void {
  const known = call.table(flowLogTable).first('FlowLogName', name);
  if (known && known.FlowLogId !== own) throw new CloudError('FlowLogNameDuplicate', `${known.FlowLogId} is called ${name}.`);
}

/** The new id of what shall be watched, which may be named by its old one. @throws CloudError when the VPC has no such thing. */
function watched(call: Call, vpc: VpcRow, type: FlowLogRow['ResourceType'], id: string): string {
  if (type === 'VPC') {
    const table = call.table(vpcTable);
    const row = table.get(id) ?? table.first('OldId', id);
    if (row?.VpcId === vpc.VpcId) return row.VpcId;
    throw new CloudError('InvalidVpc.NotFound', `${id} is not the VPC ${vpc.VpcId}.`);
  }
  if (type === 'SUBNET') {
    const table = call.table(subnetTable);
    const row = table.get(id) ?? table.first('OldId', id);
    if (row?.VpcId === vpc.VpcId) return row.SubnetId;
    throw new CloudError('InvalidSubnet.NotFound', `The VPC ${vpc.VpcId} has no subnet ${id}.`);
  }
  if (call.table(eniTable).get(id)?.VpcId === vpc.VpcId) return id;
  throw new CloudError('InvalidNetworkInterface.NotFound', `The VPC ${vpc.VpcId} has no network interface ${id}.`);
}

/** @throws CloudError for what is not there, a name that is taken, or a third log of one resource (19592). */
export function createFlowLog(call: Call, vpc: VpcRow, wanted: NewFlowLog): FlowLogRow {
  const ResourceId = watched(call, vpc, wanted.ResourceType, wanted.ResourceId);
  refuseTakenName(call, wanted.FlowLogName);
  if (call.table(flowLogTable).where('ResourceId', ResourceId).size >= mostPerResource) {
    throw new CloudError('FlowLogLimitExceeded', `${ResourceId} has its ${mostPerResource} flow logs.`);
  }
  return addFlowLog(call, vpc, { ...wanted, ResourceId });
}

/** The same without a look at what is watched: for seeds. */
export function addFlowLog(ctx: CallContext, vpc: VpcRow, wanted: NewFlowLog): FlowLogRow {
  return ctx.partition.table(flowLogTable).put({
    FlowLogId: ctx.partition.newId(flowLogTable, 'fl'),
    VpcId: vpc.VpcId,
    ...wanted,
    CloudLogState: 'SUCCESS',
    CreatedTime: cloudTime(ctx.now),
  });
}
