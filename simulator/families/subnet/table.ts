import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { blockKeys } from '../../rules/blocks.ts';
import { defineTable, type StoredRow } from '../../world/table.ts';

/** One subnet under both generations (7449). A subnet has exactly one route table (2419). */
export interface SubnetRow extends StoredRow<Omit<Subnet, 'AvailableIpAddressCount' | 'TotalIpAddressCount' | 'NetworkAclId'>> {
  /** "gz_subnet_18720" (8286). */
  readonly OldId: string;
  /** Empty while no network ACL is bound. */
  readonly NetworkAclId: string;
  /** A /64 of the VPC's block; of accounts of today. Empty or left out: none. */
  readonly Ipv6CidrBlock?: string;
}

export const subnetTable = defineTable<SubnetRow>()({
  name: 'subnet',
  scope: 'region',
  id: (row) => row.SubnetId,
  indexes: {
    OldId: (row) => row.OldId,
    VpcId: (row) => row.VpcId,
    SubnetName: (row) => row.SubnetName,
    Zone: (row) => row.Zone,
    Default: (row) => String(row.IsDefault),
    CidrBlock: (row) => blockKeys(row.CidrBlock),
    RouteTableId: (row) => row.RouteTableId,
    NetworkAclId: (row) => row.NetworkAclId || undefined,
  },
  blocks: ['VpcId'],
  countedAs: 'subnetNum',
});
