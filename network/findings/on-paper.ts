/** Rules that let the internet in to what strangers should not reach, and what keeps their packets from arriving. */
import { allOf, interfacesOfGroup, notRead } from '../model/look-up.ts';
import type { Reason } from '../model/reasons.ts';
import type { Slices } from '../rules/slices.ts';
import type { GroupRule } from './before-interface.ts';
import { type Entrance, entrancesOf } from './entrances.ts';
import type { Ground } from './kind.ts';
import { natPaths } from './nat-paths.ts';
import { type Opening, openingFor, openingsAt } from './openings.ts';
import { type PortClass, riskyPorts } from './risky-ports.ts';

/** An interface that has the rule, and what keeps packets away from it. */
interface StoppedPlace {
  readonly interface: string;
  readonly reason: Reason;
  /** All that is missing is a public address. */
  readonly lacksAddress: boolean;
}

export interface PaperRule extends OwnOpening {
  readonly places: readonly StoppedPlace[];
  /** Why it may let somebody in after all, or be on further interfaces. */
  readonly doubt: Reason | null;
}

const classes: readonly PortClass[] = ['admin', 'database'];

interface OwnOpening {
  readonly rule: GroupRule;
  readonly opening: Opening;
  readonly ports: readonly number[];
}

/** What a group alone opens of the ports that matter, by rule. */
function ownOpenings(openings: readonly Opening[]): OwnOpening[] {
  const byRule = new Map<string, OwnOpening>();
  for (const portClass of classes) {
    for (const port of riskyPorts[portClass].ports) {
      const opening = openingFor(openings, riskyPorts[portClass].protocol, port);
      if (!opening?.rule || opening.reach === null || opening.reach === 'many' || !opening.alone) continue;
      const key = `${opening.rule.index}`;
      byRule.set(key, { rule: opening.rule, opening, ports: [...(byRule.get(key)?.ports ?? []), port] });
    }
  }
  return [...byRule.values()];
}

const isSame = (a: GroupRule, b: GroupRule): boolean => a.group === b.group && a.index === b.index;

/** What keeps packets by one rule from one interface; null: nothing does, a doubt: it cannot be told. */
function stopAt(entrances: readonly Entrance[], id: string, { rule, ports }: OwnOpening): StoppedPlace | { readonly doubt: Reason } | null {
  let lacks: StoppedPlace | null = null;
  let stopped: StoppedPlace | null = null;
  for (const entrance of entrances) {
    const opening = ports.map((port) => openingFor(entrance.openings, 'TCP', port)).find((one) => one !== undefined);
    if (!opening) continue;
    if (opening.reach === null && opening.doubt) return { doubt: opening.doubt };
    if (!opening.rules.some((one) => isSame(one, rule))) continue;
    if (entrance.state === 'open') return null;
    if (entrance.state === 'unknown' && entrance.reason) return { doubt: entrance.reason };
    if (entrance.reason && entrance.state === 'shut') {
      const isLive = entrance.interface.instance !== null && entrance.interface.instance !== undefined;
      const place: StoppedPlace = { interface: id, reason: entrance.reason, lacksAddress: isLive };
      if (isLive) lacks = place;
      else stopped = place;
    } else if (entrance.reason) stopped = { interface: id, reason: entrance.reason, lacksAddress: false };
  }
  return lacks ?? stopped ?? { interface: id, reason: { code: 'filtered' }, lacksAddress: false };
}

/** Rules that are open on paper and let no packet arrive, surely; or of which that is not known. */
export function* paperRules(ground: Ground): Slices<readonly PaperRule[]> {
  const { index, pace } = ground;
  const known = index.memo.get('paper rules');
  // Only this function remembers under this key.
  if (known) return known as readonly PaperRule[];
  const byInterface = new Map<string, Entrance[]>();
  for (const entrance of yield* entrancesOf(ground)) {
    if (entrance.address.includes(':')) continue;
    byInterface.set(entrance.interface.id, [...(byInterface.get(entrance.interface.id) ?? []), entrance]);
  }
  const forwarded = new Set((yield* natPaths(ground)).filter(({ state }) => state !== 'closed').map(({ interface: id }) => id));
  // A published port that was not read may lead to any of them.
  const more = allOf(index, 'interfaces').more ?? notRead(index, 'natPorts');
  const rules: PaperRule[] = [];
  for (const { id } of allOf(index, 'securityGroups').rows) {
    const openings = yield* openingsAt(index, { family: 'IPv4', groups: [id], subnet: null, near: 0 });
    for (const own of ownOpenings(openings)) {
      const { rows: members, more: others } = interfacesOfGroup(index, id);
      const stops = members.map((one) => (forwarded.has(one.id) ? null : stopAt(byInterface.get(one.id) ?? [], one.id, own)));
      if (stops.includes(null)) continue;
      const doubt = more ?? stops.flatMap((one) => (one && 'doubt' in one ? [one.doubt] : []))[0] ?? null;
      const places = stops.flatMap((one) => (one && !('doubt' in one) ? [one] : []));
      rules.push({ ...own, places, doubt: doubt ?? others });
      if (pace.spent(members.length * 50)) yield;
    }
    if (pace.spent(1_000)) yield;
  }
  index.memo.set('paper rules', rules);
  return rules;
}
