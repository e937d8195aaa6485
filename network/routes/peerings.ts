/** Which VPCs are joined, which could be and which cannot, and what is missing between those that are. */
import { holdsIp, type IpAddress, type IpInterval, includesIps, ipAfter, ipBlockOf, meetIps } from '../addresses/ip.ts';
import {
  allOf,
  blocksOf,
  cidrsOf,
  indexOf,
  type ModelIndex,
  memoize,
  type OwnedRange,
  peeringsOf,
  rowOf,
  subnetsOf,
  tableOf,
  tablesOfVpc,
} from '../model/look-up.ts';
import type { ModelPeering, ModelVpc, NetworkModel } from '../model/model.ts';
import type { Reason } from '../model/reasons.ts';
import { blockOfRoute, peerOf } from './route-health.ts';
import { type EffectiveRoute, isOut, routesOfTable } from './routes.ts';

/** Two blocks, one of each VPC, that share addresses. */
interface Overlap {
  readonly a: string;
  readonly b: string;
}

/** A table of one side whose subnets cannot send to all of the other side through the peering. */
export interface MissingRoute {
  readonly vpc: string;
  readonly routeTable: string;
  /** The subnets that use the table. */
  readonly subnets: readonly string[];
  /** Subnets of the other side that no active route through the peering covers whole. */
  readonly unreached: readonly string[];
  /** The other side's blocks that hold them: what routes should lead to. None inside this side's ranges, where no route acts. */
  readonly destinations: readonly string[];
}

/**
 * What an active peering carries: 'both' ways between all subnets, only 'part' of it, 'one-way' (one side has no route that
 * leads through it), or 'nothing' (neither has).
 */
export type PeeringTraffic = 'both' | 'part' | 'one-way' | 'nothing' | 'unknown';

export interface PeeringFact {
  /** Ids of the VPCs, in the order of the model. */
  readonly a: string;
  readonly b: string;
  /**
   * 'requested': waits for its receiver, or has expired; 'possible': nothing is in the way; 'overlap': ranges collide (14749);
   * 'unknown': a peering that was not read may join them.
   */
  readonly state: 'peered' | 'requested' | 'possible' | 'overlap' | 'unknown';
  /** The active peering, or the one that waits. */
  readonly peering: string | null;
  readonly overlaps: readonly Overlap[];
  /** VPCs that one of them is peered with already and that overlap the other: the cloud may refuse (decision 0010). */
  readonly rivals: readonly string[];
  /** Only for 'peered': what keeps traffic from flowing both ways, as far as is known. */
  readonly missing: readonly MissingRoute[];
  /** Only for 'peered', else null. */
  readonly carries: PeeringTraffic | null;
  /** Only for 'peered': how many live routes of either side lead through it. */
  readonly routes: { readonly a: number; readonly b: number };
  /** What was not read and could change any of this. */
  readonly unsure: readonly Reason[];
}

/** Blocks of two VPCs, secondary ones too, that share addresses. */
function overlapsOf(index: ModelIndex, a: string, b: string): Overlap[] {
  const texts = [cidrsOf(index, a), cidrsOf(index, b)] as const;
  return (blocksOf(index, a).row ?? []).flatMap((left, i) =>
    (blocksOf(index, b).row ?? []).flatMap((right, j) => (meetIps(left, right) ? [{ a: texts[0][i] ?? '', b: texts[1][j] ?? '' }] : [])),
  );
}

interface RouteRange extends IpInterval {
  readonly route: EffectiveRoute;
}

/** The routes of a table that can match, Local first, then the longest: the first that holds an address takes it. */
const laidOut = (index: ModelIndex, table: string): { readonly laid: readonly RouteRange[]; readonly unread: Reason | null } =>
  memoize(index, `laid out ${table}`, () => {
    const routes = routesOfTable(index, table).filter((route) => !isOut(route));
    const laid = routes.flatMap((route): RouteRange[] => {
      const block = blockOfRoute(route);
      return block ? [{ route, from: block.from, to: block.to }] : [];
    });
    return { laid, unread: routes.find(({ reason }) => reason?.code === 'route-not-read')?.reason ?? null };
  });

/** Whether the table sends every address of the range through the peering; a reason where that is not known. */
export function sendsAll(index: ModelIndex, table: string, peering: string, range: OwnedRange<unknown>): boolean | Reason {
  const { laid, unread } = laidOut(index, table);
  const routes = laid.filter((route) => meetIps(route, range));
  // Inside the range the answer changes only where some route begins or ends.
  const starts: IpAddress[] = [
    range.from,
    ...routes.flatMap(({ from, to }) => [from, ipAfter(to)]).filter((at) => at > range.from && at <= range.to),
  ];
  const answers = starts.map((address): boolean | Reason => {
    const taken = routes.find((one) => holdsIp(one, address))?.route;
    if (unread && taken?.origin !== 'local') return unread;
    if (taken?.gateway === peering && taken.status === 'active') return true;
    return taken?.status === 'unknown' && taken.gateway === peering && taken.reason ? taken.reason : false;
  });
  return answers.find((answer) => answer === false) ?? answers.find((answer) => answer !== true) ?? true;
}

