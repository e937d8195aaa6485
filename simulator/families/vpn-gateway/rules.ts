/** What holds for VPN gateways in both generations. Refusals differ in their codes, which callers hand in. */

import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { blockersOf, listBlockers } from '../../rules/blockers.ts';
import { nextNumber } from '../../rules/counter.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { newPublicIp } from '../../rules/eips.ts';
import { dropRoutesThrough } from '../../rules/next-hops.ts';
import { rowIn, rowOf } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { tellsToday } from '../../rules/today.ts';
import { cloudTime } from '../../world/clock.ts';
import type { VpcRow } from '../vpc/table.ts';
import { type TodaysVpnGatewayFields, type VpnGatewayRow, vpnGatewayTable } from './table.ts';
import { addMonths, putWithTerm, termEnd } from './terms.ts';

const unsupported = 'UnsupportedOperation';

export interface NewVpnGateway {
  readonly name: string;
  readonly bandwidth: number;
  /** Months paid for in advance; undefined means by the hour. */
  readonly months?: number | undefined;
  readonly renewsItself?: boolean | undefined;
  /** IPSEC where it is not told; those of CCNs are given no VPC. */
  readonly type?: VpnGatewayRow['Type'] | undefined;
  readonly today?: TodaysVpnGatewayFields | undefined;
}

/** The VPN gateway of this id, new or old. @throws CloudError when the caller has none in this region. */
export const vpnGatewayOf = (call: Call, id: string, notFound: string): VpnGatewayRow =>
  rowOf(call, vpnGatewayTable, 'VPN gateway', id, notFound);

/** The VPN gateway of this VPC, where one is named. @throws CloudError when there is none. */
export const vpnGatewayIn = (call: Call, vpc: VpcRow | undefined, id: string, notFound = 'InvalidVpnGw.NotFound'): VpnGatewayRow =>
  rowIn(call, vpc, vpnGatewayTable, 'VPN gateway', id, notFound);

/** @throws CloudError `code` while the gateway is made or deleted. */
export function refuseUnsettled(row: VpnGatewayRow, code: string): void {
  if (row.State !== 'AVAILABLE') throw new CloudError(code, `The VPN gateway ${row.VpnGatewayId} is ${row.State}.`);
}

/** Orders a gateway: it is PENDING until the task is over (4117). @returns it as it is ordered, however fast that goes. */
export function createVpnGateway(call: Call, vpc: VpcRow | null, wanted: NewVpnGateway): VpnGatewayRow {
  const present = vpc ? call.table(vpnGatewayTable).where('VpcId', vpc.VpcId).size : 0;
  spend(call, 'vpn-gateways-per-vpc', present, 'LimitExceeded');
  const row = addVpnGateway(call, vpc, wanted, 'PENDING');
  const effects = [willSet(call.partition, vpnGatewayTable, row.VpnGatewayId, { State: 'AVAILABLE' })];
  startTask(call, {
    family: 'vpn-gateway',
    effects,
    ifFails: [willSet(call.partition, vpnGatewayTable, row.VpnGatewayId, { Failed: true })],
  });
  return row;
}

/** The same without checks and at once: for seeds. */
export function addVpnGateway(
  ctx: CallContext,
  vpc: VpcRow | null,
  wanted: NewVpnGateway,
  state: VpnGatewayRow['State'] = 'AVAILABLE',
): VpnGatewayRow {
  const prepaid = wanted.months !== undefined;
  return putWithTerm(ctx, {
    VpnGatewayId: ctx.partition.newId(vpnGatewayTable, 'vpngw'),
    OldId: String(nextNumber(ctx.world, 'vpn-gateway', 548)),
    VpcId: vpc?.VpcId ?? '',
    VpnGatewayName: wanted.name,
    Type: wanted.type ?? 'IPSEC',
    State: state,
    PublicIpAddress: newPublicIp(ctx.world),
    RenewFlag: wanted.renewsItself ? 'NOTIFY_AND_AUTO_RENEW' : 'NOTIFY_AND_MANUAL_RENEW',
    InstanceChargeType: prepaid ? 'PREPAID' : 'POSTPAID_BY_HOUR',
    InternetMaxBandwidthOut: wanted.bandwidth,
    ExpiresAt: prepaid ? addMonths(ctx.now, wanted.months) : null,
    ToPostpaid: false,
    IsAddressBlocked: false,
    RestrictState: 'NORMAL',
    DealId: String(nextNumber(ctx.world, 'vpn-deal', 896_720)),
    CreatedTime: cloudTime(ctx.now),
    ...(wanted.today ? { Today: wanted.today } : {}),
  });
}

