/** Machines as the cloud of today lists them: names and states beside the ids that interfaces and elastic IPs tell. */
import { queryOptions } from '@tanstack/react-query';
import type { ResultOf } from '../../catalogue/index.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { Scope } from '../lib/scope.ts';
import { decodedAction, decodedParts } from './decoded.ts';
import { readAll } from './paging.ts';
import { keyOf } from './query.ts';
import { dialectOf, runOperation } from './run.ts';

const name = 'cvm:DescribeInstances';

export type Machine = ResultOf<typeof name>['InstanceSet'][number];

/** Every machine of the region that can be read, by its id. What cannot be read stays known by its id alone. */
export const machinesOptions = (scope: Scope) =>
  queryOptions({
    queryKey: keyOf(scope, name, {}, 'as-machines'),
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, Machine>> => {
      const [module, action] = await Promise.all([loadFamily('account'), decodedAction('account', name, dialectOf(scope))]);
      const { rows } = await readAll<Machine>(
        async (Offset, Limit) => {
          const { data, requestId } = await runOperation(scope, module, name, { Offset, Limit }, signal);
          const { InstanceSet, TotalCount } = decodedParts(action, data, requestId).data as ResultOf<typeof name>;
          return { rows: InstanceSet, total: TotalCount ?? null };
        },
        { limit: 100, idOf: ({ InstanceId }) => InstanceId },
      );
      return new Map(rows.map((row) => [row.InstanceId, row]));
    },
  });
