/**
 * What the cloud is still working on. A call that only starts work leaves a record here; the record survives a reload
 * and ends in done, failed (with the cloud's words) or unknown (with the reason).
 */
import { create } from 'zustand';
import type { ActionData, Family } from '../../catalogue/define.ts';
import { at } from '../../catalogue/rows.ts';
import { type AnyRow, nameGiven, type Params } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import type { ApiError } from './api-error.ts';

export type TaskState = 'running' | 'done' | 'failed' | 'unknown';

export interface TaskRecord {
  /** Unique among all tasks of all accounts: number spaces of different pollers overlap. */
  readonly key: string;
  readonly account: string | undefined;
  readonly region: string;
  /** The action that started it. */
  readonly action: string;
  /** The action that tells how it stands. */
  readonly poll: string;
  readonly taskId: string;
  readonly requestId: string | null;
  readonly family: Family;
  readonly resource: string | null;
  readonly label: string;
  /** Families that are stale when it ends. */
  readonly changes: readonly Family[];
  /** Milliseconds of the epoch. */
  readonly started: number;
  readonly ended: number | null;
  readonly state: TaskState;
  /** The cloud's words for a failure, or the reason why the end is not known. */
  readonly words: string | null;
  /** The refusal for which following was given up. */
  readonly refusal?: Pick<ApiError, 'code' | 'message' | 'status'>;
}

const storageKey = 'weft.tasks';
/** Ended tasks stay readable for a day, and never more than this many. */
const keepFor = 86_400_000;
const keepAtMost = 50;

/** Records from stored text; damaged ones are left out, old ended ones forgotten. */
export function readTasks(stored: string | null, now: number): TaskRecord[] {
  let found: unknown;
  try {
    found = JSON.parse(stored ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  const records = found.filter(
    (item): item is TaskRecord =>
      typeof item === 'object' &&
      item !== null &&
      typeof item.key === 'string' &&
      typeof item.poll === 'string' &&
      typeof item.taskId === 'string',
  );
  return records.filter((task) => task.ended === null || now - task.ended < keepFor).slice(0, keepAtMost);
}

function load(): TaskRecord[] {
  try {
    return readTasks(localStorage.getItem(storageKey), Date.now());
  } catch {
    return []; // Storage may be forbidden: tasks are then followed until the page is closed.
  }
}

export const useTasks = create<{ readonly tasks: readonly TaskRecord[] }>(() => ({ tasks: load() }));

function keep(tasks: readonly TaskRecord[]): void {
  useTasks.setState({ tasks });
  try {
    localStorage.setItem(storageKey, JSON.stringify(tasks));
  } catch {
    // Full or forbidden storage.
  }
}

/** Takes over what another tab wrote. */
export const reloadTasks = (): void => useTasks.setState({ tasks: load() });

export const isTaskStorage = (key: string | null): boolean => key === storageKey;

/** Changes a record, on top of what other tabs have written meanwhile. */
export function updateTask(key: string, change: Partial<TaskRecord>): void {
  const current = load();
  const base = current.some((task) => task.key === key) ? current : useTasks.getState().tasks;
  keep(base.map((task) => (task.key === key ? { ...task, ...change } : task)));
}

/** Takes an ended task out of the tray. */
export const dismissTask = (key: string): void =>
  keep(useTasks.getState().tasks.filter((task) => task.key !== key || task.state === 'running'));

/** The value at a path in an answer ("data.taskId"), or at the same name one level deeper: the documents put it in both places. */
export function valueAt(answer: AnyRow, path: string): unknown {
  const direct = at(answer, path);
  if (direct !== undefined && direct !== null) return direct;
  const last = path.split('.').at(-1) ?? path;
  const nested = answer.data;
  return typeof nested === 'object' && nested !== null ? (nested as AnyRow)[last] : answer[last];
}

export interface TaskStart {
  readonly scope: Scope;
  readonly write: {
    readonly module: { readonly data: { readonly family: Family; readonly name?: string; readonly nameParam?: string } };
    readonly name: string;
    readonly params: Params;
    readonly label?: string | undefined;
  };
  readonly action: ActionData;
  readonly data: AnyRow;
  readonly requestId: string | null;
  readonly id: string | null;
}

/** Begins to follow the work that a call started. Null when the answer names no task: there is nothing to follow. */
export function startTask({ scope, write, action, data, requestId, id }: TaskStart): TaskRecord | null {
  if (!action.async) return null;
  const taskId = valueAt(data, action.async.field);
  if (taskId === undefined || taskId === null || taskId === '') return null;
  return addTask({ scope, write, action, requestId, id }, action.async.poll, String(taskId));
}

/** Puts a running task into the tray: what started it, which poller follows it, and the name it has there. */
export function addTask({ scope, write, action, requestId, id }: Omit<TaskStart, 'data'>, poll: string, taskId: string): TaskRecord {
  const task: TaskRecord = {
    key: [scope.account ?? '', scope.region, poll, taskId, ...(requestId === null ? [] : [requestId])].join('|'),
    account: scope.account,
    region: scope.region,
    action: write.name,
    poll,
    taskId,
    requestId,
    family: write.module.data.family,
    resource: id,
    label: write.label ?? (nameGiven(write.module, write.params) || null) ?? id ?? write.name.split(':')[1] ?? write.name,
    changes: action.changes ?? [write.module.data.family],
    started: Date.now(),
    ended: null,
    state: 'running',
    words: null,
  };
  keep([task, ...load().filter((known) => known.key !== task.key)].slice(0, keepAtMost));
  return task;
}
