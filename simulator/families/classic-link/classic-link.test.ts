/** Links between the classic network and VPCs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { control, newAccount, type Target } from '../../testing/client.ts';
import { itRefuses } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('classic-link');
const { recorder } = stage;
let me: Target & { readonly uin: string };
let VpcId: string;
const first = 'ins-0x5msjda';
const second = 'ins-d1o128ru';

const call3 = async (action: string, params = {}) => (await recorder.call3(me, action, params)).answer;
const code3 = async (action: string, params = {}) => (await recorder.call3(me, action, params)).code;
const call2017 = async (action: string, params = {}) => (await recorder.call2017(me, action, params)).answer;
const word2017 = async (action: string, params = {}) => (await recorder.call2017(me, action, params)).code;
const newVpc = async (CidrBlock: string) => ((await call3('CreateVpc', { VpcName: 'net', CidrBlock })).Vpc as { VpcId: string }).VpcId;
const put = (InstanceId: string, LanIp: string) =>
  control(me.url, 'POST', 'resources', {
    uin: me.uin,
    region: 'ap-guangzhou',
    table: 'classic-instance',
    row: { InstanceId, InstanceName: 'old', LanIp },
  });

beforeEach(async () => {
  me = await newAccount(stage.me.url, { classic: true });
  VpcId = await newVpc('10.0.0.0/16');
  await put(first, '10.232.18.145');
  await put(second, '10.232.18.146');
});

it('are made and taken away in both generations', async () => {
  expect(await code3('AttachClassicLinkVpc', { VpcId, InstanceIds: [first] })).toBe('');
  expect(await word2017('AttachClassicLinkVpc', { vpclId: VpcId, instanceIds: [second] })).toBe('');
  const list3 = await call3('DescribeClassicLinkInstances', { Filters: [{ Name: 'vm-ip', Values: ['10.232.18.145'] }] });
  expect(list3).toMatchObject({ TotalCount: 1, ClassicLinkInstanceSet: [{ VpcId, InstanceId: first }] });
  const list = async (more = {}) =>
    (await call2017('DescribeVpcClassicLink', { vpcId: VpcId, ...more })).data as { classicLinkId: string }[];
  expect(await list({ lanIp: '10.232.18.146' })).toMatchObject([{ instanceId: second, unVpcId: VpcId, instanceName: 'old' }]);
  const [{ classicLinkId = '' } = {}] = await list();
  expect(classicLinkId).toMatch(/^vcx-/);
  expect(await list({ classicLinkId })).toHaveLength(1);
  expect((await call2017('DescribeVpcEx', { vpcId: VpcId })).data).toMatchObject([{ classicLinkNum: 2 }]);
  expect(await code3('DeleteVpc', { VpcId })).toBe('ResourceInUse');
  expect(await code3('DetachClassicLinkVpc', { VpcId, InstanceIds: [first] })).toBe('');
  expect(await word2017('DetachClassicLinkVpc', { vpcId: VpcId, instanceids: [second] })).toBe('');
  expect(await list()).toEqual([]);
});

it('are not listed before their task is over', async () => {
  await control(me.url, 'POST', 'transitions', { uin: me.uin, family: 'classic-link', speed: { reads: 1 } });
  const { taskId } = await call2017('AttachClassicLinkVpc', { vpcId: VpcId, instanceIds: [first] });
  const status = async () => ((await call2017('DescribeVpcTaskResult', { taskId })).data as { status: number }).status;
  expect(await status()).toBe(2);
  expect(await status()).toBe(0);
  expect((await call2017('DescribeVpcClassicLink')).totalCount).toBe(1);
});

const malformed = 'InvalidParameterValue.Malformed';
const [attach3, detach3] = ['vpc:AttachClassicLinkVpc', 'vpc:DetachClassicLinkVpc'] as const;
const [attach2017, detach2017] = ['vpc2017:AttachClassicLinkVpc', 'vpc2017:DetachClassicLinkVpc'] as const;
const noVpc = 'vpc-00000000';

/** The call, once the first machine is linked. */
const linked = (params: () => object | Promise<object>) => async () => {
  expect(await code3('AttachClassicLinkVpc', { VpcId, InstanceIds: [first] })).toBe('');
  return { ...(await params()) };
};
/** The call, where a VPC may have one link only. */
const scarce = (params: () => object) => async () => {
  await control(me.url, 'POST', 'quotas', { uin: me.uin, type: 'classic-links-per-vpc', limit: 1 });
  return { ...params() };
};
const codeOf = (name: string, params: object): Promise<string> => {
  const [service, action = ''] = name.split(':');
  return service === 'vpc' ? code3(action, params) : word2017(action, params);
};

itRefuses({ codeOf }, [
  [attach3, 'what is no id', malformed, { VpcId: 'vpc', InstanceIds: [first] }],
  [attach3, 'a VPC that is not there', 'ResourceNotFound', { VpcId: noVpc, InstanceIds: [first] }],
  [attach3, 'a machine that is not there', 'ResourceNotFound', () => ({ VpcId, InstanceIds: ['ins-00000000'] })],
  [
    attach3,
    'a block that the classic network has',
    'UnsupportedOperation.CIDRUnsupportedClassicLink',
    async () => ({ VpcId: await newVpc('10.64.0.0/16'), InstanceIds: [first] }),
  ],
  [attach2017, 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: noVpc, instanceIds: [first] }],
  [attach2017, 'a machine that is not there', 'InvalidInstance.NotFound', () => ({ vpcId: VpcId, instanceIds: ['ins-00000000'] })],
  [attach3, 'more than the quota', 'LimitExceeded', scarce(() => ({ VpcId, InstanceIds: [first, second] }))],
  [attach2017, 'more than the quota', 'InstanceLimitExceeded', scarce(() => ({ vpcId: VpcId, instanceIds: [first, second] }))],
  [
    attach3,
    'a machine that is linked elsewhere',
    'UnsupportedOperation.ClassicInstanceIdAlreadyExists',
    linked(async () => ({ VpcId: await newVpc('172.16.0.0/16'), InstanceIds: [first] })),
  ],
  [attach2017, 'a machine that is linked', 'InstanceAlreadyLinked', linked(() => ({ vpcId: VpcId, instanceIds: [first] }))],
  [detach3, 'what is no id', malformed, { VpcId: 'vpc', InstanceIds: [first] }],
  [detach3, 'a machine that is not linked', 'ResourceNotFound', linked(() => ({ VpcId, InstanceIds: [second] }))],
  [detach2017, 'a machine that is not linked', 'InvalidInstance.NotFound', linked(() => ({ vpcId: VpcId, instanceIds: [second] }))],
  [detach2017, 'a VPC that is not there', 'InvalidVpc.NotFound', linked(() => ({ vpcId: noVpc, instanceIds: [first] }))],
  ['vpc:DescribeClassicLinkInstances', 'a page of 101', 'InvalidParameterValue.Range', { Limit: '101' }],
  ['vpc2017:DescribeVpcClassicLink', 'an address that no machine has', 'InvalidLanIp.NotFound', { lanIp: '10.232.18.1' }],
  ['vpc2017:DescribeVpcClassicLink', 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: noVpc }],
]);

itRefuses(stage, [
  [
    attach3,
    'an account without a classic network',
    'UnsupportedOperation',
    async () => ({ VpcId: (await stage.vpc()).id, InstanceIds: [first] }),
  ],
]);
