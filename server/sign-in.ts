/** The token that opens a session. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Wrong tries of one client before the first delay. */
export const freeTries = 5;
const longestDelayMs = 60_000;

/** A client that has guessed nothing for this long is forgotten. */
const forgetMs = 15 * 60_000;

/** Clients whose guesses are remembered; beyond these the one that guessed longest ago is forgotten. */
const mostClients = 1_024;

type TokenCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'wait'; readonly ms: number };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who a connection counts as: its address; of IPv6 the network, whose addresses one machine can change at will. */
export function clientOf(address: string | undefined): string {
  if (address === undefined) return '';
  if (!isIPv6(address) || address.startsWith('::')) return address.replace(/^::ffff:/i, '');
  // Whole groups are in every spelling that a socket gives; "::" stands for zeros.
  return address.split('::', 1)[0]?.split(':').slice(0, 4).join(':') ?? address;
}

interface Guesser {
  wrong: number;
  last: number;
}

/**
 * One token at a time. A generated one (192 bits) opens one session and is then spent; a fixed one (WEFT_TOKEN, 16 characters
 * at the least) stays. What keeps it from being guessed is its length: the right one always passes, whoever guesses beside it.
 * After five wrong tries a client's further wrong ones are told to wait, up to a minute; a right one does not forgive them.
 */
export class SignIn {
  #expected: Buffer | null;
  readonly #fixed: boolean;
  readonly #now: () => number;
  /** By client, the one that guessed longest ago first. */
  readonly #guessers = new Map<string, Guesser>();
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

  /** Clients that are remembered for wrong tries. */
  get guessers(): number {
    return this.#guessers.size;
  }

  /** Makes a new token in place of one that is spent. */
  renew(): void {
    if (this.#fixed || this.#unused !== null) return;
    this.#unused = randomBytes(24).toString('base64url');
    this.#expected = digest(this.#unused);
  }

  /** Compares in constant time. A generated token is spent by its success. */
  use(token: string, client: string): TokenCheck {
    const check = this.check(token, client);
    if (check.ok && !this.#fixed) {
      this.#expected = null;
      this.#unused = null;
    }
    return check;
  }

  /** Compares without spending: for bearer tokens, which only a fixed token can be. */
  check(token: string, client: string): TokenCheck {
    // A token that is spent is compared too, with what nothing equals: how long it takes tells nothing.
    const right = timingSafeEqual(digest(token), this.#expected ?? randomBytes(32));
    return right ? { ok: true } : this.#guessed(client);
  }

  #guessed(client: string): TokenCheck {
    const now = this.#now();
    const known = this.#guessers.get(client);
    const fresh = known === undefined || now - known.last > forgetMs;
    const guesser = fresh ? { wrong: 0, last: now } : known;
    const ms = fresh ? 0 : guesser.last + delayAfter(guesser.wrong) - now;
    this.#guessers.delete(client);
    if (this.#guessers.size >= mostClients) {
      const [oldest] = this.#guessers.keys();
      if (oldest !== undefined) this.#guessers.delete(oldest);
    }
    this.#guessers.set(client, guesser);
    // Tries that come too early do not lengthen the wait: it would never end for two who share an address.
    if (ms > 0) return { ok: false, why: 'wait', ms };
    guesser.wrong += 1;
    guesser.last = now;
    return { ok: false, why: 'wrong' };
  }
}

const delayAfter = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longestDelayMs, 1_000 * 2 ** Math.min(10, wrong - freeTries));
