/** Elastic IPs through the wire: what they can be bound to, how they are freed, and how many a day. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TestWorld } from '../../testing/test-world.ts';

const stage = new TestWorld();
const { call3, code3 } = stage;
let vpc: string;
let subnet: string;

beforeEach(async () => {
  vpc = (await stage.vpc()).id;
  subnet = await stage.subnet(vpc);
});

interface EipAnswer {
  AddressId: string;
  AddressIp: string;
  AddressStatus: string;
}

const allocate = async (AddressCount = 1) => (await call3('AllocateAddresses', { AddressCount })).AddressSet as string[];
const one = async () => (await allocate())[0] as string;
const shown = async (id: string) => ((await call3('DescribeAddresses', { AddressIds: [id] })).AddressSet as EipAnswer[])[0];
const found = async (Name: string, ...Values: string[]) =>
  ((await call3('DescribeAddresses', { Filters: [{ Name, Values }] })).AddressSet as EipAnswer[]).map((row) => row.AddressId);
const bind = (AddressId: string, InstanceId: string) => code3('AssociateAddress', { AddressId, InstanceId });

interface Address {
  PrivateIpAddress: string;
  PublicIpAddress: string;
  AddressId: string;
  IsWanIpBlocked: boolean;
}

/** The addresses of a machine's first interface. */
const addressesOf = async (instance: string) => {
  const { NetworkInterfaceSet } = await call3('DescribeNetworkInterfaces', {
    Filters: [{ Name: 'attachment.instance-id', Values: [instance] }],
  });
  return NetworkInterfaceSet as { NetworkInterfaceId: string; PrivateIpAddressSet: Address[] }[];
};

describe('an elastic IP', () => {
  it('is allocated, named, listed and released', async () => {
    const [first = '', second = ''] = await allocate(2);
    expect(await code3('ModifyAddressAttribute', { AddressId: first, AddressName: '二十个字'.repeat(5) })).toBe('');
    expect(await shown(first)).toEqual({
      AddressId: expect.stringMatching(/^eip-[a-z0-9]{8}$/),
      AddressName: '二十个字'.repeat(5),
      AddressStatus: 'UNBIND',
      AddressIp: expect.stringMatching(/^198\.1[89]\.\d+\.\d+$/),
      BindedResourceId: '',
      CreatedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      InstanceId: null,
      NetworkInterfaceId: null,
      PrivateAddressIp: null,
      IsArrears: false,
      IsBlocked: false,
    });
    expect((await shown(second))?.AddressIp).not.toBe((await shown(first))?.AddressIp);
    expect(await found('address-name', '二十个字'.repeat(5), 'x')).toEqual([first]);
    expect(await found('address-ip', (await shown(second))?.AddressIp ?? '')).toEqual([second]);
    expect(await found('is-arrears', 'false')).toEqual([second, first]);
    expect(await code3('ReleaseAddresses', { AddressIds: [first, second] })).toBe('');
    expect((await call3('DescribeAddresses')).TotalCount).toBe(0);
    expect(await code3('ReleaseAddresses')).toBe('');
  });

  it('stands for a machine, whose ordinary address goes', async () => {
    const { InstanceId, PrivateIpAddress } = await stage.machine(subnet, { PublicIpAddress: '198.19.9.9' });
    expect((await addressesOf(InstanceId))[0]?.PrivateIpAddressSet).toMatchObject([{ PublicIpAddress: '198.19.9.9', AddressId: '' }]);
    const id = await one();
    expect(await bind(id, InstanceId)).toBe('');
    expect(await shown(id)).toMatchObject({ AddressStatus: 'BIND', BindedResourceId: InstanceId, InstanceId, NetworkInterfaceId: null });
    const { AddressIp } = (await shown(id)) as EipAnswer;
    expect((await addressesOf(InstanceId))[0]?.PrivateIpAddressSet).toMatchObject([{ PublicIpAddress: AddressIp, AddressId: id }]);
    expect(await found('instance-id', InstanceId)).toEqual([id]);
    expect(await found('address-status', 'BINDED')).toEqual([id]);
    expect(await found('address-status', 'BIND')).toEqual([id]);
    expect(await found('private-ip-address', PrivateIpAddress)).toEqual([id]);
    expect(await code3('DisassociateAddress', { AddressId: id })).toBe('');
    expect(await shown(id)).toMatchObject({ AddressStatus: 'UNBIND', BindedResourceId: '' });
    expect((await addressesOf(InstanceId))[0]?.PrivateIpAddressSet).toMatchObject([{ PublicIpAddress: '', AddressId: '' }]);
  });

  it('stands for one address of an interface', async () => {
    const { NetworkInterface } = await call3('CreateNetworkInterface', {
      VpcId: vpc,
      SubnetId: subnet,
      NetworkInterfaceName: 'n',
      SecondaryPrivateIpAddressCount: 1,
    });
    const { NetworkInterfaceId, PrivateIpAddressSet } = NetworkInterface as { NetworkInterfaceId: string; PrivateIpAddressSet: Address[] };
    const PrivateIpAddress = PrivateIpAddressSet[1]?.PrivateIpAddress ?? '';
    const id = await one();
    expect(await code3('AssociateAddress', { AddressId: id, NetworkInterfaceId, PrivateIpAddress })).toBe('');
    expect(await shown(id)).toMatchObject({
      AddressStatus: 'BIND_ENI',
      BindedResourceId: NetworkInterfaceId,
      InstanceId: null,
      NetworkInterfaceId,
      PrivateAddressIp: PrivateIpAddress,
    });
    expect(await found('network-interface-id', NetworkInterfaceId)).toEqual([id]);
    expect(await code3('DisassociateAddress', { AddressId: id, ReallocateNormalPublicIp: true })).toBe('InvalidParameter');
    expect(await code3('DisassociateAddress', { AddressId: id })).toBe('');
  });

  it('bound to the first address of a machine’s first interface, stands for the machine too', async () => {
    const { InstanceId, PrivateIpAddress } = await stage.machine(subnet, { PublicIpAddress: '198.19.9.8' });
    const NetworkInterfaceId = (await addressesOf(InstanceId))[0]?.NetworkInterfaceId;
    const id = await one();
    expect(await code3('AssociateAddress', { AddressId: id, NetworkInterfaceId, PrivateIpAddress })).toBe('');
    expect(await shown(id)).toMatchObject({ AddressStatus: 'BIND_ENI' });
    expect(await bind(await one(), InstanceId)).toBe('InvalidInstanceId.AlreadyBindEip');
    expect(await code3('DisassociateAddress', { AddressId: id, ReallocateNormalPublicIp: true })).toBe('');
    const after = (await addressesOf(InstanceId))[0]?.PrivateIpAddressSet[0]?.PublicIpAddress;
    expect(after).toMatch(/^198\.1[89]\./);
    expect(after).not.toBe('198.19.9.8');
  });

  it('is made of the ordinary address of a machine', async () => {
    const { InstanceId } = await stage.machine(subnet, { PublicIpAddress: '198.19.9.7' });
    expect(await code3('TransformAddress', { InstanceId })).toBe('');
    const [id = ''] = await found('address-ip', '198.19.9.7');
    expect(await shown(id)).toMatchObject({ AddressStatus: 'BIND', InstanceId });
    expect(await code3('TransformAddress', { InstanceId })).toBe('InvalidInstance.NotSupported');
  });
});

