/** Who is signed in. Only the hashes of session ids are kept, in memory and on disk. */
import { createHash, randomBytes } from 'node:crypto';

export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 24 * 3_600_000;

/** How stale the kept time of last use may be: it is written at most this often. */
const touchMs = 60_000;

/**
 * Sessions that are open at once, of browsers and of scripts each: a script that signs in for every call never ends a person's
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
}

/** Where sessions outlive the process. */
export interface SessionStore {
  load: () => SessionRecord[];
  /** `ended`: a session is no longer among them, and must not come back with the next start. */
  save: (records: readonly SessionRecord[], ended: boolean) => void;
}

/** Keeps nothing. */
const noStore: SessionStore = { load: () => [], save: () => {} };

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const shape = /^[\w-]{43}$/;

export class Sessions {
  readonly #records = new Map<string, SessionRecord>();
  /** Hashes of sessions that gave way to newer ones. */
  readonly #replaced = new Set<string>();
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

  /** A new session; its id (256 random bits) exists only in the answer and in the browser. `gaveWay`: one had to end for it. */
  open(script = false): { readonly id: string; readonly gaveWay: boolean } {
    for (const record of this.#records.values()) if (!this.#alive(record)) this.#records.delete(record.hash);
    const alike = [...this.#records.values()].filter((record) => (record.script ?? false) === script);
    const idlest = alike.sort((a, b) => a.seen - b.seen || a.created - b.created)[0];
    const gaveWay = alike.length >= mostSessions && idlest !== undefined;
    if (gaveWay) this.#replace(idlest.hash);
    const id = randomBytes(32).toString('base64url');
    const now = this.#now();
    const hash = hashOf(id);
    this.#records.set(hash, { hash, created: now, seen: now, ...(script ? { script } : {}) });
    this.#save(gaveWay);
    return { id, gaveWay };
  }

  #replace(hash: string): void {
    this.#records.delete(hash);
    const [oldest] = this.#replaced;
    if (this.#replaced.size >= mostReplaced && oldest !== undefined) this.#replaced.delete(oldest);
    this.#replaced.add(hash);
  }

  /** True when the session ended for want of room, so that whoever had it can be told. */
  wasReplaced(id: string | null): boolean {
    return id !== null && shape.test(id) && this.#replaced.has(hashOf(id));
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
      this.#save(true);
      return null;
    }
    if (now - record.seen > touchMs) {
      record.seen = now;
      this.#save(false);
    }
    return record.hash;
  }

  /** True until the session ends: for answers that were under way when it did. */
  isOpen(hash: string): boolean {
    return this.#records.has(hash);
  }

  /** Ends the session; when this returns it is dead, on disk too. */
  close(hash: string): void {
    if (this.#records.delete(hash)) this.#save(true);
  }

  #alive({ created, seen }: SessionRecord): boolean {
    const now = this.#now();
    return now - seen <= idleMs && now - created <= absoluteMs;
  }

  #save(ended: boolean): void {
    this.#store.save([...this.#records.values()], ended);
  }
}
