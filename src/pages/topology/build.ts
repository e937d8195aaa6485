/** From the network as it was read to the boxes of the map. Pure. */
import { cidrOrNull, parseAddress } from '../../../catalogue/address.ts';
import type { ModelInterface, ModelSubnet, ModelVpc, NetworkModel } from '../../../network/model/model.ts';
import type { ResourceFacts } from '../../network-model/assemble.ts';
import { connectionState, gatewayState, peeringState } from './carries.ts';
import { edgesOf, tileKey } from './edges.ts';
import type { NodeState, Topology, TopologyNode } from './node.ts';

type KnownThings = ReadonlyMap<string, ResourceFacts>;

interface Extra {
  readonly detail?: string;
  readonly state?: NodeState;
  readonly children?: readonly TopologyNode[];
  readonly terms?: readonly string[];
  readonly groups?: readonly string[];
}

/** Rows by what they belong to; made once for a network. */
interface Shelves {
  readonly model: NetworkModel;
  readonly known: KnownThings;
  readonly subnets: ReadonlyMap<string, readonly ModelSubnet[]>;
  readonly interfaces: ReadonlyMap<string, readonly ModelInterface[]>;
  /** Public addresses of interfaces and instances by their EIPs. */
  readonly publicly: ReadonlyMap<string, readonly string[]>;
}

function nodeOf(shelves: Shelves, kind: TopologyNode['kind'], id: string, row: { readonly name?: string }, extra: Extra): TopologyNode {
  const known = shelves.known.get(id);
  // Written out: thousands of these are made at once.
  return {
    key: `${kind}:${id}`,
    kind,
    id,
    name: row.name ?? known?.name ?? '',
    detail: extra.detail ?? '',
    site: known?.site ?? null,
    state: known?.pending ? 'pending' : (extra.state ?? 'good'),
    children: extra.children ?? none,
    terms: extra.terms ?? none,
    groups: extra.groups ?? none,
  };
}

const none: readonly never[] = [];

function byBlock(a: { cidr: string; id: string }, b: { cidr: string; id: string }): number {
  const [one, other] = [cidrOrNull(a.cidr), cidrOrNull(b.cidr)];
  return (one?.base ?? 0) - (other?.base ?? 0) || (one?.prefix ?? 0) - (other?.prefix ?? 0) || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);
/** The primary IPv4 address; of an interface without one, the first IPv6 one. */
const addressOf = (one: ModelInterface): string =>
  (one.addresses.find(({ primary }) => primary) ?? one.addresses[0] ?? one.ipv6Addresses?.[0])?.address ?? '';

/** Things under what they belong to, in the order given. */
function shelved<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = found.get(key);
    if (own) own.push(row);
    else found.set(key, [row]);
  }
  return found;
}

function interfaceNode(shelves: Shelves, one: ModelInterface): TopologyNode {
  const own = [...one.addresses, ...(one.ipv6Addresses ?? [])].flatMap(({ address, publicAddress }) =>
    publicAddress ? [address, publicAddress] : [address],
  );
  const bound = [...(shelves.publicly.get(one.id) ?? []), ...(one.instance ? (shelves.publicly.get(one.instance) ?? []) : [])];
  const outside = [...new Set([...one.addresses.flatMap(({ publicAddress }) => publicAddress ?? []), ...bound])];
  return nodeOf(shelves, 'interface', one.id, one, {
    detail: [addressOf(one), ...outside].join(' · '),
    terms: [...own, ...bound, ...(one.instance ? [one.instance] : []), ...(one.securityGroups ?? [])],
    groups: one.securityGroups ?? [],
  });
}

