/** A model's rows by id, by address and by what they belong to. Only `look-up.ts` reads these: it knows what may be missing. */
import { compareIps, type IpAddress, type IpBlock, ipBlockOf, parseIp } from '../addresses/ip.ts';
import type { References } from '../rules/policies.ts';
import type {
  Gap,
  ModelAddress,
  ModelCcn,
  ModelEip,
  ModelInterface,
  ModelKind,
  ModelNatGateway,
  ModelNatPort,
  ModelNatSource,
  ModelSubnet,
  ModelVpc,
  ModelVpnConnection,
  NetworkModel,
} from './model.ts';

/** A subnet or a VPC's block as first and last address. */
export interface OwnedRange<T> extends IpBlock {
  readonly of: T;
}

/** An address of an interface. */
export interface Holder {
  readonly interface: ModelInterface;
  readonly address: ModelAddress;
  /** `address` as a value. */
  readonly value: IpAddress;
}

/** Who has a public address: an interface, a NAT gateway, or an EIP that no known interface holds. */
export interface PublicHolder {
  readonly holder: Holder | null;
  readonly eip: ModelEip | null;
  readonly nat: ModelNatGateway | null;
}

/** The rows of one kind by their ids. */
type ById = { readonly [K in ModelKind]: ReadonlyMap<string, NetworkModel[K][number]> };

export type Tables = ReturnType<typeof tablesOf>;

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

const rangeOf = <T>(of: T, cidr: string): OwnedRange<T> => ({ ...ipBlockOf(cidr), of });

/** All blocks of a VPC as texts: its own, further ones, and those of IPv6 as far as they are told. */
export const cidrsOfVpc = ({ cidr, secondaryCidrs = [], ipv6Cidrs = [] }: ModelVpc): string[] => [cidr, ...secondaryCidrs, ...ipv6Cidrs];

/** Notes that a row cannot be read: from then on its list has a gap where the row stands. */
type RefusalHandler = (kind: ModelKind, row: { readonly id: string }, at: Pick<Gap, 'account' | 'region'>, error: unknown) => void;

/** What `read` makes of the rows; those that it cannot read are refused, and nothing else suffers. */
function readable<T extends { readonly id: string }, R>(
  kind: ModelKind,
  rows: readonly T[],
  read: (row: T) => R,
  at: (row: T) => Pick<Gap, 'account' | 'region'>,
  refuse: RefusalHandler,
): R[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      refuse(kind, row, at(row), error);
      return [];
    }
  });
}

function addressOf(text: string): IpAddress {
  // A row may have anything in the place of a text.
  const value = parseIp(String(text));
  if (value === null) throw new RangeError(`"${text}" is not an IP address`);
  return value;
}

const holdersOf = (one: ModelInterface): Holder[] =>
  [...one.addresses, ...(one.ipv6Addresses ?? [])].map((address) => ({ interface: one, address, value: addressOf(address.address) }));

const nobody: PublicHolder = { holder: null, eip: null, nat: null };

/** Public addresses, from the interfaces' own rows, the EIPs' and the NAT gateways'. */
function publicIndex(holders: readonly Holder[], eips: readonly (readonly [IpAddress, ModelEip])[], nats: readonly ModelNatGateway[]) {
  const publicly = new Map<IpAddress, PublicHolder>();
  const put = (value: IpAddress, change: Partial<PublicHolder>) => publicly.set(value, { ...(publicly.get(value) ?? nobody), ...change });
  for (const holder of holders) {
    const outside = holder.address.publicAddress ? parseIp(holder.address.publicAddress) : null;
    if (outside !== null) put(outside, { holder });
  }
  const ofInterface = grouped(holders, (holder) => [holder.interface.id]);
  const ofInstance = grouped(holders, (holder) => (holder.interface.instance ? [holder.interface.instance] : []));
  /** EIPs of which it is not known whose they are. */
  const unplaced: ModelEip[] = [];
  /** IPv6 addresses of interfaces, in whatever VPC. */
  const ipv6Holders = new Map(holders.flatMap((holder) => (typeof holder.value === 'bigint' ? [[holder.value, holder]] : [])));
  for (const [value, eip] of eips) {
    const bound = eip.boundTo;
    let holder = publicly.get(value)?.holder ?? null;
    if (typeof value === 'bigint') {
      // The internet knows an IPv6 address as the interface does.
      put(value, { holder: holder ?? ipv6Holders.get(value) ?? null, eip });
      continue;
    }
    if (bound && 'interface' in bound)
      holder = ofInterface.get(bound.interface)?.find(({ address }) => address.address === bound.privateAddress) ?? null;
    if (bound && 'instance' in bound) {
      const ofBound = ofInstance.get(bound.instance)?.filter((one) => one.interface.primary !== false && typeof one.value === 'number');
      holder = ofBound?.find((one) => one.interface === ofBound[0]?.interface && one.address.primary) ?? null;
    }
    if (holder === null && (bound === undefined || (bound && 'instance' in bound))) unplaced.push(eip);
    put(value, { holder, eip });
  }
  for (const nat of nats) for (const text of nat.eips) put(addressOf(text), { nat });
  return { publicly, unplaced, ipv6Holders };
}

