import type { actions } from '../../catalogue/families/vpn-connection/index.ts';
import type { CoverageOf } from './shape.ts';

const named = { 'InvalidVpc.NotFound': 'cause', 'InvalidVpnGw.NotFound': 'cause' } as const;

export const vpnConnectionCoverage = {
  'vpc:CreateVpnConnection': {
    'InvalidParameter.Coexist': 'cause',
    'InvalidParameterValue.Malformed': 'cause',
    'InvalidParameterValue.VpcCidrConflict': 'cause',
  },
  'vpc:DescribeVpnConnections': {
    'InvalidParameter.Coexist': 'cause',
    'InvalidParameterValue.Malformed': 'cause',
    ResourceNotFound: 'cause',
  },
  'vpc:ModifyVpnConnectionAttribute': {},
  'vpc:DeleteVpnConnection': {},
  'vpc:ResetVpnConnection': {},
  'vpc:DownloadCustomerGatewayConfiguration': {},
  'vpc2017:AddVpnConnEx': {
    ...named,
    'InvalidUserGw.NotFound': 'cause',
    InvalidVpnConnName: 'cause',
    VpnConnLimitExceeded: 'cause',
  },
  'vpc2017:DescribeVpnConn': named,
  'vpc2017:ModifyVpnConnEx': named,
  'vpc2017:DeleteVpnConn': { ...named, InvalidVpnConnState: 'cause', 'InvalidVpnConn.NotFound': 'cause' },
  'vpc2017:ResetVpnConnSA': named,
  'vpc2017:GetVpnConnConfig': {},
} as const satisfies CoverageOf<typeof actions>;
