/**
 * Changes that take a while. An action that the cloud does not finish at once begins a task; what the task will change is
 * data (`Effect`), and happens when it is over: at once, after some seconds of the world's time, or after some reads.
 */
import type { Family } from '../../catalogue/define.ts';
import { isRecord } from '../../catalogue/validate.ts';
import { type Speed, speedTable } from '../accounts/table.ts';
import type { Call, CallContext } from '../call.ts';
import { type Effect, type TaskFate, type TaskQueue, type TaskRow, taskKey, taskTable } from '../families/task/table.ts';
import type { World } from '../world/world.ts';
import { nextNumber } from './counter.ts';

/** First number of each space; they are apart so that a task asked for in the wrong one is not found. */
const firstNumber: Readonly<Record<TaskQueue, number>> = { vpc: 6_356_081, net: 15_454, bill: 2_160_000_000, eip: 81_240_001, other: 1 };

export interface NewTask {
  readonly family: Family;
  readonly effects: readonly Effect[];
  readonly queue?: TaskQueue;
  /** True for a task that shall end in failure. */
  readonly fails?: boolean;
  /** What a failure leaves behind. By default everything is put back as it was before the call. */
  readonly ifFails?: readonly Effect[];
  readonly result?: unknown;
  /** World time at which it is over, whatever the family's speed: for terms such as the seven days of arrears. */
  readonly dueAt?: number;
}

/** How fast the family's changes come about for this account. */
function speedOf(world: World, uin: string, family: string): Speed {
  const table = world.shared(speedTable);
  const row = table.get(`${uin}/${family}`) ?? table.get(`${uin}/*`) ?? table.get(`*/${family}`) ?? table.get('*/*');
  return row?.speed ?? 'at-once';
}

type TaskContext = CallContext & { readonly fate?: TaskFate | undefined };

/** Begins a task, and ends it too where the family's speed is "at once". @returns its number. */
export function startTask(call: TaskContext, task: NewTask): number {
  const { world, partition, now } = call;
  // A term that ends is no work of the cloud's that could fail.
  const fate = task.dueAt === undefined ? call.fate : undefined;
  const fails = task.fails === true || fate === 'fails';
  const isEndless = fate === 'never-ends';
  const queue = task.queue ?? 'vpc';
  const speed = task.dueAt === undefined ? speedOf(world, partition.uin, task.family) : { seconds: (task.dueAt - now) / 1000 };
  const row: TaskRow = {
    Queue: queue,
    Number: nextNumber(world, `task:${queue}`, firstNumber[queue]),
    Uin: partition.uin,
    Region: partition.region,
    Family: task.family,
    State: 'running',
    DueAt: isEndless ? null : speed === 'at-once' ? now : 'seconds' in speed ? now + speed.seconds * 1000 : null,
    ReadsLeft: !isEndless && speed !== 'at-once' && 'reads' in speed ? speed.reads : null,
    Fails: fails,
    Effects: task.effects,
    ...(fails ? { IfFails: task.ifFails ?? task.effects.flatMap((effect) => undoing(world, effect)) } : {}),
    // What the task had to tell is not told by one that a fault ends.
    ...(task.result === undefined || fate === 'fails' ? {} : { Result: task.result }),
  };
  if (speed === 'at-once' && !isEndless) end(world, row);
  else world.shared(taskTable).put(row);
  return row.Number;
}

/** Ends every task whose time has come, the earliest first. Cheap when none is running. */
export function settleDueTasks(world: World): void {
  const timed = world.shared(taskTable).where('Timed', 'yes');
  if (timed.size === 0) return;
  const now = world.clock.now();
  const due = timed.rows().filter((row) => row.DueAt !== null && row.DueAt <= now);
  due.sort((a, b) => (a.DueAt ?? 0) - (b.DueAt ?? 0));
  for (const row of due) end(world, row);
}

/** Counts a read of the family's resources, for tasks that last a number of reads. */
export function countRead(call: Pick<Call, 'world' | 'partition'>, family: Family): void {
  const key = `${call.partition.uin}/${call.partition.region}/${family}`;
  const running = call.world.shared(taskTable).where('Read', key);
  if (running.size > 0) for (const row of running.rows()) oneReadLess(call.world, row);
}

/** The account's task of this number, after counting this read of it; undefined when it has none. */
export function readTask(call: Pick<Call, 'world' | 'partition'>, queue: TaskQueue, number: number): TaskRow | undefined {
  const table = call.world.shared(taskTable);
  const row = table.get(taskKey(queue, number));
  if (row?.Uin !== call.partition.uin) return undefined;
  if (row.State === 'running' && row.ReadsLeft !== null) oneReadLess(call.world, row);
  return table.get(taskKey(queue, number));
}

function oneReadLess(world: World, row: TaskRow): void {
  const left = (row.ReadsLeft ?? 0) - 1;
  // The read that uses up the last one still sees the work under way; the next one sees it done.
  if (left < 0) end(world, row);
  else world.shared(taskTable).put({ ...row, ReadsLeft: left });
}

/** What puts the row of an effect back as it was before the call that begins the task; nothing where the call has not touched it. */
function undoing(world: World, { table: name, scope, id }: Effect): Effect[] {
  const spec = world.spec(name);
  const now: unknown = spec && world.table(spec, scope).get(id);
  if (!spec || !isRecord(now)) return [];
  const before = world.rowBefore(spec, scope, id);
  if (!isRecord(before)) return [{ table: name, scope, id, remove: true }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const set = Object.fromEntries(names.filter((field) => now[field] !== before[field]).map((field) => [field, before[field]]));
  return Object.keys(set).length > 0 ? [{ table: name, scope, id, set }] : [];
}

function end(world: World, row: TaskRow): void {
  for (const effect of row.Fails ? (row.IfFails ?? []) : row.Effects) happen(world, effect);
  world.shared(taskTable).put({ ...row, State: row.Fails ? 'failed' : 'done', DueAt: null, ReadsLeft: null });
}

/** A row that is gone by the time is left alone. */
function happen(world: World, effect: Effect): void {
  const spec = world.spec(effect.table);
  if (!spec) throw new Error(`a task names the table "${effect.table}", which does not exist`);
  const table = world.table(spec, effect.scope);
  const row: unknown = table.get(effect.id);
  if (effect.when && !Object.entries(effect.when).every(([field, value]) => isRecord(row) && row[field] === value)) return;
  if (effect.remove) {
    for (const index of effect.takes ?? []) takeAlong(world, effect, index);
    table.delete(effect.id);
  } else if (table.has(effect.id)) table.patch(effect.id, effect.set ?? {});
}

function takeAlong(world: World, { scope, id }: Effect, index: string): void {
  for (const spec of world.allSpecs()) {
    if (!spec.goesWith?.includes(index)) continue;
    const table = world.table(spec, scope);
    for (const row of table.where(index, id).rows()) table.delete(spec.id(row));
  }
}
