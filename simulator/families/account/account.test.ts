/** Accounts and their quotas, through the wire. */
import { describe, expect, it } from 'vitest';
import { limitTypes } from '../../../catalogue/families/account/index.ts';
import { laterRegions, regions, zonesOf } from '../../../catalogue/regions.ts';
import { call3 as call3At, newAccount } from '../../testing/client.ts';
import { itRefuses, itRefusesByFault } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('account');
const { call3, code3, call2017, quota } = stage;

const regionsOf = (params: object) => stage.recorder.call3(stage.me, 'DescribeRegions', { ...params }, { version: '2022-06-27' });

describe('the networks of an account', () => {
  const attribute = (...AttributeValues: string[]) => [{ AttributeName: 'supported-platforms', AttributeValues }];

  it('are VPCs alone', async () => {
    expect((await call3('DescribeAccountAttributes')).AccountAttributeSet).toEqual(attribute('VPC'));
    expect((await call2017('DescribeAccountVpcAttributes')).data).toEqual({ supportedPlatforms: 'only-vpc' });
  });

  it('are the classic one too where it has that', async () => {
    const old = await newAccount(stage.me.url, { classic: true });
    const { answer } = await stage.recorder.call3(old, 'DescribeAccountAttributes');
    expect(answer.AccountAttributeSet).toEqual(attribute('VPC', 'CLASSIC'));
    expect((await stage.recorder.call2017(old, 'DescribeAccountVpcAttributes')).answer.data).toEqual({ supportedPlatforms: 'classic' });
  });
});

