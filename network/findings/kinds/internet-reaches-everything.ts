import type { FindingKind } from '../kind.ts';
import { byRule, draftOfRule, interfacesOf, type ReachedPorts, wideRules } from '../port-kinds.ts';

/** Half of all ports or more: told once, and not again for each service among them. */
export const internetReachesEverything: FindingKind = {
  id: 'internet-reaches-everything',
  group: 'internet',
  severity: 'critical',
  needs: ['interfaces', 'subnets', 'securityGroups', 'networkAcls', 'eips', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const wide = yield* wideRules(ground);
    const count = ({ ports, opening }: ReachedPorts): string => `${opening.protocol} ${ports[0] ?? 0}`;
    const findings = byRule([...wide.values()].flat()).map((all) => {
      const many = all.every(({ opening }) => opening.reach === 'many');
      return draftOfRule(ground, all, 'critical', many ? [{ because: 'not-everyone', to: 'high' }] : [], count);
    });
    return { findings, doubts: [], looked: interfacesOf(ground.index) };
  },
};
