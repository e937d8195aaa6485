/** Every documented refusal and rule of the VPC actions of both generations, through the wire. */
import { describe, expect, it } from 'vitest';
import { newAccount } from '../../testing/client.ts';
import { itRefuses, itRefusesByFault, ofEach } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('vpc');
const { call3, code3, call2017, word2017 } = stage;

const makeVpc = async (cidr = '10.0.0.0/16', name = 'net'): Promise<string> => {
  const { Vpc, Error: refusal } = await call3('CreateVpc', { VpcName: name, CidrBlock: cidr });
  expect(refusal).toBeUndefined();
  return (Vpc as { VpcId: string }).VpcId;
};

const ids = (answer: Record<string, unknown>, set = 'VpcSet', id = 'VpcId'): string[] =>
  (answer[set] as Record<string, string>[]).map((row) => row[id] as string);

const none = { VpcId: 'vpc-00000000' };
const malformed = 'InvalidParameterValue.Malformed';
const create = 'vpc:CreateVpc';
const list = 'vpc:DescribeVpcs';
const wish = (change = {}) => ({ VpcName: 'net', CidrBlock: '10.0.0.0/16', ...change });
const wish2017 = (change = {}) => ({ vpcName: 'net', cidrBlock: '10.0.0.0/16', ...change });
const fiveServers = ['10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5', '10.0.0.6'];
const hundredAndOne = Array.from({ length: 101 }, (_, index) => `vpc-${String(index).padStart(8, '0')}`);
const holding = async () => {
  const VpcId = await makeVpc();
  await stage.subnet(VpcId, '10.0.0.0/24');
  return VpcId;
};
const full = (limit = 0) => stage.quota('vpcs-per-region', limit);

itRefuses({ ...stage, unchanged: () => stage.count('vpc') }, [
  [create, 'a mask of /15', 'InvalidParameterValue', wish({ CidrBlock: '10.0.0.0/15' })],
  [create, 'a mask of /29', 'InvalidParameterValue', wish({ CidrBlock: '10.0.0.0/29' })],
  [create, 'a public range', 'InvalidParameterValue', wish({ CidrBlock: '11.0.0.0/16' })],
  [create, 'what is no block', malformed, wish({ CidrBlock: 'ten' })],
  [create, 'host bits', malformed, wish({ CidrBlock: '10.0.0.1/16' })],
  [create, '61 bytes of name', 'InvalidParameterValue', wish({ VpcName: 'x'.repeat(61) })],
  [create, '21 Han characters, which are 63 bytes', 'InvalidParameterValue', wish({ VpcName: '网'.repeat(21) })],
  [create, 'five DNS servers', 'InvalidParameterValue', wish({ DnsServers: fiveServers })],
  [create, 'a DNS server that is no address', malformed, wish({ DnsServers: ['dns'] })],
  [create, 'no name', 'MissingParameter', wish({ VpcName: undefined })],
  [create, 'a parameter it does not have', 'UnknownParameter', wish({ Colour: 'red' })],
  [create, 'a name that is no text', 'InvalidParameter', wish({ VpcName: { a: 1 } })],
  [create, 'one more than the quota', 'LimitExceeded', wish(), () => full()],
  [list, 'ids and filters', 'InvalidParameter.Coexist', { VpcIds: ['vpc-00000000'], Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }] }],
  [list, '101 ids', malformed, { VpcIds: hundredAndOne }],
  [list, 'what is no id', malformed, { VpcIds: ['vpx-1'] }],
  [list, 'an id of nothing', 'ResourceNotFound', { VpcIds: ['vpc-00000000'] }],
  [list, 'a filter that there is not', malformed, { Filters: [{ Name: 'moon', Values: ['x'] }] }],
  [list, 'a filter that is neither yes nor no', malformed, { Filters: [{ Name: 'is-default', Values: ['maybe'] }] }],
  [list, 'a page of 101', malformed, { Limit: 101 }],
  [list, 'a negative offset', malformed, { Offset: -1 }],
  ['vpc:ModifyVpcAttribute', 'a VPC that is not there', 'ResourceNotFound', none],
  ['vpc:ModifyVpcAttribute', 'what is no id', malformed, { VpcId: 'nonsense' }],
  ['vpc:ModifyVpcAttribute', '61 bytes of name', malformed, async () => ({ VpcId: await makeVpc(), VpcName: 'x'.repeat(61) })],
  ['vpc:DeleteVpc', 'a VPC that is not there', 'ResourceNotFound', none],
  ['vpc:DeleteVpc', 'an id of 2017', malformed, { VpcId: 'gz_vpc_266' }],
  ['vpc:DeleteVpc', 'one with a subnet', 'ResourceInUse', async () => ({ VpcId: await holding() })],
  ['vpc:CreateDefaultVpc', 'a zone of another region', 'InvalidParameterValue', { Zone: 'ap-shanghai-1' }],
  ['vpc:CreateDefaultVpc', 'one more than the quota', 'LimitExceeded', {}, () => full()],
]);

