import type { DnatRule, SnatRule } from '../../../catalogue/families/nat-gateway/rules.ts';
import { defineTable } from '../../world/table.ts';

/** A NAT gateway (18370). Its elastic IPs are those that name it as their resource. */
export interface NatRow {
  readonly NatId: string;
  readonly NatName: string;
  readonly VpcId: string;
  /** 0 running, 1 not available, 2 stopped for arrears (18378). */
  readonly State: 0 | 1 | 2;
  readonly MaxConcurrent: number;
  /** Mbps. */
  readonly Bandwidth: number;
  /** 0 being made, 1 made, 2 failed, 3 being changed, 4 that failed, 5 being deleted, 6 that failed (18384). */
  readonly ProductionStatus: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** What only today's API tells: 2 is of the standard type, which stands in a subnet; left out, 1 and no zone. */
  readonly NatProductVersion?: 1 | 2;
  readonly Zone?: string;
  readonly SubnetId?: string;
  readonly DeletionProtectionEnabled?: boolean;
  readonly CreatedTime: string;
}

export const natTable = defineTable<NatRow>()({
  name: 'nat-gateway',
  scope: 'region',
  id: (row) => row.NatId,
  indexes: { VpcId: (row) => row.VpcId },
  blocks: ['VpcId'],
  countedAs: 'natNum',
  // One that is being deleted takes no more.
  nextHop: { type: 'NAT', takesRoutes: (row) => row.ProductionStatus !== 5 },
});

/** A port of the gateway that leads to a machine. */
export interface DnatRow extends Omit<DnatRule, 'NatGatewayId' | 'VpcId' | 'CreatedTime'> {
  /** The gateway, protocol, address and port that it publishes. */
  readonly Key: string;
  readonly NatGatewayId: string;
  readonly VpcId: string;
  readonly CreatedTime: string;
}

export const dnatTable = defineTable<DnatRow>()({
  name: 'nat-dnat',
  scope: 'region',
  id: (row) => row.Key,
  indexes: { NatGatewayId: (row) => row.NatGatewayId },
  goesWith: ['NatGatewayId'],
});

/** By which of the gateway's addresses a subnet or an interface leaves. */
export interface SnatRow extends Omit<SnatRule, 'NatGatewayId' | 'VpcId' | 'CreatedTime' | 'PublicIpAddresses'> {
  readonly PublicIpAddresses: readonly string[];
  readonly NatGatewayId: string;
  readonly VpcId: string;
  readonly CreatedTime: string;
}

export const snatTable = defineTable<SnatRow>()({
  name: 'nat-snat',
  scope: 'region',
  id: (row) => row.NatGatewaySnatId,
  indexes: { NatGatewayId: (row) => row.NatGatewayId },
  goesWith: ['NatGatewayId'],
});
