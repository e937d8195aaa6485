import { defineTable } from '../../world/table.ts';

/** One rule of a network ACL (10594). The first that fits a packet decides. */
export interface AclRule {
  readonly desc: string;
  readonly ipProtocol: string;
  readonly cidrIp: string;
  readonly portRange: string;
  /** 1 allows, 0 denies (10602). */
  readonly action: 0 | 1;
  /** Instead of the block, in rules that only today's API writes. */
  readonly Ipv6CidrBlock?: string;
}

/** A network ACL. Which subnets it guards stands in the subnets. */
export interface NetworkAclRow {
  readonly NetworkAclId: string;
  readonly NetworkAclName: string;
  readonly VpcId: string;
  readonly Ingress: readonly AclRule[];
  readonly Egress: readonly AclRule[];
  readonly CreatedTime: string;
  /** Its rules have five parts; no action that is simulated writes these. */
  readonly IsQuintuple?: boolean;
}

export const networkAclTable = defineTable<NetworkAclRow>()({
  name: 'network-acl',
  scope: 'region',
  id: (row) => row.NetworkAclId,
  indexes: { VpcId: (row) => row.VpcId },
  goesWith: ['VpcId'],
});
