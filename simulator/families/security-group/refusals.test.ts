/** Every documented refusal of the security group actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofEach, type RefusalCase } from '../../testing/refusals.ts';
import { cidrRule, GroupStage } from './fixture.ts';

type Params = Record<string, unknown>;

const stage = new GroupStage();
stage.recorder.provesRefusalsOf('security-group');
const { group, policies, policy, replace, quota } = stage;
const none = 'sg-00000000';
const malformed = 'InvalidParameterValue.Malformed';
let id: string;
let templates: Awaited<ReturnType<typeof stage.templates>>;

beforeEach(async () => {
  id = await group();
  await policy('Create', id, { Ingress: [cidrRule('10.0.0.0/24'), cidrRule('10.0.1.0/24')] });
});

const ofGroup = (set: Params, SecurityGroupId = id) => ({ SecurityGroupId, SecurityGroupPolicySet: set });
const inward = (...Ingress: Params[]) => ofGroup({ Ingress });
/** What each of the four actions on rules takes where nothing is wrong, from a version on. */
const sets = (Version?: string) => ({
  'vpc:CreateSecurityGroupPolicies': () => ofGroup({ Version, Ingress: [cidrRule('10.0.2.0/24')] }),
  'vpc:DeleteSecurityGroupPolicies': () => ofGroup({ Version, Ingress: [{ PolicyIndex: 0 }] }),
  'vpc:ReplaceSecurityGroupPolicy': () => ofGroup({ Version, Ingress: [cidrRule('10.0.2.0/24', { PolicyIndex: 0 })] }),
  'vpc:ModifySecurityGroupPolicies': () => ofGroup({ Version, Egress: [], Ingress: [] }),
});
const listings = { 'vpc:DescribeSecurityGroups': {}, 'vpc:DescribeSecurityGroupAssociationStatistics': {} };
const aboutOne = { 'vpc:DescribeSecurityGroupPolicies': {}, 'vpc:ModifySecurityGroupAttribute': {} };
const making = 'vpc:CreateSecurityGroup';
const named = (ProjectId: string) => ({ GroupName: 'n', GroupDescription: 'd', ProjectId });
const Filters = [{ Name: 'project-id', Values: ['0'] }];
const full = () => quota('security-groups-per-project', 1);

itRefuses({ ...stage, unchanged: () => policies(id) }, [
  ...ofEach(aboutOne, 'what is no id', malformed, { SecurityGroupId: 'group' }),
  ...ofEach(aboutOne, 'a group that is not there', 'ResourceNotFound', { SecurityGroupId: none }),
  ['vpc:DeleteSecurityGroup', 'what is no id', 'InvalidSecurityGroupID.Malformed', { SecurityGroupId: 'group' }],
  ['vpc:DeleteSecurityGroup', 'a group that is not there', 'InvalidSecurityGroupID.NotFound', { SecurityGroupId: none }],
  ...ofEach(listings, 'what is no id', malformed, { SecurityGroupIds: ['group'] }),
  ...ofEach(listings, 'a group that is not there', 'ResourceNotFound', () => ({ SecurityGroupIds: [id, none] })),
  ['vpc:DescribeSecurityGroups', 'ids and filters', 'InvalidParameter', () => ({ SecurityGroupIds: [id], Filters })],
  [
    'vpc:ModifySecurityGroupAttribute',
    '61 bytes of name',
    'InvalidParameterValue',
    () => ({ SecurityGroupId: id, GroupName: 'x'.repeat(61) }),
  ],
  [making, 'a project that is none', 'ResourceNotFound', named('nowhere')],
  [making, 'one more than the quota', 'LimitExceeded', named('0'), full],
  ...['1', '3', '02'].flatMap((old) => ofEach(sets(old), `the version ${old} while it is 2`, 'UnsupportedOperation.VersionMismatch', {})),
  ...ofEach(sets(), 'a group that is not there', 'ResourceNotFound', { SecurityGroupId: none }),
]);

it('CreateSecurityGroup counts each project for itself', async () => {
  await full();
  expect(await stage.code3('CreateSecurityGroup', named('1'))).toBe('');
});