/** Interfaces of a subnet; those of the same security groups stand together as soon as there are two. */
function interfaceNodes(shelves: Shelves, subnet: ModelSubnet, grouped: boolean): TopologyNode[] {
  const rows = shelves.interfaces.get(subnet.id) ?? [];
  const sorted = rows
    .map((one) => ({ one, value: parseAddress(addressOf(one)) ?? 0 }))
    .sort((a, b) => a.value - b.value || byId(a.one, b.one))
    .map(({ one }) => one);
  if (!grouped) return sorted.map((one) => interfaceNode(shelves, one));
  const sets = shelved(sorted, (one) => (one.securityGroups ?? []).join('+'));
  return [...sets].map(([key, members]) => {
    const [first] = members;
    const slot = `interfaces:${subnet.id}/${key}`;
    if (members.length === 1 && first) return { ...interfaceNode(shelves, first), slot };
    const children = members.map((one) => interfaceNode(shelves, one));
    const groups = first?.securityGroups ?? [];
    return {
      key: slot,
      kind: 'interfaces',
      id: subnet.id,
      name: '',
      detail: groups.map((id) => shelves.known.get(id)?.name || id).join(', '),
      site: children[0]?.site ?? null,
      state: children.some(({ state }) => state === 'pending') ? 'pending' : 'good',
      children,
      terms: groups,
      groups,
    } satisfies TopologyNode;
  });
}

function gatewayNodes(shelves: Shelves, vpc: ModelVpc): TopologyNode[] {
  const { model } = shelves;
  const here = <T extends { readonly vpc: string; readonly id: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.vpc === vpc.id).sort(byId);
  const peerOf = (ends: readonly [string, string]): string => (ends[0] === vpc.id ? ends[1] : ends[0]);
  return [
    ...here(model.natGateways).map((row) =>
      nodeOf(shelves, 'nat-gateway', row.id, row, { detail: row.eips.join(', '), state: gatewayState(model, row), terms: row.eips }),
    ),
    ...here(model.vpnGateways).map((row) => nodeOf(shelves, 'vpn-gateway', row.id, row, { state: gatewayState(model, row) })),
    ...here(model.directConnectGateways).map((row) =>
      nodeOf(shelves, 'direct-connect-gateway', row.id, row, { state: gatewayState(model, row) }),
    ),
    ...model.peerings
      .filter(({ vpcs }) => vpcs.includes(vpc.id))
      .sort(byId)
      .map((row) => {
        const peer = peerOf(row.vpcs);
        const detail = model.vpcs.find(({ id }) => id === peer)?.name ?? peer;
        const node = nodeOf(shelves, 'peering', row.id, row, { detail, state: peeringState(model, row), terms: [peer] });
        return { ...node, key: tileKey(row.id, vpc.id) };
      }),
  ];
}

const box = (
  kind: 'gateways' | 'outside' | 'zone',
  key: string,
  id: string,
  site: TopologyNode['site'],
  children: readonly TopologyNode[],
) =>
  children.length === 0
    ? []
    : [{ key: `${kind}:${key}`, kind, id, name: '', detail: '', site, state: 'good', children, terms: [] } satisfies TopologyNode];

function vpcNode(shelves: Shelves, vpc: ModelVpc, grouped: boolean): TopologyNode {
  const site = shelves.known.get(vpc.id)?.site ?? null;
  const zones = shelved([...(shelves.subnets.get(vpc.id) ?? [])].sort(byBlock), ({ zone }) => zone ?? '');
  const children = [...zones]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([zone, subnets]) => {
      const inside = subnets.map((subnet) =>
        nodeOf(shelves, 'subnet', subnet.id, subnet, {
          detail: subnet.cidr,
          children: interfaceNodes(shelves, subnet, grouped),
          terms: [subnet.cidr, ...(subnet.routeTable ? [subnet.routeTable] : []), ...(subnet.networkAcl ? [subnet.networkAcl] : [])],
        }),
      );
      return box('zone', `${vpc.id}/${zone}`, zone, site, inside);
    });
  return nodeOf(shelves, 'vpc', vpc.id, vpc, {
    detail: [vpc.cidr, ...(vpc.secondaryCidrs ?? []), ...(vpc.ipv6Cidrs ?? [])].join(', '),
    children: [...box('gateways', vpc.id, '', site, gatewayNodes(shelves, vpc)), ...children],
    terms: [vpc.cidr, ...(vpc.secondaryCidrs ?? []), ...(vpc.ipv6Cidrs ?? [])],
  });
}

