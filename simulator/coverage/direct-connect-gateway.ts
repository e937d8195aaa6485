/** How the refusals of direct-connect gateways are brought about. Two lists name a code that no question to them can earn (13700, 14585). */
import type { actions } from '../../catalogue/families/direct-connect-gateway/index.ts';
import type { CoverageOf } from './shape.ts';

export const directConnectGatewayCoverage = {
  'vpc2017:CreateDirectConnectGateway': {
    InvalidDirectConnectGatewayName: 'cause',
    DirectConnectGatewayLimitExceeded: 'cause',
    'InvalidVpc.NotFound': 'cause',
  },
  'vpc2017:DeleteDirectConnectGateway': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
  },
  'vpc2017:ModifyDirectConnectGateway': {
    InvalidDirectConnectGatewayName: 'cause',
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
  },
  'vpc2017:DescribeDirectConnectGateway': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
  },
  'vpc2017:CreateLocalIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidOriginalIP.NotInVpcCidr': 'cause',
    'InvalidOriginalIP.Duplicate': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
    LocalIPTranslationLimitExceeded: 'cause',
  },
  'vpc2017:DeleteLocalIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:ModifyLocalIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
    'InvalidOriginalIP.NotInVpcCidr': 'cause',
    'InvalidOriginalIP.Duplicate': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
  },
  'vpc2017:DescribeLocalIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:CreateLocalIPTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:DeleteLocalIPTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:ModifyLocalIPTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:DescribeLocalIPTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalIPTranslation.NotFound': 'cause',
  },
  'vpc2017:CreateLocalSourceIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidTranslationIPPool.NotInVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
    LocalSourceIPPortTranslationLimitExceeded: 'cause',
  },
  'vpc2017:DeleteLocalSourceIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidTranslationIPPool.NotFound': 'cause',
  },
  'vpc2017:ModifyLocalSourceIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidTranslationIPPool.NotFound': 'cause',
    'InvalidTranslationIPPool.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
  },
  'vpc2017:DescribeLocalSourceIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidTranslationIPPool.NotFound': 'fault',
  },
  'vpc2017:CreateLocalSourceIPPortTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslation.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslationAcl.Conflict': 'cause',
    AclRuleLimitExceeded: 'cause',
  },
  'vpc2017:DeleteLocalSourceIPPortTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslation.NotFound': 'cause',
  },
  'vpc2017:ModifyLocalSourceIPPortTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslation.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslationAcl.Conflict': 'cause',
  },
  'vpc2017:DescribeLocalSourceIPPortTranslationAclRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalSourceIPPortTranslation.NotFound': 'cause',
  },
  'vpc2017:CreateLocalDestinationIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidOriginalIP.NotInVpcCidr': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
    LocalDestinationIPPortTranslationLimitExceeded: 'cause',
  },
  'vpc2017:DeleteLocalDestinationIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalDestinationIPPortTranslation.NotFound': 'cause',
  },
  'vpc2017:ModifyLocalDestinationIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalDestinationIPPortTranslation.NotFound': 'cause',
    'InvalidOriginalIP.NotInVpcCidr': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
  },
  'vpc2017:DescribeLocalDestinationIPPortTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidLocalDestinationIPPortTranslation.NotFound': 'cause',
  },
  'vpc2017:CreatePeerIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidOriginalIP.Duplicate': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
    PeerIPTranslationLimitExceeded: 'cause',
  },
  'vpc2017:DeletePeerIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidPeerIPTranslation.NotFound': 'cause',
  },
  'vpc2017:ModifyPeerIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidPeerIPTranslation.NotFound': 'cause',
    'InvalidOriginalIP.Duplicate': 'cause',
    'InvalidTranslationIP.InVpcCidr': 'cause',
    'InvalidTranslationIP.Duplicate': 'cause',
  },
  'vpc2017:DescribePeerIPTranslationNatRule': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidDirectConnectGateway.NotFound': 'cause',
    'InvalidPeerIPTranslation.NotFound': 'cause',
    'InvalidOriginalIP.Duplicate': 'fault',
  },
} as const satisfies CoverageOf<typeof actions>;
