/** What the table of rules is told of network ACLs. */

import { aclCells } from '../../../../network/rule-sets/acl-entries.ts';
import type { RuleKind } from '../../../kit/rules/kind.ts';
import { given } from './given.ts';

/** Of quota types 17 and 18 by default; an account may have another limit. */
const usual = 40;

export const aclRules: RuleKind = {
  cells: aclCells,
  versioned: false,
  limits: { perDirection: usual, expanded: usual },
  references: false,
  way: { name: 'ruleDirection', egress: '0' },
  given,
  // An ACL may hold two equal rules, and what it lets through a security group still has to.
  silent: ['same', 'exposes'],
};
