/** What is said of lists in which not everything is known: true in every world, and said wherever it is true in every one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfPacket, intersects, type Packet, type PacketSet } from '../packets/packet-set.ts';
import {
  anyDoubted,
  anyDoubtedList,
  matchWithDoubt,
  meaningOf,
  answerIn as oracle,
  policyOf,
  referencesFor,
  type UncertainRule,
  worldsOf,
} from '../testing/doubt-oracle.ts';
import { allPackets } from '../testing/rules-oracle.ts';
import { answerIn } from './decide.ts';
import { differenceIn, equivalentIn } from './difference.ts';
import { exposureIn } from './exposure.ts';
import { readPolicies } from './policies.ts';
import { changesNothingIn, contradictsIn, shadowedIn } from './shadow.ts';

// Every world of every list is tried: seconds of work, which a busy machine makes minutes.
const patience = { timeout: 240_000 };

const runs = { numRuns: 150 };
const read = (list: readonly UncertainRule[], ...lists: readonly (readonly UncertainRule[])[]) =>
  readPolicies(list.map(policyOf), referencesFor([list, ...lists]));
const answersTo = (rules: readonly UncertainRule[], packet: Packet) => worldsOf(rules, packet).map((world) => oracle(rules, packet, world));
/** In such a list no rule's meaning decides about another. */
const isSingular = (rules: readonly UncertainRule[]): boolean => new Set(rules.map(meaningOf)).size === rules.length;
const boxes = allPackets.map(boxOfPacket);
const holds = (set: PacketSet, at: number): boolean => set.some((box) => intersects(box, boxes[at] as (typeof boxes)[number]));

