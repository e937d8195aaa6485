/** Who may do what with a peering, and when (14648-15440). */
import { cidrOrNull, contains } from '../../../catalogue/address.ts';
import { regionOf } from '../../../catalogue/regions.ts';
import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { dropRoutesThrough } from '../../rules/next-hops.ts';
import { peeringSeenFrom, peeringState } from '../../rules/peerings.ts';
import { rowNamed } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { regionExists } from '../../rules/zones.ts';
import { cloudTime } from '../../world/clock.ts';
import type { Partition } from '../../world/world.ts';
import { routesTable } from '../route-table/table.ts';
import type { Effect } from '../task/table.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { type PeeringRow, type PeeringSide, peeringTable } from './table.ts';

/** The peering of this id. @throws CloudError when the caller has nothing to do with it in this region. */
export function peeringOf(call: Call, id: string): PeeringRow {
  const row = peeringSeenFrom(call.partition, id);
  if (!row) throw new CloudError('InvalidPeeringConnection.NotFound', `There is no peering ${id} in ${call.region}.`);
  return row;
}

export const sideOf = (partition: Partition, vpc: VpcRow): PeeringSide => ({
  Uin: partition.uin,
  Region: partition.region,
  VpcId: vpc.VpcId,
  OldVpcId: vpc.OldId,
  CidrBlock: vpc.CidrBlock,
});

interface NewPeering {
  readonly name: string;
  readonly from: VpcRow;
  readonly peerUin: string;
  /** In any spelling; undefined for the caller's own region. */
  readonly peerRegion?: string | undefined;
  readonly peerVpcId: string;
  readonly bandwidth?: number | undefined;
}

function regionNamed(call: Call, name: string | undefined): string {
  if (name === undefined) return call.region;
  const region = regionExists(name) ? name : regionOf(name);
  if (!region) throw new CloudError('InvalidParameter', `There is no region ${name}.`);
  return region;
}

function peerVpcOf(call: Call, partition: Partition, id: string): VpcRow {
  const row = rowNamed(partition, vpcTable, id);
  if (row) return row;
  const where = `${partition.region}, seen from ${call.region}`;
  throw new CloudError('InvalidVpc.NotFound', `The account ${partition.uin} has no VPC ${id} in ${where}.`);
}

function overlap(a: string, b: string): boolean {
  const [first, second] = [cidrOrNull(a), cidrOrNull(b)];
  return first !== null && second !== null && (contains(first, second) || contains(second, first));
}

/**
 * Asks for a peering; within one account it is active at once (14750).
 * @throws CloudError for a missing VPC, ranges that overlap or a pair that has a peering (14779), or over quota.
 */
export function createPeering(call: Call, wanted: NewPeering): PeeringRow {
  const partition = call.world.partition(wanted.peerUin, regionNamed(call, wanted.peerRegion));
  const to = peerVpcOf(call, partition, wanted.peerVpcId);
  const { from } = wanted;
  if (overlap(from.CidrBlock, to.CidrBlock)) {
    throw new CloudError('PeeringConnectionVpcConflict', `${from.CidrBlock} and ${to.CidrBlock} overlap.`);
  }
  const peerings = call.table(peeringTable).where('VpcId', from.VpcId).rows();
  const between = peerings.find((row) => row.From.VpcId === to.VpcId || row.To.VpcId === to.VpcId);
  if (between) throw new CloudError('PeeringConnectionVpcConflict', `${between.PeeringConnectionId} joins the two VPCs.`);
  spend(call, 'peerings-per-vpc', peerings.length, 'PeeringConnectionLimitExceeded');
  return addPeering(call, wanted.name, sideOf(call.partition, from), sideOf(partition, to), wanted.bandwidth);
}

/** The same without any question asked: for seeds. */
export function addPeering(ctx: CallContext, name: string, From: PeeringSide, To: PeeringSide, bandwidth = 0): PeeringRow {
  return ctx.partition.table(peeringTable).put({
    PeeringConnectionId: ctx.partition.newId(peeringTable, 'pcx'),
    PeeringConnectionName: name,
    From,
    To,
    State: From.Uin === To.Uin ? 1 : 0,
    AskedAt: ctx.now,
    Bandwidth: bandwidth,
    CreatedTime: cloudTime(ctx.now),
  });
}

/** @throws CloudError unless the caller's account is on this side (14927, 15395). */
function onlyFor(call: Call, side: PeeringSide, row: PeeringRow): void {
  if (side.Uin === call.account.uin) return;
  throw new CloudError('UnauthorizedOperation', `That is for the other account of the peering ${row.PeeringConnectionId}.`);
}

function onlyWhile(call: Call, row: PeeringRow, state: 0 | 2): void {
  const now = peeringState(row, call.now);
  if (now !== state)
    throw new CloudError('OperationFailed', `The peering ${row.PeeringConnectionId} is in the state ${now}, not ${state}.`);
}

/** What each step asks of the caller, and what it changes. */
export const steps = {
  /** The account that was asked accepts (14927). */
  accept: (call: Call, row: PeeringRow): Partial<PeeringRow> => {
    onlyFor(call, row.To, row);
    onlyWhile(call, row, 0);
    return { State: 1 };
  },
  /** The account that was asked refuses (14979). */
  reject: (call: Call, row: PeeringRow): Partial<PeeringRow> => {
    onlyFor(call, row.To, row);
    onlyWhile(call, row, 0);
    return { State: 3 };
  },
  /** The account that asked asks again, once its request has expired (15031). */
  enable: (call: Call, row: PeeringRow): Partial<PeeringRow> => {
    onlyFor(call, row.From, row);
    onlyWhile(call, row, 2);
    return { State: 0, AskedAt: call.now };
  },
} as const;

export const change = (call: Call, id: string, changes: Partial<PeeringRow>): PeeringRow => call.table(peeringTable).patch(id, changes);

/** The same as a task. @returns its number. */
export const changeLater = (call: Call, id: string, changes: Partial<PeeringRow>): number =>
  startTask(call, { family: 'peering', effects: [willSet(call.partition, peeringTable, id, changes)] });

const bothSpaces = (call: Call, { From, To }: PeeringRow): Partition[] => [
  ...new Set([call.world.partition(From.Uin, From.Region), call.world.partition(To.Uin, To.Region)]),
];

/** Either side may, at any time; the routes of both through it go too (14816-14817). */
export function deletePeering(call: Call, row: PeeringRow): void {
  for (const partition of bothSpaces(call, row)) dropRoutesThrough({ partition }, row.PeeringConnectionId);
  call.table(peeringTable).delete(row.PeeringConnectionId);
}

/** The same as a task; until it is over the peering is being deleted. @returns its number. */
export function deletePeeringLater(call: Call, row: PeeringRow): number {
  if (row.State === 4) throw new CloudError('ActionLocked', `The peering ${row.PeeringConnectionId} is being deleted.`);
  change(call, row.PeeringConnectionId, { State: 4 });
  const routes: Effect[] = bothSpaces(call, row).flatMap((partition) =>
    partition
      .table(routesTable)
      .where('GatewayId', row.PeeringConnectionId)
      .rows()
      .map((route) => willGo(partition, routesTable, String(route.RouteId))),
  );
  return startTask(call, { family: 'peering', effects: [...routes, willGo(call.partition, peeringTable, row.PeeringConnectionId)] });
}
