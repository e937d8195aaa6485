/**
 * The one way to look something up in a model. What is not there is not simply absent: the list that would have it may not
 * have been read whole, and then the answer is "not known", with that list's name. Every answer of `network/` asks here.
 */
import { familyOf, familyOfText, formatIp, holdsIp, type IpAddress, type IpInterval } from '../addresses/ip.ts';
import type { AddressFamily } from '../addresses/ranges.ts';
import type { References } from '../rules/policies.ts';
import type {
  ModelAddress,
  ModelCcnAttachment,
  ModelInterface,
  ModelKind,
  ModelNatPort,
  ModelNatSource,
  ModelPeering,
  ModelRouteTable,
  ModelSubnet,
  ModelVpc,
  ModelVpnConnection,
  NetworkModel,
} from './model.ts';
import { cidrsOfVpc, type Holder, type OwnedRange, type PublicHolder, referencesOf, type Tables, tablesOf } from './model-index.ts';
import type { Scope } from './read-parts.ts';
import type { GapReason, Reason } from './reasons.ts';

export type { Holder, OwnedRange, PublicHolder } from './model-index.ts';

/** A row; or none, and why it may be there all the same. `missing` null: there surely is none. */
export type Lookup<T> = { readonly row: T; readonly missing: null } | { readonly row: null; readonly missing: Reason | null };

/** All rows that are known, and why there may be more; null: these are all. */
export interface Listing<T> {
  readonly rows: readonly T[];
  readonly more: GapReason | null;
}

export interface ModelIndex {
  readonly tables: Tables;
  /** What rules refer to: templates, and interfaces as members of their groups. */
  readonly references: References;
  /** Results about this model, kept by `memoize` under its keys. */
  readonly memo: Map<string, unknown>;
}

const indexes = new WeakMap<NetworkModel, ModelIndex>();

function build(model: NetworkModel): ModelIndex {
  const tables = tablesOf(model);
  return {
    tables,
    memo: new Map(),
    references: referencesOf(tables, model, (group) => notReadAt(tables, 'interfaces', tables.rows.securityGroups.get(group)) !== null),
  };
}

/** The index of a model, built once per model (a model is a value: see model.ts). A row that cannot be read is a gap of its list. */
export function indexOf(model: NetworkModel): ModelIndex {
  const index = indexes.get(model) ?? build(model);
  indexes.set(model, index);
  return index;
}

/** What the model's policies refer to, for `expand`: its templates, and its interfaces as members of their groups. For tests. */
export const referencesIn = (model: NetworkModel): References => indexOf(model).references;

/** Works `answer` out once for each key and index. */
export function memoize<T>(index: ModelIndex, key: string, answer: () => T): T {
  if (!index.memo.has(key)) index.memo.set(key, answer());
  // The key names the function that asks, and with it the type of what it remembers.
  return index.memo.get(key) as T;
}

function notReadAt(tables: Tables, kind: ModelKind, at: Scope | undefined): GapReason | null {
  const gap = tables.gaps
    .get(kind)
    ?.find(
      (row) => row.of === undefined && (!at || ((row.account ?? at.account) === at.account && (row.region ?? at.region) === at.region)),
    );
  return gap ? { code: 'not-known', ...gap } : null;
}

/** Why rows of the kind may be missing where the VPC is, or anywhere; null when all are there. */
export const notRead = ({ tables }: ModelIndex, kind: ModelKind, vpc?: string): GapReason | null =>
  notReadAt(tables, kind, vpc === undefined ? undefined : tables.rows.vpcs.get(vpc));

/** Every gap of these kinds, for answers about the whole model. */
export const everyGap = ({ tables }: ModelIndex, kinds: readonly ModelKind[]): GapReason[] =>
  kinds.flatMap((kind) => (tables.gaps.get(kind) ?? []).map((gap): GapReason => ({ code: 'not-known', ...gap })));

/** Why further lists of a row that is there were not read. */
export function partNotRead({ tables }: ModelIndex, kind: ModelKind, id: string): GapReason | null {
  const gap = tables.gaps.get(kind)?.find(({ of }) => of === id);
  return gap ? { code: 'not-known', ...gap } : null;
}

