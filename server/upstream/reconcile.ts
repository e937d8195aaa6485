/** Reconciles writes whose answers were lost: reads the list that shows them. A write is never sent again. */
import type { ActionData } from '../../catalogue/define.ts';
import { splitName } from '../../catalogue/index.ts';
import type { Service } from '../../catalogue/services.ts';
import { encode } from '../../catalogue/wire.ts';
import { Cancellation } from './cancellation.ts';
import type { FailureKind, UpstreamClient } from './client.ts';
import { type CreateClaim, CreateLedger, isCreate } from './create-ledger.ts';
import { idsOfRows, judgeOutcome, pageOf, reconcileParams, resultFromRow, type Verdict } from './evidence.ts';
import type { ApiCall } from './signed-request.ts';

type Reconciliation =
  | { readonly outcome: 'done'; readonly result: Record<string, unknown>; readonly requestId: string | null }
  | { readonly outcome: 'not-done' | 'unknown'; readonly requestId: string | null };

/** Milliseconds before each attempt: a write can still be on its way when its connection breaks. */
const attemptDelaysMs = [0, 300, 1_000, 3_000];

/** Failures after which the cloud may still be at it: no answer in time, or one that something in between gave in its place. */
const mayStillRun: ReadonlySet<FailureKind> = new Set(['timeout', 'server-error', 'unreadable']);

/** Pages of the list that are read at most. */
const maxPages = 20;

/** Milliseconds that all attempts for one write may take together, and the reading before a create. */
const reconcileBudgetMs = 20_000;
const readBeforeMs = 2_000;

interface ReconcileAttempt {
  readonly verdict: Verdict;
  readonly requestId: string | null;
}

/** A write that is about to be sent, and what is known from before. */
interface PendingWrite {
  readonly call: ApiCall;
  readonly data: ActionData;
  readonly person: string;
  /** Of a create: how it stands to others like it, and which rows were there. */
  readonly create: { readonly claim: CreateClaim; readonly before: ReadonlySet<string> | null } | null;
}

interface ListedRows {
  readonly rows: readonly Record<string, unknown>[];
  readonly requestId: string | null;
}

const never = new Cancellation();
const unknown: ReconcileAttempt = { verdict: { outcome: 'unknown' }, requestId: null };

export class WriteReconciler {
  readonly #upstream: UpstreamClient;
  readonly #originOf: (service: Service, region: string) => string;
  readonly #findAction: (name: string) => ActionData | undefined;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #creates = new CreateLedger();

  constructor(
    upstream: UpstreamClient,
    originOf: (service: Service, region: string) => string,
    findAction: (name: string) => ActionData | undefined,
    sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {
    this.#upstream = upstream;
    this.#originOf = originOf;
    this.#findAction = findAction;
    this.#sleep = sleep;
  }

  /**
   * Before a write is sent. For a create whose answer may have to be looked for, the list is read as it is now: a namesake that
   * stands in it is not what the create makes. A list that is slow holds the create up for two seconds at most.
   */
  async prepare(call: ApiCall, data: ActionData, person: string): Promise<PendingWrite> {
    if (!isCreate(data) || Object.hasOwn(data.params, 'ClientToken')) return { call, data, person, create: null };
    const claim = this.#creates.begin(call, data);
    const listed = await this.#list({ call, data, person, create: null }, this.#upstream.now() + readBeforeMs, true);
    const list = data.lookUp && this.#findAction(data.lookUp.by);
    const before = listed && data.lookUp && list ? idsOfRows(data.lookUp, list, listed.rows) : null;
    return { call, data, person, create: { claim, before } };
  }

  /**
   * `startedAt` is when the write was first sent, by our clock. "Not done" is only said where the cloud cannot still be
   * at it: after a time-out or a gateway's 504, and for writes that only start a task, an unchanged list proves nothing.
   */
  async reconcile(write: PendingWrite, why: FailureKind, startedAt: number): Promise<Reconciliation> {
    const reconciliation = await this.#attemptRepeatedly(write, why, startedAt);
    const claim = write.create?.claim;
    if (reconciliation.outcome === 'done') claim?.answered(reconciliation.result);
    else if (reconciliation.outcome === 'not-done') claim?.failed();
    else claim?.unresolved();
    return reconciliation;
  }

  async #attemptRepeatedly(write: PendingWrite, why: FailureKind, startedAt: number): Promise<Reconciliation> {
    const end = this.#upstream.now() + reconcileBudgetMs;
    let last = unknown;
    for (const pause of attemptDelaysMs) {
      if (pause > 0) await this.#sleep(pause);
      if (this.#upstream.now() >= end) break;
      last = await this.#attempt(write, startedAt, end);
      const { verdict, requestId } = last;
      if (verdict.outcome === 'done') return { outcome: 'done', result: resultFromRow(write.data, verdict.row), requestId };
      // Two rows that cannot be told apart stay two.
      if (verdict.outcome === 'unknown') break;
    }
    const certain = !mayStillRun.has(why) && !write.data.async;
    const outcome = last.verdict.outcome === 'not-done' && certain ? 'not-done' : 'unknown';
    return { outcome, requestId: last.requestId };
  }

  async #attempt(write: PendingWrite, startedAt: number, end: number): Promise<ReconcileAttempt> {
    const { call, data, create } = write;
    const listed = await this.#list(write, end, false);
    const list = data.lookUp && this.#findAction(data.lookUp.by);
    if (!listed || !data.lookUp || !list) return unknown;
    const evidence = {
      rows: listed.rows,
      sentAt: this.#upstream.cloudTimeOf(call.origin, startedAt),
      before: create?.before ?? null,
      isHandedOut: (id: string) => this.#creates.isHandedOut(id),
      contested: create?.claim.isContested() ?? false,
    };
    return { verdict: judgeOutcome(data.lookUp, call.params, list, evidence), requestId: listed.requestId };
  }

  /** Every row that the look-up asks for, or null when they could not all be read by `end`. */
  async #list({ call, data, person }: PendingWrite, end: number, once: boolean): Promise<ListedRows | null> {
    const { lookUp } = data;
    const list = lookUp && this.#findAction(lookUp.by);
    const where = lookUp && list ? reconcileParams(lookUp, list, call.params) : null;
    // A list that is not paged has no rows that could be counted: its silence proves nothing.
    if (!lookUp || !list?.paging || where === null) return null;
    const rows: Record<string, unknown>[] = [];
    let requestId: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const deadlineMs = end - this.#upstream.now();
      if (deadlineMs <= 0) return null;
      const options = { repeatable: true, cancellation: never, person, deadlineMs, once };
      const outcome = await this.#upstream.send(this.#pageCall(call, lookUp.by, list, where, rows.length), options);
      if (outcome.kind === 'refused' && /NotFound$/.test(outcome.refusal.code)) return { rows, requestId };
      if (outcome.kind !== 'success') return null;
      requestId = outcome.requestId;
      const { rows: more, total } = pageOf(list, outcome.data);
      rows.push(...more);
      if (more.length === 0 || rows.length >= total) return { rows, requestId };
    }
    return null;
  }

  #pageCall(call: ApiCall, by: string, list: ActionData, where: Record<string, unknown>, offset: number): ApiCall {
    const paging = list.paging ? { [list.paging.offset]: offset, [list.paging.limit]: list.paging.max } : {};
    const params = encode(list, { ...where, ...paging });
    const { service, action } = splitName(by);
    return { ...call, service, action, params, json: JSON.stringify(params), origin: this.#originOf(service, call.region) };
  }
}