describe('arrears', () => {
  const day = 24 * 3600;

  it('end after seven days with the elastic IP released, unless it was paid for before', async () => {
    const [lost = '', paid = ''] = await allocate(2);
    const { InstanceId } = await stage.machine(subnet);
    await bind(lost, InstanceId);
    for (const AddressId of [lost, paid]) await stage.put('eip', { AddressId, IsArrears: true });
    expect(await found('is-arrears', 'true')).toEqual([paid, lost]);
    await stage.control('clock', { advance: 6 * day });
    await stage.put('eip', { AddressId: paid, IsArrears: false });
    await stage.put('eip', { AddressId: paid, IsArrears: true });
    expect((await call3('DescribeAddresses')).TotalCount).toBe(2);
    await stage.control('clock', { advance: day + 1 });
    expect(await shown(lost)).toBeUndefined();
    expect((await addressesOf(InstanceId))[0]?.PrivateIpAddressSet).toMatchObject([{ AddressId: '' }]);
    expect(await shown(paid)).toMatchObject({ AddressStatus: 'UNBIND' });
    await stage.control('clock', { advance: 6 * day });
    expect(await shown(paid)).toBeUndefined();
  });
});

describe('a day', () => {
  it('allows forty allocations, counted in China Standard Time', async () => {
    const clock = (body: Record<string, unknown>) => stage.control('clock', body);
    await clock({ set: '2026-11-21T15:59:00Z' });
    for (const round of [1, 2]) {
      const ids = await allocate(20);
      expect(ids, `round ${round}`).toHaveLength(20);
      await call3('ReleaseAddresses', { AddressIds: ids });
    }
    expect(await code3('AllocateAddresses')).toBe('AddressQuotaLimitExceeded.DailyAllocate');
    await clock({ advance: 61 });
    expect(await code3('AllocateAddresses')).toBe('');
    await clock({ run: true });
  });

  it('allows ten ordinary addresses in place of elastic ones', async () => {
    const { InstanceId } = await stage.machine(subnet);
    const id = await one();
    for (let count = 0; count < 10; count += 1) {
      expect(await bind(id, InstanceId)).toBe('');
      expect(await code3('DisassociateAddress', { AddressId: id, ReallocateNormalPublicIp: true })).toBe('');
    }
    await bind(id, InstanceId);
    expect(await code3('DisassociateAddress', { AddressId: id, ReallocateNormalPublicIp: true })).toBe('InvalidParameter');
    expect(await shown(id)).toMatchObject({ AddressStatus: 'BIND' });
    expect(await code3('DisassociateAddress', { AddressId: id })).toBe('');
  });
});