describe('one packet', patience, () => {
  it('is answered where every world agrees, and nowhere else', () => {
    fc.assert(
      fc.property(anyDoubtedList, fc.constantFrom(...allPackets), (rules, packet) => {
        const { action, rule, unsure } = answerIn(read(rules), boxOfPacket(packet));
        const answers = answersTo(rules, packet);
        for (const answer of answers) expect([rule, ...unsure]).toContain(answer.rule);
        const actions = new Set(answers.map((one) => one.action));
        if (action !== null) expect([...actions]).toEqual([action]);
        else if (isSingular(rules)) expect(actions.size).toBe(2);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('rules that are never reached, that change nothing, that contradict', patience, () => {
  it('are those of every world', () => {
    fc.assert(
      fc.property(anyDoubtedList, (rules) => {
        const list = read(rules);
        const dead = new Map(shadowedIn(list).map((one) => [one.rule, one]));
        const idle = new Map(changesNothingIn(list).map((one) => [one.rule, one]));
        const answers = allPackets.map((packet) => answersTo(rules, packet));
        const may = rules.map((one) => allPackets.map((packet) => matchWithDoubt(one, packet) !== 'no'));
        for (const [rule, one] of rules.entries()) {
          const decides = answers.some((all) => all.some((answer) => answer.rule === rule));
          const own = allPackets.flatMap((_, at) => (may[rule]?.[at] ? [at] : []));
          if (dead.has(rule)) expect(decides).toBe(false);
          else if (isSingular(rules) && own.length > 0) expect(decides).toBe(true);
          const by = dead.get(rule);
          if (by) {
            const others = own.flatMap((at) => answers[at]?.map(({ action }) => action !== one.rule.action) ?? []);
            if (by.changesAction === true) expect(others).toContain(true);
            if (by.changesAction === false) expect(others).not.toContain(true);
            const covered = own.every((at) =>
              by.by.some((e) => matchWithDoubt(rules[e] as UncertainRule, allPackets[at] as Packet) === 'sure'),
            );
            expect([covered, by.by.every((e) => e < rule)]).toEqual([true, true]);
          }
          const without = rules.toSpliced(rule, 1);
          const changes = own.some((at) =>
            worldsOf(rules, allPackets[at] as Packet).some(
              (world) => oracle(rules, allPackets[at] as Packet, world).action !== oracle(without, allPackets[at] as Packet, world).action,
            ),
          );
          // Of two rules that mean the same unknown thing, the second never decides: it is told as one that changes nothing.
          if (idle.has(rule)) expect([decides || !isSingular(rules), changes]).toEqual([true, false]);
          else if (isSingular(rules) && decides) expect(changes).toBe(true);
        }
        const expected = rules.flatMap((one, rule) => {
          const sure = allPackets.flatMap((packet, at) => (matchWithDoubt(one, packet) === 'sure' ? [answers[at] ?? []] : []));
          const against = [...rules.keys()].filter(
            (at) =>
              at < rule && rules[at]?.rule.action !== one.rule.action && sure.some((all) => all.every((answer) => answer.rule === at)),
          );
          return one.doubt === 'action' || against.length === 0 ? [] : [{ rule, against }];
        });
        const found = contradictsIn(list).map(({ rule, against }) => ({ rule, against: against.map((other) => other.rule) }));
        if (isSingular(rules)) expect(found).toEqual(expected);
      }),
      runs,
    );
  });
});

const twoLists = fc.oneof(
  fc.tuple(anyDoubtedList, anyDoubtedList),
  fc
    .tuple(anyDoubtedList, fc.nat(5), anyDoubted)
    .map(([rules, at, extra]): [UncertainRule[], UncertainRule[]] => [rules, rules.toSpliced(at, 1, extra)]),
  fc.tuple(anyDoubtedList, fc.nat(5)).map(([rules, at]): [UncertainRule[], UncertainRule[]] => [rules, rules.toSpliced(at, 1)]),
  fc.tuple(anyDoubtedList, fc.nat(5), fc.nat(5)).map(([rules, at, to]): [UncertainRule[], UncertainRule[]] => {
    const [moved] = rules.slice(at, at + 1);
    return [rules, moved ? rules.toSpliced(at, 1).toSpliced(to, 0, moved) : rules];
  }),
);

describe('the difference of two lists', patience, () => {
  it('is sure where it is the same in every world, absent where there is none in any, and unknown elsewhere', () => {
    fc.assert(
      fc.property(twoLists, ([a, b]) => {
        const [left, right] = [read(a, b), read(b, a)];
        const { sure, unknown } = differenceIn(left, right);
        const expected = allPackets.map((packet) => {
          const pairs = worldsOf([...a, ...b], packet).map((world) => {
            const [before, after] = [oracle(a, packet, world).action, oracle(b, packet, world).action];
            return before === after ? 'same' : after === 'ACCEPT' ? 'opens' : 'closes';
          });
          const [first, ...others] = new Set(pairs);
          return others.length > 0 ? 'unknown' : first;
        });
        const found = allPackets.map((_, at) => {
          const inSure = sure.filter(({ region }) => holds(region, at));
          const inUnknown = unknown !== null && holds(unknown.region, at);
          expect(inSure.length + Number(inUnknown)).toBeLessThanOrEqual(1);
          return inUnknown ? 'unknown' : (inSure[0]?.effect ?? 'same');
        });
        expect(found).toEqual(expected);
        const differs = expected.some((one) => one === 'opens' || one === 'closes');
        expect(equivalentIn(left, right)).toBe(differs ? false : expected.includes('unknown') ? null : true);
        if (unknown) expect(unknown.a.length + unknown.b.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });
});

describe('exposure', patience, () => {
  it('is certain only where every world has it, and leaves out nothing that is open in one', () => {
    const outside = allPackets.filter(({ address }) => ['9.0.0.1', '8.8.4.4', '2400::1'].includes(address));
    fc.assert(
      fc.property(anyDoubtedList, (rules) => {
        const open = exposureIn(read(rules));
        for (const packet of outside) {
          const family = packet.address.includes(':') ? 'IPv6' : 'IPv4';
          const port = Number(packet.port);
          const hits = open.filter(
            (item) =>
              item.family === family &&
              item.protocol === packet.protocol &&
              (!item.ports || (item.ports.from <= port && port <= item.ports.to)),
          );
          const answers = answersTo(rules, packet);
          if (hits.some(({ certain }) => certain)) expect(answers.every(({ action }) => action === 'ACCEPT')).toBe(true);
          if (hits.some(({ everyone }) => everyone)) expect(answers.every(({ action }) => action === 'ACCEPT')).toBe(true);
          for (const { action, rule } of answers) if (action === 'ACCEPT') expect(hits.map((item) => item.rule)).toContain(rule);
        }
      }),
      runs,
    );
  });

  it('says nothing for certain below a denial of a template that nobody knows', () => {
    const drop: UncertainRule = { rule: { action: 'DROP', protocol: 'TCP', port: '22', cidr: '10.9.8.0' }, doubt: 'remote', name: 'a' };
    const all: UncertainRule = { rule: { action: 'ACCEPT', protocol: 'TCP', port: '21-22', cidr: '0.0.0.0/0' }, doubt: 'none', name: 'a' };
    expect(exposureIn(read([drop, all]))).toEqual([
      { family: 'IPv4', protocol: 'TCP', ports: { from: 21, to: 21 }, rule: 1, everyone: true, certain: true },
      { family: 'IPv4', protocol: 'TCP', ports: { from: 22, to: 22 }, rule: 1, everyone: false, certain: false },
    ]);
  });
});
