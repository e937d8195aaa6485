/** What a rule list answers to one packet. */
import { matchMeets } from '../packets/match.ts';
import { type Box, boxOfPacket, type Packet } from '../packets/packet-set.ts';
import { type Action, type PlainRule, type ReadRule, readRules } from './rule.ts';

/** `rule` is the place of the deciding rule in its list; null when none matched, which is DROP. */
export interface Decision {
  readonly action: Action;
  readonly rule: number | null;
}

/** The answer when no rule matches: a group without rules denies everything (5271), and so does an ACL's fixed last line. */
const noMatch: Decision = { action: 'DROP', rule: null };

/** What a list answers in which not everything is known. */
export interface Answer {
  /** null when it cannot be told. */
  readonly action: Action | null;
  /** The first rule that surely matches; null when there is none. */
  readonly rule: number | null;
  /** Rules above it, ascending, that may match: any of them may be the one that decides. */
  readonly unsure: readonly number[];
}

/**
 * First match from the top decides; no match is DROP.
 * @throws RangeError on any rule that cannot be read, reached or not, and on a packet as `boxOfPacket` does.
 */
export function decide(rules: readonly PlainRule[], packet: Packet): Decision {
  const { action, rule } = answerIn(readRules(rules), boxOfPacket(packet));
  return action === null ? noMatch : { action, rule };
}

/** As `decide`, for rules read before and a packet that is a box of one. */
export function answerIn(rules: readonly ReadRule[], packet: Box): Answer {
  const unsure: number[] = [];
  const rule = rules.findIndex(({ sure, possible }, at) => {
    if (matchMeets(sure, packet)) return true;
    if (possible !== sure && matchMeets(possible, packet)) unsure.push(at);
    return false;
  });
  const action = rules[rule]?.action ?? 'DROP';
  const agreed = unsure.every((at) => rules[at]?.action === action);
  return { action: agreed ? action : null, rule: rule < 0 ? null : rule, unsure };
}
