/** NAT gateways in API 3.0 of today: work on them is followed by their own state, there is no order and no price. */
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
import { list3 } from '../shared.ts';
import { ruleActions } from './rules.ts';

const NatGatewayId = ref('nat-gateway', { refusedAs: 'ResourceNotFound' });
const VpcId = ref('vpc', { refusedAs: 'ResourceNotFound' });
const InternetMaxBandwidthOut = integer({ min: 1, measure: 'Mbps' });
const MaxConcurrentConnection = integer({ min: 1, measure: 'count' });
const PublicIpAddresses = listOf(address());
const AddressCount = integer({ min: 0, measure: 'count' });

const shape = struct({
  NatGatewayId,
  NatGatewayName: text(),
  VpcId: ref('vpc'),
  State: choice(['PENDING', 'DELETING', 'AVAILABLE', 'UPDATING', 'PENDFAILURE', 'DELETEFAILURE', 'DENIED']),
  NetworkState: choice(['AVAILABLE', 'UNAVAILABLE', 'INSUFFICIENT']),
  MaxConcurrentConnection: integer({ measure: 'count' }),
  InternetMaxBandwidthOut: integer({ measure: 'Mbps' }),
  PublicIpAddressSet: listOf(struct({ AddressId: optional(ref('eip')), PublicIpAddress: address(), IsBlocked: optional(flag()) })),
  CreatedTime: time(),
  Zone: optional(text()),
  SubnetId: optional(text()),
  NatProductVersion: optional(choice([1, 2])),
  DeletionProtectionEnabled: optional(flag()),
});

const DeletionProtectionEnabled = flag();
/** Of which type it is and where it stands: 2 is the standard one. How wide its elastic IPs are: new ones, and those that there are. */
const placed = {
  NatProductVersion: choice([1, 2], { wire: 'Integer', default: 1, immutable: true }),
  Zone: text({ immutable: true }),
  SubnetId: ref('subnet', { immutable: true }),
  PublicIpAddressesBandwidthOut: InternetMaxBandwidthOut,
  StockPublicIpAddressesBandwidthOut: InternetMaxBandwidthOut,
} as const;

const full = 'LimitExceeded.PublicIpAddressPerNatGatewayLimitExceeded';
const noAddress = 'UnsupportedOperation.PublicIpAddressIsNotExisted';
const changes = ['nat-gateway', 'eip'] as const;

export const todaysActions = actionTable({
  ...ruleActions,
  'vpc:DescribeNatGateways': list3({
    source: 'today',
    ids: { NatGatewayIds: listOf(NatGatewayId, { max: 100 }) },
    filters: filters({ 'nat-gateway-id': NatGatewayId, 'vpc-id': VpcId, 'nat-gateway-name': text() }, { max: 10, maxValues: 5 }),
    rows: { NatGatewaySet: shape },
    errors: ['ResourceNotFound'],
  }),
  'vpc:CreateNatGateway': action({
    kind: 'create',
    source: 'today',
    params: {
      NatGatewayName: required(text({ max: 60 })),
      VpcId: required(VpcId),
      InternetMaxBandwidthOut: { ...InternetMaxBandwidthOut, default: 100 },
      MaxConcurrentConnection: { ...MaxConcurrentConnection, default: 1_000_000 },
      AddressCount,
      PublicIpAddresses,
      ...placed,
      DeletionProtectionEnabled,
    },
    results: { NatGatewaySet: listOf(shape), TotalCount: integer() },
    errors: ['ResourceNotFound', 'LimitExceeded.NatGatewayPerVpcLimitExceeded', full, 'ResourceInUse.Address', noAddress],
    changes: [...changes, 'vpc'],
    danger: 'costs',
    lookUp: {
      by: 'vpc:DescribeNatGateways',
      where: { 'nat-gateway-name': 'NatGatewayName', 'vpc-id': 'VpcId' },
      expect: 'exists',
      compare: { NatGatewayName: 'NatGatewayName', VpcId: 'VpcId' },
    },
  }),
  'vpc:ModifyNatGatewayAttribute': action.update({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), NatGatewayName: text({ max: 60 }), InternetMaxBandwidthOut, DeletionProtectionEnabled },
    errors: ['ResourceNotFound'],
    changes: ['nat-gateway'],
    lookUp: {
      by: 'vpc:DescribeNatGateways',
      where: { NatGatewayIds: 'NatGatewayId' },
      expect: 'same',
      compare: { NatGatewayName: 'NatGatewayName', InternetMaxBandwidthOut: 'InternetMaxBandwidthOut' },
    },
  }),
  'vpc:DeleteNatGateway': action.delete({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId) },
    errors: ['ResourceNotFound', 'ResourceInUse', 'UnsupportedOperation.DeletionProtectionEnabled'],
    changes: [...changes, 'route-table', 'vpc'],
  }),
  'vpc:ResetNatGatewayConnection': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), MaxConcurrentConnection: required(MaxConcurrentConnection) },
    errors: ['ResourceNotFound', 'ResourceInUse', 'UnsupportedOperation'],
    changes: ['nat-gateway'],
    danger: 'costs',
  }),
  'vpc:AssociateNatGatewayAddress': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), AddressCount, PublicIpAddresses },
    errors: ['ResourceNotFound', 'ResourceInUse', full, 'ResourceInUse.Address', noAddress],
    changes,
    oneOf: [['PublicIpAddresses', 'AddressCount']],
  }),
  'vpc:DisassociateNatGatewayAddress': action.operate({
    source: 'today',
    params: { NatGatewayId: required(NatGatewayId), PublicIpAddresses: required(PublicIpAddresses) },
    errors: ['ResourceNotFound', 'ResourceInUse', 'UnsupportedOperation.PublicIpAddressDisassociate'],
    changes,
    danger: 'interrupts',
  }),
});

