/** Every documented refusal of the elastic IP actions, through the wire. */
import { beforeEach, expect, it } from 'vitest';
import { Stage } from '../../testing/stage.ts';

const stage = new Stage();
stage.recorder.provesRefusalsOf('eip');
const { call3, code3 } = stage;
const none = 'eip-00000000';
let subnet: string;
let eip: string;
let machine: { InstanceId: string; PrivateIpAddress: string };
let eni: { NetworkInterfaceId: string; PrivateIpAddressSet: { PrivateIpAddress: string }[] };

beforeEach(async () => {
  const vpc = await stage.vpc();
  subnet = await stage.subnet(vpc.id);
  machine = await stage.machine(subnet, { PublicIpAddress: '198.19.200.1' });
  eip = await newEip();
  const answer = await call3('CreateNetworkInterface', { VpcId: vpc.id, SubnetId: subnet, NetworkInterfaceName: 'n' });
  eni = answer.NetworkInterface as typeof eni;
});

const newEip = async () => ((await call3('AllocateAddresses')).AddressSet as [string])[0];
const toMachine = (AddressId: string, InstanceId: string) => code3('AssociateAddress', { AddressId, InstanceId });
const toAddress = (AddressId: string, NetworkInterfaceId: string, PrivateIpAddress?: string) =>
  code3('AssociateAddress', { AddressId, NetworkInterfaceId, PrivateIpAddress });

it('of AssociateAddress: what is asked for', async () => {
  expect(await code3('AssociateAddress', { InstanceId: machine.InstanceId })).toBe('MissingParameter');
  expect(await code3('AssociateAddress', { AddressId: eip })).toBe('MissingResourceId');
  expect(await toAddress(eip, eni.NetworkInterfaceId)).toBe('MissingParameter');
  const both = { AddressId: eip, InstanceId: machine.InstanceId, NetworkInterfaceId: eni.NetworkInterfaceId };
  expect(await code3('AssociateAddress', both)).toBe('InvalidParameterConflict');
});

it('of AssociateAddress: what it is bound to', async () => {
  expect(await toMachine(eip, 'ins-00000000')).toBe('InvalidInstanceId.NotFound');
  const database = await stage.machine(subnet, { Kind: 'CDB', InstanceId: 'cdb-1a2b3c4d' });
  expect(await toMachine(eip, database.InstanceId)).toBe('InvalidInstance.NotSupported');
  await stage.put('instance', { InstanceId: machine.InstanceId, InstanceState: 'REBOOTING' });
  expect(await toMachine(eip, machine.InstanceId)).toBe('InvalidInstance.NotSupported');
  await stage.put('instance', { InstanceId: machine.InstanceId, InstanceState: 'STOPPED' });
  expect(await toMachine(eip, machine.InstanceId)).toBe('');
  expect(await toMachine(await newEip(), machine.InstanceId)).toBe('InvalidInstanceId.AlreadyBindEip');
  const [first] = eni.PrivateIpAddressSet;
  const second = await newEip();
  expect(await toAddress(second, 'eni-00000000', first?.PrivateIpAddress)).toBe('InvalidNetworkInterfaceId.NotFound');
  expect(await toAddress(second, eni.NetworkInterfaceId, '10.0.1.200')).toBe('InvalidNetworkInterfaceId.NotFound');
  expect(await toAddress(second, eni.NetworkInterfaceId, machine.PrivateIpAddress)).toBe('InvalidNetworkInterfaceId.NotFound');
  expect(await toAddress(second, eni.NetworkInterfaceId, first?.PrivateIpAddress)).toBe('');
  expect(await toAddress(await newEip(), eni.NetworkInterfaceId, first?.PrivateIpAddress)).toBe('InvalidPrivateIpAddress.AlreadyBindEip');
});

it('of AssociateAddress: the elastic IP itself', async () => {
  const { InstanceId } = machine;
  expect(await toMachine(none, InstanceId)).toBe('InvalidAddressId.NotFound');
  await stage.put('eip', { AddressId: eip, IsArrears: true });
  expect(await toMachine(eip, InstanceId)).toBe('InvalidAddressIdState.InArrears');
  await stage.put('eip', { AddressId: eip, IsBlocked: true });
  expect(await toMachine(eip, InstanceId)).toBe('InvalidAddressId.Blocked');
  await stage.put('eip', { AddressId: eip, IsArrears: false, IsBlocked: false });
  expect(await toMachine(eip, InstanceId)).toBe('');
  expect(await toMachine(eip, (await stage.machine(subnet)).InstanceId)).toBe('InvalidAddressIdStatus.NotPermit');
});

