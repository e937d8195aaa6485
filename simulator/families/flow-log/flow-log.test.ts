/** Flow logs, through the wire. */
import { beforeEach, expect, it } from 'vitest';
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
const refused = (flowLogName: string, more = {}) => word2017('CreateFlowLog', wanted(flowLogName, more));
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

it('is refused as documented', async () => {
  expect(await refused('x', { vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
  expect(await refused('x', { resourceId: (await stage.vpc('172.16.0.0/16')).id })).toBe('InvalidVpc.NotFound');
  expect(await refused('x', { resourceType: 'SUBNET', resourceId: 'subnet-00000000' })).toBe('InvalidSubnet.NotFound');
  expect(await refused('x', { resourceType: 'NETWORKINTERFACE', resourceId: 'eni-00000000' })).toBe('InvalidNetworkInterface.NotFound');
  expect(await refused('x'.repeat(61))).toBe('InvalidFlowLogName');
  const { flowLogId } = await create('one');
  expect(await refused('one')).toBe('FlowLogNameDuplicate');
  await create('two');
  expect(await refused('three')).toBe('FlowLogLimitExceeded');
  const modify = (more: object) => word2017('ModifyFlowLogAttribute', { vpcId, flowLogId, ...more });
  expect(await modify({ flowLogName: 'two' })).toBe('FlowLogNameDuplicate');
  expect(await modify({ flowLogName: 'one' })).toBe('');
  expect(await modify({ flowLogName: 'x'.repeat(61) })).toBe('InvalidFlowLogName');
  for (const action of ['DescribeFlowLog', 'ModifyFlowLogAttribute', 'DeleteFlowLog']) {
    expect(await word2017(action, { vpcId: 'vpc-00000000', flowLogId })).toBe('InvalidVpc.NotFound');
    expect(await word2017(action, { vpcId, flowLogId: 'fl-00000000' })).toBe('FlowLogIDNotFound');
  }
  expect(await word2017('DescribeFlowLogs', { vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
});
