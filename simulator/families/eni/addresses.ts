/** Private addresses of network interfaces: choosing, assigning, giving back, moving and describing them. */
import { quotaOf } from '../../accounts/quota.ts';
import type { Call } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { addressKey, addressTable } from '../../instances/table.ts';
import { freeAddresses, refuseUnfit } from '../../rules/addresses.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { eipAt, willUnbindAt } from '../../rules/eips.ts';
import { type AddressAssignment, addressesOf, addressOn } from '../../rules/interfaces.ts';
import { startTask } from '../../rules/tasks.ts';
import type { Partition } from '../../world/world.ts';
import { eipTable } from '../eip/table.ts';
import { type SubnetRow, subnetTable } from '../subnet/table.ts';
import type { AddressCodes, EniCodes } from './codes.ts';
import { refuseBusy } from './state.ts';
import type { EniRow } from './table.ts';

/** An address somebody asks for by its text. */
export interface AddressRequest {
  readonly address: string;
  readonly primary?: boolean | undefined;
  readonly description?: string | undefined;
}

/** An address that the interface will have. */
interface AddressChoice {
  readonly address: string;
  readonly primary: boolean;
  readonly description: string;
}

interface AddressNeed {
  readonly wishes: readonly AddressRequest[];
  readonly more: number;
  /** The interface that shall have them, or null for one that is being made and needs a primary address too. */
  readonly present: EniRow | null;
}

/** Which addresses the interface gets: those that were named, then the subnet's lowest free ones. @throws CloudError when it cannot. */
export function pickAddresses(call: Call, subnet: SubnetRow, wanted: AddressNeed, codes: AddressCodes): AddressChoice[] {
  const { wishes, more, present } = wanted;
  const primaries = wishes.filter((wish) => wish.primary).length;
  if (primaries > (present ? 0 : 1)) throw new CloudError(codes.primary, 'A network interface has exactly one primary address.');
  const needsPrimary = !present && primaries === 0;
  const free = more + (needsPrimary ? 1 : 0);
  const existing = present ? addressesOf(call.partition, present).length : 0;
  const most = quotaOf(call, 'addresses-per-eni');
  if (existing + wishes.length + free > most) throw new CloudError(codes.tooMany, `A network interface may have ${most} addresses.`);
  const named = new Set<string>();
  for (const { address } of wishes) {
    refuseUnfit(call.partition, subnet, address, codes);
    if (named.has(address)) throw new CloudError(codes.taken, `The address ${address} is asked for twice.`);
    named.add(address);
  }
  const found = freeAddresses(call.partition, subnet, free, named);
  if (found.length < free) throw new CloudError(codes.full, `The subnet ${subnet.SubnetId} has only ${found.length} free addresses left.`);
  return [
    ...found.slice(0, needsPrimary ? 1 : 0).map((address) => ({ address, primary: true, description: '' })),
    ...wishes.map(({ address, primary = false, description = '' }) => ({ address, primary, description })),
    ...found.slice(needsPrimary ? 1 : 0).map((address) => ({ address, primary: false, description: '' })),
  ];
}

/** Writes the addresses down as the interface's. */
export function putAddresses(partition: Partition, eni: EniRow, addresses: readonly AddressChoice[], state: string): void {
  const table = partition.table(addressTable);
  for (const { address, primary, description } of addresses) {
    table.put({
      VpcId: eni.VpcId,
      SubnetId: eni.SubnetId,
      Address: address,
      HolderId: eni.NetworkInterfaceId,
      Primary: primary,
      Description: description,
      State: state,
    });
  }
}

const keyOf = (eni: EniRow, address: string): string => addressKey(eni.VpcId, address);

function subnetOfEni(call: Call, eni: EniRow): SubnetRow {
  const subnet = call.table(subnetTable).get(eni.SubnetId);
  if (!subnet) throw new Error(`the network interface ${eni.NetworkInterfaceId} is in a subnet that is gone`);
  return subnet;
}

