/** VPN gateways in API 3.0: lines 4055-5260. */
import {
  action,
  actionTable,
  address,
  choice,
  decimal,
  filters,
  flag,
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

/** Bandwidths that are sold, in Mbps (4075). */
const bandwidth = choice([5, 10, 20, 50, 100], { wire: 'Integer' });

const chargeTypes = ['PREPAID', 'POSTPAID_BY_HOUR'] as const;
const renewFlags = ['NOTIFY_AND_AUTO_RENEW', 'NOTIFY_AND_MANUAL_RENEW'] as const;

/** How long to buy in advance (7259). */
const prepaid = struct({
  Period: required(choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36], { wire: 'Integer', line: 7264 })),
  RenewFlag: choice(renewFlags, { default: 'NOTIFY_AND_MANUAL_RENEW', line: 7265 }),
});

/** Prices in yuan: by the hour or gigabyte, or for the whole term (7267). */
const itemPrice = struct({
  UnitPrice: optional(decimal({ line: 7272 })),
  ChargeUnit: optional(choice(['HOUR', 'GB'], { line: 7273 })),
  OriginalPrice: optional(decimal({ line: 7276 })),
  DiscountPrice: optional(decimal({ line: 7277 })),
});

const price = { Price: struct({ InstancePrice: itemPrice, BandwidthPrice: optional(itemPrice) }) } as const;

/** A VPN gateway as it is listed (7500). */
export const vpnGatewayShape = struct({
  VpnGatewayId: ref('vpn-gateway', { line: 7505 }),
  VpcId: ref('vpc', { line: 7506 }),
  VpnGatewayName: text({ line: 7507 }),
  Type: choice(['IPSEC', 'SSL'], { line: 7508 }),
  // A sample writes "Pending" (4117).
  State: choice(['PENDING', 'DELETING', 'AVAILABLE'], { anyCase: true, line: 7509 }),
  PublicIpAddress: address({ line: 7510 }),
  RenewFlag: choice(renewFlags, { line: 7511 }),
  InstanceChargeType: choice(chargeTypes, { line: 7512 }),
  InternetMaxBandwidthOut: integer({ measure: 'Mbps', line: 7513 }),
  CreatedTime: time({ line: 7514 }),
  ExpiredTime: time({ line: 7517 }),
  IsAddressBlocked: flag({ line: 7518 }),
  NewPurchasePlan: optional(choice(['PREPAID_TO_POSTPAID'], { line: 7519 })),
  RestrictState: optional(choice(['PROTECTIVELY_ISOLATED', 'NORMAL'], { line: 7520 })),
});

export type VpnGateway = Row<typeof vpnGatewayShape>;

