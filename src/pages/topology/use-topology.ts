/** The map of what the URL of the page asks for, laid out and kept steady while data changes. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { regions } from '../../../catalogue/regions.ts';
import { useConsole, useScope } from '../../lib/scope.ts';
import type { SourceKind } from '../../network-model/sources.ts';
import { type Network, useNetwork } from '../../network-model/use-network.ts';
import { buildTopology, scopeOf } from './build.ts';
import { type Layout, layout, type Memory, nothingRemembered, withoutSizes } from './layout.ts';
import { type NodeKind, type Topology, type TopologyNode, walk } from './node.ts';
import { type PathOnMap, pathOnMap } from './path.ts';
import { ofOwners, ofVpc, withinHops } from './subgraph.ts';
import { type Level, type MapSubject, turnedWith } from './url-state.ts';
import type { MapUrlState } from './use-url-state.ts';

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

const ranks: Partial<Record<NodeKind, number>> = { region: 0, outside: 0, vpc: 1, gateways: 1, zone: 2, subnet: 3, interfaces: 4 };

interface Openness {
  readonly level: Level;
  readonly isOpen: (node: TopologyNode) => boolean;
  readonly toggle: (...nodes: readonly TopologyNode[]) => void;
  readonly openTo: (level: Level) => void;
}

/** What is open, as the URL has it; what a path leads through is open to begin with. */
function useOpenness({ state, put }: MapUrlState, path: PathOnMap | null): Openness {
  const { level } = state;
  const turned = state.turned.join(',');
  const around = path ? [...path.around].join(',') : '';
  return useMemo(() => {
    const [changed, onPath] = [new Set(turned.split(',')), new Set(around.split(','))];
    return {
      level,
      isOpen: (node) => ((ranks[node.kind] ?? 9) < level || onPath.has(node.key)) !== changed.has(node.key),
      toggle: (...nodes) =>
        put((now) => ({
          turned: turnedWith(
            now.turned,
            nodes.map(({ key }) => key),
          ),
        })),
      openTo: (wanted) => put({ level: wanted, turned: [] }),
    };
  }, [level, turned, around, put]);
}

export interface TopologyState {
  readonly network: Network;
  readonly topology: Topology;
  /** Of everything that was read, for choosing a part. */
  readonly whole: Topology;
  readonly layout: Layout;
  /** The container of each node. */
  readonly holders: ReadonlyMap<string, TopologyNode>;
  readonly openness: Openness;
  /** The path that the URL asks for. */
  readonly path: PathOnMap | null;
  readonly arrangeAnew: () => void;
}

/** The layout; what it decided is kept once all is read, so that later changes move as little as they can. */
function useLayout(
  topology: Topology,
  openness: Openness,
  subject: string,
  complete: boolean,
): { layout: Layout; arrangeAnew: () => void } {
  const before = useRef<{ subject: string; openness: Openness; memory: Memory } | null>(null);
  const [turn, setTurn] = useState(0);
  const { roots } = topology;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is asked for by a person, and forgets what was
  const done = useMemo(() => {
    const last = before.current;
    const memory = last?.subject !== subject ? nothingRemembered : last.openness === openness ? last.memory : withoutSizes(last.memory);
    return layout(roots, openness.isOpen, memory);
  }, [roots, openness, subject, turn]);
  useEffect(() => {
    if (complete) before.current = { subject, openness, memory: done.memory };
  }, [complete, subject, openness, done]);
  const arrangeAnew = (): void => {
    before.current = null;
    setTurn(turn + 1);
  };
  return { layout: done, arrangeAnew };
}

export function useTopology(urlState: MapUrlState): TopologyState {
  const { subject, path: asked } = urlState.state;
  const network = useNetwork(kinds);
  const info = useConsole();
  const { account } = useScope();
  const { model, known } = network;
  const whole = useMemo(() => {
    const owners = (info?.accounts ?? []).map(({ id, uin }) => uin ?? id);
    const places = owners.flatMap((owner) => Object.keys(regions).map((region) => scopeOf({ account: owner, region })));
    return buildTopology(model, known, { grouped: true, places });
  }, [model, known, info]);
  const key = JSON.stringify([subject, subject.kind === 'account' ? account : null, asked?.through]);
  const topology = useMemo((): Topology => {
    const wanted = (JSON.parse(key) as [MapSubject])[0];
    if (wanted.kind === 'vpc') return ofVpc(whole, wanted.vpc);
    if (wanted.kind === 'near') return withinHops(whole, wanted.from, wanted.hops);
    return wanted.kind === 'accounts' ? whole : ofOwners(whole, ({ site }) => site?.account === account);
  }, [whole, key, account]);
  const holders = useMemo(
    () => new Map([...walk(topology.roots)].flatMap(([node, parent]) => (parent ? [[node.key, parent] as const] : []))),
    [topology],
  );
  const path = useMemo(() => (asked ? pathOnMap(topology, holders, asked) : null), [asked, topology, holders]);
  const openness = useOpenness(urlState, path);
  return { network, topology, whole, holders, openness, path, ...useLayout(topology, openness, key, network.complete) };
}
