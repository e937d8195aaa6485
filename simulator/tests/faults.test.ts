/** Work that a fault spoils: tasks that fail and tasks that are never over, of each of the four kinds; the clock that answers tell. */
import { describe, expect, it } from 'vitest';
import { TestWorld } from '../testing/test-world.ts';

const stage = new TestWorld();
const { call3, code3, call2017, word2017 } = stage;

type Params = Readonly<Record<string, unknown>>;
const fault = (order: Params) => stage.control('faults', order);
const spoil = (action: string, kind: 'task-fails' | 'task-never-ends', more: Params = {}) => fault({ action, kind, ...more });
const days = (count: number) => stage.control('clock', { advance: count * 86_400 });
const inData = (answer: Params, field: string): unknown => (answer.data as Params)[field];

describe('DescribeVpcTaskResult', () => {
  const status = async (taskId: unknown) => inData(await call2017('DescribeVpcTaskResult', { taskId }), 'status');
  const enis = async () =>
    (await call3('DescribeNetworkInterfaces')).NetworkInterfaceSet as { NetworkInterfaceId: string; State: string }[];
  const create = async () => {
    const vpc = await stage.vpc();
    const subnetId = await stage.subnet(vpc.id);
    return { vpc, subnetId, ...(await call2017('CreateNetworkInterface', { vpcId: vpc.id, subnetId, eniName: 'e' })) };
  };

  it('tells of a creation that failed, of which nothing is left', async () => {
    await spoil('CreateNetworkInterface', 'task-fails');
    const { vpc, subnetId, taskId } = (await create()) as Awaited<ReturnType<typeof create>> & Params;
    expect([await status(taskId), await enis()]).toEqual([1, []]);
    // Its address is free again: nothing stands in the way of the subnet's deletion.
    expect([await code3('DeleteSubnet', { SubnetId: subnetId }), await code3('DeleteVpc', { VpcId: vpc.id })]).toEqual(['', '']);
  });

  it('tells of a deletion that failed, after which the resource is what it was', async () => {
    const { vpc } = await create();
    const [before] = await enis();
    const wanted = { vpcId: vpc.id, networkInterfaceId: before?.NetworkInterfaceId };
    await stage.speed('eni', { seconds: 60 });
    await spoil('DeleteNetworkInterface', 'task-fails');
    const { taskId } = await call2017('DeleteNetworkInterface', wanted);
    expect([await status(taskId), (await enis())[0]?.State]).toEqual([2, 'DELETING']);
    await stage.control('clock', { advance: 61 });
    expect([await status(taskId), await enis()]).toEqual([1, [before]]);
    await stage.speed('eni', 'at-once');
    expect([await status((await call2017('DeleteNetworkInterface', wanted)).taskId), await enis()]).toEqual([0, []]);
  });

  it('waits for ever on one that is never over, whatever the speed', async () => {
    for (const speed of ['at-once', { seconds: 1 }, { reads: 1 }]) {
      await stage.speed('eni', speed);
      await spoil('CreateNetworkInterface', 'task-never-ends');
      const { taskId } = (await create()) as Params;
      await days(400);
      expect([await status(taskId), await status(taskId), await status(taskId)]).toEqual([2, 2, 2]);
    }
    expect((await enis()).map(({ State }) => State)).toEqual(['PENDING', 'PENDING', 'PENDING']);
    expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId: (await enis())[0]?.NetworkInterfaceId })).toBe(
      'UnsupportedOperation',
    );
  });

  it('of one account only, and of the n-th call', async () => {
    await spoil('CreateNetworkInterface', 'task-fails', { uin: '1' });
    await spoil('CreateNetworkInterface', 'task-fails', { every: 2, times: null });
    const states = [];
    for (let count = 0; count < 4; count += 1) states.push(await status(((await create()) as Params).taskId));
    expect(states).toEqual([0, 1, 0, 1]);
  });
});

