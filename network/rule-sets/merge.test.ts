// Long: the laws of a merge and their examples are read together.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet } from '../packets/packet-set.ts';
import { decide } from '../rules/decide.ts';
import { expand } from '../rules/policies.ts';
import { anyRule, references } from '../testing/sample-rule-sets.ts';
import { matchRules } from './align.ts';
import { changeDraft, type Draft, draftOf, draftWanting, rowEdits, wantedBy } from './draft.ts';
import { changesSince, conflictKey, merge, openedByMerge } from './merge.ts';
import { policyOf } from './policy.ts';
import {
  isKnown,
  type KnownRule,
  matchKey,
  noRules,
  type Rule,
  referencedIds,
  ruleKey,
  sameSet,
  type VersionedRuleSet,
} from './rule-set.ts';

const rule = (cidr: string, more: Partial<KnownRule> = {}): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port: '22' },
  remote: { kind: 'address', cidr },
  description: '',
  ...more,
});
const [a, b, c, d] = ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24', '10.0.4.0/24'].map((cidr) => rule(cidr)) as [
  KnownRule,
  KnownRule,
  KnownRule,
  KnownRule,
];
const at = (version: string, ingress: readonly Rule[]): VersionedRuleSet => ({ ...noRules, version, ingress });
const wanting = (base: readonly Rule[], ingress: readonly Rule[]): Draft => draftWanting(at('1', base), at('', ingress));
const cidrs = (draft: Draft) =>
  wantedBy(draft)
    .ingress.filter(isKnown)
    .map(({ remote }) => (remote.kind === 'address' ? remote.cidr.split('.')[2] : remote.id))
    .join('');

/** Packets that the generated rules can tell apart. */
const packets: readonly Packet[] = ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.9.9.9', '203.0.113.7', '8.8.8.8'].flatMap(
  (address): Packet[] => [
    ...(['TCP', 'UDP'] as const).flatMap((protocol) => [21, 22, 80, 9999].map((port): Packet => ({ protocol, address, port }))),
    { protocol: 'ICMP', address },
  ],
);

