import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfPacket, type Packet } from '../packets/packet-set.ts';
import { answerIn } from '../rules/decide.ts';
import type { References } from '../rules/policies.ts';
import { anyRule, references } from '../testing/sample-rule-sets.ts';
import { packetsFor } from './consequences.ts';
import { afterStep, movingMark, planFor, planStaysBetween } from './plan.ts';
import { descriptionOf, type KnownRule, type Rule, ruleKey, sameRules } from './rule-set.ts';

const rule = (cidr: string, port = '80', more: Partial<KnownRule> = {}): KnownRule => ({
  action: 'ACCEPT',
  service: { kind: 'ports', protocol: 'TCP', port },
  remote: { kind: 'address', cidr },
  description: '',
  ...more,
});
const plan = (before: readonly Rule[], after: readonly Rule[], room?: number) =>
  planFor('ingress', before, after, room === undefined ? { references } : { references, room });
const kinds = (before: readonly Rule[], after: readonly Rule[]) => plan(before, after)?.steps.map(({ kind }) => kind);

/** Every packet that the generated rules can tell apart. */
const packets: Packet[] = ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.5', '10.9.9.9', '203.0.113.7', '8.8.8.8'].flatMap(
  (address): Packet[] => [
    ...(['TCP', 'UDP'] as const).flatMap((protocol) => [21, 22, 25, 80, 9999].map((port): Packet => ({ protocol, address, port }))),
    { protocol: 'ICMP', address },
    { protocol: 'GRE', address },
  ],
);

const boxes = packets.map(boxOfPacket);
const answers = (rules: readonly Rule[], known: References): (string | null)[] => {
  const read = rules.map((one) => packetsFor(one, known));
  return boxes.map((box) => answerIn(read, box).action);
};

/** Meanings that the unknown names may have: what holds for the order of calls must hold for each of them. */
const meanings = fc
  .record({ ipm: fc.subarray(['10.0.0.1', '10.0.0.2/31', '8.8.8.8']), ppm: fc.subarray(['tcp:22', 'udp:80', 'icmp']) })
  .map(
    ({ ipm, ppm }): References => ({
      ...references,
      addressTemplates: new Map([...references.addressTemplates, ['ipm-unknown', ipm]]),
      serviceTemplates: new Map([...references.serviceTemplates, ['ppm-unknown', ppm]]),
      members: (group) => references.members(group) ?? { addresses: ipm, complete: true },
    }),
  );

const distinct = (rules: readonly KnownRule[]): KnownRule[] => [...new Map(rules.map((one) => [ruleKey(one), one])).values()];
/** Some say already that they move, as a broken move leaves them. */
const described = fc
  .tuple(anyRule, fc.constantFrom('', '', '', movingMark, `a ${movingMark}`, '(moving 2)'))
  .map(([one, words]) => (words === '' ? one : { ...one, description: words }));
const list = fc.array(described, { maxLength: 9 }).map(distinct);
/** A list as somebody edits another: some go, some change, some move, some come. */
const edited = fc
  .tuple(
    list,
    fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom('drop', 'change', 'move', 'describe', 'add'), anyRule), { maxLength: 6 }),
  )
  .map(([before, edits]): [KnownRule[], KnownRule[]] => {
    const after = [...before];
    for (const [at, to, what, fresh] of edits) {
      const old = after[at];
      if (what === 'add') after.splice(Math.min(at, after.length), 0, fresh);
      else if (!old) continue;
      else if (what === 'drop') after.splice(at, 1);
      else if (what === 'change') after[at] = fresh;
      else if (what === 'describe') after[at] = { ...old, description: fresh.description };
      else after.splice(Math.min(to, after.length - 1), 0, ...after.splice(at, 1));
    }
    return [before, distinct(after)];
  });

