/** Rows as the 2017 API lists them, read into a model. Where a row has both kinds of id, the newer one counts (8278). */
import { cidrOrNull } from '../../catalogue/address.ts';
import type { ModelInterface, ModelNetworkAcl, ModelRoute, ModelRouteTable, ModelSubnet, ModelVpc } from './model.ts';
import { gateways2017 } from './read-2017-gateways.ts';
import { canonicalBlock, given, type Listed, listIn, newer, textOrNone } from './read-parts.ts';
import { readAclEntry } from './read-rules.ts';

type Text = string | null | undefined;
type Id = string | number;

const vpc = (row: { vpcId: string; unVpcId?: Text; cidrBlock: string; vpcName?: Text }, at: Listed): ModelVpc => ({
  id: newer(row.unVpcId, row.vpcId),
  account: at.account,
  region: at.region,
  cidr: row.cidrBlock,
  ...given('name', textOrNone(row.vpcName)),
});

/** `networkAclId` is 0 when no ACL is bound (9489): true only of a list that was asked for with `getAclIdFlag` 1 (9469). */
const subnet = (row: {
  subnetId: string;
  unSubnetId?: Text;
  vpcId: string;
  unVpcId?: Text;
  cidrBlock: string;
  routeTableId?: Text;
  unRouteTableId?: Text;
  networkAclId?: Id | null | undefined;
  zone?: Text;
  subnetName?: Text;
}): ModelSubnet => ({
  id: newer(row.unSubnetId, row.subnetId),
  vpc: newer(row.unVpcId, row.vpcId),
  cidr: row.cidrBlock,
  routeTable: textOrNone(row.unRouteTableId) ?? textOrNone(row.routeTableId) ?? null,
  ...given('networkAcl', row.networkAclId === undefined ? undefined : (textOrNone(row.networkAclId) ?? null)),
  ...given('zone', textOrNone(row.zone)),
  ...given('name', textOrNone(row.subnetName)),
});

/** Types of next hop by number (9696), in 3.0 spelling. 2 is the built-in Local route, which is implied. */
const nextTypes: Readonly<Record<string, string>> = {
  '0': 'CVM',
  '1': 'VPN',
  '3': 'DIRECTCONNECT',
  '4': 'PEERCONNECTION',
  '7': 'SSLVPN',
  '8': 'NAT',
  '9': 'NORMAL_CVM',
};

interface Route2017 {
  readonly destinationCidrBlock: string;
  readonly nextType: Id;
  readonly nextHub: Id;
  readonly unNextHub?: Text;
  readonly description?: Text;
}

const routesOf = (rows: readonly Route2017[]): ModelRoute[] =>
  rows.flatMap((row) => {
    if (String(row.nextType) === '2') return [];
    const route: ModelRoute = {
      destination: canonicalBlock(row.destinationCidrBlock ?? ''),
      ...given('unread', cidrOrNull(canonicalBlock(row.destinationCidrBlock ?? '')) ? undefined : ['destinationCidrBlock']),
      type: nextTypes[String(row.nextType)] ?? String(row.nextType),
      gateway: newer(row.unNextHub, row.nextHub),
      ...given('description', textOrNone(row.description)),
    };
    return [route];
  });

/** @throws RangeError on a table that tells no routes: none and not told are not the same. */
function routesIn({
  routeSet,
  routeTableSet,
}: {
  readonly routeSet?: readonly Route2017[] | undefined;
  readonly routeTableSet?: readonly Route2017[] | undefined;
}) {
  return listIn(routeSet ?? routeTableSet, 'routeSet');
}

/** Type 1 is the default table (8626); the routes stand in `routeTableSet` (9923) or `routeSet` (9972). */
const routeTable = (row: {
  routeTableId: string;
  unRouteTableId?: Text;
  vpcId: string;
  unVpcId?: Text;
  routeTableType: Id;
  routeTableSet?: readonly Route2017[] | undefined;
  routeSet?: readonly Route2017[] | undefined;
  routeTableName?: Text;
}): ModelRouteTable => ({
  id: newer(row.unRouteTableId, row.routeTableId),
  vpc: newer(row.unVpcId, row.vpcId),
  main: String(row.routeTableType) === '1',
  routes: routesOf(routesIn(row)),
  ...given('name', textOrNone(row.routeTableName)),
});

/** @throws RangeError on an ACL that leaves a direction out: no rules and rules not told are not the same. */
const networkAcl = (row: {
  networkAclId: string;
  vpcId: string;
  unVpcId?: Text;
  networkAclName?: Text;
  networkAclEntrySet: { readonly ingress?: readonly unknown[] | null | undefined; readonly egress?: readonly unknown[] | null | undefined };
}): ModelNetworkAcl => ({
  id: row.networkAclId,
  vpc: newer(row.unVpcId, row.vpcId),
  ingress: listIn(row.networkAclEntrySet.ingress, 'ingress').map(readAclEntry),
  egress: listIn(row.networkAclEntrySet.egress, 'egress').map(readAclEntry),
  ...given('name', textOrNone(row.networkAclName)),
});

const networkInterface = (row: {
  networkInterfaceId: string;
  vpcId: string;
  subnetId: string;
  primary?: boolean | null | undefined;
  privateIpAddressesSet: readonly {
    privateIpAddress: string;
    primary: boolean;
    wanIp?: Text;
    isWanIpBlocked?: boolean | null | undefined;
  }[];
  instanceSet?: { instanceId?: Text } | null | undefined;
  groupSet?: readonly { sgId: string }[] | undefined;
  eniName?: Text;
}): ModelInterface => ({
  id: row.networkInterfaceId,
  vpc: row.vpcId,
  subnet: row.subnetId,
  addresses: listIn(row.privateIpAddressesSet, 'privateIpAddressesSet').map((one) => ({
    address: one.privateIpAddress,
    primary: one.primary,
    publicAddress: textOrNone(one.wanIp) ?? null,
    ...given('blocked', one.isWanIpBlocked ?? undefined),
  })),
  ...given(
    'securityGroups',
    row.groupSet?.map(({ sgId }) => sgId),
  ),
  ...given('instance', row.instanceSet === undefined ? undefined : (textOrNone(row.instanceSet?.instanceId) ?? null)),
  ...given('primary', row.primary ?? undefined),
  ...given('name', textOrNone(row.eniName)),
});

/** Readers by what they make. */
export const read2017 = {
  vpc,
  subnet,
  routeTable,
  networkAcl,
  networkInterface,
  ...gateways2017,
} as const;
