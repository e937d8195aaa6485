import { defineTable } from '../../world/table.ts';

/** What happens to one row when a task is done: some of its fields are set, or it goes. Data, so that it can be kept. */
export interface Effect {
  readonly table: string;
  readonly scope: string;
  readonly id: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: boolean;
  /** With `remove`: rows of the same scope that point at it through these indexes, and that their tables let go with it, go too. */
  readonly takes?: readonly string[];
  /** It happens only to a row that still has these values by then. */
  readonly when?: Readonly<Record<string, unknown>>;
}

/**
 * The number spaces of task ids: DescribeVpcTaskResult asks for `vpc`, DescribeNetTaskResult for `net`, and
 * QueryNatGatewayProductionStatus for the orders, `bill`, DescribeTaskResult for those of elastic IPs, `eip`. Nothing asks for `other`: the work of other products, whose
 * queries are not documented.
 */
export type TaskQueue = 'vpc' | 'net' | 'bill' | 'eip' | 'other';

/** Work that the cloud has begun and not yet answered for (8526). */
export interface TaskRow {
  readonly Queue: TaskQueue;
  readonly Number: number;
  readonly Uin: string;
  readonly Region: string;
  readonly Family: string;
  readonly State: 'running' | 'done' | 'failed';
  /** World time from which it is over, or null when reads decide. */
  readonly DueAt: number | null;
  /** Reads that it still lasts, or null when time decides. */
  readonly ReadsLeft: number | null;
  /** True when it ends in failure and its effects do not happen. */
  readonly Fails: boolean;
  readonly Effects: readonly Effect[];
  /** What happens instead where it fails. */
  readonly IfFails?: readonly Effect[];
  /** Anything the task's own query has to tell, e.g. a list of results. */
  readonly Result?: unknown;
}

export const taskKey = (queue: TaskQueue, number: number): string => `${queue}:${number}`;

export const taskTable = defineTable<TaskRow>()({
  name: 'task',
  scope: 'world',
  id: (row) => taskKey(row.Queue, row.Number),
  indexes: {
    /** Running tasks that time ends. */
    Timed: (row) => (row.State === 'running' && row.DueAt !== null ? 'yes' : undefined),
    /** Running tasks that reads end, by the reads that count. */
    Read: (row) => (row.State === 'running' && row.ReadsLeft !== null ? `${row.Uin}/${row.Region}/${row.Family}` : undefined),
  },
});

/** What a fault may have ordered for the tasks that a call begins: they fail, or are never over. */
export type TaskFate = 'fails' | 'never-ends';
