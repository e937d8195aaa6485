/** What a model's rows look like from the side of a question: by id, by address, by what they belong to. */
import { parseAddress } from '../catalogue/address.ts';
import { blockOf } from './cidr.ts';
import type { References } from './expand.ts';
import type {
  Gap,
  ModelAddress,
  ModelEip,
  ModelInterface,
  ModelKind,
  ModelPeering,
  ModelRouteTable,
  ModelSubnet,
  ModelVpc,
  ModelVpnConnection,
  NetworkModel,
} from './model.ts';

/** A subnet or a VPC's block as first and last address. */
export interface Range<T> {
  readonly from: number;
  readonly to: number;
  readonly of: T;
}

/** An address of an interface. */
export interface Holder {
  readonly interface: ModelInterface;
  readonly address: ModelAddress;
  /** `address` as a number. */
  readonly value: number;
}

export interface PublicHolder {
  /** null: an EIP that no known interface holds. */
  readonly holder: Holder | null;
  readonly eip: ModelEip | null;
}

export interface ModelIndex {
  readonly model: NetworkModel;
  readonly vpc: ReadonlyMap<string, ModelVpc>;
  readonly blocks: ReadonlyMap<string, readonly Range<ModelVpc>[]>;
  readonly subnet: ReadonlyMap<string, ModelSubnet>;
  /** Subnets of a VPC, ascending by address. */
  readonly subnets: ReadonlyMap<string, readonly Range<ModelSubnet>[]>;
  readonly routeTable: ReadonlyMap<string, ModelRouteTable>;
  readonly mainTable: ReadonlyMap<string, ModelRouteTable>;
  readonly interface: ReadonlyMap<string, ModelInterface>;
  readonly interfacesOfSubnet: ReadonlyMap<string, readonly ModelInterface[]>;
  readonly interfacesOfInstance: ReadonlyMap<string, readonly ModelInterface[]>;
  readonly peeringsOfVpc: ReadonlyMap<string, readonly ModelPeering[]>;
  readonly connectionsOfGateway: ReadonlyMap<string, readonly ModelVpnConnection[]>;
  readonly references: References;
  /** Who has the private address in the VPC. */
  readonly holder: (vpc: string, address: number) => Holder | null;
  readonly publicHolder: (address: number) => PublicHolder | null;
  readonly publicAddresses: ReadonlySet<number>;
  /** Why rows of the kind may be missing where the VPC is; null when all are there. */
  readonly gap: (kind: ModelKind, vpc?: string) => Gap | null;
  /** What others worked out about this model, by a key of their own. */
  readonly remembered: Map<string, unknown>;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));

function grouped<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

