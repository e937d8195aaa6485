/** DHCP IPs, which only the cloud of today has: addresses of a subnet that machines obtain by DHCP, and elastic IPs for them. */
import {
  action,
  actionTable,
  address,
  choice,
  family,
  filters,
  integer,
  listOf,
  optional,
  type Row,
  ref,
  required,
  struct,
  text,
  time,
} from '../../define.ts';
import { list3 } from '../shared.ts';

const DhcpIpId = ref('dhcp-ip');
const DhcpIpName = text({ max: 60 });
const VpcId = ref('vpc');
const SubnetId = ref('subnet');
const AddressIp = address();

const dhcpIpShape = struct({
  DhcpIpId,
  DhcpIpName,
  VpcId,
  SubnetId,
  PrivateIpAddress: address(),
  AddressIp: optional(AddressIp),
  NetworkInterfaceId: optional(ref('eni')),
  State: choice(['AVAILABLE', 'UNBIND']),
  CreatedTime: time(),
});

export type DhcpIp = Row<typeof dhcpIpShape>;

const found = { by: 'vpc:DescribeDhcpIps', where: { DhcpIpIds: 'DhcpIpId' } } as const;

export const actions = actionTable({
  'vpc:DescribeDhcpIps': list3({
    source: 'today',
    ids: { DhcpIpIds: listOf(DhcpIpId, { max: 100 }) },
    filters: filters({ 'vpc-id': VpcId, 'subnet-id': SubnetId, 'dhcpip-id': DhcpIpId, 'dhcpip-name': text(), 'address-ip': AddressIp }),
    rows: { DhcpIpSet: dhcpIpShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameter.FilterInvalidKey', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:CreateDhcpIp': action({
    kind: 'create',
    source: 'today',
    params: {
      VpcId: required(VpcId),
      SubnetId: required(SubnetId),
      DhcpIpName: required(DhcpIpName),
      SecondaryPrivateIpAddressCount: integer({ min: 1, max: 64, measure: 'count' }),
    },
    results: { DhcpIpSet: listOf(dhcpIpShape) },
    errors: [
      'InvalidParameterValue.Malformed',
      'InvalidParameterValue.TooLong',
      'LimitExceeded',
      'ResourceInsufficient.Subnet',
      'ResourceNotFound',
    ],
    changes: ['dhcp-ip', 'subnet'],
    lookUp: { by: found.by, where: { 'dhcpip-name': 'DhcpIpName' }, expect: 'exists', compare: { SubnetId: 'SubnetId' } },
  }),
  'vpc:ModifyDhcpIpAttribute': action.update({
    source: 'today',
    params: { DhcpIpId: required(DhcpIpId), DhcpIpName: required(DhcpIpName) },
    errors: ['InvalidParameterValue.Malformed', 'InvalidParameterValue.TooLong', 'ResourceNotFound'],
    changes: ['dhcp-ip'],
    lookUp: { ...found, expect: 'same', compare: { DhcpIpName: 'DhcpIpName' } },
  }),
  'vpc:DeleteDhcpIp': action.delete({
    source: 'today',
    params: { DhcpIpId: required(DhcpIpId) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation'],
    changes: ['dhcp-ip', 'subnet'],
    lookUp: { ...found, expect: 'absent' },
  }),
  'vpc:AssociateDhcpIpWithAddressIp': action.operate({
    source: 'today',
    params: { DhcpIpId: required(DhcpIpId), AddressIp: required(AddressIp) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation', 'UnsupportedOperation.BindEIP'],
    changes: ['dhcp-ip', 'eip'],
    lookUp: { ...found, expect: 'same', compare: { AddressIp: 'AddressIp' } },
  }),
  'vpc:DisassociateDhcpIpWithAddressIp': action.operate({
    source: 'today',
    params: { DhcpIpId: required(DhcpIpId) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation.UnbindEIP'],
    changes: ['dhcp-ip', 'eip'],
    danger: 'interrupts',
  }),
});

export const data = family(actions, {
  family: 'dhcp-ip',
  segment: 'dhcp-ips',
  idPrefixes: ['dhcpip'],
  group: 'network',
  icon: 'Radio',
  within: ['vpc', 'subnet'],
  id: 'DhcpIpId',
  name: 'DhcpIpName',
  tags: {},
  states: { State: { AVAILABLE: 'good' } },
  quotas: { 'dhcp-ips-per-region': { usual: 100 } },
  operations: {
    list: ['vpc:DescribeDhcpIps'],
    create: ['vpc:CreateDhcpIp'],
    update: ['vpc:ModifyDhcpIpAttribute'],
    delete: ['vpc:DeleteDhcpIp'],
    associate: ['vpc:AssociateDhcpIpWithAddressIp'],
    disassociate: ['vpc:DisassociateDhcpIpWithAddressIp'],
  },
});