describe('DescribeNetTaskResult', () => {
  const result = async (taskId: unknown) => (await call2017('DescribeNetTaskResult', { taskId })).data as Params;
  const template = async () => inData(await call2017('CreateAddress', { addressName: 'a', address: ['10.0.0.1'] }), 'addressId') as string;
  const members = async (AddressTemplateId: string) => {
    const Filters = [{ Name: 'address-template-id', Values: [AddressTemplateId] }];
    return ((await call3('DescribeAddressTemplates', { Filters })).AddressTemplateSet as { AddressSet: string[] }[])[0]?.AddressSet;
  };

  it('tells of a change that failed, with a number of its table, and the template is free again', async () => {
    const addressId = await template();
    await spoil('ModifyAddress', 'task-fails');
    const change = { addressId, address: ['10.0.0.2'] };
    const { taskId } = (await call2017('ModifyAddress', change)).data as Params;
    expect(await result(taskId)).toMatchObject({ status: 1, output: { code: 29_257 } });
    expect(await members(addressId)).toEqual(['10.0.0.1']);
    expect(await result(((await call2017('ModifyAddress', change)).data as Params).taskId)).toMatchObject({
      status: 0,
      output: { code: 0 },
    });
    expect(await members(addressId)).toEqual(['10.0.0.2']);
  });

  it('tells nothing that a failed question would have found', async () => {
    const addressId = await template();
    await spoil('DescribeAddressInstances', 'task-fails');
    const { taskId } = (await call2017('DescribeAddressInstances', { addressId })).data as Params;
    const { status, data } = await result(taskId);
    expect([status, data]).toEqual([1, undefined]);
  });

  it('waits for ever on one that is never over; the template stays locked', async () => {
    const addressId = await template();
    await spoil('ModifyAddress', 'task-never-ends');
    const { taskId } = (await call2017('ModifyAddress', { addressId, address: ['10.0.0.2'] })).data as Params;
    await days(400);
    expect(await result(taskId)).toMatchObject({ status: 2 });
    expect(await word2017('DeleteAddress', { addressId })).toBe('9005');
  });
});

describe('QueryNatGatewayProductionStatus', () => {
  const order = async (billId: unknown) => (await call2017('QueryNatGatewayProductionStatus', { billId })).data;
  const wanted = async () => ({ vpcId: (await stage.vpc()).id, natName: 'out', maxConcurrent: 1_000_000, autoAllocEipNum: 1 });
  const nats = async () => (await call2017('DescribeNatGateway')).data as { natId: string; state: number; productionStatus: number }[];

  it('tells of an order that failed: the gateway is listed as failed, can only be deleted, and gives its addresses back', async () => {
    await spoil('CreateNatGateway', 'task-fails');
    const { vpcId, ...rest } = await wanted();
    const { billId } = await call2017('CreateNatGateway', { vpcId, ...rest });
    expect(await order(billId)).toEqual({ status: 1, errorCode: 'OperationFailed' });
    const [nat] = await nats();
    expect(nat).toMatchObject({ state: 1, productionStatus: 2 });
    expect(await word2017('UpgradeNatGateway', { vpcId, natId: nat?.natId, maxConcurrent: 3_000_000 })).toBe('ActionLocked');
    expect(await word2017('DeleteNatGateway', { vpcId, natId: nat?.natId })).toBe('');
    expect(await nats()).toEqual([]);
    expect((await call3('DescribeAddresses')).AddressSet).toMatchObject([{ AddressStatus: 'UNBIND' }]);
  });

  it('tells of a change and a deletion that failed, after which the gateway works on', async () => {
    const { vpcId, ...rest } = await wanted();
    await call2017('CreateNatGateway', { vpcId, ...rest });
    const { natId } = (await nats())[0] as { natId: string };
    await spoil('UpgradeNatGateway', 'task-fails');
    const { billId } = await call2017('UpgradeNatGateway', { vpcId, natId, maxConcurrent: 3_000_000 });
    expect(await order(billId)).toMatchObject({ status: 1 });
    expect(await nats()).toMatchObject([{ state: 0, productionStatus: 4, maxConcurrent: 1_000_000 }]);
    await spoil('DeleteNatGateway', 'task-fails');
    const { taskId } = await call2017('DeleteNatGateway', { vpcId, natId });
    expect(inData(await call2017('DescribeVpcTaskResult', { taskId }), 'status')).toBe(1);
    expect(await nats()).toMatchObject([{ state: 0, productionStatus: 6 }]);
    expect(await word2017('DeleteNatGateway', { vpcId, natId })).toBe('');
    expect(await nats()).toEqual([]);
  });

  it('waits for ever on an order that is never over', async () => {
    await spoil('CreateNatGateway', 'task-never-ends');
    const { billId } = await call2017('CreateNatGateway', await wanted());
    await days(400);
    expect(await order(billId)).toEqual({ status: 2, errorCode: '' });
    expect(await nats()).toMatchObject([{ state: 1, productionStatus: 0 }]);
  });
});

