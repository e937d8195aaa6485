/** Follows the running tasks of the tray: one poller per task, however many tabs are open. */
import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';
import { askTask, type TaskReading } from './pollers.ts';
import { pollEvery } from './polling.ts';
import { invalidate } from './query.ts';
import { isTaskStorage, reloadTasks, type TaskRecord, updateTask, useTasks } from './tasks.ts';

/** Refusals, or answers that tell nothing, in a row after which following gives up. That the cloud cannot be reached is no refusal. */
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

/** The server is away, or the session: neither says anything of the task. */
const unreachable = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 401 || error.status >= 429);

function refusalOf(error: unknown): Pick<TaskRecord, 'words' | 'refusal'> {
  if (!(error instanceof ApiError)) return { words: String(error) };
  const { code, message, status } = error;
  return { words: null, refusal: { code, message, status } };
}

async function follow(client: QueryClient, task: TaskRecord, signal: AbortSignal): Promise<void> {
  const end = (reading: TaskReading & Pick<TaskRecord, 'refusal'>): void => {
    updateTask(task.key, { ...reading, ended: Date.now() });
    void invalidate(client, { account: task.account, region: task.region }, task.changes);
  };
  let refusals = 0;
  while (!signal.aborted) {
    if (Date.now() - task.started > longest) return end({ state: 'unknown', words: 'timeout' });
    try {
      const reading = await askTask(task, signal);
      refusals = reading.state === 'unknown' ? refusals + 1 : 0;
      if (reading.state === 'done' || reading.state === 'failed' || refusals >= patience) return end(reading);
    } catch (error) {
      if (signal.aborted) return;
      if (!unreachable(error)) refusals += 1;
      if (refusals >= patience) return end({ state: 'unknown', ...refusalOf(error) });
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
