/** Network interfaces over API 3.0 (3124-3900). */
import type { actions } from '../../../catalogue/families/eni/index.ts';
import type { Handlers3 } from '../../call.ts';
import { addressOn } from '../../rules/interfaces.ts';
import { byId, idsOrFilters } from '../../rules/lists.ts';
import { subnetIn } from '../subnet/rules.ts';
import { api3Codes as vpcCodes, vpcOf } from '../vpc/rules.ts';
import { type AddressRequest, assign, describeAddresses, moveAddress, unassign } from './addresses.ts';
import { eniAnswer, shownAddress } from './answers.ts';
import { attach, detach, moveEni } from './attach.ts';
import { api3MoreAddresses, api3NewAddresses, api3Codes as codes } from './codes.ts';
import { createEni, deleteEni, modifyEni } from './rules.ts';
import { eniOf } from './state.ts';
import { eniTable } from './table.ts';

const making = { ...codes, ...api3NewAddresses };
const assigning = { ...codes, ...api3MoreAddresses };
/** An address that the interface does not have has a word of its own where one is moved (3690). */
const moving = { ...codes, noAddress: 'UnauthorizedOperation.AttachmentNotFound' };

/** Filter keys that an index answers: all of them. */
const indexed = {
  'vpc-id': 'InVpc',
  'subnet-id': 'InSubnet',
  'attachment.instance-id': 'InstanceId',
  'groups.security-group-id': 'GroupId',
  'network-interface-name': 'Name',
  'network-interface-id': byId,
  'network-interface-description': 'Description',
} as const;

interface AddressIn {
  readonly PrivateIpAddress: string;
  readonly Primary?: boolean | undefined;
  readonly Description?: string | undefined;
}

const asked = ({ PrivateIpAddress, Primary, Description }: AddressIn): AddressRequest => ({
  address: PrivateIpAddress,
  primary: Primary,
  description: Description,
});

export const handlers = {
  'vpc:CreateNetworkInterface': (params, call) => {
    const subnet = subnetIn(call, vpcOf(call, params.VpcId, vpcCodes), params.SubnetId, codes.subnetNotFound);
    const wanted = {
      name: params.NetworkInterfaceName,
      description: params.NetworkInterfaceDescription,
      groupIds: params.SecurityGroupIds,
      addresses: params.PrivateIpAddresses?.map(asked),
      more: params.SecondaryPrivateIpAddressCount,
    };
    // The answer shows the interface as it is while it is made, however fast that goes (3343).
    const { eni } = createEni(call, subnet, wanted, making);
    return { NetworkInterface: eniAnswer(call, eni) };
  },

  'vpc:DescribeNetworkInterfaces': (params, call) => {
    const find = (id: string) => eniOf(call, id, codes);
    const { total, rows } = idsOrFilters(call.table(eniTable), params, { ids: params.NetworkInterfaceIds, find, indexed });
    return { TotalCount: total, NetworkInterfaceSet: rows.map((row) => eniAnswer(call, row)) };
  },

  'vpc:ModifyNetworkInterfaceAttribute': (params, call) => {
    const eni = eniOf(call, params.NetworkInterfaceId, codes);
    const { NetworkInterfaceName: name, NetworkInterfaceDescription: description, SecurityGroupIds: groupIds } = params;
    modifyEni(call, eni, { name, description, groupIds }, codes);
  },

  'vpc:DeleteNetworkInterface': (params, call) =>
    deleteEni(call, eniOf(call, params.NetworkInterfaceId, codes), codes, 'UnsupportedOperation'),

  'vpc:AssignPrivateIpAddresses': (params, call) => {
    const eni = eniOf(call, params.NetworkInterfaceId, codes);
    const wishes = params.PrivateIpAddresses?.map(asked) ?? [];
    const { chosen } = assign(call, eni, { wishes, more: params.SecondaryPrivateIpAddressCount ?? 0 }, assigning);
    const held = chosen.flatMap(({ address }) => addressOn(call.partition, eni, address) ?? []);
    return { PrivateIpAddressSet: held.map((one) => shownAddress(call, eni, one)) };
  },

  'vpc:UnassignPrivateIpAddresses': (params, call) => {
    const addresses = params.PrivateIpAddresses.map((one) => one.PrivateIpAddress);
    unassign(call, eniOf(call, params.NetworkInterfaceId, codes), addresses, codes);
  },

  'vpc:ModifyPrivateIpAddressesAttribute': (params, call) =>
    describeAddresses(call, eniOf(call, params.NetworkInterfaceId, codes), params.PrivateIpAddresses.map(asked), codes),

  'vpc:AttachNetworkInterface': (params, call) => attach(call, eniOf(call, params.NetworkInterfaceId, codes), params.InstanceId, codes),

  'vpc:DetachNetworkInterface': (params, call) => detach(call, eniOf(call, params.NetworkInterfaceId, codes), params.InstanceId, codes),

  'vpc:MigrateNetworkInterface': (params, call) => {
    const eni = eniOf(call, params.NetworkInterfaceId, codes);
    moveEni(call, eni, params.SourceInstanceId, params.DestinationInstanceId, codes);
  },

  'vpc:MigratePrivateIpAddress': (params, call) => {
    const from = eniOf(call, params.SourceNetworkInterfaceId, codes);
    const to = eniOf(call, params.DestinationNetworkInterfaceId, codes);
    moveAddress(call, from, to, params.PrivateIpAddress, moving);
  },
} satisfies Handlers3<typeof actions>;
