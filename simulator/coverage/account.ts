import type { actions } from '../../catalogue/families/account/index.ts';
import type { CoverageOf } from './shape.ts';

/** The one error of these tables is an accident inside the cloud (2783). */
export const accountCoverage = {
  'vpc:DescribeAccountAttributes': {},
  'vpc:DescribeAddressQuota': { InternalServerError: 'fault' },
  'vpc2017:DescribeVpcLimit': {},
  'vpc2017:DescribeAccountVpcAttributes': {},
} as const satisfies CoverageOf<typeof actions>;
