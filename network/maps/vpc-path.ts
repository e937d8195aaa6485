/** The way of a packet on the map of a VPC: the things it comes to, there and back, and where it ends. */
import { parseIp } from '../addresses/ip.ts';
import { indexOf, type ModelIndex, rowOf, subnetAt } from '../model/look-up.ts';
import type { NetworkModel } from '../model/model.ts';
import type { Hop, PathCase } from '../paths/path.ts';
import { type MapHop, placesBehind } from './map-hop.ts';
import type { VpcMap } from './vpc-map.ts';
import { subnetKey, tableKey } from './vpc-tables.ts';

/** Where a stop is that the map has nothing for. */
type OffMapStop = { readonly kind: 'internet' | 'not-known' } | { readonly kind: 'vpc' | 'ccn'; readonly id: string };

export interface PathStop {
  /** Counted on from the way there to the way back, from 1. */
  readonly n: number;
  readonly way: 'forward' | 'return';
  /** The thing of the map; null: it is not on this map. */
  readonly key: string | null;
  readonly elsewhere: OffMapStop | null;
  /** What is decided there, in order; none where it only sets out. */
  readonly hops: readonly Hop[];
  readonly result: Hop['result'];
}

export interface VpcPath {
  /** As far as the packet comes, and then its answer. */
  readonly stops: readonly PathStop[];
  /** Other VPCs that it comes to, in order. */
  readonly others: readonly string[];
  /** Nothing of it is in this VPC. */
  readonly absent: boolean;
}

type Walk = Pick<PathCase, 'from' | 'to' | 'forward' | 'return'>;

/** One place of a way, before what follows there is put together. */
interface PassedStop {
  readonly key: string | null;
  readonly elsewhere: OffMapStop | null;
  /** Null: it is only passed. */
  readonly hop: Hop | null;
}

interface Ground {
  readonly index: ModelIndex;
  readonly map: VpcMap;
  /** The subnets of this VPC that the packet sets out from and goes to. */
  readonly ends: { readonly from: string | null; readonly to: string | null };
}

function subnetOfEnd(index: ModelIndex, vpc: string, end: Walk['from']): string | null {
  const one = end.interface === null ? null : rowOf(index, 'interfaces', end.interface).row;
  if (one) return one.vpc === vpc ? one.subnet : null;
  const address = parseIp(end.address);
  return address === null ? null : (subnetAt(index, vpc, address).row?.id ?? null);
}

const here = (key: string): Omit<PassedStop, 'hop'> => ({ key, elsewhere: null });
const there = (elsewhere: OffMapStop): Omit<PassedStop, 'hop'> => ({ key: null, elsewhere });

/** Behind which of the map's hops a VPC stands, where the packet comes by one of them. */
const behind = ({ map }: Ground, hops: readonly Hop[], vpc: string): string | undefined =>
  map.hops
    .filter(({ id }) => hops.some((hop) => hop.id === id))
    .flatMap(({ beyond }) => beyond)
    .find((one) => (one.members ?? [one]).some(({ kind, id }) => kind === 'vpc' && id === vpc))?.key;

const hopOn = ({ map }: Ground, id: string | null): MapHop | undefined =>
  map.hops.find((hop) => hop.id === id || placesBehind(hop).some((beyond) => beyond.id === id));

/** A gateway, and what is behind it where the packet goes on out of sight. */
function atGateway(ground: Ground, hop: Hop): Omit<PassedStop, 'hop'>[] {
  const found = hopOn(ground, hop.id);
  if (!found) return [];
  const beyond =
    found.beyond.find((one) => (one.members ?? [one]).some(({ id }) => id === hop.id)) ??
    (hop.reason?.code === 'beyond' ? found.beyond[0] : undefined);
  return [here(found.key), ...(beyond ? [here(beyond.key)] : [])];
}

/** The internet stands behind the NAT gateway that the packet passes before or after it. */
function atInternet(ground: Ground, hops: readonly Hop[], at: number): Omit<PassedStop, 'hop'> {
  const gate = [hops[at - 1], hops[at + 1]].find((hop) => hop?.step === 'nat-gateway' || hop?.step === 'gateway');
  const beyond = hopOn(ground, gate?.id ?? null)?.beyond.find(({ kind }) => kind === 'internet');
  return beyond ? here(beyond.key) : there({ kind: 'internet' });
}

/** Another VPC: behind one of the map's hops, or not on the map. */
function farPlace(ground: Ground, hops: readonly Hop[], vpc: string): Omit<PassedStop, 'hop'> {
  const key = behind(ground, hops, vpc);
  return key ? here(key) : there({ kind: 'vpc', id: vpc });
}

/** A peering or a CCN, and the other VPC where it leads out of this one. */
function atCrossing(ground: Ground, hops: readonly Hop[], { step, id, vpc, result }: Hop): Omit<PassedStop, 'hop'>[] {
  const found = hopOn(ground, id);
  const own = found ? [here(found.key)] : step === 'ccn' && id !== null ? [there({ kind: 'ccn', id })] : [];
  return result === 'pass' && vpc !== null && vpc !== ground.map.id ? [...own, farPlace(ground, hops, vpc)] : own;
}

