/** Elastic IPs in API 3.0 of today: how each is paid for, how wide it is, over which line it comes and of what kind it is. */
import { action, actionTable, choice, decimal, flag, integer, listOf, optional, ref, required, struct, text, time } from '../../define.ts';

const chargeTypes = ['TRAFFIC_POSTPAID_BY_HOUR', 'BANDWIDTH_POSTPAID_BY_HOUR', 'BANDWIDTH_PREPAID_BY_MONTH', 'BANDWIDTH_PACKAGE'] as const;
const lines = ['BGP', 'CMCC', 'CTCC', 'CUCC'] as const;
/** What can be allocated; rows tell further kinds, and may tell some that nobody knows. */
const kinds = ['EIP', 'AnycastEIP', 'HighQualityEIP'] as const;

const InternetMaxBandwidthOut = integer({ min: 1, measure: 'Mbps' });
/** Only with a charge by the month, which cannot be without it. */
const AddressChargePrepaid = struct({
  Period: required(choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36], { wire: 'Integer' })),
  AutoRenewFlag: choice([0, 1, 2], { wire: 'Integer' }),
});
/** Writes answer with the task that does them; the cloud of the documents named none. */
const results = { TaskId: optional(text()) } as const;
const byTask = { results, async: { field: 'TaskId', poll: 'vpc:DescribeTaskResult' } } as const;

/** The cloud is still at work on the elastic IP. */
const busy = 'OperationDenied.MutexTaskRunning';

/** In yuan: by the hour, or for the whole term. */
const priceDetail = optional(
  struct({
    UnitPrice: optional(decimal()),
    ChargeUnit: optional(text()),
    OriginalPrice: optional(decimal()),
    DiscountPrice: optional(decimal()),
  }),
);
const price = { Price: optional(struct({ AddressPrice: priceDetail, IPPrice: priceDetail })) } as const;
const outOfRange = 'InvalidParameterValue.BandwidthOutOfRange';

export const todaysActions = actionTable({
  'vpc:InquiryPriceAllocateAddresses': action({
    kind: 'get',
    source: 'today',
    params: {
      InternetChargeType: required(choice(['TRAFFIC_POSTPAID_BY_HOUR', 'BANDWIDTH_POSTPAID_BY_HOUR', 'BANDWIDTH_PREPAID_BY_MONTH'])),
      InternetMaxBandwidthOut,
      AddressChargePrepaid,
      AddressType: choice(kinds),
    },
    results: price,
    errors: [outOfRange, 'InvalidParameterValue.Combination'],
  }),
  'vpc:InquiryPriceModifyAddressesBandwidth': action({
    kind: 'get',
    source: 'today',
    params: { AddressIds: required(listOf(ref('eip'), { max: 100 })), InternetMaxBandwidthOut: required(InternetMaxBandwidthOut) },
    results: price,
    errors: ['InvalidParameterValue.AddressNotFound', outOfRange],
  }),
  'vpc:ModifyAddressesBandwidth': action({
    kind: 'do',
    source: 'today',
    params: { AddressIds: required(listOf(ref('eip'), { max: 100 })), InternetMaxBandwidthOut: required(InternetMaxBandwidthOut) },
    errors: ['InvalidAddressId.NotFound', 'InvalidParameterValue.BandwidthOutOfRange', 'OperationDenied.AddressInArrears', busy],
    changes: ['eip'],
    danger: 'costs',
    ...byTask,
    lookUp: {
      by: 'vpc:DescribeAddresses',
      where: { AddressIds: 'AddressIds' },
      expect: 'same',
      compare: { Bandwidth: 'InternetMaxBandwidthOut' },
    },
  }),
  'vpc:ModifyAddressInternetChargeType': action.operate({
    source: 'today',
    params: {
      AddressId: required(ref('eip')),
      InternetChargeType: required(choice(['TRAFFIC_POSTPAID_BY_HOUR', 'BANDWIDTH_POSTPAID_BY_HOUR', 'BANDWIDTH_PREPAID_BY_MONTH'])),
      InternetMaxBandwidthOut: required(InternetMaxBandwidthOut),
      AddressChargePrepaid,
    },
    errors: [
      'InvalidAddressId.NotFound',
      'InvalidParameterValue.Combination',
      'InvalidParameterValue.InternetChargeTypeNotChanged',
      'InvalidParameterValue.Range',
      'OperationDenied.AddressInArrears',
      busy,
      'UnsupportedOperation.InvalidAddressInternetChargeType',
      'UnsupportedOperation.NatNotSupported',
    ],
    changes: ['eip'],
    danger: 'costs',
    lookUp: {
      by: 'vpc:DescribeAddresses',
      where: { AddressIds: 'AddressId' },
      expect: 'same',
      compare: { InternetChargeType: 'InternetChargeType', Bandwidth: 'InternetMaxBandwidthOut' },
    },
  }),
});

export const today = {} as const;

export const additions = {
  'vpc:DescribeAddresses': {
    filters: {
      'address-type': text(),
      'address-isp': text(),
      'instance-type': text(),
    },
    row: {
      AddressStatus: choice(['CREATING', 'BINDING', 'UNBINDING', 'OFFLINING']),
      AddressType: optional(choice([...kinds, 'AntiDDoSEIP', 'ResidentialEIP', 'WanIP', 'CalcIP'])),
      InternetServiceProvider: optional(choice(lines)),
      InternetChargeType: optional(choice(chargeTypes)),
      Bandwidth: optional(integer({ measure: 'Mbps' })),
      BandwidthPackageId: optional(text()),
      InstanceType: optional(text()),
      DeadlineDate: optional(time()),
      RenewFlag: optional(choice(['NOTIFY_AND_MANUAL_RENEW', 'NOTIFY_AND_AUTO_RENEW', 'DISABLE_NOTIFY_AND_MANUAL_RENEW'])),
      CascadeRelease: optional(flag()),
      IsEipDirectConnection: optional(flag()),
    },
  },
  'vpc:AllocateAddresses': {
    params: {
      AddressName: text({ max: 20 }),
      AddressType: choice(kinds, { default: 'EIP', immutable: true }),
      AnycastZone: choice(['ANYCAST_ZONE_OVERSEAS', 'ANYCAST_ZONE_GLOBAL']),
      InternetServiceProvider: choice(lines, { default: 'BGP', immutable: true }),
      InternetChargeType: choice(chargeTypes, { default: 'TRAFFIC_POSTPAID_BY_HOUR' }),
      InternetMaxBandwidthOut: { ...InternetMaxBandwidthOut, default: 1 },
      AddressChargePrepaid,
      BandwidthPackageId: text(),
    },
    errors: [
      'InvalidParameterValue.BandwidthOutOfRange',
      'InvalidParameterValue.BandwidthPackageNotFound',
      'InvalidParameterValue.Combination',
      'UnsupportedOperation.UnsupportedRegion',
    ],
    ...byTask,
  },
  'vpc:AssociateAddress': { errors: [busy], ...byTask },
  'vpc:DisassociateAddress': { errors: [busy], ...byTask },
  'vpc:ReleaseAddresses': { errors: [busy], ...byTask },
  // 128 characters today, 20 in the documents.
  'vpc:ModifyAddressAttribute': { params: { AddressName: required(text({ max: 128 })) }, errors: [busy] },
  'vpc:TransformAddress': {
    results: { TaskId: optional(integer()), AddressId: optional(ref('eip')) },
    async: byTask.async,
  },
} as const;
