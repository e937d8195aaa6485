/** Flow logs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofElsewhere } from '../../testing/refusals.ts';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
stage.recorder.provesRefusalsOf('flow-log');
const { call2017, word2017, call3, code3 } = stage;
const cloudLogId = 'd44e4cf0-c3e2-48d9-bb64-c5f0337ef2b0';
let vpcId: string;

beforeEach(async () => {
  vpcId = (await stage.vpc()).id;
});

const wanted = (flowLogName: string, more = {}) => ({
  vpcId,
  flowLogName,
  resourceType: 'VPC',
  resourceId: vpcId,
  trafficType: 'ALL',
  cloudLogId,
  ...more,
});
const create = (flowLogName: string, more = {}) => call2017('CreateFlowLog', wanted(flowLogName, more));
const list = async (params = {}) =>
  (await call2017('DescribeFlowLogs', params)) as unknown as { totalCount: number; data: Record<string, unknown>[] };

it('is made, shown, listed, renamed and deleted', async () => {
  const made = await create('traffic');
  expect(made).toMatchObject({ flowLogName: 'traffic', resourceType: 'VPC', resourceId: vpcId, trafficType: 'ALL', cloudLogId });
  expect(made.flowLogId).toMatch(/^fl-[0-9a-z]{8}$/);
  const { flowLogId } = made as unknown as { flowLogId: string };
  expect(await word2017('ModifyFlowLogAttribute', { vpcId, flowLogId, flowLogDescription: 'all of it' })).toBe('');
  expect(await call2017('DescribeFlowLog', { vpcId, flowLogId })).toMatchObject({
    flowLogName: 'traffic',
    flowLogDescription: 'all of it',
    cloudLogState: 'SUCCESS',
    createdTime: made.createTime,
  });
  const subnet = await stage.subnet(vpcId);
  await create('subnet', { resourceType: 'SUBNET', resourceId: subnet, trafficType: 'REJECT' });
  expect(await list({ orderField: 'flowLogName' })).toMatchObject({ totalCount: 2, data: [{ flowLogName: 'traffic' }, {}] });
  expect(await list({ trafficType: 'REJECT' })).toMatchObject({ totalCount: 1, data: [{ resourceId: subnet }] });
  expect((await list({ flowLogId: flowLogId.slice(0, 7), flowLogName: 'traf', cloudLogState: 'SUCCESS', vpcId })).totalCount).toBe(1);
  expect((await list({ resourceId: vpcId, resourceType: 'SUBNET' })).totalCount).toBe(0);
  expect(await word2017('DeleteFlowLog', { vpcId, flowLogId })).toBe('');
  expect((await list()).totalCount).toBe(1);
});

it('has ten rows on a page unless asked otherwise', async () => {
  for (let n = 0; n < 6; n += 1) {
    const resourceId = await stage.subnet(vpcId, `10.0.${n}.0/24`);
    for (const twice of ['a', 'b']) await create(`${n}${twice}`, { resourceType: 'SUBNET', resourceId });
  }
  expect((await list()).data).toHaveLength(10);
  expect((await list({ offset: 10, limit: 20 })).data).toHaveLength(2);
});

it('goes with what it watches', async () => {
  const SubnetId = await stage.subnet(vpcId);
  const answer = await call3('CreateNetworkInterface', { VpcId: vpcId, SubnetId, NetworkInterfaceName: 'n' });
  const { NetworkInterfaceId } = answer.NetworkInterface as { NetworkInterfaceId: string };
  await create('eni', { resourceType: 'NETWORKINTERFACE', resourceId: NetworkInterfaceId });
  await create('subnet', { resourceType: 'SUBNET', resourceId: SubnetId });
  await create('vpc');
  expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('');
  expect((await list()).totalCount).toBe(2);
  expect(await code3('DeleteSubnet', { SubnetId })).toBe('');
  expect((await list()).totalCount).toBe(1);
  expect(await code3('DeleteVpc', { VpcId: vpcId })).toBe('');
  expect((await list()).totalCount).toBe(0);
});

const longName = 'x'.repeat(61);
const create2017 = 'vpc2017:CreateFlowLog';
const modify = 'vpc2017:ModifyFlowLogAttribute';
const made = async (name: string): Promise<string> => (await create(name)).flowLogId as string;
const one = async () => ({ vpcId, flowLogId: await made('one') });
const aboutOne = { 'vpc2017:DescribeFlowLog': one, 'vpc2017:ModifyFlowLogAttribute': one, 'vpc2017:DeleteFlowLog': one };
const noEni = { resourceType: 'NETWORKINTERFACE', resourceId: 'eni-00000000' };

itRefuses(stage, [
  [create2017, 'a VPC that is not there', 'InvalidVpc.NotFound', () => wanted('x', { vpcId: 'vpc-00000000' })],
  [create2017, 'another VPC', 'InvalidVpc.NotFound', async () => wanted('x', { resourceId: (await stage.vpc('172.16.0.0/16')).id })],
  [create2017, 'no such subnet', 'InvalidSubnet.NotFound', () => wanted('x', { resourceType: 'SUBNET', resourceId: 'subnet-00000000' })],
  [create2017, 'no such network interface', 'InvalidNetworkInterface.NotFound', () => wanted('x', noEni)],
  [create2017, '61 characters of name', 'InvalidFlowLogName', () => wanted(longName)],
  [create2017, 'a name that is taken', 'FlowLogNameDuplicate', () => wanted('one'), () => made('one')],
  [create2017, 'a third log of one resource', 'FlowLogLimitExceeded', () => wanted('three'), () => made('one').then(() => made('two'))],
  [modify, '61 characters of name', 'InvalidFlowLogName', async () => ({ vpcId, flowLogId: await made('one'), flowLogName: longName })],
  [
    modify,
    'the name of another',
    'FlowLogNameDuplicate',
    async () => ({ vpcId, flowLogId: await made('one'), flowLogName: 'two' }),
    () => made('two'),
  ],
  [modify, 'nothing about its own name', '', async () => ({ vpcId, flowLogId: await made('one'), flowLogName: 'one' })],
  ...ofElsewhere(stage, aboutOne, 'FlowLogIDNotFound', { flowLogId: 'fl-00000000' }),
  ['vpc2017:DescribeFlowLogs', 'a VPC that is not there', 'InvalidVpc.NotFound', { vpcId: 'vpc-00000000' }],
]);

/** The same logs as API 3.0 of today tells them. */
const todays = async (params = {}) =>
  (await call3('DescribeFlowLogs', params)) as unknown as { TotalNum: number; FlowLog: Record<string, unknown>[] };