function privateIndex(holders: readonly Holder[]) {
  const privately = new Map<string, Map<IpAddress, Holder>>();
  for (const holder of holders) {
    const inVpc = privately.get(holder.interface.vpc) ?? new Map<IpAddress, Holder>();
    privately.set(holder.interface.vpc, inVpc);
    inVpc.set(holder.value, holder);
  }
  return privately;
}

/** A row whose blocks can be read, or a RangeError. */
function checked(connection: ModelVpnConnection): ModelVpnConnection {
  for (const { local, remote } of connection.spds) for (const text of [local, ...remote]) ipBlockOf(text);
  return connection;
}

/** A gateway whose addresses can be read, or a RangeError. */
function natOf(nat: ModelNatGateway): ModelNatGateway {
  for (const text of nat.eips) addressOf(text);
  return nat;
}

/** A published port whose addresses can be read, or a RangeError. */
function natPortOf(port: ModelNatPort): ModelNatPort {
  for (const text of [port.publicAddress, port.address]) addressOf(text);
  return port;
}

/** An SNAT rule whose addresses can be read, or a RangeError. */
function natSourceOf(source: ModelNatSource): ModelNatSource {
  ipBlockOf(source.block);
  for (const text of source.publicAddresses) addressOf(text);
  return source;
}

/** A CCN whose routes and policies can be read, or a RangeError. */
function ccnOf(ccn: ModelCcn): ModelCcn {
  for (const { destination } of ccn.routes ?? []) ipBlockOf(destination);
  for (const { source } of ccn.selections ?? []) ipBlockOf(source);
  return ccn;
}

const natTables = (ports: readonly ModelNatPort[], sources: readonly ModelNatSource[]) => ({
  portsOfNat: grouped(ports, ({ natGateway }) => [natGateway]),
  /** By VPC and private address. */
  portsOfAddress: grouped(ports, ({ vpc, address }) => [`${vpc} ${address}`]),
  sourcesOfNat: grouped(sources, ({ natGateway }) => [natGateway]),
});

const places = ({ region, account }: { readonly region: string; readonly account: string }) => ({ region, account });

const templatesById = (model: NetworkModel) => ({
  addressTemplates: byId(model.addressTemplates),
  addressTemplateGroups: byId(model.addressTemplateGroups),
  serviceTemplates: byId(model.serviceTemplates),
  serviceTemplateGroups: byId(model.serviceTemplateGroups),
});

const anywhere = () => ({});

/** Rows of which nothing has to be read to have them. */
const plainById = (model: NetworkModel) => ({
  routeTables: byId(model.routeTables),
  interfaces: byId(model.interfaces),
  securityGroups: byId(model.securityGroups),
  networkAcls: byId(model.networkAcls),
  peerings: byId(model.peerings),
  vpnGateways: byId(model.vpnGateways),
  directConnectGateways: byId(model.directConnectGateways),
  ccnAttachments: byId(model.ccnAttachments),
  ...templatesById(model),
});

/** The rows that can be read; the others are refused. */
function readIn(model: NetworkModel, vpcs: ReadonlyMap<string, ModelVpc>, refuse: RefusalHandler) {
  const inVpc = (row: { readonly vpc: string }): Pick<Gap, 'account' | 'region'> => {
    const vpc = vpcs.get(row.vpc);
    return vpc ? places(vpc) : {};
  };
  const blocksOfVpc = (row: ModelVpc) => [row.id, cidrsOfVpc(row).map((cidr): OwnedRange<ModelVpc> => rangeOf(row, cidr))] as const;
  return {
    blocks: readable('vpcs', model.vpcs, blocksOfVpc, places, refuse),
    subnets: readable('subnets', model.subnets, (row) => rangeOf(row, row.cidr), inVpc, refuse),
    holders: readable('interfaces', model.interfaces, holdersOf, inVpc, refuse).flat(),
    eips: readable('eips', model.eips, (eip) => [addressOf(eip.address), eip] as const, anywhere, refuse),
    nats: readable('natGateways', model.natGateways, natOf, inVpc, refuse),
    natPorts: readable('natPorts', model.natPorts, natPortOf, inVpc, refuse),
    natSources: readable('natSources', model.natSources, natSourceOf, inVpc, refuse),
    connections: readable('vpnConnections', model.vpnConnections, checked, anywhere, refuse),
    ccns: readable('ccns', model.ccns, ccnOf, anywhere, refuse),
  };
}

