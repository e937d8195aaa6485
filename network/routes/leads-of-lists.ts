/**
 * Which routes lead to a gateway, and what a peering carries, of listed rows alone: for lists, which do without the network
 * engine. A test holds that both say the same. Pure.
 */
import { parseCidr } from '../../catalogue/address.ts';
import { canonicalIpv6 } from '../../catalogue/address6.ts';
import type { RouteTable } from '../../catalogue/families/route-table/index.ts';
import type { Subnet } from '../../catalogue/families/subnet/index.ts';
import type { VpnConnection } from '../../catalogue/families/vpn-connection/index.ts';
import { valuesIn } from '../../catalogue/values.ts';
import { familyOf, holdsIp, type IpAddress, type IpBlock, includesIps, ipAfter, meetIps, parseIpBlock } from '../addresses/ip.ts';
import type { GapReason } from '../model/reasons.ts';
import type { ScopedRows } from '../model/scoped-rows.ts';
import type { GatewayLeads } from './leads.ts';
import type { PeeringTraffic } from './peerings.ts';

type Route = RouteTable['RouteSet'][number] & { readonly Enabled?: boolean | null; readonly DestinationIpv6CidrBlock?: string | null };
type VpcRow = {
  readonly VpcId: string;
  readonly CidrBlock: string;
  /** Today's, as they came. */
  readonly AssistantCidrSet?: unknown;
  readonly Ipv6CidrBlock?: string | null;
  readonly Ipv6CidrBlockSet?: unknown;
};

interface RouteBlock {
  readonly route: Route;
  /** Null: not readable. */
  readonly block: IpBlock | null;
}

/** A block without its host bits, as samples have set them; null for what is none. */
function blockOf(text: unknown): IpBlock | null {
  const told = String(text ?? '');
  const reading = parseCidr(told);
  return parseIpBlock(told) ?? parseIpBlock(reading.ok ? told : (reading.nearest ?? canonicalIpv6(told) ?? ''));
}

interface RowsByKind {
  readonly vpcs: VpcRow;
  readonly subnets: Subnet;
  readonly routeTables: RouteTable;
  readonly vpnConnections: VpnConnection;
}

/** The rows of a kind, in whatever scopes. */
const rowsOf = <K extends keyof RowsByKind>(lists: readonly ScopedRows[], kind: K): RowsByKind[K][] =>
  // A list's kind tells what its rows are; those that are not as the catalogue says stand apart.
  lists.flatMap((list) => (list.kind === kind ? (list.rows as readonly RowsByKind[K][]) : []));

/** Why rows of these kinds may be missing; null when all are there. `loading` is the word for what is on its way. */
export function unreadIn(lists: readonly ScopedRows[], kinds: readonly ScopedRows['kind'][], loading: string): GapReason | null {
  const list = lists.find(
    ({ kind, complete, consistent = true, failed, odd }) =>
      kinds.includes(kind) && (!complete || !consistent || failed !== null || odd.length > 0),
  );
  if (!list) return null;
  const because = list.failed ?? (list.complete ? list.odd.map(({ id }) => id).join(', ') || loading : loading);
  return { code: 'not-known', kind: list.kind, ...list.at, because };
}

const blocksOfVpc = (lists: readonly ScopedRows[], id: string): IpBlock[] =>
  rowsOf(lists, 'vpcs')
    .filter(({ VpcId }) => VpcId === id)
    .flatMap(({ CidrBlock, AssistantCidrSet, Ipv6CidrBlock, Ipv6CidrBlockSet }) => [
      ...[CidrBlock, ...valuesIn(AssistantCidrSet, 'CidrBlock')],
      ...[Ipv6CidrBlock, ...valuesIn(Ipv6CidrBlockSet, 'IPv6CidrBlock')],
    ])
    .flatMap((text) => blockOf(text) ?? []);

/** The documents' generation tells no IPv6 blocks of a VPC. */
const tellsIpv6 = (lists: readonly ScopedRows[], id: string): boolean =>
  rowsOf(lists, 'vpcs').some((row) => row.VpcId === id && (row.Ipv6CidrBlock !== undefined || row.Ipv6CidrBlockSet !== undefined));

const tablesOf = (lists: readonly ScopedRows[], vpc: string): RouteTable[] =>
  rowsOf(lists, 'routeTables').filter(({ VpcId }) => VpcId === vpc);

const scopedIn = ({ RouteSet }: RouteTable): RouteBlock[] =>
  (RouteSet as readonly Route[]).map((route) => {
    const four = route.DestinationCidrBlock || '';
    const six = route.DestinationIpv6CidrBlock || '';
    // Which of two destinations is meant, nobody knows.
    const one = four === '' && six !== '' && !six.includes('/') ? `${six}/128` : four || six;
    return { route, block: four !== '' && six !== '' ? null : blockOf(one) };
  });

