import { neverDecides } from '../never-decides.ts';

/** Earlier rules of the ACL take all its packets. */
export const aclRuleNeverDecides = neverDecides('acl-rule-never-decides', 'networkAcls');
