/**
 * What the map of the estate tells: every VPC with its ways out and what is wrong with it, and what joins VPCs.
 * The same model gives the same map, in whatever order its rows came.
 */
import { parseIp, parseIpBlock } from '../addresses/ip.ts';
import { allOf, cidrsOf, indexOf, type ModelIndex, notRead, publicAt, publicFault, rowOf } from '../model/look-up.ts';
import type { ModelCcnAttachment, ModelVpc, NetworkModel } from '../model/model.ts';
import { gatewayLeads } from '../routes/leads.ts';
import { placeInCcn } from './ccn-place.ts';
import { type EstateExit, exitsOf, type Finding, findingsOf, withPlaces } from './estate-findings.ts';
import type { MapBeyond, MapHop, WayState } from './map-hop.ts';
import { byText } from './order.ts';
import { type VpcMap, vpcMapOf } from './vpc-map.ts';

export interface EstateVpc {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly cidrs: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** null: not known. */
  readonly subnets: number | null;
  /** How much of its ranges is given to subnets, 0 to 1; null: not known. */
  readonly share: number | null;
  readonly exits: readonly EstateExit[];
  readonly findings: readonly Finding[];
  /** Lists that would tell more of what leaves it, or of what joins it, and were not read. */
  readonly unread: { readonly exits: boolean; readonly joined: boolean };
}

/** What stands between two things: a peering, a VPC's place in a CCN, or addresses that both VPCs have. */
export interface EstateLink {
  readonly key: string;
  readonly kind: 'peering' | 'ccn' | 'overlap';
  /** The peering, or the CCN; '' of an overlap. */
  readonly id: string;
  readonly name: string;
  /** Keys of its ends. */
  readonly ends: readonly [string, string];
  readonly state: WayState;
  /** As the first end sees it, and as the second does: what is on its own side for the one is on the other side for the other. */
  readonly trouble: MapBeyond['trouble'];
  readonly farTrouble: MapBeyond['trouble'];
}

/** A CCN with the VPCs that are in it, or ask to be. It is of no region: it stands where most of them are. */
export interface EstateHub {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Networks in it that are known, those that are no VPCs too. */
  readonly networks: number;
}

export interface Estate {
  readonly vpcs: readonly EstateVpc[];
  readonly hubs: readonly EstateHub[];
  readonly links: readonly EstateLink[];
}

const vpcKey = (id: string): string => `vpc:${id}`;
const hubKey = (id: string): string => `ccn:${id}`;

const sizeOf = (cidr: string): number => {
  const block = parseIpBlock(cidr);
  return block && typeof block.from === 'number' ? 2 ** (32 - block.prefix) : 0;
};

const exitLists = ['natGateways', 'vpnGateways', 'vpnConnections', 'directConnectGateways', 'interfaces', 'eips'] as const;

const unreadAt = (index: ModelIndex, vpc: string): EstateVpc['unread'] => ({
  exits: exitLists.some((kind) => notRead(index, kind, vpc) !== null),
  joined: notRead(index, 'peerings', vpc) !== null || notRead(index, 'ccnAttachments', vpc) !== null,
});

/** The cloud, or an unpaid bill, is known to stop the public address. */
function isStopped(index: ModelIndex, address: string): boolean {
  const value = parseIp(address);
  const holder = value === null ? null : publicAt(index, value).row;
  return holder !== null && publicFault(index, holder).row === true;
}

function vpcFrom(model: NetworkModel, row: ModelVpc, map: VpcMap, places: readonly EstateLink[]): EstateVpc {
  const index = indexOf(model);
  const leadsOf = (gateway: string) => gatewayLeads(model, row.id, gateway).leads;
  const cidrs = cidrsOf(index, row.id);
  const subnets = map.tables.flatMap((table) => table.subnets);
  const size = cidrs.reduce((sum, cidr) => sum + sizeOf(cidr), 0);
  const unread = notRead(index, 'subnets', row.id) !== null;
  return {
    ...{ key: vpcKey(row.id), id: row.id, name: row.name ?? '', account: row.account, region: row.region, cidrs, tags: row.tags ?? {} },
    subnets: unread ? null : subnets.length,
    share: unread || size === 0 ? null : Math.min(1, subnets.reduce((sum, subnet) => sum + subnet.size, 0) / size),
    exits: exitsOf(map, {
      leadsOf,
      unread: notRead(index, 'natGateways', row.id) !== null,
      isOnMap: (id) => rowOf(index, 'vpcs', id).row !== null,
      isStopped: (address) => isStopped(index, address),
    }),
    findings: withPlaces(
      findingsOf(map, leadsOf),
      places.flatMap(({ id, ends, state, farTrouble }) => (ends[1] === vpcKey(row.id) ? [{ id, state, trouble: farTrouble }] : [])),
    ),
    unread: unreadAt(index, row.id),
  };
}

