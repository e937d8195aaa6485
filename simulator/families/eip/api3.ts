/** Elastic IPs over API 3.0 (2600-3120). The 2017 API of this document has none. */
import { type Address, type actions, addressShape } from '../../../catalogue/families/eip/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { instanceTable } from '../../instances/table.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { willGo, willSet } from '../../rules/effects.ts';
import { allocate } from '../../rules/eips.ts';
import type { FilterReaders } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { bindToAddress, bindToMachine, eipOf, machineOf, refuseUnbindable, unbind } from './rules.ts';
import { type EipRow, eipTable } from './table.ts';
import { allocationOf, asItIs, kindOfBound, startEffects, todaysEipFields } from './today.ts';

/** Today it is also a NAT gateway, or whatever else has the address without an interface. */
const instanceOf = (call: Call, { InstanceId, ResourceId, NetworkInterfaceId }: EipRow): string =>
  InstanceId || !tellsToday(call) || NetworkInterfaceId === ResourceId ? InstanceId : ResourceId;

/** Where a machine has the address, the interface and its address stay unsaid, as in the sample (2875-2877). */
const answer = (call: Call, row: EipRow): Address => ({
  ...fieldsOf(addressShape, row),
  // Today has no such field: three others tell it together.
  ...(tellsToday(call) ? {} : { BindedResourceId: row.ResourceId }),
  InstanceId: instanceOf(call, row) || null,
  NetworkInterfaceId: (row.AddressStatus === 'BIND_ENI' && row.NetworkInterfaceId) || null,
  PrivateAddressIp: (row.AddressStatus === 'BIND_ENI' && row.PrivateIpAddress) || null,
  ...todaysEipFields(call, row),
});

const reads: FilterReaders<EipRow> = {
  'address-id': (row) => row.AddressId,
  'address-name': (row) => row.AddressName,
  'address-ip': (row) => row.AddressIp,
  // The sample's word for what the texts call BIND (2871).
  'address-status': { matches: (row, value) => (row.Work ?? row.AddressStatus) === (value === 'BINDED' ? 'BIND' : value) },
  'private-ip-address': (row) => row.PrivateIpAddress,
  'network-interface-id': (row) => row.NetworkInterfaceId,
  // "TRUE" and "FALSE" (2828).
  'is-arrears': { matches: (row, value) => String(row.IsArrears) === value.toLowerCase() },
  'address-type': (row) => row.AddressType ?? 'EIP',
  'address-isp': (row) => row.InternetServiceProvider ?? 'BGP',
  'instance-type': kindOfBound,
};

/** Work that has bound or unbound: the elastic IP, and the machine whose ordinary address came or went with it. */
const begunAt = (call: Call, id: string, state: 'BINDING' | 'UNBINDING', machine = call.table(eipTable).get(id)?.InstanceId ?? '') =>
  startEffects(call, [asItIs(call, id), ...(machine === '' ? [] : [willSet(call.partition, instanceTable, machine, {})])], {
    ids: [id],
    state,
  });

export const handlers = {
  'vpc:AllocateAddresses': (params, call) => {
    const AddressSet = allocate(call, params.AddressCount ?? 1, allocationOf(call, params)).map((row) => row.AddressId);
    return {
      AddressSet,
      ...startEffects(
        call,
        AddressSet.map((id) => asItIs(call, id)),
        { ids: AddressSet, state: 'CREATING' },
      ),
    };
  },

  'vpc:DescribeAddresses': (params, call) => {
    const table = call.table(eipTable);
    // Its table names no refusal for an id that is nobody's: such an id just finds nothing.
    const find = (id: string) => table.get(id) ?? [];
    const readsHere = { ...reads, 'instance-id': (row: EipRow) => instanceOf(call, row) };
    const { total, rows } = idsOrFilters(table, params, {
      ...{ ids: params.AddressIds, find },
      ...{ reads: readsHere, indexed: { 'address-ip': 'AddressIp' } },
    });
    return { TotalCount: total, AddressSet: rows.map((row) => answer(call, row)) };
  },

  'vpc:AssociateAddress': (params, call) => {
    const { InstanceId, NetworkInterfaceId, PrivateIpAddress } = params;
    if (NetworkInterfaceId !== undefined && PrivateIpAddress === undefined) {
      throw new CloudError('MissingParameter', 'A NetworkInterfaceId needs a PrivateIpAddress beside it.');
    }
    const eip = eipOf(call, params.AddressId);
    refuseUnbindable(eip);
    if (InstanceId !== undefined) bindToMachine(call, eip, machineOf(call, InstanceId));
    else bindToAddress(call, eip, NetworkInterfaceId ?? '', PrivateIpAddress ?? '');
    return begunAt(call, params.AddressId, 'BINDING');
  },

  'vpc:DisassociateAddress': (params, call) => {
    const eip = eipOf(call, params.AddressId);
    unbind(call, eip, params.ReallocateNormalPublicIp ?? false);
    return begunAt(call, params.AddressId, 'UNBINDING', eip.InstanceId);
  },

  'vpc:ModifyAddressAttribute': (params, call) => {
    const eip = eipOf(call, params.AddressId);
    // Today a name may be longer than the documents say.
    if (!tellsToday(call) && params.AddressName.length > 20)
      throw new CloudError('InvalidParameterValue.TooLong', 'At most 20 characters.');
    call.table(eipTable).put({ ...eip, AddressName: params.AddressName });
  },

  'vpc:ReleaseAddresses': (params, call) => {
    for (const id of new Set(params.AddressIds)) {
      const eip = eipOf(call, id);
      if (eip.AddressStatus !== 'UNBIND') {
        throw new CloudError('InvalidAddressState', `The elastic IP ${id} is bound to ${eip.ResourceId}.`);
      }
      if (!tellsToday(call)) call.table(eipTable).delete(id);
    }
    const ids = params.AddressIds ?? [];
    return startEffects(
      call,
      ids.map((id) => willGo(call.partition, eipTable, id)),
      { ids, state: 'OFFLINING' },
    );
  },

  'vpc:TransformAddress': (params, call) => {
    const machine = machineOf(call, params.InstanceId);
    if (machine.PublicIpAddress === undefined) {
      throw new CloudError('InvalidInstance.NotSupported', `The machine ${machine.InstanceId} has no ordinary public address.`);
    }
    const [eip] = allocate(call, 1, { AddressIp: machine.PublicIpAddress });
    if (!eip) return {};
    bindToMachine(call, eip, machine);
    const { TaskId } = begunAt(call, eip.AddressId, 'BINDING', machine.InstanceId);
    return TaskId === undefined ? {} : { TaskId: Number(TaskId), AddressId: eip.AddressId };
  },
} satisfies Handlers3<typeof actions>;