describe('a plan', () => {
  it('leads from any list to any other, and every list on the way answers each packet as one of the two', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(list, list)), meanings, ([before, after], known) => {
        const found = plan(before, after);
        if (found === null) {
          expect(sameRules(before, after)).toBe(true);
          return;
        }
        let now: readonly Rule[] = before;
        const [old, wanted] = [answers(before, known), answers(after, known)];
        for (const [at, step] of found.steps.entries()) {
          now = afterStep(now, step);
          expect(now).toEqual(found.states[at]);
          const here = answers(now, known);
          // `checked` is proved with what is known only, and such plans name nothing unknown.
          for (const [which, answer] of here.entries()) if (old[which] === wanted[which]) expect(answer).toBe(old[which]);
        }
        expect(sameRules(now, after)).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('changes one rule, wherever it stands, by replacing it', () => {
    const before = [rule('10.0.0.0/24'), rule('10.0.1.0/24'), rule('10.0.2.0/24')];
    expect(plan(before, before.with(1, rule('10.0.9.0/24')))?.steps).toEqual([
      { kind: 'replace', direction: 'ingress', index: 1, rule: rule('10.0.9.0/24') },
    ]);
    expect(plan(before, before.with(2, rule('10.0.2.0/24', '80', { description: 'words' })))?.because).toBe('one-call');
  });

  it('adds at one place, and deletes from many, in one call each', () => {
    const before = [rule('10.0.0.0/24'), rule('10.0.1.0/24'), rule('10.0.2.0/24'), rule('10.0.3.0/24')];
    expect(kinds(before, [before[0] as KnownRule, rule('10.7.0.0/16'), rule('10.8.0.0/16'), ...before.slice(1)])).toEqual(['create']);
    expect(plan(before, [before[1] as KnownRule, before[3] as KnownRule])?.steps).toEqual([
      { kind: 'delete', direction: 'ingress', indexes: [0, 2] },
    ]);
  });

  it('moves a rule with a marked description, and gives it its own back', () => {
    const deny = rule('10.0.0.5', '22', { action: 'DROP', description: 'no' });
    const before = [rule('10.0.0.0/8', '22'), deny];
    const found = plan(before, [deny, rule('10.0.0.0/8', '22')]);
    expect(found?.because).toBe('order');
    const marked = found?.states[0]?.filter((one) => descriptionOf(one).includes(movingMark)) ?? [];
    expect(marked).toHaveLength(1);
    expect(found?.states.at(-1)).toEqual([deny, rule('10.0.0.0/8', '22')]);
  });

  it('replaces several in place where nothing opens on the way, and otherwise goes by order', () => {
    const stays = rule('192.0.2.0/24', '9');
    const before = [rule('10.0.0.0/24', '22'), stays, rule('10.0.1.0/24', '22')];
    const harmless = [rule('10.0.0.0/24', '443'), stays, rule('10.0.1.0/24', '443')];
    expect(plan(before, harmless)?.because).toBe('checked');
    // The last is shut only by the first: replacing the first alone would open what neither list opens.
    const guarded = [rule('10.0.0.0/8', '22', { action: 'DROP' }), stays, rule('0.0.0.0/0', '22')];
    const turned = [rule('10.0.0.0/8', '23', { action: 'DROP' }), stays, rule('203.0.113.0/24', '22')];
    expect(plan(guarded, turned)?.because).toBe('order');
  });

  it('prefers a way that fits the room there is', () => {
    const before = [rule('10.0.0.0/24', '22'), rule('10.0.1.0/24', '22')];
    const after = [rule('10.0.0.0/24', '443'), rule('10.0.1.0/24', '443')];
    expect(plan(before, after, 2)?.peak).toBe(2);
  });

  it('moves a rule whose description says already that it moves', () => {
    const [one, two] = [rule('10.0.0.5', '22', { action: 'DROP', description: 'no' }), rule('10.0.0.0/8', '22')];
    const left = { ...one, description: `no ${movingMark}` };
    const before = [two, left, one];
    const after = [one, left, two];
    const found = plan(before, after);
    expect(found?.states.at(-1)).toEqual(after);
    for (const state of found?.states ?? []) expect(new Set(state.map(ruleKey)).size).toBe(state.length);
  });

  it('refuses a list that holds the same rule twice', () => {
    expect(() => plan([], [rule('10.0.0.0/24'), rule('10.0.0.0/24')])).toThrow(/the same/);
  });
});

it('a list between is told from one that is not', () => {
  const before = [rule('10.0.0.0/8', '22', { action: 'DROP' }), rule('0.0.0.0/0', '22')];
  const after = [rule('203.0.113.0/24', '22')];
  expect(planStaysBetween(before, after, [[rule('0.0.0.0/0', '22')]], references)).toBe(false);
  expect(planStaysBetween(before, after, [[rule('10.0.0.0/8', '22', { action: 'DROP' }), rule('203.0.113.0/24', '22')]], references)).toBe(
    true,
  );
});
