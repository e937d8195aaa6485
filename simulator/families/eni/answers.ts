/** A network interface as each generation shows it. */
import type { NetworkInterface } from '../../../catalogue/families/eni/index.ts';
import { zoneIdOf } from '../../../catalogue/regions.ts';
import type { Call } from '../../call.ts';
import { instanceTable } from '../../instances/table.ts';
import { eipAt } from '../../rules/eips.ts';
import { type AddressAssignment, addressesOf } from '../../rules/interfaces.ts';
import { boundGroup } from '../../rules/security-groups.ts';
import { vpcTable } from '../vpc/table.ts';
import type { EniRow } from './table.ts';
import { todaysEniFields } from './today.ts';

/** The public address that stands for a private one: an elastic IP, or a machine's ordinary one; empty texts for none. */
function publicSide(call: Call, eni: EniRow, { row, primary }: AddressAssignment): { ip: string; eipId: string; blocked: boolean } {
  const eip = eipAt(call.partition, row.VpcId, row.Address);
  if (eip) return { ip: eip.AddressIp, eipId: eip.AddressId, blocked: eip.IsBlocked };
  const machine = eni.Primary && primary ? call.table(instanceTable).get(eni.InstanceId) : undefined;
  return { ip: machine?.PublicIpAddress ?? '', eipId: '', blocked: false };
}

export function shownAddress(call: Call, eni: EniRow, held: AddressAssignment): NetworkInterface['PrivateIpAddressSet'][number] {
  const { ip, eipId, blocked } = publicSide(call, eni, held);
  return {
    PrivateIpAddress: held.row.Address,
    Primary: held.primary,
    PublicIpAddress: ip,
    AddressId: eipId,
    Description: held.row.Description ?? '',
    IsWanIpBlocked: blocked,
    State: held.row.State ?? 'AVAILABLE',
  };
}

/** 7279. Without a machine the attachment is an empty object, as in the samples (3322, 3474). */
export const eniAnswer = (call: Call, eni: EniRow): NetworkInterface => ({
  NetworkInterfaceId: eni.NetworkInterfaceId,
  NetworkInterfaceName: eni.NetworkInterfaceName,
  NetworkInterfaceDescription: eni.NetworkInterfaceDescription,
  SubnetId: eni.SubnetId,
  VpcId: eni.VpcId,
  GroupSet: [...eni.GroupIds],
  Primary: eni.Primary,
  MacAddress: eni.MacAddress,
  State: eni.State,
  PrivateIpAddressSet: addressesOf(call.partition, eni).map((held) => shownAddress(call, eni, held)),
  Attachment: eni.InstanceId
    ? {
        InstanceId: eni.InstanceId,
        DeviceIndex: eni.DeviceIndex,
        InstanceAccountId: call.account.uin,
        AttachTime: eni.AttachTime,
      }
    : {},
  Zone: eni.Zone,
  CreatedTime: eni.CreatedTime,
  ...todaysEniFields(call, eni),
});

/** 18884-18925. */
export const shown2017 = (call: Call, eni: EniRow) => ({
  vpcId: eni.VpcId,
  vpcName: call.table(vpcTable).get(eni.VpcId)?.VpcName ?? '',
  subnetId: eni.SubnetId,
  zoneId: String(zoneIdOf(eni.Zone) ?? eni.Zone),
  eniName: eni.NetworkInterfaceName,
  eniDescription: eni.NetworkInterfaceDescription,
  networkInterfaceId: eni.NetworkInterfaceId,
  primary: eni.Primary,
  macAddress: eni.MacAddress,
  createTime: eni.CreatedTime,
  privateIpAddressesSet: addressesOf(call.partition, eni).map((held) => {
    const { ip, eipId, blocked } = publicSide(call, eni, held);
    return {
      privateIpAddress: held.row.Address,
      primary: held.primary,
      description: held.row.Description ?? '',
      wanIp: ip,
      isWanIpBlocked: blocked,
      eipId,
    };
  }),
  instanceSet: { instanceId: eni.InstanceId, attachTime: eni.AttachTime },
  groupSet: eni.GroupIds.map((id) => boundGroup(call, id)),
});
