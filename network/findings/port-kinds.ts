/** Kinds about what the internet reaches of an interface, one finding for each rule that lets it in. */
import { allOf, type ModelIndex } from '../model/look-up.ts';
import type { Slices } from '../rules/slices.ts';
import type { GroupRule } from './before-interface.ts';
import { type Entrance, entrancesOf, evidenceOf, packetTo, symptomAt } from './entrances.ts';
import type { Doubt, FindingDraft } from './finding.ts';
import type { FindingKind, Ground, Judgements } from './kind.ts';
import { type Opening, openingFor } from './openings.ts';
import { everythingFrom, type PortClass, riskyPorts } from './risky-ports.ts';
import { meaningOfRule } from './rule-words.ts';
import type { Severity, SeverityMove } from './severity.ts';
import { widerAtSix } from './six.ts';

/** Ports at an entrance to which one rule lets the internet in. */
export interface ReachedPorts {
  readonly entrance: Entrance;
  readonly rule: GroupRule;
  readonly opening: Opening;
  readonly ports: readonly number[];
}

const keyOf = ({ group, index }: GroupRule): string => `${group} ${index}`;

/** Rules that let the internet in to so many ports that single ones need no word, with the openings, by rule. */
export function* wideRules(ground: Ground): Slices<ReadonlyMap<string, readonly ReachedPorts[]>> {
  const { index } = ground;
  const known = index.memo.get('wide rules');
  // Only this function remembers under this key.
  if (known) return known as ReadonlyMap<string, readonly ReachedPorts[]>;
  const wide = new Map<string, ReachedPorts[]>();
  for (const entrance of yield* entrancesOf(ground)) {
    if (entrance.state !== 'open') continue;
    const counts = new Map<string, { ports: number; opening: Opening; rule: GroupRule }>();
    for (const opening of entrance.openings) {
      const { rule, protocol, ports } = opening;
      if (rule === null || ports === null) continue;
      const key = `${keyOf(rule)} ${protocol}`;
      const before = counts.get(key);
      const largest = before && (before.opening.ports?.to ?? 0) - (before.opening.ports?.from ?? 0) >= ports.to - ports.from;
      counts.set(key, { ports: (before?.ports ?? 0) + ports.to - ports.from + 1, opening: largest ? before.opening : opening, rule });
    }
    for (const { ports, opening, rule } of counts.values()) {
      if (ports < everythingFrom) continue;
      const all = wide.get(keyOf(rule)) ?? [];
      wide.set(keyOf(rule), all);
      all.push({ entrance, rule, opening, ports: [ports] });
    }
    if (ground.pace.spent(entrance.openings.length * 20)) yield;
  }
  index.memo.set('wide rules', wide);
  return wide;
}

export const isWideRule = (wide: ReadonlyMap<string, unknown>, rule: GroupRule | null): boolean => rule !== null && wide.has(keyOf(rule));

export const isFor = ({ reach, alone }: Opening): boolean => reach !== null && alone;

interface PortJudgement {
  readonly reached: readonly ReachedPorts[];
  readonly doubts: readonly Doubt[];
}

/** Whether a broader kind tells of the opening. */
type ToldElsewhere = (entrance: Entrance, opening: Opening, port: number) => boolean;

/** What one class of ports is open at an entrance, by rule; and why it may be. */
function portsAt(entrance: Entrance, portClass: PortClass, told: ToldElsewhere, ports: readonly number[]): PortJudgement {
  const { protocol } = riskyPorts[portClass];
  const doubts: Doubt[] = [];
  const byRule = new Map<string, { rule: GroupRule; opening: Opening; ports: number[] }>();
  for (const port of ports) {
    const opening = openingFor(entrance.openings, protocol, port);
    if (!opening) continue;
    const reason = entrance.state === 'unknown' ? entrance.reason : opening.reach === null ? opening.doubt : null;
    if (reason && (entrance.state === 'open' || entrance.state === 'unknown'))
      doubts.push({ thing: { of: 'interfaces', id: entrance.interface.id }, reason });
    if (entrance.state !== 'open' || opening.rule === null || !isFor(opening) || told(entrance, opening, port)) continue;
    const key = `${keyOf(opening.rule)} ${opening.reach}`;
    const before = byRule.get(key);
    if (before) before.ports.push(port);
    else byRule.set(key, { rule: opening.rule, opening, ports: [port] });
  }
  return { reached: [...byRule.values()].map((one) => ({ entrance, ...one })), doubts: doubts.slice(0, 1) };
}