describe('a merge', () => {
  it('keeps what both added, theirs and mine', () => {
    const { draft, conflicts } = merge(wanting([a, b], [a, c, b]), at('2', [a, b, d]));
    expect([cidrs(draft), conflicts]).toEqual(['1324', []]);
    expect(draft.base.version).toBe('2');
  });

  it('keeps what both added at the same place: mine, in my order, before theirs', () => {
    const e = rule('10.0.5.0/24');
    expect(cidrs(merge(wanting([a, b], [a, c, b]), at('2', [a, d, b])).draft)).toBe('1342');
    expect(cidrs(merge(wanting([a, b], [a, c, e, b]), at('2', [a, d, b])).draft)).toBe('13542');
    expect(cidrs(merge(wanting([a], [c, a]), at('2', [d, a])).draft)).toBe('341');
    expect(cidrs(merge(wanting([a], [a, c]), at('2', [a, d])).draft)).toBe('134');
    expect(cidrs(merge(wanting([], [c]), at('2', [d])).draft)).toBe('34');
  });

  it('takes the change of either side, and of both where they agree', () => {
    const mine = { ...b, description: 'mine' };
    expect(wantedBy(merge(wanting([a, b], [a, mine]), at('2', [{ ...a, action: 'DROP' }, b])).draft).ingress).toEqual([
      { ...a, action: 'DROP' },
      mine,
    ]);
    expect(merge(wanting([a, b], [a]), at('2', [a])).conflicts).toEqual([]);
    expect(cidrs(merge(wanting([a], [a, c]), at('2', [a, c])).draft)).toBe('13');
  });

  it('asks where both changed the same rule, and where one changed what the other took away', () => {
    const edited = (change: Partial<KnownRule>): Draft => {
      const draft = draftOf(at('1', [a, b]));
      return changeDraft(draft, { ...draft.rows, ingress: rowEdits.edit(draft.rows.ingress, draft.rows.ingress[1]?.id ?? '', change) });
    };
    const both = merge(edited({ description: 'mine' }), at('2', [a, { ...b, description: 'theirs' }]));
    expect(both.conflicts).toEqual([
      { direction: 'ingress', base: 1, was: b, mine: { ...b, description: 'mine' }, theirs: { ...b, description: 'theirs' } },
    ]);
    const gone = at('2', [a]);
    const [conflict] = merge(edited({ action: 'DROP' }), gone).conflicts;
    expect(conflict?.theirs).toBeNull();
    const key = conflict ? conflictKey(conflict) : '';
    expect(wantedBy(merge(edited({ action: 'DROP' }), gone, new Map([[key, 'mine']])).draft).ingress).toEqual([
      a,
      { ...b, action: 'DROP' },
    ]);
    expect(wantedBy(merge(edited({ action: 'DROP' }), gone, new Map([[key, 'theirs']])).draft).ingress).toEqual([a]);
  });

  it('asks for an order where both cannot be had: an added rule that another was moved past', () => {
    const mine = wanting([a, b, c], [c, a, b]);
    const theirs = at('2', [a, b, d, c]);
    const { draft, orders } = merge(mine, theirs);
    expect(orders).toEqual([{ direction: 'ingress', key: expect.any(String), mine: [c, a, b, d], theirs: [a, b, d, c] }]);
    expect(cidrs(draft)).toBe('1243');
    expect(cidrs(merge(mine, theirs, new Map([[orders[0]?.key ?? '', 'mine']])).draft)).toBe('3124');
  });

  const port = (action: 'ACCEPT' | 'DROP', text: string, description = ''): KnownRule =>
    rule('0.0.0.0/0', { action, service: { kind: 'ports', protocol: text === 'ALL' ? 'ALL' : 'TCP', port: text }, description });

  it('keeps an added rule below all that it stood below, though others swapped it', () => {
    const [deny, web, all] = [port('DROP', '22'), port('ACCEPT', '80'), port('ACCEPT', 'ALL')];
    const { draft, conflicts, orders } = merge(wanting([deny, web], [deny, web, all]), at('2', [web, deny]));
    expect([conflicts, orders]).toEqual([[], []]);
    expect(wantedBy(draft).ingress).toEqual([web, deny, all]);
  });

  it('takes a rule that was moved and described for one: a move that both made stays', () => {
    const [allow, deny] = [port('ACCEPT', '22'), port('DROP', '22')];
    const moved = { ...deny, description: 'never' };
    for (const [mine, theirs] of [
      [
        [moved, allow],
        [deny, allow],
      ],
      [
        [deny, allow],
        [moved, allow],
      ],
      [
        [moved, allow],
        [deny, { ...allow, description: 'office' }],
      ],
    ] as const) {
      const { draft, conflicts, orders } = merge(wanting([allow, deny], mine), at('2', theirs));
      expect([conflicts, orders]).toEqual([[], []]);
      expect(wantedBy(draft).ingress[0]).toEqual(moved);
      expect(wantedBy(draft).ingress).toHaveLength(2);
    }
  });

  it('tells what it opens although both sides shut it', () => {
    const [deny, all] = [port('DROP', '22'), port('ACCEPT', 'ALL')];
    const lists = { mine: at('1', [deny, all]), theirs: at('2', []) };
    const merged = wantedBy(merge(wanting([deny], [deny, all]), lists.theirs).draft);
    expect(merged.ingress).toEqual([all]);
    expect(openedByMerge(lists, merged, references)).toMatchObject([{ direction: 'ingress', parts: ['TCP 22 · 0.0.0.0/0'] }]);
    expect(openedByMerge({ ...lists, mine: at('1', [all]) }, merged, references)).toEqual([]);
  });

  const distinct = (rules: readonly KnownRule[]) => [...new Map(rules.map((one) => [ruleKey(one), one])).values()];
  const list = fc.array(anyRule, { maxLength: 6 }).map(distinct);

  /** Lists that share most of their rules with the base, as those of two people do. */
  const edited = (base: readonly KnownRule[]) =>
    fc
      .array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('drop', 'change', 'move', 'describe', 'add'), anyRule), { maxLength: 4 })
      .map((edits) => {
        const after = [...base];
        for (const [place, to, what, fresh] of edits) {
          const old = after[place];
          if (what === 'add') after.splice(Math.min(place, after.length), 0, fresh);
          else if (!old) continue;
          else if (what === 'drop') after.splice(place, 1);
          else if (what === 'change') after[place] = fresh;
          else if (what === 'describe') after[place] = { ...old, description: fresh.description };
          else after.splice(Math.min(to, after.length - 1), 0, ...after.splice(place, 1));
        }
        return distinct(after);
      });
  const three = list.chain((base) => fc.tuple(fc.constant(base), fc.oneof(edited(base), list), fc.oneof(edited(base), list)));
  const hasOnlyKnown = (one: Rule): boolean =>
    ![...referencedIds([one], 'group'), ...referencedIds([one], 'template')].some((id) => id.endsWith('unknown'));
  const runs = { numRuns: 1500 };

  it('of equal sides is that side, and with a side that changed nothing the other', () => {
    fc.assert(
      fc.property(three, ([base, mine, theirs]) => {
        for (const [one, other, wanted] of [
          [mine, base, mine],
          [base, theirs, theirs],
          [mine, mine, mine],
        ] as const) {
          const { draft, conflicts, orders } = merge(wanting(base, one), at('2', other));
          expect([conflicts, orders]).toEqual([[], []]);
          expect(sameSet(wantedBy(draft), at('', wanted))).toBe(true);
          // What the draft knows of its places in theirs is true.
          for (const { from, rule: own } of draft.rows.ingress) {
            if (from !== null && sameSet(at('', one), at('', other))) expect(ruleKey(own)).toBe(ruleKey(other[from] as Rule));
          }
        }
      }),
      runs,
    );
  });

  it('loses no rule that either added, and makes none', () => {
    fc.assert(
      fc.property(three, ([base, mine, theirs]) => {
        const both = wantedBy(merge(wanting(base, mine), at('2', theirs)).draft).ingress.map(ruleKey);
        for (const { was, now } of changesSince(at('', base), at('', theirs)))
          if (was === null && now) expect(both).toContain(ruleKey(now));
        for (const one of both) expect([...base, ...mine, ...theirs].map(ruleKey)).toContain(one);
        expect(new Set(both).size).toBe(both.length);
      }),
      runs,
    );
  });

  it('keeps a rule that one side added between the rules that it stood between, unless it asks', () => {
    fc.assert(
      fc.property(three, ([base, mine, theirs]) => {
        const { draft, conflicts, orders } = merge(wanting(base, mine), at('2', theirs));
        if (conflicts.length > 0 || orders.length > 0) return;
        const merged = wantedBy(draft).ingress.map(ruleKey);
        for (const [side, other] of [
          [mine, theirs],
          [theirs, mine],
        ] as const) {
          const own = side.map(ruleKey);
          const others = new Set([...base, ...other].map(ruleKey));
          // Rules that differ in their descriptions only may each have become the other: words do not tell which.
          const twins = (one: Rule): boolean =>
            new Set([...base, ...mine, ...theirs].filter((two) => matchKey(two) === matchKey(one)).map(ruleKey)).size > 1;
          const both = new Set(other.map(ruleKey).filter((one) => !base.some((was) => ruleKey(was) === one)));
          for (const place of matchRules(base, side).added) {
            const added = own[place] ?? '';
            if (others.has(added)) continue;
            for (const [at, one] of side.entries()) {
              const there = ruleKey(one);
              // What both made, each at its own place, stands at the upper of the two.
              if (there !== added && merged.includes(there) && !both.has(there) && !twins(one))
                expect(merged.indexOf(there) < merged.indexOf(added)).toBe(at < place);
            }
          }
        }
      }),
      runs,
    );
  });

  it('opens nothing that mine and theirs shut, whatever the base did, unless it tells', () => {
    fc.assert(
      fc.property(three, (all) => {
        // What nobody knows is told as that, and is no business of this law.
        const [base, mine, theirs] = all.map((rules) => rules.filter(hasOnlyKnown)) as typeof all;
        const merged = wantedBy(merge(wanting(base, mine), at('2', theirs)).draft);
        const lists = { mine: at('1', mine), theirs: at('2', theirs) };
        const opened = openedByMerge(lists, merged, references);
        const answer = (rules: readonly Rule[], packet: Packet) => decide(expand(rules.map(policyOf), references).rules, packet).action;
        const open = packets.filter(
          (packet) => answer(merged.ingress, packet) === 'ACCEPT' && [mine, theirs].every((rules) => answer(rules, packet) === 'DROP'),
        );
        if (open.length > 0) expect(opened).toHaveLength(1);
        for (const { sample } of opened) {
          expect(answer(merged.ingress, sample)).toBe('ACCEPT');
          for (const rules of [mine, theirs]) expect(answer(rules, sample)).toBe('DROP');
        }
      }),
      { numRuns: 500 },
    );
  });
});