interface Side {
  readonly missing: readonly MissingRoute[];
  readonly routes: number;
  readonly unsure: readonly Reason[];
}

function sideOf(index: ModelIndex, vpc: string, peer: string, peering: string): Side {
  const subnets = subnetsOf(index, vpc);
  const peerSubnets = subnetsOf(index, peer);
  const placed = subnets.rows.map(({ of }) => ({ id: of.id, table: tableOf(index, of) }));
  const unsure: Reason[] = [subnets.more, peerSubnets.more, ...placed.map(({ table }) => table.missing)].flatMap((reason) => reason ?? []);
  const blocks = cidrsOf(index, peer).map((cidr) => ({ cidr, block: ipBlockOf(cidr) }));
  const own = blocksOf(index, vpc).row ?? [];
  const missing = [...new Set(placed.flatMap(({ table }) => table.row?.id ?? []))].flatMap((routeTable): MissingRoute[] => {
    const unreached = peerSubnets.rows.filter((range) => {
      const sent = sendsAll(index, routeTable, peering, range);
      if (typeof sent === 'object') unsure.push(sent);
      return sent === false;
    });
    if (unreached.length === 0) return [];
    const destinations = blocks.filter(
      ({ block }) => unreached.some(({ of }) => meetIps(block, ipBlockOf(of.cidr))) && !own.some((one) => includesIps(one, block)),
    );
    return [
      {
        vpc,
        routeTable,
        subnets: placed.filter(({ table }) => table.row?.id === routeTable).map(({ id }) => id),
        unreached: unreached.map(({ of }) => of.id),
        destinations: destinations.map(({ cidr }) => cidr),
      },
    ];
  });
  const tables = tablesOfVpc(index, vpc);
  // A table that no subnet uses sends nothing; of a VPC without subnets, every one is as good as the other.
  const used = new Set(placed.flatMap(({ table }) => table.row?.id ?? []));
  const sending = placed.length === 0 && !subnets.more ? tables.rows : tables.rows.filter(({ id }) => used.has(id));
  const through = sending.flatMap(({ id }) =>
    routesOfTable(index, id).filter((route) => route.gateway === peering && !isOut(route) && typeof blockOfRoute(route)?.from !== 'bigint'),
  );
  const doubts = through.filter(({ status }) => status === 'unknown').flatMap(({ reason }) => reason ?? []);
  return {
    missing,
    routes: through.filter(({ status }) => status === 'active').length,
    unsure: [...unsure, tables.more, ...doubts].flatMap((reason) => reason ?? []),
  };
}

function carriedBy(a: Side, b: Side): PeeringTraffic {
  const missing = a.missing.length + b.missing.length;
  const unsure = a.unsure.length + b.unsure.length > 0;
  // A route that was not read may be the one that is missing, but for what is surely not reached.
  if (a.routes > 0 && b.routes > 0) return missing > 0 ? 'part' : unsure ? 'unknown' : 'both';
  if (unsure) return 'unknown';
  return a.routes + b.routes > 0 ? 'one-way' : 'nothing';
}

const peersOf = (index: ModelIndex, vpc: string): readonly string[] =>
  memoize(index, `peers ${vpc}`, () =>
    peeringsOf(index, vpc).rows.flatMap((one) => (one.state === 'active' ? (peerOf(one, vpc) ?? []) : [])),
  );

function rivalsOf(index: ModelIndex, a: string, b: string): { readonly rivals: string[]; readonly unsure: readonly Reason[] } {
  const against = (near: string, peer: string) =>
    peersOf(index, near).filter((third) => third !== peer && overlapsOf(index, third, peer).length > 0);
  const peers = [...peersOf(index, a), ...peersOf(index, b)];
  const unread = [peeringsOf(index, a).more, peeringsOf(index, b).more, ...peers.map((id) => blocksOf(index, id).missing)];
  return {
    rivals: [...new Set([...against(a, b), ...against(b, a)])],
    unsure: unread.flatMap((reason) => (reason?.code === 'not-known' ? [reason] : [])),
  };
}

/** Why a peering of the two may be there that is not known: neither end's list was read whole, or its state is not known. */
function hiddenPeering(index: ModelIndex, a: string, b: string, between: readonly ModelPeering[]): Reason | null {
  const odd = between.find(({ state }) => state === 'unknown');
  if (odd) return { code: 'state-not-known', id: odd.id, told: odd.told ?? '' };
  const [moreOfA, moreOfB] = [peeringsOf(index, a).more, peeringsOf(index, b).more];
  return moreOfA && moreOfB;
}