/**
 * Deletes a running IPsec gateway that is paid by the hour (4279), and the routes through it.
 * @throws CloudError for any other, and for one that connections begin at.
 */
export function deleteVpnGateway(call: Call, row: VpnGatewayRow): void {
  const id = row.VpnGatewayId;
  // One that could not be made, or not be deleted, is there to be deleted.
  if (!row.Failed) refuseUnsettled(row, unsupported);
  if (row.InstanceChargeType !== 'POSTPAID_BY_HOUR') throw new CloudError(unsupported, `The VPN gateway ${id} is paid for in advance.`);
  if (row.Type !== 'IPSEC' && !tellsToday(call)) throw new CloudError(unsupported, `The VPN gateway ${id} is of the type ${row.Type}.`);
  const blockers = blockersOf(call, 'VpnGatewayId', id);
  if (blockers.length > 0) throw new CloudError('ResourceInUse', `${listBlockers(blockers)} begins at the VPN gateway ${id}.`);
  call.table(vpnGatewayTable).put({ ...row, State: 'DELETING', Failed: false });
  dropRoutesThrough(call, id);
  const effects = [willGo(call.partition, vpnGatewayTable, id, ['VpnGatewayId', 'GatewayId'])];
  startTask(call, { family: 'vpn-gateway', effects, ifFails: [willSet(call.partition, vpnGatewayTable, id, { Failed: true })] });
}

/** @throws CloudError for a gateway that is not IPsec's, or not paid for in advance (4820, 5099). */
export function refuseUnrenewable(row: VpnGatewayRow): void {
  if (row.InstanceChargeType === 'PREPAID' && row.Type === 'IPSEC') return;
  throw new CloudError(unsupported, `Only IPsec gateways that are paid for in advance are renewed; ${row.VpnGatewayId} is not one.`);
}

/** Adds months to the end of the term. */
export function renew(call: Call, row: VpnGatewayRow, months: number, flag: VpnGatewayRow['RenewFlag'] = row.RenewFlag): void {
  refuseUnrenewable(row);
  refuseUnsettled(row, unsupported);
  putWithTerm(call, { ...row, RenewFlag: flag, ExpiresAt: addMonths(termEnd(row, call.now) ?? call.now, months) });
}

/** @throws CloudError for a bandwidth that is not more than there is (5209). */
export function refuseNoUpgrade(row: VpnGatewayRow, bandwidth: number): void {
  if (bandwidth > row.InternetMaxBandwidthOut) return;
  throw new CloudError(unsupported, `The VPN gateway ${row.VpnGatewayId} has ${row.InternetMaxBandwidthOut} Mbps; it can only get more.`);
}

/** Changes what is given and leaves the rest. */
export function modifyVpnGateway(
  call: Call,
  row: VpnGatewayRow,
  changes: { readonly name?: string | undefined; readonly renewsItself?: boolean | undefined; readonly toPostpaid?: boolean | undefined },
  unsettled: string,
): void {
  refuseUnsettled(row, unsettled);
  if (changes.toPostpaid && row.InstanceChargeType !== 'PREPAID') {
    throw new CloudError(unsupported, `The VPN gateway ${row.VpnGatewayId} is paid by the hour already.`);
  }
  const renamed = { ...row, VpnGatewayName: changes.name ?? row.VpnGatewayName };
  call.table(vpnGatewayTable).put(renamed);
  if (changes.renewsItself === undefined && !changes.toPostpaid) return;
  const flag = { true: 'NOTIFY_AND_AUTO_RENEW', false: 'NOTIFY_AND_MANUAL_RENEW' } as const;
  putWithTerm(call, {
    ...renamed,
    RenewFlag: changes.renewsItself === undefined ? row.RenewFlag : flag[`${changes.renewsItself}`],
    // What has been renewed up to now stays paid for.
    ExpiresAt: termEnd(row, call.now),
    ToPostpaid: changes.toPostpaid ?? row.ToPostpaid,
  });
}