describe('DescribeVpnGw', () => {
  const listed = async () => (await call2017('DescribeVpnGw')).data as { unVpnGwId: string; vpnGwStatus: number }[];

  it('tells of a delivery and a destruction that failed, both of which a deletion ends', async () => {
    await spoil('CreateVpnGateway', 'task-fails');
    await call3('CreateVpnGateway', { VpcId: (await stage.vpc()).id, VpnGatewayName: 'g', InternetMaxBandwidthOut: 5 });
    expect(await listed()).toMatchObject([{ vpnGwStatus: 3 }]);
    const VpnGatewayId = (await listed())[0]?.unVpnGwId;
    await spoil('DeleteVpnGateway', 'task-fails');
    expect([await code3('DeleteVpnGateway', { VpnGatewayId }), await listed()]).toMatchObject(['', [{ vpnGwStatus: 5 }]]);
    expect([await code3('DeleteVpnGateway', { VpnGatewayId }), await listed()]).toEqual(['', []]);
  });

  it('waits for ever on a delivery that is never over', async () => {
    await spoil('RunVpnGw', 'task-never-ends');
    const term = { chargeType: 'PREPAID', chargePrepaid: { period: 36, isAutoRenewals: '0' } };
    await call2017('RunVpnGw', { name: 'g', vpcId: (await stage.vpc()).id, bandwidth: 5, ...term });
    await days(400);
    expect(await listed()).toMatchObject([{ vpnGwStatus: 2, vpnGwAddress: '' }]);
  });
});

describe('throttling', () => {
  it('refuses every third call with the word and the number of either generation', async () => {
    await fault({ kind: 'error', code: 'RequestLimitExceeded', every: 3, times: null });
    const words = [];
    for (let count = 0; count < 3; count += 1) words.push(await code3('DescribeVpcs'), await word2017('DescribeVpcEx'));
    expect(words).toEqual(['', '', 'RequestLimitExceeded', '', '', 'RequestLimitExceeded']);
    expect([await code3('DescribeVpcs'), await code3('DescribeVpcs')]).toEqual(['', '']);
    expect(await call2017('DescribeVpcEx')).toMatchObject({ code: 4400, codeDesc: 'RequestLimitExceeded' });
  });
});

describe('the Date header', () => {
  const date = async (path: string): Promise<string | null> => {
    const { headers } = await fetch(`${stage.me.url}${path}`);
    return headers.get('date');
  };

  it('tells the world’s time, of the API and of the control API, in every answer', async () => {
    await stage.control('clock', { set: '2031-05-06T07:08:09.876Z' });
    const paths = ['/', '/v2/index.php', '/nothing', '/_sim/state', '/_sim/snapshot', '/_sim/nothing'];
    for (const path of paths) expect([path, await date(path)]).toEqual([path, 'Tue, 06 May 2031 07:08:09 GMT']);
    await stage.control('clock', { advance: 60 });
    expect(await date('/')).toBe('Tue, 06 May 2031 07:09:09 GMT');
  });
});
