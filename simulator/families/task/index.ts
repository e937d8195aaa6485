/** Asynchronous tasks over the 2017 API (8503). */
import type { actions } from '../../../catalogue/families/task/index.ts';
import type { Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { readTask } from '../../rules/tasks.ts';

/** 8526. */
const statusOf = { done: 0, failed: 1, running: 2 } as const;

export const handlers = {
  'vpc2017:DescribeVpcTaskResult': (params, call) => {
    const task = readTask(call, 'vpc', params.taskId);
    if (!task) throw new CloudError('ResourceNotFound', `There is no task ${params.taskId}.`);
    return { data: { status: statusOf[task.State] } };
  },
} satisfies Handlers<keyof typeof actions>;
