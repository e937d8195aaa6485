import { allOf } from '../../model/look-up.ts';
import { isEmpty, subtract } from '../../packets/packet-set.ts';
import { findingsIn } from '../../rules/shadow.ts';
import type { Slices } from '../../rules/slices.ts';
import { rulesOf } from '../before-interface.ts';
import { aboutRow, ruleAt, symptomOf } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import type { FindingKind, Ground } from '../kind.ts';
import { meaningOfRule } from '../rule-words.ts';

/** Denies of a later group that allows of an earlier one overrule, and that are no closing lines: pairs of places in the whole list. */
function* hiddenIn({ index }: Ground, groups: readonly string[]): Slices<{ readonly deny: number; readonly allow: number }[]> {
  const { rules, places } = rulesOf(index, groups);
  const first = groups[0];
  if (!rules.some(({ action }, at) => action === 'DROP' && places[at]?.group !== first)) return [];
  const { contradicts } = yield* findingsIn(rules);
  return contradicts.flatMap(({ rule: deny, against }) => {
    const own = rules[deny];
    if (own?.action !== 'DROP') return [];
    const allow = against.find(({ rule }) => {
      const other = rules[rule];
      return places[rule]?.group !== places[deny]?.group && other?.action === 'ACCEPT' && !isEmpty(subtract(other.packets, own.packets));
    });
    return allow ? [{ deny, allow: allow.rule }] : [];
  });
}

/** Groups are asked in the order they are bound: an allow of an earlier one wins over a deny of a later one. */
export const groupOrderHidesDeny: FindingKind = {
  id: 'group-order-hides-deny',
  group: 'rules',
  severity: 'medium',
  needs: ['securityGroups', 'interfaces', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const { index, pace } = ground;
    const byList = new Map<string, string[]>();
    const { rows } = allOf(index, 'interfaces');
    for (const { id, securityGroups = [] } of rows) {
      if (securityGroups.length > 1) byList.set(securityGroups.join(), [...(byList.get(securityGroups.join()) ?? []), id]);
    }
    const findings = new Map<string, FindingDraft>();
    for (const [key, interfaces] of byList) {
      const { places } = rulesOf(index, key.split(','));
      for (const { deny, allow } of yield* hiddenIn(ground, key.split(','))) {
        const [hidden, winner] = [places[deny], places[allow]];
        if (!hidden || !winner) continue;
        const evidence = [hidden, winner].flatMap(
          ({ group, index: at }) => ruleAt(index, { of: 'securityGroups', id: group }, 'ingress', at) ?? [],
        );
        const name = `${hidden.group} ${evidence[0] ? meaningOfRule(evidence[0].rule) : ''} ${winner.group}`;
        const before = findings.get(name);
        const thing = { of: 'securityGroups', id: hidden.group } as const;
        findings.set(
          name,
          aboutRow(thing, 'medium', {
            meaning: name,
            evidence,
            parameters: { rule: hidden.index + 1, winner: winner.group, other: winner.index + 1 },
            symptoms: [...(before?.symptoms ?? []), ...interfaces.map((id) => symptomOf('interfaces', id))],
            fix: { code: 'open', thing: { of: 'interfaces', id: interfaces[0] ?? '' } },
          }),
        );
      }
      if (pace.spent(4_000)) yield;
    }
    return { findings: [...findings.values()], doubts: [], looked: rows.length };
  },
};
