import { neverDecides } from '../never-decides.ts';

/** Earlier rules of the group take all its packets. */
export const ruleNeverDecides = neverDecides('rule-never-decides', 'securityGroups');
