/** What CCNs, and what hangs on them, are listed as. */
import { choice, cidr, flag, foreign, integer, listOf, optional, type Row, ref, required, struct, text, time } from '../../define.ts';

export const CcnId = ref('ccn', { refusedAs: 'ResourceNotFound' });
export const CcnName = text({ max: 60 });
export const CcnDescription = text({ max: 100 });
export const limitTypes = ['OUTER_REGION_LIMIT', 'INTER_REGION_LIMIT'] as const;
const instanceTypes = ['VPC', 'DIRECTCONNECT', 'BMVPC', 'VPNGW'] as const;
export const InstanceType = choice(instanceTypes);

export const ccnShape = struct({
  CcnId,
  CcnName: text(),
  CcnDescription: optional(text()),
  State: choice(['AVAILABLE', 'ISOLATED']),
  InstanceCount: integer({ measure: 'count' }),
  RouteTableCount: optional(integer({ measure: 'count' })),
  InstanceChargeType: optional(choice(['POSTPAID', 'PREPAID'])),
  BandwidthLimitType: optional(choice(limitTypes)),
  QosLevel: optional(choice(['PT', 'AU', 'AG'])),
  RouteOverlapFlag: optional(flag()),
  RouteECMPFlag: optional(flag()),
  RouteSelectPolicyFlag: optional(flag()),
  CreateTime: time(),
});

export type Ccn = Row<typeof ccnShape>;

/** What is attached: a VPC, mostly. States of other accounts' attachments wait for the owner of the network. */
export const attachmentShape = struct({
  CcnId,
  CcnUin: text(),
  InstanceType,
  InstanceId: text(),
  InstanceName: optional(text()),
  InstanceRegion: foreign('region'),
  InstanceUin: text(),
  // Of IPv4 and of IPv6.
  CidrBlock: listOf(text()),
  State: choice(['PENDING', 'ACTIVE', 'EXPIRED', 'REJECTED', 'DELETED', 'FAILED', 'ATTACHING', 'DETACHING', 'DETACHFAILED']),
  AttachedTime: optional(time()),
  Description: optional(text()),
  RouteTableId: optional(text()),
  RouteTableName: optional(text()),
});

export type CcnAttachment = Row<typeof attachmentShape>;

export const routeShape = struct({
  RouteId: text(),
  DestinationCidrBlock: text(),
  InstanceType,
  InstanceId: text(),
  InstanceName: optional(text()),
  InstanceRegion: foreign('region'),
  InstanceUin: optional(text()),
  Enabled: flag(),
  IsBgp: optional(flag()),
  RoutePriority: optional(integer()),
  RouteTableId: text(),
  UpdateTime: optional(time()),
});

export type CcnRoute = Row<typeof routeShape>;

export const tableShape = struct({
  CcnId,
  CcnRouteTableId: text(),
  RouteTableName: text(),
  RouteTableDescription: optional(text()),
  IsDefaultTable: flag(),
  CreateTime: optional(time()),
});

export type CcnRouteTable = Row<typeof tableShape>;

export const selectionShape = struct({
  CcnId,
  RouteTableId: text(),
  RouteTableName: optional(text()),
  InstanceType,
  InstanceId: text(),
  InstanceName: optional(text()),
  InstanceUin: optional(text()),
  SourceCidrBlock: cidr(),
  Description: optional(text()),
});

export type CcnSelection = Row<typeof selectionShape>;

export const limitShape = struct({
  Region: required(foreign('region')),
  BandwidthLimit: required(integer({ min: 0, measure: 'Mbps' })),
  DstRegion: foreign('region'),
});

/** An instance as calls name it; `more` is what some of them say besides. */
export const instances = <const M extends object>(more: M) =>
  listOf(
    struct({
      InstanceType: required(InstanceType),
      InstanceId: required(text()),
      InstanceRegion: required(foreign('region')),
      ...more,
    }),
    { max: 20 },
  );
