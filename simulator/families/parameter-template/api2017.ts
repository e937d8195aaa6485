/** Parameter templates over the 2017 API (15441-18092). All refusals are numbers. */
import type { actions } from '../../../catalogue/families/parameter-template/index.ts';
import type { Call, Handlers2017 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { orderedPage } from '../../rules/lists.ts';
import { createTemplate } from './rules.ts';
import { type TemplateKind, type TemplateRow, templateTable } from './table.ts';
import { changeMembers, codes2017, findUsers, outcomeOf, remove, rename } from './work.ts';

interface TemplateQuery {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Templates of a kind, newest first, whose id and name both contain what is asked for (15461). */
function list<T>(call: Call, kind: TemplateKind, { id = '', name = '', offset, limit }: TemplateQuery, answer: (row: TemplateRow) => T) {
  const matches = id === '' && name === '' ? undefined : (row: TemplateRow) => row.TemplateId.includes(id) && row.Name.includes(name);
  const { total, rows } = orderedPage(call.table(templateTable), { offset, limit, under: { Kind: [kind] }, matches });
  return { data: { totalCount: total, data: rows.map(answer) } };
}

const create = (call: Call, kind: TemplateKind, name: string, members: readonly string[]): string =>
  createTemplate(call, kind, { name, members }, codes2017).TemplateId;

const nameOf = (call: Call, id: string): string => call.table(templateTable).get(id)?.Name ?? '';

export const handlers = {
  'vpc2017:DescribeAddress': (params, call) =>
    list(call, 'ipm', { ...params, id: params.addressId, name: params.addressName }, (row) => ({
      addressId: row.TemplateId,
      addressName: row.Name,
      address: [...row.Members],
      createTime: row.CreatedTime,
    })),
  'vpc2017:CreateAddress': (params, call) => ({ data: { addressId: create(call, 'ipm', params.addressName, params.address) } }),
  'vpc2017:ModifyAddressAttribute': (params, call) => rename(call, 'ipm', params.addressId, params.addressName),
  'vpc2017:ModifyAddress': (params, call) => changeMembers(call, 'ipm', params.addressId, params.address),
  'vpc2017:DeleteAddress': (params, call) => remove(call, 'ipm', params.addressId),
  'vpc2017:DescribeAddressInstances': (params, call) => findUsers(call, 'ipm', params.addressId),

  'vpc2017:DescribeAddressGroups': (params, call) =>
    list(call, 'ipmg', { ...params, id: params.addressGroupId, name: params.addressGroupName }, (row) => ({
      addressGroupId: row.TemplateId,
      addressGroupName: row.Name,
      addressGroup: row.Members.map((id) => ({ addressId: id, addressName: nameOf(call, id) })),
      createTime: row.CreatedTime,
    })),
  'vpc2017:CreateAddressGroup': (params, call) => ({
    data: { addressGroupId: create(call, 'ipmg', params.addressGroupName, params.addressGroup) },
  }),
  'vpc2017:ModifyAddressGroupAttribute': (params, call) => rename(call, 'ipmg', params.addressGroupId, params.addressGroupName),
  'vpc2017:ModifyAddressGroup': (params, call) => changeMembers(call, 'ipmg', params.addressGroupId, params.addressGroup),
  'vpc2017:DeleteAddressGroup': (params, call) => remove(call, 'ipmg', params.addressGroupId),
  'vpc2017:DescribeAddressGroupInstances': (params, call) => findUsers(call, 'ipmg', params.addressGroupId),

  'vpc2017:DescribeService': (params, call) =>
    list(call, 'ppm', { ...params, id: params.serviceId, name: params.serviceName }, (row) => ({
      serviceId: row.TemplateId,
      serviceName: row.Name,
      service: [...row.Members],
      createTime: row.CreatedTime,
    })),
  'vpc2017:CreateService': (params, call) => ({ data: { serviceId: create(call, 'ppm', params.serviceName, params.service) } }),
  // Its sample renames a group of services (18058), so that ids of both kinds are taken.
  'vpc2017:ModifyServiceAttribute': (params, call) =>
    rename(call, params.serviceId.startsWith('ppmg-') ? 'ppmg' : 'ppm', params.serviceId, params.serviceName),
  'vpc2017:ModifyService': (params, call) => changeMembers(call, 'ppm', params.serviceId, params.service),
  'vpc2017:DeleteService': (params, call) => remove(call, 'ppm', params.serviceId),
  'vpc2017:DescribeServiceInstances': (params, call) => findUsers(call, 'ppm', params.serviceId),

  'vpc2017:DescribeServiceGroups': (params, call) =>
    list(call, 'ppmg', { ...params, id: params.serviceGroupId, name: params.serviceName }, (row) => ({
      serviceGroupId: row.TemplateId,
      serviceGroupName: row.Name,
      serviceGroup: row.Members.map((id) => ({ serviceId: id, serviceName: nameOf(call, id) })),
      createTime: row.CreatedTime,
    })),
  'vpc2017:CreateServiceGroup': (params, call) => ({
    data: { serviceGroupId: create(call, 'ppmg', params.serviceName, params.serviceGroup) },
  }),
  'vpc2017:ModifyServiceGroupAttribute': (params, call) => rename(call, 'ppmg', params.serviceGroupId, params.serviceName),
  'vpc2017:ModifyServiceGroup': (params, call) => changeMembers(call, 'ppmg', params.serviceGroupId, params.serviceGroup),
  'vpc2017:DeleteServiceGroup': (params, call) => remove(call, 'ppmg', params.serviceGroupId),
  'vpc2017:DescribeServiceGroupInstances': (params, call) => findUsers(call, 'ppmg', params.serviceGroupId),

  'vpc2017:DescribeNetTaskResult': (params, call) => {
    const data = outcomeOf(call, params.taskId);
    if (!data) throw new CloudError(codes2017.notFound, `There is no task ${params.taskId} of parameter templates.`);
    return { data };
  },
} satisfies Handlers2017<typeof actions>;
