/** An account of a cloud, with the keys that sign for it. */
import { inspect } from 'node:util';
import type { Dialect } from '../../catalogue/binding.ts';
import { bindingOf, type KeyPlan, type Keys, keysOfPlan } from './keys.ts';
import { type IssueKeys, RenewedKeys } from './renewal.ts';

export type Vendor = 'tencent' | 'alibaba';

/** What may be told about an account. */
export interface AccountFacts {
  /** Stands in URLs: letters, digits and dashes. */
  readonly id: string;
  readonly name: string;
  /** The cloud's own number of the account, where it is known. */
  readonly uin: string | null;
  readonly vendor: Vendor;
  /** Where its keys come from: a variable, a file with its profile, a role. */
  readonly source?: string;
  /** Which API it speaks, where that is its own and not its cloud's. */
  readonly dialect?: Dialect;
}

/** Who signs, as the cloud tells it (sts:GetCallerIdentity). */
export interface Identity {
  readonly uin: string;
  /** "qcs::cam::uin/…": the user or the role. */
  readonly arn: string;
}

/** Why an account cannot be used now: the code of the cloud's refusal or of ours, and a sentence without keys. */
interface AccountTrouble {
  readonly code: string;
  readonly reason: string;
}

/**
 * Keeps the keys in private fields: printing, serialising or spreading an account shows its facts only, so that no log
 * line or error can carry a key by accident.
 */
export class Account implements AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  readonly source: string;
  readonly dialect?: Dialect;
  readonly #plan: KeyPlan;
  readonly #renewed: RenewedKeys | null;
  #uin: string | null;
  #trouble: AccountTrouble | null = null;
  #regions: readonly string[] | null = null;

  constructor(facts: AccountFacts, keys: Keys | KeyPlan) {
    this.id = facts.id;
    this.name = facts.name;
    this.vendor = facts.vendor;
    this.source = facts.source ?? facts.name;
    if (facts.dialect !== undefined) this.dialect = facts.dialect;
    this.#uin = facts.uin;
    this.#plan = 'kind' in keys ? keys : { kind: 'static', keys };
    this.#renewed = this.#plan.kind === 'static' ? null : new RenewedKeys(this.#plan);
  }

  get uin(): string | null {
    return this.#uin;
  }

  /** How its keys are had: said to people, never the keys. */
  get kind(): KeyPlan['kind'] {
    return this.#plan.kind;
  }

  /** The keys, for signing only. Throws `KeysUnavailable` before any were issued. */
  keys(): Keys {
    return this.#plan.kind === 'static' ? this.#plan.keys : (this.#renewed as RenewedKeys).current();
  }

  /** Null when its keys are good for a call; else what to wait for, which rejects with `KeysUnavailable`. */
  readied(issue: IssueKeys, now: () => number): Promise<void> | null {
    return this.#renewed?.readied(issue, now) ?? null;
  }

  /** The cloud refused these keys of its. True where others may be had, and the call be sent again. */
  keysRefused(keys: Keys, time: number): boolean {
    return this.#renewed?.refused(keys, time) ?? false;
  }

  /** Who acts, in words that stay while keys are renewed. Not for eyes: the id of a key may be in it. */
  binding(): string {
    return bindingOf(this.#plan);
  }

  /** What the cloud said of who signs. */
  identified(identity: Identity | null, trouble: AccountTrouble | null): void {
    if (identity !== null) this.#uin = identity.uin;
    this.#trouble = trouble;
  }

  /** What the cloud said of where it may work. */
  mayWorkIn(regions: readonly string[]): void {
    this.#regions = regions;
  }

  /** Everything that must never leave the process. The id of a key is not a secret of the cloud's, yet nobody needs it outside. */
  secrets(): string[] {
    return [...keysOfPlan(this.#plan), ...(this.#renewed?.known() ?? [])].flatMap(({ secretId, secretKey, token }) => [
      secretKey,
      secretId,
      ...(token === undefined ? [] : [token]),
    ]);
  }

  /** Why it cannot be used now, or null. */
  trouble(): AccountTrouble | null {
    const failure = this.#renewed?.failure() ?? null;
    return failure === null ? this.#trouble : { code: 'CredentialsUnavailable', reason: failure };
  }

  toJSON(): AccountFacts & { readonly trouble?: AccountTrouble; readonly regions?: readonly string[] } {
    const { id, name, uin, vendor, source } = this;
    const trouble = this.trouble();
    const regions = this.#regions;
    return { id, name, uin, vendor, source, ...(trouble === null ? {} : { trouble }), ...(regions === null ? {} : { regions }) };
  }

  [inspect.custom](): AccountFacts {
    return this.toJSON();
  }
}
