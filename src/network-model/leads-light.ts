/**
 * Which routes lead to a gateway, and what a peering carries, of listed rows alone: for lists, which do without the network
 * engine. A test holds that both say the same. Pure.
 */
import { type Cidr, cidrOrNull, contains, parseCidr } from '../../catalogue/address.ts';
import type { RouteTable } from '../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../catalogue/families/subnet/index.ts';
import type { VpnConnection } from '../../catalogue/families/vpn-connection/index.ts';
import type { GapReason } from '../../network/model/reasons.ts';
import type { GatewayLeads } from '../../network/routes/leads.ts';
import type { PeeringTraffic } from '../../network/routes/peerings.ts';
import type { ScopedList } from './model-of-lists.ts';

type Route = RouteTable['RouteSet'][number] & { readonly Enabled?: boolean | null; readonly DestinationIpv6CidrBlock?: string | null };
type VpcRow = {
  readonly VpcId: string;
  readonly CidrBlock: string;
  readonly AssistantCidrSet?: readonly { readonly CidrBlock?: string }[];
};

interface RouteBlock {
  readonly route: Route;
  /** Null: for IPv6, or not readable. */
  readonly block: Cidr | null;
  readonly six: boolean;
}

/** A block without its host bits, as samples have set them; null for what is no IPv4 block. */
function blockOf(text: unknown): Cidr | null {
  const reading = parseCidr(String(text ?? ''));
  return cidrOrNull(reading.ok ? String(text) : (reading.nearest ?? ''));
}

const meet = (a: Cidr, b: Cidr): boolean => contains(a, b) || contains(b, a);

interface RowsByKind {
  readonly vpcs: VpcRow;
  readonly subnets: Subnet;
  readonly routeTables: RouteTable;
  readonly vpnConnections: VpnConnection;
}

/** The rows of a kind, in whatever places. */
const rowsOf = <K extends keyof RowsByKind>(lists: readonly ScopedList[], kind: K): RowsByKind[K][] =>
  // A list's kind tells what its rows are; those that are not as the catalogue says stand apart.
  lists.flatMap((list) => (list.kind === kind ? (list.rows as readonly RowsByKind[K][]) : []));

/** Why rows of these kinds may be missing; null when all are there. `loading` is the word for what is on its way. */
export function unreadIn(lists: readonly ScopedList[], kinds: readonly ScopedList['kind'][], loading: string): GapReason | null {
  const list = lists.find(
    ({ kind, complete, consistent = true, failed, odd }) =>
      kinds.includes(kind) && (!complete || !consistent || failed !== null || odd.length > 0),
  );
  if (!list) return null;
  const because = list.failed ?? (list.complete ? list.odd.map(({ id }) => id).join(', ') || loading : loading);
  return { code: 'not-known', kind: list.kind, ...list.at, because };
}

const blocksOfVpc = (lists: readonly ScopedList[], id: string): Cidr[] =>
  rowsOf(lists, 'vpcs')
    .filter(({ VpcId }) => VpcId === id)
    .flatMap(({ CidrBlock, AssistantCidrSet }) => [CidrBlock, ...(AssistantCidrSet ?? []).map((one) => one.CidrBlock)])
    .flatMap((text) => blockOf(text) ?? []);

const tablesOf = (lists: readonly ScopedList[], vpc: string): RouteTable[] =>
  rowsOf(lists, 'routeTables').filter(({ VpcId }) => VpcId === vpc);

const scopedIn = ({ RouteSet }: RouteTable): RouteBlock[] =>
  (RouteSet as readonly Route[]).map((route) => {
    const four = route.DestinationCidrBlock || '';
    const six = route.DestinationIpv6CidrBlock || '';
    // Which of two destinations is meant, nobody knows.
    return { route, block: six === '' ? blockOf(four) : null, six: (four === '' ? six : six === '' ? four : '').includes(':') };
  });

type Fate = 'live' | 'lost' | 'doubt';

/** A VPN carries what a policy of one of its connections names. */
function fateInVpn(lists: readonly ScopedList[], gateway: string, block: Cidr): Fate {
  const fitting = rowsOf(lists, 'vpnConnections').filter(
    ({ VpnGatewayId, SecurityPolicyDatabaseSet: policies }) =>
      VpnGatewayId === gateway &&
      policies.some(({ RemoteCidrBlock }) =>
        RemoteCidrBlock.some((text) => {
          const remote = blockOf(text);
          return remote !== null && meet(remote, block);
        }),
      ),
  );
  if (fitting.some(({ State, NetStatus }) => /^available$/i.test(State) && NetStatus === 'AVAILABLE')) return 'live';
  const known = fitting.every(({ State, NetStatus }) => NetStatus === 'UNAVAILABLE' || /^(pending|deleting)$/i.test(State));
  return known ? 'lost' : 'doubt';
}

export interface GatewayQuery {
  readonly vpc: string;
  readonly gateway: string;
  /** The routes for these blocks only. */
  readonly blocks?: readonly string[];
  /** It has nothing to send from: a NAT gateway without public addresses. */
  readonly mute?: boolean;
}

