/** Rows as API 3.0 lists them, read into a model. Fields that a row may lack are optional here, as in its structures. */
import { canonicalIpv6, parseAddress6 } from '../../catalogue/address6.ts';
import { tagsOf } from '../../catalogue/tags.ts';
import { parseIpBlock } from '../addresses/ip.ts';
import type {
  GatewayState,
  ModelAddress,
  ModelEip,
  ModelInterface,
  ModelRoute,
  ModelRouteTable,
  ModelSecurityGroup,
  ModelSubnet,
  ModelVpc,
  ModelVpnConnection,
  ModelVpnGateway,
} from './model.ts';
import { canonicalBlock, listIn, optionalField, type Scope, textOrNone } from './read-parts.ts';
import { readPolicy } from './read-rules.ts';

type Text = string | null | undefined;

/** Further ranges of a VPC, as the cloud of 2026 lists them; the documents know one range only. */
const secondaryOf = (set: readonly ({ readonly CidrBlock?: Text } | null)[] | null | undefined): string[] | undefined =>
  set && set.length > 0 ? set.map((range) => range?.CidrBlock ?? '') : undefined;

interface Vpc3 {
  readonly VpcId: string;
  readonly CidrBlock: string;
  readonly VpcName?: Text;
  readonly AssistantCidrSet?: readonly ({ readonly CidrBlock?: Text } | null)[] | null | undefined;
  readonly Ipv6CidrBlock?: Text;
  readonly Ipv6CidrBlockSet?: readonly ({ readonly IPv6CidrBlock?: Text } | null)[] | null | undefined;
  readonly TagSet?: unknown;
}

