/** Elastic IPs as accounts of today have them: how they are paid for, and the tasks that their changes are. */
import { beforeEach, expect, it } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld({ dialect: 'today' });
const { call3, code3 } = stage;
let subnet: string;

beforeEach(async () => {
  subnet = await stage.subnet((await stage.vpc()).id);
});

interface Allocation {
  AddressSet: [string];
  TaskId: string;
}

const make = async (wanted = {}) => (await call3('AllocateAddresses', wanted)) as unknown as Allocation;
const shown = async (id: string) => ((await call3('DescribeAddresses', { AddressIds: [id] })).AddressSet as object[])[0];
const found = async (Name: string, value: string) =>
  ((await call3('DescribeAddresses', { Filters: [{ Name, Values: [value] }] })).AddressSet as { AddressId: string }[]).map(
    (row) => row.AddressId,
  );
const result = async (TaskId: unknown) => (await call3('DescribeTaskResult', { TaskId: Number(TaskId) })).Result;

it('are told with charge, bandwidth, line and kind, those of an allocation that says nothing too', async () => {
  const [plain] = (await make()).AddressSet;
  expect(await shown(plain)).toMatchObject({
    AddressType: 'EIP',
    InternetServiceProvider: 'BGP',
    InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
    Bandwidth: 1,
    InstanceType: '',
    DeadlineDate: null,
  });
  const wanted = { InternetServiceProvider: 'CMCC', InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH' };
  const prepaid = { AddressChargePrepaid: { Period: 3, AutoRenewFlag: 2 } };
  const named = { AddressName: 'line', InternetMaxBandwidthOut: 200 };
  const [line] = (await make({ ...wanted, ...prepaid, ...named })).AddressSet;
  expect(await shown(line)).toMatchObject({ ...wanted, AddressName: 'line', Bandwidth: 200, RenewFlag: 'DISABLE_NOTIFY_AND_MANUAL_RENEW' });
  const [anycast] = (await make({ AddressType: 'AnycastEIP', AnycastZone: 'ANYCAST_ZONE_GLOBAL' })).AddressSet;
  expect(await found('address-isp', 'CMCC')).toEqual([line]);
  expect(await found('address-type', 'AnycastEIP')).toEqual([anycast]);
});

it('have a price, of an allocation and of another bandwidth', async () => {
  const price = async (action: string, params: object) => (await call3(`InquiryPrice${action}`, { ...params })).Price;
  const term = { InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH', AddressChargePrepaid: { Period: 3 } };
  expect(await price('AllocateAddresses', { ...term, InternetMaxBandwidthOut: 5 })).toEqual({
    AddressPrice: { OriginalPrice: 300, DiscountPrice: 300 },
  });
  const [id] = (await make()).AddressSet;
  const byTraffic = { AddressPrice: { UnitPrice: 0.8, ChargeUnit: 'GB' }, IPPrice: { UnitPrice: 0.2, ChargeUnit: 'HOUR' } };
  expect(await price('AllocateAddresses', { InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR' })).toEqual(byTraffic);
  expect(await price('ModifyAddressesBandwidth', { AddressIds: [id], InternetMaxBandwidthOut: 20 })).toEqual(byTraffic);
});

it('join a bandwidth package that another is in', async () => {
  const byPackage = { InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId: 'bwp-1a2b3c4d' };
  const [other] = (await make()).AddressSet;
  await stage.put('eip', { AddressId: other, ...byPackage });
  const [id] = (await make({ ...byPackage, InternetMaxBandwidthOut: 2000 })).AddressSet;
  expect(await shown(id)).toMatchObject({ ...byPackage, Bandwidth: 2000 });
});

it('are bound, unbound, widened and released by tasks that are done', async () => {
  const { AddressSet, TaskId } = await make();
  const [AddressId] = AddressSet;
  const { InstanceId } = await stage.machine(subnet);
  const tasks = [
    TaskId,
    (await call3('AssociateAddress', { AddressId, InstanceId })).TaskId,
    (await call3('ModifyAddressesBandwidth', { AddressIds: AddressSet, InternetMaxBandwidthOut: 20 })).TaskId,
  ];
  expect(await shown(AddressId)).toMatchObject({ InstanceId, InstanceType: 'CVM', Bandwidth: 20 });
  expect(await found('instance-type', 'CVM')).toEqual([AddressId]);
  tasks.push(
    (await call3('DisassociateAddress', { AddressId })).TaskId,
    (await call3('ReleaseAddresses', { AddressIds: AddressSet })).TaskId,
  );
  for (const task of tasks) expect(await result(task)).toBe('SUCCESS');
  expect(await shown(AddressId)).toBeUndefined();
});

it('are widened and gone when the task is over, not before', async () => {
  const { AddressSet } = await make();
  await stage.speed('eip', { seconds: 60 });
  const { TaskId } = await call3('ModifyAddressesBandwidth', { AddressIds: AddressSet, InternetMaxBandwidthOut: 20 });
  const gone = await call3('ReleaseAddresses', { AddressIds: AddressSet });
  expect([await result(TaskId), await result(gone.TaskId)]).toEqual(['RUNNING', 'RUNNING']);
  expect(await shown(AddressSet[0])).toMatchObject({ Bandwidth: 1 });
  await stage.control('clock', { advance: 61 });
  expect([await result(TaskId), await result(gone.TaskId)]).toEqual(['SUCCESS', 'SUCCESS']);
  expect(await shown(AddressSet[0])).toBeUndefined();
});

it('pass through a state of their own while the cloud is at work, and are denied to others until then', async () => {
  await stage.speed('eip', { seconds: 60 });
  const { AddressSet } = await make();
  const [AddressId] = AddressSet;
  const status = async () => ((await shown(AddressId)) as { AddressStatus?: string } | undefined)?.AddressStatus;
  const done = () => stage.control('clock', { advance: 61 });
  expect(await status()).toBe('CREATING');
  const { InstanceId } = await stage.machine(subnet);
  expect(await code3('AssociateAddress', { AddressId, InstanceId })).toBe('OperationDenied.MutexTaskRunning');
  await done();
  expect(await status()).toBe('UNBIND');
  await call3('AssociateAddress', { AddressId, InstanceId });
  expect([await status(), await found('address-status', 'BINDING')]).toEqual(['BINDING', [AddressId]]);
  await done();
  expect(await status()).toBe('BIND');
  await call3('DisassociateAddress', { AddressId });
  expect(await status()).toBe('UNBINDING');
  await done();
  await call3('ReleaseAddresses', { AddressIds: AddressSet });
  expect(await status()).toBe('OFFLINING');
  await done();
  expect(await status()).toBeUndefined();
});

it('one whose work failed is as it was', async () => {
  const { AddressSet } = await make();
  const [AddressId] = AddressSet;
  const { InstanceId } = await stage.machine(subnet);
  await stage.speed('eip', { seconds: 60 });
  await stage.control('faults', { action: 'AssociateAddress', kind: 'task-fails', times: 1 });
  await call3('AssociateAddress', { AddressId, InstanceId });
  expect(await shown(AddressId)).toMatchObject({ AddressStatus: 'BINDING' });
  await stage.control('clock', { advance: 61 });
  expect(await shown(AddressId)).toMatchObject({ AddressStatus: 'UNBIND', InstanceId: null });
});

it('have names of 128 characters', async () => {
  const [AddressId] = (await make()).AddressSet;
  const rename = (AddressName: string) => code3('ModifyAddressAttribute', { AddressId, AddressName });
  expect([await rename('n'.repeat(128)), await rename('n'.repeat(129))]).toEqual(['', 'InvalidParameterValue.TooLong']);
});

it('an ordinary address becomes an elastic IP, whose id and task are told', async () => {
  const { InstanceId } = await stage.machine(subnet, { PublicIpAddress: '198.18.7.7' });
  const { TaskId, AddressId } = await call3('TransformAddress', { InstanceId });
  expect(TaskId).toEqual(expect.any(Number));
  expect(await shown(String(AddressId))).toMatchObject({ AddressIp: '198.18.7.7', InstanceId });
});

it('a task that is none, or another family’s, is refused', async () => {
  expect(await code3('DescribeTaskResult', { TaskId: 1 })).toBe('InvalidParameter');
});