/** Everything by everything; rows that cannot be read are gaps of their list. */
export function tablesOf(model: NetworkModel) {
  const vpcRows = byId(model.vpcs);
  const gaps: Gap[] = [...model.gaps];
  const { blocks, subnets, holders, eips, nats, natPorts, natSources, connections, ccns } = readIn(model, vpcRows, (kind, row, at, error) =>
    gaps.push({ kind, ...at, because: `${row.id}: ${error instanceof Error ? error.message : String(error)}` }),
  );
  const subnets6 = subnets.flatMap(({ of }) => (of.ipv6Cidr ? [rangeOf<ModelSubnet>(of, of.ipv6Cidr)] : []));
  const ofSubnets = grouped(subnets, ({ of }) => [of.vpc]);
  for (const ranges of ofSubnets.values()) ranges.sort((a, b) => compareIps(a.from, b.from));
  const readableVpcs = new Map(blocks);
  const rows: ById = {
    vpcs: new Map([...vpcRows].filter(([id]) => readableVpcs.has(id))),
    subnets: byId(subnets.map(({ of }) => of)),
    natGateways: byId(nats),
    natPorts: byId(natPorts),
    natSources: byId(natSources),
    vpnConnections: byId(connections),
    ccns: byId(ccns),
    eips: byId(eips.map(([, eip]) => eip)),
    ...plainById(model),
  };
  return {
    rows,
    gaps: grouped(gaps, ({ kind }) => [kind]),
    blocks: readableVpcs,
    subnetsOfVpc: ofSubnets,
    ipv6SubnetsOfVpc: grouped(subnets6, ({ of }) => [of.vpc]),
    tablesOfVpc: grouped(model.routeTables, ({ vpc }) => [vpc]),
    mainTable: new Map(model.routeTables.filter(({ main }) => main).map((row) => [row.vpc, row])),
    interfacesOfSubnet: grouped(model.interfaces, ({ subnet }) => [subnet]),
    interfacesOfInstance: grouped(model.interfaces, ({ instance }) => (instance ? [instance] : [])),
    interfacesOfGroup: grouped(model.interfaces, ({ securityGroups }) => securityGroups ?? []),
    /** Interfaces whose groups are not told may be members of any. */
    withoutGroups: model.interfaces.some(({ securityGroups }) => securityGroups === undefined),
    peeringsOfVpc: grouped(model.peerings, ({ vpcs }) => vpcs),
    natGatewaysOfVpc: grouped(nats, ({ vpc }) => [vpc]),
    ...natTables(natPorts, natSources),
    attachmentsOfInstance: grouped(model.ccnAttachments, ({ instance }) => [instance]),
    connectionsOfGateway: grouped(connections, ({ gateway }) => [gateway]),
    privately: privateIndex(holders),
    ...publicIndex(holders, eips, nats),
  };
}

/** What policies refer to, for `expand`; `incomplete` tells whether a group may have more members than are known. */
export function referencesOf(tables: Tables, model: NetworkModel, incomplete: (securityGroup: string) => boolean): References {
  const texts = <T extends { readonly id: string }>(rows: readonly T[], of: (row: T) => readonly string[]) =>
    new Map(rows.map((row) => [row.id, of(row)]));
  return {
    addressTemplates: texts(model.addressTemplates, ({ addresses }) => addresses),
    addressTemplateGroups: texts(model.addressTemplateGroups, ({ templates }) => templates),
    serviceTemplates: texts(model.serviceTemplates, ({ services }) => services),
    serviceTemplateGroups: texts(model.serviceTemplateGroups, ({ templates }) => templates),
    members: (group) => {
      const interfaces = tables.interfacesOfGroup.get(group);
      if (!interfaces && !tables.rows.securityGroups.has(group)) return null;
      const addresses = (interfaces ?? []).flatMap((one) => [...one.addresses, ...(one.ipv6Addresses ?? [])].map(({ address }) => address));
      return { addresses, complete: !tables.withoutGroups && !incomplete(group) };
    },
  };
}
