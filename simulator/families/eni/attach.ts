/** Network interfaces and machines: attaching, detaching, moving from one to another. */

import { spend } from '../../accounts/quota.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type InstanceRow, instanceTable } from '../../instances/table.ts';
import { willSet } from '../../rules/effects.ts';
import { willUnbindAt } from '../../rules/eips.ts';
import { addressesOf } from '../../rules/interfaces.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import { subnetTable } from '../subnet/table.ts';
import type { EniCodes } from './codes.ts';
import { refuseBusy } from './state.ts';
import { type EniRow, eniTable } from './table.ts';

/** A machine in one of these states can be given an interface, and lose it (3208). */
const settled = new Set(['RUNNING', 'STOPPED']);

function machineOf(call: Call, id: string, codes: EniCodes): InstanceRow {
  const row = call.table(instanceTable).get(id);
  if (row?.Kind !== 'CVM') throw new CloudError(codes.noMachine, `There is no machine ${id} in ${call.region}.`);
  return row;
}

function refuseUnsettled(machine: InstanceRow, codes: EniCodes): void {
  if (settled.has(machine.InstanceState)) return;
  throw new CloudError(codes.notFit, `The machine ${machine.InstanceId} is ${machine.InstanceState}, neither running nor stopped.`);
}

/** A machine that can have the interface: of its VPC and zone, settled, with a place left. @throws CloudError */
function fittingMachine(call: Call, eni: EniRow, id: string, codes: EniCodes): InstanceRow {
  const machine = machineOf(call, id, codes);
  if (machine.VpcId !== eni.VpcId) throw new CloudError(codes.vpcMismatch, `The machine ${id} is not in the VPC ${eni.VpcId}.`);
  const zone = call.table(subnetTable).get(machine.SubnetId)?.Zone;
  if (zone !== eni.Zone) throw new CloudError(codes.notFit, `The machine ${id} is in the zone ${zone}, the interface in ${eni.Zone}.`);
  refuseUnsettled(machine, codes);
  spend(call, 'enis-per-instance', call.table(eniTable).where('InstanceId', id).size, codes.overQuota);
  return machine;
}

/** The lowest number that no interface of the machine has. */
function freeIndex(call: Call, machine: InstanceRow): number {
  const taken = new Set(
    call
      .table(eniTable)
      .where('InstanceId', machine.InstanceId)
      .rows()
      .map((row) => row.DeviceIndex),
  );
  let index = 1;
  while (taken.has(index)) index += 1;
  return index;
}

/** Begins attaching. @returns the task. */
export function attach(call: Call, eni: EniRow, instanceId: string, codes: EniCodes): number {
  if (eni.InstanceId) {
    throw new CloudError(codes.attached, `The network interface ${eni.NetworkInterfaceId} is attached to ${eni.InstanceId}.`);
  }
  refuseBusy(eni, codes.busy);
  return joining(call, eni, fittingMachine(call, eni, instanceId, codes));
}

function joining(call: Call, eni: EniRow, machine: InstanceRow): number {
  const index = freeIndex(call, machine);
  call.table(eniTable).put({ ...eni, State: 'ATTACHING', InstanceId: machine.InstanceId, DeviceIndex: index, AttachTime: '' });
  const done = { State: 'AVAILABLE', AttachTime: cloudTime(call.now) } as const;
  return startTask(call, { family: 'eni', effects: [willSet(call.partition, eniTable, eni.NetworkInterfaceId, done)] });
}

/** @throws CloudError unless the interface is attached to that machine and may leave it. */
function refuseStaying(call: Call, eni: EniRow, instanceId: string, codes: EniCodes): void {
  const machine = machineOf(call, instanceId, codes);
  if (eni.InstanceId !== instanceId) {
    throw new CloudError(codes.notAttached, `The network interface ${eni.NetworkInterfaceId} is not attached to ${instanceId}.`);
  }
  if (eni.Primary) {
    throw new CloudError(codes.firstInterface, `${eni.NetworkInterfaceId} is the first network interface of ${instanceId}.`);
  }
  refuseBusy(eni, codes.busy);
  refuseUnsettled(machine, codes);
}

/** Begins detaching; the elastic IPs on the interface are then bound to nothing (19334). @returns the task. */
export function detach(call: Call, eni: EniRow, instanceId: string, codes: EniCodes): number {
  refuseStaying(call, eni, instanceId, codes);
  call.table(eniTable).put({ ...eni, State: 'DETACHING' });
  const alone = { State: 'AVAILABLE', InstanceId: '', DeviceIndex: 0, AttachTime: '' } as const;
  const effects = [
    ...addressesOf(call.partition, eni).flatMap(({ row }) => willUnbindAt(call.partition, row.VpcId, row.Address)),
    willSet(call.partition, eniTable, eni.NetworkInterfaceId, alone),
  ];
  return startTask(call, { family: 'eni', effects });
}

/** Begins moving the interface, with all that is on it, from one machine to another (19401). @returns the task. */
export function moveEni(call: Call, eni: EniRow, from: string, to: string, codes: EniCodes): number {
  refuseStaying(call, eni, from, codes);
  if (from === to) throw new CloudError(codes.attached, `The network interface ${eni.NetworkInterfaceId} is attached to ${to} already.`);
  return joining(call, eni, fittingMachine(call, eni, to, codes));
}
