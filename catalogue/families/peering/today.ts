/** Peerings in API 3.0 of today: one action within a region and between regions, done with its answer. A request cannot be renewed. */
import { bind } from '../../binding.ts';
import {
  action,
  actionTable,
  choice,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

const PeeringConnectionId = ref('peering', { refusedAs: 'ResourceNotFound' });
const PeeringConnectionName = text({ max: 60, refusedAs: 'InvalidParameterValue' });
const VpcId = ref('vpc', { refusedAs: 'ResourceNotFound' });
const Bandwidth = integer({ min: 1, measure: 'Mbps' });
/** By the highest of each day, or by the 95th percentile of the month. */
const ChargeType = choice(['POSTPAID_BY_DAY_MAX', 'POSTPAID_BY_MONTH_95']);
const QosLevel = choice(['PT', 'AU', 'AG']);
const Type = choice(['VPC_PEER', 'VPC_BM_PEER']);
const byId = { PeeringConnectionId: required(PeeringConnectionId) } as const;
const stepErrors = [
  'ResourceNotFound',
  'UnsupportedOperation.VpcPeerInvalidStateChange',
  'UnsupportedOperation.VpcPeerPurviewError',
] as const;
const found = { by: 'vpc:DescribeVpcPeeringConnections', where: { PeeringConnectionIds: 'PeeringConnectionId' } } as const;

export const todaysActions = actionTable({
  'vpc:DescribeVpcPeeringConnections': list3({
    source: 'today',
    ids: { PeeringConnectionIds: listOf(PeeringConnectionId, { max: 100 }) },
    filters: filters({ 'vpc-id': VpcId, 'peering-connection-name': text() }, { max: 10, maxValues: 5 }),
    rows: {
      PeerConnectionSet: struct({
        SourceVpcId: ref('vpc'),
        PeerVpcId: ref('vpc'),
        PeeringConnectionId,
        PeeringConnectionName: text(),
        State: choice(['PENDING', 'ACTIVE', 'REJECTED', 'DELETED', 'FAILED', 'EXPIRED', 'ISOLATED']),
        SourceUin: foreign('account', { wire: 'Integer' }),
        DestinationUin: foreign('account', { wire: 'Integer' }),
        AppId: foreign('account', { wire: 'Integer' }),
        CreateTime: time(),
        SourceRegion: optional(foreign('region')),
        DestinationRegion: optional(foreign('region')),
        Bandwidth: optional(integer({ measure: 'Mbps' })),
        ChargeType: optional(ChargeType),
        QosLevel: optional(QosLevel),
        Type: optional(Type),
        DestinationVpcId: optional(ref('vpc')),
        PeerAppId: optional(foreign('account', { wire: 'Integer' })),
        IsNgw: optional(flag()),
      }),
    },
    errors: ['ResourceNotFound'],
  }),
  'vpc:CreateVpcPeeringConnection': action({
    kind: 'create',
    source: 'today',
    params: {
      SourceVpcId: required(VpcId),
      PeeringConnectionName: required(PeeringConnectionName),
      DestinationVpcId: required(VpcId),
      DestinationUin: required(foreign('account')),
      DestinationRegion: required(foreign('region')),
      Bandwidth,
      Type,
      ChargeType,
      QosLevel,
    },
    results: { PeeringConnectionId: ref('peering') },
    errors: [
      'InvalidParameterValue',
      'LimitExceeded.VpcPeerAvaLimitExceeded',
      'ResourceNotFound',
      'UnsupportedOperation',
      'UnsupportedOperation.VpcPeerCidrConflict',
    ],
    changes: ['peering', 'vpc'],
    danger: 'costs',
    lookUp: {
      by: 'vpc:DescribeVpcPeeringConnections',
      where: { 'peering-connection-name': 'PeeringConnectionName', 'vpc-id': 'SourceVpcId' },
      expect: 'exists',
      compare: { PeeringConnectionName: 'PeeringConnectionName', SourceVpcId: 'SourceVpcId', PeerVpcId: 'DestinationVpcId' },
    },
  }),
  'vpc:ModifyVpcPeeringConnection': action.update({
    source: 'today',
    params: { ...byId, PeeringConnectionName, Bandwidth, ChargeType },
    errors: ['InvalidParameter', 'InvalidParameterValue', 'ResourceNotFound'],
    changes: ['peering'],
    lookUp: {
      ...found,
      expect: 'same',
      compare: { PeeringConnectionName: 'PeeringConnectionName', Bandwidth: 'Bandwidth', ChargeType: 'ChargeType' },
    },
  }),
  'vpc:DeleteVpcPeeringConnection': action.delete({
    source: 'today',
    params: byId,
    errors: ['ResourceNotFound'],
    changes: ['peering', 'route-table', 'vpc'],
    lookUp: { ...found, expect: 'absent' },
  }),
  'vpc:AcceptVpcPeeringConnection': action.operate({ source: 'today', params: byId, errors: stepErrors, changes: ['peering'] }),
  'vpc:RejectVpcPeeringConnection': action.operate({ source: 'today', params: byId, errors: stepErrors, changes: ['peering'] }),
});

const absent = { 'InvalidVpc.NotFound': 'ResourceNotFound', 'InvalidPeeringConnection.NotFound': 'ResourceNotFound' } as const;
const ends = { vpcId: 'SourceVpcId', peerVpcId: 'DestinationVpcId', peerUin: 'DestinationUin' } as const;
const refusals = {
  ...absent,
  PeeringConnectionVpcConflict: 'UnsupportedOperation.VpcPeerCidrConflict',
  PeeringConnectionLimitExceeded: 'LimitExceeded.VpcPeerAvaLimitExceeded',
} as const;
const types = { at: 'Type', values: { 1: 'VPC_PEER', 2: 'VPC_BM_PEER' } } as const;
/** Any whole number, where the documents know seven. */
const bandwidth = Bandwidth;
const chargeType = ChargeType;
const change = bind('vpc:ModifyVpcPeeringConnection', { follow: 'answer', refusals: absent });
const remove = bind('vpc:DeleteVpcPeeringConnection', { follow: 'answer', refusals: absent });
const stepRefusals = {
  ...absent,
  UnauthorizedOperation: 'UnsupportedOperation.VpcPeerPurviewError',
  OperationFailed: 'UnsupportedOperation.VpcPeerInvalidStateChange',
} as const;
const accept = bind('vpc:AcceptVpcPeeringConnection', { follow: 'answer', refusals: stepRefusals });
const reject = bind('vpc:RejectVpcPeeringConnection', { follow: 'answer', refusals: stepRefusals });

export const today = {
  'vpc2017:DescribeVpcPeeringConnections': bind('vpc:DescribeVpcPeeringConnections', {
    takes: {
      vpcId: { filter: 'vpc-id' },
      peeringConnectionId: 'PeeringConnectionIds',
      peeringConnectionName: { filter: 'peering-connection-name' },
    },
    lacks: ['state', 'orderField', 'orderDirection'],
    gives: {
      unVpcId: 'SourceVpcId',
      vpcId: 'SourceVpcId',
      unPeerVpcId: ['PeerVpcId', 'DestinationVpcId'],
      peerVpcId: ['PeerVpcId', 'DestinationVpcId'],
      uin: 'SourceUin',
      peerUin: 'DestinationUin',
      state: { at: 'State', values: { 0: 'PENDING', 1: 'ACTIVE', 2: 'EXPIRED', 3: 'REJECTED', 4: 'DELETED' } },
      type: types,
    },
    refusals: absent,
  }),
  'vpc2017:CreateVpcPeeringConnection': bind('vpc:CreateVpcPeeringConnection', {
    takes: ends,
    fills: { DestinationRegion: 'region' },
    refusals,
  }),
  'vpc2017:CreateVpcPeeringConnectionEx': bind('vpc:CreateVpcPeeringConnection', {
    takes: { ...ends, peerRegion: 'DestinationRegion', type: types },
    offers: {
      bandwidth: required(bandwidth),
      chargeType: { ...chargeType, default: 'POSTPAID_BY_DAY_MAX' },
      qosLevel: { ...QosLevel, default: 'AU', immutable: true },
    },
    follow: 'answer',
    refusals,
  }),
  'vpc2017:ModifyVpcPeeringConnection': change,
  'vpc2017:ModifyVpcPeeringConnectionEx': { ...change, offers: { bandwidth, chargeType } },
  'vpc2017:DeleteVpcPeeringConnection': remove,
  'vpc2017:DeleteVpcPeeringConnectionEx': remove,
  'vpc2017:AcceptVpcPeeringConnection': accept,
  'vpc2017:AcceptVpcPeeringConnectionEx': accept,
  'vpc2017:RejectVpcPeeringConnection': reject,
  'vpc2017:RejectVpcPeeringConnectionEx': reject,
} as const;
