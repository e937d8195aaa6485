/** What holds for route tables and their routes in both generations. Refusals differ in their codes, which callers hand in. */
import { cidrOrNull, contains, formatCidr, parseCidr } from '../../../catalogue/address.ts';
import { formatIpBlock, includesIps, parseIpBlock } from '../../../network/addresses/ip.ts';
import { quotaOf } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { dropRoutesOf, type NextHop, nextHopOf } from '../../rules/next-hops.ts';
import { rowOf } from '../../rules/rows.ts';
import { shortOf } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import { type SubnetRow, subnetTable } from '../subnet/table.ts';
import { mainRouteTable } from '../vpc/rules.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { type GatewayType, type RouteRow, type RouteTableRow, routesTable, routeTableTable } from './table.ts';

/** Codes for a route that is refused. */
export interface RouteCodes {
  /** The destination lies inside the VPC (7345). */
  readonly inVpc: string;
  /** The table has this destination already. */
  readonly duplicate: string;
  /** Nothing stands under the gateway's id, or it is of another kind, or of another VPC. */
  readonly noGateway: string;
  /** The machine that shall be a public gateway is none. */
  readonly notPublic: string;
  /** The destination is not inside the peer's VPC (2084). */
  readonly notInPeer: string;
  readonly overQuota: string;
  /** More than eight public gateways for one destination (9857); null where several are not allowed at all. */
  readonly tooManyEqual: string | null;
}

/** A route as it is asked for. `gatewayId` may be in either generation's spelling. */
export interface NewRoute {
  /** A block of either family. */
  readonly destination: string;
  readonly type: GatewayType;
  readonly gatewayId: string;
  readonly description?: string | undefined;
  /** Left out: as it was, and a new one is. */
  readonly enabled?: boolean | undefined;
}

/** One destination may lead to so many public gateways at once (9857). */
const mostEqualGateways = 8;

/** An old id is spelled in two ways: "gz_rtb_8751" (8461), "gz_rt_8751" (8474). */
export const newerSpelling = (id: string): string => id.replace('_rt_', '_rtb_');

/** The route table of this id, new or old. @throws CloudError when there is none. */
export const routeTableOf = (call: Call, id: string, notFound: string): RouteTableRow =>
  rowOf(call, routeTableTable, 'route table', newerSpelling(id), notFound);

/** Makes an empty table that no subnet follows yet (2040). */
export function createRouteTable(call: Call, vpc: VpcRow, name: string, overQuota: string): RouteTableRow {
  const existing = call.table(routeTableTable).where('VpcId', vpc.VpcId).size;
  const limit = quotaOf(call, 'route-tables-per-vpc');
  if (existing >= limit) throw new CloudError(overQuota, `The VPC ${vpc.VpcId} may have ${limit} route tables, and has them.`);
  return addRouteTable(call, vpc, name);
}

/** The same without regard to quotas: for seeds and the control API. */
export function addRouteTable(ctx: CallContext, vpc: VpcRow, name: string): RouteTableRow {
  return ctx.partition.table(routeTableTable).put({
    RouteTableId: ctx.partition.newId(routeTableTable, 'rtb'),
    OldId: `${shortOf(ctx.region)}_rtb_${nextNumber(ctx.world, 'route-table', 8751)}`,
    VpcId: vpc.VpcId,
    RouteTableName: name,
    Main: false,
    CreatedTime: cloudTime(ctx.now),
  });
}

/**
 * Deletes the table and its routes; the subnets that followed it follow the default one again, because a subnet always
 * has exactly one (2419). @throws CloudError for the default table itself.
 */
export function deleteRouteTable(call: Call, row: RouteTableRow): void {
  if (row.Main) throw new CloudError('UnsupportedOperation', `${row.RouteTableId} is the default route table of ${row.VpcId}.`);
  const main = mainRouteTable(call, row.VpcId);
  const subnets = call.table(subnetTable);
  for (const { SubnetId } of subnets.where('RouteTableId', row.RouteTableId).rows()) {
    subnets.patch(SubnetId, { RouteTableId: main.RouteTableId });
  }
  dropRoutesOf(call, row.RouteTableId);
  call.table(routeTableTable).delete(row.RouteTableId);
}

