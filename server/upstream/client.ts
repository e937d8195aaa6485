/** Sends one call to the cloud: takes its slot in the queue, signs it, repeats it where that is safe. */
import { findAction } from '../../catalogue/index.ts';
import { services } from '../../catalogue/services.ts';
import type { Account } from '../accounts/account.ts';
import { type Keys, KeysUnavailable } from '../accounts/keys.ts';
import type { IssueKeys } from '../accounts/renewal.ts';
import { isLoopback } from '../loopback.ts';
import type { AttemptFacts } from '../metrics.ts';
import { type Admission, CallQueue } from './call-queue.ts';
import type { Cancellation } from './cancellation.ts';
import type { FailureCause } from './causes.ts';
import { type Reading, type Refusal, readEnvelope } from './envelope.ts';
import type { RateLimit } from './rate-limiter.ts';
import { delayBefore, maxAttempts, maxAttemptsWhenThrottled, RetryBudget } from './retry.ts';
import { type ApiCall, buildRequest } from './signed-request.ts';
import { type HttpAnswer, type HttpTransport, TransportError, usualLimits } from './transport.ts';

export type CallOutcome =
  | { readonly kind: 'success'; readonly data: string; readonly requestId: string | null; readonly attempts: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly attempts: number }
  | CallFailure;

interface CallFailure {
  readonly kind: 'failed';
  readonly why: FailureKind;
  /** What stood in the way, where there was no answer and the reason is known. */
  readonly cause: FailureCause | null;
  readonly applied: 'no' | 'unknown';
  readonly attempts: number;
  /** Why there were no keys to sign with: a sentence without any. */
  readonly reason?: string;
}

export type FailureKind = TransportError['why'] | 'server-error' | 'unreadable' | 'queue-full' | 'no-keys';

interface SendOptions {
  /** A read, or a write that carries a ClientToken: the same call twice does what one does. */
  readonly repeatable: boolean;
  readonly cancellation: Cancellation;
  /** Who asks: people take turns in each bucket. */
  readonly person: string;
  /** Milliseconds from now to the last answer; the client’s own limit when left out. */
  readonly deadlineMs?: number;
  /** Whether a call that failed may be sent again; yes when left out. */
  readonly once?: boolean;
}

interface UpstreamOptions {
  readonly transport: Pick<HttpTransport, 'post'>;
  /** Calls a second per account and action, over the catalogue's; null leaves it to the catalogue, 0 is no limit. */
  readonly rate: number | null;
  /** Called when the cloud's clock and ours differ so much that a signature was refused. */
  readonly onSkew: (origin: string, offsetMs: number) => void;
  /** Called with what each attempt came to. */
  readonly onAttempt?: (facts: AttemptFacts) => void;
  /** How accounts come to keys that are issued for a time; without it only keys that stay can sign. */
  readonly issueKeys?: IssueKeys;
  readonly now?: () => number;
  readonly sleep?: (ms: number, cancellation: Cancellation) => Promise<void>;
  readonly random?: () => number;
  /** From the first attempt to the last answer. */
  readonly deadlineMs?: number;
  /** Of one attempt, from its slot to the last byte of its answer. */
  readonly answerMs?: number;
  /** Calls of one action and account that are under way at once. */
  readonly slots?: number;
}

/** A call that waited for its slot longer than this is refused: what is left of its time must do for the answer. */
const longestWaitMs = 45_000;

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

const noIssuer: IssueKeys = () => Promise.reject(new KeysUnavailable('Nothing here issues keys.'));

type Attempt =
  | { readonly kind: 'no-keys'; readonly reason: string }
  | { readonly kind: 'read'; readonly reading: Reading; readonly answer: HttpAnswer; readonly keys: Keys | null }
  | { readonly kind: 'no-answer'; readonly error: TransportError };

export class UpstreamClient {
  readonly #options: Required<UpstreamOptions>;
  readonly #queue: CallQueue;
  readonly #budgets = new Map<string, RetryBudget>();
  /** Milliseconds by which a cloud's clock is ahead of ours, by origin. */
  readonly #offsets = new Map<string, number>();
  /** The same, told by the Date header of every answer. */
  readonly #seenOffsets = new Map<string, number>();

