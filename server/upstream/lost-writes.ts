/** Finds out what became of writes whose answers were lost. They are never sent again. */
import type { ActionData } from '../../catalogue/define.ts';
import { splitName } from '../../catalogue/index.ts';
import type { Service } from '../../catalogue/services.ts';
import { encode } from '../../catalogue/wire.ts';
import type { Call } from './build.ts';
import { Cancellation } from './cancellation.ts';
import type { Carrier, FailureWhy } from './carry.ts';
import { judge, knownResult, lookUpParams, pageOf, type Verdict } from './look-up.ts';

export type Found =
  | { readonly outcome: 'done'; readonly result: Record<string, unknown>; readonly requestId: string | null }
  | { readonly outcome: 'not-done' | 'unknown'; readonly requestId: string | null };

/** Milliseconds before each look: a write can still be on its way when its connection breaks. */
const looks = [0, 300, 1_000];

/** Pages of the list that are read at most. */
const maxPages = 20;

interface Look {
  readonly verdict: Verdict;
  readonly requestId: string | null;
}

interface Write {
  readonly call: Call;
  readonly data: ActionData;
  readonly startedAt: number;
}

const never = new Cancellation();
const unknown: Look = { verdict: { outcome: 'unknown' }, requestId: null };

export class LostWrites {
  readonly #carrier: Carrier;
  readonly #originOf: (service: Service) => string;
  readonly #findAction: (name: string) => ActionData | undefined;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(
    carrier: Carrier,
    originOf: (service: Service) => string,
    findAction: (name: string) => ActionData | undefined,
    sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {
    this.#carrier = carrier;
    this.#originOf = originOf;
    this.#findAction = findAction;
    this.#sleep = sleep;
  }

  /**
   * `startedAt` is when the write was first sent, by our clock. "Not done" is only said where the cloud cannot still be
   * at it: after a time-out, and for writes that only start a task, an unchanged list proves nothing.
   */
  async resolve(call: Call, data: ActionData, why: FailureWhy, startedAt: number): Promise<Found> {
    let last = unknown;
    for (const pause of looks) {
      if (pause > 0) await this.#sleep(pause);
      last = await this.#look({ call, data, startedAt });
      const { verdict, requestId } = last;
      if (verdict.outcome === 'done') return { outcome: 'done', result: knownResult(data, verdict.row), requestId };
      // Two rows that cannot be told apart stay two.
      if (verdict.outcome === 'unknown') break;
    }
    const certain = why !== 'timeout' && !data.async;
    const outcome = last.verdict.outcome === 'not-done' && certain ? 'not-done' : 'unknown';
    return { outcome, requestId: last.requestId };
  }

  async #look({ call, data, startedAt }: Write): Promise<Look> {
    const { lookUp } = data;
    const list = lookUp && this.#findAction(lookUp.by);
    const where = lookUp && list ? lookUpParams(lookUp, list, call.params) : null;
    // A list that is not paged has no rows that could be counted: its silence proves nothing.
    if (!lookUp || !list?.paging || where === null) return unknown;
    const rows: Record<string, unknown>[] = [];
    let requestId: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const carried = await this.#carrier.carry(this.#pageCall(call, lookUp.by, list, where, rows.length), {
        repeatable: true,
        cancellation: never,
        person: 'look-up',
      });
      if (carried.kind === 'refused' && /NotFound$/.test(carried.refusal.code)) break;
      if (carried.kind !== 'success') return unknown;
      requestId = carried.requestId;
      const { rows: more, total } = pageOf(list, carried.data);
      rows.push(...more);
      if (more.length === 0 || rows.length >= total) break;
    }
    const sentAt = this.#carrier.cloudTimeOf(call.origin, startedAt);
    return { verdict: judge(lookUp, call.params, list, { rows, sentAt }), requestId };
  }

  #pageCall(call: Call, by: string, list: ActionData, where: Record<string, unknown>, offset: number): Call {
    const paging = list.paging ? { [list.paging.offset]: offset, [list.paging.limit]: list.paging.max } : {};
    const params = encode(list, { ...where, ...paging });
    const { service, action } = splitName(by);
    return { ...call, service, action, params, json: JSON.stringify(params), origin: this.#originOf(service) };
  }
}
