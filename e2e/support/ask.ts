/** Calls as the console's pages make them, and things of the demo world by their names. */
import type { Page } from '@playwright/test';
import { splitName } from '../../catalogue/index.ts';

type Row = Readonly<Record<string, unknown>>;

export interface Where {
  readonly region?: string;
  readonly account?: string;
}

/** Calls an action from a page of the console, whose cookie is the browser's alone. @throws Error when it is refused. */
export async function ask(page: Page, name: string, params: Row = {}, { region = 'ap-guangzhou', account }: Where = {}): Promise<Row> {
  const { service, action } = splitName(name);
  const { ok, text } = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'Content-Type': 'application/json', 'X-Weft': '1' };
      const response = await fetch(path, { method: 'POST', headers, body });
      return { ok: response.ok, text: await response.text() };
    },
    { path: `/api/call/${service}/${action}`, body: JSON.stringify({ account, region, params }) },
  );
  if (!ok) throw new Error(`${name}: ${text}`);
  return (JSON.parse(text) as { data: Row }).data;
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
export async function rowLike(page: Page, kind: keyof typeof lists, like: Row, where?: Where): Promise<Row> {
  const [action = '', rows = ''] = lists[kind] ?? [];
  const params = action.startsWith('vpc:') ? { Limit: 100 } : {};
  const found = ((await ask(page, action, params, where))[rows] as readonly Row[]).find((row) =>
    Object.entries(like).every(([field, value]) => row[field] === value),
  );
  if (!found) throw new Error(`${action} has no row like ${JSON.stringify(like)}`);
  return found;
}

/** The id of a subnet, by the names of its VPC and its own. */
export async function subnetOf(page: Page, vpc: string, name: string, where?: Where): Promise<string> {
  const { VpcId } = await rowLike(page, 'vpc', { VpcName: vpc }, where);
  return String((await rowLike(page, 'subnet', { VpcId, SubnetName: name }, where)).SubnetId);
}

/** The id of a machine's first interface in a subnet, by the names of the VPC and the subnet. */
export async function eniOf(page: Page, vpc: string, subnet: string, where?: Where): Promise<string> {
  const SubnetId = await subnetOf(page, vpc, subnet, where);
  const Filters = [{ Name: 'subnet-id', Values: [SubnetId] }];
  const rows = (await ask(page, 'vpc:DescribeNetworkInterfaces', { Filters, Limit: 100 }, where)).NetworkInterfaceSet as readonly Row[];
  const first = rows.find(({ Primary }) => Primary === true);
  if (!first) throw new Error(`no machine stands in ${vpc} / ${subnet}`);
  return String(first.NetworkInterfaceId);
}
