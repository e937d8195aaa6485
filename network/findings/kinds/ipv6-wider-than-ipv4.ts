import { entrancesOf } from '../entrances.ts';
import type { Doubt } from '../finding.ts';
import type { FindingKind } from '../kind.ts';
import { byRule, draftOfRule, interfacesOf, isFor, isWideRule, type ReachedPorts, wideRules } from '../port-kinds.ts';
import { riskyPorts } from '../risky-ports.ts';
import type { SeverityMove } from '../severity.ts';
import { widerAtSix } from '../six.ts';

const grave: ReadonlySet<number> = new Set([...riskyPorts.admin.ports, ...riskyPorts.database.ports]);

const movesOf = (all: readonly ReachedPorts[]): SeverityMove[] =>
  all.some(({ ports, opening }) => opening.protocol === 'TCP' && ports.some((port) => grave.has(port)))
    ? [{ because: 'sensitive', to: 'critical' }]
    : [];

/** IPv6 has no NAT to hide behind: a rule that was written for IPv4 alone leaves the other half open. */
export const ipv6WiderThanIpv4: FindingKind = {
  id: 'ipv6-wider-than-ipv4',
  group: 'internet',
  severity: 'medium',
  needs: ['interfaces', 'subnets', 'securityGroups', 'networkAcls', 'eips', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const wide = yield* wideRules(ground);
    const entrances = yield* entrancesOf(ground);
    const six = widerAtSix(entrances);
    const reached: ReachedPorts[] = [];
    const doubts: Doubt[] = [];
    for (const entrance of entrances) {
      for (const opening of entrance.openings) {
        const { rule, ports, protocol } = opening;
        if (ports === null) continue;
        const named = [...grave].filter((port) => protocol === 'TCP' && ports.from <= port && port <= ports.to);
        const asked = named.length > 0 ? named : [ports.from];
        if (!asked.some((port) => six(entrance, protocol, port))) continue;
        const reason =
          entrance.state === 'unknown' ? entrance.reason : entrance.state === 'open' && opening.reach === null ? opening.doubt : null;
        if (reason) doubts.push({ thing: { of: 'interfaces', id: entrance.interface.id }, reason });
        else if (entrance.state === 'open' && rule && isFor(opening) && !isWideRule(wide, rule))
          reached.push({ entrance, rule, opening, ports: asked });
      }
      if (ground.pace.spent(2_000)) yield;
    }
    const textOf = ({ opening: { protocol, ports } }: ReachedPorts): string =>
      ports === null ? protocol : `${protocol} ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
    const findings = byRule(reached).map((all) => draftOfRule(ground, all, 'medium', movesOf(all), textOf));
    return { findings, doubts, looked: interfacesOf(ground.index) };
  },
};
