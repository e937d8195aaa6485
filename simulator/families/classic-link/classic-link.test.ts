/** Links between the classic network and VPCs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { control, newAccount, type Target } from '../../testing/client.ts';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
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

it('are refused as documented', async () => {
  const attach = (InstanceIds: string[], vpc = VpcId) => code3('AttachClassicLinkVpc', { VpcId: vpc, InstanceIds });
  const attach2017 = (instanceIds: string[], vpcId = VpcId) => word2017('AttachClassicLinkVpc', { vpcId, instanceIds });
  expect(await attach([first], 'vpc')).toBe('InvalidParameterValue.Malformed');
  expect(await attach([first], 'vpc-00000000')).toBe('ResourceNotFound');
  expect(await attach(['ins-00000000'])).toBe('ResourceNotFound');
  expect(await attach([first], await newVpc('10.64.0.0/16'))).toBe('UnsupportedOperation.CIDRUnsupportedClassicLink');
  expect(await attach2017([first], 'vpc-00000000')).toBe('InvalidVpc.NotFound');
  expect(await attach2017(['ins-00000000'])).toBe('InvalidInstance.NotFound');
  await control(me.url, 'POST', 'quotas', { uin: me.uin, type: 'classic-links-per-vpc', limit: 1 });
  expect(await attach([first, second])).toBe('LimitExceeded');
  expect(await attach2017([first, second])).toBe('InstanceLimitExceeded');
  expect(await attach([first])).toBe('');
  expect(await attach([first], await newVpc('172.16.0.0/16'))).toBe('UnsupportedOperation.ClassicInstanceIdAlreadyExists');
  expect(await attach2017([first])).toBe('InstanceAlreadyLinked');
  expect(await code3('DetachClassicLinkVpc', { VpcId: 'vpc', InstanceIds: [first] })).toBe('InvalidParameterValue.Malformed');
  expect(await code3('DetachClassicLinkVpc', { VpcId, InstanceIds: [second] })).toBe('ResourceNotFound');
  expect(await word2017('DetachClassicLinkVpc', { vpcId: VpcId, instanceIds: [second] })).toBe('InvalidInstance.NotFound');
  expect(await word2017('DetachClassicLinkVpc', { vpcId: 'vpc-00000000', instanceIds: [first] })).toBe('InvalidVpc.NotFound');
  expect(await code3('DescribeClassicLinkInstances', { Limit: '101' })).toBe('InvalidParameterValue.Range');
  expect(await word2017('DescribeVpcClassicLink', { lanIp: '10.232.18.1' })).toBe('InvalidLanIp.NotFound');
  expect(await word2017('DescribeVpcClassicLink', { vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
  const modern = await stage.vpc();
  expect(await stage.code3('AttachClassicLinkVpc', { VpcId: modern.id, InstanceIds: [first] })).toBe('UnsupportedOperation');
});