/** Everything that was not read, of every kind there is. */
export const allGapsOf = (model: NetworkModel): GapReason[] =>
  [...indexOf(model).tables.gaps.values()].flat().map((gap): GapReason => ({ code: 'not-known', ...gap }));

const found = <T>(row: T): Lookup<T> => ({ row, missing: null });
const none = (missing: Reason | null): Lookup<never> => ({ row: null, missing });

/** The row of an id. `vpc`: where it would stand, so that gaps of other places do not count. */
export function rowOf<K extends ModelKind>(index: ModelIndex, kind: K, id: string, vpc?: string): Lookup<NetworkModel[K][number]> {
  // A map of one kind has that kind's rows, which the type of an indexed union cannot say.
  const row = index.tables.rows[kind].get(id) as NetworkModel[K][number] | undefined;
  return row ? found(row) : none(notRead(index, kind, vpc));
}

/** Why a row that others name cannot be found: its list was not read, or does not have it. */
export const absence = (looked: { readonly missing: Reason | null }, kind: ModelKind, id: string): Reason =>
  looked.missing ?? { code: 'not-in-model', kind, id };

/** The rows of a kind whose blocks and addresses can be read: those that questions can be asked about. */
export const readRows = <K extends ModelKind>(model: NetworkModel, kind: K): readonly NetworkModel[K][number][] =>
  allOf(indexOf(model), kind).rows;

/** Every row of a kind. */
export const allOf = <K extends ModelKind>(index: ModelIndex, kind: K): Listing<NetworkModel[K][number]> => ({
  // As in `rowOf`.
  rows: [...index.tables.rows[kind].values()] as NetworkModel[K][number][],
  more: notRead(index, kind),
});

const listing = <T>(index: ModelIndex, kind: ModelKind, vpc: string | undefined, rows: readonly T[] | undefined): Listing<T> => ({
  rows: rows ?? [],
  more: notRead(index, kind, vpc),
});

/** A VPC's own blocks. */
export function blocksOf(index: ModelIndex, vpc: string): Lookup<readonly OwnedRange<ModelVpc>[]> {
  const blocks = index.tables.blocks.get(vpc);
  return blocks ? found(blocks) : none(absence({ missing: notRead(index, 'vpcs') }, 'vpcs', vpc));
}

/** A VPC's blocks as texts, in the order of `blocksOf`; none for a VPC that is not known. */
export function cidrsOf(index: ModelIndex, vpc: string): string[] {
  const row = index.tables.rows.vpcs.get(vpc);
  return row ? cidrsOfVpc(row) : [];
}

/** Why a VPC's blocks of a family are not known, though its row is there: the documents' generation tells no IPv6. */
export function familyNotTold(index: ModelIndex, vpc: string, family: AddressFamily): Reason | null {
  const row = index.tables.rows.vpcs.get(vpc);
  return family === 'IPv6' && row && row.ipv6Cidrs === undefined ? { code: 'ipv6-not-told', vpc } : null;
}

/** Subnets of a VPC, ascending by IPv4 address. */
export const subnetsOf = (index: ModelIndex, vpc: string): Listing<OwnedRange<ModelSubnet>> =>
  listing(index, 'subnets', vpc, index.tables.subnetsOfVpc.get(vpc));

/** Subnets of a VPC by their IPv6 blocks, as far as these are told. */
export const ipv6SubnetsOf = (index: ModelIndex, vpc: string): readonly OwnedRange<ModelSubnet>[] =>
  index.tables.ipv6SubnetsOfVpc.get(vpc) ?? [];

/** The subnet of the VPC that holds the address. */
export function subnetAt(index: ModelIndex, vpc: string, address: IpAddress): Lookup<ModelSubnet> {
  const { rows, more } = subnetsOf(index, vpc);
  const ranges = typeof address === 'bigint' ? ipv6SubnetsOf(index, vpc) : rows;
  const range = ranges.find((one) => holdsIp(one, address));
  if (range) return found(range.of);
  const untold = typeof address === 'bigint' && rows.some(({ of }) => of.ipv6Cidr === undefined);
  return none(more ?? (untold ? { code: 'ipv6-not-told', vpc } : null));
}

