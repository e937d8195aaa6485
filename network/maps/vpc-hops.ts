/** The next hops of a VPC's map, and what stands behind each. */

import { includesIps, parseIp, parseIpBlock } from '../addresses/ip.ts';
import {
  absence,
  allOf,
  attachmentsOf,
  blocksOf,
  cidrsOf,
  connectionsOf,
  holderAt,
  indexOf,
  interfacesOfInstance,
  type ModelIndex,
  natGatewaysOf,
  peeringsOf,
  portsOfNat,
  rowOf,
  sourcesOfNat,
  subnetAt,
} from '../model/look-up.ts';
import type { GatewayState, ModelPeering, ModelVpnConnection, NetworkModel, PeeringState } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { gatewayLeads } from '../routes/leads.ts';
import { type PeeringFact, peeringFact } from '../routes/peerings.ts';
import { doubtOfTunnel, peerOf } from '../routes/route-health.ts';
import { notStopped, stopOfAll } from '../routes/stopped-addresses.ts';
import { ccnHop } from './ccn-hop.ts';
import { bare, foldedParts, type HopIdentity, kindOf, notKnownBeyond } from './hop-parts.ts';
import type { HopFinding, LeavingSource, MapBeyond, MapHop, PublishedPort, WayState } from './map-hop.ts';
import { byBlock, byText } from './order.ts';
import { hopKey, type MapTable, publicAddressesOf } from './vpc-tables.ts';

const asked: Readonly<Partial<Record<PeeringState, WayState>>> = { pending: 'asked', expired: 'expired' };

/** What keeps an active peering from carrying everything both ways, seen from one VPC. */
function troubleOf(fact: PeeringFact, vpc: string, isSame: boolean): HopFinding | null {
  const of = (side: boolean): string[] =>
    fact.missing
      .filter((one) => (one.vpc === vpc) === side)
      .map(({ routeTable }) => routeTable)
      .sort(byText);
  if (fact.carries === 'both') return null;
  if (fact.carries === 'nothing') return { code: isSame ? 'same-addresses' : 'no-routes' };
  if (fact.carries === 'unknown') return { code: 'not-known', reason: fact.unsure[0] ?? null };
  const own = fact.a === vpc ? fact.routes.a : fact.routes.b;
  const [here, there] = [of(true), of(false)];
  // One side without any route stops everything; else what the other side lacks is seen less easily.
  if (fact.carries === 'one-way') return own === 0 ? { code: 'no-way-there', tables: here } : { code: 'no-way-back', tables: there };
  return there.length > 0 ? { code: 'no-way-back', tables: there } : { code: 'no-way-there', tables: here };
}

/** Every address of a VPC is one of the other's too. */
function isWithin(index: ModelIndex, vpc: string, other: string): boolean {
  const [own, theirs] = [blocksOf(index, vpc).row ?? [], blocksOf(index, other).row ?? []];
  return own.length > 0 && own.every((block) => theirs.some((one) => includesIps(one, block)));
}

const wayOf = (trouble: HopFinding | null): WayState =>
  trouble === null ? 'good' : trouble.code === 'not-known' ? 'unknown' : trouble.code === 'same-addresses' ? 'overlap' : 'missing';

function passesOf(fact: PeeringFact, vpc: string): MapBeyond['passes'] {
  const [own, other] = fact.a === vpc ? [fact.routes.a, fact.routes.b] : [fact.routes.b, fact.routes.a];
  return own > 0 ? (other > 0 ? 'both' : 'out') : other > 0 ? 'in' : 'none';
}

/** Behind a peering: the other VPC, and whether it carries. */
function beyondPeering(model: NetworkModel, vpc: string, peering: ModelPeering): MapBeyond {
  const index = indexOf(model);
  const id = peerOf(peering, vpc) ?? peering.vpcs[0];
  const { row, missing } = rowOf(index, 'vpcs', id);
  const far = row ? { region: row.region, account: row.account } : {};
  const base = { key: `beyond:${peering.id}`, kind: 'vpc' as const, id, name: row?.name ?? '', blocks: cidrsOf(index, id), ...far };
  const { state } = peering;
  if (state === 'unknown')
    return {
      ...base,
      state: 'unknown',
      passes: 'unknown',
      trouble: { code: 'not-known', reason: { code: 'state-not-known', id: peering.id, told: peering.told ?? '' } },
    };
  if (state !== 'active') return { ...base, state: asked[state] ?? 'dead', passes: 'none', trouble: { code: 'state', state } };
  if (!row || !rowOf(index, 'vpcs', vpc).row)
    return { ...base, state: 'unknown', passes: 'unknown', trouble: { code: 'not-known', reason: absence({ missing }, 'vpcs', id) } };
  const fact = peeringFact(model, vpc, id);
  const trouble = troubleOf(fact, vpc, isWithin(index, id, vpc) || isWithin(index, vpc, id));
  const way = wayOf(trouble);
  return { ...base, state: way, passes: way === 'unknown' ? 'unknown' : passesOf(fact, vpc), trouble };
}

