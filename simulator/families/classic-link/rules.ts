/** What holds for links between the classic network and VPCs in both generations (994-1640, 8956-9150). */
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import type { VpcRow } from '../vpc/table.ts';
import { type ClassicInstanceRow, type ClassicLinkRow, classicInstanceTable, classicLinkTable } from './table.ts';

export interface LinkCodes {
  readonly noInstance: string;
  /** The account has no classic network. */
  readonly notClassic: string;
  /** The VPC's range may meet addresses of the classic network (1033). */
  readonly badRange: string;
  readonly linked: string;
  readonly overQuota: string;
}

/** The ranges that no machine of this world's classic network stands in. The documents do not say which they are. */
const ranges = [...Array.from({ length: 48 }, (_, second) => `10.${second}.0.0/16`), '172.16.0.0/12', '192.168.0.0/16'];

const isFit = (block: string): boolean => {
  const inner = cidrOrNull(block);
  return ranges.some((range) => {
    const outer = cidrOrNull(range);
    return inner !== null && outer !== null && contains(outer, inner);
  });
};

function instanceOf(call: Call, id: string, noInstance: string): ClassicInstanceRow {
  const row = call.table(classicInstanceTable).get(id);
  if (!row) throw new CloudError(noInstance, `There is no machine ${id} in the classic network of ${call.region}.`);
  return row;
}

/** Links the machines, all or none of them. @returns the number of the task. */
export function attach(call: Call, vpc: VpcRow, ids: readonly string[], codes: LinkCodes): number {
  if (!call.account.classic) throw new CloudError(codes.notClassic, 'The account has no classic network.');
  if (!isFit(vpc.CidrBlock)) throw new CloudError(codes.badRange, `${vpc.CidrBlock} may meet addresses of the classic network.`);
  const links = call.table(classicLinkTable);
  const instances = [...new Set(ids)].map((id) => instanceOf(call, id, codes.noInstance));
  for (const { InstanceId } of instances) {
    const known = links.first('InstanceId', InstanceId);
    if (known) throw new CloudError(codes.linked, `The machine ${InstanceId} is linked to the VPC ${known.VpcId}.`);
  }
  spend(call, 'classic-links-per-vpc', links.where('VpcId', vpc.VpcId).size, codes.overQuota, instances.length);
  const effects = instances.map((instance) => {
    const { ClassicLinkId } = addLink(call, vpc, instance, false);
    return willSet(call.partition, classicLinkTable, ClassicLinkId, { Linked: true });
  });
  return startTask(call, { family: 'classic-link', effects });
}

/** The row alone: for seeds too. */
export const addLink = (ctx: CallContext, vpc: VpcRow, instance: ClassicInstanceRow, linked: boolean): ClassicLinkRow =>
  ctx.partition.table(classicLinkTable).put({
    ClassicLinkId: ctx.partition.newId(classicLinkTable, 'vcx'),
    InstanceId: instance.InstanceId,
    VpcId: vpc.VpcId,
    Linked: linked,
    CreatedTime: cloudTime(ctx.now),
  });

/** @throws CloudError for a machine that is not linked to the VPC. @returns the number of the task. */
export function detach(call: Call, vpc: VpcRow, ids: readonly string[], noInstance: string): number {
  const effects = [...new Set(ids)].map((id) => {
    const link = call.table(classicLinkTable).first('InstanceId', id);
    if (link?.VpcId === vpc.VpcId) return willGo(call.partition, classicLinkTable, link.ClassicLinkId);
    throw new CloudError(noInstance, `The machine ${id} is not linked to the VPC ${vpc.VpcId}.`);
  });
  return startTask(call, { family: 'classic-link', effects });
}
