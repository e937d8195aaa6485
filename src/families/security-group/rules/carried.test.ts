import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cloneRules } from '../../../../network/rule-sets/clone.ts';
import { draftFromStored, draftOf, rowEdits, storedDraft, wantedBy } from '../../../../network/rule-sets/draft.ts';
import { merge } from '../../../../network/rule-sets/merge.ts';
import { planFor } from '../../../../network/rule-sets/plan.ts';
import { callOf } from '../../../../network/rule-sets/plan-calls.ts';
import { ruleFrom, sentPolicy } from '../../../../network/rule-sets/policy.ts';
import {
  isCarried,
  isKnown,
  knownSet,
  matchKey,
  type Rule,
  sameRules,
  type VersionedRuleSet,
} from '../../../../network/rule-sets/rule-set.ts';
import { noReferences } from '../../../../network/rules/policies.ts';
import { anyRule } from '../../../../network/testing/sample-rule-sets.ts';

/** Rows as clouds may list them; none of them says 0.0.0.0/0, and none has an own address of this console's making. */
const odd = fc
  .record(
    {
      Action: fc.constantFrom('ACCEPT', 'DROP', 'LOG', '', null),
      Protocol: fc.constantFrom('TCP', 'udp', 'ICMPv6', 'SCTP', 'ALL', '', null),
      Port: fc.constantFrom('22', 'ALL', '', '99999', null),
      CidrBlock: fc.constantFrom('10.0.0.0/8', '', null, 'somewhere'),
      Ipv6CidrBlock: fc.constantFrom('2001:db8::/32', '::/0', '', null),
      AddressTemplate: fc.constantFrom({}, { AddressId: '' }, null),
      SourcePort: fc.constantFrom('', '1024'),
    },
    { requiredKeys: [] },
  )
  .map((row) => row as Record<string, unknown>);
const narrow = anyRule.filter(({ remote }) => remote.kind !== 'address' || remote.cidr !== '0.0.0.0/0');
const mixed = fc
  .array(
    fc.oneof(
      odd.map((row) => ruleFrom(row)),
      narrow,
    ),
    { maxLength: 7 },
  )
  .map((rules) => [...new Map(rules.map((rule) => [matchKey(rule), rule])).values()]);
const at = (ingress: readonly Rule[]): VersionedRuleSet => ({ version: '1', ingress, egress: [] });

it('a listed rule is known whole or carried as it came, and never wider than it was', () => {
  fc.assert(
    fc.property(odd, (row) => {
      const rule = ruleFrom(row);
      if (isCarried(rule)) {
        expect(rule.listed).toBe(row);
        expect(rule.reasons.length).toBeGreaterThan(0);
        return;
      }
      expect(rule.action).toBe(row.Action);
      const sent = JSON.stringify(sentPolicy(rule, true));
      expect(sent).not.toContain('0.0.0.0/0');
      // Either block is written back under its own name.
      if (row.Ipv6CidrBlock) expect(sent).toContain(`"Ipv6CidrBlock":"${row.Ipv6CidrBlock}"`);
      expect(matchKey(ruleFrom(sentPolicy(rule, true)))).toBe(matchKey(rule));
    }),
    { numRuns: 3000 },
  );
});

it('edits, plans, merges and copies leave carried rules as they are, and send nothing that was not there', () => {
  const edits = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom('move', 'drop', 'describe', 'duplicate')), { maxLength: 5 });
  fc.assert(
    fc.property(mixed, edits, mixed, (base, steps, theirs) => {
      const draft = draftOf(at(base));
      let rows = draft.rows.ingress;
      for (const [place, to, what] of steps) {
        const row = rows[place];
        if (!row) continue;
        const ids = new Set([row.id]);
        if (what === 'move') rows = rowEdits.moveTo(rows, ids, to);
        else if (what === 'describe') rows = rowEdits.edit(rows, row.id, { description: `d${to}` });
        else if (what === 'duplicate') rows = rowEdits.duplicate(rows, ids);
        else rows = rowEdits.remove(rows, ids);
      }
      const known = new Map(rows.map((row) => [matchKey(row.rule), row]));
      rows = [...known.values()];
      const wanted = rows.map(({ rule }) => rule);
      const plan = planFor('ingress', base, wanted, { references: noReferences });
      const calls = JSON.stringify(plan?.steps.map((step) => callOf('sg-1', '1', step, true)) ?? []);
      expect(calls).not.toContain('0.0.0.0/0');
      for (const word of ['SCTP', 'LOG', 'SourcePort', 'somewhere', '99999']) expect(calls).not.toContain(word);
      if (plan) expect(sameRules(plan.states.at(-1) ?? [], wanted)).toBe(true);
      // A set with a carried rule cannot be written whole.
      expect(knownSet(at(wanted)) === null).toBe(wanted.some(isCarried));
      const mine = { ...draft, rows: { ingress: rows, egress: [] } };
      const merged = wantedBy(merge(mine, { ...at(theirs), version: '2' }).draft).ingress.filter(isCarried);
      const there = new Set([...base, ...theirs].filter(isCarried).map(matchKey));
      for (const rule of merged) expect(there.has(matchKey(rule))).toBe(true);
      const copied = cloneRules(
        at(wanted),
        'sg-1',
        { ids: new Set(), groups: new Map(), addressTemplates: new Map(), serviceTemplates: new Map() },
        noReferences,
        (id) => id,
      );
      expect(copied.rules.ingress.every(isKnown)).toBe(true);
      expect(JSON.stringify(copied.rules)).not.toContain('0.0.0.0/0');
      // The browser keeps them with the draft.
      expect(sameRules(wantedBy(draftFromStored(JSON.parse(JSON.stringify(storedDraft(mine))))).ingress, wanted)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