/** Behind a VPN gateway: the remote end of each of its connections. */
function beyondVpn(connection: ModelVpnConnection, gateway: GatewayState): MapBeyond {
  const blocks = [...new Set(connection.spds.flatMap(({ remote }) => remote))].sort(byBlock);
  const base = { key: `beyond:${connection.id}`, kind: 'remote' as const, id: connection.id, name: connection.name ?? '', blocks };
  if (gateway !== 'available' && gateway !== 'unknown')
    return { ...base, state: 'dead', passes: 'none', trouble: { code: 'state', state: gateway } };
  const doubt = doubtOfTunnel(connection);
  if (doubt) return { ...base, state: 'unknown', passes: 'unknown', trouble: { code: 'not-known', reason: doubt } };
  const works = connection.state === 'available' && connection.up === true;
  return works
    ? { ...base, state: 'good', passes: 'both', trouble: null }
    : { ...base, state: 'dead', passes: 'none', trouble: { code: 'tunnel-down' } };
}

const internetOf = (id: string, addresses: readonly string[] | null, fault: HopFinding | null): MapBeyond => ({
  key: `beyond:${id}`,
  kind: 'internet',
  id: '',
  name: '',
  blocks: [],
  addresses,
  state: fault === null ? 'good' : fault.code === 'not-known' ? 'unknown' : 'dead',
  trouble: fault,
  passes: fault === null ? 'out' : fault.code === 'not-known' ? 'unknown' : 'none',
});

/** What a gateway's own state has against it; null when it forwards. */
function faultOf(state: GatewayState, id: string, told: string | undefined): HopFinding | null {
  if (state === 'available') return null;
  return state === 'unknown' ? { code: 'not-known', reason: { code: 'state-not-known', id, told: told ?? '' } } : { code: 'state', state };
}

/** What stops all of the public addresses (texts) that something in the VPC sends by, or may. */
function stopFault(index: ModelIndex, vpc: string, id: string, addresses: readonly string[]): HopFinding | null {
  const reason = stopOfAll(
    index,
    vpc,
    id,
    addresses.flatMap((text) => parseIp(text) ?? []),
  );
  if (reason === null) return null;
  return reason.code === 'public-addresses-stopped' ? { code: 'addresses-stopped' } : { code: 'not-known', reason };
}

/** Addresses of the internet behind a gateway: those that nothing is known to stop; of one that is out of order, all of them. */
function internetBy(index: ModelIndex, vpc: string, id: string, addresses: readonly string[], fault: HopFinding | null): MapBeyond {
  const trouble = fault ?? stopFault(index, vpc, id, addresses);
  return internetOf(id, trouble?.code === 'addresses-stopped' ? addresses : notStopped(index, vpc, addresses), trouble);
}

const withPort = (address: string, port: number): string => (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);

/** Ports that a NAT gateway publishes, in an order of their own; null where they were not read. */
function publishedBy(index: ModelIndex, id: string, vpc: string): readonly PublishedPort[] | null {
  const { rows, more } = portsOfNat(index, id, vpc);
  if (more) return null;
  return [...rows]
    .sort((a, b) => byBlock(a.publicAddress, b.publicAddress) || a.publicPort - b.publicPort || byText(a.protocol, b.protocol))
    .map(({ protocol, publicAddress, publicPort, address, port }) => {
      const value = parseIp(address);
      const subnet = value === null ? null : subnetAt(index, vpc, value).row;
      return {
        outside: `${protocol} ${withPort(publicAddress, publicPort)}`,
        inside: withPort(address, port),
        subnet: subnet ? { id: subnet.id, name: subnet.name ?? '' } : null,
      };
    });
}

