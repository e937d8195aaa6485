/** What the table of rules is told of security groups. */

import { groupCells } from '../../../../network/rule-sets/text.ts';
import type { RuleKind } from '../../../kit/rules/kind.ts';
import { given } from './given.ts';

/** What a group may hold by default. These APIs do not tell an account's own limits. */
export const usualLimits = { perDirection: 100, expanded: 2000 };

export const groupRules: RuleKind = {
  cells: groupCells,
  versioned: true,
  limits: usualLimits,
  references: true,
  way: { name: 'way', egress: 'egress' },
  given,
};
