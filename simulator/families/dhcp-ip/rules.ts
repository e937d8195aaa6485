/** What holds for DHCP IPs, whoever makes them. */
import type { CallContext } from '../../call.ts';
import { takeAddress } from '../../rules/addresses.ts';
import { usual } from '../../rules/usual.ts';
import type { SubnetRow } from '../subnet/table.ts';
import { type DhcpIpRow, dhcpIpTable } from './table.ts';

export const dhcpIps = usual('dhcp-ip', dhcpIpTable);

/** Makes one at this address of the subnet, which nobody has. */
export function addDhcpIp(
  ctx: CallContext,
  { VpcId, SubnetId, ...subnet }: SubnetRow,
  DhcpIpName: string,
  PrivateIpAddress: string,
): DhcpIpRow {
  const unbound = { AddressIp: '', NetworkInterfaceId: '', State: 'UNBIND' } as const;
  const row = dhcpIps.add(ctx, { DhcpIpName, VpcId, SubnetId, PrivateIpAddress, ...unbound });
  takeAddress(ctx.partition, { VpcId, SubnetId, ...subnet }, PrivateIpAddress, row.DhcpIpId);
  return row;
}
