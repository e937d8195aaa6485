/** Every documented refusal and rule of the subnet actions of both generations, through the wire. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { control, newAccount, type Target } from '../../testing/client.ts';
import { CallRecorder } from '../../testing/recorder.ts';
import { type Simulator, startSimulator } from '../../testing/start.ts';

const recorder = new CallRecorder();
recorder.provesRefusalsOf('subnet');
const { call3, code3, call2017, word2017 } = recorder.client;
let simulator: Simulator;
let me: Target & { uin: string };
let VpcId: string;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  me = await newAccount(simulator.url);
  VpcId = ((await call3(me, 'CreateVpc', { VpcName: 'net', CidrBlock: '10.0.0.0/16' })).Vpc as { VpcId: string }).VpcId;
});

const wish = (change = {}) => ({ VpcId, SubnetName: 's', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-1', ...change });

async function make(change = {}): Promise<Record<string, unknown> & { SubnetId: string }> {
  const { Subnet, Error: refusal } = await call3(me, 'CreateSubnet', wish(change));
  expect(refusal).toBeUndefined();
  return Subnet as { SubnetId: string };
}

const addInstance = async (SubnetId: string, row = {}): Promise<Record<string, unknown>> =>
  (await control(me.url, 'POST', 'resources', { uin: me.uin, region: 'ap-guangzhou', table: 'instance', row: { SubnetId, ...row } }))
    .row as Record<string, unknown>;

describe('CreateSubnet', () => {
  it.each([
    ['a block outside the VPC', { CidrBlock: '10.1.0.0/24' }, 'InvalidParameterValue.SubnetRange'],
    ['a block larger than the VPC', { CidrBlock: '10.0.0.0/15' }, 'InvalidParameterValue.SubnetRange'],
    ['a mask of /29', { CidrBlock: '10.0.0.0/29' }, 'InvalidParameterValue.SubnetRange'],
    ['what is no block', { CidrBlock: '10.0.0.0' }, 'InvalidParameterValue.SubnetRange'],
    ['host bits', { CidrBlock: '10.0.0.7/24' }, 'InvalidParameterValue.SubnetRange'],
    ['a zone of another region', { Zone: 'ap-shanghai-1' }, 'InvalidParameterValue'],
    ['a VPC that is not there', { VpcId: 'vpc-00000000' }, 'ResourceNotFound'],
    ['an id that is none', { VpcId: 'net' }, 'InvalidParameterValue'],
    ['61 bytes of name', { SubnetName: 'x'.repeat(61) }, 'InvalidParameterValue'],
    ['no zone', { Zone: '' }, 'MissingParameter'],
    ['an unknown parameter', { VpcName: 'TestSubnet' }, 'UnknownParameter'],
  ])('refuses %s', async (_what, change, code) => {
    expect(await code3(me, 'CreateSubnet', wish(change))).toBe(code);
  });

  it('refuses a block that overlaps a sister, from either side', async () => {
    const { SubnetId } = await make({ CidrBlock: '10.0.4.0/22' });
    for (const CidrBlock of ['10.0.4.0/22', '10.0.5.0/24', '10.0.0.0/20', '10.0.0.0/16']) {
      const { Error: refusal } = await call3(me, 'CreateSubnet', wish({ CidrBlock }));
      expect(refusal).toMatchObject({ Code: 'InvalidParameterValue.SubnetConflict', Message: expect.stringContaining(SubnetId) });
    }
    await make({ CidrBlock: '10.0.8.0/22' });
  });

  it('may take the whole VPC while it is the only one', async () => {
    await make({ CidrBlock: '10.0.0.0/16' });
    expect(await code3(me, 'CreateSubnet', wish())).toBe('InvalidParameterValue.SubnetConflict');
  });

  it('stops at the quota of the VPC', async () => {
    await control(me.url, 'POST', 'quotas', { uin: me.uin, region: 'ap-guangzhou', type: 'subnets-per-vpc', limit: 1 });
    await make();
    expect(await code3(me, 'CreateSubnet', wish({ CidrBlock: '10.0.1.0/24' }))).toBe('LimitExceeded');
    const subnetSet = [{ subnetName: 's', cidrBlock: '10.0.1.0/24', zoneId: '100001' }];
    expect(await word2017(me, 'CreateSubnet', { vpcId: VpcId, subnetSet })).toBe('SubnetLimitExceeded');
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
    const free = async () =>
      ((await call3(me, 'DescribeSubnets', { SubnetIds: [SubnetId] })).SubnetSet as { AvailableIpAddressCount: number }[])[0]
        ?.AvailableIpAddressCount;
    expect(await free()).toBe(13);
    expect(await addInstance(SubnetId)).toMatchObject({ PrivateIpAddress: '10.0.0.2', VpcId });
    expect(await addInstance(SubnetId, { PrivateIpAddress: '10.0.0.14' })).toMatchObject({ PrivateIpAddress: '10.0.0.14' });
    expect(await free()).toBe(11);
    await expect(addInstance(SubnetId, { PrivateIpAddress: '10.0.0.15' })).rejects.toThrow('400');
    for (let count = 0; count < 11; count += 1) await addInstance(SubnetId);
    expect(await free()).toBe(0);
    await expect(addInstance(SubnetId)).rejects.toThrow('full');
    expect(await call2017(me, 'DescribeSubnet', { vpcId: VpcId, subnetId: SubnetId })).toMatchObject({ totalIPNum: 13, availableIPNum: 0 });
  });

  it('keeps a subnet from being deleted while somebody has one, and says who', async () => {
    const { SubnetId } = await make();
    const { InstanceId } = await addInstance(SubnetId);
    const { Error: refusal } = await call3(me, 'DeleteSubnet', { SubnetId });
    expect(refusal).toMatchObject({ Code: 'ResourceInUse', Message: expect.stringContaining(String(InstanceId)) });
    expect(await call2017(me, 'DeleteSubnet', { vpcId: VpcId, subnetId: SubnetId })).toMatchObject({
      code: 5100,
      codeDesc: 'InvalidSubnet.CannotDelete',
      message: expect.stringContaining(String(InstanceId)),
    });
  });
});

describe('DescribeSubnets, ModifySubnetAttribute, DeleteSubnet', () => {
  it('filters by each key', async () => {
    const a = await make({ SubnetName: 'a' });
    const b = await make({ SubnetName: 'b', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-2' });
    const list = async (...Filters: { Name: string; Values: string[] }[]) =>
      ((await call3(me, 'DescribeSubnets', { Filters })).SubnetSet as { SubnetId: string }[]).map((row) => row.SubnetId);
    expect(await list({ Name: 'vpc-id', Values: [VpcId] })).toEqual([b.SubnetId, a.SubnetId]);
    expect(await list({ Name: 'zone', Values: ['ap-guangzhou-2'] })).toEqual([b.SubnetId]);
    expect(await list({ Name: 'zone', Values: ['ap-guangzhou-2', 'ap-guangzhou-1'] })).toHaveLength(2);
    expect(await list({ Name: 'subnet-name', Values: ['a'] }, { Name: 'vpc-id', Values: [VpcId] })).toEqual([a.SubnetId]);
    expect(await list({ Name: 'subnet-name', Values: ['a'] }, { Name: 'zone', Values: ['ap-guangzhou-2'] })).toEqual([]);
    expect(await list({ Name: 'cidr-block', Values: ['10.0.1.0'] })).toEqual([b.SubnetId]);
    expect(await list({ Name: 'is-default', Values: ['true'] })).toEqual([]);
    expect(await list({ Name: 'subnet-id', Values: [a.SubnetId] })).toEqual([a.SubnetId]);
  });

  it('refuse what is not there or not well-formed', async () => {
    const { SubnetId } = await make();
    const both = { SubnetIds: [SubnetId], Filters: [{ Name: 'zone', Values: ['x'] }] };
    expect(await code3(me, 'DescribeSubnets', both)).toBe('InvalidParameter.Coexist');
    expect(await code3(me, 'DescribeSubnets', { SubnetIds: ['subnet-00000000'] })).toBe('ResourceNotFound');
    expect(await code3(me, 'DescribeSubnets', { SubnetIds: ['nonsense'] })).toBe('InvalidParameterValue.Malformed');
    expect(await code3(me, 'DescribeSubnets', { SubnetIds: new Array(101).fill(SubnetId) })).toBe('InvalidParameterValue.Malformed');
    for (const action of ['ModifySubnetAttribute', 'DeleteSubnet']) {
      expect(await code3(me, action, { SubnetId: 'subnet-00000000' })).toBe('ResourceNotFound');
      expect(await code3(me, action, { SubnetId: 'nonsense' })).toBe('InvalidParameterValue.Malformed');
    }
    expect(await code3(me, 'ModifySubnetAttribute', { SubnetId, EnableBroadcast: 'perhaps' })).toBe('InvalidParameter');
  });

  it('change only what is named', async () => {
    const { SubnetId } = await make();
    expect(await code3(me, 'ModifySubnetAttribute', { SubnetId, EnableBroadcast: 'true' })).toBe('');
    const { SubnetSet } = await call3(me, 'DescribeSubnets', { SubnetIds: [SubnetId] });
    expect(SubnetSet).toMatchObject([{ SubnetName: 's', EnableBroadcast: true }]);
  });
});

describe('2017', () => {
  const subnet = (change = {}) => ({ subnetName: 's', cidrBlock: '10.0.0.0/24', zoneId: '100001', ...change });

  it.each([
    ['61 characters', { subnetName: '网'.repeat(61) }, 4000, 'InvalidSubnetName'],
    ['a block outside', { cidrBlock: '10.1.0.0/24' }, 4000, 'InvalidSubnetCidr'],
    ['a mask of /29', { cidrBlock: '10.0.0.0/29' }, 4000, 'InvalidSubnetCidr'],
    ['an unknown zone', { zoneId: '100099' }, 5000, 'InvalidZone.NotFound'],
    ['a zone of another region', { zoneId: '200001' }, 5000, 'InvalidZone.NotFound'],
  ])('CreateSubnet refuses %s', async (_what, change, code, codeDesc) => {
    expect(await call2017(me, 'CreateSubnet', { vpcId: VpcId, subnetSet: [subnet(change)] })).toMatchObject({ code, codeDesc });
  });

  it('makes all subnets of a batch or none', async () => {
    const both = [subnet(), subnet({ subnetName: 't', cidrBlock: '10.0.0.128/25' })];
    expect(await call2017(me, 'CreateSubnet', { vpcId: VpcId, subnetSet: both })).toMatchObject({
      code: 5100,
      codeDesc: 'InvalidSubnet.Conflict',
    });
    expect((await call2017(me, 'DescribeSubnetEx', { vpcId: VpcId })).totalCount).toBe(0);
    const apart = [subnet(), subnet({ subnetName: 't', cidrBlock: '10.0.1.0/25' })];
    expect((await call2017(me, 'CreateSubnet', { vpcId: VpcId, subnetSet: apart })).subnetSet).toHaveLength(2);
  });

  it('answers missing VPCs and subnets, and a subnet of another VPC, with their codes', async () => {
    const { SubnetId: subnetId } = await make();
    const other = ((await call3(me, 'CreateVpc', { VpcName: 'o', CidrBlock: '10.0.0.0/16' })).Vpc as { VpcId: string }).VpcId;
    for (const action of ['DescribeSubnet', 'ModifySubnetAttribute', 'DeleteSubnet']) {
      const rest = action.startsWith('Modify') ? { subnetName: 'n' } : {};
      expect(await word2017(me, action, { vpcId: 'vpc-00000000', subnetId, ...rest })).toBe('InvalidVpc.NotFound');
      expect(await word2017(me, action, { vpcId: VpcId, subnetId: 'subnet-00000000', ...rest })).toBe('InvalidSubnet.NotFound');
      expect(await word2017(me, action, { vpcId: other, subnetId, ...rest })).toBe('InvalidSubnet.NotFound');
    }
    expect(await word2017(me, 'CreateSubnet', { vpcId: 'gz_vpc_1', subnetSet: [subnet()] })).toBe('InvalidVpc.NotFound');
    expect(await word2017(me, 'DescribeSubnetEx', { vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
    expect(await word2017(me, 'DescribeSubnetEx', { subnetId: 'subnet-00000000' })).toBe('InvalidSubnet.NotFound');
  });

  it('lists with part of a name, zones, order, and instances counted', async () => {
    const a = await make({ SubnetName: 'alpha' });
    await make({ SubnetName: 'beta', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-2' });
    await addInstance(a.SubnetId);
    await addInstance(a.SubnetId, { Kind: 'CDB' });
    const names = async (params: Record<string, unknown>) =>
      ((await call2017(me, 'DescribeSubnetEx', params)).data as { subnetName: string }[]).map((row) => row.subnetName);
    expect(await names({ vpcId: VpcId })).toEqual(['beta', 'alpha']);
    expect(await names({ orderField: 'subnetName', orderDirection: 'asc' })).toEqual(['alpha', 'beta']);
    expect(await names({ zoneIds: ['100002', '100003'] })).toEqual(['beta']);
    expect(await names({ subnetName: 'lph' })).toEqual(['alpha']);
    const { data } = await call2017(me, 'DescribeSubnetEx', { subnetId: a.SubnetId });
    expect(data).toMatchObject([{ vpcDevices: 1, totalIPNum: 253, availableIPNum: 251, networkAclId: '0', zoneId: '100001' }]);
  });

  it('renames, but not to a sister’s name', async () => {
    const { SubnetId: subnetId } = await make();
    await make({ SubnetName: 'taken', CidrBlock: '10.0.1.0/24' });
    expect(await word2017(me, 'ModifySubnetAttribute', { vpcId: VpcId, subnetId, subnetName: 'taken' })).toBe('InvalidSubnetName');
    expect(await word2017(me, 'ModifySubnetAttribute', { vpcId: VpcId, subnetId, subnetName: 's' })).toBe('Success');
    expect(await word2017(me, 'ModifySubnetAttribute', { vpcId: VpcId, subnetId, subnetName: 'x y.z' })).toBe('Success');
    expect(await word2017(me, 'DeleteSubnet', { vpcId: VpcId, subnetId })).toBe('Success');
  });

  it('tells whether a default subnet could be made', async () => {
    const check = (params = {}) => call2017(me, 'CheckDefaultSubnet', params);
    expect(await check({ zoneId: '100003' })).toMatchObject({ data: { checkResult: true } });
    expect(await check({ zoneId: '999' })).toMatchObject({ codeDesc: 'InvalidZone.NotFound' });
    const { Vpc } = await call3(me, 'CreateDefaultVpc', { Zone: 'ap-guangzhou-1' });
    const { VpcId: defaultVpc } = Vpc as { VpcId: string };
    // What the first zone left of 172.16.0.0/16, taken piece by piece.
    for (const CidrBlock of ['172.16.128.0/17', '172.16.64.0/18', '172.16.32.0/19', '172.16.16.0/20']) {
      await make({ VpcId: defaultVpc, CidrBlock });
    }
    expect(await check({ zoneId: '100001' })).toMatchObject({ data: { checkResult: true } });
    expect(await check({ zoneId: '100002' })).toMatchObject({ code: 5100, codeDesc: 'InvalidSubnet.CreateError' });
    expect(await code3(me, 'CreateDefaultVpc', { Zone: 'ap-guangzhou-2' })).toBe('ResourceInsufficient');
  });

  it('cannot make a default subnet where the quota forbids the default VPC', async () => {
    await control(me.url, 'POST', 'quotas', { uin: me.uin, type: 'vpcs-per-region', limit: 1 });
    expect(await call2017(me, 'CheckDefaultSubnet')).toMatchObject({ data: { checkResult: false } });
  });
});
