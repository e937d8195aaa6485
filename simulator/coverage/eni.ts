import type { actions } from '../../catalogue/families/eni/index.ts';
import type { CoverageOf } from './shape.ts';

const of3 = { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' } as const;
const of2017 = { 'InvalidVpc.NotFound': 'cause', 'InvalidNetworkInterface.NotFound': 'cause' } as const;

export const eniCoverage = {
  'vpc:CreateNetworkInterface': {
    ...of3,
    'InvalidParameterValue.LimitExceeded': 'cause',
    'InvalidParameterValue.Range': 'cause',
    'InvalidParameterValue.Reserved': 'cause',
    LimitExceeded: 'cause',
  },
  'vpc:DescribeNetworkInterfaces': { ...of3, 'InvalidParameter.Coexist': 'cause' },
  'vpc:ModifyNetworkInterfaceAttribute': of3,
  'vpc:DeleteNetworkInterface': { ...of3, ResourceInUse: 'cause', UnsupportedOperation: 'cause' },
  'vpc:AssignPrivateIpAddresses': { ...of3, ResourceInsufficient: 'cause' },
  'vpc:UnassignPrivateIpAddresses': of3,
  'vpc:ModifyPrivateIpAddressesAttribute': { ...of3, 'UnsupportedOperation.InvalidState': 'cause' },
  'vpc:AttachNetworkInterface': { ...of3, 'UnsupportedOperation.VpcMismatch': 'cause' },
  'vpc:DetachNetworkInterface': of3,
  'vpc:MigrateNetworkInterface': of3,
  'vpc:MigratePrivateIpAddress': { 'UnauthorizedOperation.AttachmentNotFound': 'cause', 'UnauthorizedOperation.PrimaryIp': 'cause' },

  'vpc2017:CreateNetworkInterface': {
    'InvalidVpc.NotFound': 'cause',
    'InvalidSubnet.NotFound': 'cause',
    InvalidNetworkInterfaceName: 'cause',
    NetworkInterfaceLimitExceeded: 'cause',
  },
  'vpc2017:DescribeNetworkInterfaces': of2017,
  'vpc2017:ModifyNetworkInterface': of2017,
  'vpc2017:DeleteNetworkInterface': { ...of2017, 'InvalidNetworkInterface.CanNotDelete': 'cause' },
  'vpc2017:AssignPrivateIpAddresses': { ...of2017, 'InvalidPrivateIpAddress.InUse': 'cause' },
  'vpc2017:UnassignPrivateIpAddresses': { ...of2017, 'InvalidPrivateip.IsPrimary': 'cause' },
  'vpc2017:AttachNetworkInterface': {
    ...of2017,
    'InvalidInstance.NotFound': 'cause',
    'InvalidNetworkInterface.AlreadyAssociated': 'cause',
  },
  'vpc2017:DetachNetworkInterface': {
    ...of2017,
    'InvalidInstance.NotFound': 'cause',
    'InvalidNetworkInterface.NotAttached': 'cause',
  },
  'vpc2017:MigrateNetworkInterface': {
    ...of2017,
    'InvalidInstance.NotFound': 'cause',
    'InvalidNetworkInterface.AlreadyAssociated': 'cause',
  },
  'vpc2017:MigratePrivateIpAddress': of2017,
} as const satisfies CoverageOf<typeof actions>;