/** @throws RangeError naming the row whose block cannot be read. */
function rangeOf<T extends { readonly id: string }>(of: T, cidr: string): Range<T> {
  try {
    const { base, prefix } = blockOf(cidr);
    return { from: base, to: base + 2 ** (32 - prefix) - 1, of };
  } catch (error) {
    throw new RangeError(`${of.id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function addressIndex(model: NetworkModel) {
  const privately = new Map<string, Map<number, Holder>>();
  const publicly = new Map<number, PublicHolder>();
  for (const one of model.interfaces) {
    const inVpc = privately.get(one.vpc) ?? new Map<number, Holder>();
    privately.set(one.vpc, inVpc);
    for (const address of one.addresses) {
      const value = parseAddress(address.address);
      if (value === null) throw new RangeError(`${one.id}: "${address.address}" is not an IPv4 address`);
      const holder = { interface: one, address, value };
      inVpc.set(value, holder);
      const outside = address.publicAddress ? parseAddress(address.publicAddress) : null;
      if (outside !== null) publicly.set(outside, { holder, eip: null });
    }
  }
  return { privately, publicly };
}

/** EIPs on the addresses they are bound to; one that is bound through an interface's own row keeps that row's holder. */
function addEips(
  model: NetworkModel,
  index: Pick<ModelIndex, 'interface' | 'interfacesOfInstance'>,
  publicly: Map<number, PublicHolder>,
): void {
  const holderAt = (one: ModelInterface | undefined, fits: (address: ModelAddress) => boolean): Holder | null => {
    const address = one?.addresses.find(fits);
    return one && address ? { interface: one, address, value: parseAddress(address.address) ?? 0 } : null;
  };
  for (const eip of model.eips) {
    const value = parseAddress(eip.address);
    if (value === null) throw new RangeError(`${eip.id}: "${eip.address}" is not an IPv4 address`);
    const bound = eip.boundTo;
    let holder = publicly.get(value)?.holder ?? null;
    if (bound && 'interface' in bound)
      holder = holderAt(index.interface.get(bound.interface), ({ address }) => address === bound.privateAddress);
    if (bound && 'instance' in bound) {
      const first = index.interfacesOfInstance.get(bound.instance)?.find(({ primary }) => primary !== false);
      holder = holderAt(first, ({ primary }) => primary);
    }
    publicly.set(value, { holder, eip });
  }
}

function referencesOf(model: NetworkModel, gap: ModelIndex['gap']): References {
  const members = grouped(model.interfaces, ({ securityGroups }) => securityGroups ?? []);
  const known = new Set(model.securityGroups.map(({ id }) => id));
  const incomplete = gap('interfaces') !== null || model.interfaces.some(({ securityGroups }) => securityGroups === undefined);
  return {
    addressTemplates: new Map(model.addressTemplates.map(({ id, addresses }) => [id, addresses])),
    addressTemplateGroups: new Map(model.addressTemplateGroups.map(({ id, templates }) => [id, templates])),
    serviceTemplates: new Map(model.serviceTemplates.map(({ id, services }) => [id, services])),
    serviceTemplateGroups: new Map(model.serviceTemplateGroups.map(({ id, templates }) => [id, templates])),
    members: (group) => {
      const interfaces = members.get(group);
      if (!interfaces && !known.has(group)) return null;
      return { addresses: (interfaces ?? []).flatMap(({ addresses }) => addresses.map(({ address }) => address)), complete: !incomplete };
    },
  };
}

function build(model: NetworkModel): ModelIndex {
  const vpc = byId(model.vpcs);
  const gap: ModelIndex['gap'] = (kind, id) => {
    const at = id === undefined ? undefined : vpc.get(id);
    const applies = (row: Gap) =>
      row.kind === kind && (!at || ((row.account ?? at.account) === at.account && (row.region ?? at.region) === at.region));
    return model.gaps.find(applies) ?? null;
  };
  const subnets = grouped(
    model.subnets.map((row) => rangeOf(row, row.cidr)),
    ({ of }) => [of.vpc],
  );
  for (const ranges of subnets.values()) ranges.sort((a, b) => a.from - b.from);
  const own = {
    interface: byId(model.interfaces),
    interfacesOfInstance: grouped(model.interfaces, ({ instance }) => (instance ? [instance] : [])),
  };
  const { privately, publicly } = addressIndex(model);
  addEips(model, own, publicly);
  return {
    ...own,
    model,
    vpc,
    gap,
    subnets,
    blocks: new Map(model.vpcs.map((row) => [row.id, [row.cidr, ...(row.secondaryCidrs ?? [])].map((cidr) => rangeOf(row, cidr))])),
    subnet: byId(model.subnets),
    routeTable: byId(model.routeTables),
    mainTable: new Map(model.routeTables.filter(({ main }) => main).map((row) => [row.vpc, row])),
    interfacesOfSubnet: grouped(model.interfaces, ({ subnet }) => [subnet]),
    peeringsOfVpc: grouped(model.peerings, ({ vpcs }) => vpcs),
    connectionsOfGateway: grouped(model.vpnConnections, ({ gateway }) => [gateway]),
    references: referencesOf(model, gap),
    holder: (id, address) => privately.get(id)?.get(address) ?? null,
    publicHolder: (address) => publicly.get(address) ?? null,
    publicAddresses: new Set([
      ...publicly.keys(),
      ...model.natGateways.flatMap(({ eips }) => eips.map((text) => parseAddress(text) ?? -1)),
    ]),
    remembered: new Map(),
  };
}

const indexes = new WeakMap<NetworkModel, ModelIndex>();

/**
 * The index of a model, built once per model (a model is a value: see model.ts).
 * @throws RangeError naming the row whose block or address cannot be read.
 */
export function indexOf(model: NetworkModel): ModelIndex {
  const known = indexes.get(model) ?? build(model);
  indexes.set(model, known);
  return known;
}

/** What the model's policies refer to, for `expand`: its templates, and its interfaces as members of their groups. */
export const referencesIn = (model: NetworkModel): References => indexOf(model).references;

/** Works `answer` out once for each key and index. */
export function remember<T>(index: ModelIndex, key: string, answer: () => T): T {
  if (!index.remembered.has(key)) index.remembered.set(key, answer());
  // The key names the function that asks, and with it the type of what it remembers.
  return index.remembered.get(key) as T;
}

const within = <T>(ranges: readonly Range<T>[] | undefined, address: number): Range<T> | undefined =>
  ranges?.find(({ from, to }) => from <= address && address <= to);

/** True when the address is in one of the VPC's blocks. */
export const inVpc = (index: ModelIndex, vpc: string, address: number): boolean => within(index.blocks.get(vpc), address) !== undefined;

/** The subnet of the VPC that holds the address. */
export const subnetAt = (index: ModelIndex, vpc: string, address: number): ModelSubnet | null =>
  within(index.subnets.get(vpc), address)?.of ?? null;

export const inSubnet = (index: ModelIndex, subnet: ModelSubnet, address: number): boolean =>
  subnetAt(index, subnet.vpc, address)?.id === subnet.id;

/** The table that a subnet uses: its own, or the VPC's main one. */
export const tableOf = (index: ModelIndex, subnet: ModelSubnet): ModelRouteTable | null =>
  (subnet.routeTable === undefined ? index.mainTable.get(subnet.vpc) : index.routeTable.get(subnet.routeTable)) ?? null;