/** Who leaves by which addresses of a NAT gateway, by block; null where that was not read. */
function leavingBy(index: ModelIndex, id: string, vpc: string): readonly LeavingSource[] | null {
  const { rows, more } = sourcesOfNat(index, id, vpc);
  if (more) return null;
  return [...rows]
    .sort((a, b) => byBlock(a.block, b.block) || byText(a.id, b.id))
    .map(({ id: rule, subnet, block, publicAddresses }) => {
      const value = parseIpBlock(block)?.from ?? null;
      const row = subnet === null ? (value === null ? null : subnetAt(index, vpc, value).row) : rowOf(index, 'subnets', subnet, vpc).row;
      const held = row ? { id: row.id, name: row.name ?? '' } : null;
      return { id: rule, subnet: held, block, addresses: [...publicAddresses].sort(byBlock) };
    });
}

function natHop(index: ModelIndex, seen: HopIdentity, vpc: string): MapHop {
  const { row, missing } = rowOf(index, 'natGateways', seen.id, vpc);
  if (!row) return { ...bare(seen), beyond: [internetOf(seen.id, null, { code: 'not-known', reason: missing })] };
  const fault = faultOf(row.state, row.id, row.told) ?? (row.eips.length === 0 ? ({ code: 'no-address' } as const) : null);
  const addresses = [...row.eips].sort(byBlock);
  const published = publishedBy(index, row.id, vpc);
  const leaving = leavingBy(index, row.id, vpc);
  const internet = internetBy(index, vpc, row.id, addresses, fault);
  const lets = internet.passes === 'out' && published !== null && published.length > 0;
  return {
    ...bare(seen),
    name: row.name ?? '',
    addresses,
    published,
    leaving,
    beyond: [lets ? { ...internet, passes: 'both' } : internet],
  };
}

function vpnHop(index: ModelIndex, seen: HopIdentity, vpc: string): MapHop {
  const { row } = rowOf(index, 'vpnGateways', seen.id, vpc);
  const { rows, more } = connectionsOf(index, seen.id, vpc);
  const connections = [...rows].sort((a, b) => byText(a.name ?? '', b.name ?? '') || byText(a.id, b.id));
  const beyond = connections.map((one) => beyondVpn(one, row?.state ?? 'unknown'));
  return { ...bare(seen), name: row?.name ?? '', beyond: more ? [...beyond, notKnownBeyond(seen.id, more)] : beyond };
}

function instanceHop(index: ModelIndex, seen: HopIdentity, vpc: string): MapHop {
  const address = parseIp(seen.id);
  const { rows, more } = interfacesOfInstance(index, seen.id, vpc);
  const one = address === null ? rows[0] : holderAt(index, vpc, address).row?.interface;
  const subnet = one && rowOf(index, 'subnets', one.subnet, vpc).row;
  const addresses = address === null ? (one?.addresses.map((held) => held.address) ?? []) : [];
  const internet = more ? internetOf(seen.id, null, null) : internetBy(index, vpc, seen.id, publicAddressesOf(index, rows), null);
  const beyond = seen.type === 'CVM' ? [internet] : [];
  return { ...bare(seen), addresses: addresses.slice(0, 1), subnet: subnet ? { id: subnet.id, name: subnet.name ?? '' } : null, beyond };
}

/** Behind a direct-connect gateway stands what the routes through it lead to: the gateway itself tells no more. */
function directHop(index: ModelIndex, seen: HopIdentity, vpc: string, tables: readonly MapTable[]): MapHop {
  const { row, missing } = rowOf(index, 'directConnectGateways', seen.id, vpc);
  const routes = tables.flatMap((table) => table.routes).filter(({ gateway, fate }) => gateway === seen.id && fate !== 'unused');
  const blocks = [...new Set(routes.map(({ destination }) => destination))].sort(byBlock);
  const trouble: HopFinding | null = row ? null : { code: 'not-known', reason: missing };
  const beyond: MapBeyond = {
    ...{ key: `beyond:${seen.id}`, kind: 'data-centre', id: '', name: '', blocks, trouble },
    state: row ? 'good' : 'unknown',
    passes: row ? 'both' : 'unknown',
  };
  return { ...bare(seen), name: row?.name ?? '', beyond: [beyond] };
}

function hopOf(model: NetworkModel, vpc: string, seen: HopIdentity, tables: readonly MapTable[]): MapHop {
  const index = indexOf(model);
  switch (kindOf[seen.type]) {
    case 'nat':
      return natHop(index, seen, vpc);
    case 'vpn':
      return vpnHop(index, seen, vpc);
    case 'instance':
      return instanceHop(index, seen, vpc);
    case 'direct-connect':
      return directHop(index, seen, vpc, tables);
    case 'peering': {
      const { row, missing } = rowOf(index, 'peerings', seen.id, vpc);
      const beyond = row ? [beyondPeering(model, vpc, row)] : missing ? [notKnownBeyond(seen.id, missing)] : [];
      return { ...bare(seen), name: row?.name ?? '', beyond };
    }
    case 'ccn':
      return ccnHop(index, seen, vpc);
    case 'own':
      return ownHop(seen, tables);
    default:
      return bare(seen);
  }
}

