/** Every documented refusal of the network interface actions, through the wire. */
import { expect, it } from 'vitest';
import { EniStage } from './fixture.ts';

const stage = new EniStage();
stage.recorder.provesRefusalsOf('eni');
const { call3, code3, word2017, make } = stage;
const none = 'eni-00000000';
const malformed = 'InvalidParameterValue.Malformed';

const create = (more: Record<string, unknown>) =>
  code3('CreateNetworkInterface', { VpcId: stage.vpc1.id, SubnetId: stage.subnet1, NetworkInterfaceName: 'n', ...more });
const at = (...texts: string[]) => texts.map((PrivateIpAddress) => ({ PrivateIpAddress }));

it('of CreateNetworkInterface', async () => {
  expect(await create({ VpcId: 'vpc-00000000' })).toBe('ResourceNotFound');
  expect(await create({ SubnetId: 'subnet-00000000' })).toBe('ResourceNotFound');
  expect(await create({ SubnetId: await stage.subnet((await stage.vpc('10.1.0.0/16')).id, '10.1.0.0/24') })).toBe('ResourceNotFound');
  expect(await create({ NetworkInterfaceName: '网'.repeat(21) })).toBe(malformed);
  expect(await create({ SubnetId: 'subnet' })).toBe(malformed);
  const two = at('10.0.1.5', '10.0.1.6').map((row) => ({ ...row, Primary: true }));
  expect(await create({ PrivateIpAddresses: two })).toBe(malformed);
  expect(await create({ PrivateIpAddresses: at('10.0.2.5') })).toBe('InvalidParameterValue.Range');
  for (const reserved of ['10.0.1.0', '10.0.1.1', '10.0.1.15']) {
    expect(await create({ PrivateIpAddresses: at(reserved) }), reserved).toBe('InvalidParameterValue.Reserved');
  }
  expect(await create({ PrivateIpAddresses: at(stage.machine1.PrivateIpAddress) })).toBe('ResourceInUse');
  expect(await create({ PrivateIpAddresses: at('10.0.1.5', '10.0.1.5') })).toBe('ResourceInUse');
  expect(await create({ SecondaryPrivateIpAddressCount: 10 })).toBe('InvalidParameterValue.LimitExceeded');
  await make({ SecondaryPrivateIpAddressCount: 7 });
  expect(await create({ SecondaryPrivateIpAddressCount: 5 })).toBe('ResourceInsufficient');
  await stage.quota('enis-per-vpc', 1);
  expect(await create({})).toBe('LimitExceeded');
  expect(await stage.count('eni')).toBe(2);
});

it('of DescribeNetworkInterfaces', async () => {
  const Filters = [{ Name: 'vpc-id', Values: [stage.vpc1.id] }];
  expect(await code3('DescribeNetworkInterfaces', { NetworkInterfaceIds: [none], Filters })).toBe('InvalidParameter.Coexist');
  expect(await code3('DescribeNetworkInterfaces', { NetworkInterfaceIds: [none] })).toBe('ResourceNotFound');
  expect(await code3('DescribeNetworkInterfaces', { NetworkInterfaceIds: ['card'] })).toBe(malformed);
  expect(await code3('DescribeNetworkInterfaces', { Limit: 101 })).toBe(malformed);
});

it('of an interface that is not there, and of an id that is none', async () => {
  const { InstanceId } = stage.machine1;
  const extra: Record<string, Record<string, unknown>> = {
    ModifyNetworkInterfaceAttribute: {},
    DeleteNetworkInterface: {},
    AssignPrivateIpAddresses: { SecondaryPrivateIpAddressCount: 1 },
    UnassignPrivateIpAddresses: { PrivateIpAddresses: at('10.0.1.5') },
    ModifyPrivateIpAddressesAttribute: { PrivateIpAddresses: at('10.0.1.5') },
    AttachNetworkInterface: { InstanceId },
    DetachNetworkInterface: { InstanceId },
    MigrateNetworkInterface: { SourceInstanceId: InstanceId, DestinationInstanceId: InstanceId },
  };
  for (const [action, more] of Object.entries(extra)) {
    expect(await code3(action, { NetworkInterfaceId: none, ...more }), action).toBe('ResourceNotFound');
    expect(await code3(action, { NetworkInterfaceId: 'card', ...more }), action).toBe(malformed);
  }
});

