import type { NetworkAcl } from '../../../catalogue/families/network-acl/index.ts';
import type { Direction } from '../../../network/rules/rule.ts';

/** Rules of a direction; none where the answer leaves the list out. */
export const countOf = ({ networkAclEntrySet }: NetworkAcl, direction: Direction): number => networkAclEntrySet?.[direction]?.length ?? 0;
