/** Elastic IPs: API 3.0 lines 2603-3120. The 2017 API of this document has none. */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  filters,
  flag,
  foreign,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

/** The texts say BIND (2679, 2896), the sample BINDED (2871). */
const statuses = ['UNBIND', 'BIND', 'BIND_ENI', 'BINDED'] as const;

/**
 * An elastic IP as it is listed (7145). What is optional stands in the sample only (2866-2877), or, as `BindedResourceId`, in
 * the structure only: the cloud of 2026 does not send it.
 */
export const addressShape = struct({
  AddressId: ref('eip', { line: 7150 }),
  AddressName: text({ line: 7151 }),
  AddressStatus: choice(statuses, { line: 7152 }),
  AddressIp: address({ line: 7153 }),
  BindedResourceId: optional(text({ line: 7154 })),
  CreatedTime: time({ line: 7155 }),
  InstanceId: optional(foreign('instance')),
  NetworkInterfaceId: optional(ref('eni')),
  PrivateAddressIp: optional(address()),
  IsArrears: optional(flag()),
  IsBlocked: optional(flag()),
});

export type Address = Row<typeof addressShape>;

export const actions = actionTable({
  'vpc:AllocateAddresses': action({
    kind: 'create',
    line: 2603,
    params: { AddressCount: integer({ min: 1, default: 1, measure: 'count', line: 2624 }) },
    results: { AddressSet: listOf(ref('eip')) },
    errors: ['AddressQuotaLimitExceeded', 'AddressQuotaLimitExceeded.DailyAllocate'],
    changes: ['eip', 'account'],
    danger: 'costs',
  }),
  'vpc:DescribeAddresses': list3({
    line: 2808,
    ids: { AddressIds: listOf(ref('eip'), { max: 100, line: 2827 }) },
    filters: filters(
      {
        'address-id': ref('eip'),
        'address-name': text(),
        'address-ip': address(),
        'address-status': choice(statuses),
        'instance-id': foreign('instance'),
        'private-ip-address': address(),
        'network-interface-id': ref('eni'),
        'is-arrears': flag(),
      },
      { max: 10, maxValues: 5, line: 2828 },
    ),
    rows: { AddressSet: addressShape },
    errors: ['InvalidParameter'],
  }),
  'vpc:AssociateAddress': action.operate({
    line: 2665,
    params: {
      AddressId: required(ref('eip', { line: 2688 })),
      InstanceId: foreign('instance', { line: 2689 }),
      NetworkInterfaceId: ref('eni', { line: 2690 }),
      PrivateIpAddress: address({ line: 2691 }),
    },
    errors: [
      'InvalidAddressId.Blocked',
      'InvalidAddressId.NotFound',
      'InvalidAddressIdState.InArrears',
      'InvalidAddressIdStatus.NotPermit',
      'InvalidInstance.NotSupported',
      'InvalidInstanceId.AlreadyBindEip',
      'InvalidInstanceId.NotFound',
      'InvalidNetworkInterfaceId.NotFound',
      'InvalidParameterConflict',
      'InvalidPrivateIpAddress.AlreadyBindEip',
      'MissingParameter',
      'MissingResourceId',
    ],
    changes: ['eip', 'eni'],
    exclusive: [['InstanceId', 'NetworkInterfaceId']],
    oneOf: [['InstanceId', 'NetworkInterfaceId']],
    danger: 'interrupts',
    lookUp: {
      by: 'vpc:DescribeAddresses',
      where: { AddressIds: 'AddressId' },
      expect: 'same',
      compare: { InstanceId: 'InstanceId', NetworkInterfaceId: 'NetworkInterfaceId', PrivateAddressIp: 'PrivateIpAddress' },
    },
  }),
  'vpc:DisassociateAddress': action.operate({
    line: 2886,
    params: { AddressId: required(ref('eip', { line: 2906 })), ReallocateNormalPublicIp: flag({ default: false, line: 2907 }) },
    errors: [
      'InvalidAddressId.Blocked',
      'InvalidAddressId.NotFound',
      'InvalidAddressIdStatus.NotPermit',
      'InvalidInstance.NotSupported',
      'InvalidInstanceId.NotFound',
      'InvalidParameter',
    ],
    changes: ['eip', 'eni', 'account'],
    danger: 'interrupts',
  }),
  'vpc:ModifyAddressAttribute': action.update({
    line: 2950,
    params: { AddressId: required(ref('eip', { line: 2967 })), AddressName: required(text({ max: 20, line: 2968 })) },
    errors: ['InvalidAddressId.NotFound', 'InvalidParameterValue', 'InvalidParameterValue.TooLong'],
    changes: ['eip'],
    lookUp: { by: 'vpc:DescribeAddresses', where: { AddressIds: 'AddressId' }, expect: 'same', compare: { AddressName: 'AddressName' } },
  }),
  'vpc:ReleaseAddresses': action.delete({
    line: 3007,
    params: { AddressIds: listOf(ref('eip'), { line: 3027 }) },
    errors: ['InvalidAddressId.NotFound', 'InvalidAddressState'],
    changes: ['eip', 'account'],
    lookUp: { by: 'vpc:DescribeAddresses', where: { AddressIds: 'AddressIds' }, expect: 'absent' },
  }),
  'vpc:TransformAddress': action.operate({
    line: 3064,
    params: { InstanceId: required(foreign('instance', { line: 3083 })) },
    errors: [
      'AddressQuotaLimitExceeded',
      'AddressQuotaLimitExceeded.DailyAllocate',
      'InvalidInstance.NotSupported',
      'InvalidInstanceId.NotFound',
    ],
    changes: ['eip', 'eni', 'account'],
    danger: 'costs',
  }),
});

