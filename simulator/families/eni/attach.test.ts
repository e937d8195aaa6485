/** Network interfaces and machines through the wire: attaching, detaching, moving. */
import { describe, expect, it } from 'vitest';
import { EniStage } from './fixture.ts';

const stage = new EniStage();
const { call3, call2017, code3, word2017, make, eni } = stage;

const attach = (NetworkInterfaceId: string, InstanceId: string) => code3('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
const detach = (NetworkInterfaceId: string, InstanceId: string) => code3('DetachNetworkInterface', { NetworkInterfaceId, InstanceId });

describe('attaching', () => {
  it('goes through ATTACHING, and DETACHING on the way back, which unbinds elastic IPs', async () => {
    const { NetworkInterfaceId, PrivateIpAddressSet } = await make();
    const { InstanceId } = stage.machine1;
    const AddressId = await stage.withEip(NetworkInterfaceId, PrivateIpAddressSet[0]?.PrivateIpAddress);
    await stage.speed('eni', { seconds: 10 });
    expect(await attach(NetworkInterfaceId, InstanceId)).toBe('');
    expect(await eni(NetworkInterfaceId)).toMatchObject({ State: 'ATTACHING', Attachment: { InstanceId, DeviceIndex: 1 } });
    expect(await detach(NetworkInterfaceId, InstanceId)).toBe('UnsupportedOperation.InvalidState');
    await stage.control('clock', { advance: 11 });
    expect(await eni(NetworkInterfaceId)).toMatchObject({
      State: 'AVAILABLE',
      Attachment: {
        InstanceId,
        DeviceIndex: 1,
        InstanceAccountId: stage.me.uin,
        AttachTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      },
    });
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'BIND_ENI' });
    expect(await detach(NetworkInterfaceId, InstanceId)).toBe('');
    expect(await eni(NetworkInterfaceId)).toMatchObject({ State: 'DETACHING', Attachment: { InstanceId } });
    await stage.control('clock', { advance: 11 });
    expect(await eni(NetworkInterfaceId)).toMatchObject({ State: 'AVAILABLE', Attachment: {} });
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'UNBIND' });
  });

  it('needs a machine of the VPC and the zone that runs or is stopped, with a place left', async () => {
    const { NetworkInterfaceId } = await make();
    const elsewhere = await stage.subnet(stage.vpc1.id, '10.0.2.0/24', 2);
    expect(await attach(NetworkInterfaceId, (await stage.machine(elsewhere)).InstanceId)).toBe('UnsupportedOperation');
    const { InstanceId } = stage.machine1;
    await stage.put('instance', { InstanceId, InstanceState: 'STARTING' });
    expect(await attach(NetworkInterfaceId, InstanceId)).toBe('UnsupportedOperation');
    await stage.put('instance', { InstanceId, InstanceState: 'STOPPED' });
    await stage.quota('enis-per-instance', 1);
    expect(await attach(NetworkInterfaceId, InstanceId)).toBe('LimitExceeded');
    await stage.quota('enis-per-instance', 2);
    expect(await attach(NetworkInterfaceId, InstanceId)).toBe('');
  });

  it('numbers the interfaces of a machine, and fills gaps', async () => {
    const { InstanceId } = stage.machine1;
    const [a, b, c] = [await make(), await make(), await make()].map((row) => row.NetworkInterfaceId) as [string, string, string];
    await attach(a, InstanceId);
    await attach(b, InstanceId);
    await detach(a, InstanceId);
    await attach(c, InstanceId);
    expect((await eni(b)).Attachment.DeviceIndex).toBe(2);
    expect((await eni(c)).Attachment.DeviceIndex).toBe(1);
    expect((await stage.firstInterface(InstanceId)).Attachment.DeviceIndex).toBe(0);
  });
});

