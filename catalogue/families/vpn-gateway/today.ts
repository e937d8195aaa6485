/** VPN gateways in API 3.0 of today: of four kinds, of which those of CCNs stand in no VPC; wider ones; a number of their own in BGP. */
import { choice, integer, listOf, optional, ref, required, struct, text } from '../../define.ts';

/** IPsec and SSL, of a VPC and of a CCN. */
const kinds = ['IPSEC', 'SSL', 'CCN', 'SSL_CCN'] as const;
/** What is sold besides, in Mbps. */
const InternetMaxBandwidthOut = choice([200, 500, 1000, 3000], { wire: 'Integer' });
/** How many clients an SSL gateway serves at a time. */
const MaxConnection = integer({ min: 5, max: 1000, measure: 'count' });
/** Unlike in the documents, one that says nothing renews itself. */
const InstanceChargePrepaid = struct({ RenewFlag: choice(['NOTIFY_AND_AUTO_RENEW'], { default: 'NOTIFY_AND_AUTO_RENEW' }) });
const BgpAsn = integer({ min: 1, max: 4_294_967_295 });

export const todaysActions = {} as const;

export const today = {} as const;

export const additions = {
  'vpc:DescribeVpnGateways': {
    row: {
      Type: choice(kinds),
      State: choice(['PENDING_ERROR', 'DELETING_ERROR']),
      RenewFlag: choice(['NOT_NOTIFY_AND_NOT_RENEW']),
      Zone: optional(text()),
      Version: optional(text()),
      NetworkInstanceId: optional(ref('ccn')),
      CdcId: optional(text()),
      MaxConnection: optional(integer({ measure: 'count' })),
      BgpAsn: optional(integer()),
      VpnGatewayQuotaSet: optional(listOf(struct({ Bandwidth: optional(integer()), Cname: optional(text()), Name: optional(text()) }))),
    },
  },
  'vpc:CreateVpnGateway': {
    params: {
      // Empty for those of CCNs.
      VpcId: required(ref('vpc', { refusedAs: 'InvalidVpcId.Malformed', orEmpty: true })),
      InternetMaxBandwidthOut,
      InstanceChargePrepaid,
      Type: choice(kinds, { default: 'IPSEC', immutable: true }),
      Zone: text({ immutable: true }),
      CdcId: text({ immutable: true }),
      MaxConnection,
      BgpAsn,
    },
  },
  'vpc:ModifyVpnGatewayAttribute': { params: { BgpAsn, MaxConnection } },
  'vpc:RenewVpnGateway': { params: { InstanceChargePrepaid } },
  'vpc:ResetVpnGatewayInternetMaxBandwidth': { params: { InternetMaxBandwidthOut } },
  'vpc:InquiryPriceCreateVpnGateway': { params: { InternetMaxBandwidthOut, Type: choice(kinds), MaxConnection } },
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': { params: { InternetMaxBandwidthOut } },
} as const;
