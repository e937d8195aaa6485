/** A path that reachability has found, on the map of the estate: the VPCs and connections that it leads through. Pure. */
import type { Estate } from '../../../network/maps/estate.ts';
import { shownFor } from '../../../network/maps/estate-filter.ts';
import type { EstateView } from '../../../network/maps/estate-groups.ts';
import type { EstatePath, PathLeg } from '../../../network/maps/estate-path.ts';
import type { WayState } from '../../../network/maps/map-hop.ts';
import type { PathStop } from '../../../network/maps/vpc-path.ts';
import type { NetworkModel } from '../../../network/model/model.ts';
import type { AskedPath } from './use-estate-url.ts';

export interface PathOnMap extends EstatePath {
  /** Keys of the map that the path leads through, in its order; each once after another. */
  readonly keys: readonly string[];
  /** Ids and addresses that the map does not have. */
  readonly missing: readonly string[];
  /** What the packet comes to last; null: nothing of the map. */
  readonly last: string | null;
  /** Where its answer is lost; null: nowhere. */
  readonly lostAt: string | null;
  readonly result: 'arrives' | 'ends' | 'not-known';
}

const placed = ['subnets', 'routeTables', 'interfaces', 'natGateways', 'vpnGateways', 'directConnectGateways'] as const;

/** The VPC of each thing that stands in one, by its id and by the addresses of interfaces. */
function homes(model: NetworkModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const kind of placed) for (const { id, vpc } of model[kind]) if (vpc !== undefined) found.set(id, vpc);
  const vpcOfGateway = new Map(model.vpnGateways.map(({ id, vpc }) => [id, vpc]));
  for (const { id, gateway } of model.vpnConnections) {
    const vpc = vpcOfGateway.get(gateway);
    if (vpc) found.set(id, vpc);
  }
  return found;
}

/** A thing of the map on the path. `token`: its place in what was asked. */
interface PassedThing {
  readonly key: string;
  readonly token: number;
}

type Ground = Pick<Estate, 'links' | 'hubs'> & { readonly home: ReadonlyMap<string, string> };

/** VPCs, CCNs and connections of the estate that the tokens lead through; of a CCN, the connections to it and from it too. */
function passed({ links, hubs, home }: Ground, through: readonly string[]): { readonly things: PassedThing[]; readonly missing: string[] } {
  const things: PassedThing[] = [];
  const missing: string[] = [];
  const ccns = new Set(hubs.map(({ key }) => key));
  const joining = (a: string, b: string) => links.find(({ ends }) => ends.includes(a) && ends.includes(b))?.key;
  const add = (key: string | undefined, token: number): void => {
    if (key !== undefined && things.at(-1)?.key !== key) things.push({ key, token });
  };
  through.forEach((text, token) => {
    const [name = '', told] = text.split('@');
    const before = things.at(-1)?.key ?? '';
    const hub = `ccn:${name}`;
    if (ccns.has(hub)) {
      add(joining(before, hub), token);
      add(hub, token);
      return;
    }
    const peering = links.find(({ id, kind }) => kind === 'peering' && id === name);
    if (peering) {
      add(peering.key, token);
      return;
    }
    // An address stands in the VPC that is told with it, or behind the connection before it.
    const crossed = links.find(({ key }) => key === before);
    const far = crossed?.ends.find((end) => end !== things.at(-2)?.key && !ccns.has(end));
    const vpc = told ?? home.get(name);
    const key = vpc ? `vpc:${vpc}` : /[.:]|^internet$/.test(name) ? (name === 'internet' ? undefined : far) : `vpc:${name}`;
    if (key !== undefined && ccns.has(before)) add(joining(before, key), token);
    add(key, token);
  });
  return { things, missing };
}

const states: Readonly<Record<PathStop['result'], WayState>> = { pass: 'good', partly: 'missing', unknown: 'unknown', block: 'dead' };

/** Numbers and lines of the way there, as far as the packet comes, and of its answer. */
function drawnOf(view: EstateView, come: readonly PassedThing[], end: PathStop['result'], lostFrom: number | null): EstatePath {
  const isLine = ({ key }: PassedThing): boolean => view.lines.some((line) => line.key === key);
  const nodes = come.filter((one) => !isLine(one));
  const last = come.at(-1);
  const stop = (key: string, way: PathStop['way'], n: number, result: PathStop['result']): PathStop => ({
    ...{ n, way, key, elsewhere: null, hops: [], result },
  });
  const there = nodes.map((one, at) => stop(one.key, 'forward', at + 1, one === last ? end : 'pass'));
  // No answer is sent where the packet does not arrive.
  const answering = end === 'pass' && last && !isLine(last) && nodes.length > 1 ? [...nodes].reverse() : [];
  const homeward = answering.filter(({ token }) => lostFrom === null || token >= lostFrom);
  const lost = lostFrom === null ? undefined : homeward.at(-1);
  const back = homeward.map((one, at) => stop(one.key, 'return', nodes.length + at + 1, one === lost ? 'block' : 'pass'));
  const returned = new Set(back.flatMap(({ key }) => key ?? []));
  const legs = come.flatMap((one, at): PathLeg[] => {
    const line = view.lines.find(({ key }) => key === one.key);
    const [from, to] = [come[at - 1], come[at + 1]];
    if (!line || !from) return [];
    // Where it is not known whether the packet is taken, it is not drawn as if it were.
    const result = one === last || (to === last && end === 'unknown') ? end : 'pass';
    return [
      {
        line: line.key,
        onwards: line.ends[0] === from.key,
        back: to !== undefined && returned.has(from.key) && returned.has(to.key),
        state: states[result],
      },
    ];
  });
  return { stops: [...there, ...back], legs };
}

export function pathOnMap(model: NetworkModel, estate: Estate, view: EstateView, asked: AskedPath): PathOnMap {
  const { through, reached, isKnown, lostFrom } = asked;
  const { things, missing } = passed({ ...estate, home: homes(model) }, through);
  const shown = things.flatMap(({ key, token }) => {
    const found = shownFor(view, key);
    if (found === null) missing.push(through[token]?.split('@')[0] ?? '');
    return found === null ? [] : [{ key: found, token }];
  });
  const each = shown.filter(({ key }, at) => shown[at - 1]?.key !== key);
  const come = each.filter(({ token }) => token < reached);
  const all = reached >= through.length;
  const end = !isKnown ? 'unknown' : all ? 'pass' : 'block';
  const drawing = drawnOf(view, come, end, lostFrom);
  return {
    ...drawing,
    ...{ keys: each.map(({ key }) => key), missing: [...new Set(missing)], last: come.at(-1)?.key ?? null },
    lostAt: drawing.stops.find(({ way, result }) => way === 'return' && result === 'block')?.key ?? null,
    result: !isKnown ? 'not-known' : all ? 'arrives' : 'ends',
  };
}
