import type { actions } from '../../catalogue/families/cdb-instance/index.ts';
import type { CoverageOf } from './shape.ts';

export const cdbInstanceCoverage = {
  'cdb:OpenWanService': {
    'FailedOperation.StatusConflict': 'cause',
    InvalidParameter: 'cause',
    'InvalidParameter.InstanceNotFound': 'cause',
    OperationDenied: 'cause',
    'OperationDenied.ActionNotSupport': 'cause',
    'OperationDenied.WrongStatus': 'cause',
  },
  'cdb2017:OpenCdbHour': {
    '100207': 'cause',
    '9003': 'cause',
    // The cloud's own query of the balance.
    '9640': 'fault',
    '9572': 'cause',
    '9548': 'cause',
    '9592': 'cause',
  },
} as const satisfies CoverageOf<typeof actions>;
