/** What holds for network interfaces in both generations: finding, making, changing and deleting them. */

import { spend } from '../../accounts/quota.ts';
import type { Call, CallContext } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { addressKey, addressTable } from '../../instances/table.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { willUnbindAt } from '../../rules/eips.ts';
import { addressesOf, newMac } from '../../rules/interfaces.ts';
import { refuseUnknownGroups } from '../../rules/security-groups.ts';
import { startTask } from '../../rules/tasks.ts';
import { cloudTime } from '../../world/clock.ts';
import type { SubnetRow } from '../subnet/table.ts';
import type { Effect } from '../task/table.ts';
import { type AddressRequest, pickAddresses, putAddresses } from './addresses.ts';
import type { AddressCodes, EniCodes } from './codes.ts';
import { refuseBusy } from './state.ts';
import { type EniRow, eniTable } from './table.ts';

interface NewEni {
  readonly name: string;
  readonly description?: string | undefined;
  readonly groupIds?: readonly string[] | undefined;
  readonly addresses?: readonly AddressRequest[] | undefined;
  /** So many secondary addresses besides, wherever there is room (3270). */
  readonly more?: number | undefined;
}

/** Makes an interface with its addresses; it is PENDING until the task is over (3343). */
export function createEni(
  call: Call,
  subnet: SubnetRow,
  wanted: NewEni,
  codes: EniCodes & AddressCodes,
): { readonly eni: EniRow; readonly task: number } {
  spend(call, 'enis-per-vpc', call.table(eniTable).where('VpcId', subnet.VpcId).size, codes.overQuota);
  refuseUnknownGroups(call, wanted.groupIds ?? [], codes.noGroup);
  const addresses = pickAddresses(call, subnet, { wishes: wanted.addresses ?? [], more: wanted.more ?? 0, present: null }, codes);
  const eni = addEni(call, subnet, wanted, 'PENDING');
  putAddresses(call.partition, eni, addresses, 'PENDING');
  const effects = [
    willSet(call.partition, eniTable, eni.NetworkInterfaceId, { State: 'AVAILABLE' }),
    ...addresses.map(({ address }) => willSet(call.partition, addressTable, addressKey(eni.VpcId, address), { State: 'AVAILABLE' })),
  ];
  return { eni, task: startTask(call, { family: 'eni', effects }) };
}

/** The interface alone, without addresses and without checks: for seeds, and callers that have checked. */
export function addEni(
  ctx: CallContext,
  subnet: SubnetRow,
  wanted: Pick<NewEni, 'name' | 'description' | 'groupIds'>,
  state: EniRow['State'] = 'AVAILABLE',
): EniRow {
  return ctx.partition.table(eniTable).put({
    NetworkInterfaceId: ctx.partition.newId(eniTable, 'eni'),
    NetworkInterfaceName: wanted.name,
    NetworkInterfaceDescription: wanted.description ?? '',
    VpcId: subnet.VpcId,
    SubnetId: subnet.SubnetId,
    Zone: subnet.Zone,
    Primary: false,
    MacAddress: newMac(ctx.world),
    State: state,
    GroupIds: [...new Set(wanted.groupIds ?? [])],
    InstanceId: '',
    DeviceIndex: 0,
    AttachTime: '',
    CreatedTime: cloudTime(ctx.now),
  });
}

/** Changes what is given and leaves the rest. */
export function modifyEni(
  call: Call,
  eni: EniRow,
  changes: {
    readonly name?: string | undefined;
    readonly description?: string | undefined;
    readonly groupIds?: readonly string[] | undefined;
  },
  codes: EniCodes,
): void {
  refuseUnknownGroups(call, changes.groupIds ?? [], codes.noGroup);
  call.table(eniTable).put({
    ...eni,
    NetworkInterfaceName: changes.name ?? eni.NetworkInterfaceName,
    NetworkInterfaceDescription: changes.description ?? eni.NetworkInterfaceDescription,
    GroupIds: changes.groupIds ? [...new Set(changes.groupIds)] : eni.GroupIds,
  });
}

/**
 * Deletes an interface that no machine has; its addresses are free again (3366), its elastic IPs unbound, its flow logs
 * gone (19593). @returns the task. @throws CloudError for a machine's first interface, an attached one, or a busy one.
 */
export function deleteEni(call: Call, eni: EniRow, codes: EniCodes, busy: string): number {
  const id = eni.NetworkInterfaceId;
  if (eni.Primary) throw new CloudError(codes.firstInterface, `${id} is the first network interface of ${eni.InstanceId}.`);
  if (eni.InstanceId) throw new CloudError(codes.inUse, `The network interface ${id} is attached to ${eni.InstanceId}.`);
  refuseBusy(eni, busy);
  call.table(eniTable).put({ ...eni, State: 'DELETING' });
  const addresses = addressesOf(call.partition, eni).flatMap(({ row }) => [
    ...willUnbindAt(call.partition, row.VpcId, row.Address),
    willGo(call.partition, addressTable, addressKey(row.VpcId, row.Address)),
  ]);
  const effects = [...addresses, ...dependents(call, id), willGo(call.partition, eniTable, id)];
  return startTask(call, { family: 'eni', effects });
}

/** What goes with an interface: rows of tables that say so themselves. */
function dependents(call: Call, id: string): Effect[] {
  const effects: Effect[] = [];
  for (const spec of call.world.allSpecs()) {
    if (!spec.goesWith?.includes('NetworkInterfaceId')) continue;
    const rows = call.table(spec).where('NetworkInterfaceId', id).rows();
    effects.push(...rows.map((row) => willGo(call.partition, spec, spec.id(row))));
  }
  return effects;
}
