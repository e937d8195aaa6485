/** Kinds about what an active peering carries. */
import { aboutRow, symptomOf } from './drafts.ts';
import type { Doubt } from './finding.ts';
import { type FindingKind, plainly } from './kind.ts';
import { activePeerings } from './peering-facts.ts';

export const carriesKind = (id: string, carries: 'nothing' | 'one-way'): FindingKind => ({
  id,
  group: 'peerings',
  severity: 'medium',
  needs: ['peerings', 'routeTables', 'subnets', 'vpcs'],
  judge: plainly((ground) => {
    const all = activePeerings(ground);
    const findings = all.flatMap(({ peering, fact }) => {
      if (fact?.carries !== carries) return [];
      const thing = { of: 'peerings', id: peering.id } as const;
      return [
        aboutRow(thing, 'medium', {
          parameters: { a: fact.a, b: fact.b },
          symptoms: fact.missing.map(({ routeTable, destinations }) => symptomOf('routeTables', routeTable, destinations.join(', '))),
          fix: { code: 'add-routes', thing },
        }),
      ];
    });
    const doubts = all.flatMap(({ peering, fact }): Doubt[] => {
      const [reason] = fact?.carries === 'unknown' ? fact.unsure : [];
      return reason ? [{ thing: { of: 'peerings', id: peering.id }, reason }] : [];
    });
    return { findings, doubts, looked: all.length };
  }),
});