describe('an account of today', () => {
  it('is told who signs', async () => {
    const { answer } = await stage.recorder.call3(stage.me, 'GetCallerIdentity', {}, { version: '2018-08-13' });
    const { uin } = stage.me;
    expect(answer).toMatchObject({ AccountId: uin, UserId: uin, Arn: `qcs::cam::uin/${uin}:uin/${uin}`, Type: 'CAMUser' });
  });

  it('is given keys for a role of its own, which are told who they are and end', async () => {
    const { uin, url } = stage.me;
    const version = { version: '2018-08-13' };
    const asked = { RoleArn: `qcs::cam::uin/${uin}:roleName/weft`, RoleSessionName: 's1', DurationSeconds: 600 };
    const answer = await call3At(stage.me, 'AssumeRole', asked, version);
    const { Token, TmpSecretId, TmpSecretKey } = answer.Credentials as Record<'Token' | 'TmpSecretId' | 'TmpSecretKey', string>;
    const keys = { url, keys: { secretId: TmpSecretId, secretKey: TmpSecretKey } };
    const as = async (token: string, action: string, how = {}) => call3At(keys, action, {}, { headers: { 'X-TC-Token': token }, ...how });
    expect(await as(Token, 'GetCallerIdentity', version)).toMatchObject({
      ...{ AccountId: uin, Type: 'CAMRole', UserId: 'weft:s1', Arn: `qcs::sts:${uin}:assumed-role/weft` },
    });
    expect(await as(Token, 'DescribeVpcs')).toMatchObject({ TotalCount: expect.any(Number) });
    expect((await as('', 'DescribeVpcs')).Error?.Code).toBe('AuthFailure.TokenFailure');
    await stage.control('clock', { advance: 601 });
    expect((await as(Token, 'DescribeVpcs')).Error?.Code).toBe('AuthFailure.SecretIdNotFound');
    const code = async (params: object) => (await call3At(stage.me, 'AssumeRole', { ...asked, ...params }, version)).Error?.Code;
    expect(await code({ RoleArn: 'qcs::cam::uin/1:roleName/weft' })).toBe('UnauthorizedOperation');
    expect(await code({ RoleArn: 'weft' })).toBe('InvalidParameter.ParamError');
    expect(await code({ DurationSeconds: 43_201 })).toBe('InvalidParameter.OverTimeError');
  });

  it('is told its regions, of a product that there is', async () => {
    const { RegionSet, TotalCount } = (await regionsOf({ Product: 'vpc' })).answer;
    const beijing = { Region: 'ap-beijing', RegionName: '北京', RegionState: 'AVAILABLE' };
    expect([TotalCount, RegionSet]).toMatchObject([
      Object.keys(regions).length,
      expect.arrayContaining([expect.objectContaining(beijing)]),
    ]);
  });

  it('is told all regions that have a name here, where it speaks as today', async () => {
    const modern = await newAccount(stage.me.url, { dialect: 'today' });
    const { answer } = await stage.recorder.call3(modern, 'DescribeRegions', { Product: 'vpc' }, { version: '2022-06-27' });
    const names = (answer.RegionSet as { Region: string }[]).map(({ Region }) => Region);
    expect(names).toEqual([...Object.keys(regions), ...laterRegions]);
    expect(names).toEqual(expect.arrayContaining(['ap-hongkong', 'ap-nanjing', 'eu-frankfurt', 'sa-saopaulo', 'ap-beijing-fsi']));
  });

  it('is told its machines by name, page by page, and refused an id that is none', async () => {
    const SubnetId = await stage.subnet((await stage.vpc()).id);
    const first = await stage.machine(SubnetId, { InstanceName: 'web-01' });
    const second = await stage.machine(SubnetId, { InstanceName: 'web-02', InstanceState: 'STOPPED' });
    const all = await call3('DescribeInstances', { Limit: 100 });
    expect(all.TotalCount).toBe(2);
    expect(all.InstanceSet).toEqual([
      expect.objectContaining({
        InstanceId: first.InstanceId,
        InstanceName: 'web-01',
        InstanceState: 'RUNNING',
        PrivateIpAddresses: [first.PrivateIpAddress],
        PublicIpAddresses: [],
        Placement: { Zone: 'ap-guangzhou-1' },
      }),
      expect.objectContaining({ InstanceId: second.InstanceId, InstanceName: 'web-02', InstanceState: 'STOPPED' }),
    ]);
    expect((await call3('DescribeInstances', { Offset: 1, Limit: 1 })).InstanceSet).toHaveLength(1);
    expect((await call3('DescribeInstances', { InstanceIds: [second.InstanceId] })).InstanceSet).toHaveLength(1);
    expect(await code3('DescribeInstances', { InstanceIds: ['web-01'] })).toBe('InvalidInstanceId.Malformed');
  });

  it('is told the zones of the region that is asked', async () => {
    const { ZoneSet } = await call3('DescribeZones');
    expect(ZoneSet).toHaveLength(zonesOf('ap-guangzhou').length);
    const { answer } = await stage.recorder.call3({ ...stage.me, region: 'ap-chengdu' }, 'DescribeZones');
    expect(answer.ZoneSet).toEqual([
      { Zone: 'ap-chengdu-1', ZoneName: '成都1区', ZoneId: '160001', ZoneState: 'AVAILABLE' },
      { Zone: 'ap-chengdu-2', ZoneName: '成都2区', ZoneId: '160002', ZoneState: 'AVAILABLE' },
    ]);
  });

  it('has regions that came after the documents: empty, with zones, and as good as any', async () => {
    const there = { ...stage.me, region: 'ap-hongkong' };
    const ask = async (action: string, params = {}) => (await stage.recorder.call3(there, action, params)).answer;
    expect((await ask('DescribeVpcs')).TotalCount).toBe(0);
    const zones = (await ask('DescribeZones')).ZoneSet as { Zone: string }[];
    expect(zones.map(({ Zone }) => Zone)).toEqual(['ap-hongkong-1', 'ap-hongkong-2']);
    const { Vpc } = await ask('CreateVpc', { VpcName: 'harbour', CidrBlock: '10.0.0.0/16' });
    const { VpcId } = Vpc as { VpcId: string };
    const subnet = { VpcId, SubnetName: 'quay', CidrBlock: '10.0.1.0/24' };
    const { Subnet } = await ask('CreateSubnet', { ...subnet, Zone: 'ap-hongkong-2' });
    expect(Subnet).toMatchObject({ ...subnet, Zone: 'ap-hongkong-2' });
    expect((await ask('DescribeVpcs')).TotalCount).toBe(1);
    expect((await call3('DescribeVpcs')).TotalCount).toBe(0);
  });
});