/** True when the address is in the subnet, which is a known one. */
export const inSubnet = (index: ModelIndex, subnet: ModelSubnet, address: IpAddress): boolean =>
  subnetAt(index, subnet.vpc, address).row?.id === subnet.id;

/** Whether the address is one of the VPC's own: `row` says so. */
export function inVpc(index: ModelIndex, vpc: string, address: IpAddress): Lookup<boolean> {
  const blocks = blocksOf(index, vpc);
  const untold = familyNotTold(index, vpc, familyOf(address));
  if (blocks.row && !untold) return found(blocks.row.some((block) => holdsIp(block, address)));
  // A subnet lies in its VPC.
  return subnetAt(index, vpc, address).row ? found(true) : none(blocks.missing ?? untold);
}

/** The table that a subnet uses: its own, or the VPC's main one. */
export function tableOf(index: ModelIndex, subnet: ModelSubnet): Lookup<ModelRouteTable> {
  if (subnet.routeTable === null) return none({ code: 'route-table-not-known', subnet: subnet.id });
  if (subnet.routeTable !== undefined) {
    const table = rowOf(index, 'routeTables', subnet.routeTable, subnet.vpc);
    return table.row ? table : none(absence(table, 'routeTables', subnet.routeTable));
  }
  const main = index.tables.mainTable.get(subnet.vpc);
  return main ? found(main) : none(absence({ missing: notRead(index, 'routeTables', subnet.vpc) }, 'routeTables', subnet.vpc));
}

export const tablesOfVpc = (index: ModelIndex, vpc: string): Listing<ModelRouteTable> =>
  listing(index, 'routeTables', vpc, index.tables.tablesOfVpc.get(vpc));

export const interfacesOfSubnet = (index: ModelIndex, { id, vpc }: ModelSubnet): Listing<ModelInterface> =>
  listing(index, 'interfaces', vpc, index.tables.interfacesOfSubnet.get(id));

/** The interfaces that a security group is known to be on. More may be where some were not read, or do not tell their groups. */
export const interfacesOfGroup = (
  index: ModelIndex,
  group: string,
): { readonly rows: readonly ModelInterface[]; readonly more: Reason | null } => ({
  rows: index.tables.interfacesOfGroup.get(group) ?? [],
  more: notRead(index, 'interfaces') ?? (index.tables.withoutGroups ? { code: 'security-groups-not-known', id: group } : null),
});

export const interfacesOfInstance = (index: ModelIndex, instance: string, vpc: string): Listing<ModelInterface> =>
  listing(index, 'interfaces', vpc, index.tables.interfacesOfInstance.get(instance));

/** Who has the private address in the VPC. */
export function holderAt(index: ModelIndex, vpc: string, address: IpAddress): Lookup<Holder> {
  const holder = index.tables.privately.get(vpc)?.get(address);
  return holder ? found(holder) : none(notRead(index, 'interfaces', vpc));
}

export const peeringsOf = (index: ModelIndex, vpc: string): Listing<ModelPeering> =>
  listing(index, 'peerings', vpc, index.tables.peeringsOfVpc.get(vpc));

/** CCNs that a network is in, or asks to be in. */
export const attachmentsOf = (index: ModelIndex, instance: string): Listing<ModelCcnAttachment> =>
  listing(index, 'ccnAttachments', instance, index.tables.attachmentsOfInstance.get(instance));

export const natGatewaysOf = (index: ModelIndex, vpc: string) => listing(index, 'natGateways', vpc, index.tables.natGatewaysOfVpc.get(vpc));

/** Ports that a NAT gateway publishes. `vpc`: where it stands; absent: not known. */
export const portsOfNat = (index: ModelIndex, gateway: string, vpc?: string): Listing<ModelNatPort> =>
  listing(index, 'natPorts', vpc, index.tables.portsOfNat.get(gateway));

/** Ports that NAT gateways publish for a private address of a VPC. */
export const portsOfAddress = (index: ModelIndex, vpc: string, address: string): Listing<ModelNatPort> =>
  listing(index, 'natPorts', vpc, index.tables.portsOfAddress.get(`${vpc} ${address}`));

