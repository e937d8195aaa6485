/**
 * The history of an installation: every write before it goes out and after, and who came in. What cannot be written down is
 * not sent; what became of a write is written down as soon as it can be.
 */
import { randomBytes } from 'node:crypto';
import type { Person } from '../auth/person.ts';
import type { Log } from '../log.ts';
import { randomHex, type Store, settingOf } from '../store/store.ts';
import { Chain } from './chain.ts';
import { closeLostIntents } from './lost-intents.ts';
import { createMask, type Mask } from './masking.ts';
import { closedCode, type NamedResource, noFacts, type RecordDraft, type WriteOutcome } from './record.ts';

/** Milliseconds between tries to write down what the database refused, and between signs of life on a shared one. */
const againMs = 5_000;
const aliveMs = 10_000;

/** Outcomes that wait for a database that is away; beyond these the oldest are given up, and the start closes them as unknown. */
const mostOwed = 10_000;

/** Events of one kind in a minute: who knocks at the door all the time must not fill the disk. */
const eventsPerMinute = 30;

export interface IntentFacts {
  readonly person: Person;
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly action: string;
  readonly family: string | null;
  readonly reason: string | null;
  readonly resources: readonly NamedResource[];
  /** Parameters as they are sent, secrets masked; and how the resource looked before. */
  readonly body: Readonly<Record<string, unknown>>;
}

interface OutcomeFacts {
  readonly outcome: WriteOutcome;
  readonly code: string;
  readonly requestId: string | null;
  readonly ms: number;
  readonly message: string | null;
  readonly attempts: number;
  /** What the write has made. */
  readonly resources: readonly NamedResource[];
}

type EventName = 'signed-in' | 'signed-out' | 'sign-in-refused' | 'host-refused' | 'origin-refused' | 'write-refused' | 'closed';

interface EventFacts {
  readonly person?: Person;
  readonly account?: string;
  readonly region?: string;
  readonly service?: string;
  readonly family?: string;
  readonly code?: string;
  /** What is told besides; texts are cut short. */
  readonly body?: Readonly<Record<string, string | number>>;
}

interface HistoryOptions {
  readonly store: Store;
  readonly log: Log;
  /** Takes the secrets of accounts out of what is written. */
  readonly redact: (text: string) => string;
  readonly now?: () => number;
}

const who = (person: Person | undefined) => ({ person: person?.id ?? null, personName: person?.name ?? person?.email ?? null });

export class History {
  readonly #chain: Chain;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #server = randomBytes(8).toString('hex');
  readonly #owed: RecordDraft[] = [];
  readonly #told = new Map<EventName, { minute: number; count: number }>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly mask: Mask;
  #failures = 0;

  private constructor({ store, log, redact, now = Date.now }: HistoryOptions, key: string) {
    this.#chain = new Chain(store, redact);
    this.#log = log;
    this.#now = now;
    this.mask = createMask(key);
  }

  /** Opens it, and closes what a server that is gone has left open. Rejects where the database cannot be read. */
  static async open(options: HistoryOptions): Promise<History> {
    const { store } = options;
    const history = new History(options, await settingOf(store, 'history.mask-key', randomHex(32)));
    await history.#closeLost(store);
    const retry = setInterval(() => void history.#payOwed(), againMs).unref();
    history.#timers.push(retry);
    if (store.shared) history.#timers.push(setInterval(() => void history.#closeLost(store).catch(() => {}), aliveMs).unref());
    return history;
  }

  /** How often it could not be written since the start: for whoever watches. */
  get failures(): number {
    return this.#failures;
  }

  /** Writes down that a write is about to go out; resolves to its entry when that is durable. Rejects when it is not: do not send it. */
  async intent({ person, body, resources, ...facts }: IntentFacts): Promise<string> {
    const entry = randomBytes(12).toString('hex');
    try {
      await this.#payOwed();
      await this.#append({ ...noFacts, ...who(person), ...facts, kind: 'intent', entry, resources, body });
      return entry;
    } catch (error) {
      this.#failures += 1;
      this.#log.defect('history-not-written', error);
      throw error;
    }
  }

  /** What became of it; durable when this resolves, unless the database is away: then it is written when that is back. */
  outcome(entry: string, { message, attempts, resources, ...facts }: OutcomeFacts): Promise<void> {
    return this.#owe({ ...noFacts, ...facts, kind: 'outcome', entry, resources, body: { message, attempts } });
  }

  /** How the resource looked after it. */
  state(entry: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#owe({ ...noFacts, kind: 'state', entry, resources: [], body });
  }

  /** What is no write. Of many alike in a minute some are written; the next minute's first says how many were not. */
  event(name: EventName, { person, body = {}, ...facts }: EventFacts = {}): void {
    const minute = Math.floor(this.#now() / 60_000);
    const told = this.#told.get(name);
    const count = told?.minute === minute ? told.count + 1 : 1;
    const untold = told && told.minute !== minute ? Math.max(0, told.count - eventsPerMinute) : 0;
    this.#told.set(name, { minute, count });
    if (count > eventsPerMinute) return;
    const cut = Object.entries(body).map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, 300) : value]);
    const more = untold > 0 ? { untold } : {};
    const entry = randomBytes(12).toString('hex');
    const draft = { ...noFacts, ...who(person), ...facts, action: name, kind: 'event', entry, resources: [] } as const;
    void this.#owe({ ...draft, body: { ...Object.fromEntries(cut), ...more } } as Omit<RecordDraft, 'at' | 'server'>);
  }

  /** Tries once more to write what is owed. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#payOwed().catch(() => {});
  }

  #append(draft: Omit<RecordDraft, 'at' | 'server'>): Promise<void> {
    return this.#chain.append({ ...draft, at: this.#now(), server: this.#server });
  }

  async #owe(draft: Omit<RecordDraft, 'at' | 'server'>): Promise<void> {
    const dated = { ...draft, at: this.#now(), server: this.#server };
    try {
      await this.#chain.append(dated);
    } catch (error) {
      this.#failures += 1;
      if (this.#owed.length === 0) this.#log.defect('history-owed', error);
      if (this.#owed.length < mostOwed) this.#owed.push(dated);
    }
  }

  async #payOwed(): Promise<void> {
    for (const draft of this.#owed.splice(0)) {
      try {
        await this.#chain.append(draft);
      } catch {
        this.#owed.push(draft);
      }
    }
  }

  async #closeLost(store: Store): Promise<void> {
    const lost = await closeLostIntents(store, this.#server, this.#now());
    const answers = lost.map((entry) =>
      this.outcome(entry, { outcome: 'unknown', code: closedCode, requestId: null, ms: 0, message: null, attempts: 0, resources: [] }),
    );
    await Promise.all(answers);
    if (lost.length === 0) return;
    this.#log.warn('history-closed', {
      why: `${lost.length} writes were under way when a server ended: what became of them is not known.`,
    });
    this.event('closed', { body: { writes: lost.length } });
  }
}
