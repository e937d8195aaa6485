/** Why a set of rules cannot be written, told before anything is sent. Pure. */
import type { NetworkAcl } from '../../../../catalogue/families/network-acl/index.ts';
import { replaceCall } from '../../../../network/rule-sets/acl-entries.ts';
import { changedDirections } from '../../../../network/rule-sets/acl-steps.ts';
import { isCarried, keepsCarried, type RuleSet } from '../../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../../network/rules/rule.ts';

export type Refusal =
  /** Without a rule everything would be denied, and the API takes no empty list. */
  | { readonly kind: 'empty'; readonly direction: Direction }
  /** A rule that is carried would have to be sent back, which the API does not take as it was listed. */
  | { readonly kind: 'carried'; readonly direction: Direction; readonly rule: number }
  /** A carried rule that does not stand there now: nobody can write it anew. */
  | { readonly kind: 'gone'; readonly direction: Direction }
  | { readonly kind: 'wrong'; readonly direction: Direction; readonly rule: number };

type Acl = Pick<NetworkAcl, 'unVpcId' | 'networkAclId'>;

/** What is wrong with a call before it is sent, as the place in it: "networkAclEntrySet.2.cidrIp". */
export type Check = (call: ReturnType<typeof replaceCall>) => string | undefined;

/** Null when each direction that changes can be written: all its rules go back, carried ones exactly as they were listed. */
export function refusalOf(acl: Acl, check: Check, base: RuleSet, wanted: RuleSet): Refusal | null {
  for (const direction of changedDirections(base, wanted)) {
    const rules = wanted[direction];
    if (rules.length === 0) return { kind: 'empty', direction };
    if (!keepsCarried(base[direction], rules)) return { kind: 'gone', direction };
    const path = check(replaceCall(acl, direction, rules));
    if (path === undefined) continue;
    const at = Number(path.split('.').find((step) => /^\d+$/.test(step)) ?? 0);
    const rule = rules[at];
    return { kind: rule && isCarried(rule) ? 'carried' : 'wrong', direction, rule: at };
  }
  return null;
}
