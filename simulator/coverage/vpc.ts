import type { actions } from '../../catalogue/families/vpc/index.ts';
import type { CoverageOf } from './shape.ts';

const named = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;

export const vpcCoverage = {
  'vpc:CreateVpc': { InvalidParameterValue: 'cause', 'InvalidParameterValue.Malformed': 'cause', LimitExceeded: 'cause' },
  'vpc:CreateDefaultVpc': {},
  'vpc:DescribeVpcs': { ...named, 'InvalidParameter.Coexist': 'cause' },
  'vpc:ModifyVpcAttribute': named,
  'vpc:DeleteVpc': { ...named, ResourceInUse: 'cause' },
  'vpc2017:CreateVpc': {
    InvalidVpcName: 'cause',
    InvalidVpcCidr: 'cause',
    VpcLimitExceeded: 'cause',
    // It names no VPC.
    'InvalidVpc.NotFound': 'fault',
  },
  'vpc2017:DescribeVpcEx': { 'InvalidVpc.NotFound': 'cause' },
  'vpc2017:ModifyVpcAttribute': { InvalidVpcName: 'cause', 'InvalidVpc.NotFound': 'cause' },
  'vpc2017:DeleteVpc': { 'InvalidVpc.NotFound': 'cause', 'InvalidVpc.CannotDelete': 'cause' },
  'vpc2017:AssociateVip': { 'InvalidVipId.NotFound': 'cause', 'InvalidLanIp.NotFound': 'cause', 'InvalidVpc.NotFound': 'cause' },
} as const satisfies CoverageOf<typeof actions>;
