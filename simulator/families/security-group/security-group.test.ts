/** Security groups and their rules, through the wire. */
import { describe, expect, it } from 'vitest';
import { cidrRule, GroupStage } from './fixture.ts';

const stage = new GroupStage();
const { call3, code3, group, policies, cidrs, policy, replace } = stage;

const listed = async (params: Record<string, unknown> = {}) => {
  const { TotalCount, SecurityGroupSet } = await call3('DescribeSecurityGroups', params);
  return { TotalCount, names: (SecurityGroupSet as { SecurityGroupName: string }[]).map((row) => row.SecurityGroupName) };
};

it('are made, found, renamed and deleted', async () => {
  const id = await group('web');
  await group('db', { ProjectId: '7' });
  expect(await listed()).toEqual({ TotalCount: 2, names: ['db', 'web'] });
  expect(await listed({ Filters: [{ Name: 'project-id', Values: ['7'] }] })).toEqual({ TotalCount: 1, names: ['db'] });
  const named = { Name: 'security-group-name', Values: ['web'] };
  expect(await listed({ Filters: [{ Name: 'project-id', Values: ['7'] }, named] })).toEqual({ TotalCount: 0, names: [] });
  expect(await listed({ Offset: '1', Limit: '1' })).toEqual({ TotalCount: 2, names: ['web'] });
  expect(await code3('ModifySecurityGroupAttribute', { SecurityGroupId: id, GroupDescription: '门户' })).toBe('');
  const { SecurityGroupSet } = await call3('DescribeSecurityGroups', { SecurityGroupIds: [id] });
  expect(SecurityGroupSet).toEqual([
    {
      ProjectId: '0',
      SecurityGroupId: id,
      SecurityGroupName: 'web',
      SecurityGroupDesc: '门户',
      IsDefault: false,
      CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    },
  ]);
  expect(await code3('DeleteSecurityGroup', { SecurityGroupId: id })).toBe('');
  expect(await listed()).toEqual({ TotalCount: 1, names: ['db'] });
});

