import { aclTraffic } from '../acl-traffic.ts';
import { aboutRow, type RuleOwner, ruleAt, symptomOf } from '../drafts.ts';
import type { Doubt, Evidence, FindingDraft } from '../finding.ts';
import type { FindingKind } from '../kind.ts';

/** The ACL lets requests in that the groups take, and keeps their answers in: ACLs remember no connection. */
export const aclStopsAnswers: FindingKind = {
  id: 'acl-stops-answers',
  group: 'acls',
  severity: 'high',
  needs: ['networkAcls', 'subnets', 'interfaces', 'securityGroups', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const all = yield* aclTraffic(ground);
    const byAcl = new Map<string, FindingDraft>();
    const doubts: Doubt[] = [];
    for (const { acl, interface: one, rules, doubt } of all) {
      if (doubt) doubts.push({ thing: { of: 'interfaces', id: one.id }, reason: doubt });
      const lost = rules.flatMap(({ rule, unanswered }) => (unanswered ? [{ rule, unanswered }] : []));
      const [first] = lost;
      if (!first) continue;
      const owner: RuleOwner = { of: 'networkAcls', id: acl };
      const symptom = symptomOf('interfaces', one.id, first.unanswered);
      const before = byAcl.get(acl);
      const rule = ruleAt(ground.index, { of: 'securityGroups', id: first.rule.group }, 'ingress', first.rule.index);
      const evidence: Evidence[] = [{ type: 'row', thing: owner, property: 'sample', value: first.unanswered }, ...(rule ? [rule] : [])];
      const isLive = one.instance !== null;
      byAcl.set(
        acl,
        aboutRow(owner, 'high', {
          moves: isLive || (before && before.moves?.length === 0) ? [] : [{ because: 'no-interface', to: 'medium' }],
          evidence: before?.evidence ?? evidence,
          symptoms: [...(before?.symptoms ?? []), symptom],
          parameters: { packet: first.unanswered, things: (before?.symptoms.length ?? 0) + 1 },
          fix: { code: 'edit-rules', thing: owner, part: 'egress' },
        }),
      );
    }
    return { findings: [...byAcl.values()], doubts, looked: all.length };
  },
};
