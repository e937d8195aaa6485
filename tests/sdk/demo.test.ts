/** The demo cloud as third-party clients read it: whatever either company has in any region is what the catalogue says. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ActionData, isRead } from '../../catalogue/define.ts';
import { actions } from '../../catalogue/index.ts';
import { loadOnce } from '../../catalogue/load-once.ts';
import { type Account, must, SdkStage, type Values } from './stage.ts';

const stage = new SdkStage();
const short = { 'ap-guangzhou': 'gz', 'ap-shanghai': 'sh', 'ap-beijing': 'bj' } as const;
type Region = keyof typeof short;
const regions = Object.keys(short) as Region[];

beforeAll(() => stage.open('demo'));
afterAll(() => stage.close());

type Call = (action: string, params?: Values) => Promise<Values>;

/** Both generations' callers for an account in a region. */
function callers(account: Account, region: Region): Record<'vpc' | 'vpc2017', Call> {
  const client = stage.vpc(account, region);
  return { vpc: (action, params = {}) => client.request(action, params), vpc2017: stage.ok2017(account, short[region]) };
}

const needsNothing = (data: ActionData): boolean => !Object.values(data.params).some((field) => field.required) && !data.oneOf;
const reads = Object.entries(actions as Readonly<Record<string, ActionData>>)
  .filter(([name, data]) => /^vpc/.test(name) && isRead(data) && needsNothing(data))
  .map(([name]) => name.split(':') as ['vpc' | 'vpc2017', string]);

const companies = () =>
  stage.cloud.accounts.map(
    ({ uin, secretId, secretKey, dialect = 'documents' }): Account => ({ uin, keys: { secretId, secretKey }, dialect }),
  );

/** What is asked of the demo cloud, by name; each is asked once, whichever test comes first. */
const walks: Readonly<Record<string, () => Promise<void>>> = Object.fromEntries(
  regions.flatMap((region) => [
    ...[0, 1, 2].map((index) => [`company ${index}, ${region}: everything that can be listed`, loadOnce(() => listsOf(index, region))]),
    ...[0, 1].map((index) => [
      `company ${index}, ${region}: what is asked for one thing at a time`,
      loadOnce(() => partsOf(index, region)),
    ]),
    [`company 2, ${region}: what today is asked for one thing at a time`, loadOnce(() => partsOfToday(region))],
  ]),
);

it.each(Object.entries(walks))('%s', (_name, walk) => walk());

async function listsOf(index: number, region: Region): Promise<void> {
  const by = callers(must(companies()[index]), region);
  for (const [service, action] of reads) await by[service](action);
}

async function partsOf(index: number, region: Region): Promise<void> {
  const { vpc, vpc2017 } = callers(must(companies()[index]), region);
  for (const { SecurityGroupId } of (await vpc('DescribeSecurityGroups', { Limit: '100' })).SecurityGroupSet as Values[]) {
    await vpc('DescribeSecurityGroupPolicies', { SecurityGroupId });
    await vpc('DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [SecurityGroupId] });
  }
  for (const { unVpcId, unSubnetId } of (await vpc2017('DescribeSubnetEx', { limit: 100 })).data as Values[]) {
    await vpc2017('DescribeSubnet', { vpcId: unVpcId, subnetId: unSubnetId });
  }
  for (const { vpcId, flowLogId } of (await vpc2017('DescribeFlowLogs', { limit: 100 })).data as Values[]) {
    await vpc2017('DescribeFlowLog', { vpcId, flowLogId });
  }
  for (const { vpcId, directConnectGatewayId, type } of (await vpc2017('DescribeDirectConnectGateway')).data as Values[]) {
    if (type === 1) await translations(vpc2017, { vpcId, directConnectGatewayId });
  }
}

async function partsOfToday(region: Region): Promise<void> {
  const { vpc } = callers(must(companies()[2]), region);
  const rows = async (action: string, params: Values = {}): Promise<Values[]> =>
    must(Object.values(await vpc(action, params)).find(Array.isArray));
  for (const { VpcId } of await rows('DescribeVpcs', { Limit: '100' })) {
    await vpc('DescribeVpcResourceDashboard', { VpcIds: [VpcId] });
    await vpc('DescribeUsedIpAddress', { VpcId });
  }
  for (const { SubnetId } of await rows('DescribeSubnets', { Limit: '100' }))
    await vpc('DescribeSubnetResourceDashboard', { SubnetIds: [SubnetId] });
  for (const { SecurityGroupId } of await rows('DescribeSecurityGroups', { Limit: '100' })) {
    await vpc('DescribeSecurityGroupPolicies', { SecurityGroupId });
    await vpc('DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [SecurityGroupId] });
    await vpc('DescribeSecurityGroupReferences', { SecurityGroupIds: [SecurityGroupId] });
  }
  for (const { CcnId } of await rows('DescribeCcns')) {
    for (const action of ['DescribeCcnRoutes', 'DescribeCcnRegionBandwidthLimits']) await vpc(action, { CcnId });
    await vpc('DescribeCcnRouteTables', { Filters: [{ Name: 'ccn-id', Values: [CcnId] }] });
  }
  for (const { NatGatewayId } of await rows('DescribeNatGateways')) {
    await vpc('DescribeNatGatewayDestinationIpPortTranslationNatRules', { NatGatewayIds: [NatGatewayId] });
    await vpc('DescribeNatGatewaySourceIpTranslationNatRules', { NatGatewayId });
  }
}

async function translations(call: Call, gateway: Values): Promise<void> {
  for (const kind of ['LocalIPTranslation', 'LocalSourceIPPortTranslation', 'LocalDestinationIPPortTranslation', 'PeerIPTranslation']) {
    const rules = (await call(`Describe${kind}NatRule`, gateway)).data as Values[];
    if (!/^LocalIP|^LocalSource/.test(kind)) continue;
    for (const { description: _, ...rule } of rules) await call(`Describe${kind}AclRule`, { ...gateway, ...rule });
  }
}

it('every answer was what the catalogue says, and every list has something somewhere', async () => {
  for (const walk of Object.values(walks)) await walk();
  expect([...stage.surprises]).toEqual([]);
  expect([...stage.strange]).toEqual([]);
  expect(reads.length).toBeGreaterThan(30);
  expect([...stage.empty].sort()).toEqual([]);
});
