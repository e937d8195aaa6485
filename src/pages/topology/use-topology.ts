/** The map of what the address of the page asks for, laid out and kept steady while data changes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { regions } from '../../../catalogue/regions.ts';
import { useConsole, usePlace } from '../../lib/place.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { buildTopology, placeOf } from './build.ts';
import { type Layout, layout, type Memory, nothingRemembered, withoutSizes } from './layout.ts';
import { ofOwners, ofVpc, withinHops } from './narrow.ts';
import { type NodeKind, type Topology, type TopologyNode, walk } from './node.ts';

const kinds: readonly SourceKind[] = [
  'subnets',
  'routeTables',
  'interfaces',
  'securityGroups',
  'peerings',
  'natGateways',
  'vpnGateways',
  'vpnConnections',
  'directConnectGateways',
  'eips',
];

/** What is shown: the place's account, every account, one VPC, or what is near a resource. */
export type Scope =
  | { readonly kind: 'account' | 'accounts' }
  | { readonly kind: 'vpc'; readonly vpc: string }
  | { readonly kind: 'near'; readonly from: string; readonly hops: number };

export const mostHops = 5;

export function scopeIn(search: URLSearchParams): Scope {
  const from = search.get('from');
  const hops = Math.round(Number(search.get('hops') ?? 1));
  if (from) return { kind: 'near', from, hops: Math.min(mostHops, Math.max(1, Number.isFinite(hops) ? hops : 1)) };
  const vpc = search.get('vpc');
  if (vpc) return { kind: 'vpc', vpc };
  return { kind: search.get('accounts') === 'all' ? 'accounts' : 'account' };
}

const ranks: Partial<Record<NodeKind, number>> = { region: 0, outside: 0, vpc: 1, gateways: 1, zone: 2, subnet: 3, interfaces: 4 };

/** How deep boxes are open: 1 shows VPCs closed, 4 groups of interfaces closed, 5 all there is. */
export type Level = 1 | 2 | 3 | 4 | 5;
export const levels: readonly Level[] = [1, 2, 3, 4, 5];

export interface Openness {
  readonly level: Level;
  readonly isOpen: (node: TopologyNode) => boolean;
  readonly toggle: (...nodes: readonly TopologyNode[]) => void;
  readonly openTo: (level: Level) => void;
}

export function useOpenness(): Openness {
  const [{ level, turned }, set] = useState<{ level: Level; turned: ReadonlySet<string> }>({ level: 4, turned: new Set() });
  return useMemo(
    () => ({
      level,
      isOpen: (node) => (ranks[node.kind] ?? 9) < level !== turned.has(node.key),
      toggle: (...nodes) =>
        set((now) => {
          const next = new Set(now.turned);
          for (const { key } of nodes) if (!next.delete(key)) next.add(key);
          return { level: now.level, turned: next };
        }),
      openTo: (wanted) => set({ level: wanted, turned: new Set() }),
    }),
    [level, turned],
  );
}

export interface Placed {
  readonly network: Network;
  readonly topology: Topology;
  /** Of everything that was read, for choosing a part. */
  readonly whole: Topology;
  readonly layout: Layout;
  /** The container of each node. */
  readonly holders: ReadonlyMap<string, TopologyNode>;
  readonly arrangeAnew: () => void;
}

/** The layout; what it decided is kept once all is read, so that later changes move as little as they can. */
function useLayout(topology: Topology, openness: Openness, scope: string, complete: boolean): { layout: Layout; arrangeAnew: () => void } {
  const before = useRef<{ scope: string; openness: Openness; memory: Memory } | null>(null);
  const [turn, setTurn] = useState(0);
  const { roots } = topology;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is asked for by a person, and forgets what was
  const done = useMemo(() => {
    const last = before.current;
    const memory = last?.scope !== scope ? nothingRemembered : last.openness === openness ? last.memory : withoutSizes(last.memory);
    return layout(roots, openness.isOpen, memory);
  }, [roots, openness, scope, turn]);
  useEffect(() => {
    if (complete) before.current = { scope, openness, memory: done.memory };
  }, [complete, scope, openness, done]);
  const arrangeAnew = (): void => {
    before.current = null;
    setTurn(turn + 1);
  };
  return { layout: done, arrangeAnew };
}

export function useTopology(scope: Scope, openness: Openness): Placed {
  const network = useNetwork(kinds);
  const info = useConsole();
  const { account } = usePlace();
  const { model, known } = network;
  const whole = useMemo(() => {
    const owners = (info?.accounts ?? []).map(({ id, uin }) => uin ?? id);
    const places = owners.flatMap((owner) => Object.keys(regions).map((region) => placeOf({ account: owner, region })));
    return buildTopology(model, known, { grouped: true, places });
  }, [model, known, info]);
  const key = JSON.stringify([scope, scope.kind === 'account' ? account : null]);
  const topology = useMemo((): Topology => {
    const wanted = (JSON.parse(key) as [Scope])[0];
    if (wanted.kind === 'vpc') return ofVpc(whole, wanted.vpc);
    if (wanted.kind === 'near') return withinHops(whole, wanted.from, wanted.hops);
    return wanted.kind === 'accounts' ? whole : ofOwners(whole, ({ site }) => site?.account === account);
  }, [whole, key, account]);
  const holders = useMemo(
    () => new Map([...walk(topology.roots)].flatMap(([node, parent]) => (parent ? [[node.key, parent] as const] : []))),
    [topology],
  );
  return { network, topology, whole, holders, ...useLayout(topology, openness, key, network.complete) };
}