/** SNAT rules of a NAT gateway, which stands in the VPC. */
export const sourcesOfNat = (index: ModelIndex, gateway: string, vpc: string): Listing<ModelNatSource> =>
  listing(index, 'natSources', vpc, index.tables.sourcesOfNat.get(gateway));

/** Connections of a VPN gateway, which stands in the VPC. */
export const connectionsOf = (index: ModelIndex, gateway: string, vpc: string): Listing<ModelVpnConnection> =>
  listing(index, 'vpnConnections', vpc, index.tables.connectionsOfGateway.get(gateway));

const publicKinds = ['eips', 'natGateways', 'interfaces'] as const;

/** Who has the public address. One that no row has is somebody else's only when every list that could have it was read. */
export function publicAt(index: ModelIndex, address: IpAddress): Lookup<PublicHolder> {
  const holder = index.tables.publicly.get(address);
  return holder ? found(holder) : none(publicMore(index) ?? ipv6BandwidthNotKnown(index, address));
}

/** IPv6 addresses are the same inside and outside: whether the internet reaches one of a VPC's may not be told. */
function ipv6BandwidthNotKnown(index: ModelIndex, address: IpAddress): Reason | null {
  if (typeof address !== 'bigint') return null;
  const holder = index.tables.ipv6Holders.get(address);
  if (holder) return { code: 'ipv6-bandwidth-not-known', id: holder.interface.id };
  const vpcs = [...index.tables.rows.vpcs.values()];
  const own = vpcs.some(({ id }) => index.tables.blocks.get(id)?.some((block) => holdsIp(block, address)));
  if (own) return { code: 'address-not-in-model', address: formatIp(address) };
  return vpcs.map(({ id }) => familyNotTold(index, id, 'IPv6')).find((reason) => reason !== null) ?? null;
}

const publicMore = (index: ModelIndex): GapReason | null => everyGap(index, publicKinds)[0] ?? null;

/** What of the internet is the model's own: public addresses, and all IPv6 blocks of its VPCs. */
export const ownPublicRanges = (index: ModelIndex): Listing<IpInterval> => ({
  rows: memoize(index, 'own public ranges', () => [
    ...[...index.tables.publicly.keys()].map((address): IpInterval => ({ from: address, to: address })),
    ...[...index.tables.blocks.values()].flat().filter(({ from }) => typeof from === 'bigint'),
  ]),
  more: publicMore(index),
});

/** True for an address of the internet that is the model's own. */
export const isOwnPublic = (index: ModelIndex, address: IpAddress): boolean =>
  index.tables.publicly.has(address) ||
  (typeof address === 'bigint' && ownPublicRanges(index).rows.some((range) => holdsIp(range, address)));

/** Whether the cloud or an unpaid bill stops the public address. */
export function publicFault(index: ModelIndex, { holder, eip }: PublicHolder): Lookup<boolean> {
  if (eip?.blocked === true || eip?.arrears === true || holder?.address.blocked === true) return found(true);
  const missing = eip === null ? notRead(index, 'eips', holder?.interface.vpc) : null;
  return missing ? none(missing) : found(false);
}

/** The public address on an interface's private one, from its own row or from an EIP bound to it. */
export function publicAddressOf(index: ModelIndex, one: ModelInterface, { address }: ModelAddress): Lookup<IpAddress> {
  const value = memoize(index, 'public by private', () => {
    const values = new Map<string, IpAddress>();
    for (const [value, { holder }] of index.tables.publicly) {
      if (holder) values.set(`${holder.interface.id} ${holder.address.address}`, value);
    }
    return values;
  }).get(`${one.id} ${address}`);
  if (value !== undefined) return found(value);
  if (familyOfText(address) === 'IPv6') return none(notRead(index, 'eips', one.vpc) ?? { code: 'ipv6-bandwidth-not-known', id: one.id });
  // An EIP whose holder is not known may be this interface's.
  const perhaps = index.tables.unplaced.find(({ boundTo }) => boundTo === undefined || (one.instance === undefined && boundTo !== null));
  return none(notRead(index, 'eips', one.vpc) ?? (perhaps ? { code: 'eip-binding-not-known', id: perhaps.id } : null));
}
