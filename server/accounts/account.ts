/** An account of a cloud, with the keys that sign for it. */
import { inspect } from 'node:util';

export type Vendor = 'tencent' | 'alibaba';

/** What may be told about an account. */
export interface AccountFacts {
  /** Stands in URLs: letters, digits and dashes. */
  readonly id: string;
  readonly name: string;
  /** The cloud's own number of the account, where it is known. */
  readonly uin: string | null;
  readonly vendor: Vendor;
}

export interface Keys {
  readonly secretId: string;
  readonly secretKey: string;
  /** Of temporary keys (STS). */
  readonly token?: string;
}

/** What the clouds' keys and tokens are made of. Quotes, blanks and brackets are slips of the clipboard. */
export const isKey = (value: unknown): value is string => typeof value === 'string' && /^[\w.+/=:~@-]{1,8192}$/.test(value);

/**
 * Keeps the keys in private fields: printing, serialising or spreading an account shows its facts only, so that no log
 * line or error can carry a key by accident.
 */
export class Account implements AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly uin: string | null;
  readonly vendor: Vendor;
  readonly #keys: Keys;

  constructor(facts: AccountFacts, keys: Keys) {
    this.id = facts.id;
    this.name = facts.name;
    this.uin = facts.uin;
    this.vendor = facts.vendor;
    this.#keys = keys;
  }

  /** The keys, for signing only. */
  keys(): Keys {
    return this.#keys;
  }

  /** Everything that must never leave the process. The id of a key is not a secret of the cloud's, yet nobody needs it outside. */
  secrets(): string[] {
    const { secretId, secretKey, token } = this.#keys;
    return [secretKey, secretId, ...(token === undefined ? [] : [token])];
  }

  toJSON(): AccountFacts {
    return { id: this.id, name: this.name, uin: this.uin, vendor: this.vendor };
  }

  [inspect.custom](): AccountFacts {
    return this.toJSON();
  }
}
