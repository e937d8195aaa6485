/** What official clients send besides what the documents print: other spellings of values and names. */
import { describe, expect, it } from 'vitest';
import type { Field } from '../../catalogue/define.ts';
import { plans } from '../protocol/plans.ts';
import { call3, call2017, code3, form3, signed1, tc3Headers, word2017 } from '../testing/client.ts';
import { TestWorld } from '../testing/test-world.ts';

const stage = new TestWorld();

const newVpc = { VpcName: 'net', CidrBlock: '10.0.0.0/16' };

/** A yes or no somewhere in a field, as a path of names with "0" for list items. */
function flagPaths(field: Field, at: string): string[] {
  if (field.kind === 'flag') return [at];
  if (field.kind === 'list') return flagPaths(field.of, `${at}.0`);
  if (field.kind !== 'struct') return [];
  return Object.entries(field.fields).flatMap(([name, inner]) => flagPaths(inner, `${at}.${name}`));
}

describe('a yes or no', () => {
  it('is taken in any case, in forms and queries of both generations and as text in JSON', async () => {
    const { Vpc } = await call3(stage.me, 'CreateVpc', newVpc);
    const { VpcId } = Vpc as { VpcId: string };
    const subnet = async (third: number): Promise<string> => {
      const wish = { VpcId, SubnetName: 's', CidrBlock: `10.0.${third}.0/24`, Zone: 'ap-guangzhou-1' };
      return ((await call3(stage.me, 'CreateSubnet', wish)).Subnet as { SubnetId: string }).SubnetId;
    };
    const SubnetId = await subnet(1);
    const broadcast = async () => (await call3(stage.me, 'DescribeSubnets', { SubnetIds: [SubnetId] })).SubnetSet;
    for (const [text, value] of [
      ['True', true],
      ['FALSE', false],
      ['TRUE', true],
      ['False', false],
      ['true', true],
      ['false', false],
    ] as const) {
      const method = value ? 'GET' : 'POST';
      expect((await form3(stage.me, 'ModifySubnetAttribute', { SubnetId, EnableBroadcast: text }, method)).Error).toBeUndefined();
      expect(await broadcast()).toMatchObject([{ EnableBroadcast: value }]);
      expect(await code3(stage.me, 'ModifySubnetAttribute', { SubnetId, EnableBroadcast: text })).toBe('');
    }
    expect((await form3(stage.me, 'ModifySubnetAttribute', { SubnetId, EnableBroadcast: 'yes' })).Error?.Code).toBe('InvalidParameter');
  });

  it('is taken so by every action that has one', async () => {
    const spellings = ['True', 'FALSE'] as const;
    const refusedSpellings: string[] = [];
    let tried = 0;
    for (const plan of plans) {
      const paths = Object.entries(plan.data.params).flatMap(([name, field]) => flagPaths(field, name));
      if (plan.protocol === 'aliyun-rpc') expect(paths).toEqual([]);
      for (const path of paths) {
        for (const text of spellings) {
          tried += 1;
          const answer =
            plan.service === 'vpc'
              ? (await form3(stage.me, plan.action, { [path]: text })).Error?.Message
              : (await call2017(stage.me, plan.action, {}, { [path]: text })).message;
          if (answer?.includes(`parameter ${path} `)) refusedSpellings.push(`${plan.name} ${path} ${text}`);
        }
      }
    }
    expect(refusedSpellings).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });

  it('is taken so as a filter’s value, and as a JSON boolean', async () => {
    await call3(stage.me, 'CreateVpc', newVpc);
    for (const value of ['false', 'False', 'FALSE', false]) {
      const Filters = [{ Name: 'is-default', Values: [value] }];
      expect(await call3(stage.me, 'DescribeVpcs', { Filters })).toMatchObject({ TotalCount: 1 });
      expect(await call3(stage.me, 'DescribeSubnets', { Filters })).toMatchObject({ TotalCount: 0 });
    }
    for (const value of ['True', true]) {
      const Filters = [{ Name: 'association.main', Values: [value] }];
      expect(await call3(stage.me, 'DescribeRouteTables', { Filters })).toMatchObject({ TotalCount: 1 });
    }
    for (const value of ['True', 'FALSE', true]) {
      expect(await code3(stage.me, 'DescribeAddresses', { Filters: [{ Name: 'is-arrears', Values: [value] }] })).toBe('');
    }
    expect(await code3(stage.me, 'DescribeVpcs', { Filters: [{ Name: 'is-default', Values: ['maybe'] }] })).not.toBe('');
  });
});

