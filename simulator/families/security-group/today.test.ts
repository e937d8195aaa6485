/** What only today's API has of security groups, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { cidrRule, GroupStage } from './fixture.ts';

const stage = new GroupStage({ dialect: 'today' });
const { call3, code3, group, policies, policy } = stage;

let web: string;
let db: string;
beforeEach(async () => {
  [web, db] = [await group('web'), await group('db')];
});

const from = (SecurityGroupId: string) => ({ Protocol: 'ALL', SecurityGroupId, Action: 'ACCEPT' });

it('tells which groups name one, itself not among them', async () => {
  await policy('Create', db, { Ingress: [from(web), from(db)] });
  const { ReferredSecurityGroupSet } = await call3('DescribeSecurityGroupReferences', { SecurityGroupIds: [web, db] });
  expect(ReferredSecurityGroupSet).toEqual([
    { SecurityGroupId: web, ReferredSecurityGroupIds: [db] },
    { SecurityGroupId: db, ReferredSecurityGroupIds: [] },
  ]);
});

it('counts by kind what a group is bound to', async () => {
  const vpc = await stage.vpc();
  const SubnetId = await stage.subnet(vpc.id);
  await stage.machine(SubnetId, { SecurityGroupIds: [web] });
  await stage.machine(SubnetId, { Kind: 'CLB', InstanceId: 'lb-1a2b3c4d', SecurityGroupIds: [web] });
  const { SecurityGroupAssociationStatisticsSet: told } = await call3('DescribeSecurityGroupAssociationStatistics', {
    SecurityGroupIds: [web],
  });
  expect(told).toMatchObject([
    {
      CVM: 1,
      CLB: 1,
      TotalCount: 2,
      InstanceStatistics: [
        { InstanceType: 'CVM', InstanceCount: 1 },
        { InstanceType: 'CLB', InstanceCount: 1 },
      ],
    },
  ]);
});

it('writes every template out', async () => {
  const { addressGroupId, serviceId } = await stage.templates();
  const rule = { ServiceTemplate: { ServiceId: serviceId }, AddressTemplate: { AddressGroupId: addressGroupId }, Action: 'DROP' };
  await policy('Create', web, { Ingress: [rule], Egress: [] });
  await policy('Create', web, { Egress: [cidrRule('10.0.0.0/8', { PolicyDescription: 'inside' })] });
  const { SecurityGroupPolicySet } = await call3('DescribeSecurityGroupExpandedPolicies', { SecurityGroupId: web });
  const { Ingress, Egress } = SecurityGroupPolicySet as { Ingress: Record<string, unknown>[]; Egress: unknown[] };
  expect(Ingress.map(({ Protocol, Port, CidrBlock }) => `${Protocol} ${Port} ${CidrBlock}`)).toEqual([
    'TCP 80 10.0.0.6',
    'UDP 53 10.0.0.6',
    'TCP 80 10.0.1.0/24',
    'UDP 53 10.0.1.0/24',
  ]);
  expect(Egress).toEqual((await policies(web)).Egress);
});

it('copies a group with its rules, one that names itself too, here and to another region', async () => {
  await policy('Create', web, { Ingress: [from(web), cidrRule('10.0.0.0/8')] });
  const shanghai = { region: 'ap-shanghai' };
  const made = async (more: object, spoil = {}) =>
    ((await call3('CloneSecurityGroup', { SecurityGroupId: web, ...more }, spoil)).SecurityGroup as Record<string, string>)
      .SecurityGroupId as string;
  const here = await made({ GroupName: 'twin' });
  expect((await policies(here)).Ingress).toMatchObject([{ SecurityGroupId: here }, { CidrBlock: '10.0.0.0/8' }]);
  const there = await made({ RemoteRegion: 'ap-guangzhou' }, shanghai);
  const { SecurityGroupSet } = await call3('DescribeSecurityGroups', { SecurityGroupIds: [there] }, shanghai);
  expect(SecurityGroupSet).toMatchObject([{ SecurityGroupName: 'web' }]);
  expect(await code3('DescribeSecurityGroups', { SecurityGroupIds: [there] })).toBe('ResourceNotFound');
});

it('takes tags along where it is told to', async () => {
  const tags = [{ Key: 'team', Value: 'web' }];
  const tagged = await group('tagged', { Tags: tags });
  const tagsOf = async (IsCloneTags: boolean) => {
    const { SecurityGroup } = await call3('CloneSecurityGroup', { SecurityGroupId: tagged, GroupName: 'c', IsCloneTags });
    const { SecurityGroupSet } = await call3('DescribeSecurityGroups', {
      SecurityGroupIds: [(SecurityGroup as { SecurityGroupId: string }).SecurityGroupId],
    });
    return (SecurityGroupSet as { TagSet: unknown }[])[0]?.TagSet;
  };
  expect([await tagsOf(true), await tagsOf(false)]).toEqual([tags, []]);
});

it('tells the limits that it holds to', async () => {
  await stage.quota('policies-per-direction', 7);
  const { SecurityGroupLimitSet } = await call3('DescribeSecurityGroupLimits', {});
  expect(SecurityGroupLimitSet).toMatchObject({ SecurityGroupPolicyLimit: 7, SecurityGroupLimit: 50 });
});

it('takes the order of a reset only where it is told to', async () => {
  const blocks = async () => (await policies(web)).Ingress.map(({ CidrBlock }) => CidrBlock);
  const [a, b, c] = ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16'] as const;
  await policy('Create', web, { Ingress: [cidrRule(a), cidrRule(b)] });
  const wanted = { Ingress: [cidrRule(c), cidrRule(b), cidrRule(a)], Egress: [] };
  expect(await policy('Modify', web, wanted)).toBe('');
  expect(await blocks()).toEqual([a, b, c]);
  expect(await code3('ModifySecurityGroupPolicies', { SecurityGroupId: web, SecurityGroupPolicySet: wanted, SortPolicys: true })).toBe('');
  expect(await blocks()).toEqual([c, b, a]);
});

it('takes all ports of what has none, or no word of them, and tells them of every protocol', async () => {
  const everything = { CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
  const given = [
    { ...everything, Protocol: 'ALL', Port: 'all' },
    { ...everything, Protocol: 'ICMP', Port: 'ALL' },
    { ...everything, Protocol: 'ICMPv6' },
  ];
  expect(await policy('Create', web, { Egress: given })).toBe('');
  expect((await policies(web)).Egress.map(({ Protocol, Port }) => `${Protocol} ${Port}`)).toEqual(['ALL ALL', 'ICMP ALL', 'ICMPv6 ALL']);
  expect(await policy('Create', web, { Egress: [{ ...everything, Protocol: 'ICMP', Port: '80' }] })).toBe('InvalidParameterValue');
  expect(await policy('Delete', web, { Egress: [{ ...everything, Protocol: 'ALL', Port: 'ALL' }] })).toBe('');
  expect((await policies(web)).Egress).toHaveLength(2);
});

it('empties the description of a group', async () => {
  expect(await code3('ModifySecurityGroupAttribute', { SecurityGroupId: web, GroupDescription: '' })).toBe('');
  const { SecurityGroupSet } = await call3('DescribeSecurityGroups', { SecurityGroupIds: [web] });
  expect(SecurityGroupSet).toMatchObject([{ SecurityGroupName: 'web', SecurityGroupDesc: '' }]);
});