const make = 'vpc:CreateSecurityGroupPolicies';
const change = 'vpc:ReplaceSecurityGroupPolicy';
const reset = 'vpc:ModifySecurityGroupPolicies';
const remove = 'vpc:DeleteSecurityGroupPolicies';
/** A set of rules that neither action takes: the one that replaces names an index in each. */
function ofShape(cause: string, set: Params): RefusalCase[] {
  const indexed = (value: unknown) => (Array.isArray(value) ? value.map((rule) => ({ ...rule, PolicyIndex: 0 })) : value);
  const whole = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, indexed(value)]));
  return [
    [make, cause, 'InvalidParameter', () => ofGroup(set)],
    [change, cause, 'InvalidParameter', () => ofGroup(whole)],
  ];
}
const at = (...indexes: (number | undefined)[]) =>
  indexes.map((PolicyIndex, place) => cidrRule(`10.2.${place}.0/24`, PolicyIndex === undefined ? {} : { PolicyIndex }));
const from = (more: Params) => inward({ Protocol: 'ALL', Action: 'ACCEPT', ...more });
const strange = (more: Params) => () => inward(cidrRule('10.1.0.0/16', more));
const ofProject5 = async () => from({ SecurityGroupId: await group('other', { ProjectId: '5' }) });
const twice = { Ingress: [cidrRule('10.4.0.0/16'), cidrRule('10.4.0.0/16')], Egress: [] };
const twoRules = () => quota('policies-per-direction', 2);
const withTemplates = async (limit: number) => {
  templates = await stage.templates();
  await quota('expanded-policies-per-group', limit);
};
const byTemplates = () => ({ AddressTemplate: templates.addressId, ServiceTemplate: templates.serviceId, Action: 'ACCEPT' });

itRefuses({ ...stage, unchanged: () => policies(id) }, [
  ...ofShape('both directions', { Egress: [cidrRule('10.1.0.0/16')], Ingress: [cidrRule('10.1.0.0/16')] }),
  ...ofShape('no direction', { Version: '2' }),
  ...ofShape('two sources', { Ingress: [cidrRule('10.1.0.0/16', { AddressTemplate: 'ipm-00000000' })] }),
  ...ofShape('no source', { Ingress: [{ Protocol: 'TCP', Port: '80', Action: 'ACCEPT' }] }),
  ...ofShape('a protocol and a service template', { Ingress: [cidrRule('10.1.0.0/16', { ServiceTemplate: 'ppm-00000000' })] }),
  ...ofShape('no protocol', { Ingress: [{ CidrBlock: '10.1.0.0/16', Action: 'ACCEPT' }] }),
  ...ofShape('no action', { Ingress: [{ CidrBlock: '10.1.0.0/16', Protocol: 'ALL' }] }),
  [make, 'two indexes', 'InvalidParameter', () => inward(...at(0, 1))],
  [make, 'an index in one rule of two', 'InvalidParameter', () => inward(...at(0, undefined))],
  [make, 'an index past the end', 'InvalidParameterValue', () => inward(...at(3))],
  [change, 'no index', 'InvalidParameter', () => inward(...at(undefined))],
  [change, 'two indexes', 'InvalidParameter', () => inward(...at(0, 1))],
  [change, 'an index that no rule has', 'ResourceNotFound', () => inward(...at(2))],
  [reset, 'an index', malformed, () => ofGroup({ Ingress: at(0), Egress: [] })],
  [remove, 'an index that no rule has', 'ResourceNotFound', () => inward({ PolicyIndex: 2 })],
  [remove, 'an index of the other direction', 'ResourceNotFound', () => ofGroup({ Egress: [{ PolicyIndex: 0 }] })],
  [remove, 'a rule that is not there', 'ResourceNotFound', () => inward(cidrRule('10.9.0.0/16'))],
  [remove, 'an index and a rule', 'InvalidParameter', () => inward({ PolicyIndex: 0 }, cidrRule('10.0.1.0/24'))],
  ...['65536', '90-80', 'http', '80,443-445', '-1'].map((Port): RefusalCase => [make, `the port ${Port}`, malformed, strange({ Port })]),
  [make, 'ports of ICMP', 'InvalidParameterValue', strange({ Protocol: 'ICMP' })],
  [make, 'an action that there is not', 'InvalidParameterValue', strange({ Action: 'REJECT' })],
  [make, 'what is no block', malformed, () => inward(cidrRule('10.1.0.0/33'))],
  [make, 'a rule that is there', 'InvalidParameterValue', () => inward(cidrRule('10.0.0.0/24'))],
  [make, 'a source group that is not there', 'ResourceNotFound', () => from({ SecurityGroupId: none })],
  [make, 'a source group of another project', 'InvalidParameterValue', ofProject5],
  [make, 'a template that is not there', 'ResourceNotFound', () => from({ AddressTemplate: 'ipm-00000000' })],
  [make, 'a template of services as a source', malformed, () => from({ AddressTemplate: 'ppm-00000000' })],
  [reset, 'a rule twice', malformed, () => ofGroup(twice)],
  [reset, 'one direction', malformed, () => ofGroup({ Ingress: [] })],
  [change, 'a rule that is there', 'InvalidParameterValue', () => inward(cidrRule('10.0.1.0/24', { PolicyIndex: 0 }))],
  [make, 'one rule more than the quota', 'LimitExceeded', () => inward(cidrRule('10.1.0.0/16')), twoRules],
  [make, 'more rules than the quota, written out', 'LimitExceeded', () => ofGroup({ Egress: [byTemplates()] }), () => withTemplates(5)],
]);

