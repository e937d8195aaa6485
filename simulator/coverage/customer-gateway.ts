import type { actions } from '../../catalogue/families/customer-gateway/index.ts';
import type { CoverageOf } from './shape.ts';

const named = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;

export const customerGatewayCoverage = {
  'vpc:CreateCustomerGateway': { 'InvalidParameterValue.Duplicate': 'cause', VpcLimitExceeded: 'cause' },
  'vpc:DescribeCustomerGateways': named,
  'vpc:ModifyCustomerGatewayAttribute': named,
  'vpc:DeleteCustomerGateway': named,
  'vpc:DescribeCustomerGatewayVendors': {},
  'vpc2017:AddUserGw': { InvalidUserGwName: 'cause', UserGwLimitExceeded: 'cause' },
  'vpc2017:DescribeUserGw': { 'InvalidUserGw.NotFound': 'cause' },
  'vpc2017:ModifyUserGw': { InvalidUserGwName: 'cause', 'InvalidUserGw.NotFound': 'cause' },
  'vpc2017:DeleteUserGw': { 'InvalidUserGw.NotFound': 'cause' },
  'vpc2017:DescribeUserGwVendor': {},
} as const satisfies CoverageOf<typeof actions>;
