/** Which VPCs are joined, which could be and which cannot, and what is missing between those that are. */
import { blockOf, blocksOverlap } from './cidr.ts';
import type { ModelPeering, ModelVpc, NetworkModel } from './model.ts';
import { indexOf, type ModelIndex, type Range, remember, tableOf } from './model-index.ts';
import { cidrsOfVpc, peerOf } from './route-health.ts';
import { type EffectiveRoute, effectiveRoutesOfTable } from './routes.ts';

/** Two blocks, one of each VPC, that share addresses. */
export interface Overlap {
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
  /** The other side's blocks that hold them: what routes should lead to. */
  readonly destinations: readonly string[];
}

export interface PeeringFact {
  /** Ids of the VPCs, in the order of the model. */
  readonly a: string;
  readonly b: string;
  /** 'requested': waits for its receiver, or has expired; 'possible': nothing is in the way; 'overlap': ranges collide (14749). */
  readonly state: 'peered' | 'requested' | 'possible' | 'overlap';
  /** The active peering, or the one that waits. */
  readonly peering: string | null;
  readonly overlaps: readonly Overlap[];
  /** VPCs that one of them is peered with already and that overlap the other: the cloud may refuse (PEERS.md section 5). */
  readonly rivals: readonly string[];
  /** Only for 'peered': what keeps traffic from flowing both ways. */
  readonly missing: readonly MissingRoute[];
}

/** Blocks of two VPCs, secondary ones too, that share addresses. */
function overlapsOf(index: ModelIndex, a: string, b: string): Overlap[] {
  const texts = [cidrsOfVpc(index, a), cidrsOfVpc(index, b)] as const;
  return (index.blocks.get(a) ?? []).flatMap((left, i) =>
    (index.blocks.get(b) ?? []).flatMap((right, j) =>
      left.from <= right.to && right.from <= left.to ? [{ a: texts[0][i] ?? '', b: texts[1][j] ?? '' }] : [],
    ),
  );
}

interface Laid {
  readonly from: number;
  readonly to: number;
  readonly route: EffectiveRoute;
}

/** The routes of a table that can match, Local first, then the longest: the first that holds an address takes it. */
const laidOut = (index: ModelIndex, table: string): readonly Laid[] =>
  remember(index, `laid out ${table}`, () =>
    effectiveRoutesOfTable(index.model, table)
      .filter(({ reason }) => reason?.code !== 'inside-local' && reason?.code !== 'switched-off')
      .map((route): Laid => {
        const { base, prefix } = blockOf(route.destination);
        return { route, from: base, to: base + 2 ** (32 - prefix) - 1 };
      }),
  );

/** True when the table sends every address of the range through the peering. */
function sendsAll(index: ModelIndex, table: string, peering: string, range: Range<unknown>): boolean {
  const routes = laidOut(index, table).filter(({ from, to }) => from <= range.to && range.from <= to);
  // Inside the range the answer changes only where some route begins or ends.
  const starts = [range.from, ...routes.flatMap(({ from, to }) => [from, to + 1]).filter((at) => at > range.from && at <= range.to)];
  return starts.every((address) => {
    const taken = routes.find(({ from, to }) => from <= address && address <= to)?.route;
    return taken?.gateway === peering && taken.status === 'active';
  });
}

function missingOn(index: ModelIndex, near: string, far: string, peering: string): MissingRoute[] {
  const subnets = (index.subnets.get(near) ?? []).map(({ of }) => of);
  const tables = new Set(subnets.flatMap((subnet) => tableOf(index, subnet)?.id ?? []));
  const blocks = cidrsOfVpc(index, far).map((cidr) => ({ cidr, block: blockOf(cidr) }));
  return [...tables].flatMap((routeTable): MissingRoute[] => {
    const unreached = (index.subnets.get(far) ?? []).filter((range) => !sendsAll(index, routeTable, peering, range));
    if (unreached.length === 0) return [];
    const destinations = blocks.filter(({ block }) => unreached.some(({ of }) => blocksOverlap(block, blockOf(of.cidr))));
    return [
      {
        vpc: near,
        routeTable,
        subnets: subnets.filter((subnet) => tableOf(index, subnet)?.id === routeTable).map(({ id }) => id),
        unreached: unreached.map(({ of }) => of.id),
        destinations: destinations.map(({ cidr }) => cidr),
      },
    ];
  });
}

