/** Cloud databases: one action of API 3.0 (document 000), one of the 2017 API (document 002). */
import type { actions } from '../../../catalogue/families/cdb-instance/index.ts';
import { requireBalance } from '../../accounts/balance.ts';
import type { Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { databaseOf, openWan, resume } from './rules.ts';

export const handlers = {
  'cdb:OpenWanService': ({ InstanceId }, call) => ({
    AsyncRequestId: openWan(call, databaseOf(call, InstanceId, 'InvalidParameter.InstanceNotFound')),
  }),
  // The call is refused as a whole when nothing of it can be done, with the reason of the first; else each has its own code.
  'cdb2017:OpenCdbHour': ({ cdbInstanceIds, instanceRole = 'master' }, call) => {
    const rows = [...new Set(cdbInstanceIds)].map((id) => databaseOf(call, id, '9572'));
    for (const { InstanceId, Role, PayMode } of rows) {
      if ((Role === 'ro') !== (instanceRole === 'ro'))
        throw new CloudError('9572', `${InstanceId} is no instance of the role ${instanceRole}.`);
      if (PayMode !== 'hourly') throw new CloudError('9003', `${InstanceId} is paid by the month.`);
    }
    requireBalance(call, '100207');
    const results = rows.map((row) => resume(call, row));
    const [first] = results;
    if (first && results.every(({ code }) => code !== 0)) throw new CloudError(String(first.code), first.message);
    const told = results.map(({ id, code, message, was }) => ({ code, message, oldStatus: `${was}` as const, cdbInstanceId: id }));
    return { data: { instanceRole, cdbInstanceIds: told } };
  },
} satisfies Handlers<keyof typeof actions>;
