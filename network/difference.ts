/** Where two rule lists answer differently, with a packet as proof for each place. */
import { type Decision, noMatch } from './decide.ts';
import { type Box, eachRemainder, intersectBoxes, meet, type PacketSet, packetIn, simplify, sizeOfSet, subtract } from './packet-set.ts';
import { type Packet, type ReadRule, type Rule, readRules } from './rule.ts';

/** All packets that one rule of `a` and one rule of `b` decide differently. */
export interface Difference {
  readonly a: Decision;
  readonly b: Decision;
  /** 'opens': `b` accepts what `a` drops. */
  readonly effect: 'opens' | 'closes';
  /** A packet of the region: `decide` answers `a` and `b` for it. */
  readonly witness: Packet;
  readonly region: PacketSet;
  /** Number of packets in the region (see packet-set.ts for how they count). */
  readonly packets: number;
}

/** Calls `visit` with each part of the box and the rule that decides it, until `visit` answers true. */
function eachDecision(box: Box, rules: readonly ReadRule[], visit: (part: Box, decision: Decision) => boolean): boolean {
  let rest: PacketSet = [box];
  for (let rule = 0; rule < rules.length && rest.length > 0; rule += 1) {
    const one = rules[rule];
    for (const hole of one?.packets ?? []) {
      // Most rules are about other packets: they cost one comparison.
      if (!one || !meet(box, hole) || !rest.some((part) => meet(part, hole))) continue;
      for (const part of rest) {
        const taken = intersectBoxes(part, hole);
        if (taken && one.action && visit(taken, { action: one.action, rule })) return true;
      }
      rest = subtract(rest, [hole]);
    }
  }
  return rest.some((part) => visit(part, noMatch));
}

/** Calls `visit` with each part that `from` accepts and `other` drops, until `visit` answers true. */
function eachLoss(
  from: readonly ReadRule[],
  other: readonly ReadRule[],
  visit: (part: Box, from: Decision, other: Decision) => boolean,
): boolean {
  return from.some(({ action, packets }, rule) => {
    if (action !== 'ACCEPT') return false;
    const near = from.slice(0, rule).flatMap((earlier) => earlier.packets.filter((hole) => packets.some((box) => meet(box, hole))));
    return packets.some((box) =>
      eachRemainder(box, near, (part) =>
        eachDecision(part, other, (piece, decision) => decision.action === 'DROP' && visit(piece, { action, rule }, decision)),
      ),
    );
  });
}

/**
 * True when every IPv4 packet gets the same action from both lists; which rule gives it may differ.
 * @throws RangeError on a rule that cannot be read.
 */
export function equivalent(a: readonly Rule[], b: readonly Rule[]): boolean {
  const [left, right] = [readRules(a), readRules(b)];
  return !eachLoss(left, right, () => true) && !eachLoss(right, left, () => true);
}

/**
 * The regions in which the two lists act differently, one for each pair of deciding rules, largest first. The regions are
 * disjoint and their union is exactly the packets whose action differs.
 * @throws RangeError on a rule that cannot be read.
 */
export function difference(a: readonly Rule[], b: readonly Rule[]): Difference[] {
  const regions = new Map<string, { a: Decision; b: Decision; boxes: Box[] }>();
  const collect = (box: Box, inA: Decision, inB: Decision): false => {
    const key = `${inA.rule}:${inB.rule}`;
    const region = regions.get(key) ?? { a: inA, b: inB, boxes: [] };
    region.boxes.push(box);
    regions.set(key, region);
    return false;
  };
  const [left, right] = [readRules(a), readRules(b)];
  eachLoss(left, right, collect);
  eachLoss(right, left, (box, inB, inA) => collect(box, inA, inB));
  return [...regions.values()]
    .flatMap(({ a: inA, b: inB, boxes }): Difference[] => {
      const region = simplify(boxes);
      const first = region[0];
      if (!first) return [];
      const effect = inB.action === 'ACCEPT' ? 'opens' : 'closes';
      return [{ a: inA, b: inB, effect, witness: packetIn(first), region, packets: sizeOfSet(region) }];
    })
    .sort((x, y) => y.packets - x.packets || (x.b.rule ?? -1) - (y.b.rule ?? -1) || (x.a.rule ?? -1) - (y.a.rule ?? -1));
}
