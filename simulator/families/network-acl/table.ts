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

/** One rule of five parts, in the order of its direction: as today's API lists it, without its place. */
export interface FiveRule {
  readonly NetworkAclQuintupleEntryId: string;
  readonly NetworkAclDirection: 'INGRESS' | 'EGRESS';
  readonly Protocol: string;
  readonly SourceCidr: string;
  readonly SourceIPv6Cidr: string;
  readonly SourcePort: string;
  readonly DestinationCidr: string;
  readonly DestinationIPv6Cidr: string;
  readonly DestinationPort: string;
  readonly Action: string;
  readonly Description: string;
  readonly CreateTime: string;
}

/** A network ACL. Which subnets it guards stands in the subnets. */
export interface NetworkAclRow {
  readonly NetworkAclId: string;
  readonly NetworkAclName: string;
  readonly VpcId: string;
  readonly Ingress: readonly AclRule[];
  readonly Egress: readonly AclRule[];
  readonly CreatedTime: string;
  /** Its rules have five parts, and stand in `Fives`. */
  readonly IsQuintuple?: boolean;
  readonly Fives?: readonly FiveRule[];
}

export const networkAclTable = defineTable<NetworkAclRow>()({
  name: 'network-acl',
  scope: 'region',
  id: (row) => row.NetworkAclId,
  indexes: { VpcId: (row) => row.VpcId },
  goesWith: ['VpcId'],
});