describe('a body or a value that says nothing', () => {
  it.each(['', 'null', ' null\n', ' ', '{}'])('%j is an empty object', async (body) => {
    const response = await fetch(stage.me.url, { method: 'POST', headers: tc3Headers(stage.me, 'DescribeVpcs', body), body });
    expect(await response.json()).toMatchObject({ Response: { TotalCount: 0 } });
  });

  it('is not given: an empty list or object in JSON excludes nothing and asks for nothing', async () => {
    const Filters = [{ Name: 'vpc-name', Values: ['net'] }];
    await call3(stage.me, 'CreateVpc', newVpc);
    for (const VpcIds of [[], null, ''])
      expect(await call3(stage.me, 'DescribeVpcs', { VpcIds, Filters })).toMatchObject({ TotalCount: 1 });
    expect(await call3(stage.me, 'DescribeVpcs', { VpcIds: [], Filters: [] })).toMatchObject({ TotalCount: 1 });
    const group = { GroupName: 'g', GroupDescription: 'd' };
    const { SecurityGroup } = await call3(stage.me, 'CreateSecurityGroup', group);
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const rule = { Protocol: 'TCP', Port: '80', CidrBlock: '10.0.0.0/8', Action: 'ACCEPT' };
    for (const empty of [{}, { AddressId: '' }, { AddressId: null, AddressGroupId: '' }]) {
      const SecurityGroupPolicySet = {
        Egress: [],
        Ingress: [{ ...rule, AddressTemplate: empty, ServiceTemplate: {}, SecurityGroupId: '' }],
      };
      expect(await code3(stage.me, 'CreateSecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet })).toBe('');
      const emptied = { SecurityGroupId, SecurityGroupPolicySet: { Egress: [], Ingress: [] } };
      expect(await code3(stage.me, 'ModifySecurityGroupPolicies', emptied)).toBe('');
    }
    expect(await code3(stage.me, 'ModifySecurityGroupPolicies', { SecurityGroupId, SecurityGroupPolicySet: { Ingress: [rule] } })).not.toBe(
      '',
    );
  });

  it('is not given to any action: with every optional list and structure empty, the answer is the same as without', async () => {
    const differing: string[] = [];
    for (const plan of plans.filter(({ protocol, service }) => protocol === 'api3' && service === 'vpc')) {
      const empty = Object.entries(plan.data.params).flatMap(([name, field]) => {
        if (field.kind === 'list' || field.kind === 'filters' || field.orList) return [[name, []]];
        return field.kind === 'struct' ? [[name, {}]] : [];
      });
      if (empty.length === 0) continue;
      const [without, withEmpty] = [await code3(stage.me, plan.action), await code3(stage.me, plan.action, Object.fromEntries(empty))];
      if (without !== withEmpty) differing.push(`${plan.action}: ${without} ${withEmpty}`);
    }
    expect(differing).toEqual([]);
  });
});

describe('a number or a boolean in JSON for a documented String', () => {
  it('is taken', async () => {
    const { SecurityGroup } = await call3(stage.me, 'CreateSecurityGroup', { GroupName: 7, GroupDescription: true });
    expect(SecurityGroup).toMatchObject({ SecurityGroupName: '7', SecurityGroupDesc: 'true' });
    const { SecurityGroupId } = SecurityGroup as { SecurityGroupId: string };
    const Ingress = [{ Protocol: 'TCP', Port: 81, CidrBlock: '10.0.0.0/8', Action: 'ACCEPT', PolicyDescription: 5 }];
    const set = (policies: object) => ({ SecurityGroupId, SecurityGroupPolicySet: policies });
    expect(await code3(stage.me, 'CreateSecurityGroupPolicies', set({ Version: 1, Ingress }))).toBe('');
    expect(await call3(stage.me, 'DescribeSecurityGroupPolicies', { SecurityGroupId })).toMatchObject({
      SecurityGroupPolicySet: { Version: '2', Ingress: [{ Port: '81', PolicyDescription: '5' }] },
    });
    expect(await code3(stage.me, 'DeleteSecurityGroupPolicies', set({ Version: 60, Ingress }))).toBe(
      'UnsupportedOperation.VersionMismatch',
    );
    expect(await code3(stage.me, 'DescribeVpcs', { Limit: '20', Offset: 0 })).toBe('');
    await call3(stage.me, 'CreateVpc', { VpcName: 1, CidrBlock: '10.0.0.0/16' });
    expect(await call3(stage.me, 'DescribeVpcs', { Filters: [{ Name: 'vpc-name', Values: [1] }] })).toMatchObject({ TotalCount: 1 });
    for (const VpcName of [['a'], { a: 1 }]) expect(await code3(stage.me, 'CreateVpc', { ...newVpc, VpcName })).toBe('InvalidParameter');
  });
});

describe('names of VPCs and subnets', () => {
  it('are any of up to 60 characters in 2017 too', async () => {
    for (const name of ['a b', 'a.b', '网 络/1', '<b>', 'é🙂', 'x'.repeat(60)]) {
      const subnetSet = [{ subnetName: name, cidrBlock: '10.0.0.0/24', zoneId: '100001' }];
      const made = await call2017(stage.me, 'CreateVpc', { vpcName: name, cidrBlock: '10.0.0.0/16', subnetSet });
      expect(made).toMatchObject({ codeDesc: 'Success' });
      const vpcId = made.unVpcId as string;
      const more = { vpcId, subnetSet: [{ subnetName: `${name.slice(0, 58)}.2`, cidrBlock: '10.0.1.0/24', zoneId: '100001' }] };
      const { subnetSet: subnets } = await call2017(stage.me, 'CreateSubnet', more);
      const [{ unSubnetId = '' } = {}] = subnets as { unSubnetId?: string }[];
      expect(await word2017(stage.me, 'ModifySubnetAttribute', { vpcId, subnetId: unSubnetId, subnetName: 'b . c' })).toBe('Success');
      expect(await word2017(stage.me, 'ModifyVpcAttribute', { vpcId, vpcName: 'c d.e' })).toBe('Success');
      expect(await call2017(stage.me, 'DescribeVpcEx', { vpcId })).toMatchObject({ data: [{ vpcName: 'c d.e' }] });
    }
    expect(await word2017(stage.me, 'CreateVpc', { vpcName: 'x'.repeat(61), cidrBlock: '10.0.0.0/16' })).toBe('InvalidVpcName');
  });
});

describe('names of parameters with "_" for "."', () => {
  it('are known in forms and queries of 2017', async () => {
    const set = { subnetSet_0_subnetName: 'a_b', subnetSet_0_cidrBlock: '10.0.0.0/24', subnetSet_0_zoneId: '100001' };
    expect(await word2017(stage.me, 'CreateVpc', { vpcName: 'x_y', cidrBlock: '10.0.0.0/16', ...set })).toBe('Success');
    expect(await call2017(stage.me, 'DescribeSubnetEx', { zoneIds_0: '100001' })).toMatchObject({ data: [{ subnetName: 'a_b' }] });
    expect(await call2017(stage.me, 'DescribeVpcEx', {})).toMatchObject({ data: [{ vpcName: 'x_y' }] });
    const form = signed1(stage.me, 'GET', '/v2/index.php', { zoneIds_0: '100001' }, { Action: 'DescribeSubnetEx' });
    expect(await (await fetch(`${stage.me.url}/v2/index.php?${form}`)).json()).toMatchObject({ totalCount: 1 });
    expect(await word2017(stage.me, 'DescribeVpcEx', { vpc_name: 'x' })).toBe('InvalidParameter');
  });
});
