/** Who is signed in. Only the hashes of session ids are kept, in memory and on disk. */
import { createHash, randomBytes } from 'node:crypto';

/** What ends a session where no setting says otherwise. */
export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 24 * 3_600_000;

/** How stale the kept time of last use may be: it is written at most this often. */
const touchMs = 60_000;

/**
 * Sessions of one person that are open at once, of browsers and of scripts each: a script that signs in for every call never ends a person's
 * session. The one that was used longest ago gives way, and is told so.
 */
const mostSessions = 64;

/** Sessions that gave way of which it is remembered that they did. */
const mostReplaced = 256;

export interface SessionRecord {
  /** SHA-256 of the session id, hex. */
  readonly hash: string;
  readonly created: number;
  /** When it was last used, to the minute. */
  seen: number;
  /** Opened by a script, which keeps no cookie of a browser's; absent in files of older versions. */
  readonly script?: boolean;
  /** Whose it is; absent for whoever holds the sign-in link. */
  readonly person?: SessionPerson;
}

/** A person as the provider told of them. */
export interface SessionPerson {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Words of the claim of groups: what they are worth is the settings' matter, and may be another thing after a restart. */
  readonly groups: readonly string[];
  /** The provider's own name of its session. */
  readonly sid: string | null;
  /** Sealed to the session's hash, as is the next. */
  readonly refreshToken: string | null;
  readonly idToken: string;
  /** When the provider last told of them. */
  readonly readAt: number;
}

/** How long a session may lie unused, and how old it may grow, in milliseconds. */
export interface SessionLife {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Where sessions outlive the process. Everything may reject: the disk is full, the database is gone. */
export interface SessionStore {
  /** Other servers open and end sessions in it too. */
  readonly shared: boolean;
  readonly load: () => Promise<readonly SessionRecord[]>;
  readonly find: (hash: string) => Promise<SessionRecord | null>;
  readonly put: (records: readonly SessionRecord[]) => Promise<void>;
  /** Writes down when it was last used; one that has ended stays ended. */
  readonly touch: (hash: string, seen: number) => Promise<void>;
  /** Writes down what the provider has told of its person since. */
  readonly know: (hash: string, person: SessionPerson) => Promise<void>;
  readonly remove: (hashes: readonly string[]) => Promise<void>;
  /** Forgets what was opened, or last used, before these times. */
  readonly removeOlder: (createdBefore: number, seenBefore: number) => Promise<void>;
}

interface SessionsOptions {
  /** Keeps nothing when left out. */
  readonly store?: SessionStore;
  readonly now?: () => number;
  readonly life?: SessionLife;
  /** The store cannot be read or written now; told when that begins. */
  readonly onError?: (error: unknown) => void;
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const shape = /^[\w-]{43}$/;

/** Milliseconds for which it is taken as known that a session of a shared store is still open. */
const freshMs = 1_000;

/**
 * Sessions in memory, and in the store where there is one. What could not be written is tried again with the next change, so
 * that a full disk signs nobody out. Of a store that several servers share, the store decides while it can be asked.
 */
export class Sessions {
  readonly #records = new Map<string, SessionRecord>();
  /** Hashes of sessions that gave way to newer ones. */
  readonly #replaced = new Set<string>();
  /** What the store has not been told yet. */
  readonly #unsaved = new Map<string, SessionRecord>();
  readonly #unremoved = new Set<string>();
  /** When the shared store was last asked about each. */
  readonly #askedAt = new Map<string, number>();
  readonly #store: SessionStore | null;
  readonly #now: () => number;
  readonly #life: SessionLife;
  readonly #onError: (error: unknown) => void;
  #failing = false;

  constructor({ store, now = Date.now, life = { idleMs, absoluteMs }, onError = () => {} }: SessionsOptions = {}) {
    this.#store = store ?? null;
    this.#now = now;
    this.#life = life;
    this.#onError = onError;
  }

