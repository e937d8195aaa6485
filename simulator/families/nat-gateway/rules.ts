/** What holds for NAT gateways (18093-18658). */

import { quotaOf, spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { allocate, bindToGateway, eipAddressed, freeEip, unboundFields } from '../../rules/eips.ts';
import { rowIn } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import { type EipRow, eipTable } from '../eip/table.ts';
import { routesTable } from '../route-table/table.ts';
import type { Effect, TaskQueue } from '../task/table.ts';
import type { VpcRow } from '../vpc/table.ts';
import { dnatTable, type NatRow, natTable, snatTable } from './table.ts';

/** The NAT gateway of this VPC, where one is named. @throws CloudError when there is none. */
export const natOf = (call: Call, vpc: VpcRow | undefined, id: string): NatRow =>
  rowIn(call, vpc, natTable, 'NAT gateway', id, 'InvalidNatGatewayId.NotFound');

export const eipsOf = (call: Call, nat: NatRow): EipRow[] => call.table(eipTable).where('ResourceId', nat.NatId).rows();

const underWay: readonly NatRow['ProductionStatus'][] = [0, 3, 5];

/** @throws CloudError while earlier work on the gateway goes on (8501). */
function refuseBusy(nat: NatRow): void {
  if (underWay.includes(nat.ProductionStatus)) throw new CloudError('ActionLocked', `The NAT gateway ${nat.NatId} is being changed.`);
}

/** @throws CloudError for one that is busy, or could not be made: that one can only be deleted. */
function refuseUnusable(nat: NatRow): void {
  refuseBusy(nat);
  if (nat.ProductionStatus === 2) throw new CloudError('ActionLocked', `The NAT gateway ${nat.NatId} could not be made.`);
}

/** Which elastic IPs a gateway gets: some that are there, by their addresses, and so many new ones. */
interface EipRequest {
  readonly assignedEipSet?: readonly string[] | undefined;
  readonly autoAllocEipNum?: number | undefined;
}

/** @throws CloudError for none at all, for one that is not free, and for more than a gateway may have. */
function eipsFor(call: Call, existing: number, { assignedEipSet = [], autoAllocEipNum = 0 }: EipRequest): EipRow[] {
  const addresses = [...new Set(assignedEipSet)];
  const count = addresses.length + autoAllocEipNum;
  if (count === 0) throw new CloudError('InvalidParameter', 'At least one elastic IP is needed.');
  const limit = quotaOf(call, 'eips-per-nat-gateway');
  if (existing + count > limit) throw new CloudError('LimitExceeded', `A NAT gateway has at most ${limit} elastic IPs.`);
  const assigned = addresses.map((address) => freeEip(call, address, 'ResourceInUse'));
  return autoAllocEipNum > 0 ? [...assigned, ...allocate(call, autoAllocEipNum)] : assigned;
}

interface Work {
  readonly nat: NatRow;
  readonly effects: readonly Effect[];
  readonly queue: TaskQueue;
  /** What the gateway is when the work fails (18384). */
  readonly failed: Pick<NatRow, 'State' | 'ProductionStatus'>;
}

const start = (call: Call, { nat, effects, queue, failed }: Work): number =>
  startTask(call, { family: 'nat-gateway', effects, queue, ifFails: [willSet(call.partition, natTable, nat.NatId, failed)] });

interface NewNat extends EipRequest {
  readonly name: string;
  readonly maxConcurrent: number;
  readonly bandwidth: number;
  /** What only calls of today give. */
  readonly today?: Partial<NatRow>;
}

/** Orders a gateway; its elastic IPs are its own from the beginning. @returns the order's number. */
export function createNat(call: Call, vpc: VpcRow, wanted: NewNat): number {
  spend(call, 'nat-gateways-per-vpc', call.table(natTable).where('VpcId', vpc.VpcId).size, 'NatGatewayLimitExceeded');
  const eips = eipsFor(call, 0, wanted);
  const nat = addNat(call, vpc, wanted, { State: 1, ProductionStatus: 0 });
  for (const eip of eips) bindToGateway(call.partition, eip, nat.NatId);
  const effects = [willSet(call.partition, natTable, nat.NatId, { State: 0, ProductionStatus: 1 })];
  return start(call, { nat, effects, queue: 'bill', failed: { State: 1, ProductionStatus: 2 } });
}

/** The row alone: for seeds. */
export const addNat = (
  ctx: CallContext,
  vpc: VpcRow,
  wanted: Pick<NewNat, 'name' | 'maxConcurrent' | 'bandwidth' | 'today'>,
  status: Pick<NatRow, 'State' | 'ProductionStatus'>,
): NatRow =>
  ctx.partition.table(natTable).put({
    NatId: ctx.partition.newId(natTable, 'nat'),
    NatName: wanted.name,
    VpcId: vpc.VpcId,
    MaxConcurrent: wanted.maxConcurrent,
    Bandwidth: wanted.bandwidth,
    ...status,
    ...wanted.today,
    CreatedTime: cloudTime(ctx.now),
  });

/** Begins a change, until which the gateway is locked. @returns the number of the task. */
function changeLater(call: Call, nat: NatRow, changes: Partial<NatRow>, others: readonly Effect[], queue: TaskQueue): number {
  refuseUnusable(nat);
  call.table(natTable).put({ ...nat, ProductionStatus: 3 });
  const effects = [...others, willSet(call.partition, natTable, nat.NatId, { ...changes, ProductionStatus: 1 })];
  return start(call, { nat, effects, queue, failed: { State: nat.State, ProductionStatus: 4 } });
}

/** Orders another size. @throws CloudError for one that is smaller. @returns the order's number. */
export function upgradeNat(call: Call, nat: NatRow, maxConcurrent: number): number {
  if (maxConcurrent <= nat.MaxConcurrent) {
    throw new CloudError('InvalidParameter', `The NAT gateway ${nat.NatId} has ${nat.MaxConcurrent} connections; it can only grow.`);
  }
  return changeLater(call, nat, { MaxConcurrent: maxConcurrent }, [], 'bill');
}

/** Binds further elastic IPs. @returns the number of the task. */
export function bindEips(call: Call, nat: NatRow, wanted: EipRequest): number {
  refuseUnusable(nat);
  const eips = eipsFor(call, eipsOf(call, nat).length, wanted);
  const effects = eips.map((eip) =>
    willSet(call.partition, eipTable, eip.AddressId, { ...unboundFields, AddressStatus: 'BIND', ResourceId: nat.NatId }),
  );
  return changeLater(call, nat, {}, effects, 'vpc');
}

/** @throws CloudError where a rule translates to or from one of the addresses: it would translate to nothing. */
function refuseTranslating(call: Call, nat: NatRow, addresses: ReadonlySet<string>): void {
  const published = call.table(dnatTable).where('NatGatewayId', nat.NatId).rows();
  const leaving = call.table(snatTable).where('NatGatewayId', nat.NatId).rows();
  const used = [
    ...published.map(({ PublicIpAddress }) => PublicIpAddress),
    ...leaving.flatMap(({ PublicIpAddresses }) => PublicIpAddresses),
  ];
  const one = used.find((address) => addresses.has(address));
  if (one !== undefined) throw new CloudError('ActionLocked', `Rules of ${nat.NatId} name ${one}: they go first.`);
}

/** Unbinds some, but never the last (18633). @returns the number of the task. */
export function unbindEips(call: Call, nat: NatRow, addresses: readonly string[]): number {
  refuseUnusable(nat);
  const eips = [...new Set(addresses)].map((address) => eipAddressed(call, address));
  const foreign = eips.find((eip) => eip.ResourceId !== nat.NatId);
  if (foreign) throw new CloudError('ResourceNotFound', `The elastic IP ${foreign.AddressIp} is not bound to ${nat.NatId}.`);
  if (eips.length >= eipsOf(call, nat).length) {
    throw new CloudError('NatGatewayEipNotEmpty', `The NAT gateway ${nat.NatId} keeps at least one elastic IP.`);
  }
  refuseTranslating(call, nat, new Set(addresses));
  const effects = eips.map((eip) => willSet(call.partition, eipTable, eip.AddressId, unboundFields));
  return changeLater(call, nat, {}, effects, 'vpc');
}

/** Deletes it with the routes that lead to it; its elastic IPs become free (18237). @returns the number of the task. */
export function deleteNat(call: Call, nat: NatRow): number {
  refuseBusy(nat);
  const { partition } = call;
  call.table(natTable).put({ ...nat, State: 1, ProductionStatus: 5 });
  const routes = call.table(routesTable).where('GatewayId', nat.NatId).rows();
  const effects = [
    ...routes.map((route) => willGo(partition, routesTable, String(route.RouteId))),
    ...eipsOf(call, nat).map((eip) => willSet(partition, eipTable, eip.AddressId, unboundFields)),
    willGo(partition, natTable, nat.NatId, ['NatGatewayId']),
  ];
  return start(call, { nat, effects, queue: 'vpc', failed: { State: nat.State, ProductionStatus: 6 } });
}

/** Price of an hour, by the largest number of connections; the middle one is the sample's (18145). */
const prices = [
  { upTo: 1_000_000, price: 50 },
  { upTo: 3_000_000, price: 150 },
  { upTo: 10_000_000, price: 500 },
] as const;

/** @throws CloudError for more connections than any gateway has. */
export function priceOf(maxConcurrent: number): number {
  const found = prices.find(({ upTo }) => maxConcurrent <= upTo);
  if (!found) throw new CloudError('InvalidParameter', `No NAT gateway has ${maxConcurrent} connections.`);
  return found.price;
}
