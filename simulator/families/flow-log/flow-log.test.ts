/** Flow logs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { itRefuses, ofElsewhere } from '../../testing/refusals.ts';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
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