/** Undefined where there are none. */
function tagsFrom(row: Vpc3): Readonly<Record<string, string>> | undefined {
  const pairs = tagsOf({ TagSet: row.TagSet }).map(({ Key, Value }) => [Key, Value] as const);
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

/** The IPv6 blocks of a VPC: one field has the first of them, another all. Undefined where neither is told. */
function ipv6BlocksOf({ Ipv6CidrBlock: first, Ipv6CidrBlockSet: set }: Vpc3): string[] | undefined {
  if (first === undefined && set === undefined) return undefined;
  const texts = [first, ...(set ?? []).map((block) => block?.IPv6CidrBlock)].flatMap((text) => textOrNone(text) ?? []);
  const blocks = [...new Set(texts.map(canonicalBlock))];
  return blocks.every(isIpv6Block) ? blocks : undefined;
}

/** What cannot be read of IPv6 is not told; IPv4 does not suffer. */
const isIpv6Block = (text: string): boolean => text.includes(':') && parseIpBlock(text) !== null;

const vpc = (row: Vpc3, at: Scope): ModelVpc => ({
  id: row.VpcId,
  account: at.account,
  region: at.region,
  cidr: row.CidrBlock,
  ...optionalField('secondaryCidrs', secondaryOf(row.AssistantCidrSet)),
  ...optionalField('ipv6Cidrs', ipv6BlocksOf(row)),
  ...optionalField('name', textOrNone(row.VpcName)),
  ...optionalField('tags', tagsFrom(row)),
});

/** Null: none; undefined: not told, or not readable. */
function ipv6BlockOf(text: Text): string | null | undefined {
  if (text === undefined) return undefined;
  const block = canonicalBlock(textOrNone(text) ?? '');
  return block === '' ? null : isIpv6Block(block) ? block : undefined;
}

/** Null: none guards the subnet, which the cloud says by an empty text; undefined: not told. */
const aclOf = (text: Text): string | null | undefined => (text === undefined || text === null ? undefined : (textOrNone(text) ?? null));

/** 3.0 of the documents does not tell a subnet's ACL: `withAcls` puts in what the 2017 API tells. Today's does. */
const subnet = (row: {
  SubnetId: string;
  VpcId: string;
  CidrBlock: string;
  Ipv6CidrBlock?: Text;
  RouteTableId?: Text;
  NetworkAclId?: Text;
  Zone?: Text;
  SubnetName?: Text;
}): ModelSubnet => ({
  id: row.SubnetId,
  vpc: row.VpcId,
  cidr: row.CidrBlock,
  ...optionalField('ipv6Cidr', ipv6BlockOf(row.Ipv6CidrBlock)),
  routeTable: textOrNone(row.RouteTableId) ?? null,
  ...optionalField('networkAcl', aclOf(row.NetworkAclId)),
  ...optionalField('zone', textOrNone(row.Zone)),
  ...optionalField('name', textOrNone(row.SubnetName)),
});

interface Route3 {
  readonly DestinationCidrBlock?: Text;
  readonly DestinationIpv6CidrBlock?: Text;
  readonly GatewayType?: Text;
  readonly GatewayId?: Text;
  /** 0 for all routes of IPv6, which today's id tells apart. */
  readonly RouteId?: number | null | undefined;
  readonly RouteItemId?: Text;
  readonly RouteDescription?: Text;
  readonly Enabled?: boolean | null | undefined;
}

/** One route; what cannot be read of it is listed, and nothing is made of it. IPv6 destinations stand in a field of their own. */
function routeOf(route: Route3): ModelRoute {
  const four = textOrNone(route.DestinationCidrBlock);
  const six = textOrNone(route.DestinationIpv6CidrBlock);
  const destination = canonicalBlock(four ?? (six && !six.includes('/') ? `${six}/128` : six) ?? '');
  const readable = four && six ? false : parseIpBlock(destination) !== null && destination.includes(':') === (four === undefined);
  const unread = [
    ...(readable ? [] : ['DestinationCidrBlock']),
    ...(textOrNone(route.GatewayType) === undefined ? ['GatewayType'] : []),
    ...(route.GatewayId === null || route.GatewayId === undefined || route.GatewayId === '' ? ['GatewayId'] : []),
  ];
  return {
    destination: four && six ? '' : destination,
    type: route.GatewayType ?? '',
    gateway: route.GatewayId ?? '',
    ...optionalField('id', textOrNone(route.RouteId) === undefined ? textOrNone(route.RouteItemId) : (route.RouteId ?? undefined)),
    ...optionalField('enabled', route.Enabled ?? undefined),
    ...optionalField('description', textOrNone(route.RouteDescription)),
    ...optionalField('unread', unread.length > 0 ? unread : undefined),
  };
}

const routeTable = (row: {
  RouteTableId: string;
  VpcId: string;
  Main: boolean;
  RouteSet: readonly Route3[];
  RouteTableName?: Text;
}): ModelRouteTable => ({
  id: row.RouteTableId,
  vpc: row.VpcId,
  main: row.Main,
  routes: listIn(row.RouteSet, 'RouteSet').map(routeOf),
  ...optionalField('name', textOrNone(row.RouteTableName)),
});

interface PrivateIp3 {
  readonly PrivateIpAddress: string;
  readonly Primary?: boolean | null | undefined;
  readonly PublicIpAddress?: Text;
  readonly IsWanIpBlocked?: boolean | null | undefined;
}

interface Ipv6Address3 {
  readonly Address: string;
  readonly Primary?: boolean | null | undefined;
  /** The elastic IP that gives it bandwidth on the internet. */
  readonly AddressId?: Text;
  /** Of an address that is not global itself. */
  readonly PublicIpAddress?: Text;
  readonly IsWanIpBlocked?: boolean | null | undefined;
}

/** Bandwidth on the internet can also be given without an elastic IP, which no list read here tells: then it is not known. */
const ipv6Address = (one: Ipv6Address3): ModelAddress => ({
  address: canonicalIpv6(one.Address) ?? one.Address,
  primary: one.Primary === true,
  ...optionalField(
    'publicAddress',
    textOrNone(one.PublicIpAddress) ?? (textOrNone(one.AddressId) && (canonicalIpv6(one.Address) ?? undefined)),
  ),
  ...optionalField('blocked', one.IsWanIpBlocked ?? undefined),
});

function ipv6AddressesOf(set: readonly Ipv6Address3[] | null | undefined): ModelAddress[] | undefined {
  if (set === undefined || !(set ?? []).every(({ Address }) => parseAddress6(Address) !== null)) return undefined;
  return (set ?? []).map(ipv6Address);
}

/** An `Attachment` without an instance means attached to nothing; no `Attachment` at all is not known. */
const networkInterface = (row: {
  NetworkInterfaceId: string;
  VpcId: string;
  SubnetId: string;
  GroupSet?: readonly string[] | undefined;
  Primary?: boolean | null | undefined;
  PrivateIpAddressSet: readonly PrivateIp3[];
  Ipv6AddressSet?: readonly Ipv6Address3[] | null | undefined;
  Attachment?: { InstanceId?: Text } | null | undefined;
  NetworkInterfaceName?: Text;
}): ModelInterface => ({
  id: row.NetworkInterfaceId,
  vpc: row.VpcId,
  subnet: row.SubnetId,
  addresses: listIn(row.PrivateIpAddressSet, 'PrivateIpAddressSet').map((one) => ({
    address: one.PrivateIpAddress,
    primary: one.Primary === true,
    publicAddress: textOrNone(one.PublicIpAddress) ?? null,
    ...optionalField('blocked', one.IsWanIpBlocked ?? undefined),
  })),
  ...optionalField(
    'securityGroups',
    Array.isArray(row.GroupSet) && row.GroupSet.every((id) => typeof id === 'string') ? row.GroupSet : undefined,
  ),
  ...optionalField('ipv6Addresses', ipv6AddressesOf(row.Ipv6AddressSet)),
  ...optionalField('instance', row.Attachment === undefined ? undefined : (textOrNone(row.Attachment?.InstanceId) ?? null)),
  ...optionalField('primary', row.Primary ?? undefined),
  ...optionalField('name', textOrNone(row.NetworkInterfaceName)),
});

/**
 * A group and its rules come from two calls: the list and, for each group, its policies.
 * @throws RangeError on policies that leave a direction out: no rules and rules not told are not the same.
 */
const securityGroup = (
  row: { SecurityGroupId: string; SecurityGroupName?: Text },
  policies: { readonly Ingress?: readonly unknown[] | null | undefined; readonly Egress?: readonly unknown[] | null | undefined },
  at: Scope,
): ModelSecurityGroup => ({
  id: row.SecurityGroupId,
  account: at.account,
  region: at.region,
  ingress: listIn(policies.Ingress, 'Ingress').map((one) => readPolicy(one, row.SecurityGroupId)),
  egress: listIn(policies.Egress, 'Egress').map((one) => readPolicy(one, row.SecurityGroupId)),
  ...optionalField('name', textOrNone(row.SecurityGroupName)),
});

interface Address3 {
  readonly AddressId: string;
  readonly AddressIp: string;
  readonly AddressStatus?: Text;
  readonly BindedResourceId?: Text;
  readonly InstanceId?: Text;
  readonly NetworkInterfaceId?: Text;
  readonly PrivateAddressIp?: Text;
  readonly IsBlocked?: boolean | null | undefined;
  readonly IsArrears?: boolean | null | undefined;
}

/** What an EIP is bound to, from the sample's fields or the structure's one (7154); absent when neither says enough. */
function bindingOf(row: Address3): ModelEip['boundTo'] {
  const resource = textOrNone(row.BindedResourceId);
  const named = textOrNone(row.InstanceId);
  const state = row.AddressStatus?.toUpperCase();
  // Unbound only where the state and all that could name something agree.
  if (state === 'UNBIND' && !resource && !named && !textOrNone(row.NetworkInterfaceId)) return null;
  const interfaceId = textOrNone(row.NetworkInterfaceId) ?? (resource?.startsWith('eni-') ? resource : undefined);
  const address = textOrNone(row.PrivateAddressIp);
  if (interfaceId && address) return { interface: interfaceId, privateAddress: address };
  const gateway = [resource, named].find((id) => id?.startsWith('nat-'));
  if (gateway) return { natGateway: gateway };
  const instance = named ?? (resource?.startsWith('ins-') ? resource : undefined);
  if (instance === undefined) return undefined;
  return instance.startsWith('ins-') ? { instance } : { other: instance };
}

const eip = (row: Address3): ModelEip => ({
  id: row.AddressId,
  address: row.AddressIp,
  ...optionalField('boundTo', bindingOf(row)),
  ...optionalField('blocked', row.IsBlocked ?? undefined),
  ...optionalField('arrears', row.IsArrears ?? undefined),
});

/** PENDING, AVAILABLE or DELETING, in any case (7494, 7509, 4117); any other word is carried. */
const stateOf = (text: Text): { readonly state: GatewayState; readonly told?: string } => {
  const state = (text ?? '').toLowerCase();
  if (state === 'available' || state === 'pending' || state === 'deleting') return { state };
  return { state: 'unknown', told: text ?? '' };
};

/** Whether a tunnel is up; undefined for a word that nobody here knows. */
const isUp = (text: Text): boolean | undefined => {
  const word = (text ?? '').toUpperCase();
  return word === 'AVAILABLE' ? true : word === 'UNAVAILABLE' ? false : undefined;
};

const vpnGateway = (row: { VpnGatewayId: string; VpcId: string; State?: Text; VpnGatewayName?: Text }): ModelVpnGateway => ({
  id: row.VpnGatewayId,
  vpc: row.VpcId,
  ...stateOf(row.State),
  ...optionalField('name', textOrNone(row.VpnGatewayName)),
});

const vpnConnection = (row: {
  VpnConnectionId: string;
  VpnGatewayId: string;
  State?: Text;
  NetStatus?: Text;
  VpnConnectionName?: Text;
  SecurityPolicyDatabaseSet: readonly { LocalCidrBlock: string; RemoteCidrBlock: readonly string[] }[];
}): ModelVpnConnection => ({
  id: row.VpnConnectionId,
  gateway: row.VpnGatewayId,
  ...stateOf(row.State),
  ...optionalField('up', isUp(row.NetStatus)),
  spds: listIn(row.SecurityPolicyDatabaseSet, 'SecurityPolicyDatabaseSet').map(({ LocalCidrBlock, RemoteCidrBlock }) => ({
    local: canonicalBlock(LocalCidrBlock),
    remote: listIn(RemoteCidrBlock, 'RemoteCidrBlock').map(canonicalBlock),
  })),
  ...optionalField('name', textOrNone(row.VpnConnectionName)),
});

// Parameter templates. The 2017 API offers nothing more, so it is not read.

const addressTemplate = (row: { AddressTemplateId: string; AddressSet: readonly string[] }) => ({
  id: row.AddressTemplateId,
  addresses: row.AddressSet,
});
const addressTemplateGroup = (row: { AddressTemplateGroupId: string; AddressTemplateIdSet: readonly string[] }) => ({
  id: row.AddressTemplateGroupId,
  templates: row.AddressTemplateIdSet,
});
const serviceTemplate = (row: { ServiceTemplateId: string; ServiceSet: readonly string[] }) => ({
  id: row.ServiceTemplateId,
  services: row.ServiceSet,
});
const serviceTemplateGroup = (row: { ServiceTemplateGroupId: string; ServiceTemplateIdSet: readonly string[] }) => ({
  id: row.ServiceTemplateGroupId,
  templates: row.ServiceTemplateIdSet,
});

/** Readers by what they make. */
export const read3 = {
  vpc,
  subnet,
  routeTable,
  networkInterface,
  policy: readPolicy,
  securityGroup,
  eip,
  vpnGateway,
  vpnConnection,
  addressTemplate,
  addressTemplateGroup,
  serviceTemplate,
  serviceTemplateGroup,
} as const;

/** Subnets with the ACLs that another listing told, by subnet id; those it does not name keep what they have. */
export const withAcls = (subnets: readonly ModelSubnet[], told: ReadonlyMap<string, string | null>): ModelSubnet[] =>
  subnets.map((row) => ({ ...row, ...optionalField('networkAcl', told.get(row.id) === undefined ? row.networkAcl : told.get(row.id)) }));