/** Lets the subnet follow the table. The two are of one VPC: callers see to that. */
export const associate = (call: Call, subnet: SubnetRow, row: RouteTableRow): void => {
  call.table(subnetTable).patch(subnet.SubnetId, { RouteTableId: row.RouteTableId });
};

export const routesOf = (call: Pick<Call, 'partition'>, row: RouteTableRow): RouteRow[] =>
  call.partition.table(routesTable).where('RouteTableId', row.RouteTableId).rows();

export function vpcOfTable(call: Pick<Call, 'partition'>, row: RouteTableRow): VpcRow {
  const vpc = call.partition.table(vpcTable).get(row.VpcId);
  if (!vpc) throw new Error(`the route table ${row.RouteTableId} is of a VPC that is gone`);
  return vpc;
}

/** "121.0.23.51/16", as the samples write it (9740), is 121.0.0.0/16, as they list it (9980). */
export function canonicalBlock(block: string): string {
  if (isIpv6(block)) {
    const six = parseIpBlock(block);
    return six ? formatIpBlock(six) : block;
  }
  const reading = parseCidr(block);
  return reading.ok ? formatCidr(reading.cidr) : (reading.nearest ?? block);
}

const isIpv6 = (block: string): boolean => block.includes(':');

/** Where a route leads, of either family. */
const destinationOf = ({ DestinationCidrBlock, DestinationIpv6CidrBlock = '' }: RouteRow): string =>
  DestinationIpv6CidrBlock || DestinationCidrBlock;

/** Adds routes to a table, all or none. What was added. @throws CloudError for the first that cannot be. */
export function addRoutes(call: Call, row: RouteTableRow, wanted: readonly NewRoute[], codes: RouteCodes): RouteRow[] {
  const present = routesOf(call, row);
  return wanted.map((route) => {
    const ready = checked(call, row, route, present, codes);
    refuseOverQuota(call, present.length + 1, codes);
    const made = putRoute(call, row, ready);
    present.push(made);
    return made;
  });
}

/** Puts these routes in the place of all that the table has (2541, 9823). */
export function resetRoutes(call: Call, row: RouteTableRow, wanted: readonly NewRoute[], codes: RouteCodes): void {
  dropRoutesOf(call, row.RouteTableId);
  addRoutes(call, row, wanted, codes);
}

/** Rewrites routes of a table in their places, all or none. What they were, and what they are. */
export function replaceRoutes(
  call: Call,
  row: RouteTableRow,
  wanted: readonly (NewRoute & { readonly routeId: number })[],
  codes: RouteCodes & { readonly noRoute: string },
): { readonly before: RouteRow; readonly after: RouteRow }[] {
  const present = routesOf(call, row);
  refuseOverQuota(call, present.length, codes);
  return wanted.map((route) => {
    const at = present.findIndex(({ RouteId }) => RouteId === route.routeId);
    const before = present[at];
    if (!before) throw new CloudError(codes.noRoute, `The route table ${row.RouteTableId} has no route ${route.routeId}.`);
    const others = present.filter((other) => other !== before);
    const kept = { description: route.description ?? before.RouteDescription, enabled: route.enabled ?? before.Enabled };
    const after = putRoute(call, row, checked(call, row, { ...route, ...kept }, others, codes), before);
    present[at] = after;
    return { before, after };
  });
}

function refuseOverQuota(call: Call, count: number, codes: RouteCodes): void {
  const limit = quotaOf(call, 'routes-per-table');
  if (count > limit) throw new CloudError(codes.overQuota, `A route table may have ${limit} routes.`);
}

