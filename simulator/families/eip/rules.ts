/** What elastic IPs can be bound to, and how they are freed (2600-3120). */
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type InstanceRow, instanceTable } from '../../instances/table.ts';
import { countToday, eipAt, newPublicIp, reassignmentsADay, unboundFields } from '../../rules/eips.ts';
import { addressOn, primaryInterfaceOf } from '../../rules/interfaces.ts';
import { rowOf } from '../../rules/rows.ts';
import { eniTable } from '../eni/table.ts';
import { type EipRow, eipTable } from './table.ts';

/** For a change. @throws CloudError InvalidAddressId.NotFound, and while the cloud is at work on it. */
export function eipOf(call: Call, id: string): EipRow {
  const row = rowOf(call, eipTable, 'elastic IP', id, 'InvalidAddressId.NotFound');
  if (row.Work) throw new CloudError('OperationDenied.MutexTaskRunning', `The elastic IP ${id} is ${row.Work}.`);
  return row;
}

function refuseBlocked(eip: EipRow): void {
  if (eip.IsBlocked) throw new CloudError('InvalidAddressId.Blocked', `The elastic IP ${eip.AddressId} is blocked.`);
}

/** @throws CloudError for one that is blocked, in arrears, or bound to something (2679). */
export function refuseUnbindable(eip: EipRow): void {
  refuseBlocked(eip);
  if (eip.IsArrears) throw new CloudError('InvalidAddressIdState.InArrears', `The elastic IP ${eip.AddressId} is in arrears.`);
  if (eip.AddressStatus !== 'UNBIND') {
    throw new CloudError('InvalidAddressIdStatus.NotPermit', `The elastic IP ${eip.AddressId} is bound to ${eip.ResourceId}.`);
  }
}

/** A machine that can have a public address. @throws CloudError when there is none, or it is of another kind or being changed. */
export function machineOf(call: Call, id: string): InstanceRow {
  const row = rowOf(call, instanceTable, 'instance', id, 'InvalidInstanceId.NotFound');
  if (row.Kind === 'CVM' && ['RUNNING', 'STOPPED'].includes(row.InstanceState)) return row;
  throw new CloudError('InvalidInstance.NotSupported', `The instance ${id} is a ${row.Kind} that is ${row.InstanceState}.`);
}

/** The ordinary public address of a machine goes when an elastic one takes its place (2677). */
function releaseOrdinary(call: Call, machine: InstanceRow): void {
  if (machine.PublicIpAddress === undefined) return;
  const { PublicIpAddress: _, ...rest } = machine;
  call.table(instanceTable).put(rest);
}

/** Binds to the primary address of the machine's first interface (2676). */
export function bindToMachine(call: Call, eip: EipRow, machine: InstanceRow): void {
  const known = eipAt(call.partition, machine.VpcId, machine.PrivateIpAddress);
  if (known && known.AddressId !== eip.AddressId) {
    throw new CloudError('InvalidInstanceId.AlreadyBindEip', `The machine ${machine.InstanceId} has the elastic IP ${known.AddressId}.`);
  }
  releaseOrdinary(call, machine);
  call.table(eipTable).put({
    ...eip,
    AddressStatus: 'BIND',
    ResourceId: machine.InstanceId,
    InstanceId: machine.InstanceId,
    NetworkInterfaceId: primaryInterfaceOf(call.partition, machine.InstanceId)?.NetworkInterfaceId ?? '',
    PrivateIpAddress: machine.PrivateIpAddress,
    VpcId: machine.VpcId,
  });
}

/** Binds to one address of an interface (2690). */
export function bindToAddress(call: Call, eip: EipRow, eniId: string, address: string): void {
  const eni = call.table(eniTable).get(eniId);
  const held = eni?.State === 'AVAILABLE' ? addressOn(call.partition, eni, address) : undefined;
  if (!eni || !held) {
    throw new CloudError('InvalidNetworkInterfaceId.NotFound', `There is no network interface ${eniId} with the address ${address}.`);
  }
  const known = eipAt(call.partition, eni.VpcId, address);
  if (known) throw new CloudError('InvalidPrivateIpAddress.AlreadyBindEip', `${address} has the elastic IP ${known.AddressId}.`);
  const machine = eni.Primary && held.primary ? call.table(instanceTable).get(eni.InstanceId) : undefined;
  if (machine) releaseOrdinary(call, machine);
  call.table(eipTable).put({
    ...eip,
    AddressStatus: 'BIND_ENI',
    ResourceId: eniId,
    InstanceId: '',
    NetworkInterfaceId: eniId,
    PrivateIpAddress: address,
    VpcId: eni.VpcId,
  });
}

/** The machine whose primary address the elastic IP stands for, or undefined when it stands for another. */
function machineBehind(call: Call, eip: EipRow): InstanceRow | undefined {
  if (eip.InstanceId) return call.table(instanceTable).get(eip.InstanceId);
  const eni = call.table(eniTable).get(eip.NetworkInterfaceId);
  const held = eni?.Primary ? addressOn(call.partition, eni, eip.PrivateIpAddress) : undefined;
  return held?.primary && eni ? call.table(instanceTable).get(eni.InstanceId) : undefined;
}

/**
 * Unbinds; with `reallocate`, the machine is given an ordinary public address instead, ten times a day (2907).
 * @throws CloudError for one that is blocked, not bound, bound to a gateway, or to a machine that is gone or being changed.
 */
export function unbind(call: Call, eip: EipRow, reallocate: boolean): void {
  refuseBlocked(eip);
  if (eip.AddressStatus === 'UNBIND') {
    throw new CloudError('InvalidAddressIdStatus.NotPermit', `The elastic IP ${eip.AddressId} is bound to nothing.`);
  }
  if (!eip.InstanceId && !eip.NetworkInterfaceId) {
    throw new CloudError('InvalidInstance.NotSupported', `The gateway ${eip.ResourceId} gives its elastic IPs up itself.`);
  }
  if (eip.InstanceId) machineOf(call, eip.InstanceId);
  call.table(eipTable).put({ ...eip, ...unboundFields });
  if (reallocate) giveOrdinary(call, eip);
}

function giveOrdinary(call: Call, eip: EipRow): void {
  const machine = machineBehind(call, eip);
  if (!machine) throw new CloudError('InvalidParameter', `${eip.AddressId} does not stand for the primary address of a machine.`);
  if (!countToday(call, 'DAILY_PUBLIC_IP_ASSIGN', reassignmentsADay)) {
    throw new CloudError('InvalidParameter', `Machines can be given ordinary addresses ${reassignmentsADay} times a day.`);
  }
  call.table(instanceTable).put({ ...machine, PublicIpAddress: newPublicIp(call.world) });
}
