/** What CCNs bring into the route tables of the VPCs that are attached to them. */
import { contains } from '../../catalogue/address.ts';
import type { Route } from '../../catalogue/families/route-table/index.ts';
import { type AttachmentRow, attachmentTable, ccnRoutesTable } from '../families/ccn/table.ts';
import { vpcTable } from '../families/vpc/table.ts';
import type { Partition } from '../world/world.ts';
import { blockOfRow } from './addresses.ts';

/** The VPC's attachment that carries packets, if it has one: a VPC has one CCN at most. */
export const attachmentOf = (partition: Partition, vpcId: string): AttachmentRow | undefined =>
  partition
    .table(attachmentTable)
    .where('VpcId', vpcId)
    .rows()
    .find(({ State }) => State === 'ACTIVE');

/** The routes that every table of the VPC learns: to whatever the others bring, but for what lies within the VPC itself. */
export function learnedRoutes(partition: Partition, vpcId: string): Route[] {
  const attachment = attachmentOf(partition, vpcId);
  const vpc = partition.table(vpcTable).get(vpcId);
  if (!attachment || !vpc) return [];
  const own = blockOfRow(vpc);
  return partition
    .table(ccnRoutesTable)
    .where('RouteTableId', attachment.RouteTableId)
    .rows()
    .filter((row) => row.Enabled && row.InstanceId !== vpcId && !contains(own, blockOfRow({ CidrBlock: row.DestinationCidrBlock })))
    .map((row) => ({
      RouteId: row.Number,
      DestinationCidrBlock: row.DestinationCidrBlock,
      GatewayType: 'CCN',
      GatewayId: row.CcnId,
      RouteDescription: '',
      RouteType: 'CCN',
    }));
}