describe('rules', () => {
  it('are none at first, and raise the version with each change, not with a new name', async () => {
    const id = await group();
    expect(await policies(id)).toEqual({ Version: '1', Egress: [], Ingress: [] });
    await policy('Create', id, { Version: '1', Ingress: [cidrRule('10.0.0.0/8'), cidrRule('10.1.0.0/16', { Action: 'drop' })] });
    await code3('ModifySecurityGroupAttribute', { SecurityGroupId: id, GroupName: 'renamed' });
    const set = await policies(id);
    expect(set.Version).toBe('2');
    expect(set.Ingress).toEqual([
      { PolicyIndex: 0, Protocol: 'TCP', Port: '80', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT', PolicyDescription: '' },
      { PolicyIndex: 1, Protocol: 'TCP', Port: '80', CidrBlock: '10.1.0.0/16', Action: 'DROP', PolicyDescription: '' },
    ]);
  });

  it('are inserted at their index, and deleted by index or by content', async () => {
    const id = await group();
    await policy('Create', id, { Ingress: [cidrRule('10.0.0.0/24'), cidrRule('10.0.1.0/24')] });
    await policy('Create', id, { Ingress: [cidrRule('10.0.2.0/24', { PolicyIndex: 1 }), cidrRule('10.0.3.0/24', { PolicyIndex: 1 })] });
    expect(await cidrs(id)).toEqual(['10.0.0.0/24', '10.0.2.0/24', '10.0.3.0/24', '10.0.1.0/24']);
    // Without a version, whatever is at the index by now goes.
    expect(await policy('Delete', id, { Ingress: [{ PolicyIndex: 0 }, { PolicyIndex: 2 }] })).toBe('');
    expect(await policy('Delete', id, { Ingress: [{ PolicyIndex: 0 }] })).toBe('');
    expect(await cidrs(id)).toEqual(['10.0.1.0/24']);
    expect(await policy('Delete', id, { Ingress: [cidrRule('10.0.1.0/24', { PolicyDescription: 'other words' })] })).toBe(
      'ResourceNotFound',
    );
    expect(await policy('Delete', id, { Ingress: [cidrRule('10.0.1.0/24')] })).toBe('');
    expect(await policies(id)).toEqual({ Version: '6', Egress: [], Ingress: [] });
  });

  it('are replaced one at a time and reset altogether; version 0 empties the group', async () => {
    const id = await group();
    await policy('Create', id, { Egress: [cidrRule('10.0.0.0/24'), cidrRule('10.0.1.0/24')] });
    const icmp = { PolicyIndex: 1, Protocol: 'icmp', CidrBlock: '10.0.9.9', Action: 'accept' };
    expect(await replace(id, { Version: '2', Egress: [icmp] })).toBe('');
    expect(await cidrs(id, 'Egress')).toEqual(['10.0.0.0/24', '10.0.9.9']);
    expect(await policy('Modify', id, { Version: '3', Egress: [], Ingress: [cidrRule('10.7.0.0/16')] })).toBe('');
    expect([await cidrs(id, 'Egress'), await cidrs(id)]).toEqual([[], ['10.7.0.0/16']]);
    expect(await policy('Modify', id, { Version: '0', Ingress: [cidrRule('10.8.0.0/16')] })).toBe('');
    expect(await policies(id)).toEqual({ Version: '5', Egress: [], Ingress: [] });
  });

  it('name templates in every documented spelling', async () => {
    const id = await group();
    const { addressId, addressGroupId, serviceId, serviceGroupId } = await stage.templates();
    const Action = 'accept';
    const Ingress = [
      { Action, ServiceTemplate: { ServiceId: serviceId }, AddressTemplate: { AddressId: addressGroupId } },
      { Action, ServiceTemplate: [serviceGroupId], AddressTemplate: addressId },
      { Action, ServiceTemplate: { ServiceGroupId: serviceGroupId }, AddressTemplate: { AddressGroupId: addressGroupId } },
      { Action, ServiceTemplate: serviceId, AddressTemplate: { AddressId: addressId } },
    ];
    expect(await policy('Create', id, { Ingress })).toBe('');
    const rest = { Action: 'ACCEPT', PolicyDescription: '' };
    const single = { ServiceId: serviceId };
    const several = { ServiceGroupId: serviceGroupId };
    expect((await policies(id)).Ingress).toEqual([
      { PolicyIndex: 0, ServiceTemplate: single, AddressTemplate: { AddressGroupId: addressGroupId }, ...rest },
      { PolicyIndex: 1, ServiceTemplate: several, AddressTemplate: { AddressId: addressId }, ...rest },
      { PolicyIndex: 2, ServiceTemplate: several, AddressTemplate: { AddressGroupId: addressGroupId }, ...rest },
      { PolicyIndex: 3, ServiceTemplate: single, AddressTemplate: { AddressId: addressId }, ...rest },
    ]);
  });

  it('that differ in their descriptions only are two rules, as in the sample', async () => {
    const id = await group();
    const { serviceId, addressGroupId } = await stage.templates();
    const rule = {
      PolicyIndex: 0,
      ServiceTemplate: { ServiceId: serviceId },
      AddressTemplate: { AddressId: addressGroupId },
      Action: 'accept',
    };
    const described = (...texts: string[]) => ({ Ingress: texts.map((PolicyDescription) => ({ ...rule, PolicyDescription })) });
    expect(await policy('Create', id, described('TestPolicy', 'Test'))).toBe('');
    expect(await policy('Create', id, described('Test'))).toBe('InvalidParameterValue');
    const { PolicyIndex: _, ...second } = described('Test').Ingress[0] as Record<string, unknown>;
    expect(await policy('Delete', id, { Ingress: [second] })).toBe('');
    expect((await policies(id)).Ingress.map(({ PolicyDescription }) => PolicyDescription)).toEqual(['TestPolicy']);
  });

  it('stand for every port where none is named', async () => {
    const id = await group();
    const all = { CidrBlock: '0.0.0.0/0', Action: 'ACCEPT' };
    await policy('Create', id, {
      Egress: [
        { ...all, Protocol: 'TCP' },
        { ...all, Protocol: 'UDP', Port: 'all' },
        { ...all, Protocol: 'GRE' },
      ],
    });
    expect((await policies(id)).Egress.map(({ Port }) => Port)).toEqual(['ALL', 'ALL', undefined]);
  });
});

describe('a group in use', () => {
  it('is not deleted while another names it; naming itself does not matter', async () => {
    const [web, db] = [await group('web'), await group('db')];
    const from = (SecurityGroupId: string) => ({ Protocol: 'ALL', SecurityGroupId, Action: 'ACCEPT' });
    expect(await policy('Create', db, { Ingress: [from(web), from(db)] })).toBe('');
    expect(await code3('DeleteSecurityGroup', { SecurityGroupId: web })).toBe('ResourceInUse');
    expect(await code3('DeleteSecurityGroup', { SecurityGroupId: db })).toBe('');
    expect(await code3('DeleteSecurityGroup', { SecurityGroupId: web })).toBe('');
  });

  it('is counted by what is bound to it', async () => {
    const [web, db] = [await group('web'), await group('db')];
    await policy('Create', db, { Ingress: [{ Protocol: 'ALL', SecurityGroupId: web, Action: 'ACCEPT' }] });
    const vpc = await stage.vpc();
    const SubnetId = await stage.subnet(vpc.id);
    await stage.machine(SubnetId, { SecurityGroupIds: [web, db] });
    await stage.machine(SubnetId, { SecurityGroupIds: [web] });
    await stage.machine(SubnetId, { Kind: 'CDB', InstanceId: 'cdb-1a2b3c4d', SecurityGroupIds: [db] });
    await stage.machine(SubnetId, { Kind: 'CLB', InstanceId: 'lb-1a2b3c4d', SecurityGroupIds: [web] });
    const where = { VpcId: vpc.id, SubnetId, NetworkInterfaceName: 'n' };
    expect(await code3('CreateNetworkInterface', { ...where, SecurityGroupIds: [web] })).toBe('');
    const answer = await call3('DescribeSecurityGroupAssociationStatistics', { SecurityGroupIds: [web, db] });
    expect(answer.SecurityGroupAssociationStatisticsSet).toEqual([
      { SecurityGroupId: web, CVM: 2, CDB: 0, ENI: 1, SG: 1, CLB: 1 },
      { SecurityGroupId: db, CVM: 1, CDB: 1, ENI: 0, SG: 0, CLB: 0 },
    ]);
    expect(await code3('DeleteSecurityGroup', { SecurityGroupId: db })).toBe('ResourceInUse');
  });

  it('is not deleted when it is the default one', async () => {
    const id = await group();
    await stage.put('security-group', { SecurityGroupId: id, IsDefault: true });
    expect(await code3('DeleteSecurityGroup', { SecurityGroupId: id })).toBe('UnsupportedOperation');
    expect((await listed()).TotalCount).toBe(1);
  });
});
