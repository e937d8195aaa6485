/** Every documented refusal of the security group actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { cidrRule, GroupStage } from './fixture.ts';

const stage = new GroupStage();
stage.recorder.provesRefusalsOf('security-group');
const { code3, group, policies, policy, replace, quota } = stage;
const none = 'sg-00000000';
const malformed = 'InvalidParameterValue.Malformed';
let id: string;

beforeEach(async () => {
  id = await group();
  await policy('Create', id, { Ingress: [cidrRule('10.0.0.0/24'), cidrRule('10.0.1.0/24')] });
});

it('of the groups themselves', async () => {
  for (const action of ['DescribeSecurityGroupPolicies', 'ModifySecurityGroupAttribute', 'DeleteSecurityGroup']) {
    const wrong = action === 'DeleteSecurityGroup' ? 'InvalidSecurityGroupID.Malformed' : malformed;
    expect(await code3(action, { SecurityGroupId: 'group' })).toBe(wrong);
    const absent = action === 'DeleteSecurityGroup' ? 'InvalidSecurityGroupID.NotFound' : 'ResourceNotFound';
    expect(await code3(action, { SecurityGroupId: none })).toBe(absent);
  }
  for (const action of ['DescribeSecurityGroups', 'DescribeSecurityGroupAssociationStatistics']) {
    expect(await code3(action, { SecurityGroupIds: ['group'] })).toBe(malformed);
    expect(await code3(action, { SecurityGroupIds: [id, none] })).toBe('ResourceNotFound');
  }
  expect(await code3('ModifySecurityGroupAttribute', { SecurityGroupId: id, GroupName: 'x'.repeat(61) })).toBe('InvalidParameterValue');
  const Filters = [{ Name: 'project-id', Values: ['0'] }];
  expect(await code3('DescribeSecurityGroups', { SecurityGroupIds: [id], Filters })).toBe('InvalidParameter');
  const make = (ProjectId: string) => code3('CreateSecurityGroup', { GroupName: 'n', GroupDescription: 'd', ProjectId });
  expect(await make('nowhere')).toBe('ResourceNotFound');
  await quota('security-groups-per-project', 1);
  expect(await make('0')).toBe('LimitExceeded');
  expect(await make('1')).toBe('');
});

it('of a version that is not the present one, by every change of rules', async () => {
  const mismatch = 'UnsupportedOperation.VersionMismatch';
  const { Version } = await policies(id);
  expect(Version).toBe('2');
  for (const old of ['1', '3', '02']) {
    expect(await policy('Create', id, { Version: old, Ingress: [cidrRule('10.0.2.0/24')] })).toBe(mismatch);
    expect(await policy('Delete', id, { Version: old, Ingress: [{ PolicyIndex: 0 }] })).toBe(mismatch);
    expect(await replace(id, { Version: old, Ingress: [cidrRule('10.0.2.0/24', { PolicyIndex: 0 })] })).toBe(mismatch);
    expect(await policy('Modify', id, { Version: old, Egress: [], Ingress: [] })).toBe(mismatch);
  }
  expect(await policies(id)).toMatchObject({ Version, Egress: [] });
  expect((await policies(id)).Ingress).toHaveLength(2);
});

it('of a group that is not there', async () => {
  const Ingress = [cidrRule('10.0.0.0/24')];
  for (const verb of ['Create', 'Delete', 'Modify'] as const) expect(await policy(verb, none, { Ingress })).toBe('ResourceNotFound');
  expect(await replace(none, { Ingress })).toBe('ResourceNotFound');
});

const shapes: [string, Record<string, unknown>][] = [
  ['both directions', { Egress: [cidrRule('10.1.0.0/16')], Ingress: [cidrRule('10.1.0.0/16')] }],
  ['no direction', { Version: '2' }],
  ['two sources', { Ingress: [cidrRule('10.1.0.0/16', { AddressTemplate: 'ipm-00000000' })] }],
  ['no source', { Ingress: [{ Protocol: 'TCP', Port: '80', Action: 'ACCEPT' }] }],
  ['a protocol and a service template', { Ingress: [cidrRule('10.1.0.0/16', { ServiceTemplate: 'ppm-00000000' })] }],
  ['no protocol', { Ingress: [{ CidrBlock: '10.1.0.0/16', Action: 'ACCEPT' }] }],
  ['no action', { Ingress: [{ CidrBlock: '10.1.0.0/16', Protocol: 'ALL' }] }],
];
it.each(shapes)('of a call with %s', async (_, set) => {
  expect(await policy('Create', id, set)).toBe('InvalidParameter');
  const indexed = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, Array.isArray(value) ? value.map((rule) => ({ ...rule, PolicyIndex: 0 })) : value]),
  );
  expect(await replace(id, indexed)).toBe('InvalidParameter');
  expect((await policies(id)).Version).toBe('2');
});

it('of indexes', async () => {
  const at = (...indexes: (number | undefined)[]) => ({
    Ingress: indexes.map((PolicyIndex, place) => cidrRule(`10.2.${place}.0/24`, PolicyIndex === undefined ? {} : { PolicyIndex })),
  });
  expect(await policy('Create', id, at(0, 1))).toBe('InvalidParameter');
  expect(await policy('Create', id, at(0, undefined))).toBe('InvalidParameter');
  expect(await policy('Create', id, at(3))).toBe('InvalidParameterValue');
  expect(await replace(id, at(undefined))).toBe('InvalidParameter');
  expect(await replace(id, at(0, 1))).toBe('InvalidParameter');
  expect(await replace(id, at(2))).toBe('ResourceNotFound');
  expect(await policy('Modify', id, { ...at(0), Egress: [] })).toBe(malformed);
  expect(await policy('Delete', id, { Ingress: [{ PolicyIndex: 2 }] })).toBe('ResourceNotFound');
  expect(await policy('Delete', id, { Egress: [{ PolicyIndex: 0 }] })).toBe('ResourceNotFound');
  expect(await policy('Delete', id, { Ingress: [cidrRule('10.9.0.0/16')] })).toBe('ResourceNotFound');
  expect(await policy('Delete', id, { Ingress: [{ PolicyIndex: 0 }, cidrRule('10.0.1.0/24')] })).toBe('InvalidParameter');
});

it('of values', async () => {
  const make = (rule: Record<string, unknown>) => policy('Create', id, { Ingress: [rule] });
  for (const Port of ['65536', '90-80', 'http', '80,443-445', '-1']) {
    expect(await make(cidrRule('10.1.0.0/16', { Port }))).toBe(malformed);
  }
  expect(await make(cidrRule('10.1.0.0/16', { Protocol: 'ICMP' }))).toBe('InvalidParameterValue');
  expect(await make(cidrRule('10.1.0.0/16', { Action: 'REJECT' }))).toBe('InvalidParameterValue');
  expect(await make(cidrRule('10.1.0.0/33'))).toBe(malformed);
  expect(await make(cidrRule('10.0.0.0/24'))).toBe('InvalidParameterValue');
  expect(await make(cidrRule('10.0.0.0/24', { Action: 'DROP' }))).toBe('');
  const from = { Protocol: 'ALL', Action: 'ACCEPT' };
  expect(await make({ ...from, SecurityGroupId: none })).toBe('ResourceNotFound');
  expect(await make({ ...from, SecurityGroupId: await group('other', { ProjectId: '5' }) })).toBe('InvalidParameterValue');
  expect(await make({ ...from, AddressTemplate: 'ipm-00000000' })).toBe('ResourceNotFound');
  expect(await make({ ...from, AddressTemplate: 'ppm-00000000' })).toBe(malformed);
  const twice = { Ingress: [cidrRule('10.4.0.0/16'), cidrRule('10.4.0.0/16')], Egress: [] };
  expect(await policy('Modify', id, twice)).toBe(malformed);
  expect(await policy('Modify', id, { Ingress: [] })).toBe(malformed);
  expect(await replace(id, { Ingress: [cidrRule('10.0.1.0/24', { PolicyIndex: 0 })] })).toBe('InvalidParameterValue');
  expect(await replace(id, { Ingress: [cidrRule('10.0.0.0/24', { PolicyIndex: 0, PolicyDescription: 'same' })] })).toBe('');
});

it('of too many rules, as they stand or with their templates written out', async () => {
  await quota('policies-per-direction', 2);
  expect(await policy('Create', id, { Ingress: [cidrRule('10.1.0.0/16')] })).toBe('LimitExceeded');
  expect(await policy('Create', id, { Egress: [cidrRule('10.1.0.0/16')] })).toBe('');
  const { addressId, serviceId } = await stage.templates();
  const rule = { AddressTemplate: addressId, ServiceTemplate: serviceId, Action: 'ACCEPT' };
  await quota('expanded-policies-per-group', 6);
  expect(await policy('Create', id, { Egress: [rule] })).toBe('LimitExceeded');
  await quota('expanded-policies-per-group', 7);
  expect(await policy('Create', id, { Egress: [rule] })).toBe('');
});
