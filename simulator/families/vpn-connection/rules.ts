/** What holds for VPN connections in both generations. Refusals differ in their codes, which callers hand in. */

import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { nextNumber } from '../../rules/counter.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { rowOf } from '../../rules/rows.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import { type CustomerGatewayRow, customerGatewayTable } from '../customer-gateway/table.ts';
import { type VpcRow, vpcTable } from '../vpc/table.ts';
import { refuseUnsettled } from '../vpn-gateway/rules.ts';
import { type VpnGatewayRow, vpnGatewayTable } from '../vpn-gateway/table.ts';
import { ikeOf, ipsecOf, type OptionCodes, type OptionInputs, policiesOf } from './options.ts';
import {
  type IkeOptions,
  type IpsecOptions,
  type Policy,
  type TodaysConnectionFields,
  type VpnConnectionRow,
  vpnConnectionTable,
} from './table.ts';

export interface ConnectionCodes extends OptionCodes {
  readonly notFound: string;
  readonly overQuota: string;
  /** The gateway or the connection is being made, changed or deleted. */
  readonly busy: string;
}

/** What a connection is made of; all of it but the gateways may be changed later. */
interface ConnectionRequest {
  readonly name: string;
  readonly key: string;
  readonly policies: readonly Policy[];
  readonly ike: OptionInputs<IkeOptions>;
  readonly ipsec: OptionInputs<IpsecOptions>;
  /** Of calls of today. */
  readonly today?: TodaysConnectionFields;
  readonly customer?: CustomerGatewayRow;
}

interface Neighbours {
  /** Null where the gateway is a CCN's. */
  readonly vpc: VpcRow | null;
  readonly gateway: VpnGatewayRow;
  readonly customer: CustomerGatewayRow;
}

/** The connection of this id, new or old; samples write "vpn-…" and "vpn-x-…" for "vpnx-…" (4236, 4545). @throws CloudError. */
export const connectionOf = (call: Pick<Call, 'partition'>, id: string, notFound: string): VpnConnectionRow =>
  rowOf(call, vpnConnectionTable, 'VPN connection', id.replace(/^vpn-(?:x-)?/, 'vpnx-'), notFound);

/** The connection of this gateway. @throws CloudError when there is none. */
export function connectionIn(call: Call, gateway: VpnGatewayRow, id: string, notFound: string): VpnConnectionRow {
  const row = connectionOf(call, id, notFound);
  if (row.VpnGatewayId === gateway.VpnGatewayId) return row;
  throw new CloudError(notFound, `The VPN gateway ${gateway.VpnGatewayId} has no connection ${id}.`);
}

/** What the connection lies between. It cannot outlive any of the three. */
export function neighboursOf(call: Pick<Call, 'partition'>, row: VpnConnectionRow): Neighbours {
  const vpc = row.VpcId === '' ? null : call.partition.table(vpcTable).get(row.VpcId);
  const gateway = call.partition.table(vpnGatewayTable).get(row.VpnGatewayId);
  const customer = call.partition.table(customerGatewayTable).get(row.CustomerGatewayId);
  if (vpc === undefined || !gateway || !customer) throw new Error(`the VPN connection ${row.VpnConnectionId} has lost an end`);
  return { vpc, gateway, customer };
}

const endsOf = ({ gateway, customer }: Neighbours) => ({ local: gateway.PublicIpAddress, remote: customer.IpAddress });

/** A key stands on one line of a device's configuration. The message does not repeat it. */
function refuseBadKey(key: string | undefined, code: string): void {
  if (key !== undefined && /[\r\n]/.test(key)) throw new CloudError(code, 'A pre-shared key has no line breaks.');
}

/** Makes a connection; it is PENDING until the task is over. @throws CloudError. */
export function createConnection(call: Call, between: Neighbours, wanted: ConnectionRequest, codes: ConnectionCodes) {
  refuseUnsettled(between.gateway, codes.busy);
  refuseBadKey(wanted.key, codes.malformed);
  const table = call.table(vpnConnectionTable);
  const { VpnGatewayId } = between.gateway;
  const { CustomerGatewayId } = between.customer;
  spend(call, 'vpn-connections-per-vpn-gateway', table.where('VpnGatewayId', VpnGatewayId).size, codes.overQuota);
  spend(call, 'vpn-connections-per-customer-gateway', table.where('CustomerGatewayId', CustomerGatewayId).size, codes.overQuota);
  const row = addConnection(call, between, wanted, codes, 'PENDING');
  return { row, task: settle(call, row) };
}

