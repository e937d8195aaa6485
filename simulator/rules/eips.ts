/** Elastic IPs, for their own actions and for whoever else binds one: network interfaces and NAT gateways. */
import { formatAddress } from '../../catalogue/address.ts';
import { quotaOf } from '../accounts/quota.ts';
import type { Call, CallContext } from '../call.ts';
import { CloudError } from '../errors.ts';
import { type DailyRow, dailyTable, type EipRow, eipTable } from '../families/eip/table.ts';
import type { Effect } from '../families/task/table.ts';
import { cloudTime } from '../world/clock.ts';
import type { Partition, World } from '../world/world.ts';
import { nextNumber } from './counter.ts';
import { willGo, willSet } from './effects.ts';
import { startTask } from './tasks.ts';

/** 198.18.0.0/15 belongs to nobody on the Internet (RFC 2544), so that no address of this cloud is somebody's. */
const firstPublic = 0xc6120000;
const publicCount = 131_070;

/** A public address that was not given out before, until the range has been through once. The factor has no divisor in common with its size. */
export const newPublicIp = (world: World): string =>
  formatAddress(firstPublic + 1 + ((nextNumber(world, 'public-ip', 1) * 7919) % publicCount));

/** An elastic IP that is bound to nothing. */
export const unboundFields = {
  AddressStatus: 'UNBIND',
  ResourceId: '',
  InstanceId: '',
  NetworkInterfaceId: '',
  PrivateIpAddress: '',
  VpcId: '',
} as const satisfies Partial<EipRow>;

/** Makes an elastic IP without regard to quotas. `ip` is a public address that the account has already. */
export function addEip(ctx: CallContext, fields: Partial<EipRow> = {}): EipRow {
  return ctx.partition.table(eipTable).put({
    AddressId: ctx.partition.newId(eipTable, 'eip'),
    AddressName: '',
    AddressIp: fields.AddressIp ?? newPublicIp(ctx.world),
    ...unboundFields,
    IsArrears: false,
    IsBlocked: false,
    CreatedTime: `${new Date(ctx.now).toISOString().slice(0, 19)}Z`,
    ...fields,
  });
}

/** Allocations a day are twice the quota (2638). */
export const allocationsADay = (call: Pick<Call, 'world' | 'account' | 'region'>): number => 2 * quotaOf(call, 'eips-per-region');
/** How often a day an unbound machine may be given an ordinary address again (2907). */
export const reassignmentsADay = 10;

/** Allocates so many, of which each counts for the day too. @throws CloudError when that is more than there may be (2637). */
export function allocate(call: Call, count: number, fields: Partial<EipRow> = {}): EipRow[] {
  const quota = quotaOf(call, 'eips-per-region');
  const existing = call.table(eipTable).size;
  if (existing + count > quota) {
    throw new CloudError('AddressQuotaLimitExceeded', `The region may have ${quota} elastic IPs; ${existing} are there.`);
  }
  if (!countToday(call, 'DAILY_EIP_APPLY', allocationsADay(call), count)) {
    throw new CloudError('AddressQuotaLimitExceeded.DailyAllocate', `Today's ${allocationsADay(call)} allocations would be exceeded.`);
  }
  return Array.from({ length: count }, () => addEip(call, fields));
}

const weekInArrears = 7 * 24 * 3600 * 1000;

/** An elastic IP that nobody pays for is released after seven days, unless it is paid for before (2614). */
export function fallIntoArrears(ctx: CallContext, eip: EipRow): void {
  const gone = { ...willGo(ctx.partition, eipTable, eip.AddressId), when: { IsArrears: true, ArrearsSince: ctx.now } };
  ctx.partition.table(eipTable).put({ ...eip, IsArrears: true, ArrearsSince: ctx.now });
  startTask(ctx, { family: 'eip', effects: [gone], dueAt: ctx.now + weekInArrears });
}

const today = (now: number): string => cloudTime(now).slice(0, 10);

/** How often the account has done it today in this region. */
export function doneToday(call: CallContext, kind: DailyRow['Kind']): number {
  const row = call.partition.table(dailyTable).get(kind);
  return row?.Day === today(call.now) ? row.Count : 0;
}

/** Counts it for today; false, and nothing counted, when that would be more than `most`. */
export function countToday(call: CallContext, kind: DailyRow['Kind'], most: number, count = 1): boolean {
  const after = doneToday(call, kind) + count;
  if (after > most) return false;
  call.partition.table(dailyTable).put({ Kind: kind, Day: today(call.now), Count: after });
  return true;
}

/** The elastic IP that stands for a private address of a VPC, or undefined. */
export const eipAt = (partition: Partition, vpcId: string, address: string): EipRow | undefined =>
  partition.table(eipTable).first('At', `${vpcId}/${address}`);

/** Unbinds whatever elastic IP stands for the address. */
export function unbindAt(partition: Partition, vpcId: string, address: string): void {
  const eip = eipAt(partition, vpcId, address);
  if (eip) partition.table(eipTable).put({ ...eip, ...unboundFields });
}

/** The effect that unbinds whatever elastic IP stands for the address. */
export function willUnbindAt(partition: Partition, vpcId: string, address: string): Effect[] {
  const eip = eipAt(partition, vpcId, address);
  return eip ? [willSet(partition, eipTable, eip.AddressId, unboundFields)] : [];
}

/** The caller's elastic IP of this public address. @throws CloudError ResourceNotFound. */
export function eipAddressed(call: Call, address: string): EipRow {
  const eip = call.table(eipTable).first('AddressIp', address);
  if (!eip) throw new CloudError('ResourceNotFound', `There is no elastic IP ${address} in ${call.region}.`);
  return eip;
}

/** The same, which nothing uses. @throws CloudError `taken` when something does. */
export function freeEip(call: Call, address: string, taken: string): EipRow {
  const eip = eipAddressed(call, address);
  if (eip.AddressStatus === 'UNBIND' && !eip.IsBlocked && !eip.IsArrears) return eip;
  throw new CloudError(taken, `The elastic IP ${address} is not free.`);
}

/** Binds an elastic IP to a private address of what is neither a machine nor an interface. */
export const bindToHolder = (
  partition: Partition,
  eip: EipRow,
  ResourceId: string,
  at: Pick<EipRow, 'VpcId' | 'PrivateIpAddress'>,
): EipRow =>
  partition
    .table(eipTable)
    .put({ ...eip, ...unboundFields, AddressStatus: 'BIND', ResourceId, VpcId: at.VpcId, PrivateIpAddress: at.PrivateIpAddress });

/** Binds an elastic IP to a gateway as a whole, with no private address of its own. */
export const bindToGateway = (partition: Partition, eip: EipRow, gatewayId: string): EipRow =>
  partition.table(eipTable).put({ ...eip, ...unboundFields, AddressStatus: 'BIND', ResourceId: gatewayId });