export const data = family(actions, {
  family: 'eip',
  segment: 'eips',
  idPrefixes: ['eip'],
  group: 'network',
  icon: 'Globe',
  aboutNone: ['transform'],
  id: 'AddressId',
  name: 'AddressName',
  tags: { type: 'vpc/eip', filters: 'all' },
  // Passing states of today; the documents' elastic IPs change at once.
  pending: { field: 'AddressStatus', values: ['CREATING', 'BINDING', 'UNBINDING', 'OFFLINING'] },
  states: {
    AddressStatus: {
      UNBIND: 'warning',
      BIND: 'good',
      BIND_ENI: 'good',
      BINDED: 'good',
      CREATING: 'pending',
      BINDING: 'pending',
      UNBINDING: 'pending',
      OFFLINING: 'pending',
    },
  },
  errors: {
    'look-up': {
      'InvalidAddressId.NotFound': ['AddressId', 'AddressIds'],
      'InvalidParameterValue.AddressNotFound': ['AddressIds'],
      'InvalidParameterValue.BandwidthPackageNotFound': ['BandwidthPackageId'],
    },
    quota: { AddressQuotaLimitExceeded: ['AddressCount'], 'AddressQuotaLimitExceeded.DailyAllocate': ['AddressCount'] },
    correct: {
      'InvalidParameterValue.BandwidthOutOfRange': ['InternetMaxBandwidthOut'],
      'InvalidParameterValue.Combination': [],
      'InvalidParameterValue.InternetChargeTypeNotChanged': ['InternetChargeType'],
    },
    unsupported: {
      'UnsupportedOperation.NatNotSupported': [],
      'UnsupportedOperation.InvalidAddressInternetChargeType': ['InternetChargeType'],
      'UnsupportedOperation.UnsupportedRegion': ['AddressType'],
    },
    state: { 'InvalidAddressIdStatus.NotPermit': ['AddressId'], InvalidAddressState: ['AddressIds'] },
    already: { 'InvalidInstanceId.AlreadyBindEip': ['InstanceId'], 'InvalidPrivateIpAddress.AlreadyBindEip': ['PrivateIpAddress'] },
    pay: { 'InvalidAddressIdState.InArrears': ['AddressId'], 'OperationDenied.AddressInArrears': [] },
    support: { 'InvalidAddressId.Blocked': ['AddressId'] },
  },
  quotas: {
    'eips-per-region': { usual: 20 },
  },
  operations: {
    list: ['vpc:DescribeAddresses'],
    create: ['vpc:AllocateAddresses'],
    update: ['vpc:ModifyAddressAttribute'],
    delete: ['vpc:ReleaseAddresses'],
    associate: ['vpc:AssociateAddress'],
    disassociate: ['vpc:DisassociateAddress'],
    transform: ['vpc:TransformAddress'],
    resize: ['vpc:ModifyAddressesBandwidth'],
    charge: ['vpc:ModifyAddressInternetChargeType'],
    price: ['vpc:InquiryPriceAllocateAddresses'],
    resizePrice: ['vpc:InquiryPriceModifyAddressesBandwidth'],
  },
});
