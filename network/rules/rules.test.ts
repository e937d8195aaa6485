import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfPacket, intersects, type Packet, type PacketSet, sizeOfSet } from '../packets/packet-set.ts';
import { allPackets, anyRule, anyRules, ruleMatches, walk, walkAll } from '../testing/rules-oracle.ts';
import { decide } from './decide.ts';
import { difference, equivalent } from './difference.ts';
import { type PlainRule, packetsOf, readsAsEverything } from './rule.ts';
import { changesNothing, contradicts, shadowedRules } from './shadow.ts';

const runs = { numRuns: 1000 };
const rule = (action: PlainRule['action'], protocol: PlainRule['protocol'], port: string, cidr: string): PlainRule => ({
  action,
  protocol,
  port,
  cidr,
});

const boxes = allPackets.map(boxOfPacket);
/** In how many boxes of the set each of `allPackets` is. */
const timesIn = (set: PacketSet) => boxes.map((packet) => set.filter((box) => intersects(box, packet)).length);

describe('packetsOf', () => {
  it('holds exactly the packets that the rule matches, in disjoint boxes', () => {
    fc.assert(
      fc.property(anyRule, (one) => {
        expect(timesIn(packetsOf(one, 0))).toEqual(allPackets.map((packet) => Number(ruleMatches(one, packet))));
      }),
      runs,
    );
  });

  it.each([
    ['cidr', rule('ACCEPT', 'TCP', '80', '10.0.0.0/33')],
    ['cidr', rule('ACCEPT', 'TCP', '80', '010.0.0.1')],
    ['cidr', rule('ACCEPT', 'TCP', '80', '10.0.1')],
    ['cidr', rule('ACCEPT', 'TCP', '80', ' 10.0.0.1')],
    ['cidr', rule('ACCEPT', 'TCP', '80', '10.0.0.9-10.0.0.1')],
    ['cidr', rule('ACCEPT', 'TCP', '80', 'fd00:::1')],
    ['port', rule('ACCEPT', 'TCP', '65536', '10.0.0.1')],
    ['port', rule('ACCEPT', 'TCP', '90-80', '10.0.0.1')],
    ['port', rule('ACCEPT', 'TCP', '80,', '10.0.0.1')],
    ['port', rule('ACCEPT', 'TCP', '080', '10.0.0.1')],
    ['port', rule('ACCEPT', 'TCP', '', '10.0.0.1')],
  ] as const)('names the rule and its bad %s', (field, bad) => {
    const rules = [rule('ACCEPT', 'ALL', 'ALL', '0.0.0.0/0'), bad];
    const read = () => decide(rules, { protocol: 'TCP', address: '10.0.0.1', port: 80 });
    expect(read).toThrow(RangeError);
    expect(read).toThrow(`rule 1: "${bad[field]}"`);
  });

  it('reads any block of base 0.0.0.0 as everything, and nothing else', () => {
    expect(['0.0.0.0/0', '0.0.0.0/8', '0.0.0.0/32', 'all'].map(readsAsEverything)).toEqual([true, true, true, true]);
    expect(['0.0.0.0', '128.0.0.0/1', '::/0', 'nonsense'].map(readsAsEverything)).toEqual([false, false, false, false]);
  });
});

describe('decide', () => {
  it('agrees with walking the list, packet by packet', () => {
    fc.assert(
      fc.property(anyRules(), fc.constantFrom(...allPackets), (rules, packet) => {
        expect(decide(rules, packet)).toEqual(walk(rules, packet));
      }),
      runs,
    );
  });

  it('refuses a packet without an address, its port, or a protocol of its family', () => {
    expect(() => decide([], { protocol: 'TCP', address: '10.0.0.1' })).toThrow('needs a port');
    expect(() => decide([], { protocol: 'ICMP', address: '::1' })).toThrow('not a protocol of IPv6 packets');
    expect(() => decide([], { protocol: 'ICMP', address: '10.0.0.0/8' })).toThrow('not an address');
    expect(decide([], { protocol: 'ICMP', address: '10.0.0.1' })).toEqual({ action: 'DROP', rule: null });
  });
});

const without = (rules: readonly PlainRule[], index: number) => rules.filter((_, at) => at !== index);
const matchedBy = (rules: readonly PlainRule[], packet: Packet) => rules.some((one) => ruleMatches(one, packet));