export const api3 = actionTable({
  'vpc:CreateVpnGateway': action({
    kind: 'create',
    line: 4055,
    params: {
      VpcId: required(ref('vpc', { refusedAs: 'InvalidVpcId.Malformed', line: 4072 })),
      VpnGatewayName: required(text({ max: 60, unit: 'byte', line: 4073 })),
      InstanceChargeType: choice(chargeTypes, { default: 'POSTPAID_BY_HOUR', line: 4074 }),
      InternetMaxBandwidthOut: required(bandwidth),
      InstanceChargePrepaid: prepaid,
    },
    results: { VpnGateway: vpnGatewayShape },
    errors: ['InvalidParameterValue', 'InvalidVpcId.Malformed', 'InvalidVpcId.NotFound'],
    changes: ['vpn-gateway', 'vpc'],
    danger: 'costs',
    alsoSpelled: ['CreateVpnGateways'],
    lookUp: {
      by: 'vpc:DescribeVpnGateways',
      where: { 'vpc-id': 'VpcId', 'vpn-gateway-name': 'VpnGatewayName' },
      expect: 'exists',
      compare: { InternetMaxBandwidthOut: 'InternetMaxBandwidthOut' },
    },
  }),
  'vpc:DescribeVpnGateways': list3({
    line: 4555,
    ids: { VpnGatewayIds: listOf(ref('vpn-gateway', { refusedAs: 'InvalidVpnGatewayId.Malformed' }), { max: 100, line: 4572 }) },
    // The table names no key; the sample uses vpn-gateway-name (4603), the others follow the fields of the rows.
    filters: filters(
      {
        'vpc-id': ref('vpc'),
        'vpn-gateway-id': ref('vpn-gateway'),
        'vpn-gateway-name': text(),
        type: choice(['IPSEC', 'SSL']),
        'public-ip-address': address(),
      },
      { line: 4573 },
    ),
    rows: { VpnGatewaySet: vpnGatewayShape },
    errors: ['InvalidVpnGatewayId.Malformed', 'InvalidVpnGatewayId.NotFound'],
  }),
  'vpc:ModifyVpnGatewayAttribute': action.update({
    line: 5033,
    params: {
      VpnGatewayId: required(ref('vpn-gateway', { line: 5050 })),
      VpnGatewayName: text({ max: 60, unit: 'byte', line: 5051 }),
      InstanceChargeType: choice(['POSTPAID_BY_HOUR'], { line: 5052 }),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['vpn-gateway'],
    lookUp: {
      by: 'vpc:DescribeVpnGateways',
      where: { VpnGatewayIds: 'VpnGatewayId' },
      expect: 'same',
      // The other way of paying begins with the next term (7519): its row tells nothing until then.
      compare: { VpnGatewayName: 'VpnGatewayName' },
    },
  }),
  'vpc:DeleteVpnGateway': action.delete({
    line: 4271,
    params: { VpnGatewayId: required(ref('vpn-gateway', { refusedAs: 'InvalidVpnGatewayId.Malformed', line: 4288 })) },
    errors: ['InvalidVpnGatewayId.Malformed', 'InvalidVpnGatewayId.NotFound'],
    changes: ['vpn-gateway', 'vpc'],
    lookUp: { by: 'vpc:DescribeVpnGateways', where: { VpnGatewayIds: 'VpnGatewayId' }, expect: 'absent' },
  }),
  'vpc:RenewVpnGateway': action.operate({
    line: 5091,
    params: { VpnGatewayId: required(ref('vpn-gateway', { line: 5108 })), InstanceChargePrepaid: required(prepaid) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['vpn-gateway'],
    danger: 'costs',
  }),
  'vpc:ResetVpnGatewayInternetMaxBandwidth': action.operate({
    line: 5201,
    params: { VpnGatewayId: required(ref('vpn-gateway', { line: 5218 })), InternetMaxBandwidthOut: required(bandwidth) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['vpn-gateway'],
    danger: 'costs',
    lookUp: {
      by: 'vpc:DescribeVpnGateways',
      where: { VpnGatewayIds: 'VpnGatewayId' },
      expect: 'same',
      compare: { InternetMaxBandwidthOut: 'InternetMaxBandwidthOut' },
    },
  }),
  'vpc:InquiryPriceCreateVpnGateway': action({
    kind: 'get',
    line: 4710,
    params: {
      InstanceChargeType: choice(chargeTypes, { default: 'POSTPAID_BY_HOUR', line: 4727 }),
      InstanceChargePrepaid: prepaid,
      InternetMaxBandwidthOut: required(bandwidth),
    },
    results: price,
    errors: ['InvalidParameterValue'],
  }),
  'vpc:InquiryPriceRenewVpnGateway': action({
    kind: 'get',
    line: 4812,
    params: { VpnGatewayId: required(ref('vpn-gateway', { line: 4829 })), InstanceChargePrepaid: required(prepaid) },
    results: price,
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation'],
  }),
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': action({
    kind: 'get',
    line: 4877,
    params: { VpnGatewayId: required(ref('vpn-gateway', { line: 4894 })), InternetMaxBandwidthOut: required(bandwidth) },
    results: price,
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
});