/** Instances with public addresses of their own, in the subnets whose table says so, are on the internet by them. */
function ownHop(seen: HopIdentity, tables: readonly MapTable[]): MapHop {
  const key = hopKey(seen.type, seen.id);
  const subnets = tables.filter(({ routes }) => routes.some(({ hop }) => hop === key)).flatMap((table) => table.subnets);
  const told = subnets.every(({ publicAddresses }) => publicAddresses !== null);
  const addresses = [...new Set(subnets.flatMap(({ publicAddresses }) => publicAddresses ?? []))];
  return { ...bare(seen), beyond: [{ ...internetOf(key, told ? addresses : null, null), passes: 'both' }] };
}

/** What stands behind a hop that no route leads to carries nothing; where routes were not read that is not known. */
function asLed(model: NetworkModel, vpc: string, hop: MapHop, tables: readonly MapTable[]): MapHop {
  const leading = tables.flatMap(({ routes }) => routes.filter((route) => route.hop === hop.key));
  // Where no route surely lives, nothing surely passes.
  const doubt = leading.every(({ fate }) => fate === 'unknown') ? leading[0] : undefined;
  if (doubt) return { ...hop, beyond: hop.beyond.map((one) => (one.state === 'good' ? unled(one, 'unknown', doubt.reason) : one)) };
  if (leading.length > 0) return { ...hop, beyond: eachAsLed(model, vpc, hop) };
  const { leads } = gatewayLeads(model, vpc, hop.id);
  const led = leads === 'led' ? 'unknown' : leads;
  return { ...hop, led, beyond: hop.beyond.map((one) => (one.state === 'good' ? unled(one, led) : one)) };
}

const unled = (one: MapBeyond, led: 'lost' | 'nothing' | 'unknown', reason: Reason | null = null): MapBeyond =>
  led === 'unknown'
    ? { ...one, state: 'unknown', passes: 'unknown', trouble: { code: 'not-known', reason } }
    : { ...one, state: 'missing', passes: 'none', trouble: { code: led === 'lost' ? 'led-by-dead' : 'not-led' } };

/** Of several sites behind a VPN gateway, those that routes lead to carry something. */
function eachAsLed(model: NetworkModel, vpc: string, { kind, id, beyond }: MapHop): readonly MapBeyond[] {
  if (kind !== 'vpn') return beyond;
  return beyond.map((one) => {
    if (one.state !== 'good' || one.blocks.length === 0) return one;
    const { leads } = gatewayLeads(model, vpc, id, one.blocks);
    return leads === 'led' ? one : unled(one, leads);
  });
}

/** The hops that routes lead to, and the gateways of the VPC that no route names. */
export function hopsOf(model: NetworkModel, vpc: string, tables: readonly MapTable[]): MapHop[] {
  const index = indexOf(model);
  const own = <K extends 'vpnGateways' | 'directConnectGateways'>(kind: K): string[] =>
    allOf(index, kind)
      .rows.filter((row) => row.vpc === vpc)
      .map(({ id }) => id);
  const seen = new Map<string, HopIdentity>();
  // Of the two types of routes into a CCN, the one that people can write.
  const add = (type: string, id: string): void => void seen.set(hopKey(type, id), { type: type === 'CCN' ? 'USER_CCN' : type, id });
  for (const table of tables) for (const route of table.routes) if (route.hop !== null) add(route.type, route.gateway);
  for (const { id } of natGatewaysOf(index, vpc).rows) add('NAT', id);
  for (const { id } of peeringsOf(index, vpc).rows) add('PEERCONNECTION', id);
  for (const { ccn } of attachmentsOf(index, vpc).rows) add('CCN', ccn);
  for (const id of own('directConnectGateways')) add('DIRECTCONNECT', id);
  for (const id of own('vpnGateways')) add('VPN', id);
  return [...seen.values()]
    .map((one) => asLed(model, vpc, hopOf(model, vpc, one, tables), tables))
    .map((hop) => ({ ...hop, beyond: foldedParts(hop) }))
    .sort((a, b) => byText(a.key, b.key));
}
