/** Who uses a template, as the cloud looks it up: the groups whose rules name it, in all regions, and the groups that hold it. */
import type { FamilyRef } from '../../../catalogue/define.ts';
import { familyOfId } from '../../../catalogue/ids.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { regionOf } from '../../../catalogue/regions.ts';
import { isRecord } from '../../../catalogue/values.ts';
import type { Direction } from '../../../network/rules/rule.ts';
import { unreadableIn } from '../../api/decoded.ts';
import { readTask } from '../../api/pollers.ts';
import { dialectOf, runOperation } from '../../api/run.ts';
import { valueAt } from '../../api/tasks.ts';
import type { UsersOf } from '../../kit/confirm/blockers.ts';
import { type AnyRow, idOf, ownParam, requireOperation } from '../../lib/family.ts';
import { at } from '../../lib/rows.ts';
import type { Scope } from '../../lib/scope.ts';

export interface User {
  readonly region: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** The places of the rules that name it, counted from 0, where they are known. */
  readonly rules?: Readonly<Record<Direction, readonly number[]>>;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

const askAgainAfter = 500;

/** Who uses it is what a deletion hangs on: a list that cannot be read is not an empty one. An absent one is (16700). */
function usersIn(data: AnyRow, requestId: string | null): readonly User[] {
  const told = at(data, 'data.data.detail') ?? [];
  const isUser = (one: unknown): one is User => isRecord(one) && typeof one.id === 'string' && one.id !== '';
  if (!Array.isArray(told) || !told.every(isUser)) throw unreadableIn('data.data.detail', requestId);
  return told;
}

/** The cloud looks for users as a task: it is started, and asked until it has found them (16660). Today's answers nothing: rules are read instead. */
export async function usersOf(
  scope: Scope,
  start: { readonly name: string; readonly params: AnyRow },
  signal: AbortSignal,
): Promise<readonly User[]> {
  if (dialectOf(scope) === 'today') {
    const { usersByRules } = await import('./users-today.ts');
    return usersByRules(scope, String(Object.values(start.params)[0] ?? ''), signal);
  }
  const module = await loadFamily('parameter-template');
  const poll = requireOperation(module, 'taskResult');
  const begun = await runOperation(scope, module, start.name, start.params, signal);
  const taskId = Number(valueAt(begun.data, 'data.taskId'));
  for (;;) {
    const { data, requestId } = await runOperation(scope, module, poll.name, { taskId }, signal);
    const { state, words } = readTask(poll.data, data);
    if (state === 'done') return usersIn(data, requestId);
    if (state !== 'running') throw new Error(words ?? state);
    await pause(askAgainAfter, signal);
  }
}

/** The same for a deletion, which they stand in the way of. */
export const blockingUsers =
  (family: FamilyRef): UsersOf =>
  async (scope, row, signal) => {
    const module = await loadFamily(family);
    const { name, data } = requireOperation(module, 'users');
    const users = await usersOf(scope, { name, params: { [ownParam(module, data) ?? '']: idOf(module, row) } }, signal);
    return users.map(({ id, name: called, region }) => {
      const found = regionOf(region);
      return { family: familyOfId(id) ?? 'security-group', id, name: called, ...(found ? { region: found } : {}) };
    });
  };
