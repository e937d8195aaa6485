/** Network interfaces through the wire: making them, changing their addresses, their states. */
import { describe, expect, it } from 'vitest';
import { EniStage, type InterfaceAnswer } from './fixture.ts';

const stage = new EniStage();
const { call3, call2017, code3, word2017, make, eni, addresses } = stage;

describe('a network interface', () => {
  it('is PENDING when it is made, then AVAILABLE, with the addresses asked for', async () => {
    await stage.speed('eni', { reads: 1 });
    const made = await make({
      NetworkInterfaceDescription: 'why',
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.9', Primary: true },
        { PrivateIpAddress: '10.0.1.7', Description: 'web' },
      ],
      SecondaryPrivateIpAddressCount: 1,
    });
    expect(made).toMatchObject({
      NetworkInterfaceId: expect.stringMatching(/^eni-[a-z0-9]{8}$/),
      NetworkInterfaceName: 'n',
      NetworkInterfaceDescription: 'why',
      SubnetId: stage.subnet1,
      VpcId: stage.vpc1.id,
      GroupSet: [],
      Primary: false,
      MacAddress: expect.stringMatching(/^20:90:6F(?::[0-9A-F]{2}){3}$/),
      State: 'PENDING',
      Attachment: {},
      Zone: 'ap-guangzhou-1',
      CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
    });
    const { PrivateIpAddressSet } = made;
    expect(PrivateIpAddressSet.map((row) => [row.PrivateIpAddress, row.Primary, row.Description, row.State])).toEqual([
      ['10.0.1.9', true, '', 'PENDING'],
      ['10.0.1.7', false, 'web', 'PENDING'],
      // The lowest that is free: .2 is the machine's.
      ['10.0.1.3', false, '', 'PENDING'],
    ]);
    expect(await eni(made.NetworkInterfaceId)).toMatchObject({ State: 'PENDING' });
    expect(await eni(made.NetworkInterfaceId)).toMatchObject({
      State: 'AVAILABLE',
      PrivateIpAddressSet: [{ State: 'AVAILABLE' }, { State: 'AVAILABLE' }, { State: 'AVAILABLE' }],
    });
  });

  it('takes room in its subnet, and keeps the subnet from being deleted', async () => {
    const before = await stage.freeAddresses(stage.subnet1);
    const { NetworkInterfaceId } = await make({ SecondaryPrivateIpAddressCount: 2 });
    expect(await stage.freeAddresses(stage.subnet1)).toBe(Number(before) - 3);
    const other = await stage.subnet(stage.vpc1.id, '10.0.2.0/28');
    const lone = await make({ SubnetId: other });
    expect(await code3('DeleteSubnet', { SubnetId: other })).toBe('ResourceInUse');
    await call3('DeleteNetworkInterface', { NetworkInterfaceId: lone.NetworkInterfaceId });
    expect(await code3('DeleteSubnet', { SubnetId: other })).toBe('');
    expect(await code3('DeleteNetworkInterface', { NetworkInterfaceId })).toBe('');
    expect(await stage.freeAddresses(stage.subnet1)).toBe(before);
  });

  it('is found by each filter, and by each search of 2017', async () => {
    const a = (await make({ NetworkInterfaceName: 'alpha', NetworkInterfaceDescription: 'first' })).NetworkInterfaceId;
    const b = (await make({ NetworkInterfaceName: 'beta' })).NetworkInterfaceId;
    const own = (await stage.firstInterface(stage.machine1.InstanceId)).NetworkInterfaceId;
    await call3('AttachNetworkInterface', { NetworkInterfaceId: b, InstanceId: stage.machine1.InstanceId });
    const found = async (Name: string, ...Values: string[]) =>
      ((await call3('DescribeNetworkInterfaces', { Filters: [{ Name, Values }] })).NetworkInterfaceSet as InterfaceAnswer[]).map(
        (row) => row.NetworkInterfaceId,
      );
    expect(await found('vpc-id', stage.vpc1.id)).toEqual([b, a, own]);
    expect(await found('subnet-id', stage.subnet1)).toEqual([b, a, own]);
    expect(await found('network-interface-id', a, own)).toEqual([a, own]);
    expect(await found('attachment.instance-id', stage.machine1.InstanceId)).toEqual([b, own]);
    expect(await found('network-interface-name', 'alpha')).toEqual([a]);
    expect(await found('network-interface-description', 'first')).toEqual([a]);
    expect(await found('groups.security-group-id', 'sg-00000000')).toEqual([]);
    const list = async (params: Record<string, unknown>) => {
      const { totalNum, data } = (await call2017('DescribeNetworkInterfaces', params)).data as {
        totalNum: number;
        data: { networkInterfaceId: string }[];
      };
      expect(totalNum).toBeGreaterThanOrEqual(data.length);
      return data.map((row) => row.networkInterfaceId);
    };
    expect(await list({ vpcId: stage.vpc1.oldId, orderDirection: 'asc' })).toEqual([own, a, b]);
    expect(await list({ eniName: 'et' })).toEqual([b]);
    expect(await list({ eniDescription: 'irs' })).toEqual([a]);
    expect(await list({ instanceId: stage.machine1.InstanceId })).toEqual([b, own]);
    expect(await list({ networkInterfaceId: a, instanceId: stage.machine1.InstanceId })).toEqual([]);
    expect(await list({ vpcId: stage.vpc1.id, orderField: 'eniName', orderDirection: 'asc', limit: 2 })).toEqual([a, b]);
  });

  it('is changed where something is given', async () => {
    const { NetworkInterfaceId } = await make();
    expect(await code3('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId, NetworkInterfaceDescription: 'd' })).toBe('');
    expect(await eni(NetworkInterfaceId)).toMatchObject({ NetworkInterfaceName: 'n', NetworkInterfaceDescription: 'd' });
    const where = { vpcId: stage.vpc1.id, networkInterfaceId: NetworkInterfaceId };
    expect(await word2017('ModifyNetworkInterface', { ...where, eniName: 'new' })).toBe('');
    expect(await eni(NetworkInterfaceId)).toMatchObject({ NetworkInterfaceName: 'new', NetworkInterfaceDescription: 'd' });
  });

  it('shows its elastic IP in both generations, and frees it when it goes', async () => {
    const { NetworkInterfaceId, PrivateIpAddressSet } = await make();
    const AddressId = await stage.withEip(NetworkInterfaceId, PrivateIpAddressSet[0]?.PrivateIpAddress);
    const { AddressIp } = (await stage.eip(AddressId)) as { AddressIp: string };
    expect((await eni(NetworkInterfaceId)).PrivateIpAddressSet).toMatchObject([{ PublicIpAddress: AddressIp, AddressId }]);
    const { data } = await call2017('DescribeNetworkInterfaces', { networkInterfaceId: NetworkInterfaceId });
    expect(data).toMatchObject({
      totalNum: 1,
      data: [
        {
          vpcId: stage.vpc1.id,
          zoneId: '100001',
          privateIpAddressesSet: [{ primary: true, wanIp: AddressIp, isWanIpBlocked: false, eipId: AddressId }],
          instanceSet: { instanceId: '', attachTime: '' },
          groupSet: [],
        },
      ],
    });
    await call3('DeleteNetworkInterface', { NetworkInterfaceId });
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'UNBIND', BindedResourceId: '' });
    expect(await stage.count('address')).toBe(1);
  });
});

