/**
 * What a route may lead to. A family whose resources packets can be sent through says so in its table (`nextHop`), and calls
 * `dropRoutesThrough` when one of them goes.
 */
import type { Call } from '../call.ts';
import { type GatewayType, routesTable } from '../families/route-table/table.ts';
import type { VpcRow } from '../families/vpc/table.ts';
import { type InstanceRow, instanceTable } from '../instances/table.ts';
import type { TableSpec } from '../world/table.ts';
import type { Partition } from '../world/world.ts';
import { attachmentOf } from './ccn-routes.ts';
import { machineAt } from './interfaces.ts';
import { otherSide, peeringSeenFrom, peeringState } from './peerings.ts';
import { rowNamed } from './rows.ts';

export interface NextHop {
  /** How routes and API 3.0 name it. */
  readonly id: string;
  /** How the 2017 generation first named it ("548", 9981). */
  readonly oldId?: string | undefined;
  /** The block that a route's destination must lie in: for a peering, the other VPC's (2084). */
  readonly reaches?: string | undefined;
}

/** What stands under this id for routes of the VPC, or undefined. `id` may be in either generation's spelling. */
type NextHopLookup = (call: Pick<Call, 'partition'>, vpc: VpcRow, id: string) => NextHop | undefined;

interface Gateway {
  readonly VpcId: string;
  readonly OldId?: string | undefined;
}

/** The row of a table that this is for routes of the VPC, by its id or, where the table has that index, by its old one. */
export function hopIn<R extends Gateway>(
  spec: TableSpec<R>,
  { partition }: Pick<Call, 'partition'>,
  vpc: VpcRow,
  id: string,
): NextHop | undefined {
  const row = rowNamed(partition, spec, id);
  return row?.VpcId === vpc.VpcId && (spec.nextHop?.takesRoutes(row) ?? true) ? { id: spec.id(row), oldId: row.OldId } : undefined;
}

/** The machine of the VPC with this id, or with this private address on one of its network interfaces. */
function machineOf(partition: Partition, vpc: VpcRow, id: string): InstanceRow | undefined {
  const row = partition.table(instanceTable).get(id) ?? machineAt(partition, vpc.VpcId, id);
  return row?.VpcId === vpc.VpcId && row.Kind === 'CVM' ? row : undefined;
}

const ordinaryMachine: NextHopLookup = ({ partition }, vpc, id) => {
  const machine = machineOf(partition, vpc, id);
  return machine && { id: machine.InstanceId === id ? machine.PrivateIpAddress : id };
};

const publicGateway: NextHopLookup = ({ partition }, vpc, id) => {
  const machine = machineOf(partition, vpc, id);
  return machine?.IsPublicGateway ? { id: machine.InstanceId } : undefined;
};

/** An active peering of the VPC; what it reaches is the other VPC (2084). */
const peering: NextHopLookup = ({ partition }, vpc, id) => {
  const row = peeringSeenFrom(partition, id);
  const other = row && otherSide(row, vpc.VpcId);
  return other && peeringState(row, partition.world.clock.now()) === 1 ? { id, reaches: other.CidrBlock } : undefined;
};

/** The CCN that the VPC is attached to. */
const ccn: NextHopLookup = ({ partition }, vpc, id) => (attachmentOf(partition, vpc.VpcId)?.CcnId === id ? { id } : undefined);

/** Every instance's own public address, of which none is named. */
const ownAddress: NextHopLookup = (_call, _vpc, id) => (id === '0' ? { id } : undefined);

/** What is no row of a table that takes routes. */
const others: Readonly<Partial<Record<GatewayType, NextHopLookup>>> = {
  CVM: publicGateway,
  NORMAL_CVM: ordinaryMachine,
  PEERCONNECTION: peering,
  USER_CCN: ccn,
  EIP: ownAddress,
};

/** What stands under this id for routes of the VPC and the type. Of a type that neither knows (SSLVPN) these APIs make none. */
export function nextHopOf(call: Pick<Call, 'partition'>, type: GatewayType, vpc: VpcRow, id: string): NextHop | undefined {
  const find = others[type];
  if (find) return find(call, vpc, id);
  const spec = [...call.partition.world.allSpecs()].find(({ nextHop }) => nextHop?.type === type);
  return spec && hopIn(spec, call, vpc, id);
}

/** Deletes every route of the caller's region that leads to the gateway (12701, 14817, 15173, 18237). */
export function dropRoutesThrough(call: Pick<Call, 'partition'>, gatewayId: string): void {
  const routes = call.partition.table(routesTable);
  for (const row of routes.where('GatewayId', gatewayId).rows()) routes.delete(String(row.RouteId));
}

/** Deletes every route of a route table. */
export function dropRoutesOf(call: Pick<Call, 'partition'>, routeTableId: string): void {
  const routes = call.partition.table(routesTable);
  for (const row of routes.where('RouteTableId', routeTableId).rows()) routes.delete(String(row.RouteId));
}
