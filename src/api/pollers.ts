/** How each kind of asynchronous work tells how it stands: whom to ask, with what, and what the answer means. */
import type { ActionData, Family } from '../../catalogue/define.ts';
import { looksLikeId } from '../../catalogue/ids.ts';
import { type FamilyModule, loadFamily, spokenModule } from '../../catalogue/lazy.ts';
import { isRecord } from '../../catalogue/values.ts';
import { type AnyRow, isPending, type Params, requireOperation, whereId } from '../lib/family.ts';
import { at, rowsOf } from '../lib/rows.ts';
import type { Scope } from '../lib/scope.ts';
import { rawId } from '../lib/unreadable.ts';
import { isNotFound } from './api-error.ts';
import { dialectSpoken, runOperation } from './run.ts';
import { type TaskRecord, type TaskState, valueAt } from './tasks.ts';

export interface TaskReading {
  readonly state: TaskState;
  readonly words: string | null;
}

const running: TaskReading = { state: 'running', words: null };
const done: TaskReading = { state: 'done', words: null };

const usualReport = { field: 'data.status', done: [0], failed: [1], running: [2] };

/** What an answer of an action that reports on tasks says. A value that the catalogue does not know is not taken for one that it does. */
export function readTask({ reports, paging }: Pick<ActionData, 'reports' | 'paging'>, answer: AnyRow): TaskReading {
  const told = paging ? at(answer, `${paging.items}.0`) : answer;
  if (!reports || !isRecord(told)) return running;
  const { by = usualReport } = reports;
  const value = valueAt(told, by.field);
  const state = (['done', 'failed', 'running'] as const).find((one) => by[one].some((known) => String(known) === String(value)));
  if (state === undefined) return { state: 'unknown', words: `${by.field}: ${String(value)}` };
  const words = valueAt(told, 'data.errorMsg') ?? valueAt(told, 'data.message');
  return { state, words: state === 'failed' && typeof words === 'string' && words !== '' ? words : null };
}

/** The parameters to ask with. An order's number has ten digits or more, an old id of a resource fewer. */
function queryOf({ params, reports }: ActionData, { family, taskId }: TaskRecord): Params {
  const isOrder = reports?.orders !== undefined && !looksLikeId(family, taskId, false) && !/^\d{1,9}$/.test(taskId);
  const name = (isOrder ? reports.orders : reports?.asks) ?? '';
  return { [name]: params[name]?.kind === 'integer' && /^\d+$/.test(taskId) ? Number(taskId) : taskId };
}

/** The name under which work without a task of its own is followed: by the state of the resource (API 3.0: 3343, 4041, 4117). */
export const byState = 'state';

/** Asks once how a task stands. @throws ApiError when the question could not be put or was refused. */
export async function askTask(task: TaskRecord, signal: AbortSignal): Promise<TaskReading> {
  const scope = { account: task.account, region: task.region };
  if (task.poll === byState) return askState(task, scope, signal);
  const asked = async (family: Family): Promise<TaskReading | null> => {
    const module = await loadFamily(family);
    const poll = (await spokenModule(module, await dialectSpoken(scope))).actions[task.poll];
    return poll?.reports ? readTask(poll, (await runOperation(scope, module, task.poll, queryOf(poll, task), signal)).data) : null;
  };
  return (await asked('task')) ?? (await asked(task.family)) ?? { state: 'unknown', words: task.poll };
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

async function askState(task: TaskRecord, scope: Scope, signal: AbortSignal): Promise<TaskReading> {
  const module = await loadFamily(task.family);
  const { name, data } = requireOperation(module, 'list');
  const deleting = module.actions[task.action]?.kind === 'delete';
  const gone: TaskReading = deleting ? done : { state: 'failed', words: null };
  if (!looksLikeId(task.family, task.taskId, false)) return { state: 'unknown', words: task.taskId };
  try {
    const answer = await runOperation(scope, module, name, whereId(module, task.taskId) ?? {}, signal);
    const row = rowsOf(data, answer.data).rows.find((candidate) => rawId(module.data, candidate) === task.taskId);
    return row ? readState(module, row as AnyRow) : gone;
  } catch (error) {
    if (isNotFound(error)) return gone;
    throw error;
  }
}