describe('CreateVpc', () => {
  it.each(['10.8.0.0/16', '172.31.255.240/28', '192.168.0.0/16', '10.255.0.0/16'])('accepts %s', async (cidr) => {
    await makeVpc(cidr);
  });

  it('stops at the quota, twenty unless the control API says otherwise', async () => {
    for (let count = 0; count < 20; count += 1) await makeVpc();
    expect(await code3('CreateVpc', wish())).toBe('LimitExceeded');
    await full(21);
    await makeVpc();
    expect(await code3('CreateVpc', wish())).toBe('LimitExceeded');
  });
});

describe('CreateDefaultVpc', () => {
  const make = async (params = {}) => (await call3('CreateDefaultVpc', params)).Vpc as { VpcId: string; SubnetId: string };

  it('makes one VPC and one subnet a zone, and gives them back ever after', async () => {
    const first = await make({ Zone: 'ap-guangzhou-2' });
    expect(await make({ Zone: 'ap-guangzhou-2' })).toEqual(first);
    const second = await make({ Zone: 'ap-guangzhou-3' });
    expect(second.VpcId).toBe(first.VpcId);
    expect(second.SubnetId).not.toBe(first.SubnetId);
    const { SubnetSet } = await call3('DescribeSubnets', { SubnetIds: [first.SubnetId] });
    expect(SubnetSet).toMatchObject([
      { IsDefault: true, CidrBlock: '172.16.16.0/20', Zone: 'ap-guangzhou-2', AvailableIpAddressCount: 4093 },
    ]);
    expect((await call3('DescribeVpcs', { Filters: [{ Name: 'is-default', Values: ['true'] }] })).TotalCount).toBe(1);
  });

  it('makes nothing for an account with the classic network, unless forced', async () => {
    const classic = await newAccount(stage.me.url, { classic: true });
    const makeFor = async (params = {}) => (await stage.recorder.call3(classic, 'CreateDefaultVpc', params)).answer.Vpc;
    expect(await makeFor()).toEqual({ VpcId: '0', SubnetId: '0' });
    expect((await stage.recorder.call3(classic, 'DescribeVpcs')).answer.TotalCount).toBe(0);
    expect(await makeFor({ Force: true })).toMatchObject({ VpcId: expect.stringMatching(/^vpc-/) });
  });
});