/** A route as it will be kept, once it has been found to be possible beside `others`. */
function checked(call: Call, row: RouteTableRow, wanted: NewRoute, others: readonly RouteRow[], codes: RouteCodes): NewRoute {
  const vpc = vpcOfTable(call, row);
  const destination = canonicalBlock(wanted.destination);
  refuseLocal(vpc, destination, codes);
  const gateway = gatewayOf(call, vpc, wanted, codes);
  if (gateway.reaches !== undefined && !isIpv6(destination)) refuseOutsidePeer(gateway, destination, codes);
  refuseTwice(row, { ...wanted, destination, gatewayId: gateway.id }, others, codes);
  return { ...wanted, destination, gatewayId: gateway.id };
}

/** A wider block than the VPC's is fine, as in the sample (10055): inside the VPC, Local goes before it. */
function refuseLocal(vpc: VpcRow, destination: string, codes: RouteCodes): void {
  const own = isIpv6(destination) ? vpc.Ipv6CidrBlock : vpc.CidrBlock;
  const [block, whole] = [parseIpBlock(destination), parseIpBlock(own ?? '')];
  if (block && !(whole && includesIps(whole, block))) return;
  throw new CloudError(codes.inVpc, `The destination ${destination} lies inside the VPC's own block ${own}.`);
}

function gatewayOf(call: Call, vpc: VpcRow, wanted: NewRoute, codes: RouteCodes): NextHop {
  const found = nextHopOf(call, wanted.type, vpc, wanted.gatewayId);
  if (found) return found;
  if (wanted.type === 'CVM' && nextHopOf(call, 'NORMAL_CVM', vpc, wanted.gatewayId)) {
    throw new CloudError(codes.notPublic, `The machine ${wanted.gatewayId} is no public gateway.`);
  }
  throw new CloudError(codes.noGateway, `The VPC ${vpc.VpcId} has no next hop ${wanted.gatewayId} of the type ${wanted.type}.`);
}

function refuseOutsidePeer(gateway: NextHop, destination: string, codes: RouteCodes): void {
  const block = cidrOrNull(destination);
  const peer = cidrOrNull(gateway.reaches ?? '');
  if (block && peer && contains(peer, block)) return;
  throw new CloudError(codes.notInPeer, `The destination ${destination} is not inside ${gateway.reaches}, the block behind ${gateway.id}.`);
}

/** Destinations are unique in a table (2085), but for one that is spread over several public gateways (9857). */
function refuseTwice(row: RouteTableRow, wanted: NewRoute, others: readonly RouteRow[], codes: RouteCodes): void {
  const same = others.filter((other) => destinationOf(other) === wanted.destination);
  if (same.length === 0) return;
  const spread = codes.tooManyEqual !== null && wanted.type === 'CVM' && same.every((other) => other.GatewayType === 'CVM');
  if (!spread || same.some((other) => other.GatewayId === wanted.gatewayId)) {
    throw new CloudError(codes.duplicate, `The route table ${row.RouteTableId} has a route to ${wanted.destination} already.`);
  }
  if (same.length < mostEqualGateways) return;
  throw new CloudError(
    codes.tooManyEqual ?? codes.duplicate,
    `${wanted.destination} leads to ${mostEqualGateways} public gateways already.`,
  );
}

/** Writes a route without checks: for seeds, and callers that have checked. `before` is the one in whose place it stands. */
export function putRoute(ctx: Pick<Call, 'world' | 'partition'>, row: RouteTableRow, route: NewRoute, before?: RouteRow): RouteRow {
  const six = isIpv6(route.destination);
  return ctx.partition.table(routesTable).put({
    RouteId: before?.RouteId ?? nextNumber(ctx.world, 'route', 14_915),
    RouteTableId: row.RouteTableId,
    DestinationCidrBlock: six ? '' : route.destination,
    GatewayType: route.type,
    GatewayId: route.gatewayId,
    RouteDescription: route.description ?? '',
    CreatedTime: before?.CreatedTime ?? cloudTime(ctx.world.clock.now()),
    ...(six ? { DestinationIpv6CidrBlock: route.destination } : {}),
    ...(route.enabled === false ? { Enabled: false } : {}),
  });
}
