/** Every documented refusal and rule of the VPC actions of both generations, through the wire. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { control, newAccount, type Target } from '../../testing/client.ts';
import { CallRecorder, faultsOf, orderFault } from '../../testing/recorder.ts';
import { type Simulator, startSimulator } from '../../testing/start.ts';

const recorder = new CallRecorder();
recorder.provesRefusalsOf('vpc');
const { call3, code3, call2017, word2017 } = recorder.client;
let simulator: Simulator;
let me: Target & { uin: string };

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  me = await newAccount(simulator.url);
});

const makeVpc = async (cidr = '10.0.0.0/16', name = 'net'): Promise<string> => {
  const { Vpc, Error: refusal } = await call3(me, 'CreateVpc', { VpcName: name, CidrBlock: cidr });
  expect(refusal).toBeUndefined();
  return (Vpc as { VpcId: string }).VpcId;
};

const ids = (answer: Record<string, unknown>, set = 'VpcSet', id = 'VpcId'): string[] =>
  (answer[set] as Record<string, string>[]).map((row) => row[id] as string);

describe('CreateVpc', () => {
  it.each([
    ['a mask of /15', { CidrBlock: '10.0.0.0/15' }, 'InvalidParameterValue'],
    ['a mask of /29', { CidrBlock: '10.0.0.0/29' }, 'InvalidParameterValue'],
    ['a public range', { CidrBlock: '11.0.0.0/16' }, 'InvalidParameterValue'],
    ['what is no block', { CidrBlock: 'ten' }, 'InvalidParameterValue.Malformed'],
    ['host bits', { CidrBlock: '10.0.0.1/16' }, 'InvalidParameterValue.Malformed'],
    ['61 bytes of name', { VpcName: 'x'.repeat(61) }, 'InvalidParameterValue'],
    ['21 Han characters, which are 63 bytes', { VpcName: '网'.repeat(21) }, 'InvalidParameterValue'],
    ['five DNS servers', { DnsServers: ['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5', '10.0.0.6'] }, 'InvalidParameterValue'],
    ['a DNS server that is no address', { DnsServers: ['dns'] }, 'InvalidParameterValue.Malformed'],
    ['no name', { VpcName: undefined }, 'MissingParameter'],
    ['a parameter it does not have', { Colour: 'red' }, 'UnknownParameter'],
    ['a name that is no text', { VpcName: { a: 1 } }, 'InvalidParameter'],
  ])('refuses %s', async (_what, change, code) => {
    expect(await code3(me, 'CreateVpc', { VpcName: 'net', CidrBlock: '10.0.0.0/16', ...change })).toBe(code);
    expect((await call3(me, 'DescribeVpcs')).TotalCount).toBe(0);
  });

  it.each(['10.8.0.0/16', '172.31.255.240/28', '192.168.0.0/16', '10.255.0.0/16'])('accepts %s', async (cidr) => {
    await makeVpc(cidr);
  });

  it('stops at the quota, twenty unless the control API says otherwise', async () => {
    for (let count = 0; count < 20; count += 1) await makeVpc();
    expect(await code3(me, 'CreateVpc', { VpcName: 'more', CidrBlock: '10.0.0.0/16' })).toBe('LimitExceeded');
    expect(await word2017(me, 'CreateVpc', { vpcName: 'more', cidrBlock: '10.0.0.0/16' })).toBe('VpcLimitExceeded');
    await control(me.url, 'POST', 'quotas', { uin: me.uin, type: 'vpcs-per-region', limit: 21 });
    await makeVpc();
    expect(await code3(me, 'CreateVpc', { VpcName: 'more', CidrBlock: '10.0.0.0/16' })).toBe('LimitExceeded');
  });
});

describe('DescribeVpcs', () => {
  it('pages newest first, and names the total', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift(await makeVpc());
    const page = await call3(me, 'DescribeVpcs', { Offset: '1', Limit: '2' });
    expect(page.TotalCount).toBe(5);
    expect(ids(page)).toEqual(made.slice(1, 3));
    expect(ids(await call3(me, 'DescribeVpcs', { Offset: 4, Limit: 100 }))).toEqual(made.slice(4));
    expect(ids(await call3(me, 'DescribeVpcs', { Limit: 0 }))).toEqual([]);
  });

  it('ANDs filters and ORs their values', async () => {
    const a = await makeVpc('10.0.0.0/16', 'a');
    const b = await makeVpc('10.1.0.0/16', 'b');
    await makeVpc('10.1.0.0/16', 'c');
    const list = async (Filters: unknown) => ids(await call3(me, 'DescribeVpcs', { Filters }));
    expect(await list([{ Name: 'vpc-name', Values: ['a', 'b'] }])).toEqual([b, a]);
    expect(
      await list([
        { Name: 'vpc-name', Values: ['a', 'b'] },
        { Name: 'cidr-block', Values: ['10.1.0.0'] },
      ]),
    ).toEqual([b]);
    expect(await list([{ Name: 'cidr-block', Values: ['10.1.0.0/16'] }])).toHaveLength(2);
    expect(await list([{ Name: 'cidr-block', Values: ['10.1.0.0/17'] }])).toEqual([]);
    expect(await list([{ Name: 'is-default', Values: ['true'] }])).toEqual([]);
    expect(await list([{ Name: 'vpc-id', Values: [a] }])).toEqual([a]);
  });

  it('refuses ids with filters, 101 ids, ids that are none, and ids of nothing', async () => {
    const id = await makeVpc();
    expect(await code3(me, 'DescribeVpcs', { VpcIds: [id], Filters: [{ Name: 'vpc-id', Values: [id] }] })).toBe('InvalidParameter.Coexist');
    const many = Array.from({ length: 101 }, (_, index) => `vpc-${String(index).padStart(8, '0')}`);
    expect(await code3(me, 'DescribeVpcs', { VpcIds: many })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DescribeVpcs', { VpcIds: ['vpx-1'] })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DescribeVpcs', { VpcIds: ['vpc-00000000'] })).toBe('ResourceNotFound');
    expect(await code3(me, 'DescribeVpcs', { Filters: [{ Name: 'moon', Values: ['x'] }] })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DescribeVpcs', { Filters: [{ Name: 'is-default', Values: ['maybe'] }] })).toBe(
      'InvalidParameterValue.Malformed',
    );
    expect(await code3(me, 'DescribeVpcs', { Limit: 101 })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DescribeVpcs', { Offset: -1 })).toBe('InvalidParameterValue.Malformed');
  });

  it('shows an account and a region nothing of the others', async () => {
    const id = await makeVpc();
    const other = await newAccount(simulator.url);
    expect(await code3(other, 'DescribeVpcs', { VpcIds: [id] })).toBe('ResourceNotFound');
    expect(await code3(me, 'DescribeVpcs', { VpcIds: [id] }, { region: 'ap-shanghai' })).toBe('ResourceNotFound');
    expect(await code3(other, 'DeleteVpc', { VpcId: id })).toBe('ResourceNotFound');
  });
});

describe('ModifyVpcAttribute and DeleteVpc', () => {
  it('change only what is named, and refuse what is not there', async () => {
    const id = await makeVpc();
    await call3(me, 'ModifyVpcAttribute', { VpcId: id, DomainName: 'a.b', DnsServers: ['10.0.0.9'] });
    const { VpcSet } = await call3(me, 'DescribeVpcs', { VpcIds: [id] });
    expect(VpcSet).toMatchObject([{ VpcName: 'net', DomainName: 'a.b', DnsServerSet: ['10.0.0.9'], EnableMulticast: false }]);
    expect(await code3(me, 'ModifyVpcAttribute', { VpcId: 'vpc-00000000' })).toBe('ResourceNotFound');
    expect(await code3(me, 'ModifyVpcAttribute', { VpcId: 'nonsense' })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'ModifyVpcAttribute', { VpcId: id, VpcName: 'x'.repeat(61) })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DeleteVpc', { VpcId: 'vpc-00000000' })).toBe('ResourceNotFound');
    expect(await code3(me, 'DeleteVpc', { VpcId: 'gz_vpc_266' })).toBe('InvalidParameterValue.Malformed');
  });

  it('name what stands in the way', async () => {
    const id = await makeVpc();
    const subnet = { VpcId: id, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1' };
    const { SubnetId } = (await call3(me, 'CreateSubnet', subnet)).Subnet as { SubnetId: string };
    const { Error: refusal } = await call3(me, 'DeleteVpc', { VpcId: id });
    expect(refusal).toMatchObject({ Code: 'ResourceInUse', Message: expect.stringContaining(SubnetId) });
    const { code, codeDesc, message } = await call2017(me, 'DeleteVpc', { vpcId: id });
    expect([code, codeDesc]).toEqual([5100, 'InvalidVpc.CannotDelete']);
    expect(message).toContain(SubnetId);
    await call3(me, 'DeleteSubnet', { SubnetId });
    expect(await code3(me, 'DeleteVpc', { VpcId: id })).toBe('');
  });
});

describe('2017', () => {
  it('makes a VPC with subnets, known to both generations under both ids', async () => {
    const made = await call2017(me, 'CreateVpc', {
      vpcName: 'bbbttest',
      cidrBlock: '192.168.0.0/16',
      subnetSet: [{ subnetName: 'wikitest', cidrBlock: '192.168.1.0/24', zoneId: 100002 }],
    });
    expect(made).toMatchObject({
      code: 0,
      codeDesc: 'Success',
      vpcId: expect.stringMatching(/^gz_vpc_\d+$/),
      unVpcId: expect.stringMatching(/^vpc-/),
      subnetSet: [{ subnetId: expect.stringMatching(/^gz_subnet_\d+$/), zoneId: '100002', zone: 'ap-guangzhou-2' }],
      routeTableSet: [{ routeTableId: expect.stringMatching(/^gz_rtb_\d+$/), routeTableType: 1 }],
    });
    expect(ids(await call3(me, 'DescribeVpcs'))).toEqual([made.unVpcId]);
    const byOldId = await call2017(me, 'DescribeVpcEx', { vpcId: made.vpcId });
    expect(byOldId).toMatchObject({ totalCount: 1, data: [{ unVpcId: made.unVpcId, subnetNum: 1, routeTableNum: 1, vpcDeviceNum: 0 }] });
  });

  it.each([
    ['61 characters', { vpcName: '网'.repeat(61) }, 'InvalidVpcName'],
    ['a public range', { cidrBlock: '8.8.0.0/16' }, 'InvalidVpcCidr'],
    ['a mask of /29', { cidrBlock: '10.0.0.0/29' }, 'InvalidVpcCidr'],
    ['a subnet outside', { subnetSet: [{ subnetName: 's', cidrBlock: '10.1.0.0/24', zoneId: 100001 }] }, 'InvalidVpcCidr'],
    ['an unknown zone', { subnetSet: [{ subnetName: 's', cidrBlock: '10.0.0.0/24', zoneId: 999999 }] }, 'InvalidZone.NotFound'],
  ])('CreateVpc refuses %s and makes nothing', async (_what, change, word) => {
    expect(await word2017(me, 'CreateVpc', { vpcName: 'net', cidrBlock: '10.0.0.0/16', ...change })).toBe(word);
    expect((await call2017(me, 'DescribeVpcEx')).totalCount).toBe(0);
  });

  it('answers a missing VPC with 5000 and InvalidVpc.NotFound everywhere', async () => {
    const params = { vpcId: 'vpc-00000000', vpcName: 'x', vipId: 1, lanIp: '10.0.0.5' };
    const pick = (...names: (keyof typeof params)[]) => Object.fromEntries(names.map((name) => [name, params[name]]));
    const calls: [string, Record<string, unknown>][] = [
      ['DescribeVpcEx', pick('vpcId')],
      ['ModifyVpcAttribute', pick('vpcId', 'vpcName')],
      ['DeleteVpc', pick('vpcId')],
      ['AssociateVip', pick('vpcId', 'vipId', 'lanIp')],
    ];
    for (const [action, given] of calls) {
      expect(await call2017(me, action, given)).toMatchObject({ code: 5000, codeDesc: 'InvalidVpc.NotFound' });
    }
  });

  it('lists by creation or name, either way, with part of a name', async () => {
    for (const name of ['beta', 'alpha', 'gamma']) await makeVpc('10.0.0.0/16', name);
    const names = async (params: Record<string, unknown>) =>
      ((await call2017(me, 'DescribeVpcEx', params)).data as { vpcName: string }[]).map((row) => row.vpcName);
    expect(await names({})).toEqual(['gamma', 'alpha', 'beta']);
    expect(await names({ orderDirection: 'asc' })).toEqual(['beta', 'alpha', 'gamma']);
    expect(await names({ orderField: 'vpcName', orderDirection: 'asc' })).toEqual(['alpha', 'beta', 'gamma']);
    expect(await names({ orderField: 'vpcName', offset: 1, limit: 1 })).toEqual(['beta']);
    expect(await names({ vpcName: 'am' })).toEqual(['gamma']);
    expect(await word2017(me, 'DescribeVpcEx', { orderField: 'size' })).toBe('InvalidParameter');
  });

  it('renames and deletes by the old id', async () => {
    const { vpcId, unVpcId } = await call2017(me, 'CreateVpc', { vpcName: 'net', cidrBlock: '10.0.0.0/16' });
    expect(await word2017(me, 'ModifyVpcAttribute', { vpcId, vpcName: '新名字' })).toBe('Success');
    expect(await word2017(me, 'ModifyVpcAttribute', { vpcId, vpcName: 'x'.repeat(61) })).toBe('InvalidVpcName');
    expect((await call3(me, 'DescribeVpcs', { VpcIds: [unVpcId] })).VpcSet).toMatchObject([{ VpcName: '新名字' }]);
    expect(await word2017(me, 'DeleteVpc', { vpcId })).toBe('Success');
    expect((await call3(me, 'DescribeVpcs')).TotalCount).toBe(0);
  });

  it('binds a VIP that support has set aside to a machine of the VPC', async () => {
    const vpcId = await makeVpc();
    const subnet = { VpcId: vpcId, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1' };
    const { SubnetId } = (await call3(me, 'CreateSubnet', subnet)).Subnet as { SubnetId: string };
    const at = { uin: me.uin, region: 'ap-guangzhou' };
    expect(await word2017(me, 'AssociateVip', { vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('InvalidVipId.NotFound');
    await control(me.url, 'POST', 'resources', { ...at, table: 'vip', row: { VipId: '12' } });
    expect(await word2017(me, 'AssociateVip', { vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('InvalidLanIp.NotFound');
    expect(await word2017(me, 'AssociateVip', { vpcId, vipId: 12, lanIp: 'here' })).toBe('InvalidLanIp.NotFound');
    await control(me.url, 'POST', 'resources', { ...at, table: 'instance', row: { SubnetId } });
    expect(await word2017(me, 'AssociateVip', { vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('Success');
    expect(await word2017(me, 'AssociateVip', { vpclId: vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('Success');
  });
});

describe('every documented refusal', () => {
  it.each(faultsOf('vpc'))('%s is provoked by a fault', async (pair) => {
    const { action, code } = await orderFault(me, pair);
    expect(await word2017(me, action, { vpcName: 'net', cidrBlock: '10.0.0.0/16' })).toBe(code);
  });
});
