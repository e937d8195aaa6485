import { aboutRow } from '../drafts.ts';
import { type FindingKind, plainly } from '../kind.ts';

/** Allows that nobody says the reason of: one finding a group. */
export const ruleNoDescription: FindingKind = {
  id: 'rule-no-description',
  group: 'rules',
  severity: 'info',
  needs: ['securityGroups'],
  judge: plainly(({ model }) => {
    const findings = model.securityGroups.flatMap(({ id, ingress }) => {
      const bare = ingress.flatMap((rule, at) => (rule.action === 'ACCEPT' && !rule.description?.trim() ? [at] : []));
      const group = { of: 'securityGroups', id } as const;
      if (bare.length === 0) return [];
      return [
        aboutRow(group, 'info', {
          parameters: { rules: bare.length, numbers: bare.map((at) => at + 1).join(', ') },
          evidence: bare.slice(0, 12).flatMap((at) => {
            const rule = ingress[at];
            return rule ? [{ type: 'rule' as const, owner: group, direction: 'ingress' as const, index: at, rule }] : [];
          }),
          fix: { code: 'edit-rules', thing: group, part: `ingress ${bare[0]}` },
        }),
      ];
    });
    return { findings, looked: model.securityGroups.length, doubts: [] };
  }),
};