it('of addresses, in API 3.0', async () => {
  const { NetworkInterfaceId } = await make({ SecondaryPrivateIpAddressCount: 1 });
  const [first = '', second = ''] = await stage.addresses(NetworkInterfaceId);
  const assign = (more: Record<string, unknown>) => code3('AssignPrivateIpAddresses', { NetworkInterfaceId, ...more });
  expect(await assign({})).toBe('MissingParameter');
  expect(await assign({ PrivateIpAddresses: at('10.0.7.7') })).toBe(malformed);
  expect(await assign({ PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.9', Primary: true }] })).toBe(malformed);
  expect(await assign({ PrivateIpAddresses: at(first) })).toBe('ResourceInsufficient');
  expect(await assign({ SecondaryPrivateIpAddressCount: 9 })).toBe('ResourceInsufficient');
  const unassign = (...texts: string[]) => code3('UnassignPrivateIpAddresses', { NetworkInterfaceId, PrivateIpAddresses: at(...texts) });
  expect(await unassign(second, first)).toBe('UnauthorizedOperation.PrimaryIp');
  expect(await unassign('10.0.1.12')).toBe('ResourceNotFound');
  expect(await stage.addresses(NetworkInterfaceId)).toEqual([first, second]);
  const to = (await make()).NetworkInterfaceId;
  const migrate = (PrivateIpAddress: string, DestinationNetworkInterfaceId = to) =>
    code3('MigratePrivateIpAddress', { SourceNetworkInterfaceId: NetworkInterfaceId, DestinationNetworkInterfaceId, PrivateIpAddress });
  expect(await migrate(first)).toBe('UnauthorizedOperation.PrimaryIp');
  expect(await migrate('10.0.1.12')).toBe('UnauthorizedOperation.AttachmentNotFound');
  const other = await make({ SubnetId: await stage.subnet(stage.vpc1.id, '10.0.2.0/24') });
  expect(await migrate(second, other.NetworkInterfaceId)).toBe('InvalidParameterValue');
  await stage.speed('eni', { seconds: 60 });
  await call3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: stage.machine1.InstanceId });
  const described = { NetworkInterfaceId, PrivateIpAddresses: [{ PrivateIpAddress: first, Description: 'x' }] };
  expect(await code3('ModifyPrivateIpAddressesAttribute', described)).toBe('UnsupportedOperation.InvalidState');
});

it('of machines, in API 3.0', async () => {
  const { NetworkInterfaceId } = await make();
  const { InstanceId } = stage.machine1;
  const attach = (id: string) => code3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: id });
  const abroad = await stage.machine(await stage.subnet((await stage.vpc('10.1.0.0/16')).id, '10.1.0.0/24'));
  expect(await attach('ins-00000000')).toBe('ResourceNotFound');
  expect(await attach((await stage.machine(stage.subnet1, { Kind: 'CLB' })).InstanceId)).toBe('ResourceNotFound');
  expect(await attach(abroad.InstanceId)).toBe('UnsupportedOperation.VpcMismatch');
  expect(await code3('DetachNetworkInterface', { NetworkInterfaceId, InstanceId })).toBe('ResourceNotFound');
  expect(await attach(InstanceId)).toBe('');
  expect(await attach(InstanceId)).toBe('ResourceInUse');
  expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('ResourceInUse');
  await call3('DetachNetworkInterface', { NetworkInterfaceId, InstanceId });
  await stage.speed('eni', { seconds: 60 });
  expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('');
  expect(await stage.eni(NetworkInterfaceId)).toMatchObject({ State: 'DELETING' });
  expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('UnsupportedOperation');
});

