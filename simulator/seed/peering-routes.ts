/** Routes through the demo companies' peerings: most pairs have them on both sides, so that what lacks one stands out. */
import { putRoute } from '../families/route-table/rules.ts';
import { type PeeringRow, type PeeringSide, peeringTable } from '../tables/peering.ts';
import { routesTable } from '../tables/route.ts';
import { routeTableTable } from '../tables/route-table.ts';
import type { Company } from './place.ts';

/**
 * What has routes in every table of its VPCs. A table that sends the peer's block elsewhere keeps doing so: "batch" of the
 * data platform and "dispatch" of the TMS still go by machines, so that one side of `prod-data` and of `tms-wms` lacks a
 * route. Nobody has given `prod-dmz` any.
 */
const routed: readonly string[] = ['生产-支付', 'gz-sh 双活', 'prod-data', 'gz-bj-dr', '云通 TMS', 'tms-wms'];

function leadThrough(company: Company, { PeeringConnectionId }: PeeringRow, near: PeeringSide, far: PeeringSide): void {
  const { world } = company.place('ap-guangzhou').space;
  const space = world.space(near.Uin, near.Region);
  for (const table of space.table(routeTableTable).where('VpcId', near.VpcId).rows()) {
    const present = space.table(routesTable).where('RouteTableId', table.RouteTableId).rows();
    if (present.some(({ DestinationCidrBlock }) => DestinationCidrBlock === far.CidrBlock)) continue;
    putRoute({ world, space }, table, { destination: far.CidrBlock, type: 'PEERCONNECTION', gatewayId: PeeringConnectionId });
  }
}

/** Runs once for each company, after every other route: the numbers of those stay what they were. */
export function seedPeeringRoutes(company: Company): void {
  const peerings = company.place('ap-guangzhou').space.table(peeringTable).all().rows();
  for (const row of peerings) {
    if (row.From.Uin !== company.uin || !routed.includes(row.PeeringConnectionName)) continue;
    leadThrough(company, row, row.From, row.To);
    leadThrough(company, row, row.To, row.From);
  }
}
