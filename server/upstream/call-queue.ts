/**
 * Calls wait here for a slot. Each action of an account has a bucket of its own (a bulkhead): a slow action fills its own
 * slots and leaves the others alone. In a bucket people take turns. A cancelled call frees its place in the queue at once,
 * and a call counts against the rate when it starts, not when it queues.
 */
import type { Cancellation } from './cancellation.ts';
import { type RateLimit, RateLimiter } from './rate-limiter.ts';

interface CallQueueOptions {
  /** Calls of one bucket that are under way at once, at most. */
  readonly slots: number;
  readonly now: () => number;
}

export interface SlotRequest {
  readonly bucket: string;
  /** Null: no limit of calls a second. */
  readonly rateLimit: RateLimit | null;
  /** Whose turn it is: the session that asks. */
  readonly person: string;
  /** Milliseconds that the call is ready to wait. */
  readonly patience: number;
  readonly cancellation: Cancellation;
}

export interface Slot {
  readonly startedAt: number;
  /** Gives the slot back. */
  readonly release: () => void;
  /** The cloud refused the call for being one too many. */
  readonly markThrottled: () => void;
}

export type Admission = Slot | 'full' | 'cancelled';

/** Above this many calls under way in all, a bucket may only have two more: many slow actions must not use up all sockets. */
const plenty = 256;
const fewSlots = 2;

/** Calls of one person that wait in one bucket, where no rate tells how long that takes. */
const longestQueue = 2_000;

interface Waiter {
  readonly request: SlotRequest;
  readonly settle: (admission: Admission) => void;
}

interface Bucket {
  readonly limiter: RateLimiter | null;
  active: number;
  readonly activeOf: Map<string, number>;
  /** Whoever waits, by person, in the order of their turns. */
  readonly queues: Map<string, Set<Waiter>>;
  timer: NodeJS.Timeout | null;
}

export class CallQueue {
  readonly #options: CallQueueOptions;
  readonly #buckets = new Map<string, Bucket>();
  /** Lanes that wait for others to leave, not for a slot of their own. */
  readonly #waitingForOthers = new Set<Bucket>();
  #active = 0;

  constructor(options: CallQueueOptions) {
    this.#options = options;
  }

  /** A slot at once where there is one; otherwise a promise of one, of `full` after `patience`, or of `cancelled`. */
  reserve(request: SlotRequest): Admission | Promise<Admission> {
    if (request.cancellation.cancelled) return 'cancelled';
    const bucket = this.#bucket(request);
    const now = this.#options.now();
    if (bucket.queues.size === 0 && this.#mayStart(bucket, request.person) && (bucket.limiter?.nextStart(now) ?? now) <= now) {
      return this.#start(bucket, request.person, now);
    }
    return this.#isHopeless(bucket, request, now) ? 'full' : this.#wait(bucket, request);
  }

  /** Calls that wait, in all buckets. */
  get waiting(): number {
    let count = 0;
    for (const bucket of this.#buckets.values()) for (const queue of bucket.queues.values()) count += queue.size;
    return count;
  }

  #bucket({ bucket: name, rateLimit }: SlotRequest): Bucket {
    const known = this.#buckets.get(name);
    if (known) return known;
    const bucket: Bucket = {
      limiter: rateLimit && new RateLimiter(rateLimit),
      active: 0,
      activeOf: new Map(),
      queues: new Map(),
      timer: null,
    };
    this.#buckets.set(name, bucket);
    return bucket;
  }

  /** One person leaves a quarter of the slots to others, so that what hangs for one does not hang for all. */
  #mayStart(bucket: Bucket, person: string): boolean {
    const { slots } = this.#options;
    if (bucket.active >= slots || (bucket.activeOf.get(person) ?? 0) >= Math.ceil(slots * 0.75)) return false;
    return this.#active < plenty || bucket.active < fewSlots;
  }

  #start(bucket: Bucket, person: string, now: number): Slot {
    bucket.active += 1;
    this.#active += 1;
    bucket.activeOf.set(person, (bucket.activeOf.get(person) ?? 0) + 1);
    bucket.limiter?.started(now);
    let left = false;
    return {
      startedAt: now,
      markThrottled: () => bucket.limiter?.markThrottled(now, this.#options.now()),
      release: () => {
        if (left) return;
        left = true;
        bucket.active -= 1;
        this.#active -= 1;
        const mine = (bucket.activeOf.get(person) ?? 1) - 1;
        if (mine === 0) bucket.activeOf.delete(person);
        else bucket.activeOf.set(person, mine);
        this.#admit(bucket);
        for (const other of [...this.#waitingForOthers]) this.#admit(other);
      },
    };
  }

  /** True when turns and rate make it certain that the call's patience ends first. */
  #isHopeless(bucket: Bucket, { person, patience }: SlotRequest, now: number): boolean {
    const mine = bucket.queues.get(person)?.size ?? 0;
    if (mine >= longestQueue) return true;
    const rate = bucket.limiter?.rate(now) ?? Number.POSITIVE_INFINITY;
    if (rate === Number.POSITIVE_INFINITY || bucket.limiter === null) return false;
    let ahead = 0;
    for (const [other, queue] of bucket.queues) ahead += other === person ? queue.size : Math.min(queue.size, mine + 1);
    const next = bucket.limiter.nextStart(now) - now;
    return next + Math.floor(ahead / Math.floor(rate)) * 1_000 > patience;
  }

  #wait(bucket: Bucket, request: SlotRequest): Promise<Admission> {
    return new Promise((resolve) => {
      const { person, patience, cancellation } = request;
      const settle = (admission: Admission): void => {
        clearTimeout(timer);
        off();
        const queue = bucket.queues.get(person);
        queue?.delete(waiter);
        if (queue?.size === 0) bucket.queues.delete(person);
        resolve(admission);
      };
      const waiter: Waiter = { request, settle };
      const timer = setTimeout(() => settle('full'), patience);
      const off = cancellation.on(() => settle('cancelled'));
      const queue = bucket.queues.get(person);
      if (queue) queue.add(waiter);
      else bucket.queues.set(person, new Set([waiter]));
      this.#admit(bucket);
    });
  }

  /** Lets in whoever may start now, one of each person in turn; comes back by itself when only the rate is in the way. */
  #admit(bucket: Bucket): void {
    this.#waitingForOthers.delete(bucket);
    for (;;) {
      const person = this.#nextPerson(bucket);
      if (person === null) return;
      const now = this.#options.now();
      const start = bucket.limiter?.nextStart(now) ?? now;
      if (start > now) {
        this.#comeBack(bucket, start - now);
        return;
      }
      const queue = bucket.queues.get(person);
      const [waiter] = queue ?? [];
      if (!queue || !waiter) return;
      // To the end of the round, with whatever still waits.
      bucket.queues.delete(person);
      if (queue.size > 1) bucket.queues.set(person, queue);
      queue.delete(waiter);
      waiter.settle(this.#start(bucket, person, now));
    }
  }

  #nextPerson(bucket: Bucket): string | null {
    for (const person of bucket.queues.keys()) if (this.#mayStart(bucket, person)) return person;
    if (bucket.queues.size > 0 && this.#active >= plenty) this.#waitingForOthers.add(bucket);
    return null;
  }

  #comeBack(bucket: Bucket, ms: number): void {
    if (bucket.timer) return;
    bucket.timer = setTimeout(() => {
      bucket.timer = null;
      this.#admit(bucket);
    }, ms);
  }
}
