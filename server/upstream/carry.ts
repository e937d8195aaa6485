/** One call to the cloud with everything that may be done to get it there: place in the queue, signature, repeats. */
import { findAction } from '../../catalogue/index.ts';
import { type Service, services } from '../../catalogue/services.ts';
import { isLoopback } from '../config.ts';
import { buildRequest, type Call } from './build.ts';
import type { Cancellation } from './cancellation.ts';
import { type Reading, type Refusal, readEnvelope } from './envelope.ts';
import { delayBefore, maxAttempts, maxAttemptsWhenThrottled, RetryBudget } from './retry.ts';
import { type Answer, SendError, type Sender } from './send.ts';
import { Throttle } from './throttle.ts';

export type Carried =
  | { readonly kind: 'success'; readonly data: string; readonly requestId: string | null; readonly attempts: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly attempts: number }
  | { readonly kind: 'failed'; readonly why: FailureWhy; readonly applied: 'no' | 'unknown'; readonly attempts: number };

export type FailureWhy = SendError['why'] | 'server-error' | 'unreadable' | 'queue-full';

export interface CarryOptions {
  /** A read, or a write that carries a ClientToken: the same call twice does what one does. */
  readonly repeatable: boolean;
  readonly cancellation: Cancellation;
}

export interface CarrierOptions {
  readonly sender: Pick<Sender, 'send'>;
  /** Calls a second per account and action, over the catalogue's; null leaves it to the catalogue, 0 is no limit. */
  readonly rate: number | null;
  /** Called when the cloud's clock and ours differ so much that a signature was refused. */
  readonly onSkew: (origin: string, offsetMs: number) => void;
  readonly now?: () => number;
  readonly sleep?: (ms: number, cancellation: Cancellation) => Promise<void>;
  readonly random?: () => number;
  /** From the first attempt to the last answer. */
  readonly deadlineMs?: number;
}

/** Ends early, without an error, when cancelled. */
const sleepFor = (ms: number, cancellation: Cancellation): Promise<void> =>
  new Promise((resolve) => {
    const off = cancellation.on(() => {
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      off();
      resolve();
    }, ms);
  });

type Attempt =
  | { readonly kind: 'read'; readonly reading: Reading; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly error: SendError };

export class Carrier {
  readonly #options: Required<CarrierOptions>;
  readonly #throttle: Throttle;
  readonly #budgets = new Map<string, RetryBudget>();
  /** Milliseconds by which a cloud's clock is ahead of ours, by origin. */
  readonly #offsets = new Map<string, number>();
  /** The same, told by the Date header of every answer. */
  readonly #seenOffsets = new Map<string, number>();

  constructor(options: CarrierOptions) {
    this.#options = { now: Date.now, sleep: sleepFor, random: Math.random, deadlineMs: 60_000, ...options };
    this.#throttle = new Throttle({ maxWaitMs: 45_000, now: this.#options.now });
  }

  /** The cloud's time in milliseconds, as far as it is known. */
  cloudNow(origin: string): number {
    return this.#options.now() + (this.#offsets.get(origin) ?? 0);
  }

