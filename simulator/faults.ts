/** Faults that the control API orders: the next call fails, is slow, loses its connection, or begins work that goes wrong. */
import { CloudError } from './errors.ts';
import type { TaskFate } from './families/task/table.ts';
import type { ApiRequest } from './protocol/request.ts';

export const faultKinds = ['error', 'latency', 'drop-before', 'drop-after', 'task-fails', 'task-never-ends'] as const;

export interface FaultOrder {
  readonly kind: (typeof faultKinds)[number];
  /** Only calls of this service, action, account; any when absent. */
  readonly service?: string;
  readonly action?: string;
  readonly uin?: string;
  /** For `error`: the cloud's code. */
  readonly code?: string;
  readonly message?: string;
  /** For `latency`: milliseconds before the call is handled. */
  readonly ms?: number;
  /** How often it still strikes; null is without end. */
  readonly times: number | null;
  /** It strikes each n-th matching call. */
  readonly every?: number;
}

interface Fault extends FaultOrder {
  readonly id: number;
  seen: number;
  left: number | null;
}

/** The effect of a fault on a call: a wait, a lost connection before or after its work, tasks that fail. Errors are thrown. */
interface FaultEffect {
  readonly waitMs: number;
  readonly drop: 'before' | 'after' | null;
  readonly fate?: TaskFate;
}

const nothing: FaultEffect = { waitMs: 0, drop: null };

/** What each kind does to a call, but for errors. */
const sufferings: Readonly<Record<Exclude<FaultOrder['kind'], 'error'>, (so: FaultEffect, fault: FaultOrder) => FaultEffect>> = {
  latency: (so, { ms = 0 }) => ({ ...so, waitMs: so.waitMs + ms }),
  'drop-before': (so) => ({ ...so, drop: 'before' }),
  'drop-after': (so) => ({ ...so, drop: 'after' }),
  'task-fails': (so) => ({ ...so, fate: 'fails' }),
  'task-never-ends': (so) => ({ ...so, fate: 'never-ends' }),
};

export class Faults {
  private faults: Fault[] = [];
  private nextId = 1;

  order(order: FaultOrder): number {
    const id = this.nextId;
    this.nextId += 1;
    this.faults.push({ ...order, id, seen: 0, left: order.times });
    return id;
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly FaultOrder[] {
    return this.faults;
  }

  /** The effect of all faults on this call. @throws CloudError for a fault of the kind `error`. */
  meet(asked: ApiRequest): FaultEffect {
    if (this.faults.length === 0) return nothing;
    let suffering = nothing;
    let refusal: CloudError | undefined;
    for (const fault of this.faults.filter((candidate) => concerns(candidate, asked))) {
      fault.seen += 1;
      if (fault.every !== undefined && fault.seen % fault.every !== 0) continue;
      if (fault.left !== null) fault.left -= 1;
      if (fault.kind === 'error') refusal ??= refusalOf(fault);
      else suffering = sufferings[fault.kind](suffering, fault);
    }
    this.faults = this.faults.filter((fault) => fault.left === null || fault.left > 0);
    if (refusal) throw refusal;
    return suffering;
  }
}

const refusalOf = (fault: FaultOrder): CloudError =>
  new CloudError(fault.code ?? 'InternalError', fault.message ?? 'This failure was ordered by the control API.', {
    isOrdered: fault.message !== undefined,
  });

const concerns = (fault: FaultOrder, { plan, account }: ApiRequest): boolean =>
  (fault.service === undefined || fault.service === plan.service) &&
  (fault.action === undefined || fault.action === plan.action) &&
  (fault.uin === undefined || fault.uin === account.uin);
