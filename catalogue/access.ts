/** What a person may do in an account: told by the server, which refuses the rest, and asked by pages before they offer anything. */
import type { Family } from './fields.ts';

/** `'*'`: of every family, and of what belongs to none. */
type FamilySet = '*' | readonly Family[];

export interface Access {
  readonly read: FamilySet;
  readonly write: FamilySet;
}

export type AccessKind = keyof Access;

/** Whoever may do nothing more than the server's owner has no limits at all. */
export const fullAccess: Access = { read: '*', write: '*' };

/** What pages of every family ask for beside their own: who the account is, its zones and quotas, how work stands, tags. */
const sharedFamilies: readonly Family[] = ['account', 'tag', 'task'];

const holds = (set: FamilySet, family: Family | undefined): boolean => set === '*' || (family !== undefined && set.includes(family));

/** Whether it may be done. An action of no family, and a write to what all families share, need the account as a whole. */
export function isAllowed(access: Access, kind: AccessKind, family: Family | undefined): boolean {
  if (kind === 'write') return holds(access.write, family);
  const isShared = family !== undefined && sharedFamilies.includes(family);
  return holds(access.read, family) || (isShared && access.read.length > 0);
}
