import { expect, test } from 'vitest';
import { type InterfaceFacts, instancesOf } from './instances.ts';

const nic = (instance: string, address: string, more: Partial<InterfaceFacts> = {}): InterfaceFacts => ({
  Attachment: instance === '' ? {} : { InstanceId: instance },
  Primary: true,
  PrivateIpAddressSet: [{ PrivateIpAddress: address, Primary: true }],
  VpcId: 'vpc-1',
  Zone: 'z-1',
  ...more,
});

test('an instance is known once, by its first interface, and detached interfaces tell of none', () => {
  const interfaces = [
    nic('ins-b', '10.0.0.10', { Primary: false }),
    nic('ins-b', '10.0.0.9'),
    nic('ins-a', '10.0.0.10'),
    nic('', '10.0.0.11'),
  ];
  expect(instancesOf(interfaces).map(({ id, address }) => [id, address])).toEqual([
    ['ins-b', '10.0.0.9'],
    ['ins-a', '10.0.0.10'],
  ]);
});

test('of an instance whose first interface is not listed only the place is known', () => {
  expect(instancesOf([nic('ins-c', '10.0.0.12', { Primary: false })])).toEqual([
    { id: 'ins-c', vpc: 'vpc-1', zone: 'z-1', address: '', publicAddress: '', elasticIp: '' },
  ]);
});

test('its public address is told, and whether it is an elastic one', () => {
  const elastic = { PrivateIpAddress: '10.0.0.9', Primary: true, PublicIpAddress: '198.18.0.1', AddressId: 'eip-1' };
  expect(instancesOf([nic('ins-d', '', { PrivateIpAddressSet: [elastic] })])[0]).toMatchObject({
    address: '10.0.0.9',
    publicAddress: '198.18.0.1',
    elasticIp: 'eip-1',
  });
});