it('CreateSecurityGroupPolicies takes a rule that differs in its action', async () => {
  expect(await policy('Create', id, { Ingress: [cidrRule('10.0.0.0/24', { Action: 'DROP' })] })).toBe('');
});

it('ReplaceSecurityGroupPolicy takes a rule in its own place', async () => {
  expect(await replace(id, { Ingress: [cidrRule('10.0.0.0/24', { PolicyIndex: 0, PolicyDescription: 'same' })] })).toBe('');
});

it('CreateSecurityGroupPolicies counts each direction for itself, and templates up to the quota', async () => {
  await twoRules();
  expect(await policy('Create', id, { Egress: [cidrRule('10.1.0.0/16')] })).toBe('');
  await withTemplates(7);
  expect(await policy('Create', id, { Egress: [byTemplates()] })).toBe('');
});

const single = { 'vpc:DescribeSecurityGroupExpandedPolicies': {}, 'vpc:CloneSecurityGroup': {} };
const several = { 'vpc:DescribeSecurityGroupReferences': {} };
/** A group of another region that a rule there names. */
const namingElsewhere = async () => {
  const shanghai = { region: 'ap-shanghai' };
  const made = async (GroupName: string) =>
    (await stage.call3('CreateSecurityGroup', { GroupName, GroupDescription: 'd' }, shanghai)).SecurityGroup as { SecurityGroupId: string };
  const [one, other] = [await made('one'), await made('other')];
  const rules = { Ingress: [{ Protocol: 'ALL', SecurityGroupId: other.SecurityGroupId, Action: 'ACCEPT' }] };
  await stage.call3('CreateSecurityGroupPolicies', { SecurityGroupId: one.SecurityGroupId, SecurityGroupPolicySet: rules }, shanghai);
  return { SecurityGroupId: one.SecurityGroupId, RemoteRegion: 'ap-shanghai' };
};

itRefuses(stage, [
  ...ofEach(several, 'what is no id', malformed, { SecurityGroupIds: ['group'] }),
  ...ofEach(several, 'a group that is not there', 'ResourceNotFound', { SecurityGroupIds: [none] }),
  ...ofEach(single, 'what is no id', malformed, { SecurityGroupId: 'group' }),
  ...ofEach(single, 'a group that is not there', 'ResourceNotFound', { SecurityGroupId: none }),
  ['vpc:CloneSecurityGroup', 'one more than the quota', 'LimitExceeded', () => ({ SecurityGroupId: id }), full],
  ['vpc:CloneSecurityGroup', 'rules elsewhere that name groups', 'UnsupportedOperation.RemoteRegionSgHasReferencedSg', namingElsewhere],
]);

// What they answer: today.test.ts.
it.each(['Clone', 'Limits', 'References', 'ExpandedPolicies'])('%s of today is done', async (what) => {
  const action = what === 'Clone' ? 'CloneSecurityGroup' : `DescribeSecurityGroup${what}`;
  expect(
    await stage.code3(action, what === 'Limits' ? {} : what === 'References' ? { SecurityGroupIds: [id] } : { SecurityGroupId: id }),
  ).toBe('');
});