describe('shadowed', () => {
  it('names exactly the rules that never decide, whether that changes the answer, and rules that cover them', () => {
    fc.assert(
      fc.property(anyRules(10), (rules) => {
        const answers = walkAll(rules);
        const expected = rules.flatMap((one, rule) => {
          const own = answers.filter((_, at) => matchedBy([one], allPackets[at] as Packet));
          const dead = own.length > 0 && own.every((answer) => answer.rule !== rule);
          return dead ? [{ rule, changesAction: own.some(({ action }) => action !== one.action) }] : [];
        });
        const found = shadowedRules(rules);
        expect(found.map(({ rule, changesAction }) => ({ rule, changesAction }))).toEqual(expected);
        for (const { rule, by, changesAction } of found) {
          const own = allPackets.filter((packet) => matchedBy(rules.slice(rule, rule + 1), packet));
          const picked = (places: readonly number[]) => places.flatMap((at) => rules[at] ?? []);
          const covers = (places: readonly number[]) => own.every((packet) => matchedBy(picked(places), packet));
          const needless = by.filter((skipped) => covers(by.filter((at) => at !== skipped)));
          expect(by).toEqual([...new Set(by)].sort((a, b) => a - b).filter((at) => at < rule));
          expect(covers(by)).toBe(true);
          const others = picked(by).filter(({ action }) => action !== rules[rule]?.action);
          if (changesAction) expect(others.length).toBeGreaterThan(0);
          expect(picked(needless).every((one) => changesAction && one.action !== rules[rule]?.action)).toBe(true);
          expect(needless.length).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  it('sees the union that no single rule makes, and the exception in it', () => {
    const rules = [
      rule('DROP', 'TCP', '22', '10.0.0.0/9'),
      rule('ACCEPT', 'TCP', '1-1024', '10.128.0.0/9'),
      rule('ACCEPT', 'TCP', '20-30', '10.0.0.0/9'),
      rule('ACCEPT', 'TCP', '22-25', '10.0.0.0/8'),
    ];
    expect(shadowedRules(rules)).toEqual([{ rule: 3, by: [0, 1, 2], changesAction: true }]);
  });

  it('names the first of two that would each do', () => {
    const one = rule('ACCEPT', 'TCP', '80', '10.0.0.0/8');
    expect(shadowedRules([one, one, one])).toEqual([
      { rule: 1, by: [0], changesAction: false },
      { rule: 2, by: [0], changesAction: false },
    ]);
  });

  it('names one rule where one is enough', () => {
    const narrow = Array.from({ length: 20 }, (_, at) => rule('DROP', 'TCP', String(at), '10.0.0.0/8'));
    const rules = [...narrow, rule('DROP', 'ALL', 'ALL', '10.0.0.0/7'), rule('DROP', 'TCP', '1-99', '10.0.0.0/8')];
    expect(shadowedRules(rules)).toEqual([{ rule: 21, by: [20], changesAction: false }]);
  });
});

describe('changesNothing', () => {
  it('names exactly the reached rules whose removal changes no answer, and who answers then', () => {
    fc.assert(
      fc.property(anyRules(), (rules) => {
        const answers = walkAll(rules);
        const expected = rules.flatMap((one, rule) => {
          const own = allPackets.filter((_, at) => answers[at]?.rule === rule);
          const then = own.map((packet) => walk(without(rules, rule), packet));
          if (own.length === 0 || then.some(({ action }) => action !== one.action)) return [];
          const by = new Set(then.map(({ rule: at }) => (at === null || at < rule ? at : at + 1)));
          return [{ rule, by: [...by].sort((a, b) => (a ?? 99) - (b ?? 99)) }];
        });
        expect(changesNothing(rules)).toEqual(expected);
      }),
      runs,
    );
  });
});

describe('contradicts', () => {
  it('names the earlier rules of another action that decide some of its packets, with a proof', () => {
    fc.assert(
      fc.property(anyRules(), (rules) => {
        const answers = walkAll(rules);
        const expected = rules.flatMap((one, rule) => {
          const deciding = answers.filter((_, at) => matchedBy([one], allPackets[at] as Packet)).map((answer) => answer.rule);
          const against = [...rules.keys()].filter((at) => at < rule && deciding.includes(at) && rules[at]?.action !== one.action);
          return against.length > 0 ? [{ rule, against }] : [];
        });
        const found = contradicts(rules);
        expect(found.map(({ rule, against }) => ({ rule, against: against.map((entry) => entry.rule) }))).toEqual(expected);
        for (const { rule, against } of found) {
          for (const entry of against) {
            expect(matchedBy(rules.slice(rule, rule + 1), entry.sample)).toBe(true);
            expect(walk(rules, entry.sample).rule).toBe(entry.rule);
          }
        }
      }),
      runs,
    );
  });
});

/** Two lists of which the second is often the first with a small edit. */
const twoLists = fc.oneof(
  fc.tuple(anyRules(), anyRules()),
  fc.tuple(anyRules(), fc.nat(7), anyRule).map(([rules, at, extra]): [PlainRule[], PlainRule[]] => [rules, rules.toSpliced(at, 1, extra)]),
  fc.tuple(anyRules(), fc.nat(7)).map(([rules, at]): [PlainRule[], PlainRule[]] => [rules, without(rules, at)]),
);

describe('difference and equivalent', () => {
  it('agree with comparing every packet; each region is exact and its witness is a proof', () => {
    fc.assert(
      fc.property(twoLists, ([a, b]) => {
        const [inA, inB] = [walkAll(a), walkAll(b)];
        const regions = difference(a, b);
        const differs = inA.map(({ action }, at) => action !== inB[at]?.action);
        expect(equivalent(a, b)).toBe(!differs.includes(true));
        expect(timesIn(regions.flatMap(({ region }) => region))).toEqual(differs.map(Number));
        expect(new Set(regions.map((one) => `${one.a.rule} ${one.b.rule}`)).size).toBe(regions.length);
        for (const one of regions) {
          expect([walk(a, one.sample), walk(b, one.sample)]).toEqual([one.a, one.b]);
          expect(one.effect).toBe(one.b.action === 'ACCEPT' ? 'opens' : 'closes');
          expect(one.packets).toBe(sizeOfSet(one.region));
          const inside = timesIn(one.region).flatMap((times, at) => (times > 0 ? [[inA[at], inB[at]]] : []));
          expect(inside).toEqual(inside.map(() => [one.a, one.b]));
        }
      }),
      runs,
    );
  });
});
