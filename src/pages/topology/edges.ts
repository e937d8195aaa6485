/** The lines of the map: routes from subnets to their next hops, and what joins gateways to what is beyond. Pure. */
import type { ModelRouteTable, NetworkModel } from '../../../network/model/model.ts';
import { type EffectiveRoute, effectiveRoutesOfTable } from '../../../network/routes/routes.ts';
import { connectionState, gatewayState, peeringState } from './carries.ts';
import type { EdgeKind, NodeState, TopologyEdge } from './node.ts';

/** A peering stands in both its VPCs, so its key tells which. */
export const tileKey = (peering: string, vpc: string): string => `peering:${peering}@${vpc}`;

const edge = (kind: EdgeKind, from: string, to: string, state: NodeState, label = ''): TopologyEdge => ({
  key: `${kind}:${from}>${to}`,
  kind,
  from,
  to,
  state,
  label,
});

interface NextHops {
  /** "vpc address" and instance → interface. */
  readonly interfaces: ReadonlyMap<string, string>;
}

function nextHops(model: NetworkModel): NextHops {
  const interfaces = new Map<string, string>();
  // Only routes to instances need them, and most networks have none.
  if (!model.routeTables.some(({ routes }) => routes.some(({ type }) => type === 'NORMAL_CVM' || type === 'CVM'))) return { interfaces };
  for (const one of model.interfaces) {
    if (one.instance && one.primary !== false) interfaces.set(one.instance, one.id);
    for (const { address } of one.addresses) interfaces.set(`${one.vpc} ${address}`, one.id);
  }
  return { interfaces };
}

/** The node that a route leads to; null where the map has none. */
function targetOf(route: EffectiveRoute, vpc: string, hops: NextHops): string | null {
  switch (route.type) {
    case 'NAT':
      return `nat-gateway:${route.gateway}`;
    case 'VPN':
      return `vpn-gateway:${route.gateway}`;
    case 'DIRECTCONNECT':
      return `direct-connect-gateway:${route.gateway}`;
    case 'PEERCONNECTION':
      return tileKey(route.gateway, vpc);
    case 'NORMAL_CVM':
    case 'CVM': {
      const id = hops.interfaces.get(`${vpc} ${route.gateway}`) ?? hops.interfaces.get(route.gateway);
      return id === undefined ? null : `interface:${id}`;
    }
    default:
      return null;
  }
}

interface Exit {
  readonly target: string;
  readonly label: string;
  readonly state: NodeState;
}

/** Where a table's routes lead, one for each next hop; none while the network cannot be reasoned about. */
function exitsOf(model: NetworkModel, { id, vpc }: ModelRouteTable, hops: NextHops): Exit[] {
  let routes: readonly EffectiveRoute[];
  try {
    routes = effectiveRoutesOfTable(model, id);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
  const exits = new Map<string, { destinations: string[]; live: boolean }>();
  for (const route of routes) {
    const target = route.origin === 'custom' ? targetOf(route, vpc, hops) : null;
    if (target === null) continue;
    const exit = exits.get(target) ?? { destinations: [], live: false };
    exit.destinations.push(route.destination);
    exit.live ||= route.status !== 'dead';
    exits.set(target, exit);
  }
  return [...exits].map(([target, { destinations, live }]) => ({
    target,
    label: destinations.join(', '),
    state: live ? 'good' : 'down',
  }));
}

function routeEdges(model: NetworkModel): TopologyEdge[] {
  const hops = nextHops(model);
  const exits = new Map(model.routeTables.map((table) => [table.id, exitsOf(model, table, hops)]));
  const main = new Map(model.routeTables.flatMap(({ id, vpc, main: isMain }) => (isMain ? [[vpc, id] as const] : [])));
  return model.subnets.flatMap(({ id, vpc, routeTable }) =>
    (exits.get(routeTable ?? main.get(vpc) ?? '') ?? []).map(({ target, label, state }) =>
      edge('route', `subnet:${id}`, target, state, label),
    ),
  );
}

/** All lines of a network. Those whose ends the map does not have are left out by whoever draws. */
export function edgesOf(model: NetworkModel): TopologyEdge[] {
  const places = new Map(model.vpcs.map(({ id, account, region }) => [id, `${account}/${region}`]));
  return [
    ...model.peerings.map((row) => {
      const [a, b] = row.vpcs;
      return edge('peering', tileKey(row.id, a), tileKey(row.id, b), peeringState(model, row));
    }),
    ...model.natGateways.map((row) =>
      edge('nat', `nat-gateway:${row.id}`, `internet:${places.get(row.vpc)}`, row.eips.length === 0 ? 'down' : gatewayState(model, row)),
    ),
    ...model.vpnConnections.map((row) =>
      edge('vpn', `vpn-gateway:${row.gateway}`, `vpn-connection:${row.id}`, connectionState(model, row)),
    ),
    ...model.directConnectGateways.map((row) =>
      edge('direct-connect', `direct-connect-gateway:${row.id}`, `data-centre:${places.get(row.vpc)}`, gatewayState(model, row)),
    ),
    ...routeEdges(model),
  ];
}
