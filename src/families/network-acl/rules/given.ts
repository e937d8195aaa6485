/** A rule that the URL proposes for a network ACL, by the API's names. */

import { entryFrom } from '../../../../network/rule-sets/acl-entries.ts';
import { isCarried } from '../../../../network/rule-sets/rule-set.ts';
import type { GivenRule, RuleKind } from '../../../kit/rules/kind.ts';

/** `ipProtocol=tcp&cidrIp=10.0.0.0/8&portRange=443&before=2`. What is not understood whole is not put into the draft: no port is not every port. */
export function givenEntry(search: URLSearchParams): GivenRule | null {
  const [ipProtocol, cidrIp] = [search.get('ipProtocol'), search.get('cidrIp')];
  if (ipProtocol === null || cidrIp === null) return null;
  const rule = entryFrom({ ipProtocol, cidrIp, portRange: search.get('portRange'), action: 1, desc: '' });
  if (isCarried(rule)) return null;
  const before = search.get('before');
  return { rule, before: before !== null && /^\d+$/.test(before) ? Number(before) : null };
}

export const given: RuleKind['given'] = { names: ['ipProtocol', 'cidrIp', 'portRange', 'before'], read: givenEntry };
