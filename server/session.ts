/** Who is signed in. Only the hashes of session ids are kept, in memory and on disk. */
import { createHash, randomBytes } from 'node:crypto';

export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 24 * 3_600_000;

/** How stale the kept time of last use may be: it is written at most this often. */
const touchMs = 60_000;

/** Browsers that one person signs in with; the oldest session gives way. */
const mostSessions = 64;

export interface SessionRecord {
  /** SHA-256 of the session id, hex. */
  readonly hash: string;
  readonly created: number;
  /** When it was last used, to the minute. */
  seen: number;
}

/** Where sessions outlive the process. */
export interface SessionStore {
  load: () => SessionRecord[];
  save: (records: readonly SessionRecord[]) => void;
}

/** Keeps nothing. */
export const noStore: SessionStore = { load: () => [], save: () => {} };

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const shape = /^[\w-]{43}$/;

export class Sessions {
  readonly #records = new Map<string, SessionRecord>();
  readonly #store: SessionStore;
  readonly #now: () => number;

  constructor(store: SessionStore = noStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
    for (const record of store.load()) {
      if (this.#alive(record)) this.#records.set(record.hash, record);
    }
  }

  get size(): number {
    return this.#records.size;
  }

  /** A new session; its id (256 random bits) exists only in the answer and in the browser. */
  open(): string {
    for (const record of this.#records.values()) if (!this.#alive(record)) this.#records.delete(record.hash);
    const [oldest] = this.#records.keys();
    if (this.#records.size >= mostSessions && oldest !== undefined) this.#records.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    const now = this.#now();
    const hash = hashOf(id);
    this.#records.set(hash, { hash, created: now, seen: now });
    this.#save();
    return id;
  }

  /** The hash by which the session is known inside, or null when there is none or it has run out. */
  find(id: string | null): string | null {
    if (id === null || !shape.test(id)) return null;
    // The look-up by a hash of the id leaks nothing about the ids that exist.
    const record = this.#records.get(hashOf(id));
    if (!record) return null;
    const now = this.#now();
    if (!this.#alive(record)) {
      this.#records.delete(record.hash);
      this.#save();
      return null;
    }
    if (now - record.seen > touchMs) {
      record.seen = now;
      this.#save();
    }
    return record.hash;
  }

  /** True until the session ends: for answers that were under way when it did. */
  isOpen(hash: string): boolean {
    return this.#records.has(hash);
  }

  /** Ends the session; when this returns it is dead, on disk too. */
  close(hash: string): void {
    if (this.#records.delete(hash)) this.#save();
  }

  #alive({ created, seen }: SessionRecord): boolean {
    const now = this.#now();
    return now - seen <= idleMs && now - created <= absoluteMs;
  }

  #save(): void {
    this.#store.save([...this.#records.values()]);
  }
}
