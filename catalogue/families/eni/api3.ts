/** Network interfaces in API 3.0: lines 3124-3900. */
import {
  action,
  actionTable,
  address,
  choice,
  filters,
  flag,
  foreign,
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

/** A private address on an interface, as it is listed (7316). `State` stands in the sample only (3501). */
const privateIpShape = struct({
  PrivateIpAddress: address({ line: 7321 }),
  Primary: flag({ line: 7322 }),
  PublicIpAddress: optional(address({ line: 7323 })),
  AddressId: optional(ref('eip', { line: 7324 })),
  Description: optional(text({ line: 7325 })),
  IsWanIpBlocked: optional(flag({ line: 7326 })),
  State: optional(text()),
});

/** The same structure as it is written. */
const newPrivateIp = struct({
  PrivateIpAddress: required(address({ line: 7321 })),
  Primary: flag({ line: 7322 }),
  Description: text({ line: 7325 }),
  PublicIpAddress: address({ readOnly: true, line: 7323 }),
  AddressId: ref('eip', { readOnly: true, line: 7324 }),
  IsWanIpBlocked: flag({ readOnly: true, line: 7326 }),
});

/** A network interface as it is listed (7279). */
const networkInterfaceShape = struct({
  NetworkInterfaceId: ref('eni', { line: 7284 }),
  NetworkInterfaceName: text({ line: 7285 }),
  NetworkInterfaceDescription: text({ line: 7286 }),
  SubnetId: ref('subnet', { line: 7287 }),
  VpcId: ref('vpc', { line: 7288 }),
  GroupSet: listOf(ref('security-group'), { line: 7289 }),
  Primary: flag({ line: 7290 }),
  MacAddress: text({ line: 7291 }),
  State: choice(['PENDING', 'AVAILABLE', 'ATTACHING', 'DETACHING', 'DELETING'], { line: 7292 }),
  PrivateIpAddressSet: listOf(privateIpShape, { line: 7293 }),
  // Without a machine it is an empty object in every sample (3322, 3474).
  Attachment: struct({
    InstanceId: optional(foreign('instance', { line: 7303 })),
    DeviceIndex: optional(integer({ line: 7304 })),
    InstanceAccountId: optional(foreign('account', { line: 7305 })),
    AttachTime: optional(time({ line: 7306 })),
  }),
  Zone: foreign('zone', { line: 7295 }),
  CreatedTime: time({ line: 7296 }),
});

export type NetworkInterface = Row<typeof networkInterfaceShape>;

const name = text({ max: 60, unit: 'byte' });
const description = text({ max: 60 });

export const api3 = actionTable({
  'vpc:CreateNetworkInterface': action({
    kind: 'create',
    line: 3259,
    params: {
      VpcId: required(ref('vpc', { line: 3280 })),
      NetworkInterfaceName: required(name),
      NetworkInterfaceDescription: description,
      SubnetId: required(ref('subnet', { line: 3283 })),
      SecondaryPrivateIpAddressCount: integer({ min: 0, measure: 'count', line: 3284 }),
      SecurityGroupIds: listOf(ref('security-group'), { line: 3285 }),
      PrivateIpAddresses: listOf(newPrivateIp, { line: 3286 }),
    },
    results: { NetworkInterface: networkInterfaceShape },
    errors: [
      'InvalidParameterValue.LimitExceeded',
      'InvalidParameterValue.Malformed',
      'InvalidParameterValue.Range',
      'InvalidParameterValue.Reserved',
      'LimitExceeded',
      'ResourceNotFound',
    ],
    changes: ['eni', 'subnet'],
    lookUp: {
      by: 'vpc:DescribeNetworkInterfaces',
      where: { 'subnet-id': 'SubnetId', 'network-interface-name': 'NetworkInterfaceName' },
      expect: 'exists',
    },
  }),
  'vpc:DescribeNetworkInterfaces': list3({
    line: 3415,
    ids: { NetworkInterfaceIds: listOf(ref('eni'), { max: 100, line: 3432 }) },
    filters: filters(
      {
        'vpc-id': ref('vpc'),
        'subnet-id': ref('subnet'),
        'network-interface-id': ref('eni'),
        'attachment.instance-id': foreign('instance'),
        'groups.security-group-id': ref('security-group'),
        'network-interface-name': text(),
        'network-interface-description': text(),
      },
      { line: 3433 },
    ),
    rows: { NetworkInterfaceSet: networkInterfaceShape },
    errors: ['InvalidParameter.Coexist', 'InvalidParameterValue.Malformed', 'ResourceNotFound'],
  }),
  'vpc:ModifyNetworkInterfaceAttribute': action.update({
    line: 3718,
    params: {
      NetworkInterfaceId: required(ref('eni', { line: 3735 })),
      NetworkInterfaceName: name,
      NetworkInterfaceDescription: description,
      SecurityGroupIds: listOf(ref('security-group'), { line: 3738 }),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['eni', 'security-group'],
    lookUp: {
      by: 'vpc:DescribeNetworkInterfaces',
      where: { NetworkInterfaceIds: 'NetworkInterfaceId' },
      expect: 'same',
      compare: {
        NetworkInterfaceName: 'NetworkInterfaceName',
        NetworkInterfaceDescription: 'NetworkInterfaceDescription',
        GroupSet: 'SecurityGroupIds',
      },
    },
  }),
  'vpc:DeleteNetworkInterface': action.delete({
    line: 3355,
    params: { NetworkInterfaceId: required(ref('eni', { line: 3375 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceInUse', 'ResourceNotFound', 'UnsupportedOperation'],
    changes: ['eni', 'eip', 'subnet', 'flow-log'],
    lookUp: { by: 'vpc:DescribeNetworkInterfaces', where: { NetworkInterfaceIds: 'NetworkInterfaceId' }, expect: 'absent' },
  }),
  'vpc:AssignPrivateIpAddresses': action({
    kind: 'do',
    line: 3124,
    params: {
      NetworkInterfaceId: required(ref('eni', { line: 3145 })),
      PrivateIpAddresses: listOf(newPrivateIp, { line: 3146 }),
      SecondaryPrivateIpAddressCount: integer({ min: 0, measure: 'count', line: 3147 }),
    },
    results: { PrivateIpAddressSet: listOf(privateIpShape) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceInsufficient', 'ResourceNotFound'],
    changes: ['eni', 'subnet'],
    oneOf: [['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount']],
  }),
  'vpc:UnassignPrivateIpAddresses': action.operate({
    line: 3836,
    params: {
      NetworkInterfaceId: required(ref('eni', { line: 3855 })),
      PrivateIpAddresses: required(listOf(newPrivateIp, { line: 3856 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['eni', 'eip', 'subnet'],
    danger: 'interrupts',
    alsoSpelled: ['UnassignPrivateAddresses'],
  }),
  'vpc:ModifyPrivateIpAddressesAttribute': action.update({
    line: 3777,
    params: {
      NetworkInterfaceId: required(ref('eni', { line: 3794 })),
      PrivateIpAddresses: required(listOf(newPrivateIp, { line: 3795 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation.InvalidState'],
    changes: ['eni'],
  }),
  'vpc:AttachNetworkInterface': action.operate({
    line: 3196,
    params: { NetworkInterfaceId: required(ref('eni', { line: 3218 })), InstanceId: required(foreign('instance', { line: 3219 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound', 'UnsupportedOperation.VpcMismatch'],
    changes: ['eni'],
  }),
  'vpc:DetachNetworkInterface': action.operate({
    line: 3540,
    params: { NetworkInterfaceId: required(ref('eni', { line: 3557 })), InstanceId: required(foreign('instance', { line: 3558 })) },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['eni', 'eip'],
    danger: 'interrupts',
  }),
  'vpc:MigrateNetworkInterface': action.operate({
    line: 3597,
    params: {
      NetworkInterfaceId: required(ref('eni', { line: 3614 })),
      SourceInstanceId: required(foreign('instance', { line: 3615 })),
      DestinationInstanceId: required(foreign('instance', { line: 3616 })),
    },
    errors: ['InvalidParameterValue.Malformed', 'ResourceNotFound'],
    changes: ['eni'],
    danger: 'interrupts',
  }),
  'vpc:MigratePrivateIpAddress': action.operate({
    line: 3656,
    params: {
      SourceNetworkInterfaceId: required(ref('eni', { line: 3676 })),
      DestinationNetworkInterfaceId: required(ref('eni', { line: 3677 })),
      PrivateIpAddress: required(address({ line: 3678 })),
    },
    errors: ['UnauthorizedOperation.AttachmentNotFound', 'UnauthorizedOperation.PrimaryIp'],
    changes: ['eni'],
    danger: 'interrupts',
  }),
});
