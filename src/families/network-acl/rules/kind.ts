/** What the table of rules is told of network ACLs, and how it reads the rule that the URL proposes. */
import { aclCells, aclCellsToday, entryFrom } from '../../../../network/rule-sets/acl-entries.ts';
import { isCarried } from '../../../../network/rule-sets/rule-set.ts';
import type { PrefilledRule, RuleKind } from '../../../kit/rules/kind.ts';

/** `ipProtocol=tcp&cidrIp=10.0.0.0/8&portRange=443&before=2`. What is not understood whole is not put into the draft: no port is not every port. */
export function givenEntry(search: URLSearchParams): PrefilledRule | null {
  const [ipProtocol, cidrIp] = [search.get('ipProtocol'), search.get('cidrIp')];
  if (ipProtocol === null || cidrIp === null) return null;
  const rule = entryFrom({ ipProtocol, cidrIp, portRange: search.get('portRange'), action: 1, desc: '' });
  if (isCarried(rule)) return null;
  const before = search.get('before');
  return { rule, before: before !== null && /^\d+$/.test(before) ? Number(before) : null };
}

const given: RuleKind['given'] = { names: ['ipProtocol', 'cidrIp', 'portRange', 'before'], read: givenEntry };

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

/** The same for an account of today, whose rules may be about IPv6. */
export const aclRulesToday: RuleKind = { ...aclRules, cells: aclCellsToday };