/** Gives the interface more secondary addresses (3134). */
export function assign(
  call: Call,
  eni: EniRow,
  wanted: { readonly wishes: readonly AddressRequest[]; readonly more: number },
  codes: EniCodes & AddressCodes,
): { readonly chosen: readonly AddressChoice[]; readonly task: number } {
  refuseBusy(eni, codes.busy);
  const chosen = pickAddresses(call, subnetOfEni(call, eni), { ...wanted, present: eni }, codes);
  putAddresses(call.partition, eni, chosen, 'PENDING');
  const effects = chosen.map(({ address }) => willSet(call.partition, addressTable, keyOf(eni, address), { State: 'AVAILABLE' }));
  return { chosen, task: startTask(call, { family: 'eni', effects }) };
}

/** A secondary address of the interface that nothing is being done to. @throws CloudError when it is not one. */
function secondaryOf(call: Call, eni: EniRow, address: string, codes: EniCodes): AddressAssignment {
  const held = addressOn(call.partition, eni, address);
  if (!held) throw new CloudError(codes.noAddress, `The network interface ${eni.NetworkInterfaceId} has no address ${address}.`);
  if (held.primary) throw new CloudError(codes.primaryAddress, `${address} is the primary address of ${eni.NetworkInterfaceId}.`);
  if (held.row.State !== 'AVAILABLE') throw new CloudError(codes.busy, `The address ${address} is ${held.row.State}.`);
  return held;
}

/** Gives secondary addresses back; the elastic IPs on them are unbound (3846). @returns the task. */
export function unassign(call: Call, eni: EniRow, addresses: readonly string[], codes: EniCodes): number {
  refuseBusy(eni, codes.busy);
  const table = call.table(addressTable);
  const effects = [...new Set(addresses)].flatMap((address) => {
    const { row } = secondaryOf(call, eni, address, codes);
    table.put({ ...row, State: 'DELETING' });
    return [...willUnbindAt(call.partition, eni.VpcId, address), willGo(call.partition, addressTable, keyOf(eni, address))];
  });
  return startTask(call, { family: 'eni', effects });
}

/** Moves a secondary address, with the elastic IP on it, to another interface of the subnet (3666). @returns the task. */
export function moveAddress(call: Call, from: EniRow, to: EniRow, address: string, codes: EniCodes): number {
  refuseBusy(from, codes.busy);
  refuseBusy(to, codes.busy);
  const { row } = secondaryOf(call, from, address, codes);
  if (from.SubnetId !== to.SubnetId) {
    throw new CloudError(codes.otherSubnet, `${from.NetworkInterfaceId} and ${to.NetworkInterfaceId} are not in one subnet.`);
  }
  const most = quotaOf(call, 'addresses-per-eni');
  if (addressesOf(call.partition, to).length >= most)
    throw new CloudError(codes.overQuota, `A network interface may have ${most} addresses.`);
  call.table(addressTable).put({ ...row, State: 'MIGRATING' });
  const id = to.NetworkInterfaceId;
  const eip = eipAt(call.partition, from.VpcId, address);
  const effects = [
    willSet(call.partition, addressTable, keyOf(from, address), { HolderId: id, State: 'AVAILABLE' }),
    ...(eip ? [willSet(call.partition, eipTable, eip.AddressId, { NetworkInterfaceId: id, ResourceId: id })] : []),
  ];
  return startTask(call, { family: 'eni', effects });
}

/** Changes what is written about addresses of the interface (3777). */
export function describeAddresses(call: Call, eni: EniRow, wishes: readonly AddressRequest[], codes: EniCodes): void {
  refuseBusy(eni, codes.busy);
  for (const { address, description } of wishes) {
    const held = addressOn(call.partition, eni, address);
    if (!held) throw new CloudError(codes.noAddress, `The network interface ${eni.NetworkInterfaceId} has no address ${address}.`);
    call.table(addressTable).put({ ...held.row, Description: description ?? held.row.Description ?? '' });
  }
}
