/** What a rule list answers to one packet. */
import { type Box, boxOfPacket, meet } from './packet-set.ts';
import { type Action, type Packet, type ReadRule, type Rule, readRules } from './rule.ts';

/** `rule` is the place of the deciding rule in its list; null when none matched, which is DROP. */
export interface Decision {
  readonly action: Action;
  readonly rule: number | null;
}

/** The answer when no rule matches: a group without rules denies everything (5271), and so does an ACL's fixed last line. */
export const noMatch: Decision = { action: 'DROP', rule: null };

/**
 * First match from the top decides; no match is DROP.
 * @throws RangeError on any rule that cannot be read, reached or not, and on a packet without an IPv4 address or its port.
 */
export const decide = (rules: readonly Rule[], packet: Packet): Decision => decideBox(readRules(rules), boxOfPacket(packet));

/** As `decide`, for rules read before and a packet that is a box of one. */
export function decideBox(rules: readonly ReadRule[], packet: Box): Decision {
  const rule = rules.findIndex(({ packets }) => packets.some((box) => meet(box, packet)));
  const found = rules[rule];
  return found?.action ? { action: found.action, rule } : noMatch;
}
