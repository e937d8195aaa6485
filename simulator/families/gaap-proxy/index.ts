/** Acceleration proxies: one action of API 3.0 (document 001), which no region matters to. */
import type { actions } from '../../../catalogue/families/gaap-proxy/index.ts';
import type { Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { onceForToken, openProxies } from './rules.ts';

export const handlers = {
  // The two lists are the same parameter under its new and its old name (001:18-20): both count.
  'gaap:OpenProxies': ({ ProxyIds = [], InstanceIds = [], ClientToken }, call) => {
    const ids = [...new Set([...ProxyIds, ...InstanceIds])];
    if (ids.length === 0) throw new CloudError('MissingParameter', 'The call names no proxy.');
    const { invalid, failed } = onceForToken(call, ClientToken, ids, () => openProxies(call, ids));
    return { InvalidStatusInstanceSet: [...invalid], OperationFailedInstanceSet: [...failed] };
  },
} satisfies Handlers<keyof typeof actions>;
