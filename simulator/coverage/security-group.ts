import type { actions } from '../../catalogue/families/security-group/index.ts';
import type { CoverageOf } from './shape.ts';

const common = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;
const versioned = { ResourceNotFound: 'cause', 'UnsupportedOperation.VersionMismatch': 'cause' } as const;

export const securityGroupCoverage = {
  'vpc:CreateSecurityGroup': { LimitExceeded: 'cause', ResourceNotFound: 'cause' },
  'vpc:DescribeSecurityGroups': common,
  'vpc:ModifySecurityGroupAttribute': { ...common, InvalidParameterValue: 'cause' },
  'vpc:DeleteSecurityGroup': { 'InvalidSecurityGroupID.Malformed': 'cause', 'InvalidSecurityGroupID.NotFound': 'cause' },
  'vpc:DescribeSecurityGroupPolicies': common,
  'vpc:DescribeSecurityGroupAssociationStatistics': common,
  'vpc:CreateSecurityGroupPolicies': {
    ...common,
    ...versioned,
    InvalidParameter: 'cause',
    InvalidParameterValue: 'cause',
    LimitExceeded: 'cause',
  },
  'vpc:ReplaceSecurityGroupPolicy': { ...versioned, InvalidParameter: 'cause', InvalidParameterValue: 'cause' },
  'vpc:DeleteSecurityGroupPolicies': versioned,
  'vpc:ModifySecurityGroupPolicies': common,
} as const satisfies CoverageOf<typeof actions>;
