import type { actions } from '../../catalogue/families/classic-link/index.ts';
import type { CoverageOf } from './shape.ts';

export const classicLinkCoverage = {
  'vpc:AttachClassicLinkVpc': {
    'InvalidParameterValue.Malformed': 'cause',
    LimitExceeded: 'cause',
    ResourceNotFound: 'cause',
    UnsupportedOperation: 'cause',
    'UnsupportedOperation.CIDRUnsupportedClassicLink': 'cause',
    'UnsupportedOperation.ClassicInstanceIdAlreadyExists': 'cause',
  },
  'vpc:DescribeClassicLinkInstances': { 'InvalidParameterValue.Range': 'cause' },
  'vpc:DetachClassicLinkVpc': { 'InvalidParameterValue.Malformed': 'cause', ResourceNotFound: 'cause' },
  'vpc2017:AttachClassicLinkVpc': {
    'InvalidInstance.NotFound': 'cause',
    'InvalidVpc.NotFound': 'cause',
    InstanceLimitExceeded: 'cause',
    InstanceAlreadyLinked: 'cause',
  },
  'vpc2017:DescribeVpcClassicLink': { 'InvalidLanIp.NotFound': 'cause', 'InvalidVpc.NotFound': 'cause' },
  'vpc2017:DetachClassicLinkVpc': { 'InvalidInstance.NotFound': 'cause', 'InvalidVpc.NotFound': 'cause' },
} as const satisfies CoverageOf<typeof actions>;
