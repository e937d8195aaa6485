import type { actions } from '../../catalogue/families/network-acl/index.ts';
import type { CoverageOf } from './shape.ts';

const missing = { 'InvalidVpc.NotFound': 'cause', 'InvalidNetworkAclID.NotFound': 'cause' } as const;

export const networkAclCoverage = {
  'vpc2017:CreateNetworkAcl': { 'InvalidVpc.NotFound': 'cause', InvalidNetworkAclName: 'cause', NetworkAcLimitExceeded: 'cause' },
  'vpc2017:DescribeNetworkAcl': { 'InvalidVpc.NotFound': 'cause', 'InvalidNetworkAclId.NotFound': 'cause' },
  'vpc2017:ModifyNetworkAcl': { ...missing, InvalidNetworkAclName: 'cause' },
  'vpc2017:DeleteNetworkAcl': { ...missing, 'NetworkAclID.InUse': 'cause' },
  'vpc2017:ModifyNetworkAclEntry': { ...missing, NetworkAclInLimitExceeded: 'cause', NetworkAclOutLimitExceeded: 'cause' },
  'vpc2017:CreateSubnetAclRule': missing,
  'vpc2017:DeteleSubnetAclRule': missing,
  'vpc2017:DescribeAcl': {},
} as const satisfies CoverageOf<typeof actions>;