/** The same at once, and without regard to quotas: for seeds. */
export function addConnection(
  ctx: CallContext,
  between: Neighbours,
  wanted: ConnectionRequest,
  codes: ConnectionCodes,
  state: VpnConnectionRow['State'] = 'AVAILABLE',
): VpnConnectionRow {
  return ctx.partition.table(vpnConnectionTable).put({
    VpnConnectionId: ctx.partition.newId(vpnConnectionTable, 'vpnx'),
    OldId: String(nextNumber(ctx.world, 'vpn-connection', 534)),
    VpnConnectionName: wanted.name,
    VpcId: between.vpc?.VpcId ?? '',
    VpnGatewayId: between.gateway.VpnGatewayId,
    CustomerGatewayId: between.customer.CustomerGatewayId,
    PreShareKey: wanted.key,
    State: state,
    Changing: false,
    NetStatus: state === 'AVAILABLE' ? 'AVAILABLE' : 'UNAVAILABLE',
    Policies: policiesOf(between.vpc, wanted.policies, codes),
    Ike: ikeOf(wanted.ike, endsOf(between), codes),
    Ipsec: ipsecOf(wanted.ipsec),
    CreatedTime: cloudTime(ctx.now),
    ...(wanted.today ? { Today: wanted.today } : {}),
  });
}

/** The task at whose end the connection works, and the remote end answers. */
function settle(call: Call, row: VpnConnectionRow): number {
  const works = { State: 'AVAILABLE', Changing: false, NetStatus: 'AVAILABLE' } as const;
  return startTask(call, { family: 'vpn-connection', effects: [willSet(call.partition, vpnConnectionTable, row.VpnConnectionId, works)] });
}

/** @throws CloudError `code` while something is done with the connection. */
function refuseBusy(row: VpnConnectionRow, code: string): void {
  if (row.State !== 'AVAILABLE') throw new CloudError(code, `The VPN connection ${row.VpnConnectionId} is ${row.State}.`);
}

/**
 * Changes what is given and leaves the rest; a set of options is replaced as a whole, with its defaults. Whatever is not
 * just the name interrupts the tunnel until the task is over. @returns the task.
 */
export function modifyConnection(call: Call, row: VpnConnectionRow, changes: Partial<ConnectionRequest>, codes: ConnectionCodes): number {
  refuseBusy(row, codes.busy);
  refuseBadKey(changes.key, codes.malformed);
  const between = neighboursOf(call, row);
  const after: VpnConnectionRow = {
    ...row,
    VpnConnectionName: changes.name ?? row.VpnConnectionName,
    PreShareKey: changes.key ?? row.PreShareKey,
    Policies: changes.policies ? policiesOf(between.vpc, changes.policies, codes) : row.Policies,
    Ike: changes.ike ? ikeOf(changes.ike, endsOf(between), codes) : row.Ike,
    Ipsec: changes.ipsec ? ipsecOf(changes.ipsec) : row.Ipsec,
    CustomerGatewayId: changes.customer?.CustomerGatewayId ?? row.CustomerGatewayId,
    ...(changes.today ? { Today: { ...row.Today, ...changes.today } } : {}),
  };
  const { name: _name, ...more } = changes;
  if (Object.values(more).every((value) => value === undefined)) {
    call.table(vpnConnectionTable).put(after);
    return startTask(call, { family: 'vpn-connection', effects: [] });
  }
  call.table(vpnConnectionTable).put({ ...after, State: 'PENDING', Changing: true, NetStatus: 'UNAVAILABLE' });
  return settle(call, after);
}

/** Deletes it. @returns the task. @throws CloudError while something else is done with it. */
export function deleteConnection(call: Call, row: VpnConnectionRow, busy: string): number {
  refuseBusy(row, busy);
  call.table(vpnConnectionTable).put({ ...row, State: 'DELETING', NetStatus: 'UNAVAILABLE' });
  return startTask(call, { family: 'vpn-connection', effects: [willGo(call.partition, vpnConnectionTable, row.VpnConnectionId)] });
}

/** Lets the two ends agree anew: the tunnel is down until they have. */
export function resetConnection(call: Call, row: VpnConnectionRow, busy: string): void {
  refuseBusy(row, busy);
  call.table(vpnConnectionTable).put({ ...row, NetStatus: 'UNAVAILABLE' });
  settle(call, row);
}