/** What another end sees, of what one does. */
function turned(trouble: MapBeyond['trouble']): MapBeyond['trouble'] {
  switch (trouble?.code) {
    case 'no-way-there':
      return { ...trouble, code: 'no-way-back' };
    case 'no-way-back':
      return { ...trouble, code: 'no-way-there' };
    case 'no-ccn-way-there':
      return { code: 'no-ccn-way-back' };
    case 'no-ccn-way-back':
      return { code: 'no-ccn-way-there' };
    default:
      return trouble;
  }
}

type TroubleAt = (vpc: string, peering: string) => MapBeyond['trouble'];

/** A peering is told by the VPC whose id comes first. */
function peeringLinks(vpc: string, hops: readonly MapHop[], known: (id: string) => boolean, troubleAt: TroubleAt): EstateLink[] {
  return hops.flatMap((hop) => {
    const [beyond] = hop.beyond;
    if (hop.kind !== 'peering' || beyond?.kind !== 'vpc' || !known(beyond.id) || byText(vpc, beyond.id) >= 0) return [];
    const { state, trouble } = beyond;
    const ends = [vpcKey(vpc), vpcKey(beyond.id)] as const;
    const farTrouble = troubleAt(beyond.id, hop.id);
    return [{ key: `link:${hop.id}`, kind: 'peering', id: hop.id, name: hop.name, ends, state, trouble, farTrouble } satisfies EstateLink];
  });
}

const mostOf = (texts: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || byText(a, b))[0]?.[0] ?? '';
};

function hubsOf(model: NetworkModel, index: ModelIndex): Pick<Estate, 'hubs' | 'links'> {
  const byCcn = new Map<string, { readonly row: ModelVpc; readonly attachment: ModelCcnAttachment }[]>();
  for (const attachment of allOf(index, 'ccnAttachments').rows) {
    const { row } = rowOf(index, 'vpcs', attachment.instance);
    if (row) byCcn.set(attachment.ccn, [...(byCcn.get(attachment.ccn) ?? []), { row, attachment }]);
  }
  const ccns = [...byCcn].sort(([a], [b]) => byText(a, b));
  return {
    hubs: ccns.map(([id, members]): EstateHub => {
      const account = mostOf(members.map(({ row }) => row.account));
      const region = mostOf(members.flatMap(({ row }) => (row.account === account ? [row.region] : [])));
      const networks = allOf(index, 'ccnAttachments').rows.filter(({ ccn }) => ccn === id).length;
      return { key: hubKey(id), id, name: rowOf(index, 'ccns', id).row?.name ?? '', account, region, networks };
    }),
    links: ccns.flatMap(([id, members]) =>
      members.map(({ row, attachment }): EstateLink => {
        const ends = [hubKey(id), vpcKey(row.id)] as const;
        const { state, trouble } = placeInCcn(model, index, attachment);
        return { key: `link:${id}:${row.id}`, kind: 'ccn', id, name: '', ends, state, trouble: turned(trouble), farTrouble: trouble };
      }),
    ),
  };
}

/** What is not good about a link, as one of its ends sees it. */
export const troubleAtEnd = (
  { ends, trouble, farTrouble }: Pick<EstateLink, 'ends' | 'trouble' | 'farTrouble'>,
  key: string,
): MapBeyond['trouble'] => (ends[1] === key ? farTrouble : trouble);

/** The estate of all accounts and regions of the model. */
export function estateOf(model: NetworkModel): Estate {
  const index = indexOf(model);
  const rows = [...allOf(index, 'vpcs').rows].sort((a, b) => byText(a.id, b.id));
  const known = (id: string): boolean => rowOf(index, 'vpcs', id).row !== null;
  const seen = rows.flatMap((row) => {
    const map = vpcMapOf(model, row.id);
    return map ? [{ row, map }] : [];
  });
  const { hubs, links } = hubsOf(model, index);
  const troubles = new Map(
    seen.flatMap(({ row, map }) =>
      map.hops.flatMap(({ kind, id, beyond: [far] }) => (kind === 'peering' && far ? [[`${row.id} ${id}`, far.trouble]] : [])),
    ),
  );
  const troubleAt: TroubleAt = (vpc, peering) => troubles.get(`${vpc} ${peering}`) ?? null;
  return {
    vpcs: seen.map(({ row, map }) => vpcFrom(model, row, map, links)),
    hubs,
    links: [...seen.flatMap(({ row, map }) => peeringLinks(row.id, map.hops, known, troubleAt)), ...links].sort((a, b) =>
      byText(a.key, b.key),
    ),
  };
}
