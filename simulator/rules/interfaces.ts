/** Network interfaces and the addresses they hold, for whoever has to do with either. */

import { type EniRow, eniTable } from '../families/eni/table.ts';
import type { SubnetRow } from '../families/subnet/table.ts';
import { type AddressRow, addressKey, addressTable, type InstanceRow, instanceTable } from '../instances/table.ts';
import type { Partition, World } from '../world/world.ts';
import { nextNumber } from './counter.ts';

/** The vendor part of every sample's hardware address (3323, 3481, 18937). */
const vendor = '20:90:6F';
const macs = 2 ** 24;

/** A hardware address that no other interface of the world has: the factor is odd, so that numbers below 2^24 stay apart. */
export function newMac(world: World): string {
  const number = (nextNumber(world, 'mac', 1) * 0x9e3779) % macs;
  const hex = number.toString(16).toUpperCase().padStart(6, '0');
  return `${vendor}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}

/**
 * The interface that every machine is made with. Its id follows the machine's, so that making machines draws no more
 * ids than it did before they had interfaces.
 */
export function addPrimaryInterface(partition: Partition, machine: InstanceRow, subnet: SubnetRow): EniRow {
  const table = partition.table(eniTable);
  const wanted = machine.InstanceId.replace(/^[^-]*-/, 'eni-');
  return table.put({
    NetworkInterfaceId: table.has(wanted) || !/^eni-[0-9a-z]+$/.test(wanted) ? partition.newId(eniTable, 'eni') : wanted,
    NetworkInterfaceName: '主网卡',
    NetworkInterfaceDescription: '',
    VpcId: machine.VpcId,
    SubnetId: machine.SubnetId,
    Zone: subnet.Zone,
    Primary: true,
    MacAddress: newMac(partition.world),
    State: 'AVAILABLE',
    GroupIds: [],
    InstanceId: machine.InstanceId,
    DeviceIndex: 0,
    AttachTime: machine.CreatedTime,
    CreatedTime: machine.CreatedTime,
  });
}

/** The machine's first interface; undefined for what is no machine. */
export const primaryInterfaceOf = (partition: Partition, instanceId: string): EniRow | undefined =>
  partition
    .table(eniTable)
    .where('InstanceId', instanceId)
    .rows()
    .find((row) => row.Primary);

/** An address of an interface, with what is known of it. */
export interface AddressAssignment {
  readonly row: AddressRow;
  readonly primary: boolean;
}

/** Every address of an interface, the primary one first. */
export function addressesOf(partition: Partition, eni: EniRow): AddressAssignment[] {
  const table = partition.table(addressTable);
  const own = table
    .where('HolderId', eni.NetworkInterfaceId)
    .rows()
    .map((row) => ({ row, primary: row.Primary ?? false }));
  const ofMachine = eni.Primary ? table.where('HolderId', eni.InstanceId).rows() : [];
  return [
    ...ofMachine.map((row) => ({ row, primary: true })),
    ...own.filter((held) => held.primary),
    ...own.filter((held) => !held.primary),
  ];
}

/** The interface's address of this text, or undefined when it is another's or nobody's. */
export function addressOn(partition: Partition, eni: EniRow, address: string): AddressAssignment | undefined {
  const row = partition.table(addressTable).get(addressKey(eni.VpcId, address));
  if (row?.HolderId === eni.NetworkInterfaceId) return { row, primary: row.Primary ?? false };
  return eni.Primary && row?.HolderId === eni.InstanceId ? { row, primary: true } : undefined;
}

/** The machine whose traffic passes through the address: its own, or that of an interface attached to it. */
export function machineAt(partition: Partition, vpcId: string, address: string): InstanceRow | undefined {
  const holder = partition.table(addressTable).get(addressKey(vpcId, address))?.HolderId ?? '';
  const machines = partition.table(instanceTable);
  return machines.get(holder) ?? machines.get(partition.table(eniTable).get(holder)?.InstanceId ?? '');
}
