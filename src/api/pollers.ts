/** How each kind of asynchronous work tells how it stands: whom to ask, with what, and what the answer means. */
import type { Family } from '../../catalogue/define.ts';
import { looksLikeId } from '../../catalogue/ids.ts';
import { type FamilyModule, loadFamily } from '../../catalogue/lazy.ts';
import { isRecord } from '../../catalogue/values.ts';
import { type AnyRow, isPending, type Params, requireOperation, whereId } from '../lib/family.ts';
import { at, rowsOf } from '../lib/rows.ts';
import { rawId } from '../lib/unreadable.ts';
import { isNotFound } from './api-error.ts';
import { runOperation } from './run.ts';
import { type TaskRecord, type TaskState, valueAt } from './tasks.ts';

export interface TaskReading {
  readonly state: TaskState;
  readonly words: string | null;
}

type TaskQuery = Pick<TaskRecord, 'taskId'>;

/** A poller that is an action of the cloud. */
interface Poller {
  readonly family: Family;
  readonly params: (task: TaskQuery) => Params;
  readonly read: (answer: AnyRow) => TaskReading;
}

const running: TaskReading = { state: 'running', words: null };
const done: TaskReading = { state: 'done', words: null };

/** By a number in the answer. A number that the documents do not give is not taken for one that they do. */
const numbered =
  (field: string, good: readonly number[], bad: readonly number[], going: readonly number[]) =>
  (answer: AnyRow): TaskReading => {
    const told = valueAt(answer, field);
    const status = told === '' || told === null || told === undefined ? Number.NaN : Number(told);
    const words = valueAt(answer, 'data.errorMsg') ?? valueAt(answer, 'data.message');
    if (good.includes(status)) return done;
    if (bad.includes(status)) return { state: 'failed', words: typeof words === 'string' && words !== '' ? words : null };
    return going.includes(status) ? running : { state: 'unknown', words: `${field}: ${String(told)}` };
  };

const numberOr = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

/** 0 is success, 1 failure, 2 running, in all three that have a task's number or an order's (8526, 16609, 18457). */
const byStatus = numbered('data.status', [0], [1], [2]);

/** 0 to be paid, 2 delivering, 4 destroying (11316). */
const gatewayStatus = numbered('vpnGwStatus', [6], [1, 3, 5], [0, 2, 4]);

/** Whole answers in words, of today's tasks (elastic IPs). */
const results: Readonly<Record<string, TaskReading>> = { SUCCESS: done, FAILED: { state: 'failed', words: null }, RUNNING: running };

const byResult = ({ Result }: AnyRow): TaskReading =>
  (typeof Result === 'string' ? results[Result] : undefined) ?? { state: 'unknown', words: `Result: ${String(Result)}` };

const pollers: Readonly<Record<string, Poller>> = {
  'vpc2017:DescribeVpcTaskResult': { family: 'task', params: ({ taskId }) => ({ taskId: numberOr(taskId) }), read: byStatus },
  'vpc:DescribeTaskResult': { family: 'task', params: ({ taskId }) => ({ TaskId: numberOr(taskId) }), read: byResult },
  'vpc2017:DescribeNetTaskResult': { family: 'parameter-template', params: ({ taskId }) => ({ taskId: numberOr(taskId) }), read: byStatus },
  'vpc2017:QueryNatGatewayProductionStatus': { family: 'nat-gateway', params: ({ taskId }) => ({ billId: taskId }), read: byStatus },
  // A bought gateway is found by its order, another by its id (11192, 11295); 6 runs, odd numbers have failed (11316).
  'vpc2017:DescribeVpnGw': {
    family: 'vpn-gateway',
    params: ({ taskId }) => (/^(?:vpngw-|\d{1,9}$)/.test(taskId) ? { vpnGwId: taskId } : { dealId: taskId }),
    read: (answer) => {
      const row = at(answer, 'data.0');
      return isRecord(row) ? gatewayStatus(row) : running;
    },
  },
};

/** How an answer of an action that follows tasks is to be understood; answers of others end as unknown rather than being guessed at. */
export function readTask(poll: string, answer: AnyRow): TaskReading {
  return pollers[poll]?.read(answer) ?? { state: 'unknown', words: `no reading of ${poll}` };
}

/** The name under which work without a task of its own is followed: by the state of the resource (API 3.0: 3343, 4041, 4117). */
export const byState = 'state';

/** Asks once how a task stands. @throws ApiError when the question could not be put or was refused. */
export async function askTask(task: TaskRecord, signal: AbortSignal): Promise<TaskReading> {
  if (task.poll === byState) return askState(task, signal);
  const poller = pollers[task.poll];
  if (!poller) return { state: 'unknown', words: task.poll };
  const scope = { account: task.account, region: task.region };
  return poller.read((await runOperation(scope, await loadFamily(poller.family), task.poll, poller.params(task), signal)).data);
}

/** A state that the catalogue does not know is neither on its way nor good: what it means is not guessed. */
function readState(module: FamilyModule, row: AnyRow): TaskReading {
  const { pending, states } = module.data;
  if (!pending || isPending(module, row)) return pending ? running : done;
  const value = row[pending.field];
  const meanings = states?.[pending.field];
  const meaning = meanings?.[String(value)];
  if (meanings && meaning === undefined) return { state: 'unknown', words: String(value ?? '') };
  return meaning === 'danger' ? { state: 'failed', words: String(value) } : done;
}

async function askState(task: TaskRecord, signal: AbortSignal): Promise<TaskReading> {
  const module = await loadFamily(task.family);
  const { name, data } = requireOperation(module, 'list');
  const deleting = module.actions[task.action]?.kind === 'delete';
  const gone: TaskReading = deleting ? done : { state: 'failed', words: null };
  if (!looksLikeId(task.family, task.taskId, false)) return { state: 'unknown', words: task.taskId };
  try {
    const answer = await runOperation(
      { account: task.account, region: task.region },
      module,
      name,
      whereId(module, task.taskId) ?? {},
      signal,
    );
    const row = rowsOf(data, answer.data).rows.find((candidate) => rawId(module.data, candidate) === task.taskId);
    return row ? readState(module, row as AnyRow) : gone;
  } catch (error) {
    if (isNotFound(error)) return gone;
    throw error;
  }
}
