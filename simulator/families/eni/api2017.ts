/** Network interfaces over the 2017 API (18659-19525). Whatever takes a while answers with a task at its top, as the tables have it. */
import type { actions } from '../../../catalogue/families/eni/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { orderedPage } from '../../rules/lists.ts';
import { rowIn } from '../../rules/rows.ts';
import { subnetIn } from '../subnet/rules.ts';
import { vpcAsked, vpcIn } from '../vpc/rules.ts';
import { type AddressRequest, assign, moveAddress, unassign } from './addresses.ts';
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
const eniIn = (call: Call, vpcId: string, id: string): EniRow =>
  rowIn(call, vpcIn(call, vpcId), eniTable, 'network interface', id, codes.notFound);

const asked = ({ privateIpAddress, primary }: { readonly privateIpAddress: string; readonly primary: boolean }): AddressRequest => ({
  address: privateIpAddress,
  primary,
});

export const handlers = {
  'vpc2017:CreateNetworkInterface': (params, call) => {
    const subnet = subnetIn(call, vpcIn(call, params.vpcId), params.subnetId, codes.subnetNotFound);
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
    const vpc = vpcAsked(call, params.vpcId);
    const { total, rows } = orderedPage(call.table(eniTable), {
      ...params,
      order: ['eniName', 'NetworkInterfaceName'],
      only: params.networkInterfaceId === undefined ? undefined : eniOf(call, params.networkInterfaceId, codes),
      under: { InVpc: vpc && [vpc.VpcId], InstanceId: params.instanceId === undefined ? undefined : [params.instanceId] },
      containing: { NetworkInterfaceName: params.eniName, NetworkInterfaceDescription: params.eniDescription },
    });
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
} satisfies Handlers2017<typeof actions>;