  /** A moment of our clock by the cloud's clock, as its last answer showed it: for comparing with times it writes. */
  cloudTimeOf(origin: string, ourTime: number): number {
    return ourTime + (this.#seenOffsets.get(origin) ?? this.#offsets.get(origin) ?? 0);
  }

  /** Never rejects for what a network or a cloud can do. */
  async carry(call: Call, options: CarryOptions): Promise<Carried> {
    const { cancellation, repeatable } = options;
    const end = this.#options.now() + this.#options.deadlineMs;
    const budget = this.#budget(call.account.id);
    let skewMended = false;
    let paid: number | undefined;
    for (let attempts = 1; ; attempts += 1) {
      const wait = this.#place(call);
      if (wait === null) return { kind: 'failed', why: 'queue-full', applied: 'no', attempts: attempts - 1 };
      if (wait > 0) await this.#options.sleep(wait, cancellation);
      if (cancellation.cancelled) return { kind: 'failed', why: 'cancelled', applied: 'no', attempts: attempts - 1 };
      const attempt = await this.#attempt(call, cancellation);
      const carried = this.#settle(attempt, attempts);
      if (carried.kind === 'success') {
        budget.succeeded(paid);
        return carried;
      }
      if (carried.kind === 'refused' && carried.refusal.expired && !skewMended && this.#mendSkew(call, attempt)) {
        skewMended = true;
        continue;
      }
      if (carried.kind === 'refused' && carried.refusal.throttled) this.#throttle.learn(laneOf(call));
      const pause = this.#pauseBefore(carried, repeatable);
      if (pause === null || this.#options.now() + pause > end) return carried;
      const cost = budget.take(carried.kind === 'failed' && carried.why === 'timeout' ? 'timeout' : 'other');
      if (cost === null) return carried;
      paid = cost;
      await this.#options.sleep(pause, cancellation);
    }
  }

  async #attempt(call: Call, cancellation: Cancellation): Promise<Attempt> {
    try {
      const answer = await this.#options.sender.send(call.origin, buildRequest(call, this.cloudNow(call.origin)), cancellation);
      if (answer.date !== null) this.#seenOffsets.set(call.origin, answer.date - this.#options.now());
      const documented = findAction(`${call.service}:${call.action}`)?.errors;
      return { kind: 'read', reading: readEnvelope(services[call.service].protocol, answer, documented), answer };
    } catch (error) {
      if (error instanceof SendError) return { kind: 'no-answer', error };
      throw error;
    }
  }

  #settle(attempt: Attempt, attempts: number): Carried {
    if (attempt.kind === 'no-answer') {
      return { kind: 'failed', why: attempt.error.why, applied: attempt.error.sent ? 'unknown' : 'no', attempts };
    }
    const { reading } = attempt;
    switch (reading.kind) {
      case 'success':
        return { kind: 'success', data: reading.data, requestId: reading.requestId, attempts };
      case 'refused':
        return { kind: 'refused', refusal: reading, attempts };
      case 'broken':
        return { kind: 'failed', why: reading.why, applied: 'unknown', attempts };
    }
  }

  /**
   * Milliseconds to wait before the call is sent again, or null when it must not be: throttled calls and calls that never
   * left may always be repeated, calls that may have been applied only when that does no harm.
   */
  #pauseBefore(carried: Exclude<Carried, { kind: 'success' }>, repeatable: boolean): number | null {
    const throttled = carried.kind === 'refused';
    if (carried.attempts >= (throttled ? maxAttemptsWhenThrottled : maxAttempts)) return null;
    if (throttled && !carried.refusal.throttled) return null;
    if (!throttled) {
      if (carried.why === 'cancelled' || carried.why === 'too-large') return null;
      if (carried.applied === 'unknown' && !repeatable) return null;
    }
    return delayBefore(carried.attempts, throttled, this.#options.random);
  }

  /** Takes the cloud's clock for ours. False when its answer does not tell the time, or our clock was right. */
  #mendSkew(call: Call, attempt: Attempt): boolean {
    const date = attempt.kind === 'read' ? attempt.answer.date : null;
    if (date === null) return false;
    const offset = date - this.#options.now();
    // A Date header counts whole seconds.
    if (Math.abs(offset - (this.#offsets.get(call.origin) ?? 0)) < 2_000) return false;
    this.#offsets.set(call.origin, offset);
    this.#options.onSkew(call.origin, offset);
    return true;
  }

  /**
   * On loopback (the demo cloud, a simulator beside us) a lane is only throttled once the cloud has complained about it:
   * there is no documented rate to keep, and a queue would slow a local cloud for nothing.
   */
  #place(call: Call): number | null {
    const rate = this.#options.rate ?? services[call.service].callsPerSecond;
    if (rate === 0) return 0;
    const lane = laneOf(call);
    if (this.#options.rate === null && isLocal(call.origin) && !this.#throttle.hasLearned(lane)) return 0;
    return this.#throttle.place(lane, rate);
  }

  #budget(account: string): RetryBudget {
    const known = this.#budgets.get(account);
    if (known) return known;
    const budget = new RetryBudget();
    this.#budgets.set(account, budget);
    return budget;
  }
}

const laneOf = (call: { account: { id: string }; service: Service; action: string }): string =>
  `${call.account.id} ${call.service}:${call.action}`;

const local = new Map<string, boolean>();

function isLocal(origin: string): boolean {
  const known = local.get(origin);
  if (known !== undefined) return known;
  const answer = isLoopback(new URL(origin).hostname);
  local.set(origin, answer);
  return answer;
}