/** Which ports of a class matter at an entrance. */
type PortsOf = (entrance: Entrance) => readonly number[];

interface PortQuestion {
  readonly portClass: PortClass;
  readonly portsOf: PortsOf;
}

function* reachedBy(ground: Ground, { portClass, portsOf }: PortQuestion): Slices<PortJudgement> {
  const wide = yield* wideRules(ground);
  const reached: ReachedPorts[] = [];
  const doubts: Doubt[] = [];
  const entrances = yield* entrancesOf(ground);
  const six = widerAtSix(entrances);
  const told: ToldElsewhere = (entrance, opening, port) => isWideRule(wide, opening.rule) || six(entrance, opening.protocol, port);
  for (const entrance of entrances) {
    const judged = portsAt(entrance, portClass, told, portsOf(entrance));
    reached.push(...judged.reached);
    doubts.push(...judged.doubts);
    if (ground.pace.spent(1_000)) yield;
  }
  return { reached, doubts };
}

/** One draft for what one rule lets in. `moves` are those of the gravest of them. */
export function draftOfRule(
  ground: Ground,
  all: readonly [ReachedPorts, ...ReachedPorts[]],
  severity: Severity,
  moves: readonly SeverityMove[],
  what: (one: ReachedPorts) => string,
): FindingDraft {
  const [first] = all;
  const { rule, opening } = first;
  const evidence = evidenceOf(ground.index, rule);
  const ports = [...new Set(all.flatMap((one) => one.ports))].sort((a, b) => a - b);
  const things = new Set(all.map(({ entrance }) => entrance.interface.id));
  return {
    causes: [{ of: 'securityGroups', id: rule.group }],
    meaning: `ingress ${opening.family} ${evidence ? meaningOfRule(evidence.rule) : ''}`,
    severity,
    moves,
    parameters: {
      ports: ports.join(', '),
      protocol: opening.protocol,
      things: things.size,
      reach: opening.reach ?? '',
      addresses: opening.addresses,
      rule: rule.index + 1,
    },
    evidence: [
      ...(evidence ? [evidence] : []),
      ...packetTo(ground, first.entrance, opening, opening.ports === null ? null : (portIn(first) ?? null)),
    ],
    symptoms: all.map((one) => symptomAt(one.entrance, what(one))),
    fix: { code: 'edit-rules', thing: { of: 'securityGroups', id: rule.group }, part: `ingress ${rule.index}` },
  };
}

const portIn = ({ opening: { ports }, ports: named }: ReachedPorts): number | undefined =>
  named.find((port) => ports !== null && ports.from <= port && port <= ports.to) ?? ports?.from;

/** By rule and family. */
export function byRule(reached: readonly ReachedPorts[]): [ReachedPorts, ...ReachedPorts[]][] {
  const groups = new Map<string, [ReachedPorts, ...ReachedPorts[]]>();
  for (const one of reached) {
    const key = `${keyOf(one.rule)} ${one.opening.family}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

export const interfacesOf = (index: ModelIndex): number => allOf(index, 'interfaces').rows.length;

interface PortKind {
  readonly id: string;
  readonly portClass: PortClass;
  readonly severity: Severity;
  /** Where only some of the internet is let in. */
  readonly forSome: Severity;
  /** Some of the ports are graver than the others. */
  readonly graver?: { readonly ports: ReadonlySet<number>; readonly severity: Severity };
  readonly portsOf?: PortsOf;
}

/** A kind about one class of ports that more of the internet reaches than named senders. */
export function portKind({ id, portClass, severity, forSome, graver, portsOf = () => riskyPorts[portClass].ports }: PortKind): FindingKind {
  const movesOf = (all: readonly ReachedPorts[]): SeverityMove[] => {
    if (graver && all.some(({ ports }) => ports.some((port) => graver.ports.has(port))))
      return [{ because: 'sensitive', to: graver.severity }];
    return all.every(({ opening }) => opening.reach === 'many') ? [{ because: 'not-everyone', to: forSome }] : [];
  };
  return {
    id,
    group: 'internet',
    severity,
    needs: ['interfaces', 'subnets', 'securityGroups', 'networkAcls', 'eips', 'addressTemplates', 'serviceTemplates'],
    *judge(ground): Slices<Judgements> {
      const { reached, doubts } = yield* reachedBy(ground, { portClass, portsOf });
      const drafts = byRule(reached).map((all) => draftOfRule(ground, all, severity, movesOf(all), ({ ports }) => ports.join(', ')));
      return { findings: drafts, doubts, looked: interfacesOf(ground.index) };
    },
  };
}
