import type { Ccn, CcnAttachment, CcnRoute, CcnRouteTable, CcnSelection } from '../../../catalogue/families/ccn/parts.ts';
import { defineTable } from '../../world/table.ts';

/** What is counted of other tables is no field of a row. */
export interface CcnRow extends Omit<Ccn, 'InstanceCount' | 'RouteTableCount' | 'CreateTime' | 'RouteSelectPolicyFlag'> {
  readonly Uin: string;
  readonly InstanceChargeType: 'POSTPAID' | 'PREPAID';
  readonly BandwidthLimitType: 'OUTER_REGION_LIMIT' | 'INTER_REGION_LIMIT';
  readonly RouteOverlapFlag: boolean;
  readonly RouteECMPFlag: boolean;
  readonly CreatedTime: string;
}

export const ccnTable = defineTable<CcnRow>()({
  name: 'ccn',
  scope: 'world',
  id: (row) => row.CcnId,
  indexes: { Uin: (row) => row.Uin, CcnName: (row) => row.CcnName },
});

/** A network that is attached, or asks to be. Both accounts see it; names come from the network's own row. */
export interface AttachmentRow extends Omit<CcnAttachment, 'InstanceName' | 'RouteTableName' | 'AttachedTime' | 'CidrBlock' | 'State'> {
  /** That a request has expired follows from its age. */
  readonly State: 'PENDING' | 'ATTACHING' | 'ACTIVE' | 'DETACHING' | 'REJECTED';
  readonly RouteTableId: string;
  /** World time of the request, in epoch milliseconds. */
  readonly AskedAt: number;
  readonly CreatedTime: string;
}

export const attachmentKey = (ccnId: string, instanceId: string): string => `${ccnId}/${instanceId}`;

export const attachmentTable = defineTable<AttachmentRow>()({
  name: 'ccn-attachment',
  scope: 'world',
  id: (row) => attachmentKey(row.CcnId, row.InstanceId),
  indexes: {
    CcnId: (row) => row.CcnId,
    InstanceId: (row) => row.InstanceId,
    VpcId: (row) => (row.InstanceType === 'VPC' ? row.InstanceId : undefined),
    RouteTableId: (row) => row.RouteTableId,
    Party: (row) => (row.CcnUin === row.InstanceUin ? row.CcnUin : [row.CcnUin, row.InstanceUin]),
  },
  blocks: ['VpcId'],
});

export interface CcnTableRow extends Omit<CcnRouteTable, 'CreateTime'> {
  readonly CreatedTime: string;
}

export const ccnTablesTable = defineTable<CcnTableRow>()({
  name: 'ccn-route-table',
  scope: 'world',
  id: (row) => row.CcnRouteTableId,
  indexes: { CcnId: (row) => row.CcnId },
});

export interface CcnRouteRow extends Pick<CcnRoute, 'RouteId' | 'DestinationCidrBlock' | 'InstanceId' | 'Enabled' | 'RouteTableId'> {
  readonly CcnId: string;
  /** As the route tables of VPCs number it. */
  readonly Number: number;
  readonly CreatedTime: string;
}

export const ccnRoutesTable = defineTable<CcnRouteRow>()({
  name: 'ccn-route',
  scope: 'world',
  id: (row) => row.RouteId,
  indexes: {
    CcnId: (row) => row.CcnId,
    RouteTableId: (row) => row.RouteTableId,
    Attachment: (row) => attachmentKey(row.CcnId, row.InstanceId),
  },
});

export type SelectionRow = Pick<CcnSelection, 'CcnId' | 'RouteTableId' | 'InstanceType' | 'InstanceId' | 'SourceCidrBlock'> & {
  readonly Description: string;
  readonly CreatedTime: string;
};

export const selectionTable = defineTable<SelectionRow>()({
  name: 'ccn-selection',
  scope: 'world',
  id: (row) => `${row.CcnId}/${row.InstanceId}/${row.SourceCidrBlock}`,
  indexes: { CcnId: (row) => row.CcnId, RouteTableId: (row) => row.RouteTableId },
});

/** Mbps from a region, or between two. */
interface LimitRow {
  readonly CcnId: string;
  readonly Region: string;
  readonly DstRegion: string;
  readonly BandwidthLimit: number;
  readonly CreatedTime: string;
}

export const limitTable = defineTable<LimitRow>()({
  name: 'ccn-limit',
  scope: 'world',
  id: (row) => `${row.CcnId}/${row.Region}/${row.DstRegion}`,
  indexes: { CcnId: (row) => row.CcnId },
});
