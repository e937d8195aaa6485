import { entrancesOf } from '../entrances.ts';
import type { Doubt } from '../finding.ts';
import type { FindingKind } from '../kind.ts';
import { openingFor } from '../openings.ts';
import { byRule, draftOfRule, interfacesOf, isFor, isWideRule, type ReachedPorts, wideRules } from '../port-kinds.ts';

/** Everyone may send ICMP: it tells strangers which machines are there. */
export const icmpOpen: FindingKind = {
  id: 'icmp-open',
  group: 'internet',
  severity: 'low',
  needs: ['interfaces', 'subnets', 'securityGroups', 'networkAcls', 'eips', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const wide = yield* wideRules(ground);
    const reached: ReachedPorts[] = [];
    const doubts: Doubt[] = [];
    for (const entrance of yield* entrancesOf(ground)) {
      // IPv6 does not work without ICMPv6.
      const opening = openingFor(entrance.openings, 'ICMP', null);
      if (!opening) continue;
      const { rule } = opening;
      const reason =
        entrance.state === 'unknown' ? entrance.reason : entrance.state === 'open' && opening.reach === null ? opening.doubt : null;
      if (reason) doubts.push({ thing: { of: 'interfaces', id: entrance.interface.id }, reason });
      else if (entrance.state === 'open' && rule && isFor(opening) && !isWideRule(wide, rule))
        reached.push({ entrance, rule, opening, ports: [] });
    }
    const findings = byRule(reached).map((all) => draftOfRule(ground, all, 'low', [], () => 'ICMP'));
    return { findings, doubts, looked: interfacesOf(ground.index) };
  },
};
