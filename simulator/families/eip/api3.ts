/** Elastic IPs over API 3.0 (2600-3120). The 2017 API of this document has none. */
import { type Address, type actions, addressShape } from '../../../catalogue/families/eip/index.ts';
import type { Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { fieldsOf } from '../../rules/answers.ts';
import { allocate } from '../../rules/eips.ts';
import type { Reads } from '../../rules/filters.ts';
import { idsOrFilters } from '../../rules/lists.ts';
import { bindToAddress, bindToMachine, eipOf, machineOf, refuseUnbindable, unbind } from './rules.ts';
import { type EipRow, eipTable } from './table.ts';

/** Where a machine has the address, the interface and its address stay unsaid, as in the sample (2875-2877). */
const answer = (row: EipRow): Address => ({
  ...fieldsOf(addressShape, row),
  BindedResourceId: row.ResourceId,
  InstanceId: row.InstanceId || null,
  NetworkInterfaceId: (row.AddressStatus === 'BIND_ENI' && row.NetworkInterfaceId) || null,
  PrivateAddressIp: (row.AddressStatus === 'BIND_ENI' && row.PrivateIpAddress) || null,
});

const reads: Reads<EipRow> = {
  'address-id': (row) => row.AddressId,
  'address-name': (row) => row.AddressName,
  'address-ip': (row) => row.AddressIp,
  // The sample's word for what the texts call BIND (2871).
  'address-status': { matches: (row, value) => row.AddressStatus === (value === 'BINDED' ? 'BIND' : value) },
  'instance-id': (row) => row.InstanceId,
  'private-ip-address': (row) => row.PrivateIpAddress,
  'network-interface-id': (row) => row.NetworkInterfaceId,
  // "TRUE" and "FALSE" (2828).
  'is-arrears': { matches: (row, value) => String(row.IsArrears) === value.toLowerCase() },
};

export const handlers = {
  'vpc:AllocateAddresses': (params, call) => ({
    AddressSet: allocate(call, params.AddressCount ?? 1).map((row) => row.AddressId),
  }),

  'vpc:DescribeAddresses': (params, call) => {
    const table = call.table(eipTable);
    // Its table names no refusal for an id that is nobody's: such an id just finds nothing.
    const find = (id: string) => table.get(id) ?? [];
    const { total, rows } = idsOrFilters(table, params, { ids: params.AddressIds, find, reads, indexed: { 'address-ip': 'AddressIp' } });
    return { TotalCount: total, AddressSet: rows.map(answer) };
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
  },

  'vpc:DisassociateAddress': (params, call) => unbind(call, eipOf(call, params.AddressId), params.ReallocateNormalPublicIp ?? false),

  'vpc:ModifyAddressAttribute': (params, call) => {
    const eip = eipOf(call, params.AddressId);
    call.table(eipTable).put({ ...eip, AddressName: params.AddressName });
  },

  'vpc:ReleaseAddresses': (params, call) => {
    for (const id of new Set(params.AddressIds)) {
      const eip = eipOf(call, id);
      if (eip.AddressStatus !== 'UNBIND') {
        throw new CloudError('InvalidAddressState', `The elastic IP ${id} is bound to ${eip.ResourceId}.`);
      }
      call.table(eipTable).delete(id);
    }
  },

  'vpc:TransformAddress': (params, call) => {
    const machine = machineOf(call, params.InstanceId);
    if (machine.PublicIpAddress === undefined) {
      throw new CloudError('InvalidInstance.NotSupported', `The machine ${machine.InstanceId} has no ordinary public address.`);
    }
    for (const eip of allocate(call, 1, { AddressIp: machine.PublicIpAddress })) bindToMachine(call, eip, machine);
  },
} satisfies Handlers3<typeof actions>;
