import type { DhcpIp } from '../../../catalogue/families/dhcp-ip/index.ts';
import { by, defineTable, type StoredRow } from '../../world/table.ts';

export type DhcpIpRow = StoredRow<DhcpIp>;

export const dhcpIpTable = defineTable<DhcpIpRow>()({
  name: 'dhcp-ip',
  scope: 'region',
  id: (row) => row.DhcpIpId,
  indexes: by('VpcId', 'SubnetId', 'AddressIp'),
  blocks: ['VpcId', 'SubnetId'],
});
