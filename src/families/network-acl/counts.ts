import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import type { Direction } from '../../../network/rules/rule.ts';

/** Rules of a direction; null of an ACL of five parts, whose rules are listed apart, and where the answer leaves the list out. */
export const countOf = ({ networkAclEntrySet, networkAclType }: NetworkAcl, direction: Direction): number | null =>
  networkAclType === 'QUINTUPLE' ? null : (networkAclEntrySet?.[direction]?.length ?? null);
