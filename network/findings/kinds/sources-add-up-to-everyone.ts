import type { GroupRule } from '../before-interface.ts';
import { type Entrance, entrancesOf, evidenceOf, packetTo, symptomAt } from '../entrances.ts';
import type { FindingDraft } from '../finding.ts';
import type { FindingKind, Ground } from '../kind.ts';
import { type Opening, openingFor } from '../openings.ts';
import { interfacesOf } from '../port-kinds.ts';
import { type PortClass, riskyPorts } from '../risky-ports.ts';
import { meaningOfRule } from '../rule-words.ts';

/** Rules and ports that belong together. */
interface JointOpening {
  readonly entrance: Entrance;
  readonly opening: Opening;
  readonly portClass: PortClass;
  readonly ports: readonly number[];
}

const classes: readonly PortClass[] = ['admin', 'database', 'cleartext', 'amplifier'];

function jointAt(entrance: Entrance): JointOpening[] {
  return classes.flatMap((portClass) => {
    const { protocol, ports } = riskyPorts[portClass];
    const groups = new Map<Opening, number[]>();
    for (const port of ports) {
      const opening = openingFor(entrance.openings, protocol, port);
      if (opening && opening.reach !== null && !opening.alone) groups.set(opening, [...(groups.get(opening) ?? []), port]);
    }
    return [...groups].map(([opening, named]) => ({ entrance, opening, portClass, ports: named }));
  });
}

const mostShown = 12;
const keyOf = ({ opening: { rules, family } }: JointOpening): string =>
  `${family} ${rules.map(({ group, index }) => `${group} ${index}`).join()}`;

function draftOfJoint(ground: Ground, all: readonly JointOpening[]): FindingDraft[] {
  const [first] = all;
  const rules: readonly GroupRule[] = first?.opening.rules ?? [];
  const evidence = rules.flatMap((rule) => evidenceOf(ground.index, rule) ?? []);
  const group = first?.opening.rule?.group;
  if (!first || group === undefined) return [];
  const grave = all.some(({ portClass }) => portClass === 'admin' || portClass === 'database');
  const ports = [...new Set(all.flatMap((one) => one.ports))].sort((a, b) => a - b);
  const { witness, addresses } = first.opening;
  return [
    {
      causes: [{ of: 'securityGroups', id: group }],
      meaning: `${first.opening.family} ${evidence
        .map(({ rule }) => meaningOfRule(rule))
        .sort()
        .join()}`,
      severity: 'critical',
      moves: grave ? [] : [{ because: 'sensitive', to: 'medium' }],
      parameters: {
        rules: rules.length,
        ports: ports.join(', '),
        addresses,
        things: new Set(all.map((one) => one.entrance.interface.id)).size,
      },
      evidence: [
        ...evidence.slice(0, mostShown),
        ...(witness === null ? [] : packetTo(ground, first.entrance, first.opening, first.ports[0] ?? null)),
      ],
      symptoms: all.map((one) => symptomAt(one.entrance, one.ports.join(', '))),
      fix: { code: 'edit-rules', thing: { of: 'securityGroups', id: group }, part: `ingress ${first.opening.rule?.index}` },
    },
  ];
}

/** Several rules, none of which is for everyone, that are together. */
export const sourcesAddUpToEveryone: FindingKind = {
  id: 'sources-add-up-to-everyone',
  group: 'internet',
  severity: 'critical',
  needs: ['interfaces', 'subnets', 'securityGroups', 'networkAcls', 'eips', 'addressTemplates', 'serviceTemplates'],
  *judge(ground) {
    const groups = new Map<string, JointOpening[]>();
    for (const entrance of yield* entrancesOf(ground)) {
      if (entrance.state !== 'open') continue;
      for (const one of jointAt(entrance)) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
      if (ground.pace.spent(1_000)) yield;
    }
    return { findings: [...groups.values()].flatMap((all) => draftOfJoint(ground, all)), doubts: [], looked: interfacesOf(ground.index) };
  },
};
