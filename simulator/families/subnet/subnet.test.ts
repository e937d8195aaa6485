/** Every documented refusal and rule of the subnet actions of both generations, through the wire. */
import { beforeEach, describe, expect, it } from 'vitest';
import { itRefuses, ofEach, ofElsewhere, type RefusalCase } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('subnet');
const { call3, code3, call2017, word2017 } = stage;
let VpcId: string;

beforeEach(async () => {
  VpcId = (await stage.vpc()).id;
});

const wish = (change = {}) => ({ VpcId, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1', ...change });

async function make(change = {}): Promise<Record<string, unknown> & { SubnetId: string }> {
  const { Subnet, Error: refusal } = await call3('CreateSubnet', wish(change));
  expect(refusal).toBeUndefined();
  return Subnet as { SubnetId: string };
}

const addInstance = (SubnetId: string, row = {}): Promise<Record<string, unknown>> => stage.machine(SubnetId, row);
const none = { SubnetId: 'subnet-00000000' };
const malformed = 'InvalidParameterValue.Malformed';
const range = 'InvalidParameterValue.SubnetRange';
const create = 'vpc:CreateSubnet';
const list = 'vpc:DescribeSubnets';
const aboutOne = { 'vpc:ModifySubnetAttribute': {}, 'vpc:DeleteSubnet': {} };
const Filters = [{ Name: 'zone', Values: ['x'] }];
const holding = async () => {
  const { SubnetId } = await make();
  await addInstance(SubnetId);
  return SubnetId;
};
const full = () => stage.quota('subnets-per-vpc', 0);
const sister = () => make({ CidrBlock: '10.0.4.0/22' });

itRefuses({ ...stage, unchanged: () => stage.count('subnet') }, [
  [create, 'a block outside the VPC', range, () => wish({ CidrBlock: '10.1.0.0/24' })],
  [create, 'a block larger than the VPC', range, () => wish({ CidrBlock: '10.0.0.0/15' })],
  [create, 'a mask of /29', range, () => wish({ CidrBlock: '10.0.0.0/29' })],
  [create, 'what is no block', range, () => wish({ CidrBlock: '10.0.0.0' })],
  [create, 'host bits', range, () => wish({ CidrBlock: '10.0.0.7/24' })],
  [create, 'a zone of another region', 'InvalidParameterValue', () => wish({ Zone: 'ap-shanghai-1' })],
  [create, 'a VPC that is not there', 'ResourceNotFound', () => wish({ VpcId: 'vpc-00000000' })],
  [create, 'an id that is none', 'InvalidParameterValue', () => wish({ VpcId: 'net' })],
  [create, '61 bytes of name', 'InvalidParameterValue', () => wish({ SubnetName: 'x'.repeat(61) })],
  [create, 'no zone', 'MissingParameter', () => wish({ Zone: '' })],
  [create, 'an unknown parameter', 'UnknownParameter', () => wish({ VpcName: 'TestSubnet' })],
  ...['10.0.4.0/22', '10.0.5.0/24', '10.0.0.0/20', '10.0.0.0/16'].map((CidrBlock): RefusalCase => {
    return [create, `${CidrBlock} beside 10.0.4.0/22`, 'InvalidParameterValue.SubnetConflict', () => wish({ CidrBlock }), sister];
  }),
  [create, 'a block of a sister that has it all', 'InvalidParameterValue.SubnetConflict', wish, () => make({ CidrBlock: '10.0.0.0/16' })],
  [create, 'one more than the quota', 'LimitExceeded', wish, full],
  [list, 'ids and filters', 'InvalidParameter.Coexist', { SubnetIds: ['subnet-00000000'], Filters }],
  [list, 'a subnet that is not there', 'ResourceNotFound', { SubnetIds: ['subnet-00000000'] }],
  [list, 'what is no id', malformed, { SubnetIds: ['nonsense'] }],
  [list, '101 ids', malformed, { SubnetIds: new Array(101).fill('subnet-00000000') }],
  ...ofEach(aboutOne, 'a subnet that is not there', 'ResourceNotFound', none),
  ...ofEach(aboutOne, 'what is no id', malformed, { SubnetId: 'nonsense' }),
  ['vpc:DeleteSubnet', 'one with a machine', 'ResourceInUse', async () => ({ SubnetId: await holding() })],
  ['vpc:ModifySubnetAttribute', 'neither yes nor no', 'InvalidParameter', { ...none, EnableBroadcast: 'perhaps' }],
]);

describe('CreateSubnet', () => {
  it('names the sister that a block overlaps, and takes one beside it', async () => {
    const { SubnetId } = await sister();
    const { Error: refusal } = await call3('CreateSubnet', wish({ CidrBlock: '10.0.5.0/24' }));
    expect(refusal?.Message).toContain(SubnetId);
    await make({ CidrBlock: '10.0.8.0/22' });
  });

  it('joins the default route table', async () => {
    const a = await make();
    const b = await make({ CidrBlock: '10.0.1.0/24' });
    expect(a.RouteTableId).toMatch(/^rtb-/);
    expect(b.RouteTableId).toBe(a.RouteTableId);
  });
});

describe('addresses', () => {
  it('counts three as taken by the cloud, and one for each instance', async () => {
    const { SubnetId } = await make({ CidrBlock: '10.0.0.0/28' });
    const free = () => stage.freeAddresses(SubnetId);
    expect(await free()).toBe(13);
    expect(await addInstance(SubnetId)).toMatchObject({ PrivateIpAddress: '10.0.0.2', VpcId });
    expect(await addInstance(SubnetId, { PrivateIpAddress: '10.0.0.14' })).toMatchObject({ PrivateIpAddress: '10.0.0.14' });
    expect(await free()).toBe(11);
    await expect(addInstance(SubnetId, { PrivateIpAddress: '10.0.0.15' })).rejects.toThrow('400');
    for (let count = 0; count < 11; count += 1) await addInstance(SubnetId);
    expect(await free()).toBe(0);
    await expect(addInstance(SubnetId)).rejects.toThrow('full');
    expect(await call2017('DescribeSubnet', { vpcId: VpcId, subnetId: SubnetId })).toMatchObject({ totalIPNum: 13, availableIPNum: 0 });
  });

  it('keeps a subnet from being deleted while somebody has one, and says who', async () => {
    const { SubnetId } = await make();
    const { InstanceId } = await addInstance(SubnetId);
    const { Error: refusal } = await call3('DeleteSubnet', { SubnetId });
    expect(refusal?.Message).toContain(InstanceId);
    expect(await call2017('DeleteSubnet', { vpcId: VpcId, subnetId: SubnetId })).toMatchObject({
      code: 5100,
      message: expect.stringContaining(String(InstanceId)),
    });
  });
});

describe('DescribeSubnets, ModifySubnetAttribute, DeleteSubnet', () => {
  it('filters by each key', async () => {
    const a = await make({ SubnetName: 'a' });
    const b = await make({ SubnetName: 'b', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-2' });
    const list = async (...Filters: { Name: string; Values: string[] }[]) =>
      ((await call3('DescribeSubnets', { Filters })).SubnetSet as { SubnetId: string }[]).map((row) => row.SubnetId);
    expect(await list({ Name: 'vpc-id', Values: [VpcId] })).toEqual([b.SubnetId, a.SubnetId]);
    expect(await list({ Name: 'zone', Values: ['ap-guangzhou-2'] })).toEqual([b.SubnetId]);
    expect(await list({ Name: 'zone', Values: ['ap-guangzhou-2', 'ap-guangzhou-1'] })).toHaveLength(2);
    expect(await list({ Name: 'subnet-name', Values: ['a'] }, { Name: 'vpc-id', Values: [VpcId] })).toEqual([a.SubnetId]);
    expect(await list({ Name: 'subnet-name', Values: ['a'] }, { Name: 'zone', Values: ['ap-guangzhou-2'] })).toEqual([]);
    expect(await list({ Name: 'cidr-block', Values: ['10.0.1.0'] })).toEqual([b.SubnetId]);
    expect(await list({ Name: 'is-default', Values: ['true'] })).toEqual([]);
    expect(await list({ Name: 'subnet-id', Values: [a.SubnetId] })).toEqual([a.SubnetId]);
  });

  it('change only what is named', async () => {
    const { SubnetId } = await make();
    expect(await code3('ModifySubnetAttribute', { SubnetId, EnableBroadcast: 'true' })).toBe('');
    const { SubnetSet } = await call3('DescribeSubnets', { SubnetIds: [SubnetId] });
    expect(SubnetSet).toMatchObject([{ SubnetName: 's', EnableBroadcast: true }]);
  });
});

describe('2017', () => {
  const subnet = (change = {}) => ({ subnetName: 's', cidrBlock: '10.0.0.0/24', zoneId: '100001', ...change });

  const create2017 = 'vpc2017:CreateSubnet';
  const batch = (change = {}) => ({ vpcId: VpcId, subnetSet: [subnet(change)] });
  const made = async () => ({ vpcId: VpcId, subnetId: (await make()).SubnetId });
  const aboutOne2017 = {
    'vpc2017:DescribeSubnet': made,
    'vpc2017:ModifySubnetAttribute': async () => ({ ...(await made()), subnetName: 'n' }),
    'vpc2017:DeleteSubnet': made,
  };
  const overlapping = [subnet(), subnet({ subnetName: 't', cidrBlock: '10.0.0.128/25' })];
  /** A default VPC with one default subnet, and the rest of 172.16.0.0/16 taken piece by piece. */
  const filled = async () => {
    const { Vpc } = await call3('CreateDefaultVpc', { Zone: 'ap-guangzhou-1' });
    for (const CidrBlock of ['172.16.128.0/17', '172.16.64.0/18', '172.16.32.0/19', '172.16.16.0/20']) {
      await make({ VpcId: (Vpc as { VpcId: string }).VpcId, CidrBlock });
    }
  };
  const taken = () => make({ SubnetName: 'taken', CidrBlock: '10.0.1.0/24' });

  itRefuses(stage, [
    [create2017, '61 characters of name', 'InvalidSubnetName', () => batch({ subnetName: '网'.repeat(61) })],
    [create2017, 'a block outside', 'InvalidSubnetCidr', () => batch({ cidrBlock: '10.1.0.0/24' })],
    [create2017, 'a mask of /29', 'InvalidSubnetCidr', () => batch({ cidrBlock: '10.0.0.0/29' })],
    [create2017, 'an unknown zone', 'InvalidZone.NotFound', () => batch({ zoneId: '100099' })],
    [create2017, 'a zone of another region', 'InvalidZone.NotFound', () => batch({ zoneId: '200001' })],
    [create2017, 'one more than the quota', 'SubnetLimitExceeded', () => batch(), full],
    [create2017, 'a VPC that is not there', 'InvalidVpc.NotFound', () => ({ ...batch(), vpcId: 'gz_vpc_1' })],
    ...ofElsewhere(stage, aboutOne2017, 'InvalidSubnet.NotFound', { subnetId: 'subnet-00000000' }),
    ['vpc2017:DescribeSubnetEx', 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }],
    ['vpc2017:DescribeSubnetEx', 'a subnet that is not there', 'InvalidSubnet.NotFound', { subnetId: 'subnet-00000000' }],
    [
      'vpc2017:ModifySubnetAttribute',
      'a sister’s name',
      'InvalidSubnetName',
      async () => ({ ...(await made()), subnetName: 'taken' }),
      taken,
    ],
    ['vpc2017:DeleteSubnet', 'one with a machine', 'InvalidSubnet.CannotDelete', async () => ({ vpcId: VpcId, subnetId: await holding() })],
    [create2017, 'two blocks that overlap', 'InvalidSubnet.Conflict', () => ({ vpcId: VpcId, subnetSet: overlapping })],
    ['vpc2017:CheckDefaultSubnet', 'a default VPC without room', 'InvalidSubnet.CreateError', { zoneId: '100002' }, filled],
    ['vpc:CreateDefaultVpc', 'a default VPC without room', 'ResourceInsufficient', { Zone: 'ap-guangzhou-2' }, filled],
    ['vpc2017:CheckDefaultSubnet', 'an unknown zone', 'InvalidZone.NotFound', { zoneId: '999' }],
  ]);

  it('has 4000 for what is wrong and 5000 for what is not there', async () => {
    expect((await call2017('CreateSubnet', batch({ cidrBlock: '10.1.0.0/24' }))).code).toBe(4000);
    expect((await call2017('CreateSubnet', batch({ zoneId: '100099' }))).code).toBe(5000);
  });

  it('makes all subnets of a batch or none', async () => {
    expect((await call2017('CreateSubnet', { vpcId: VpcId, subnetSet: overlapping })).code).toBe(5100);
    expect((await call2017('DescribeSubnetEx', { vpcId: VpcId })).totalCount).toBe(0);
    const apart = [subnet(), subnet({ subnetName: 't', cidrBlock: '10.0.1.0/25' })];
    expect((await call2017('CreateSubnet', { vpcId: VpcId, subnetSet: apart })).subnetSet).toHaveLength(2);
  });

  it('lists with part of a name, zones, order, and instances counted', async () => {
    const a = await make({ SubnetName: 'alpha' });
    await make({ SubnetName: 'beta', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-2' });
    await addInstance(a.SubnetId);
    await addInstance(a.SubnetId, { Kind: 'CDB' });
    const names = async (params: Record<string, unknown>) =>
      ((await call2017('DescribeSubnetEx', params)).data as { subnetName: string }[]).map((row) => row.subnetName);
    expect(await names({ vpcId: VpcId })).toEqual(['beta', 'alpha']);
    expect(await names({ orderField: 'subnetName', orderDirection: 'asc' })).toEqual(['alpha', 'beta']);
    expect(await names({ zoneIds: ['100002', '100003'] })).toEqual(['beta']);
    expect(await names({ subnetName: 'lph' })).toEqual(['alpha']);
    const { data } = await call2017('DescribeSubnetEx', { subnetId: a.SubnetId });
    expect(data).toMatchObject([{ vpcDevices: 1, totalIPNum: 253, availableIPNum: 251, networkAclId: '0', zoneId: '100001' }]);
  });

  it('renames', async () => {
    const { SubnetId: subnetId } = await make();
    expect(await word2017('ModifySubnetAttribute', { vpcId: VpcId, subnetId, subnetName: 's' })).toBe('');
    expect(await word2017('ModifySubnetAttribute', { vpcId: VpcId, subnetId, subnetName: 'x y.z' })).toBe('');
    expect(await word2017('DeleteSubnet', { vpcId: VpcId, subnetId })).toBe('');
  });

  it('tells whether a default subnet could be made', async () => {
    const check = (params = {}) => call2017('CheckDefaultSubnet', params);
    expect(await check({ zoneId: '100003' })).toMatchObject({ data: { checkResult: true } });
    await filled();
    expect(await check({ zoneId: '100001' })).toMatchObject({ data: { checkResult: true } });
    expect(await check({ zoneId: '100002' })).toMatchObject({ code: 5100 });
  });

  it('cannot make a default subnet where the quota forbids the default VPC', async () => {
    await stage.quota('vpcs-per-region', 1);
    expect(await call2017('CheckDefaultSubnet')).toMatchObject({ data: { checkResult: false } });
  });
});

describe('today', () => {
  const assign = 'vpc:AssignIpv6SubnetCidrBlock';
  const unassign = 'vpc:UnassignIpv6SubnetCidrBlock';
  const [used, dashboard] = ['vpc:DescribeUsedIpAddress', 'vpc:DescribeSubnetResourceDashboard'] as const;
  const byHolder = (id: string) => [{ Name: 'resource-id', Values: [id] }];
  let block: string;
  beforeEach(async () => {
    block = String((await call3('AssignIpv6CidrBlock', { VpcId })).Ipv6CidrBlock);
  });
  const part = (n: number): string => block.replace('00::/56', `${n.toString(16).padStart(2, '0')}::/64`);
  const asked = (SubnetId: string, Ipv6CidrBlock?: string) => ({ VpcId, Ipv6SubnetCidrBlocks: [{ SubnetId, Ipv6CidrBlock }] });
  const having = async (CidrBlock = '10.0.0.0/24', six?: string) => {
    const { SubnetId } = await make({ CidrBlock });
    expect(await code3('AssignIpv6SubnetCidrBlock', asked(SubnetId, six))).toBe('');
    return SubnetId;
  };
  const holding6 = async () => {
    const SubnetId = await having();
    const { NetworkInterface } = await call3('CreateNetworkInterface', { VpcId, SubnetId, NetworkInterfaceName: 'n' });
    const { NetworkInterfaceId } = NetworkInterface as { NetworkInterfaceId: string };
    expect(await code3('AssignIpv6Addresses', { NetworkInterfaceId, Ipv6AddressCount: 1 })).toBe('');
    return asked(SubnetId);
  };

  itRefuses(stage, [
    [assign, 'a subnet that is not there', 'ResourceNotFound', () => asked('subnet-00000000')],
    [unassign, 'a subnet that is not there', 'ResourceNotFound', () => asked('subnet-00000000')],
    [assign, 'a subnet that has one', 'LimitExceeded.SubnetCidrBlock', async () => asked(await having())],
    [assign, 'a block outside', 'InvalidParameterValue.SubnetRange', async () => asked((await make()).SubnetId, '2001:db8::/64')],
    [assign, 'a block that is no /64', 'InvalidParameterValue.Malformed', async () => asked((await make()).SubnetId, block)],
    [
      assign,
      'a sister’s block',
      'InvalidParameterValue.SubnetConflict',
      async () => {
        await having('10.0.1.0/24', part(7));
        return asked((await make()).SubnetId, part(7));
      },
    ],
    [unassign, 'a block of which an interface has an address', 'ResourceInUse', holding6],
    [used, 'an id of nothing', malformed, { VpcId: 'x' }],
    [used, 'a subnet of another VPC', 'InvalidParameterValue.ParameterMismatch', () => ({ VpcId, SubnetId: 'subnet-00000000' })],
    [used, 'addresses beside filters', 'InvalidParameter', () => ({ VpcId, IpAddresses: ['10.0.0.1'], Filters: byHolder('ins-1') })],
    [dashboard, 'a subnet that is not there', 'ResourceNotFound', { SubnetIds: ['subnet-00000000'] }],
    [dashboard, 'an id of nothing', malformed, { SubnetIds: ['x'] }],
    [dashboard, 'more than a hundred', 'InvalidParameterValue.LimitExceeded', { SubnetIds: Array(101).fill('subnet-00000000') }],
  ]);

  it('tells who holds each address, and counts them by kind', async () => {
    const { SubnetId } = await make();
    const { InstanceId } = (await addInstance(SubnetId)) as { InstanceId: string };
    await addInstance(SubnetId, { Kind: 'CLB', InstanceId: 'lb-0000beef' });
    const { NetworkInterface } = await call3('CreateNetworkInterface', { VpcId, SubnetId, NetworkInterfaceName: 'n' });
    const { NetworkInterfaceId } = NetworkInterface as { NetworkInterfaceId: string };
    const holders = async (params = {}) =>
      (await call3('DescribeUsedIpAddress', { VpcId, SubnetId, ...params })).IpAddressStates as Record<string, string>[];
    expect(await holders()).toEqual([
      { VpcId, SubnetId, IpAddress: '10.0.0.2', ResourceType: 'CVM', ResourceId: InstanceId },
      { VpcId, SubnetId, IpAddress: '10.0.0.3', ResourceType: 'CLB', ResourceId: 'lb-0000beef' },
      { VpcId, SubnetId, IpAddress: '10.0.0.4', ResourceType: 'ENI', ResourceId: NetworkInterfaceId },
    ]);
    expect(await holders({ IpAddresses: ['10.0.0.3', '10.0.0.99'] })).toHaveLength(1);
    expect(await holders({ Filters: byHolder(NetworkInterfaceId), SubnetId: undefined })).toMatchObject([{ IpAddress: '10.0.0.4' }]);
    expect(await holders({ Offset: 1, Limit: 1 })).toMatchObject([{ ResourceId: 'lb-0000beef' }]);
    const { ResourceStatisticsSet } = await call3('DescribeSubnetResourceDashboard', { SubnetIds: [SubnetId] });
    const items = ['CVM', 'CLB', 'ENI'].map((ResourceType) => ({ ResourceType, ResourceName: ResourceType, ResourceCount: 1 }));
    expect(ResourceStatisticsSet).toEqual([{ VpcId, SubnetId, Ip: 3, ResourceStatisticsItemSet: items }]);
  });

  it('gives the next /64, which survives a change of the name, and takes it back', async () => {
    const SubnetId = await having();
    const other = await having('10.0.1.0/24');
    expect(await code3('ModifySubnetAttribute', { SubnetId, SubnetName: 'other' })).toBe('');
    const told = async () => (await call3('DescribeSubnets', { SubnetIds: [SubnetId] })).SubnetSet;
    expect(await told()).toMatchObject([{ SubnetName: 'other', Ipv6CidrBlock: block.replace('/56', '/64') }]);
    expect((await call3('DescribeSubnets', { SubnetIds: [other] })).SubnetSet).toMatchObject([{ Ipv6CidrBlock: part(1) }]);
    expect(await code3('UnassignIpv6SubnetCidrBlock', asked(SubnetId))).toBe('');
    expect(await told()).not.toMatchObject([{ Ipv6CidrBlock: expect.anything() }]);
  });
});

it('is told today with its network ACL and all its addresses, and whether a default one can be', async () => {
  await make();
  expect((await call3(list.slice(4), {})).SubnetSet).toMatchObject([{ NetworkAclId: '', TotalIpAddressCount: expect.any(Number) }]);
  expect(await call3('CheckDefaultSubnet')).toMatchObject({ Result: expect.any(Boolean) });
});
