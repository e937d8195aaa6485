import type { actions } from '../../catalogue/families/subnet/index.ts';
import type { CoverageOf } from './shape.ts';

const named = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;
const named2017 = { 'InvalidVpc.NotFound': 'cause', 'InvalidSubnet.NotFound': 'cause' } as const;

export const subnetCoverage = {
  'vpc:CreateSubnet': {
    'InvalidParameterValue.SubnetConflict': 'cause',
    'InvalidParameterValue.SubnetRange': 'cause',
    LimitExceeded: 'cause',
  },
  'vpc:DescribeSubnets': { ...named, 'InvalidParameter.Coexist': 'cause' },
  'vpc:ModifySubnetAttribute': named,
  'vpc:DeleteSubnet': { ...named, ResourceInUse: 'cause' },
  'vpc2017:CreateSubnet': {
    'InvalidVpc.NotFound': 'cause',
    InvalidSubnetName: 'cause',
    InvalidSubnetCidr: 'cause',
    'InvalidSubnet.Conflict': 'cause',
    SubnetLimitExceeded: 'cause',
    'InvalidZone.NotFound': 'cause',
  },
  'vpc2017:DescribeSubnetEx': named2017,
  'vpc2017:DescribeSubnet': named2017,
  'vpc2017:CheckDefaultSubnet': { 'InvalidSubnet.CreateError': 'cause' },
  'vpc2017:ModifySubnetAttribute': { ...named2017, InvalidSubnetName: 'cause' },
  'vpc2017:DeleteSubnet': { ...named2017, 'InvalidSubnet.CannotDelete': 'cause' },
} as const satisfies CoverageOf<typeof actions>;
