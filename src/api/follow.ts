/** Follows the running tasks of the tray: one poller per task, however many tabs are open. */
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { callAction } from './call.ts';
import { pollEvery } from './polling.ts';
import { invalidate } from './query.ts';
import { isTaskStorage, reloadTasks, type TaskRecord, type TaskState, updateTask, useTasks, valueAt } from './tasks.ts';

export interface Reading {
  readonly state: TaskState;
  readonly words: string | null;
}

type Answer = Readonly<Record<string, unknown>>;

const numbered =
  (field: string, done: readonly number[], failed: readonly number[]) =>
  (answer: Answer): Reading => {
    const status = Number(valueAt(answer, field));
    const words = valueAt(answer, 'data.errorMsg') ?? valueAt(answer, 'data.message');
    if (done.includes(status)) return { state: 'done', words: null };
    if (failed.includes(status)) return { state: 'failed', words: typeof words === 'string' && words !== '' ? words : null };
    return { state: 'running', words: null };
  };

/** How each poller's answer is read, and which parameter names the task. 0 is success, 1 failure, 2 running (8526, 16609). */
const pollers: Readonly<Record<string, { readonly param: string; readonly read: (answer: Answer) => Reading }>> = {
  'vpc2017:DescribeVpcTaskResult': { param: 'taskId', read: numbered('data.status', [0], [1]) },
  'vpc2017:DescribeNetTaskResult': { param: 'taskId', read: numbered('data.status', [0], [1]) },
  // 1 created, 2 failed; 3 and 5 are later changes of the same gateway (18384).
  'vpc2017:QueryNatGatewayProductionStatus': { param: 'billId', read: numbered('data.status', [1], [2, 4, 6]) },
};

/** How a poller's answer is to be understood; unknown pollers end as unknown rather than being guessed at. */
export function readTask(poll: string, answer: Answer): Reading {
  return pollers[poll]?.read(answer) ?? { state: 'unknown', words: `no reading of ${poll}` };
}

/** Failures in a row after which following a task gives up. */
const patience = 5;
/** Work that takes longer than this is no longer followed, in ms. */
const longest = 3_600_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });

async function follow(client: QueryClient, task: TaskRecord, signal: AbortSignal): Promise<void> {
  const poller = pollers[task.poll];
  const scope = { account: task.account, region: task.region };
  const end = (reading: Reading): void => {
    updateTask(task.key, { ...reading, ended: Date.now() });
    void invalidate(client, scope, task.changes);
  };
  if (!poller) return end({ state: 'unknown', words: task.poll });
  let failures = 0;
  while (!signal.aborted) {
    if (Date.now() - task.started > longest) return end({ state: 'unknown', words: 'timeout' });
    try {
      const id = /^\d+$/.test(task.taskId) ? Number(task.taskId) : task.taskId;
      const answer = await callAction(scope, task.poll, { [poller.param]: id }, signal);
      failures = 0;
      const reading = poller.read(answer.data);
      if (reading.state !== 'running') return end(reading);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      const words = error instanceof ApiError ? `${error.code}: ${error.message}` : String(error);
      if (failures >= patience) return end({ state: 'unknown', words });
    }
    await pause(pollEvery(task.started, Date.now()) || 2_000, signal);
  }
}

/** Holds the lock of a task while following it, so that another tab waits and takes over when this one is closed. */
async function followAlone(client: QueryClient, task: TaskRecord, signal: AbortSignal): Promise<void> {
  const run = async (): Promise<void> => {
    reloadTasks();
    const current = useTasks.getState().tasks.find((known) => known.key === task.key);
    if (current?.state === 'running') await follow(client, current, signal);
  };
  // Absent outside secure contexts: tabs then poll side by side.
  const locks: LockManager | null | undefined = navigator.locks;
  if (!locks) return run();
  try {
    await locks.request(`weft.task.${task.key}`, { signal }, run);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Follows all running tasks, present and future, until the returned function is called. */
export function followTasks(client: QueryClient): () => void {
  const stop = new AbortController();
  const followed = new Set<string>();
  const look = (): void => {
    for (const task of useTasks.getState().tasks) {
      if (task.state !== 'running' || followed.has(task.key)) continue;
      followed.add(task.key);
      void followAlone(client, task, stop.signal).finally(() => followed.delete(task.key));
    }
  };
  const onStorage = (event: StorageEvent): void => {
    if (isTaskStorage(event.key)) reloadTasks();
  };
  const unsubscribe = useTasks.subscribe(look);
  window.addEventListener('storage', onStorage);
  look();
  return () => {
    stop.abort();
    unsubscribe();
    window.removeEventListener('storage', onStorage);
  };
}