describe('private addresses', () => {
  it('are assigned by text or by number, and given back with their elastic IPs', async () => {
    const { NetworkInterfaceId } = await make({ PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.5', Primary: true }] });
    const { PrivateIpAddressSet } = await call3('AssignPrivateIpAddresses', {
      NetworkInterfaceId,
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.8' }],
      SecondaryPrivateIpAddressCount: 2,
    });
    expect(PrivateIpAddressSet).toMatchObject([
      { PrivateIpAddress: '10.0.1.8', Primary: false },
      { PrivateIpAddress: '10.0.1.3' },
      { PrivateIpAddress: '10.0.1.4' },
    ]);
    const AddressId = await stage.withEip(NetworkInterfaceId, '10.0.1.8');
    const back = [{ PrivateIpAddress: '10.0.1.8' }, { PrivateIpAddress: '10.0.1.3' }];
    expect(await code3('UnassignPrivateAddresses', { NetworkInterfaceId, PrivateIpAddresses: back })).toBe('');
    expect(await addresses(NetworkInterfaceId)).toEqual(['10.0.1.5', '10.0.1.4']);
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'UNBIND' });
  });

  it('are assigned to a machine’s first interface too', async () => {
    const { NetworkInterfaceId } = await stage.firstInterface(stage.machine1.InstanceId);
    expect(await code3('AssignPrivateIpAddresses', { NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 })).toBe('');
    expect(await addresses(NetworkInterfaceId)).toEqual(['10.0.1.2', '10.0.1.3']);
  });

  it('are described, one by one', async () => {
    const { NetworkInterfaceId } = await make({ SecondaryPrivateIpAddressCount: 1 });
    const [first = '', second = ''] = await addresses(NetworkInterfaceId);
    const PrivateIpAddresses = [{ PrivateIpAddress: second, Description: 'new-pip-name' }, { PrivateIpAddress: first }];
    expect(await code3('ModifyPrivateIpAddressesAttribute', { NetworkInterfaceId, PrivateIpAddresses })).toBe('');
    expect((await eni(NetworkInterfaceId)).PrivateIpAddressSet.map((row) => row.Description)).toEqual(['', 'new-pip-name']);
  });

  it('move to another interface of the subnet, elastic IP and all', async () => {
    const from = await make({ SecondaryPrivateIpAddressCount: 1 });
    const to = await make();
    const [, second = ''] = await addresses(from.NetworkInterfaceId);
    const AddressId = await stage.withEip(from.NetworkInterfaceId, second);
    const move = {
      SourceNetworkInterfaceId: from.NetworkInterfaceId,
      DestinationNetworkInterfaceId: to.NetworkInterfaceId,
      PrivateIpAddress: second,
    };
    expect(await code3('MigratePrivateIpAddress', move)).toBe('');
    expect(await addresses(from.NetworkInterfaceId)).toHaveLength(1);
    expect((await addresses(to.NetworkInterfaceId))[1]).toBe(second);
    expect(await stage.eip(AddressId)).toMatchObject({ AddressStatus: 'BIND_ENI', NetworkInterfaceId: to.NetworkInterfaceId });
  });

  it('come and go by tasks in 2017', async () => {
    const { NetworkInterfaceId } = await make();
    await stage.speed('eni', { seconds: 30 });
    const where = { vpcId: stage.vpc1.id, networkInterfaceId: NetworkInterfaceId };
    const { taskId } = await call2017('AssignPrivateIpAddresses', { ...where, secondaryPrivateIpAddressCount: 1 });
    expect(taskId).toEqual(expect.any(Number));
    expect(await stage.status(taskId)).toBe(2);
    const [, second = ''] = await addresses(NetworkInterfaceId);
    expect(await word2017('UnassignPrivateIpAddresses', { ...where, privateIpAddress: [second] })).toBe('ActionLocked');
    await stage.control('clock', { advance: 31 });
    expect(await stage.status(taskId)).toBe(0);
    expect((await eni(NetworkInterfaceId)).PrivateIpAddressSet[1]?.State).toBe('AVAILABLE');
    const gone = await call2017('UnassignPrivateIpAddresses', { ...where, privateIpAddress: [second] });
    expect((await eni(NetworkInterfaceId)).PrivateIpAddressSet[1]?.State).toBe('DELETING');
    await stage.control('clock', { advance: 31 });
    expect(await stage.status(gone.taskId)).toBe(0);
    expect(await addresses(NetworkInterfaceId)).toHaveLength(1);
  });
});
