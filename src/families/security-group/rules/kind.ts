/** What the table of rules is told of security groups, and how it reads the rule that the URL proposes. */
import type { Protocol } from '../../../../network/packets/services.ts';
import { hasPort } from '../../../../network/rule-sets/rule-set.ts';
import { groupCells } from '../../../../network/rule-sets/text.ts';
import type { PrefilledRule, RuleKind } from '../../../kit/rules/kind.ts';

const protocols: readonly (Protocol | 'ALL')[] = ['ALL', 'TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE'];

/**
 * `add=ACCEPT&protocol=TCP&port=443&cidr=10.0.0.0/8`; `before` is the place of the rule it goes before, the end when left
 * out. A port that is not said stays open in the draft, for somebody to say.
 */
export function givenRule(search: URLSearchParams): PrefilledRule | null {
  const action = search.get('add');
  const protocol = protocols.find((one) => one === search.get('protocol'));
  if ((action !== 'ACCEPT' && action !== 'DROP') || !protocol) return null;
  const port = hasPort(protocol) ? (search.get('port') ?? '') : 'ALL';
  const before = search.get('before');
  return {
    rule: {
      action,
      service: { kind: 'ports', protocol, port },
      remote: { kind: 'address', cidr: search.get('cidr') ?? '' },
      description: '',
    },
    before: before !== null && /^\d+$/.test(before) ? Number(before) : null,
  };
}

const given: RuleKind['given'] = { names: ['add', 'protocol', 'port', 'cidr', 'before'], read: givenRule };

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