/** Where one hop is; `subnet` is the one of this VPC that the packet is in or comes to. */
function placesOf(ground: Ground, hops: readonly Hop[], at: number, subnet: string | null): Omit<PassedStop, 'hop'>[] {
  const { map } = ground;
  const hop = hops[at];
  if (!hop) return [];
  const inside = subnet === null ? [] : [here(subnetKey(subnet))];
  switch (hop.step) {
    case 'peering':
    case 'ccn':
      return atCrossing(ground, hops, hop);
    case 'gateway':
    case 'nat-gateway':
      if (hop.vpc === map.id) return atGateway(ground, hop);
      break;
    case 'internet':
      return [atInternet(ground, hops, at)];
    case 'route':
      if (hop.vpc === map.id) return map.tables.some(({ id }) => id === hop.id) ? [here(tableKey(hop.id ?? ''))] : inside;
      break;
    default:
      if (hop.vpc === map.id) return inside;
  }
  return hop.vpc === null ? [] : [farPlace(ground, hops, hop.vpc)];
}

const samePlace = (a: PassedStop, b: PassedStop): boolean => a.key === b.key && JSON.stringify(a.elsewhere) === JSON.stringify(b.elsewhere);

const leaving: ReadonlySet<Hop['step']> = new Set(['route', 'peering', 'ccn', 'gateway', 'nat-gateway', 'eip', 'internet']);

/** The places of one way, as far as the packet comes. */
function wayOf(ground: Ground, hops: readonly Hop[], way: PathStop['way']): PassedStop[] {
  const { from, to } = way === 'forward' ? ground.ends : { from: ground.ends.to, to: ground.ends.from };
  const end = hops.findIndex(({ result }) => result === 'block');
  const walked = end < 0 ? hops : hops.slice(0, end + 1);
  const outset = (walked[0]?.step ?? 'interface') !== 'interface';
  const first: PassedStop[] = [];
  // Who sends is told by no hop where it is not asked: the internet, and who answers.
  if (outset && way === 'return' && from !== null) first.push({ ...here(subnetKey(from)), hop: null });
  if (outset && way === 'forward' && from === null && walked[0]?.step !== 'internet') {
    const beyond = hopOn(ground, walked[0]?.id ?? null)?.beyond.find(({ kind }) => kind === 'internet');
    first.push({ ...(beyond ? here(beyond.key) : there({ kind: 'internet' })), hop: null });
  }
  let left = first.length > 0 && way === 'forward';
  const places = walked.flatMap((hop, at): PassedStop[] => {
    // A public address is one of whoever sends, or of whom the packet comes to.
    const subnet = left ? to : from;
    if (leaving.has(hop.step) && (hop.step !== 'eip' || at > 0)) left = true;
    // What decides stands with the first of its places.
    const found = placesOf(ground, walked, at, subnet);
    return (found.length > 0 ? found : [there({ kind: hop.step === 'eip' ? 'internet' : 'not-known' })]).map((place, index) => ({
      ...place,
      hop: index === 0 ? hop : null,
    }));
  });
  // The answer is not asked where it arrives, unless an ACL stands there.
  const last = walked.at(-1);
  const home = way === 'return' && to !== null && end < 0 && last?.result === 'pass';
  return [...first, ...places, ...(home ? [{ ...here(subnetKey(to)), hop: null }] : [])];
}

const worst: readonly Hop['result'][] = ['block', 'unknown', 'partly', 'pass'];

/** Numbers the places; what follows at one place is one stop. */
function stopsOf(places: readonly PassedStop[], way: PathStop['way'], before: number): PathStop[] {
  const runs: PassedStop[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first && samePlace(first, place)) run.push(place);
    else runs.push([place]);
  }
  return runs.flatMap((run, at): PathStop[] => {
    const [first] = run;
    if (!first) return [];
    const hops = [...new Set(run.flatMap(({ hop }) => hop ?? []))];
    const result = worst.find((one) => hops.some((hop) => hop.result === one)) ?? 'pass';
    return [{ n: before + at + 1, way, key: first.key, elsewhere: first.elsewhere, hops, result }];
  });
}

/** The way of a packet and of its answer on the map of one VPC. A packet that is stopped has no answer. */
export function pathOnVpcMap(model: NetworkModel, map: VpcMap, walk: Walk): VpcPath {
  const index = indexOf(model);
  const ends = { from: subnetOfEnd(index, map.id, walk.from), to: subnetOfEnd(index, map.id, walk.to) };
  const ground = { index, map, ends };
  const go = stopsOf(wayOf(ground, walk.forward, 'forward'), 'forward', 0);
  const stopped = walk.forward.some(({ result }) => result === 'block');
  const back = stopped ? [] : stopsOf(wayOf(ground, walk.return, 'return'), 'return', go.length);
  const stops = [...go, ...back];
  const vpcs = [...walk.forward, ...walk.return].flatMap(({ vpc }) => (vpc === null || vpc === map.id ? [] : [vpc]));
  const absent = ![...walk.forward, ...walk.return].some(({ vpc }) => vpc === map.id);
  return { stops, others: [...new Set(vpcs)], absent };
}