describe('DescribeVpcs', () => {
  it('pages newest first, and names the total', async () => {
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.unshift(await makeVpc());
    const page = await call3('DescribeVpcs', { Offset: '1', Limit: '2' });
    expect(page.TotalCount).toBe(5);
    expect(ids(page)).toEqual(made.slice(1, 3));
    expect(ids(await call3('DescribeVpcs', { Offset: 4, Limit: 100 }))).toEqual(made.slice(4));
    expect(ids(await call3('DescribeVpcs', { Limit: 0 }))).toEqual([]);
  });

  it('ANDs filters and ORs their values', async () => {
    const a = await makeVpc('10.0.0.0/16', 'a');
    const b = await makeVpc('10.1.0.0/16', 'b');
    await makeVpc('10.1.0.0/16', 'c');
    const list = async (Filters: unknown) => ids(await call3('DescribeVpcs', { Filters }));
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

  it('shows an account and a region nothing of the others', async () => {
    const VpcId = await makeVpc();
    const other = await stage.newAccount();
    const codeFor = async (who: typeof other & { region?: string }, action: string, params: object) =>
      (await stage.recorder.call3(who, action, { ...params })).code;
    expect(await codeFor(other, 'DescribeVpcs', { VpcIds: [VpcId] })).toBe('ResourceNotFound');
    expect(await codeFor({ ...stage.me, region: 'ap-shanghai' }, 'DescribeVpcs', { VpcIds: [VpcId] })).toBe('ResourceNotFound');
    expect(await codeFor(other, 'DeleteVpc', { VpcId })).toBe('ResourceNotFound');
  });
});

describe('ModifyVpcAttribute and DeleteVpc', () => {
  it('change only what is named', async () => {
    const id = await makeVpc();
    await call3('ModifyVpcAttribute', { VpcId: id, DomainName: 'a.b', DnsServers: ['10.0.0.9'] });
    const { VpcSet } = await call3('DescribeVpcs', { VpcIds: [id] });
    expect(VpcSet).toMatchObject([{ VpcName: 'net', DomainName: 'a.b', DnsServerSet: ['10.0.0.9'], EnableMulticast: false }]);
  });

  it('name what stands in the way', async () => {
    const id = await makeVpc();
    const subnet = { VpcId: id, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1' };
    const { SubnetId } = (await call3('CreateSubnet', subnet)).Subnet as { SubnetId: string };
    const { Error: refusal } = await call3('DeleteVpc', { VpcId: id });
    expect(refusal?.Message).toContain(SubnetId);
    const { code, message } = await call2017('DeleteVpc', { vpcId: id });
    expect(code).toBe(5100);
    expect(message).toContain(SubnetId);
    await call3('DeleteSubnet', { SubnetId });
    expect(await code3('DeleteVpc', { VpcId: id })).toBe('');
  });
});

describe('2017', () => {
  it('makes a VPC with subnets, known to both generations under both ids', async () => {
    const made = await call2017('CreateVpc', {
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
    expect(ids(await call3('DescribeVpcs'))).toEqual([made.unVpcId]);
    const byOldId = await call2017('DescribeVpcEx', { vpcId: made.vpcId });
    expect(byOldId).toMatchObject({ totalCount: 1, data: [{ unVpcId: made.unVpcId, subnetNum: 1, routeTableNum: 1, vpcDeviceNum: 0 }] });
  });

  const withSubnet = (change = {}) => wish2017({ subnetSet: [{ subnetName: 's', cidrBlock: '10.0.0.0/24', zoneId: 100001, ...change }] });
  const create2017 = 'vpc2017:CreateVpc';
  const aboutOne = {
    'vpc2017:DescribeVpcEx': {},
    'vpc2017:ModifyVpcAttribute': { vpcName: 'x' },
    'vpc2017:DeleteVpc': {},
    'vpc2017:AssociateVip': { vipId: 1, lanIp: '10.0.0.5' },
  };
  const rename = async () => ({ vpcId: await makeVpc(), vpcName: 'x'.repeat(61) });
  const vip = async (lanIp = '10.0.0.2') => ({ vpcId: await makeVpc(), vipId: 12, lanIp });
  const setAside = () => stage.put('vip', { VipId: '12' });

  itRefuses({ ...stage, unchanged: () => stage.count('vpc') }, [
    [create2017, '61 characters of name', 'InvalidVpcName', wish2017({ vpcName: '网'.repeat(61) })],
    [create2017, 'a public range', 'InvalidVpcCidr', wish2017({ cidrBlock: '8.8.0.0/16' })],
    [create2017, 'a mask of /29', 'InvalidVpcCidr', wish2017({ cidrBlock: '10.0.0.0/29' })],
    [create2017, 'a subnet outside', 'InvalidVpcCidr', withSubnet({ cidrBlock: '10.1.0.0/24' })],
    [create2017, 'an unknown zone', 'InvalidZone.NotFound', withSubnet({ zoneId: 999999 })],
    [create2017, 'one more than the quota', 'VpcLimitExceeded', wish2017(), () => full()],
    ...ofEach(aboutOne, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }),
    ['vpc2017:DeleteVpc', 'one with a subnet', 'InvalidVpc.CannotDelete', async () => ({ vpcId: await holding() })],
    ['vpc2017:ModifyVpcAttribute', '61 bytes of name', 'InvalidVpcName', rename],
    ['vpc2017:DescribeVpcEx', 'an order that there is not', 'InvalidParameter', { orderField: 'size' }],
    ['vpc2017:AssociateVip', 'a VIP that was not set aside', 'InvalidVipId.NotFound', () => vip()],
    ['vpc2017:AssociateVip', 'an address of no machine', 'InvalidLanIp.NotFound', () => vip(), setAside],
    ['vpc2017:AssociateVip', 'what is no address', 'InvalidLanIp.NotFound', () => vip('here'), setAside],
  ]);

  it('answers a missing VPC with the number 5000', async () => {
    expect(await call2017('DescribeVpcEx', { vpcId: 'vpc-00000000' })).toMatchObject({ code: 5000, codeDesc: 'InvalidVpc.NotFound' });
  });

  it('lists by creation or name, either way, with part of a name', async () => {
    for (const name of ['beta', 'alpha', 'gamma']) await makeVpc('10.0.0.0/16', name);
    const names = async (params: Record<string, unknown>) =>
      ((await call2017('DescribeVpcEx', params)).data as { vpcName: string }[]).map((row) => row.vpcName);
    expect(await names({})).toEqual(['gamma', 'alpha', 'beta']);
    expect(await names({ orderDirection: 'asc' })).toEqual(['beta', 'alpha', 'gamma']);
    expect(await names({ orderField: 'vpcName', orderDirection: 'asc' })).toEqual(['alpha', 'beta', 'gamma']);
    expect(await names({ orderField: 'vpcName', offset: 1, limit: 1 })).toEqual(['beta']);
    expect(await names({ vpcName: 'am' })).toEqual(['gamma']);
  });

  it('renames and deletes by the old id', async () => {
    const { vpcId, unVpcId } = await call2017('CreateVpc', { vpcName: 'net', cidrBlock: '10.0.0.0/16' });
    expect(await word2017('ModifyVpcAttribute', { vpcId, vpcName: '新名字' })).toBe('');
    expect((await call3('DescribeVpcs', { VpcIds: [unVpcId] })).VpcSet).toMatchObject([{ VpcName: '新名字' }]);
    expect(await word2017('DeleteVpc', { vpcId })).toBe('');
    expect((await call3('DescribeVpcs')).TotalCount).toBe(0);
  });

  it('binds a VIP that support has set aside to a machine of the VPC', async () => {
    const vpcId = await makeVpc();
    const subnet = { VpcId: vpcId, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1' };
    const { SubnetId } = (await call3('CreateSubnet', subnet)).Subnet as { SubnetId: string };
    await setAside();
    await stage.machine(SubnetId);
    expect(await word2017('AssociateVip', { vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('');
    expect(await word2017('AssociateVip', { vpclId: vpcId, vipId: 12, lanIp: '10.0.0.2' })).toBe('');
  });
});

itRefusesByFault(stage, 'vpc', wish2017);

describe('today', () => {
  const own = (VpcId: string, more = {}) => ({ VpcId, ...more });
  const ranged = async (...CidrBlocks: string[]) => {
    const VpcId = await makeVpc();
    await code3('CreateAssistantCidr', { VpcId, CidrBlocks });
    return VpcId;
  };
  const six = async () => {
    const VpcId = await makeVpc();
    await code3('AssignIpv6CidrBlock', { VpcId });
    return VpcId;
  };
  const secondary = '172.20.0.0/16';
  const held = async () => {
    const VpcId = await ranged(secondary);
    await stage.subnet(VpcId, '172.20.1.0/24');
    return VpcId;
  };
  const heldSix = async () => {
    const VpcId = await six();
    const SubnetId = await stage.subnet(VpcId, '10.0.0.0/24');
    expect(await code3('AssignIpv6SubnetCidrBlock', { VpcId, Ipv6SubnetCidrBlocks: [{ SubnetId }] })).toBe('');
    return VpcId;
  };
  const [add, change, remove] = ['vpc:CreateAssistantCidr', 'vpc:ModifyAssistantCidr', 'vpc:DeleteAssistantCidr'] as const;
  const dashboard = 'vpc:DescribeVpcResourceDashboard';
  const oneRange = () => stage.quota('secondary-ranges-per-vpc', 1);
  const two = ['172.20.0.0/16', '172.21.0.0/16'];
  const conflict = 'InvalidParameterValue.VpcCidrConflict';
  const overlap = 'InvalidParameterValue.SubnetOverlapAssistCidr';
  const twice = 'InvalidParameterValue.Duplicate';

  itRefuses(stage, [
    ...ofEach(
      {
        'vpc:AssignIpv6CidrBlock': {},
        'vpc:UnassignIpv6CidrBlock': {},
        [add]: { CidrBlocks: [secondary] },
        [change]: { NewCidrBlocks: [secondary] },
        [remove]: { CidrBlocks: [secondary] },
      },
      'a VPC that is not there',
      'ResourceNotFound',
      none,
    ),
    ['vpc:AssignIpv6CidrBlock', 'a VPC that has one', 'LimitExceeded.CidrBlock', async () => own(await six())],
    ['vpc:UnassignIpv6CidrBlock', 'a VPC without one', malformed, async () => own(await makeVpc())],
    ['vpc:UnassignIpv6CidrBlock', 'one of which a subnet has a part', 'ResourceInUse', async () => own(await heldSix())],
    [add, 'a range that meets the VPC’s own', conflict, async () => own(await makeVpc(), { CidrBlocks: ['10.0.1.0/24'] })],
    [add, 'a range that meets another', overlap, async () => own(await ranged(secondary), { CidrBlocks: ['172.20.1.0/24'] })],
    [add, 'a range twice', twice, async () => own(await makeVpc(), { CidrBlocks: [secondary, secondary] })],
    [change, 'a range that meets the VPC’s own', conflict, async () => own(await makeVpc(), { NewCidrBlocks: ['10.0.1.0/24'] })],
    [change, 'a range that meets another', overlap, async () => own(await ranged(secondary), { NewCidrBlocks: ['172.20.1.0/24'] })],
    [change, 'a range twice', twice, async () => own(await makeVpc(), { NewCidrBlocks: [secondary, secondary] })],
    [change, 'a range in which a subnet stands', 'ResourceInUse', async () => own(await held(), { OldCidrBlocks: [secondary] })],
    [remove, 'a range in which a subnet stands', 'ResourceInUse', async () => own(await held(), { CidrBlocks: [secondary] })],
    [add, 'more ranges than a VPC may have', 'LimitExceeded', async () => own(await makeVpc(), { CidrBlocks: two }), oneRange],
    [change, 'more ranges than a VPC may have', 'LimitExceeded', async () => own(await makeVpc(), { NewCidrBlocks: two }), oneRange],
    [dashboard, 'a VPC that is not there', 'ResourceNotFound', { VpcIds: [none.VpcId] }],
    [dashboard, 'an id of nothing', malformed, { VpcIds: ['x'] }],
    [dashboard, 'more than a hundred', 'InvalidParameterValue.LimitExceeded', { VpcIds: Array(101).fill(none.VpcId) }],
  ]);

  it('tells IPv6 blocks and secondary ranges, which survive a change of the name', async () => {
    const VpcId = await ranged(secondary);
    const { Ipv6CidrBlock } = await call3('AssignIpv6CidrBlock', { VpcId });
    expect(Ipv6CidrBlock).toMatch(/^2402:4e00:[0-9a-f:]+::\/56$/);
    expect(await code3('ModifyVpcAttribute', { VpcId, VpcName: 'other' })).toBe('');
    const told = { VpcName: 'other', Ipv6CidrBlock, AssistantCidrSet: [{ VpcId, CidrBlock: secondary }] };
    expect((await call3('DescribeVpcs', { VpcIds: [VpcId] })).VpcSet).toMatchObject([told]);
    expect(ids(await call3('DescribeVpcs', { Filters: [{ Name: 'ipv6-cidr-block', Values: [Ipv6CidrBlock] }] }))).toEqual([VpcId]);
    expect(await code3('UnassignIpv6CidrBlock', { VpcId, Ipv6CidrBlock })).toBe('');
    expect(await code3('ModifyAssistantCidr', { VpcId, NewCidrBlocks: ['172.21.0.0/16'], OldCidrBlocks: [secondary] })).toBe('');
    expect((await call3('DescribeVpcs', { VpcIds: [VpcId] })).VpcSet).toMatchObject([
      { Ipv6CidrBlock: '', AssistantCidrSet: [{ CidrBlock: '172.21.0.0/16' }] },
    ]);
    expect(await code3('DeleteAssistantCidr', { VpcId, CidrBlocks: ['172.21.0.0/16'] })).toBe('');
    expect((await call3('DescribeVpcs', { VpcIds: [VpcId] })).VpcSet).not.toMatchObject([{ AssistantCidrSet: expect.anything() }]);
  });

  it('gives no two VPCs the same block, and lets subnets stand in secondary ranges', async () => {
    const [a, b] = [await six(), await six()];
    const rows = (await call3('DescribeVpcs', { VpcIds: [a, b] })).VpcSet as { Ipv6CidrBlock: string }[];
    expect(new Set(rows.map((row) => row.Ipv6CidrBlock)).size).toBe(2);
    expect(await held()).toMatch(/^vpc-/);
  });
});

it('is counted today by kind: parts of its network, and services that stand in it', async () => {
  const { id } = await stage.vpc('10.9.0.0/16');
  const subnet = await stage.subnet(id, '10.9.1.0/24');
  await stage.machine(subnet);
  await stage.machine(subnet, { Kind: 'CLB', InstanceId: 'lb-0000beef' });
  const { ResourceDashboardSet } = await call3('DescribeVpcResourceDashboard', { VpcIds: [id] });
  expect(ResourceDashboardSet).toMatchObject([
    { VpcId: id, Subnet: 1, RouteTable: 1, CVM: 1, LB: 1, CDB: 0, Ip: 2, Nat: 0, FlowLog: 0, Redis: 0 },
  ]);
});