it('of DisassociateAddress', async () => {
  const unbind = (AddressId: string, more = {}) => code3('DisassociateAddress', { AddressId, ...more });
  expect(await unbind(none)).toBe('InvalidAddressId.NotFound');
  expect(await unbind(eip)).toBe('InvalidAddressIdStatus.NotPermit');
  await toMachine(eip, machine.InstanceId);
  await stage.put('eip', { AddressId: eip, IsBlocked: true });
  expect(await unbind(eip)).toBe('InvalidAddressId.Blocked');
  await stage.put('eip', { AddressId: eip, IsBlocked: false });
  await stage.put('instance', { InstanceId: machine.InstanceId, InstanceState: 'TERMINATING' });
  expect(await unbind(eip)).toBe('InvalidInstance.NotSupported');
  await stage.put('eip', { AddressId: eip, InstanceId: 'ins-00000000' });
  expect(await unbind(eip)).toBe('InvalidInstanceId.NotFound');
  await stage.put('eip', { AddressId: eip, InstanceId: '', NetworkInterfaceId: '', ResourceId: 'nat-1a2b3c4d' });
  expect(await unbind(eip)).toBe('InvalidInstance.NotSupported');
  const second = await newEip();
  await toAddress(second, eni.NetworkInterfaceId, eni.PrivateIpAddressSet[0]?.PrivateIpAddress);
  expect(await unbind(second, { ReallocateNormalPublicIp: true })).toBe('InvalidParameter');
  expect(await unbind(second)).toBe('');
});

it('of quotas, for AllocateAddresses and TransformAddress alike', async () => {
  await stage.quota('eips-per-region', 1);
  expect(await code3('AllocateAddresses')).toBe('AddressQuotaLimitExceeded');
  expect(await code3('TransformAddress', { InstanceId: machine.InstanceId })).toBe('AddressQuotaLimitExceeded');
  await call3('ReleaseAddresses', { AddressIds: [eip] });
  const second = await newEip();
  await call3('ReleaseAddresses', { AddressIds: [second] });
  expect(await code3('AllocateAddresses')).toBe('AddressQuotaLimitExceeded.DailyAllocate');
  expect(await code3('TransformAddress', { InstanceId: machine.InstanceId })).toBe('AddressQuotaLimitExceeded.DailyAllocate');
  expect(await code3('AllocateAddresses', { AddressCount: 0 })).toBe('InvalidParameterValue');
});

it('of the others', async () => {
  expect(await code3('TransformAddress', { InstanceId: 'ins-00000000' })).toBe('InvalidInstanceId.NotFound');
  const plain = await stage.machine(subnet);
  expect(await code3('TransformAddress', { InstanceId: plain.InstanceId })).toBe('InvalidInstance.NotSupported');
  const Filters = [{ Name: 'address-id', Values: [eip] }];
  expect(await code3('DescribeAddresses', { AddressIds: [eip], Filters })).toBe('InvalidParameter');
  expect(await call3('DescribeAddresses', { AddressIds: [none] })).toMatchObject({ TotalCount: 0, AddressSet: [] });
  const name = (AddressId: string, AddressName: string) => code3('ModifyAddressAttribute', { AddressId, AddressName });
  expect(await name(none, 'x')).toBe('InvalidAddressId.NotFound');
  expect(await name('address', 'x')).toBe('InvalidParameterValue');
  expect(await name(eip, 'x'.repeat(21))).toBe('InvalidParameterValue.TooLong');
  expect(await code3('ReleaseAddresses', { AddressIds: [none] })).toBe('InvalidAddressId.NotFound');
  await toMachine(eip, machine.InstanceId);
  const free = await newEip();
  expect(await code3('ReleaseAddresses', { AddressIds: [free, eip] })).toBe('InvalidAddressState');
  expect((await call3('DescribeAddresses')).TotalCount).toBe(2);
});
