/**
 * What people may do, as grants: `role@account/family`, the account and the family left out where it is all of them. "viewer",
 * "operator@100000000001", "operator@ops/security-group". docs/people.md writes the format down.
 */
import { type Access, fullAccess } from '../../catalogue/access.ts';
import { type Family, families } from '../../catalogue/fields.ts';
import type { AccountFacts } from '../accounts/account.ts';

const roles = ['viewer', 'operator', 'admin'] as const;
/** `viewer` reads, `operator` reads and writes, `admin` also has accounts and people in hand. */
type Role = (typeof roles)[number];

export interface Grant {
  readonly role: Role;
  /** The id or the number of an account; `'*'` is each of them. */
  readonly account: string;
  readonly family: Family | '*';
}

type GrantReading = { readonly ok: true; readonly grant: Grant } | { readonly ok: false; readonly why: string };

const isRole = (text: string): text is Role => roles.some((role) => role === text);
const isFamily = (text: string): text is Family => families.some((family) => family === text);

const refused = (why: string): GrantReading => ({ ok: false, why });

/** Reads a grant as it is written. What is wrong is told by its part, never by another reading of it. */
export function readGrant(text: string): GrantReading {
  const [role = '', place, ...more] = text.split('@');
  if (!isRole(role)) return refused(`its role is none of ${roles.join(', ')}`);
  if (more.length > 0) return refused('it has more than one "@"');
  if (place === undefined) return { ok: true, grant: { role, account: '*', family: '*' } };
  if (role === 'admin') return refused('an admin is one of the whole console: write "operator" for a part of it');
  const [account = '', family = '*', ...rest] = place.split('/');
  if (rest.length > 0) return refused('it has more than one "/"');
  if (account !== '*' && !/^[\w.-]{1,80}$/.test(account)) return refused('its account is no id and no number of one');
  if (family !== '*' && !isFamily(family)) return refused(`no family is called "${family}"`);
  return { ok: true, grant: { role, account, family } };
}

/** The highest role that is among the grants; null where there is none. */
export const highestRole = (grants: readonly Grant[]): Role | null =>
  roles.findLast((role) => grants.some((one) => one.role === role)) ?? null;

/** Accounts and people are in the hands of admins alone. */
export const isAdmin = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'admin');

type AccountName = Pick<AccountFacts, 'id' | 'uin'>;

const concerns = (grant: Grant, { id, uin }: AccountName): boolean =>
  grant.account === '*' || grant.account === id || (uin !== null && grant.account === uin);

const familiesOf = (grants: readonly Grant[]): Access['read'] =>
  grants.some(({ family }) => family === '*') ? '*' : families.filter((family) => grants.some((grant) => grant.family === family));

/** What the grants allow in an account; null where none is about it: then it is not told of either. */
export function accessTo(grants: readonly Grant[], account: AccountName): Access | null {
  const about = grants.filter((grant) => concerns(grant, account));
  if (about.length === 0) return null;
  const access = { read: familiesOf(about), write: familiesOf(about.filter(({ role }) => role !== 'viewer')) };
  return access.write === '*' ? fullAccess : access;
}
