/** Making instances: they belong to other services, so only seeds and the control API do. */

import { eniTable } from '../families/eni/table.ts';
import { subnetTable } from '../families/subnet/table.ts';
import { isUsable, nextFreeAddress, takeAddress } from '../rules/addresses.ts';
import { addPrimaryInterface } from '../rules/interfaces.ts';
import { cloudTime } from '../world/clock.ts';
import type { Partition } from '../world/world.ts';
import { type InstanceRow, instanceTable } from './table.ts';

/** What must be said of an instance; the rest is made up. */
export interface NewInstance {
  readonly SubnetId: string;
  readonly InstanceId?: string | undefined;
  readonly InstanceName?: string | undefined;
  readonly Kind?: InstanceRow['Kind'] | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly InstanceState?: string | undefined;
  readonly PublicIpAddress?: string | undefined;
  readonly IsPublicGateway?: boolean | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/** Puts an instance into a subnet, at the first free address unless one is given. @throws RangeError when it cannot stand there. */
export function addInstance(partition: Partition, wanted: NewInstance, now: number): InstanceRow {
  const subnet = partition.table(subnetTable).get(wanted.SubnetId);
  if (!subnet) throw new RangeError(`there is no subnet ${wanted.SubnetId}`);
  const address = wanted.PrivateIpAddress ?? nextFreeAddress(partition, subnet);
  if (address === null) throw new RangeError(`the subnet ${subnet.SubnetId} is full`);
  if (!isUsable(subnet, address)) throw new RangeError(`${address} is not an address of the subnet ${subnet.SubnetId}`);
  const isMachine = (wanted.Kind ?? 'CVM') === 'CVM';
  const id = wanted.InstanceId ?? partition.newId(instanceTable, 'ins');
  const row = partition.table(instanceTable).put({
    InstanceId: id,
    InstanceName: wanted.InstanceName ?? id,
    Kind: wanted.Kind ?? 'CVM',
    VpcId: subnet.VpcId,
    SubnetId: subnet.SubnetId,
    PrivateIpAddress: address,
    InstanceState: wanted.InstanceState ?? 'RUNNING',
    ...(wanted.PublicIpAddress === undefined ? {} : { PublicIpAddress: wanted.PublicIpAddress }),
    ...(wanted.IsPublicGateway === undefined ? {} : { IsPublicGateway: wanted.IsPublicGateway }),
    ...(wanted.SecurityGroupIds === undefined || isMachine ? {} : { SecurityGroupIds: wanted.SecurityGroupIds }),
    CreatedTime: cloudTime(now),
  });
  takeAddress(partition, subnet, address, id);
  if (isMachine) {
    const eni = addPrimaryInterface(partition, row, subnet);
    if (wanted.SecurityGroupIds) partition.table(eniTable).patch(eni.NetworkInterfaceId, { GroupIds: wanted.SecurityGroupIds });
  }
  return row;
}