describe('elastic IP quotas', () => {
  const quotas = async () => (await call3('DescribeAddressQuota')).QuotaSet;
  const set = (total: number, today: number, limit = 20) => [
    { QuotaId: 'TOTAL_EIP_QUOTA', QuotaCurrent: total, QuotaLimit: limit },
    { QuotaId: 'DAILY_EIP_APPLY', QuotaCurrent: today, QuotaLimit: 2 * limit },
    { QuotaId: 'DAILY_PUBLIC_IP_ASSIGN', QuotaCurrent: 0, QuotaLimit: 10 },
  ];

  it('count what is there and what was allocated today', async () => {
    expect(await quotas()).toEqual(set(0, 0));
    const { AddressSet } = await call3('AllocateAddresses', { AddressCount: 3 });
    expect(await quotas()).toEqual(set(3, 3));
    await call3('ReleaseAddresses', { AddressIds: (AddressSet as string[]).slice(0, 1) });
    expect(await quotas()).toEqual(set(2, 3));
    await quota('eips-per-region', 5);
    expect(await quotas()).toEqual(set(2, 3, 5));
  });

  it('are those of the region that is asked', async () => {
    await call3('AllocateAddresses');
    const { answer } = await stage.recorder.call3({ ...stage.me, region: 'ap-beijing' }, 'DescribeAddressQuota');
    expect(answer.QuotaSet).toEqual(set(0, 0));
  });
});

describe('VPC limits', () => {
  const limits = async (...type: unknown[]) => (await call2017('DescribeVpcLimit', { type })).data;

  it('are told by their numbers, and only those that are asked for', async () => {
    expect(await limits(1, '2')).toEqual({ limit: { 1: 100, 2: 10 } });
    const all = (await limits(...limitTypes)) as { limit: Record<string, number> };
    expect(Object.keys(all.limit).map(Number)).toEqual([...limitTypes]);
    for (const limit of Object.values(all.limit)) expect(limit).toBeGreaterThan(0);
  });

  it('are the ones that hold', async () => {
    await quota('subnets-per-vpc', 1);
    expect(await limits(1)).toEqual({ limit: { 1: 1 } });
    const { id } = await stage.vpc();
    await stage.subnet(id);
    const second = { VpcId: id, SubnetName: 's', CidrBlock: '10.0.2.0/24', Zone: 'ap-guangzhou-1' };
    expect(await code3('CreateSubnet', second)).toBe('LimitExceeded');
  });
});

const limits = 'vpc2017:DescribeVpcLimit';
itRefuses(stage, [
  [limits, 'a number that there is not', 'InvalidParameter', { type: [6] }],
  [limits, 'what is no number', 'InvalidParameter', { type: ['vpc'] }],
  [limits, 'one number of two that there is not', 'InvalidParameter', { type: [0, 99] }],
  [limits, 'no number', 'InvalidParameter', {}],
]);

itRefuses({ codeOf: async (_, params) => (await regionsOf(params)).code }, [
  ['region:DescribeRegions', 'a product that there is not', 'InvalidParameter.ParameterError', { Product: 'toaster' }],
]);

itRefusesByFault(stage, 'account', () => ({}));

it('tells limits that the documents have no number for', async () => {
  const LimitTypes = ['vpc-max-assistant_cidrs', 'eni-max-ipv6s', 'vpc-max-havips'];
  const limits = async () =>
    ((await call3('DescribeVpcLimits', { LimitTypes })).VpcLimitSet as { LimitValue: number }[]).map((row) => row.LimitValue);
  expect(await limits()).toEqual([5, 10, 10]);
  await quota('secondary-ranges-per-vpc', 1);
  expect(await limits()).toEqual([1, 10, 10]);
});

it('tells limits by their names today', async () => {
  const { VpcLimitSet } = await call3('DescribeVpcLimits', { LimitTypes: ['vpc-max-subnets', 'vpc-max-route-tables'] });
  expect(VpcLimitSet).toEqual([
    { LimitType: 'vpc-max-subnets', LimitValue: 100 },
    { LimitType: 'vpc-max-route-tables', LimitValue: 10 },
  ]);
});