describe('moving', () => {
  it('takes the interface from one machine to another, with its elastic IPs', async () => {
    const { NetworkInterfaceId, PrivateIpAddressSet } = await make();
    const { InstanceId: from } = stage.machine1;
    const { InstanceId: to } = await stage.machine(stage.subnet1);
    const AddressId = await stage.withEip(NetworkInterfaceId, PrivateIpAddressSet[0]?.PrivateIpAddress);
    await attach(NetworkInterfaceId, from);
    const move = { NetworkInterfaceId, SourceInstanceId: from, DestinationInstanceId: to };
    expect(await code3('MigrateNetworkInterface', move)).toBe('');
    expect(await eni(NetworkInterfaceId)).toMatchObject({ State: 'AVAILABLE', Attachment: { InstanceId: to, DeviceIndex: 1 } });
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'BIND_ENI' });
    expect(await code3('MigrateNetworkInterface', move)).toBe('ResourceNotFound');
  });

  it('is done by tasks in 2017, as is everything else', async () => {
    await stage.speed('eni', { reads: 0 });
    const vpcId = stage.vpc1.oldId;
    const { InstanceId: oldInstanceId } = stage.machine1;
    const { InstanceId: newInstanceId } = await stage.machine(stage.subnet1);
    const created = await call2017('CreateNetworkInterface', {
      vpcId,
      subnetId: stage.subnet1,
      eniName: 'eni',
      privateIpAddressSet: [{ primary: true, privateIpAddress: '10.0.1.11' }],
      secondaryPrivateIpAddressCount: 1,
    });
    const settled = async (answer: Record<string, unknown>) => expect(await stage.status(answer.taskId)).toBe(0);
    await settled(created);
    const { data } = await call2017('DescribeNetworkInterfaces', { eniName: 'eni' });
    const row = (data as { data: [{ networkInterfaceId: string; privateIpAddressesSet: { privateIpAddress: string }[] }] }).data[0];
    const { networkInterfaceId } = row;
    expect(row.privateIpAddressesSet.map((one) => one.privateIpAddress)).toEqual(['10.0.1.11', '10.0.1.4']);
    const where = { vpcId, networkInterfaceId };
    await settled(await call2017('AttachNetworkInterface', { ...where, instanceId: oldInstanceId }));
    await settled(await call2017('MigrateNetworkInterface', { ...where, oldInstanceId, newInstanceId }));
    expect((await eni(networkInterfaceId)).Attachment.InstanceId).toBe(newInstanceId);
    const to = await stage.firstInterface(newInstanceId);
    await settled(
      await call2017('MigratePrivateIpAddress', {
        vpcId,
        privateIpAddress: '10.0.1.4',
        oldNetworkInterfaceId: networkInterfaceId,
        newNetworkInterfaceId: to.NetworkInterfaceId,
      }),
    );
    expect(await stage.addresses(to.NetworkInterfaceId)).toContain('10.0.1.4');
    await settled(await call2017('DetachNetworkInterface', { ...where, instanceId: newInstanceId }));
    await settled(await call2017('DeleteNetworkInterface', where));
    expect(await word2017('DescribeNetworkInterfaces', { networkInterfaceId })).toBe('InvalidNetworkInterface.NotFound');
  });
});

it('are filled in by the control API, as many as a bench may want', async () => {
  const region = 'ap-guangzhou';
  const made = await stage.control('fill', { account: stage.me.uin, region, vpcs: 2, subnetsPerVpc: 2, enisPerSubnet: 3 });
  expect(made).toEqual({ vpcs: 2, subnets: 4, enis: 12 });
  const Filters = [{ Name: 'network-interface-name', Values: ['fill-10.2.1.4'] }];
  const { NetworkInterfaceSet } = await call3('DescribeNetworkInterfaces', { Filters });
  expect(NetworkInterfaceSet).toMatchObject([
    { State: 'AVAILABLE', PrivateIpAddressSet: [{ PrivateIpAddress: '10.2.1.4', Primary: true }] },
  ]);
  expect(await stage.count('eni')).toBe(13);
});

describe('a machine’s first interface', () => {
  it('stays with its machine', async () => {
    const { InstanceId } = stage.machine1;
    const { NetworkInterfaceId } = await stage.firstInterface(InstanceId);
    const { InstanceId: other } = await stage.machine(stage.subnet1);
    expect(await detach(NetworkInterfaceId, InstanceId)).toBe('UnsupportedOperation');
    const move = { NetworkInterfaceId, SourceInstanceId: InstanceId, DestinationInstanceId: other };
    expect(await code3('MigrateNetworkInterface', move)).toBe('UnsupportedOperation');
    expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('UnsupportedOperation');
    const where = { vpcId: stage.vpc1.id, networkInterfaceId: NetworkInterfaceId };
    expect(await word2017('DeleteNetworkInterface', where)).toBe('InvalidNetworkInterface.CanNotDelete');
  });

  it('is what a route to a machine’s other address goes through', async () => {
    const { NetworkInterfaceId } = await stage.firstInterface(stage.machine1.InstanceId);
    await call3('AssignPrivateIpAddresses', { NetworkInterfaceId, PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.12' }] });
    const { RouteTableSet } = await call3('DescribeRouteTables');
    const RouteTableId = (RouteTableSet as [{ RouteTableId: string }])[0].RouteTableId;
    const route = (GatewayId: string, DestinationCidrBlock: string) => ({ GatewayType: 'NORMAL_CVM', GatewayId, DestinationCidrBlock });
    expect(await code3('CreateRoutes', { RouteTableId, Routes: [route('10.0.1.12', '11.0.0.0/8')] })).toBe('');
    const loose = await make({ PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.13', Primary: true }] });
    expect(await code3('CreateRoutes', { RouteTableId, Routes: [route('10.0.1.13', '12.0.0.0/8')] })).toBe('InvalidParameterValue');
    await attach(loose.NetworkInterfaceId, stage.machine1.InstanceId);
    expect(await code3('CreateRoutes', { RouteTableId, Routes: [route('10.0.1.13', '12.0.0.0/8')] })).toBe('');
  });
});
