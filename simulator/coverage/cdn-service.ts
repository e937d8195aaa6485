import type { actions } from '../../catalogue/families/cdn-service/index.ts';
import type { CoverageOf } from './shape.ts';

export const cdnServiceCoverage = {
  'alicdn:OpenCdnService': {
    'Forbidden.Intl': 'cause',
    'InvalidInternetChargeType.ValueNotSupported': 'cause',
    'CdnService.HasOpened': 'cause',
    InsufficientBalance: 'cause',
    NoRealNameAuthentication: 'cause',
    'Forbidden.BidUser': 'cause',
    FUWU_BIZ_COMMODITY_VERIFY_FAIL_INVALID_PAY_METHOD: 'cause',
    FUWU_BIZ_COMMODITY_VERIFY_FAIL_USERPROFILECOMPLETE: 'cause',
    LX_CREATE_ORDER_FAILED: 'fault',
  },
} as const satisfies CoverageOf<typeof actions>;
