/** Accounts in which nothing is changed from here, by their ids or numbers (WEFT_READ_ONLY). */
import { ConfigError } from '../config-error.ts';
import type { AccountFacts } from './account.ts';

type AccountName = Pick<AccountFacts, 'id' | 'uin'>;

const isNumber = (name: string): boolean => /^\d+$/.test(name);
const isNamed = (name: string, { id, uin }: AccountName): boolean => name === '*' || name === id || name === uin;

/**
 * A number may be that of any account whose own is not known: the cloud has not told it yet. While the number is no other
 * account's, such an account counts as read-only.
 */
export function isReadOnly(names: readonly string[], account: AccountName, all: readonly AccountName[]): boolean {
  if (names.some((name) => isNamed(name, account))) return true;
  return account.uin === null && names.some((name) => isNumber(name) && !all.some((other) => isNamed(name, other)));
}

/** Throws `ConfigError` for a name that is no account's: the one that was meant could be changed. */
export function checkReadOnly(names: readonly string[], all: readonly AccountName[]): void {
  const told = all.every(({ uin }) => uin !== null);
  const wrong = names.find((name) => !all.some((account) => isNamed(name, account)) && (told || !isNumber(name)));
  if (wrong === undefined) return;
  const known = all.map(({ id, uin }) => (uin === null || uin === id ? id : `${id} (${uin})`)).join(', ');
  throw new ConfigError(`WEFT_READ_ONLY names "${wrong}", which is no account here. There are: ${known}.`);
}
