/** What holds for flow logs (19581-19956). */
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { rowIn, rowNamed } from '../../rules/rows.ts';
import { cloudTime } from '../../world/clock.ts';
import { eniTable } from '../eni/table.ts';
import { subnetIn } from '../subnet/rules.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { type FlowLogRow, flowLogTable } from './table.ts';

/** 19592. */
const mostPerResource = 2;

type NewFlowLog = Pick<FlowLogRow, 'FlowLogName' | 'FlowLogDescription' | 'ResourceType' | 'ResourceId' | 'TrafficType' | 'CloudLogId'>;

/** The VPC's flow log of this id. @throws CloudError when it has none. */
export const flowLogOf = (call: Call, vpc: VpcRow, id: string): FlowLogRow =>
  rowIn(call, vpc, flowLogTable, 'flow log', id, 'FlowLogIDNotFound');

/** @throws CloudError when another flow log has the name (19632). */
export function refuseTakenName(call: Call, name: string, own?: string): void {
  const known = call.table(flowLogTable).first('FlowLogName', name);
  if (known && known.FlowLogId !== own) throw new CloudError('FlowLogNameDuplicate', `${known.FlowLogId} is called ${name}.`);
}

/** The new id of what shall be watched, which may be named by its old one. @throws CloudError when the VPC has no such thing. */
function watched(call: Call, vpc: VpcRow, type: FlowLogRow['ResourceType'], id: string): string {
  if (type === 'SUBNET') return subnetIn(call, vpc, id).SubnetId;
  if (type === 'VPC') {
    if (rowNamed(call.partition, vpcTable, id)?.VpcId === vpc.VpcId) return vpc.VpcId;
    throw new CloudError('InvalidVpc.NotFound', `${id} is not the VPC ${vpc.VpcId}.`);
  }
  return rowIn(call, vpc, eniTable, 'network interface', id, 'InvalidNetworkInterface.NotFound').NetworkInterfaceId;
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

/** Starts or stops the recording of several. @throws CloudError for one that is not there. */
export function record(call: Call, ids: readonly string[], Enable: boolean): void {
  const table = call.table(flowLogTable);
  const rows = ids.map((id) => table.get(id) ?? refuse(id));
  for (const row of rows) table.put({ ...row, Enable });
}

const refuse = (id: string): never => {
  throw new CloudError('ResourceNotFound', `There is no flow log ${id}.`);
};

/** The same without a look at what is watched: for seeds. */
export function addFlowLog(ctx: CallContext, vpc: VpcRow, wanted: NewFlowLog): FlowLogRow {
  return ctx.partition.table(flowLogTable).put({
    FlowLogId: ctx.partition.newId(flowLogTable, 'fl'),
    VpcId: vpc.VpcId,
    ...wanted,
    CloudLogState: 'SUCCESS',
    Enable: true,
    CreatedTime: cloudTime(ctx.now),
  });
}