type Fate = 'live' | 'lost' | 'doubt';

/** A VPN carries what a policy of one of its connections names. */
function fateInVpn(lists: readonly ScopedRows[], gateway: string, block: IpBlock): Fate {
  const fitting = rowsOf(lists, 'vpnConnections').filter(
    ({ VpnGatewayId, SecurityPolicyDatabaseSet: policies }) =>
      VpnGatewayId === gateway &&
      policies.some(({ RemoteCidrBlock }) =>
        RemoteCidrBlock.some((text) => {
          const remote = blockOf(text);
          return remote !== null && meetIps(remote, block);
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
export function leadsInRows(lists: readonly ScopedRows[], asked: GatewayQuery, unread: GapReason | null): GatewayLeads {
  const { vpc, gateway, blocks, mute = false } = asked;
  const own = blocksOfVpc(lists, vpc);
  const wanted = blocks?.flatMap((text) => blockOf(text) ?? []);
  const isVpn = lists.some(({ kind }) => kind === 'vpnConnections');
  const all = tablesOf(lists, vpc).flatMap(scopedIn);
  const fates = all
    .filter(({ route, block }) => route.GatewayId === gateway && (!wanted || block === null || wanted.some((one) => meetIps(one, block))))
    .map(({ route, block }): Fate => {
      if (route.Enabled === false) return 'lost';
      if (!block || !route.GatewayType || own.length === 0) return 'doubt';
      const six = familyOf(block.from) === 'IPv6';
      if (six && !tellsIpv6(lists, vpc)) return 'doubt';
      if (own.some((one) => includesIps(one, block))) return 'lost';
      if (isVpn) return fateInVpn(lists, gateway, block);
      // Whether other gateways carry IPv6 is not known.
      return six ? 'doubt' : mute ? 'lost' : 'live';
    });
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  const [live, lost] = [count('live'), count('lost')];
  // A route that does not say where it leads may lead here.
  const doubt = count('doubt') > 0 || own.length === 0 || all.some(({ route }) => !route.GatewayId);
  if (live > 0) return { leads: 'led', live, lost, unsure: null };
  if (unread || doubt) return { leads: 'unknown', live, lost, unsure: unread };
  return { leads: lost > 0 ? 'lost' : 'nothing', live, lost, unsure: null };
}

interface Side {
  readonly routes: number;
  readonly missing: boolean;
  readonly doubt: boolean;
}

/** Whether a table sends every address of a block through the peering; null where that is not known. */
function sendsAll(
  table: readonly RouteBlock[],
  own: readonly IpBlock[],
  peer: readonly IpBlock[],
  peering: string,
  to: IpBlock,
): boolean | null {
  const acting = table.filter(({ route, block }) => block && route.Enabled !== false && !own.some((one) => includesIps(one, block)));
  const laid = acting.flatMap(({ route, block }) => (block && meetIps(block, to) ? [{ route, block }] : []));
  laid.sort((a, b) => b.block.prefix - a.block.prefix);
  const edges: IpAddress[] = [to.from, ...laid.flatMap(({ block }) => [block.from, ipAfter(block.to)])];
  const starts = edges.filter((at) => holdsIp(to, at));
  const unread = table.some(({ route, block }) => !block && route.Enabled !== false);
  const answers = starts.map((at): boolean | null => {
    if (own.some((one) => holdsIp(one, at))) return false;
    if (unread) return null;
    const taken = laid.find(({ block }) => holdsIp(block, at));
    return taken?.route.GatewayId === peering && peer.some((one) => meetIps(one, taken.block));
  });
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function sideOf(lists: readonly ScopedRows[], near: string, peer: string, peering: string): Side {
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
    familyOf(block.from) === 'IPv4' &&
    route.GatewayId === peering &&
    route.Enabled !== false &&
    !own.some((one) => includesIps(one, block)) &&
    theirs.some((one) => meetIps(one, block));
  // As the engine has it: a table that no subnet uses sends nothing.
  const all = [...tables].flatMap(([id, rows]) => (used.size === 0 || used.has(id) ? rows : []));
  const odd = all.some(({ route, block }) => route.GatewayId === peering && !block && route.Enabled !== false);
  return {
    routes: all.filter(live).length,
    missing: sent.includes(false),
    doubt: odd || own.length === 0 || theirs.length === 0 || sent.includes(null) || [...used].some((id) => !tables.has(id)),
  };
}

/** What an active peering of two VPCs carries; `unread`: rows may be missing. */
export function carriesInRows(
  lists: readonly ScopedRows[],
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
