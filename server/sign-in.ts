/** The token that opens a session. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Wrong tries before the first delay. */
export const freeTries = 5;
const longestDelayMs = 60_000;

export type TokenCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'wait'; readonly ms: number };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * One token at a time. A generated one (192 bits) opens one session and is then spent; a fixed one (WEFT_TOKEN) stays.
 * After five wrong tries each further one has to wait, up to a minute, whoever makes it: there is one person here.
 */
export class SignIn {
  #expected: Buffer | null;
  readonly #fixed: boolean;
  readonly #now: () => number;
  #wrong = 0;
  #openAt = 0;
  /** The generated token while it is unused: for the line that is printed. */
  #unused: string | null;

  constructor(fixed: string | null, now: () => number = Date.now) {
    this.#fixed = fixed !== null;
    this.#now = now;
    this.#unused = fixed ?? randomBytes(24).toString('base64url');
    this.#expected = digest(this.#unused);
  }

  get fixed(): boolean {
    return this.#fixed;
  }

  /** The token to print, or null when it is spent. */
  get token(): string | null {
    return this.#unused;
  }

  /** Makes a new token in place of one that is spent. */
  renew(): void {
    if (this.#fixed || this.#unused !== null) return;
    this.#unused = randomBytes(24).toString('base64url');
    this.#expected = digest(this.#unused);
  }

  /** Compares in constant time. A generated token is spent by its success. */
  use(token: string): TokenCheck {
    const check = this.check(token);
    if (check.ok && !this.#fixed) {
      this.#expected = null;
      this.#unused = null;
    }
    return check;
  }

  /** Compares without spending: for bearer tokens, which only a fixed token can be. */
  check(token: string): TokenCheck {
    const wait = this.#openAt - this.#now();
    if (wait > 0) return { ok: false, why: 'wait', ms: wait };
    const given = digest(token);
    if (this.#expected !== null && timingSafeEqual(given, this.#expected)) {
      this.#wrong = 0;
      return { ok: true };
    }
    this.#wrong += 1;
    if (this.#wrong >= freeTries) {
      this.#openAt = this.#now() + Math.min(longestDelayMs, 1_000 * 2 ** Math.min(10, this.#wrong - freeTries));
    }
    return { ok: false, why: 'wrong' };
  }
}
