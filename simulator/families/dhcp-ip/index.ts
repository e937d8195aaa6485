/** DHCP IPs over API 3.0 of today. */
import type { actions } from '../../../catalogue/families/dhcp-ip/index.ts';
import { spend } from '../../accounts/quota.ts';
import type { Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { freeAddresses } from '../../rules/addresses.ts';
import { bindToHolder, freeEip, unbindAt } from '../../rules/eips.ts';
import { rowIn } from '../../rules/rows.ts';
import { subnetTable } from '../subnet/table.ts';
import { api3Codes, vpcOf } from '../vpc/rules.ts';
import { addDhcpIp, dhcpIps } from './rules.ts';
import { dhcpIpTable } from './table.ts';

export const handlers = {
  'vpc:DescribeDhcpIps': dhcpIps.list,
  'vpc:ModifyDhcpIpAttribute': dhcpIps.update,

  'vpc:CreateDhcpIp': ({ VpcId, SubnetId, DhcpIpName, SecondaryPrivateIpAddressCount = 1 }, call) => {
    const subnet = rowIn(call, vpcOf(call, VpcId, api3Codes), subnetTable, 'subnet', SubnetId, 'ResourceNotFound');
    spend(call, 'dhcp-ips-per-region', call.table(dhcpIpTable).size, 'LimitExceeded', SecondaryPrivateIpAddressCount);
    const free = freeAddresses(call.partition, subnet, SecondaryPrivateIpAddressCount);
    if (free.length < SecondaryPrivateIpAddressCount) {
      throw new CloudError('ResourceInsufficient.Subnet', `The subnet ${SubnetId} has ${free.length} free addresses.`);
    }
    return { DhcpIpSet: free.map((address) => addDhcpIp(call, subnet, DhcpIpName, address)) };
  },

  'vpc:DeleteDhcpIp': (params, call) => {
    const { AddressIp } = dhcpIps.find(call, params.DhcpIpId);
    if (AddressIp) throw new CloudError('UnsupportedOperation', `The elastic IP ${AddressIp} is bound to ${params.DhcpIpId}.`);
    dhcpIps.delete(params, call);
  },

  'vpc:AssociateDhcpIpWithAddressIp': ({ DhcpIpId, AddressIp }, call) => {
    const row = dhcpIps.find(call, DhcpIpId);
    if (row.AddressIp) throw new CloudError('UnsupportedOperation', `The elastic IP ${row.AddressIp} is bound to ${DhcpIpId}.`);
    bindToHolder(call.partition, freeEip(call, AddressIp, 'UnsupportedOperation.BindEIP'), DhcpIpId, row);
    call.table(dhcpIpTable).put({ ...row, AddressIp });
  },

  'vpc:DisassociateDhcpIpWithAddressIp': ({ DhcpIpId }, call) => {
    const row = dhcpIps.find(call, DhcpIpId);
    if (!row.AddressIp) throw new CloudError('UnsupportedOperation.UnbindEIP', `No elastic IP is bound to ${DhcpIpId}.`);
    unbindAt(call.partition, row.VpcId, row.PrivateIpAddress);
    call.table(dhcpIpTable).put({ ...row, AddressIp: '' });
  },
} satisfies Handlers<keyof typeof actions>;
