import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import { blockKeys } from '../../rules/blocks.ts';
import { defineTable, type StoredRow } from '../../world/table.ts';

/** One VPC under both generations: the fields of API 3.0 (7465), and the id that the 2017 generation first gave it. */
export interface VpcRow extends StoredRow<Vpc> {
  /** "gz_vpc_266" (8277). */
  readonly OldId: string;
  /** A /56; of accounts of today. Empty or left out: none. */
  readonly Ipv6CidrBlock?: string;
  /** Secondary ranges, likewise. */
  readonly AssistantCidrs?: readonly string[];
}

export const vpcTable = defineTable<VpcRow>()({
  name: 'vpc',
  scope: 'region',
  id: (row) => row.VpcId,
  indexes: {
    OldId: (row) => row.OldId,
    VpcName: (row) => row.VpcName,
    Default: (row) => String(row.IsDefault),
    CidrBlock: (row) => blockKeys(row.CidrBlock),
  },
});

/** An address that support has set aside for a pair of instances to share (8908). Only the control API makes one. */
interface VipRow {
  readonly VipId: string;
  readonly VpcId?: string;
  readonly LanIp?: string;
}

export const vipTable = defineTable<VipRow>()({ name: 'vip', scope: 'region', id: (row) => row.VipId, indexes: {} });

/** All blocks of a VPC: its own, the secondary ones, that of IPv6. */
export const blocksOfVpc = ({ CidrBlock, AssistantCidrs = [], Ipv6CidrBlock = '' }: VpcRow): string[] => [
  CidrBlock,
  ...AssistantCidrs,
  ...(Ipv6CidrBlock === '' ? [] : [Ipv6CidrBlock]),
];