  constructor(options: UpstreamOptions) {
    const { answerMs, connections } = usualLimits;
    const defaults = {
      issueKeys: noIssuer,
      onAttempt: () => {},
      now: Date.now,
      sleep: sleepFor,
      random: Math.random,
      deadlineMs: 60_000,
      answerMs,
      slots: connections,
    };
    this.#options = { ...defaults, ...options };
    this.#queue = new CallQueue({ slots: this.#options.slots, now: this.#options.now });
  }

  now(): number {
    return this.#options.now();
  }

  /** The cloud's time in milliseconds, as far as it is known. */
  cloudNow(origin: string): number {
    return this.#options.now() + (this.#offsets.get(origin) ?? 0);
  }

  /** A moment of our clock by the cloud's clock, as its last answer showed it: for comparing with times it writes. */
  cloudTimeOf(origin: string, ourTime: number): number {
    return ourTime + (this.#seenOffsets.get(origin) ?? this.#offsets.get(origin) ?? 0);
  }

  /** Waits until the account has keys to sign with. Rejects with `KeysUnavailable`. */
  async readied(account: Account): Promise<void> {
    await account.readied(this.#options.issueKeys, this.#options.now);
  }

  /** Never rejects for what a network or a cloud can do. */
  async send(call: ApiCall, options: SendOptions): Promise<CallOutcome> {
    const { cancellation, repeatable, once = false } = options;
    const end = this.#options.now() + (options.deadlineMs ?? this.#options.deadlineMs);
    const budget = this.#budget(call.account.id);
    let skewMended = false;
    let keysReplaced = false;
    let paid: number | undefined;
    for (let attempts = 1; ; attempts += 1) {
      const slot = await this.#reserveSlot(call, options, end);
      if (slot === 'full') return { kind: 'failed', why: 'queue-full', cause: null, applied: 'no', attempts: attempts - 1 };
      if (slot === 'cancelled') return { kind: 'failed', why: 'cancelled', cause: null, applied: 'no', attempts: attempts - 1 };
      const began = this.#options.now();
      const attempt = await this.#attempt(call, cancellation, end).finally(slot.release);
      const outcome = this.#outcomeOf(attempt, attempts);
      this.#measure(call, attempt, outcome, began);
      if (outcome.kind === 'success') {
        budget.succeeded(paid);
        return outcome;
      }
      if (outcome.kind === 'refused' && outcome.refusal.expired && !skewMended && this.#mendSkew(call, attempt)) {
        skewMended = true;
        continue;
      }
      // Nothing was done in the name of keys that are not known any more: others may sign the same call.
      if (
        attempt.kind === 'read' &&
        attempt.keys !== null &&
        outcome.kind === 'refused' &&
        keysAreToBlame(outcome.refusal) &&
        !keysReplaced
      ) {
        keysReplaced = call.account.keysRefused(attempt.keys, this.#options.now());
        if (keysReplaced) continue;
      }
      if (outcome.kind === 'refused' && outcome.refusal.throttled) slot.markThrottled();
      const pause = once ? null : this.#pauseBefore(outcome, repeatable);
      if (pause === null || this.#options.now() + pause >= end) return outcome;
      const cost = budget.take(outcome.kind === 'failed' && outcome.why === 'timeout' ? 'timeout' : 'other');
      if (cost === null) return outcome;
      paid = cost;
      await this.#options.sleep(pause, cancellation);
    }
  }

  /** Waits for the call's turn, as long as there is time for an answer afterwards. */
  #reserveSlot(call: ApiCall, { person, cancellation }: SendOptions, end: number): Admission | Promise<Admission> {
    const left = end - this.#options.now();
    const patience = Math.max(0, Math.min(longestWaitMs, left - Math.min(5_000, left / 4)));
    const bucket = `${call.account.id} ${call.service}:${call.action}`;
    return this.#queue.reserve({ bucket, rateLimit: this.#paceOf(call), person, patience, cancellation });
  }

  /** Calls that wait for their turn. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  async #attempt(call: ApiCall, cancellation: Cancellation, end: number): Promise<Attempt> {
    const { transport, now, answerMs, issueKeys } = this.#options;
    try {
      const waiting = call.unsigned ? null : call.account.readied(issueKeys, now);
      if (waiting) await waiting;
      const keys = call.unsigned ? null : call.account.keys();
      const time = Math.max(1, Math.min(answerMs, end - now()));
      const answer = await transport.post(call.origin, buildRequest(call, this.cloudNow(call.origin)), cancellation, time);
      if (answer.date !== null) this.#seenOffsets.set(call.origin, answer.date - now());
      const documented = findAction(`${call.service}:${call.action}`)?.errors;
      return { kind: 'read', reading: readEnvelope(services[call.service].protocol, answer, documented), answer, keys };
    } catch (error) {
      if (error instanceof KeysUnavailable) return { kind: 'no-keys', reason: error.message };
      if (error instanceof TransportError) return { kind: 'no-answer', error };
      throw error;
    }
  }

  #measure({ service, action }: ApiCall, attempt: Attempt, outcome: CallOutcome, began: number): void {
    // Who could not sign has asked nothing of the cloud.
    if (attempt.kind === 'no-keys') return;
    const throttled = outcome.kind === 'refused' && outcome.refusal.throttled;
    const result = throttled ? 'throttled' : outcome.kind === 'failed' ? 'unanswered' : 'answered';
    this.#options.onAttempt({ service, action, seconds: Math.max(0, this.#options.now() - began) / 1_000, result });
  }

  #outcomeOf(attempt: Attempt, attempts: number): CallOutcome {
    if (attempt.kind === 'no-keys') {
      return { kind: 'failed', why: 'no-keys', cause: null, applied: 'no', attempts, reason: attempt.reason };
    }
    if (attempt.kind === 'no-answer') {
      const { why, cause, sent } = attempt.error;
      return { kind: 'failed', why, cause, applied: sent ? 'unknown' : 'no', attempts };
    }
    const { reading } = attempt;
    switch (reading.kind) {
      case 'success':
        return { kind: 'success', data: reading.data, requestId: reading.requestId, attempts };
      case 'refused':
        return { kind: 'refused', refusal: reading, attempts };
      case 'broken':
        return { kind: 'failed', why: reading.why, cause: null, applied: 'unknown', attempts };
    }
  }

  /**
   * Milliseconds to wait before the call is sent again, or null when it must not be: throttled calls and calls that never
   * left may always be repeated, calls that may have been applied only when that does no harm.
   */
  #pauseBefore(outcome: Exclude<CallOutcome, { kind: 'success' }>, repeatable: boolean): number | null {
    const throttled = outcome.kind === 'refused';
    if (outcome.attempts >= (throttled ? maxAttemptsWhenThrottled : maxAttempts)) return null;
    if (throttled && !outcome.refusal.throttled) return null;
    if (!throttled) {
      if (outcome.why === 'cancelled' || outcome.why === 'too-large' || outcome.why === 'no-keys') return null;
      if (outcome.applied === 'unknown' && !repeatable) return null;
    }
    return delayBefore(outcome.attempts, throttled, this.#options.random);
  }

  /** Takes the cloud's clock for ours. False when its answer does not tell the time, or our clock was right. */
  #mendSkew(call: ApiCall, attempt: Attempt): boolean {
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
   * On loopback (the demo cloud, a simulator beside us) a bucket is only held back once the cloud has complained about it:
   * there is no documented rate to keep, and a queue would slow a local cloud for nothing.
   */
  #paceOf(call: ApiCall): RateLimit | null {
    const { rate } = this.#options;
    if (rate === 0) return null;
    return { rate: rate ?? services[call.service].callsPerSecond, fromTheStart: rate !== null || !isLocal(call.origin) };
  }

  #budget(account: string): RetryBudget {
    const known = this.#budgets.get(account);
    if (known) return known;
    const budget = new RetryBudget();
    this.#budgets.set(account, budget);
    return budget;
  }
}

/** Codes by which the cloud says that it does not know the keys, or knows them no longer. */
const keysAreToBlame = ({ code }: Refusal): boolean => /^AuthFailure\.(?:TokenFailure|InvalidSecretId|SecretIdNotFound)$|^4104$/.test(code);

const local = new Map<string, boolean>();

function isLocal(origin: string): boolean {
  const known = local.get(origin);
  if (known !== undefined) return known;
  const answer = isLoopback(new URL(origin).hostname);
  local.set(origin, answer);
  return answer;
}
