import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetsOf } from '../rules/rule.ts';
import { allPackets, anyRules, ruleMatches } from '../testing/rules-oracle.ts';
import {
  boxOfPacket,
  everything,
  intersect,
  intersects,
  isEmpty,
  type PacketSet,
  samplePacket,
  simplify,
  sizeOfSet,
  subtract,
  union,
} from './packet-set.ts';

const boxes = allPackets.map(boxOfPacket);
const timesIn = (set: PacketSet) => boxes.map((packet) => set.filter((box) => intersects(box, packet)).length);

/** A set built from rules by union alone, beside what it must hold. */
const anySet = anyRules(4).map((rules) => ({
  set: rules.map((rule, index) => packetsOf(rule, index)).reduce(union, []),
  holds: allPackets.map((packet) => rules.some((rule) => ruleMatches(rule, packet))),
}));

describe('packet sets', () => {
  it('unite, intersect and subtract as sets of packets do, in disjoint boxes', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const both = (answer: (inA: boolean, inB: boolean) => boolean) =>
          a.holds.map((inA, at) => Number(answer(inA, b.holds[at] === true)));
        expect(timesIn(union(a.set, b.set))).toEqual(both((inA, inB) => inA || inB));
        expect(timesIn(intersect(a.set, b.set))).toEqual(both((inA, inB) => inA && inB));
        expect(timesIn(subtract(a.set, b.set))).toEqual(both((inA, inB) => inA && !inB));
        expect(isEmpty(subtract(a.set, b.set))).toBe(both((inA, inB) => inA && !inB).every((times) => times === 0));
      }),
      { numRuns: 500 },
    );
  });

  it('keep their size: |a| + |b| = |a or b| + |a and b|, and |a or b| = |a| + |b without a|', () => {
    // Numbers as large as those of IPv6 are rounded.
    const ofIpv4 = anySet.map(({ set }) => set.filter(({ family }) => family === 'IPv4'));
    fc.assert(
      fc.property(ofIpv4, ofIpv4, (a, b) => {
        expect(sizeOfSet(a) + sizeOfSet(b)).toBe(sizeOfSet(union(a, b)) + sizeOfSet(intersect(a, b)));
        expect(sizeOfSet(simplify(subtract(b, a)))).toBe(sizeOfSet(union(a, b)) - sizeOfSet(a));
        expect(simplify(a).length).toBeLessThanOrEqual(a.length);
      }),
      { numRuns: 300 },
    );
  });

  it('show one of their own packets', () => {
    fc.assert(
      fc.property(anySet, ({ set }) => {
        const packet = samplePacket(set);
        expect(packet === null).toBe(isEmpty(set));
        if (packet) expect(set.filter((box) => intersects(box, boxOfPacket(packet)))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('come back to one box when everything is put together again', () => {
    const half = packetsOf({ action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '128.0.0.0/1' }, 0);
    expect(union(subtract(everything, half), half)).toEqual(everything);
    expect(sizeOfSet(everything.filter(({ family }) => family === 'IPv4'))).toBe(2 ** 32 * (2 * 65536 + 2));
  });
});