  /** Reads what the store has. Rejects where it cannot be read. */
  static async over(store: SessionStore, options: Omit<SessionsOptions, 'store'> = {}): Promise<Sessions> {
    const sessions = new Sessions({ ...options, store });
    const now = sessions.#now();
    for (const record of await store.load()) if (sessions.#isAlive(record)) sessions.#records.set(record.hash, record);
    await sessions.#tell(() => store.removeOlder(now - sessions.#life.absoluteMs, now - sessions.#life.idleMs));
    return sessions;
  }

  get size(): number {
    return this.#records.size;
  }

  /** Milliseconds for which a browser may keep the id. */
  get lifeMs(): number {
    return this.#life.absoluteMs;
  }

  /** What is known of an open session. */
  get(hash: string): SessionRecord | undefined {
    return this.#records.get(hash);
  }

  /** All that are open, those of other servers too. */
  async list(): Promise<readonly SessionRecord[]> {
    const store = this.#store;
    if (store?.shared) {
      await this.#tell(async () => {
        const kept = await store.load();
        const known = new Set(kept.map(({ hash }) => hash));
        for (const { hash } of [...this.#records.values()]) if (!known.has(hash) && !this.#unsaved.has(hash)) this.#records.delete(hash);
        for (const record of kept) if (!this.#unremoved.has(record.hash)) this.#records.set(record.hash, record);
      });
    }
    return [...this.#records.values()].filter((record) => this.#isAlive(record));
  }

  /** Takes over what the provider has told of its person since. */
  async know(hash: string, person: SessionPerson): Promise<void> {
    const record = this.#records.get(hash);
    if (!record) return;
    const next = { ...record, person };
    this.#records.set(hash, next);
    if (this.#unsaved.has(hash)) this.#unsaved.set(hash, next);
    else await this.#tell((store) => store.know(hash, person));
  }

  /** A new session; its id (256 random bits) exists only in the answer and in the browser. `gaveWay`: one had to end for it. */
  async open(script = false, personOf?: (hash: string) => SessionPerson): Promise<{ readonly id: string; readonly gaveWay: boolean }> {
    for (const record of this.#records.values()) if (!this.#isAlive(record)) this.#forget(record.hash);
    const id = randomBytes(32).toString('base64url');
    const hash = hashOf(id);
    const person = personOf?.(hash);
    const alike = [...this.#records.values()].filter(
      (record) => (record.script ?? false) === script && record.person?.subject === person?.subject,
    );
    const idlest = alike.sort((a, b) => a.seen - b.seen || a.created - b.created)[0];
    const gaveWay = alike.length >= mostSessions && idlest !== undefined;
    if (gaveWay) this.#replace(idlest.hash);
    const now = this.#now();
    const record = { hash, created: now, seen: now, ...(script ? { script } : {}), ...(person ? { person } : {}) };
    this.#records.set(record.hash, record);
    this.#unsaved.set(record.hash, record);
    await this.#save();
    return { id, gaveWay };
  }

  #replace(hash: string): void {
    this.#forget(hash);
    const [oldest] = this.#replaced;
    if (this.#replaced.size >= mostReplaced && oldest !== undefined) this.#replaced.delete(oldest);
    this.#replaced.add(hash);
  }

  /** True when the session ended for want of room, so that whoever had it can be told. */
  wasReplaced(id: string | null): boolean {
    return id !== null && shape.test(id) && this.#replaced.has(hashOf(id));
  }

  /** The hash by which the session is known inside, or null when there is none or it has run out. */
  async find(id: string | null): Promise<string | null> {
    if (id === null || !shape.test(id)) return null;
    // The look-up by a hash of the id leaks nothing about the ids that exist.
    const hash = hashOf(id);
    if (this.#store?.shared) await this.#ask(this.#store, hash);
    const record = this.#records.get(hash);
    if (!record) return null;
    const now = this.#now();
    if (!this.#isAlive(record)) {
      this.#forget(hash);
      await this.#save();
      return null;
    }
    if (now - record.seen > touchMs) {
      record.seen = now;
      void this.#tell((store) => store.touch(hash, now));
    }
    return hash;
  }

  /** True until the session ends: for answers that were under way when it did. */
  async isOpen(hash: string): Promise<boolean> {
    if (this.#store?.shared && this.#now() - (this.#askedAt.get(hash) ?? 0) > freshMs) await this.#ask(this.#store, hash);
    return this.#records.has(hash);
  }

  /** Ends the session; when this resolves it is dead, in the store too where that can be written. */
  async close(hash: string): Promise<void> {
    if (!this.#records.has(hash)) return;
    this.#forget(hash);
    await this.#save();
  }

  #isAlive({ created, seen }: SessionRecord): boolean {
    const now = this.#now();
    return now - seen <= this.#life.idleMs && now - created <= this.#life.absoluteMs;
  }

  #forget(hash: string): void {
    this.#records.delete(hash);
    this.#askedAt.delete(hash);
    this.#unsaved.delete(hash);
    if (this.#store !== null) this.#unremoved.add(hash);
  }

  /** What the shared store knows of it. While it cannot be asked, who was known stays in. */
  async #ask(store: SessionStore, hash: string): Promise<void> {
    await this.#tell(async () => {
      const record = await store.find(hash);
      if (this.#unremoved.has(hash) || this.#unsaved.has(hash)) return;
      if (record === null) this.#records.delete(hash);
      else this.#records.set(hash, record);
      this.#askedAt.set(hash, this.#now());
    });
  }

  async #save(): Promise<void> {
    await this.#tell(async (store) => {
      const [ended, made] = [[...this.#unremoved], [...this.#unsaved.values()]];
      await store.remove(ended);
      for (const hash of ended) this.#unremoved.delete(hash);
      await store.put(made);
      for (const { hash } of made) this.#unsaved.delete(hash);
    });
  }

  async #tell(step: (store: SessionStore) => Promise<void>): Promise<void> {
    if (this.#store === null) return;
    try {
      await step(this.#store);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#onError(error);
      this.#failing = true;
    }
  }
}
