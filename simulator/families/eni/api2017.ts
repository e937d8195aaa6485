/** Network interfaces over the 2017 API (18659-19525). Whatever takes a while answers with a task at its top, as the tables have it. */
import type { actions } from '../../../catalogue/families/eni/index.ts';
import type { Call, Handlers } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { ordered } from '../../rules/lists.ts';
import type { ListQuery } from '../../world/select.ts';
import { subnetOf } from '../subnet/rules.ts';
import { api2017Codes as vpcCodes, vpcOf } from '../vpc/rules.ts';
import { type AddressWish, assign, moveAddress, unassign } from './addresses.ts';
import { shown2017 } from './answers.ts';
import { attach, detach, moveEni } from './attach.ts';
import { api2017Addresses, api2017Codes as codes } from './codes.ts';
import { createEni, deleteEni, modifyEni } from './rules.ts';
import { eniOf } from './state.ts';
import { type EniRow, eniTable } from './table.ts';

const withAddresses = { ...codes, ...api2017Addresses };
/** The table of MigrateNetworkInterface has no word for an interface that is elsewhere (19431); the machine is then the wrong one. */
const moving = { ...codes, notAttached: codes.noMachine };

/** The interface of the VPC. @throws CloudError when either is missing, or they do not belong together. */
function eniIn(call: Call, vpcId: string, id: string): EniRow {
  const vpc = vpcOf(call, vpcId, vpcCodes);
  const eni = eniOf(call, id, codes);
  if (eni.VpcId === vpc.VpcId) return eni;
  throw new CloudError(codes.notFound, `The VPC ${vpc.VpcId} has no network interface ${id}.`);
}

const asked = ({ privateIpAddress, primary }: { readonly privateIpAddress: string; readonly primary: boolean }): AddressWish => ({
  address: privateIpAddress,
  primary,
});

type Api2017Actions = Extract<keyof typeof actions, `vpc2017:${string}`>;

export const handlers = {
  'vpc2017:CreateNetworkInterface': (params, call) => {
    const vpc = vpcOf(call, params.vpcId, vpcCodes);
    const subnet = subnetOf(call, params.subnetId, codes.subnetNotFound);
    if (subnet.VpcId !== vpc.VpcId) throw new CloudError(codes.subnetNotFound, `The VPC ${vpc.VpcId} has no subnet ${params.subnetId}.`);
    const wanted = {
      name: params.eniName,
      description: params.eniDescription,
      groupIds: params.sgIds,
      addresses: params.privateIpAddressSet?.map(asked),
      more: params.secondaryPrivateIpAddressCount,
    };
    return { taskId: createEni(call, subnet, wanted, withAddresses).task };
  },

  'vpc2017:DescribeNetworkInterfaces': (params, call) => {
    const table = call.table(eniTable);
    const vpc = params.vpcId === undefined ? undefined : vpcOf(call, params.vpcId, vpcCodes);
    const only = params.networkInterfaceId === undefined ? undefined : eniOf(call, params.networkInterfaceId, codes);
    const { eniName: name, eniDescription: description, instanceId } = params;
    const under: ListQuery<EniRow, keyof typeof eniTable.indexes>['under'] = [
      ...(vpc ? [{ index: 'InVpc' as const, keys: [vpc.VpcId] }] : []),
      ...(instanceId === undefined ? [] : [{ index: 'InstanceId' as const, keys: [instanceId] }]),
    ];
    const containing = [
      ...(name === undefined ? [] : [{ field: 'NetworkInterfaceName' as const, text: name }]),
      ...(description === undefined ? [] : [{ field: 'NetworkInterfaceDescription' as const, text: description }]),
    ];
    const byName = params.orderField === 'eniName' ? 'NetworkInterfaceName' : undefined;
    const { total, rows } = ordered(table, { ...params, byName, ids: only && [only.NetworkInterfaceId], under, containing });
    return { data: { totalNum: total, data: rows.map((row) => shown2017(call, row)) } };
  },

  'vpc2017:ModifyNetworkInterface': (params, call) => {
    const eni = eniIn(call, params.vpcId, params.networkInterfaceId);
    modifyEni(call, eni, { name: params.eniName, description: params.eniDescription }, codes);
  },

  'vpc2017:DeleteNetworkInterface': (params, call) => ({
    taskId: deleteEni(call, eniIn(call, params.vpcId, params.networkInterfaceId), { ...codes, firstInterface: codes.inUse }, codes.busy),
  }),

  'vpc2017:AssignPrivateIpAddresses': (params, call) => {
    const eni = eniIn(call, params.vpcId, params.networkInterfaceId);
    const wishes = params.privateIpAddressSet?.map(asked) ?? [];
    return { taskId: assign(call, eni, { wishes, more: params.secondaryPrivateIpAddressCount ?? 0 }, withAddresses).task };
  },

  'vpc2017:UnassignPrivateIpAddresses': (params, call) => ({
    taskId: unassign(call, eniIn(call, params.vpcId, params.networkInterfaceId), params.privateIpAddress, codes),
  }),

  'vpc2017:AttachNetworkInterface': (params, call) => ({
    taskId: attach(call, eniIn(call, params.vpcId, params.networkInterfaceId), params.instanceId, codes),
  }),

  'vpc2017:DetachNetworkInterface': (params, call) => ({
    taskId: detach(call, eniIn(call, params.vpcId, params.networkInterfaceId), params.instanceId, codes),
  }),

  'vpc2017:MigrateNetworkInterface': (params, call) => ({
    taskId: moveEni(call, eniIn(call, params.vpcId, params.networkInterfaceId), params.oldInstanceId, params.newInstanceId, moving),
  }),

  'vpc2017:MigratePrivateIpAddress': (params, call) => {
    const from = eniIn(call, params.vpcId, params.oldNetworkInterfaceId);
    const to = eniIn(call, params.vpcId, params.newNetworkInterfaceId);
    return { taskId: moveAddress(call, from, to, params.privateIpAddress, codes) };
  },
} satisfies Handlers<Api2017Actions>;