function factOf(index: ModelIndex, a: string, b: string): PeeringFact {
  const between = peeringsOf(index, a).rows.filter((one) => peerOf(one, a) === b);
  const inState = (...states: readonly ModelPeering['state'][]) => between.find(({ state }) => states.includes(state));
  const active = inState('active');
  const overlaps = overlapsOf(index, a, b);
  const none = { missing: [], carries: null, routes: { a: 0, b: 0 } } as const;
  if (active) {
    const [left, right] = [sideOf(index, a, b, active.id), sideOf(index, b, a, active.id)];
    return {
      ...{ a, b, state: 'peered', peering: active.id, overlaps, rivals: [] },
      missing: [...left.missing, ...right.missing],
      carries: carriedBy(left, right),
      routes: { a: left.routes, b: right.routes },
      unsure: [...left.unsure, ...right.unsure],
    };
  }
  const waiting = inState('pending') ?? inState('expired');
  const hidden = hiddenPeering(index, a, b, between);
  const { rivals, unsure } = rivalsOf(index, a, b);
  const state = hidden ? 'unknown' : waiting ? 'requested' : overlaps.length > 0 ? 'overlap' : 'possible';
  return { a, b, state, peering: waiting?.id ?? null, overlaps, rivals, ...none, unsure: [...(hidden ? [hidden] : []), ...unsure] };
}

/** Every pair of VPCs of the model, over regions and accounts, once each. */
export function peeringMatrix(model: NetworkModel): PeeringFact[] {
  const index = indexOf(model);
  const { rows } = allOf(index, 'vpcs');
  return rows.flatMap(({ id: a }, at) => rows.slice(at + 1).map(({ id: b }) => factOf(index, a, b)));
}

/** One pair, in either order of its VPCs. @throws RangeError when the model lacks one of them. */
export function peeringFact(model: NetworkModel, a: string, b: string): PeeringFact {
  const index = indexOf(model);
  for (const id of [a, b]) if (!rowOf(index, 'vpcs', id).row) throw new RangeError(`the model has no VPC ${id}`);
  return factOf(index, a, b);
}

// VPCs that people expect to talk through a third one.

/** A and C are both peered with B and not with each other: nothing passes through B. */
export interface TransitiveTrap {
  readonly from: string;
  readonly through: string;
  readonly to: string;
  /** Null: it surely is one; else what was not read, and could show that the ends are peered themselves. */
  readonly unsure: Reason | null;
  /** Their ranges collide, so that no peering could join them either. */
  readonly overlap: boolean;
  /** Routes, on either side, that try it all the same. */
  readonly routes: readonly { readonly routeTable: string; readonly destination: string; readonly peering: string }[];
}

/** Routes of a VPC's tables that lead into a peering with `through` and aim at addresses of `to`. */
function misled(index: ModelIndex, vpc: string, through: string, to: ModelVpc): TransitiveTrap['routes'][number][] {
  const joining = new Set(
    peeringsOf(index, vpc)
      .rows.filter((one) => peerOf(one, vpc) === through)
      .map(({ id }) => id),
  );
  const aims = (destination: string) => {
    const block = blockOfRoute({ destination });
    return block !== null && cidrsOf(index, to.id).some((cidr) => includesIps(ipBlockOf(cidr), block));
  };
  return tablesOfVpc(index, vpc).rows.flatMap((table) =>
    table.routes
      .filter((route) => joining.has(route.gateway) && route.enabled !== false && aims(route.destination))
      .map(({ destination, gateway }) => ({ routeTable: table.id, destination, peering: gateway })),
  );
}

/** The pairs of VPCs that people expect to talk through a third one, and that do not. Each pair once for every third. */
export function transitiveTraps(model: NetworkModel): TransitiveTrap[] {
  const index = indexOf(model);
  const { rows } = allOf(index, 'vpcs');
  const order = new Map(rows.map(({ id }, at) => [id, at]));
  return rows.flatMap(({ id: through }) => {
    const ends = [...new Set(peersOf(index, through))].flatMap((id) => rowOf(index, 'vpcs', id).row ?? []);
    ends.sort((x, y) => (order.get(x.id) ?? 0) - (order.get(y.id) ?? 0));
    return ends.flatMap((from, at) =>
      ends
        .slice(at + 1)
        .filter((to) => !peersOf(index, from.id).includes(to.id))
        .map((to) => ({
          from: from.id,
          through,
          to: to.id,
          unsure: peeringsOf(index, from.id).more && peeringsOf(index, to.id).more,
          overlap: overlapsOf(index, from.id, to.id).length > 0,
          routes: [...misled(index, from.id, through, to), ...misled(index, to.id, through, from)],
        })),
    );
  });
}
