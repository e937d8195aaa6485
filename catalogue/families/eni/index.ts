/** Elastic network interfaces and the private addresses on them. */
import { family } from '../../define.ts';
import { api3 } from './api3.ts';
import { api2017 } from './api2017.ts';

export type { NetworkInterface } from './api3.ts';

export const actions = { ...api3, ...api2017 } as const;

export const data = family(actions, {
  family: 'eni',
  segment: 'enis',
  idPrefixes: ['eni'],
  group: 'network',
  icon: 'EthernetPort',
  within: ['vpc', 'subnet'],
  tabs: ['rules'],
  formState: ['address'],
  id: 'NetworkInterfaceId',
  name: 'NetworkInterfaceName',
  tags: { type: 'vpc/eni', filters: 'all' },
  pending: { field: 'State', values: ['PENDING', 'ATTACHING', 'DETACHING', 'DELETING'] },
  // Each address has a state of its own (3501). Which words it takes besides AVAILABLE is not written: these follow the interface's.
  pendingParts: { in: 'PrivateIpAddressSet', field: 'State', values: ['PENDING', 'MIGRATING', 'DELETING'] },
  states: { State: { PENDING: 'pending', AVAILABLE: 'good', ATTACHING: 'pending', DETACHING: 'pending', DELETING: 'pending' } },
  errors: {
    state: { 'UnsupportedOperation.UnassignCidrBlock': [] },
    'look-up': {
      'UnauthorizedOperation.AttachmentNotFound': ['PrivateIpAddress'],
      'UnsupportedOperation.AttachmentNotFound': ['Ipv6Addresses'],
    },
    correct: { InvalidNetworkInterfaceName: ['EniName', 'NetworkInterfaceName'] },
    'free-first': { 'InvalidNetworkInterface.CanNotDelete': ['NetworkInterfaceId'] },
    quota: { NetworkInterfaceLimitExceeded: [] },
    already: {
      'InvalidNetworkInterface.AlreadyAssociated': ['NetworkInterfaceId', 'InstanceId'],
      'InvalidNetworkInterface.NotAttached': ['NetworkInterfaceId', 'InstanceId'],
    },
    unsupported: { 'InvalidPrivateip.IsPrimary': ['PrivateIpAddress'] },
  },
  quotas: {
    'enis-per-vpc': { usual: 1000, limitType: 57, per: 'vpc', by: 'VpcId' },
    'enis-per-instance': { usual: 8 },
    'addresses-per-eni': { usual: 10, limitName: 'eni-max-private-ips', per: 'eni', counts: 'PrivateIpAddressSet' },
    'ipv6-addresses-per-eni': { usual: 10, limitName: 'eni-max-ipv6s', per: 'eni', counts: 'Ipv6AddressSet' },
  },
  operations: {
    list: ['vpc:DescribeNetworkInterfaces', 'vpc2017:DescribeNetworkInterfaces'],
    create: ['vpc:CreateNetworkInterface', 'vpc2017:CreateNetworkInterface'],
    update: ['vpc:ModifyNetworkInterfaceAttribute', 'vpc2017:ModifyNetworkInterface'],
    delete: ['vpc:DeleteNetworkInterface', 'vpc2017:DeleteNetworkInterface'],
    attach: ['vpc:AttachNetworkInterface', 'vpc2017:AttachNetworkInterface'],
    detach: ['vpc:DetachNetworkInterface', 'vpc2017:DetachNetworkInterface'],
    migrate: ['vpc:MigrateNetworkInterface', 'vpc2017:MigrateNetworkInterface'],
    assignAddresses: ['vpc:AssignPrivateIpAddresses', 'vpc2017:AssignPrivateIpAddresses'],
    unassignAddresses: ['vpc:UnassignPrivateIpAddresses', 'vpc2017:UnassignPrivateIpAddresses'],
    updateAddresses: ['vpc:ModifyPrivateIpAddressesAttribute'],
    migrateAddress: ['vpc:MigratePrivateIpAddress', 'vpc2017:MigratePrivateIpAddress'],
    assignIpv6: ['vpc:AssignIpv6Addresses'],
    unassignIpv6: ['vpc:UnassignIpv6Addresses'],
    updateIpv6: ['vpc:ModifyIpv6AddressesAttribute'],
    ipv6Bandwidths: ['vpc:DescribeIp6Addresses'],
    limits: ['vpc:DescribeNetworkInterfaceLimit'],
  },
});