/** The routes of a VPC's tables that lead to a gateway that works; `unread` as `unreadIn` says. */
export function leadsInRows(lists: readonly ScopedList[], asked: GatewayQuery, unread: GapReason | null): GatewayLeads {
  const { vpc, gateway, blocks, mute = false } = asked;
  const own = blocksOfVpc(lists, vpc);
  const wanted = blocks?.flatMap((text) => blockOf(text) ?? []);
  const isVpn = lists.some(({ kind }) => kind === 'vpnConnections');
  const all = tablesOf(lists, vpc).flatMap(scopedIn);
  const fates = all
    .filter(({ route, block }) => route.GatewayId === gateway && (!wanted || block === null || wanted.some((one) => meet(one, block))))
    .map(({ route, block, six }): Fate => {
      if (six) return 'doubt';
      if (route.Enabled === false) return 'lost';
      if (!block || !route.GatewayType || own.length === 0) return 'doubt';
      if (mute || own.some((one) => contains(one, block))) return 'lost';
      return isVpn ? fateInVpn(lists, gateway, block) : 'live';
    });
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  const [live, lost] = [count('live'), count('lost')];
  // A route that does not say where it leads may lead here.
  const doubt = count('doubt') > 0 || own.length === 0 || all.some(({ route }) => !route.GatewayId);
  if (live > 0) return { leads: 'led', live, lost, unsure: null };
  if (unread || doubt) return { leads: 'unknown', live, lost, unsure: unread };
  return { leads: lost > 0 ? 'lost' : 'nothing', live, lost, unsure: null };
}

const last = ({ base, prefix }: Cidr): number => base + 2 ** (32 - prefix) - 1;

interface Side {
  readonly routes: number;
  readonly missing: boolean;
  readonly doubt: boolean;
}

/** Whether a table sends every address of a block through the peering; null where that is not known. */
function sendsAll(table: readonly RouteBlock[], own: readonly Cidr[], peer: readonly Cidr[], peering: string, to: Cidr): boolean | null {
  const acting = table.filter(({ route, block }) => block && route.Enabled !== false && !own.some((one) => contains(one, block)));
  const laid = acting.flatMap(({ route, block }) => (block && meet(block, to) ? [{ route, block }] : []));
  laid.sort((a, b) => b.block.prefix - a.block.prefix);
  const starts = [to.base, ...laid.flatMap(({ block }) => [block.base, last(block) + 1])].filter((at) => at >= to.base && at <= last(to));
  const unread = table.some(({ route, block, six }) => !block && !six && route.Enabled !== false);
  const answers = starts.map((at): boolean | null => {
    if (own.some((one) => one.base <= at && at <= last(one))) return false;
    if (unread) return null;
    const taken = laid.find(({ block }) => block.base <= at && at <= last(block));
    return taken?.route.GatewayId === peering && peer.some((one) => meet(one, taken.block));
  });
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function sideOf(lists: readonly ScopedList[], near: string, peer: string, peering: string): Side {
  const [own, theirs] = [blocksOfVpc(lists, near), blocksOfVpc(lists, peer)];
  const tables = new Map(tablesOf(lists, near).map((table) => [table.RouteTableId, scopedIn(table)]));
  const subnets = rowsOf(lists, 'subnets');
  const used = new Set(subnets.filter(({ VpcId }) => VpcId === near).map(({ RouteTableId }) => RouteTableId));
  const there = subnets.filter(({ VpcId }) => VpcId === peer).map(({ CidrBlock }) => blockOf(CidrBlock));
  const sent = [...used].flatMap((id) => {
    const table = tables.get(id);
    return there.map((to) => (table && to ? sendsAll(table, own, theirs, peering, to) : null));
  });
  const live = ({ route, block }: RouteBlock): boolean =>
    block !== null &&
    route.GatewayId === peering &&
    route.Enabled !== false &&
    !own.some((one) => contains(one, block)) &&
    theirs.some((one) => meet(one, block));
  const all = [...tables.values()].flat();
  const odd = all.some(({ route, block, six }) => route.GatewayId === peering && !block && !six && route.Enabled !== false);
  return {
    routes: all.filter(live).length,
    missing: sent.includes(false),
    doubt: odd || own.length === 0 || theirs.length === 0 || sent.includes(null) || [...used].some((id) => !tables.has(id)),
  };
}

/** What an active peering of two VPCs carries; `unread`: rows may be missing. */
export function carriesInRows(
  lists: readonly ScopedList[],
  [a, b]: readonly [string, string],
  peering: string,
  unread: boolean,
): PeeringTraffic {
  const sides = [sideOf(lists, a, b, peering), sideOf(lists, b, a, peering)];
  const doubt = unread || sides.some((side) => side.doubt);
  if (sides.every(({ routes }) => routes > 0)) return sides.some(({ missing }) => missing) ? 'part' : doubt ? 'unknown' : 'both';
  if (doubt) return 'unknown';
  return sides.some(({ routes }) => routes > 0) ? 'one-way' : 'nothing';
}
