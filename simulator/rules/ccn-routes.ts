/** What CCNs bring into the route tables of the VPCs that are attached to them. */
import type { Route } from '../../catalogue/families/route-table/index.ts';
import { includesIps, ipBlockOf } from '../../network/addresses/ip.ts';
import { type AttachmentRow, attachmentKey, attachmentTable, type CcnRouteRow, ccnRoutesTable } from '../families/ccn/table.ts';
import { blocksOfVpc, vpcTable } from '../families/vpc/table.ts';
import type { Partition } from '../world/world.ts';

/** The VPC's attachment that carries packets, if it has one: a VPC has one CCN at most. */
export const attachmentOf = (partition: Partition, vpcId: string): AttachmentRow | undefined =>
  partition
    .table(attachmentTable)
    .where('VpcId', vpcId)
    .rows()
    .find(({ State }) => State === 'ACTIVE');

/** True for a route whose network is in the CCN: what is being attached, or taken out, has none. */
export const carries = (partition: Partition, { CcnId, InstanceId }: Pick<CcnRouteRow, 'CcnId' | 'InstanceId'>): boolean =>
  partition.table(attachmentTable).get(attachmentKey(CcnId, InstanceId))?.State === 'ACTIVE';

/** A route as a table of a VPC lists it; its number tells it from the others of the CCN. */
type LearnedRoute = Route & { readonly DestinationIpv6CidrBlock: string };

/** The routes that every table of the VPC learns: to whatever the others bring, but for what lies within the VPC itself. */
export function learnedRoutes(partition: Partition, vpcId: string): LearnedRoute[] {
  const attachment = attachmentOf(partition, vpcId);
  const vpc = partition.table(vpcTable).get(vpcId);
  if (!attachment || !vpc) return [];
  const own = blocksOfVpc(vpc).map(ipBlockOf);
  return partition
    .table(ccnRoutesTable)
    .where('RouteTableId', attachment.RouteTableId)
    .rows()
    .filter((row) => row.Enabled && row.InstanceId !== vpcId && carries(partition, row))
    .filter(({ DestinationCidrBlock: to }) => !own.some((block) => includesIps(block, ipBlockOf(to))))
    .map((row) => ({
      RouteId: row.Number,
      ...(row.DestinationCidrBlock.includes(':')
        ? { DestinationCidrBlock: '', DestinationIpv6CidrBlock: row.DestinationCidrBlock }
        : { DestinationCidrBlock: row.DestinationCidrBlock, DestinationIpv6CidrBlock: '' }),
      GatewayType: 'CCN',
      GatewayId: row.CcnId,
      RouteDescription: '',
      RouteType: 'CCN',
    }));
}
