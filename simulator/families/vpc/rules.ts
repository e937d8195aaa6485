/** What holds for VPCs in both generations. Refusals differ in their codes only, which callers hand in. */

import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { blockersOf, listBlockers } from '../../rules/blockers.ts';
import { dropDependents } from '../../rules/cascades.ts';
import { nextNumber } from '../../rules/counter.ts';
import { dropRoutesOf } from '../../rules/next-hops.ts';
import { rowOf } from '../../rules/rows.ts';
import { shortOf } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import { attachmentTable } from '../ccn/table.ts';
import { type RouteTableRow, routeTableTable } from '../route-table/table.ts';
import { type VpcRow, vpcTable } from './table.ts';

interface VpcCodes {
  readonly notFound: string;
  readonly inUse: string;
  readonly overQuota: string;
}

export const api3Codes: VpcCodes = { notFound: 'ResourceNotFound', inUse: 'ResourceInUse', overQuota: 'LimitExceeded' };
export const api2017Codes: VpcCodes = {
  notFound: 'InvalidVpc.NotFound',
  inUse: 'InvalidVpc.CannotDelete',
  overQuota: 'VpcLimitExceeded',
};

/** The VPC of this id, new or old. @throws CloudError when the caller has none in this region. */
export const vpcOf = (call: Call, id: string, codes: VpcCodes): VpcRow => rowOf(call, vpcTable, 'VPC', id, codes.notFound);

/** The same for the 2017 API. */
export const vpcIn = (call: Call, id: string): VpcRow => vpcOf(call, id, api2017Codes);

/** The VPC to which a 2017 list is narrowed, if it is. */
export const vpcAsked = (call: Call, id: string | undefined): VpcRow | undefined => (id === undefined ? undefined : vpcIn(call, id));

interface NewVpc {
  readonly name: string;
  readonly cidr: string;
  readonly multicast?: boolean | undefined;
  readonly dnsServers?: readonly string[] | undefined;
  readonly domainName?: string | undefined;
  readonly isDefault?: boolean | undefined;
}

/** Makes a VPC with its default route table, to which every subnet of it will belong (1197). @throws CloudError over quota. */
export function createVpc(call: Call, wanted: NewVpc, codes: VpcCodes): { vpc: VpcRow; routeTable: RouteTableRow } {
  const vpcs = call.table(vpcTable);
  spend(call, 'vpcs-per-region', vpcs.size, codes.overQuota);
  return addVpc(call, wanted);
}

/** The same without regard to quotas: for seeds and the control API. */
export function addVpc(call: CallContext, wanted: NewVpc): { vpc: VpcRow; routeTable: RouteTableRow } {
  const { world, partition } = call;
  const short = shortOf(call.region);
  const hasDhcp = Boolean(wanted.dnsServers?.length || wanted.domainName);
  const createdTime = cloudTime(call.now);
  const vpc = partition.table(vpcTable).put({
    VpcId: partition.newId(vpcTable, 'vpc'),
    OldId: `${short}_vpc_${nextNumber(world, 'vpc', 266)}`,
    VpcName: wanted.name,
    CidrBlock: wanted.cidr,
    IsDefault: wanted.isDefault ?? false,
    EnableMulticast: wanted.multicast ?? false,
    DnsServerSet: wanted.dnsServers ?? [],
    DomainName: wanted.domainName ?? '',
    DhcpOptionsId: hasDhcp ? partition.newId(vpcTable, 'dopt') : '',
    CreatedTime: createdTime,
  });
  const routeTable = partition.table(routeTableTable).put({
    RouteTableId: partition.newId(routeTableTable, 'rtb'),
    OldId: `${short}_rtb_${nextNumber(world, 'route-table', 8751)}`,
    VpcId: vpc.VpcId,
    RouteTableName: '默认',
    Main: true,
    CreatedTime: createdTime,
  });
  return { vpc, routeTable };
}

/** Deletes the VPC and its route tables. @throws CloudError naming what still stands in it (1268). */
export function deleteVpc(call: Call, vpc: VpcRow, codes: VpcCodes): void {
  const blockers = blockersOf(call, 'VpcId', vpc.VpcId);
  if (blockers.length > 0) throw new CloudError(codes.inUse, `The VPC ${vpc.VpcId} still holds ${listBlockers(blockers)}.`);
  const [attached] = call.table(attachmentTable).where('InstanceId', vpc.VpcId).rows();
  if (attached) throw new CloudError(codes.inUse, `The VPC ${vpc.VpcId} is attached to ${attached.CcnId}.`);
  const routeTables = call.table(routeTableTable);
  for (const { RouteTableId } of routeTables.where('VpcId', vpc.VpcId).rows()) {
    dropRoutesOf(call, RouteTableId);
    routeTables.delete(RouteTableId);
  }
  dropDependents(call, 'VpcId', vpc.VpcId);
  call.table(vpcTable).delete(vpc.VpcId);
}

/** The VPC's default route table. Every VPC has one. */
export function mainRouteTable(call: Pick<Call, 'partition'>, vpcId: string): RouteTableRow {
  const row = call.partition.table(routeTableTable).first('Main', vpcId);
  if (!row) throw new Error(`the VPC ${vpcId} has no default route table`);
  return row;
}