const peersOf = (index: ModelIndex, vpc: string): readonly string[] =>
  remember(index, `peers ${vpc}`, () =>
    (index.peeringsOfVpc.get(vpc) ?? []).flatMap((one) => (one.state === 'active' ? (peerOf(one, vpc) ?? []) : [])),
  );

function rivalsOf(index: ModelIndex, a: string, b: string): string[] {
  const against = (near: string, far: string) =>
    peersOf(index, near).filter((peer) => peer !== far && overlapsOf(index, peer, far).length > 0);
  return [...new Set([...against(a, b), ...against(b, a)])];
}

function factOf(index: ModelIndex, a: string, b: string): PeeringFact {
  const between = (index.peeringsOfVpc.get(a) ?? []).filter((one) => peerOf(one, a) === b);
  const inState = (...states: readonly ModelPeering['state'][]) => between.find(({ state }) => states.includes(state));
  const active = inState('active');
  const overlaps = overlapsOf(index, a, b);
  if (active) {
    const missing = [...missingOn(index, a, b, active.id), ...missingOn(index, b, a, active.id)];
    return { a, b, state: 'peered', peering: active.id, overlaps, rivals: [], missing };
  }
  const waiting = inState('pending') ?? inState('expired');
  const state = waiting ? 'requested' : overlaps.length > 0 ? 'overlap' : 'possible';
  return { a, b, state, peering: waiting?.id ?? null, overlaps, rivals: rivalsOf(index, a, b), missing: [] };
}

/** Every pair of VPCs of the model, over regions and accounts, once each. */
export function peeringMatrix(model: NetworkModel): PeeringFact[] {
  const index = indexOf(model);
  return model.vpcs.flatMap(({ id: a }, at) => model.vpcs.slice(at + 1).map(({ id: b }) => factOf(index, a, b)));
}

/** One pair, in either order of its VPCs. @throws RangeError when the model lacks one of them. */
export function peeringFact(model: NetworkModel, a: string, b: string): PeeringFact {
  const index = indexOf(model);
  for (const id of [a, b]) if (!index.vpc.has(id)) throw new RangeError(`the model has no VPC ${id}`);
  return factOf(index, a, b);
}

/** A and C are both peered with B and not with each other: nothing passes through B. */
export interface TransitiveTrap {
  readonly from: string;
  readonly through: string;
  readonly to: string;
  /** Their ranges collide, so that no peering could join them either. */
  readonly overlap: boolean;
  /** Routes, on either side, that try it all the same. */
  readonly routes: readonly { readonly routeTable: string; readonly destination: string; readonly peering: string }[];
}

/** Routes of a VPC's tables that lead into a peering with `through` and aim at addresses of `to`. */
function misled(index: ModelIndex, vpc: string, through: string, to: ModelVpc): TransitiveTrap['routes'][number][] {
  const joining = new Set((index.peeringsOfVpc.get(vpc) ?? []).filter((one) => peerOf(one, vpc) === through).map(({ id }) => id));
  const aims = (destination: string) => {
    const block = blockOf(destination);
    return cidrsOfVpc(index, to.id).some((cidr) => blockOf(cidr).prefix <= block.prefix && blocksOverlap(blockOf(cidr), block));
  };
  return index.model.routeTables
    .filter((table) => table.vpc === vpc)
    .flatMap((table) =>
      table.routes
        .filter((route) => joining.has(route.gateway) && route.enabled !== false && aims(route.destination))
        .map(({ destination, gateway }) => ({ routeTable: table.id, destination, peering: gateway })),
    );
}

/** The pairs of VPCs that people expect to talk through a third one, and that do not. Each pair once for every third. */
export function transitiveTraps(model: NetworkModel): TransitiveTrap[] {
  const index = indexOf(model);
  const order = new Map(model.vpcs.map(({ id }, at) => [id, at]));
  return model.vpcs.flatMap(({ id: through }) => {
    const ends = [...new Set(peersOf(index, through))].flatMap((id) => index.vpc.get(id) ?? []);
    ends.sort((x, y) => (order.get(x.id) ?? 0) - (order.get(y.id) ?? 0));
    return ends.flatMap((from, at) =>
      ends
        .slice(at + 1)
        .filter((to) => !peersOf(index, from.id).includes(to.id))
        .map((to) => ({
          from: from.id,
          through,
          to: to.id,
          overlap: overlapsOf(index, from.id, to.id).length > 0,
          routes: [...misled(index, from.id, through, to), ...misled(index, to.id, through, from)],
        })),
    );
  });
}
