import type { actions } from '../../catalogue/families/vpn-gateway/index.ts';
import type { CoverageOf } from './shape.ts';

const named = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;
const namedGateway = { 'InvalidVpnGatewayId.Malformed': 'cause', 'InvalidVpnGatewayId.NotFound': 'cause' } as const;

export const vpnGatewayCoverage = {
  'vpc:CreateVpnGateway': { InvalidParameterValue: 'cause', 'InvalidVpcId.Malformed': 'cause', 'InvalidVpcId.NotFound': 'cause' },
  'vpc:DescribeVpnGateways': namedGateway,
  'vpc:ModifyVpnGatewayAttribute': named,
  'vpc:DeleteVpnGateway': namedGateway,
  'vpc:RenewVpnGateway': named,
  'vpc:ResetVpnGatewayInternetMaxBandwidth': named,
  'vpc:InquiryPriceCreateVpnGateway': { InvalidParameterValue: 'cause' },
  'vpc:InquiryPriceRenewVpnGateway': { ...named, UnsupportedOperation: 'cause' },
  'vpc:InquiryPriceResetVpnGatewayInternetMaxBandwidth': named,
  'vpc2017:CreateVpn': {},
  'vpc2017:RunVpnGw': {},
  'vpc2017:DescribeVpnGw': { 'InvalidVpc.NotFound': 'cause', 'InvalidVpnGw.NotFound': 'cause' },
  'vpc2017:ModifyVpnGw': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidVpnGw.NotFound': 'cause',
    InvalidVpnGwState: 'cause',
    InvalidVpnGwName: 'cause',
  },
  'vpc2017:RenewVpn': {},
  'vpc2017:InquiryVpnPrice': {},
} as const satisfies CoverageOf<typeof actions>;