/** What a region's gateways lead to: the internet, the remote ends of tunnels, data centres. */
function outsideNodes(shelves: Shelves, place: string, ids: ReadonlySet<string>): TopologyNode[] {
  const { model } = shelves;
  const plain = (kind: 'internet' | 'data-centre'): TopologyNode => ({
    ...nodeOf(shelves, kind, '', {}, {}),
    key: `${kind}:${place}`,
    site: shelves.known.get([...ids][0] ?? '')?.site ?? null,
  });
  const gateways = new Set(model.vpnGateways.flatMap(({ id, vpc }) => (ids.has(vpc) ? [id] : [])));
  const connections = model.vpnConnections.filter(({ gateway }) => gateways.has(gateway)).sort(byId);
  return [
    ...(model.natGateways.some(({ vpc }) => ids.has(vpc)) ? [plain('internet')] : []),
    ...connections.map((row) => {
      const remote = [...new Set(row.spds.flatMap((spd) => spd.remote))];
      return nodeOf(shelves, 'vpn-connection', row.id, row, {
        detail: remote.join(', '),
        state: connectionState(model, row),
        terms: remote,
      });
    }),
    ...(model.directConnectGateways.some(({ vpc }) => ids.has(vpc)) ? [plain('data-centre')] : []),
  ];
}

function publicAddresses({ eips }: NetworkModel): Map<string, string[]> {
  const pairs = eips.flatMap(({ address, boundTo }) => {
    const to = boundTo && ('interface' in boundTo ? boundTo.interface : 'instance' in boundTo ? boundTo.instance : null);
    return to ? [{ to, address }] : [];
  });
  return new Map([...shelved(pairs, ({ to }) => to)].map(([to, found]) => [to, found.map(({ address }) => address)]));
}

interface BuildOptions {
  /** Interfaces of the same subnet and security groups as one. */
  readonly grouped: boolean;
  /** Owner and region in the order in which regions stand, as `placeOf` writes them. */
  readonly places: readonly string[];
}

export const scopeOf = ({ account, region }: { readonly account: string; readonly region: string }): string => `${account}/${region}`;

/** The whole network as boxes within boxes and the lines between them. The order of rows does not matter. */
export function buildTopology(model: NetworkModel, known: KnownThings, { grouped, places }: BuildOptions): Topology {
  const shelves: Shelves = {
    model,
    known,
    subnets: shelved(model.subnets, ({ vpc }) => vpc),
    interfaces: shelved(model.interfaces, ({ subnet }) => subnet),
    publicly: publicAddresses(model),
  };
  const rank = new Map(places.map((place, at) => [place, at]));
  const regions = [...shelved([...model.vpcs].sort(byBlock), scopeOf)].sort(
    ([a], [b]) => (rank.get(a) ?? places.length) - (rank.get(b) ?? places.length) || compare(a, b),
  );
  const roots = regions.map(([place, vpcs]): TopologyNode => {
    const [first] = vpcs;
    const site = shelves.known.get(first?.id ?? '')?.site ?? null;
    const outside = outsideNodes(shelves, place, new Set(vpcs.map(({ id }) => id)));
    return {
      key: `region:${place}`,
      kind: 'region',
      id: first?.region ?? '',
      name: '',
      detail: first?.account ?? '',
      site,
      state: 'good',
      children: [...box('outside', place, '', site, outside), ...vpcs.map((vpc) => vpcNode(shelves, vpc, grouped))],
      terms: [first?.region ?? ''],
    };
  });
  return { roots, edges: edgesOf(model) };
}
