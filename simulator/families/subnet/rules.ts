/** What holds for subnets in both generations. Refusals differ in their codes only, which callers hand in. */
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import { blocksOverlap } from '../../../network/addresses/cidr.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { blockOfRow } from '../../rules/addresses.ts';
import { blockersOf, listBlockers } from '../../rules/blockers.ts';
import { dropDependents } from '../../rules/cascades.ts';
import { nextNumber } from '../../rules/counter.ts';
import { rowIn, rowOf } from '../../rules/rows.ts';
import { shortOf } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import { mainRouteTable } from '../vpc/rules.ts';
import type { VpcRow } from '../vpc/table.ts';
import { type SubnetRow, subnetTable } from './table.ts';

/** Codes for: a block that is not inside the VPC, one that overlaps a sister's, one subnet too many. */
export interface SubnetCodes {
  readonly outside: string;
  readonly conflict: string;
  readonly overQuota: string;
}

interface NewSubnet {
  readonly name: string;
  readonly cidr: string;
  readonly zone: string;
  readonly isDefault?: boolean;
}

/**
 * Makes a subnet on the VPC's default route table. Its block lies inside the VPC's and apart from its sisters'; it may be
 * the VPC's whole block, which then leaves no room for another (1713-1716).
 */
export function createSubnet(call: Call, vpc: VpcRow, wanted: NewSubnet, codes: SubnetCodes): SubnetRow {
  const block = cidrOrNull(wanted.cidr);
  const ranges = [vpc.CidrBlock, ...(vpc.AssistantCidrs ?? [])];
  if (!block || !ranges.some((CidrBlock) => contains(blockOfRow({ CidrBlock }), block))) {
    throw new CloudError(codes.outside, `The block ${wanted.cidr} is not inside the VPC's ${ranges.join(', ')}.`);
  }
  const sisters = call.table(subnetTable).where('VpcId', vpc.VpcId);
  for (const sister of sisters) {
    if (blocksOverlap(block, blockOfRow(sister))) {
      throw new CloudError(codes.conflict, `The block ${wanted.cidr} overlaps ${sister.CidrBlock} of the subnet ${sister.SubnetId}.`);
    }
  }
  spend(call, 'subnets-per-vpc', sisters.size, codes.overQuota);
  return addSubnet(call, vpc, wanted);
}

/** The same without checks: for seeds, the control API, and callers that have checked. */
export function addSubnet(call: CallContext, vpc: VpcRow, wanted: NewSubnet): SubnetRow {
  const { world, partition } = call;
  return partition.table(subnetTable).put({
    SubnetId: partition.newId(subnetTable, 'subnet'),
    OldId: `${shortOf(call.region)}_subnet_${nextNumber(world, 'subnet', 18_720)}`,
    VpcId: vpc.VpcId,
    SubnetName: wanted.name,
    CidrBlock: wanted.cidr,
    IsDefault: wanted.isDefault ?? false,
    EnableBroadcast: false,
    Zone: wanted.zone,
    RouteTableId: mainRouteTable(call, vpc.VpcId).RouteTableId,
    NetworkAclId: '',
    CreatedTime: cloudTime(call.now),
  });
}

/** The subnet of this id, new or old. @throws CloudError when the caller has none in this region. */
export const subnetOf = (call: Call, id: string, notFound: string): SubnetRow => rowOf(call, subnetTable, 'subnet', id, notFound);

/** The subnet of this VPC. @throws CloudError when there is none. */
export const subnetIn = (call: Call, vpc: Pick<VpcRow, 'VpcId'>, id: string, notFound = 'InvalidSubnet.NotFound'): SubnetRow =>
  rowIn(call, vpc, subnetTable, 'subnet', id, notFound);

/** @throws CloudError `inUse` naming what still stands in the subnet (1790). */
export function deleteSubnet(call: Call, subnet: SubnetRow, inUse: string): void {
  const blockers = blockersOf(call, 'SubnetId', subnet.SubnetId);
  if (blockers.length > 0) throw new CloudError(inUse, `The subnet ${subnet.SubnetId} still holds ${listBlockers(blockers)}.`);
  dropDependents(call, 'SubnetId', subnet.SubnetId);
  call.table(subnetTable).delete(subnet.SubnetId);
}
