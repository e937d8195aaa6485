import { defineTable } from '../../world/table.ts';

/** One VPC of a peering, and whose it is. */
export interface PeeringSide {
  readonly Uin: string;
  readonly Region: string;
  readonly VpcId: string;
  readonly OldVpcId: string;
  readonly CidrBlock: string;
}

/** A peering of two VPCs, seen by the accounts of both: `From` asked for it, `To` was asked (14648). */
export interface PeeringRow {
  readonly PeeringConnectionId: string;
  readonly PeeringConnectionName: string;
  readonly From: PeeringSide;
  readonly To: PeeringSide;
  /** 0 asked for, 1 active, 3 rejected, 4 being deleted (8373). That a request has expired (2) follows from its age. */
  readonly State: 0 | 1 | 3 | 4;
  /** World time of the request, in epoch milliseconds. */
  readonly AskedAt: number;
  /** Mbps between regions; 0 where there is no limit. */
  readonly Bandwidth: number;
  /** Of one between regions, as today has them: how it is paid for, and how well it is served. */
  readonly ChargeType?: 'POSTPAID_BY_DAY_MAX' | 'POSTPAID_BY_MONTH_95';
  readonly QosLevel?: 'PT' | 'AU' | 'AG';
  readonly CreatedTime: string;
}

export const sideKey = (side: Pick<PeeringSide, 'Uin' | 'Region'>): string => `${side.Uin}/${side.Region}`;

export const peeringTable = defineTable<PeeringRow>()({
  name: 'peering',
  scope: 'world',
  id: (row) => row.PeeringConnectionId,
  indexes: {
    VpcId: ({ From, To }) => [From.VpcId, To.VpcId],
    /** By "uin/region" of either side. */
    Side: ({ From, To }) => (sideKey(From) === sideKey(To) ? sideKey(From) : [sideKey(From), sideKey(To)]),
  },
  blocks: ['VpcId'],
  countedAs: 'vpcPeerNum',
});