const id = { natId: 'NatGatewayId' } as const;
const size = { maxConcurrent: 'MaxConcurrentConnection' } as const;
const attributes = { natName: 'NatGatewayName', bandwidth: 'InternetMaxBandwidthOut' } as const;
const addresses = { assignedEipSet: 'PublicIpAddresses', autoAllocEipNum: 'AddressCount' } as const;
const absent = { 'InvalidVpc.NotFound': 'ResourceNotFound', 'InvalidNatGatewayId.NotFound': 'ResourceNotFound' } as const;
const busy = { ...absent, ActionLocked: 'ResourceInUse' } as const;
const taken = { LimitExceeded: full, ResourceInUse: 'ResourceInUse.Address', ResourceNotFound: noAddress } as const;
const shared = { drops: ['vpcId'], follow: 'state' } as const;

export const today = {
  'vpc2017:DescribeNatGateway': bind('vpc:DescribeNatGateways', {
    takes: { natId: 'NatGatewayIds', natName: { filter: 'nat-gateway-name' }, vpcId: { filter: 'vpc-id' } },
    lacks: ['orderField', 'orderDirection'],
    gives: {
      ...id,
      ...attributes,
      ...size,
      createTime: 'CreatedTime',
      eipSet: { at: 'PublicIpAddressSet', each: 'PublicIpAddress' },
      eipCount: { countOf: 'PublicIpAddressSet' },
      state: { at: 'NetworkState', values: { 0: 'AVAILABLE', 1: 'UNAVAILABLE', 2: 'INSUFFICIENT' } },
      productionStatus: {
        at: 'State',
        // A change that failed (4) leaves the gateway as it was: today there is no state of its own for it.
        values: { 0: 'PENDING', 1: 'AVAILABLE', 2: 'PENDFAILURE', 3: 'UPDATING', 4: 'AVAILABLE', 5: 'DELETING', 6: 'DELETEFAILURE' },
      },
    },
    refusals: absent,
  }),
  'vpc2017:CreateNatGateway': bind('vpc:CreateNatGateway', {
    takes: { ...attributes, ...size, ...addresses },
    offers: {
      natProductVersion: placed.NatProductVersion,
      zone: placed.Zone,
      subnetId: placed.SubnetId,
      publicIpAddressesBandwidthOut: placed.PublicIpAddressesBandwidthOut,
      stockPublicIpAddressesBandwidthOut: placed.StockPublicIpAddressesBandwidthOut,
      deletionProtectionEnabled: DeletionProtectionEnabled,
    },
    follow: 'state',
    refusals: { ...absent, ...taken, NatGatewayLimitExceeded: 'LimitExceeded.NatGatewayPerVpcLimitExceeded' },
  }),
  'vpc2017:ModifyNatGateway': bind('vpc:ModifyNatGatewayAttribute', {
    takes: { ...id, ...attributes },
    offers: { deletionProtectionEnabled: DeletionProtectionEnabled },
    drops: ['vpcId'],
    refusals: absent,
  }),
  'vpc2017:DeleteNatGateway': bind('vpc:DeleteNatGateway', { ...shared, takes: id, refusals: busy }),
  'vpc2017:UpgradeNatGateway': bind('vpc:ResetNatGatewayConnection', {
    ...shared,
    takes: { ...id, ...size },
    refusals: { ...busy, InvalidParameter: 'UnsupportedOperation' },
  }),
  'vpc2017:EipBindNatGateway': bind('vpc:AssociateNatGatewayAddress', {
    ...shared,
    takes: { ...id, ...addresses },
    refusals: { ...busy, ...taken },
  }),
  'vpc2017:EipUnBindNatGateway': bind('vpc:DisassociateNatGatewayAddress', {
    ...shared,
    takes: { ...id, assignedEipSet: 'PublicIpAddresses' },
    refusals: { ...busy, NatGatewayEipNotEmpty: 'UnsupportedOperation.PublicIpAddressDisassociate' },
  }),
} as const;