it('of an unknown VPC, an unknown interface, and an interface of another VPC, in 2017', async () => {
  const { NetworkInterfaceId: mine } = await make();
  const { id: other } = await stage.vpc('10.1.0.0/16');
  const { InstanceId: instanceId } = stage.machine1;
  const one = { networkInterfaceId: mine };
  const extra: Record<string, Record<string, unknown>> = {
    DescribeNetworkInterfaces: one,
    ModifyNetworkInterface: one,
    DeleteNetworkInterface: one,
    AssignPrivateIpAddresses: { ...one, secondaryPrivateIpAddressCount: 1 },
    UnassignPrivateIpAddresses: { ...one, privateIpAddress: ['10.0.1.5'] },
    AttachNetworkInterface: { ...one, instanceId },
    DetachNetworkInterface: { ...one, instanceId },
    MigrateNetworkInterface: { ...one, oldInstanceId: instanceId, newInstanceId: instanceId },
    MigratePrivateIpAddress: { privateIpAddress: '10.0.1.5', oldNetworkInterfaceId: mine, newNetworkInterfaceId: mine },
  };
  for (const [action, params] of Object.entries(extra)) {
    expect(await word2017(action, { vpcId: 'vpc-00000000', ...params }), action).toBe('InvalidVpc.NotFound');
    const moved = action === 'MigratePrivateIpAddress' ? { oldNetworkInterfaceId: none } : { networkInterfaceId: none };
    expect(await word2017(action, { vpcId: stage.vpc1.id, ...params, ...moved }), action).toBe('InvalidNetworkInterface.NotFound');
    if (action === 'DescribeNetworkInterfaces') continue;
    expect(await word2017(action, { vpcId: other, ...params }), action).toBe('InvalidNetworkInterface.NotFound');
  }
});

it('of the rest of the 2017 tables', async () => {
  const vpcId = stage.vpc1.id;
  const make2017 = (more: Record<string, unknown> = {}) =>
    word2017('CreateNetworkInterface', { vpcId, subnetId: stage.subnet1, eniName: 'n', ...more });
  expect(await make2017({ vpcId: 'vpc-00000000' })).toBe('InvalidVpc.NotFound');
  expect(await make2017({ subnetId: 'subnet-00000000' })).toBe('InvalidSubnet.NotFound');
  expect(await make2017({ eniName: '网'.repeat(61) })).toBe('InvalidNetworkInterfaceName');
  const { NetworkInterfaceId: networkInterfaceId } = await make();
  await stage.quota('enis-per-vpc', 1);
  expect(await make2017()).toBe('NetworkInterfaceLimitExceeded');
  const where = { vpcId, networkInterfaceId };
  const [first = ''] = await stage.addresses(networkInterfaceId);
  const privateIpAddressSet = [{ primary: false, privateIpAddress: first }];
  expect(await word2017('AssignPrivateIpAddresses', { ...where, privateIpAddressSet })).toBe('InvalidPrivateIpAddress.InUse');
  expect(await word2017('UnassignPrivateIpAddresses', { ...where, privateIpAddress: [first] })).toBe('InvalidPrivateip.IsPrimary');
  const { InstanceId: instanceId } = stage.machine1;
  const nobody = 'ins-00000000';
  const migrate = (oldInstanceId: string, newInstanceId: string) =>
    word2017('MigrateNetworkInterface', { ...where, oldInstanceId, newInstanceId });
  expect(await word2017('DetachNetworkInterface', { ...where, instanceId })).toBe('InvalidNetworkInterface.NotAttached');
  expect(await word2017('DetachNetworkInterface', { ...where, instanceId: nobody })).toBe('InvalidInstance.NotFound');
  expect(await word2017('AttachNetworkInterface', { ...where, instanceId: nobody })).toBe('InvalidInstance.NotFound');
  expect(await migrate(instanceId, instanceId)).toBe('InvalidInstance.NotFound');
  expect(await word2017('AttachNetworkInterface', { ...where, instanceId })).toBe('');
  expect(await word2017('AttachNetworkInterface', { ...where, instanceId })).toBe('InvalidNetworkInterface.AlreadyAssociated');
  expect(await word2017('DeleteNetworkInterface', where)).toBe('InvalidNetworkInterface.CanNotDelete');
  expect(await migrate(instanceId, nobody)).toBe('InvalidInstance.NotFound');
  expect(await migrate(instanceId, instanceId)).toBe('InvalidNetworkInterface.AlreadyAssociated');
});
