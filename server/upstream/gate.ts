/**
 * Where calls wait for their place. Each action of an account is a lane of its own (a bulkhead): a slow one fills its own
 * places and leaves the others alone. In a lane people take turns, whoever leaves gives the place in the queue back at once,
 * and a call counts against the rate when it starts, not when it queues.
 */
import type { Cancellation } from './cancellation.ts';
import { Pace, type PaceOptions } from './pace.ts';

export interface GateOptions {
  /** Calls of one lane that are under way at once, at most. */
  readonly places: number;
  readonly now: () => number;
}

export interface Entry {
  readonly lane: string;
  /** Null: no limit of calls a second. */
  readonly pace: PaceOptions | null;
  /** Whose turn it is: the session that asks. */
  readonly person: string;
  /** Milliseconds that the call is ready to wait. */
  readonly patience: number;
  readonly cancellation: Cancellation;
}

export interface Place {
  readonly startedAt: number;
  /** Gives the place back. */
  readonly leave: () => void;
  /** The cloud refused the call for being one too many. */
  readonly refused: () => void;
}

export type Admission = Place | 'full' | 'cancelled';

/** Above this many calls under way in all, a lane may only have two more: many slow actions must not use up all sockets. */
const plenty = 256;
const fewPlaces = 2;

/** Calls of one person that wait in one lane, where no rate tells how long that takes. */
const longestQueue = 2_000;

interface Waiter {
  readonly entry: Entry;
  readonly settle: (admission: Admission) => void;
}

interface Lane {
  readonly pace: Pace | null;
  active: number;
  readonly activeOf: Map<string, number>;
  /** Whoever waits, by person, in the order of their turns. */
  readonly queues: Map<string, Set<Waiter>>;
  timer: NodeJS.Timeout | null;
}

export class Gate {
  readonly #options: GateOptions;
  readonly #lanes = new Map<string, Lane>();
  /** Lanes that wait for others to leave, not for a place of their own. */
  readonly #held = new Set<Lane>();
  #active = 0;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** A place at once where there is one; otherwise a promise of one, of `full` after `patience`, or of `cancelled`. */
  enter(entry: Entry): Admission | Promise<Admission> {
    if (entry.cancellation.cancelled) return 'cancelled';
    const lane = this.#lane(entry);
    const now = this.#options.now();
    if (lane.queues.size === 0 && this.#mayStart(lane, entry.person) && (lane.pace?.nextStart(now) ?? now) <= now) {
      return this.#start(lane, entry.person, now);
    }
    return this.#isHopeless(lane, entry, now) ? 'full' : this.#wait(lane, entry);
  }

  /** Calls that wait, in all lanes. */
  get waiting(): number {
    let count = 0;
    for (const lane of this.#lanes.values()) for (const queue of lane.queues.values()) count += queue.size;
    return count;
  }

  #lane({ lane: name, pace }: Entry): Lane {
    const known = this.#lanes.get(name);
    if (known) return known;
    const lane: Lane = { pace: pace && new Pace(pace), active: 0, activeOf: new Map(), queues: new Map(), timer: null };
    this.#lanes.set(name, lane);
    return lane;
  }

  /** One person leaves a quarter of the places to others, so that what hangs for one does not hang for all. */
  #mayStart(lane: Lane, person: string): boolean {
    const { places } = this.#options;
    if (lane.active >= places || (lane.activeOf.get(person) ?? 0) >= Math.ceil(places * 0.75)) return false;
    return this.#active < plenty || lane.active < fewPlaces;
  }

  #start(lane: Lane, person: string, now: number): Place {
    lane.active += 1;
    this.#active += 1;
    lane.activeOf.set(person, (lane.activeOf.get(person) ?? 0) + 1);
    lane.pace?.started(now);
    let left = false;
    return {
      startedAt: now,
      refused: () => lane.pace?.refused(now, this.#options.now()),
      leave: () => {
        if (left) return;
        left = true;
        lane.active -= 1;
        this.#active -= 1;
        const mine = (lane.activeOf.get(person) ?? 1) - 1;
        if (mine === 0) lane.activeOf.delete(person);
        else lane.activeOf.set(person, mine);
        this.#admit(lane);
        for (const held of [...this.#held]) this.#admit(held);
      },
    };
  }

  /** True when turns and rate make it certain that the call's patience ends first. */
  #isHopeless(lane: Lane, { person, patience }: Entry, now: number): boolean {
    const mine = lane.queues.get(person)?.size ?? 0;
    if (mine >= longestQueue) return true;
    const rate = lane.pace?.rate(now) ?? Number.POSITIVE_INFINITY;
    if (rate === Number.POSITIVE_INFINITY || lane.pace === null) return false;
    let ahead = 0;
    for (const [other, queue] of lane.queues) ahead += other === person ? queue.size : Math.min(queue.size, mine + 1);
    const next = lane.pace.nextStart(now) - now;
    return next + Math.floor(ahead / Math.floor(rate)) * 1_000 > patience;
  }

  #wait(lane: Lane, entry: Entry): Promise<Admission> {
    return new Promise((resolve) => {
      const { person, patience, cancellation } = entry;
      const settle = (admission: Admission): void => {
        clearTimeout(timer);
        off();
        const queue = lane.queues.get(person);
        queue?.delete(waiter);
        if (queue?.size === 0) lane.queues.delete(person);
        resolve(admission);
      };
      const waiter: Waiter = { entry, settle };
      const timer = setTimeout(() => settle('full'), patience);
      const off = cancellation.on(() => settle('cancelled'));
      const queue = lane.queues.get(person);
      if (queue) queue.add(waiter);
      else lane.queues.set(person, new Set([waiter]));
      this.#admit(lane);
    });
  }

  /** Lets in whoever may start now, one of each person in turn; comes back by itself when only the rate is in the way. */
  #admit(lane: Lane): void {
    this.#held.delete(lane);
    for (;;) {
      const person = this.#nextPerson(lane);
      if (person === null) return;
      const now = this.#options.now();
      const start = lane.pace?.nextStart(now) ?? now;
      if (start > now) {
        this.#comeBack(lane, start - now);
        return;
      }
      const queue = lane.queues.get(person);
      const [waiter] = queue ?? [];
      if (!queue || !waiter) return;
      // To the end of the round, with whatever still waits.
      lane.queues.delete(person);
      if (queue.size > 1) lane.queues.set(person, queue);
      queue.delete(waiter);
      waiter.settle(this.#start(lane, person, now));
    }
  }

  #nextPerson(lane: Lane): string | null {
    for (const person of lane.queues.keys()) if (this.#mayStart(lane, person)) return person;
    if (lane.queues.size > 0 && this.#active >= plenty) this.#held.add(lane);
    return null;
  }

  #comeBack(lane: Lane, ms: number): void {
    if (lane.timer) return;
    lane.timer = setTimeout(() => {
      lane.timer = null;
      this.#admit(lane);
    }, ms);
  }
}
