/** Calls beside those that the pages make, and things of the demo world by their names. */
import type { Page } from '@playwright/test';
import { splitName } from '../../catalogue/index.ts';
import { token } from './product.ts';

type Row = Readonly<Record<string, unknown>>;

interface CallTarget {
  readonly region?: string;
  readonly account?: string;
}

/** Calls an action as a program with the token does: no page need have been loaded. @throws Error when it is refused. */
export async function ask(page: Page, name: string, params: Row = {}, { region = 'ap-guangzhou', account }: CallTarget = {}): Promise<Row> {
  const { service, action } = splitName(name);
  const response = await page.request.post(`/api/call/${service}/${action}`, {
    headers: { 'X-Weft': '1', Authorization: `Bearer ${token}` },
    data: { account, region, params },
  });
  if (!response.ok()) throw new Error(`${name}: ${await response.text()}`);
  return ((await response.json()) as { data: Row }).data;
}

const lists: Readonly<Record<string, readonly [action: string, rows: string]>> = {
  vpc: ['vpc:DescribeVpcs', 'VpcSet'],
  subnet: ['vpc:DescribeSubnets', 'SubnetSet'],
  eni: ['vpc:DescribeNetworkInterfaces', 'NetworkInterfaceSet'],
  eip: ['vpc:DescribeAddresses', 'AddressSet'],
  routeTable: ['vpc:DescribeRouteTables', 'RouteTableSet'],
  securityGroup: ['vpc:DescribeSecurityGroups', 'SecurityGroupSet'],
  peering: ['vpc2017:DescribeVpcPeeringConnections', 'data'],
  natGateway: ['vpc2017:DescribeNatGateway', 'data'],
  networkAcl: ['vpc2017:DescribeNetworkAcl', 'data'],
};

/** The first row of a list that is like this. @throws Error when there is none among the first hundred. */
export async function rowLike(page: Page, kind: keyof typeof lists, like: Row, where?: CallTarget): Promise<Row> {
  const [action = '', rows = ''] = lists[kind] ?? [];
  const params = action.startsWith('vpc:') ? { Limit: 100 } : {};
  const found = ((await ask(page, action, params, where))[rows] as readonly Row[]).find((row) =>
    Object.entries(like).every(([field, value]) => row[field] === value),
  );
  if (!found) throw new Error(`${action} has no row like ${JSON.stringify(like)}`);
  return found;
}

/** The id of a subnet, by the names of its VPC and its own. */
export async function subnetOf(page: Page, vpc: string, name: string, where?: CallTarget): Promise<string> {
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: vpc }, where);
  return String((await rowLike(page, 'subnet', { VpcId, SubnetName: name }, where)).SubnetId);
}

/** The id of a machine's first interface in a subnet, by the names of the VPC and the subnet. */
export async function eniOf(page: Page, vpc: string, subnet: string, where?: CallTarget): Promise<string> {
  const SubnetId = await subnetOf(page, vpc, subnet, where);
  const Filters = [{ Name: 'subnet-id', Values: [SubnetId] }];
  const rows = (await ask(page, 'vpc:DescribeNetworkInterfaces', { Filters, Limit: 100 }, where)).NetworkInterfaceSet as readonly Row[];
  const first = rows.find(({ Primary }) => Primary === true);
  if (!first) throw new Error(`no machine stands in ${vpc} / ${subnet}`);
  return String(first.NetworkInterfaceId);
}

interface RouteToAdd {
  readonly to: string;
  readonly type: string;
  readonly gateway: string;
}

/** A route of the main table of a VPC. */
export async function addRoute(page: Page, vpc: string, { to, type, gateway }: RouteToAdd, where?: CallTarget): Promise<void> {
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: vpc }, where);
  const { RouteTableId } = await rowLike(page, 'routeTable', { VpcId, Main: true }, where);
  const Routes = [{ DestinationCidrBlock: to, GatewayType: type, GatewayId: gateway }];
  await ask(page, 'vpc:CreateRoutes', { RouteTableId, Routes }, where);
}
