/** Direct-connect gateways in API 3.0 of today: done with the answer. Their translations have moved to private NAT gateways. */
import { bind } from '../../binding.ts';
import {
  action,
  actionTable,
  address,
  choice,
  filters,
  flag,
  integer,
  listOf,
  optional,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { tagParam } from '../../tags.ts';
import { list3 } from '../shared.ts';

const DirectConnectGatewayId = ref('direct-connect-gateway', { refusedAs: 'ResourceNotFound' });
const DirectConnectGatewayName = text({ max: 60, refusedAs: 'InvalidParameterValue.Malformed' });
const NetworkType = choice(['VPC', 'CCN']);
const GatewayType = choice(['NORMAL', 'NAT']);

/** How routes are published to a CCN: block by block, or as they are. */
const ModeType = choice(['standard', 'exquisite']);
const CcnRouteType = choice(['BGP', 'STATIC']);
const placed = {
  GatewayAsn: integer({ min: 45_090, max: 4_294_967_294, immutable: true }),
  Zone: text({ immutable: true }),
  HaZoneGroupId: text({ immutable: true }),
  // Its rows tell no tags: they can be given, and seen where all tags are.
  Tags: tagParam,
} as const;

const shape = struct({
  DirectConnectGatewayId: ref('direct-connect-gateway'),
  DirectConnectGatewayName: text(),
  VpcId: ref('vpc'),
  NetworkType,
  NetworkInstanceId: text(),
  GatewayType,
  CreateTime: time(),
  DirectConnectGatewayIp: optional(address()),
  CcnId: optional(text()),
  CcnRouteType: optional(choice(['BGP', 'STATIC'])),
  EnableBGP: optional(flag()),
  ModeType: optional(ModeType),
  GatewayAsn: optional(integer()),
  Zone: optional(text()),
  HaZoneList: optional(listOf(text())),
});
const byId = { DirectConnectGatewayId: required(DirectConnectGatewayId) } as const;
const found = { by: 'vpc:DescribeDirectConnectGateways', where: { DirectConnectGatewayIds: 'DirectConnectGatewayId' } } as const;

export const todaysActions = actionTable({
  'vpc:DescribeDirectConnectGateways': list3({
    source: 'today',
    ids: { DirectConnectGatewayIds: listOf(ref('direct-connect-gateway'), { max: 100 }) },
    filters: filters(
      {
        'direct-connect-gateway-id': ref('direct-connect-gateway'),
        'direct-connect-gateway-name': text(),
        'vpc-id': ref('vpc'),
        'direct-connect-gateway-ip': text(),
        'gateway-type': GatewayType,
        'network-type': NetworkType,
        'ccn-id': ref('ccn'),
      },
      { max: 10, maxValues: 5 },
    ),
    rows: { DirectConnectGatewaySet: shape },
    errors: ['InvalidParameterValue'],
  }),
  'vpc:CreateDirectConnectGateway': action({
    kind: 'create',
    source: 'today',
    params: {
      DirectConnectGatewayName: required(DirectConnectGatewayName),
      NetworkType: required(NetworkType),
      NetworkInstanceId: text(),
      GatewayType: { ...GatewayType, default: 'NORMAL' },
      ModeType,
      ...placed,
    },
    results: { DirectConnectGateway: shape },
    errors: ['InvalidParameterValue.Malformed', 'LimitExceeded', 'ResourceNotFound', 'UnsupportedOperation'],
    changes: ['direct-connect-gateway', 'vpc'],
    lookUp: {
      by: 'vpc:DescribeDirectConnectGateways',
      where: { 'direct-connect-gateway-name': 'DirectConnectGatewayName' },
      expect: 'exists',
      compare: { NetworkInstanceId: 'NetworkInstanceId', GatewayType: 'GatewayType' },
    },
  }),
  'vpc:ModifyDirectConnectGatewayAttribute': action.update({
    source: 'today',
    params: { ...byId, DirectConnectGatewayName, CcnRouteType, ModeType },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation'],
    changes: ['direct-connect-gateway'],
    lookUp: {
      ...found,
      expect: 'same',
      compare: { DirectConnectGatewayName: 'DirectConnectGatewayName', CcnRouteType: 'CcnRouteType', ModeType: 'ModeType' },
    },
  }),
  'vpc:DeleteDirectConnectGateway': action.delete({
    source: 'today',
    params: byId,
    errors: ['ResourceInUse', 'ResourceNotFound', 'UnsupportedOperation'],
    changes: ['direct-connect-gateway', 'route-table', 'vpc'],
    lookUp: { ...found, expect: 'absent' },
  }),
});

const absent = { 'InvalidVpc.NotFound': 'ResourceNotFound', 'InvalidDirectConnectGateway.NotFound': 'ResourceNotFound' } as const;
const kinds = { 0: 'NORMAL', 1: 'NAT' } as const;
const change = { drops: ['vpcId'], follow: 'answer', refusals: { ...absent, ActionLocked: 'UnsupportedOperation' } } as const;

export const today = {
  'vpc2017:DescribeDirectConnectGateway': bind('vpc:DescribeDirectConnectGateways', {
    takes: {
      vpcId: { filter: 'vpc-id' },
      directConnectGatewayId: 'DirectConnectGatewayIds',
      directConnectGatewayName: { filter: 'direct-connect-gateway-name' },
    },
    lacks: ['orderField', 'orderDirection'],
    // A gateway of a cloud connect network is in no VPC.
    gives: {
      unVpcId: ['VpcId', 'NetworkInstanceId'],
      vpcId: ['VpcId', 'NetworkInstanceId'],
      type: { at: 'GatewayType', values: kinds },
    },
    refusals: { 'InvalidVpc.NotFound': 'InvalidParameterValue', 'InvalidDirectConnectGateway.NotFound': 'InvalidParameterValue' },
  }),
  'vpc2017:CreateDirectConnectGateway': bind('vpc:CreateDirectConnectGateway', {
    takes: { vpcId: 'NetworkInstanceId', type: { at: 'GatewayType', values: kinds } },
    fills: { NetworkType: { is: 'VPC' } },
    offers: { gatewayAsn: placed.GatewayAsn, zone: placed.Zone, haZoneGroupId: placed.HaZoneGroupId, Tags: tagParam },
    tells: 'DirectConnectGateway',
    refusals: { ...absent, DirectConnectGatewayLimitExceeded: 'LimitExceeded' },
  }),
  'vpc2017:ModifyDirectConnectGateway': bind('vpc:ModifyDirectConnectGatewayAttribute', {
    ...change,
    // Of those of the CCN kind alone.
    offers: { ccnRouteType: CcnRouteType, modeType: ModeType },
  }),
  'vpc2017:DeleteDirectConnectGateway': bind('vpc:DeleteDirectConnectGateway', change),
} as const;
