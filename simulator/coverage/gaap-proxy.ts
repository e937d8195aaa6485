import type { actions } from '../../catalogue/families/gaap-proxy/index.ts';
import type { CoverageOf } from './shape.ts';

export const gaapProxyCoverage = {
  'gaap:OpenProxies': {
    // Single proxies that fail are listed in a success (001:27), so these two are the cloud's own failures.
    FailedOperation: 'fault',
    InternalError: 'fault',
    'FailedOperation.AccountBalanceInsufficient': 'cause',
    'FailedOperation.DuplicatedRequest': 'cause',
    'FailedOperation.NotSupportOldVersionProxy': 'cause',
    InvalidParameter: 'cause',
    InvalidParameterValue: 'cause',
    MissingParameter: 'cause',
    ResourceNotFound: 'cause',
    ResourceUnavailable: 'cause',
    UnknownParameter: 'cause',
  },
} as const satisfies CoverageOf<typeof actions>;
