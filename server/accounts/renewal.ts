/** Keys that end: renewed before they do, one renewal at a time, whoever asks. */
import { type IssuedKeys, type KeyPlan, type Keys, KeysUnavailable } from './keys.ts';

/** Asks for keys by a plan. Rejects with `KeysUnavailable`. */
export type IssueKeys = (plan: KeyPlan) => Promise<IssuedKeys>;

/** So long before their end keys are renewed: a signature may be five minutes late, and a call takes a while. */
const marginMs = 300_000;
/** A renewal that failed is not tried again at once, however many calls ask: the keys' source is somebody's service too. */
const pauseMs = 5_000;

/** New keys that are refused too are another matter than old ones that ended early: no more are asked for so long. */
const afterRefusalMs = 60_000;

/** Not a secret's last word: keys that have just been replaced may still stand in an answer that is on its way. */
const rememberedKeys = 4;

export class RenewedKeys {
  readonly #plan: KeyPlan;
  #current: IssuedKeys | null;
  /** When the current ones are worth renewing, in milliseconds since 1970. */
  #renewAt: number;
  #running: Promise<void> | null = null;
  #failure: { readonly error: KeysUnavailable; readonly until: number } | null = null;
  #remembered: Keys[] = [];
  #refusedUntil = 0;

  constructor(plan: KeyPlan) {
    this.#plan = plan;
    this.#current = plan.kind === 'file' ? plan.first : null;
    this.#renewAt = this.#current === null ? 0 : renewalOf(this.#current, 0);
  }

  /** The keys that sign now. Throws `KeysUnavailable` where none were ever issued. */
  current(): Keys {
    if (this.#current === null) throw new KeysUnavailable('Its keys have not been asked for yet.');
    return this.#current.keys;
  }

  /** Everything that was issued lately. */
  known(): readonly Keys[] {
    return this.#current === null ? this.#remembered : [...this.#remembered, this.#current.keys];
  }

  /** Why no keys could be had when they were last asked for, or null. */
  failure(): string | null {
    return this.#failure?.error.message ?? null;
  }

  /** Null when the keys are good for a call; else what to wait for. Rejects with `KeysUnavailable`. */
  readied(issue: IssueKeys, now: () => number): Promise<void> | null {
    const time = now();
    if (this.#current !== null && time < this.#renewAt) return null;
    const alive = this.#current !== null && (this.#current.endsAt === null || time < this.#current.endsAt);
    if (this.#failure !== null && time < this.#failure.until) return alive ? null : Promise.reject(this.#failure.error);
    this.#running ??= this.#renew(issue, now).finally(() => {
      this.#running = null;
    });
    // Keys that still live sign while others are on their way.
    if (alive) {
      this.#running.catch(() => {});
      return null;
    }
    return this.#running;
  }

  /** The cloud refused these keys: others are asked for. True where the call may be sent again, signed by those. */
  refused(keys: Keys, time: number): boolean {
    if (this.#current === null) return true;
    if (this.#current.keys.secretId !== keys.secretId) return true;
    if (time < this.#refusedUntil) return false;
    this.#refusedUntil = time + afterRefusalMs;
    this.#remember();
    this.#current = null;
    return true;
  }

  async #renew(issue: IssueKeys, now: () => number): Promise<void> {
    try {
      const issued = await issue(this.#plan);
      if (issued.endsAt !== null && issued.endsAt <= now()) throw new KeysUnavailable('The keys that were issued have already ended.');
      this.#remember();
      this.#current = issued;
      this.#renewAt = renewalOf(issued, now());
      this.#failure = null;
    } catch (error) {
      const known = error instanceof KeysUnavailable ? error : new KeysUnavailable('Its keys could not be had.', { cause: error });
      this.#failure = { error: known, until: now() + pauseMs };
      throw known;
    }
  }

  #remember(): void {
    if (this.#current !== null) this.#remembered = [...this.#remembered, this.#current.keys].slice(-rememberedKeys);
  }
}

/** Five minutes before the end; keys that live shorter are renewed when three quarters of their time are over. */
function renewalOf({ endsAt }: IssuedKeys, issuedAt: number): number {
  if (endsAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(endsAt - marginMs, Math.min(issuedAt + (endsAt - issuedAt) * 0.75, endsAt - 1_000));
}
