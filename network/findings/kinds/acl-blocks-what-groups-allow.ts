import { aclTraffic } from '../acl-traffic.ts';
import { aboutRow, type RuleOwner, ruleAt, symptomOf } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import type { FindingKind } from '../kind.ts';
import { meaningOfRule } from '../rule-words.ts';

/** A rule of a group lets packets in of which the ACL before it lets none through: somebody expects them. */
export const aclBlocksWhatGroupsAllow: FindingKind = {
  id: 'acl-blocks-what-groups-allow',
  group: 'acls',
  severity: 'medium',
  needs: ['networkAcls', 'subnets', 'interfaces', 'securityGroups', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const all = yield* aclTraffic(ground);
    const found = new Map<string, FindingDraft>();
    for (const { acl, interface: one, rules, doubt } of all) {
      if (doubt || one.instance === null) continue;
      for (const { rule, blocked } of rules) {
        if (blocked === null) continue;
        const owner: RuleOwner = { of: 'networkAcls', id: acl };
        const key = `${acl} ${rule.group} ${rule.index}`;
        const own = ruleAt(ground.index, { of: 'securityGroups', id: rule.group }, 'ingress', rule.index);
        const before = found.get(key);
        found.set(
          key,
          aboutRow(owner, 'medium', {
            meaning: own ? `${rule.group} ${meaningOfRule(own.rule)}` : rule.group,
            evidence: own ? [own] : [],
            symptoms: [...(before?.symptoms ?? []), symptomOf('interfaces', one.id, blocked)],
            parameters: { group: rule.group, rule: rule.index + 1, packet: blocked },
            fix: { code: 'edit-rules', thing: owner, part: 'ingress' },
          }),
        );
      }
    }
    return { findings: [...found.values()], doubts: [], looked: all.length };
  },
};
