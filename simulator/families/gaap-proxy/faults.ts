/** Single proxies that fail are listed in a success (001:27), so these two are the cloud's own failures. */
import type { actions } from '../../../catalogue/families/gaap-proxy/index.ts';
import type { FaultReasons } from '../../coverage/faults.ts';

export const faults = {
  FailedOperation: { why: 'The cloud fails as a whole; single proxies that fail are listed in a success.', actions: ['gaap:OpenProxies'] },
  InternalError: { why: 'An accident inside the cloud.', actions: ['gaap:OpenProxies'] },
} as const satisfies FaultReasons<typeof actions>;
