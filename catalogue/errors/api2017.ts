import { type ErrorTable, none } from './table.ts';

/**
 * The 2017 API: public numbers (8046-8064), those of its authentication (8258-8268), the names of the VPC module, the
 * numbers of parameter templates (15493) and of CDB (002).
 */
export const api2017 = {
  correct: {
    '4000': none,
    '9003': none,
    InvalidSubnetName: ['SubnetName'],
    InvalidVpcName: ['VpcName'],
  },
  'choose-range': {
    'InvalidSubnet.Conflict': ['CidrBlock'],
    InvalidSubnetCidr: ['CidrBlock'],
    InvalidVpcCidr: ['CidrBlock'],
    'InvalidPrivateIpAddress.InUse': ['PrivateIpAddressSet', 'PrivateIpAddress'],
  },
  'look-up': {
    '5000': none,
    'InvalidInstance.NotFound': ['InstanceId', 'InstanceIds', 'NewInstanceId'],
    'InvalidLanIp.NotFound': ['LanIp', 'InstanceIds'],
    'InvalidNetworkInterface.NotFound': ['NetworkInterfaceId', 'OldNetworkInterfaceId', 'NewNetworkInterfaceId'],
    'InvalidSubnet.NotFound': ['SubnetId', 'SubnetIds'],
    'InvalidUserGw.NotFound': ['UserGwId'],
    'InvalidVipId.NotFound': ['VipId'],
    'InvalidVpc.NotFound': ['VpcId', 'PeerVpcId'],
    'InvalidVpnGw.NotFound': ['VpnGwId'],
    'InvalidZone.NotFound': ['ZoneId'],
  },
  'free-first': {
    'InvalidSubnet.CannotDelete': ['SubnetId'],
    'InvalidVpc.CannotDelete': ['VpcId'],
  },
  quota: {
    '5200': none,
    'InvalidSubnet.CreateError': ['ZoneId'],
    SubnetLimitExceeded: none,
  },
  wait: { ActionLocked: none },
  retry: { '5100': none, '6000': none, '6200': none, ServiceUnavailable: none },
  'slow-down': { '4400': none },
  reload: { '5400': none },
  unsupported: { '4600': none, '6100': none },
  permission: { '4101': none, '4102': none, '4103': none, '4110': none, '4300': none, '5500': none },
  credentials: { '4100': none, '4104': none },
  clock: { '4200': none, '4500': none },
  pay: { '5300': none },
} as const satisfies ErrorTable;