const wantedToday = (FlowLogName: string, more = {}) => ({
  VpcId: vpcId,
  FlowLogName,
  ResourceType: 'VPC',
  ResourceId: vpcId,
  TrafficType: 'ALL',
  CloudLogId: cloudLogId,
  ...more,
});

it('is made, told, changed, stopped, started and deleted by the actions of today', async () => {
  const { FlowLog } = await call3('CreateFlowLog', wantedToday('traffic', { FlowLogDescription: 'all of it' }));
  const [made] = FlowLog as [Record<string, unknown>];
  const FlowLogId = made.FlowLogId as string;
  const told = {
    ...wantedToday('traffic', { FlowLogDescription: 'all of it' }),
    FlowLogId,
    CloudLogState: 'SUCCESS',
    CreatedTime: expect.any(String),
    Enable: true,
  };
  expect(made).toEqual(told);
  expect(await todays()).toEqual({ TotalNum: 1, FlowLog: [told], RequestId: expect.any(String) });
  expect((await call3('DescribeFlowLog', { VpcId: vpcId, FlowLogId })).FlowLog).toEqual([told]);
  expect(await code3('ModifyFlowLogAttribute', { FlowLogId, FlowLogName: 'renamed' })).toBe('');
  expect(await code3('DisableFlowLogs', { FlowLogIds: [FlowLogId] })).toBe('');
  expect((await todays({ FlowLogName: 'renamed' })).FlowLog).toMatchObject([{ Enable: false, FlowLogDescription: 'all of it' }]);
  expect((await list()).data).toMatchObject([{ enable: false }]);
  expect(await code3('EnableFlowLogs', { FlowLogIds: [FlowLogId] })).toBe('');
  expect((await todays({ FlowLogId })).FlowLog).toMatchObject([{ Enable: true }]);
  expect(await code3('DeleteFlowLog', { FlowLogId })).toBe('');
  expect((await todays()).TotalNum).toBe(0);
});

it('is told today in the order that is asked for', async () => {
  for (const name of ['b', 'a']) await create(name);
  const names = async (OrderDirection: string) =>
    (await todays({ OrderField: 'flowLogName', OrderDirection })).FlowLog.map(({ FlowLogName }) => FlowLogName);
  expect(await names('ASC')).toEqual(['a', 'b']);
  expect(await names('DESC')).toEqual(['b', 'a']);
});

const lost = { FlowLogId: 'fl-00000000' };
const change = async (more = {}) => ({ FlowLogId: await made('one'), ...more });

itRefuses(stage, [
  ['vpc:DescribeFlowLogs', 'a VPC that is not there', 'ResourceNotFound', { VpcId: 'vpc-00000000' }],
  ['vpc:DescribeFlowLog', 'one that is not there', 'ResourceNotFound', () => ({ VpcId: vpcId, ...lost })],
  ['vpc:CreateFlowLog', 'a VPC that is not there', 'ResourceNotFound', () => wantedToday('x', { VpcId: 'vpc-00000000' })],
  ['vpc:CreateFlowLog', 'a name that is taken', 'InvalidParameterValue.Duplicate', () => wantedToday('one'), () => made('one')],
  ['vpc:CreateFlowLog', '61 characters of name', 'InvalidParameterValue.Range', () => wantedToday(longName)],
  [
    'vpc:CreateFlowLog',
    'a third log of one resource',
    'LimitExceeded',
    () => wantedToday('three'),
    () => made('one').then(() => made('two')),
  ],
  ['vpc:ModifyFlowLogAttribute', 'one that is not there', 'InvalidParameterValue.Range', lost],
  [
    'vpc:ModifyFlowLogAttribute',
    'the name of another',
    'InvalidParameterValue.Duplicate',
    () => change({ FlowLogName: 'two' }),
    () => made('two'),
  ],
  ['vpc:DeleteFlowLog', 'one that is not there', 'ResourceNotFound', lost],
  ['vpc:EnableFlowLogs', 'one that is not there', 'ResourceNotFound', { FlowLogIds: [lost.FlowLogId] }],
  ['vpc:DisableFlowLogs', 'one that is not there', 'ResourceNotFound', { FlowLogIds: [lost.FlowLogId] }],
]);
