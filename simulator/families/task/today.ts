/** Tasks over API 3.0 of today that have numbers of their own: work on elastic IPs. The other query is bound to the documents'. */
import type { todaysActions } from '../../../catalogue/families/task/today.ts';
import type { Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { readTask } from '../../rules/tasks.ts';

const resultOf = { done: 'SUCCESS', failed: 'FAILED', running: 'RUNNING' } as const;

export const handlers = {
  'vpc:DescribeTaskResult': ({ TaskId }, call) => {
    const task = TaskId === undefined ? undefined : readTask(call, 'eip', TaskId);
    if (!task) throw new CloudError('InvalidParameter', 'There is no such task, and nothing here is bought by an order.');
    return { TaskId: task.Number, Result: resultOf[task.State] };
  },
} satisfies Partial<Handlers3<typeof todaysActions>>;
