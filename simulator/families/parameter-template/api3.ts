/** Parameter templates over API 3.0 (6087-7135). Everything is done at once here. */
import type { actions } from '../../../catalogue/families/parameter-template/index.ts';
import type { Call, Handlers3 } from '../../call.ts';
import { CloudError } from '../../errors.ts';
import { type FilterReaders, matcherOf } from '../../rules/filters.ts';
import { type ListParams, listPage } from '../../rules/lists.ts';
import { tellsToday } from '../../rules/today.ts';
import { changeTemplate, checkIdle, createTemplate, type NewTemplate, type TemplateCodes, templateOf, usersOf } from './rules.ts';
import { type TemplateKind, type TemplateRow, templateTable } from './table.ts';

const notFound = 'ResourceNotFound';
const general = 'InvalidParameterValue';
const malformed = 'InvalidParameterValue.Malformed';
const duplicate = 'InvalidParameterValue.Duplicate';

/** What is over a quota is public (969), and no table of these actions has a code of its own for it. */
const publicCodes = { notFound, noMember: notFound, overQuota: 'LimitExceeded', tooLarge: 'LimitExceeded', busy: 'ResourceUnavailable' };
/** By what the action's own table names: everything, nothing but Malformed, nothing but the general code. */
const all: TemplateCodes = { ...publicCodes, duplicate, badName: general };
const onlyMalformed: TemplateCodes = { ...publicCodes, duplicate: malformed, badName: malformed };
const onlyGeneral: TemplateCodes = { ...publicCodes, noMember: general, duplicate: general, badName: general };

const addressTemplate = (row: TemplateRow) => ({
  AddressTemplateName: row.Name,
  AddressTemplateId: row.TemplateId,
  AddressSet: [...row.Members],
  CreatedTime: row.CreatedTime,
});

const addressTemplateGroup = (row: TemplateRow) => ({
  AddressTemplateGroupName: row.Name,
  AddressTemplateGroupId: row.TemplateId,
  AddressTemplateIdSet: [...row.Members],
  CreatedTime: row.CreatedTime,
});

const serviceTemplate = (row: TemplateRow) => ({
  ServiceTemplateId: row.TemplateId,
  ServiceTemplateName: row.Name,
  ServiceSet: [...row.Members],
  CreatedTime: row.CreatedTime,
});

/** Today spells right what the documents call it by. */
const serviceTemplateGroup = (call: Call, row: TemplateRow) => ({
  ServiceTemplateGroupId: row.TemplateId,
  ...((tellsToday(call) ? { ServiceTemplateGroupName: row.Name } : { ServiceTemplateName: row.Name }) as { ServiceTemplateName: string }),
  ServiceTemplateIdSet: [...row.Members],
  CreatedTime: row.CreatedTime,
});

const readsOf = (prefix: string): FilterReaders<TemplateRow> => ({
  [`${prefix}-name`]: (row) => row.Name,
  [`${prefix}-id`]: (row) => row.TemplateId,
});

const reads: Readonly<Record<TemplateKind, FilterReaders<TemplateRow>>> = {
  ipm: readsOf('address-template'),
  ipmg: readsOf('address-template-group'),
  ppm: readsOf('service-template'),
  ppmg: readsOf('service-template-group'),
};

function list(call: Call, kind: TemplateKind, params: ListParams) {
  const page = { offset: params.Offset ?? 0, limit: params.Limit ?? 20, newestFirst: true };
  const table = call.table(templateTable);
  return listPage(table.byTime(table.where('Kind', kind)), page, matcherOf(reads[kind], params.Filters));
}

function modify(call: Call, kind: TemplateKind, id: string, wanted: Partial<NewTemplate>, codes: TemplateCodes) {
  call.table(templateTable).put(changeTemplate(call, templateOf(call, kind, id, notFound), wanted, codes));
}

function remove(call: Call, kind: TemplateKind, id: string) {
  const row = templateOf(call, kind, id, notFound);
  checkIdle(row, all);
  const users = usersOf(call, row);
  if (users.length > 0) throw new CloudError('ResourceInUse', `The parameter template ${id} is used by ${users.slice(0, 20).join(', ')}.`);
  call.table(templateTable).delete(id);
}

/** A parameter that was not sent is not there: what is left out stays as it is. */
const given = (name: string | undefined, members: readonly string[] | undefined): Partial<NewTemplate> => ({
  ...(name === undefined ? {} : { name }),
  ...(members === undefined ? {} : { members }),
});

/** What today tells beside the members: accounts of the documents where somebody wrote a remark. */
function remarksToday(call: Call, { Members, Remarks = {}, CreatedTime }: TemplateRow, name: 'Address' | 'Service') {
  if (!tellsToday(call) && Object.keys(Remarks).length === 0) return {};
  return {
    [`${name}ExtraSet`]: Members.map((member) => ({ [name]: member, Description: Remarks[member] ?? '', UpdatedTime: CreatedTime })),
  };
}

/** Members with remarks, where today's call gives them so. @throws CloudError where it gives them both ways. */
function givenToday(
  name: string | undefined,
  bare: readonly string[] | undefined,
  params: Readonly<Record<string, unknown>>,
  kind: 'Address' | 'Service',
): Partial<NewTemplate> {
  const extra = params[kind === 'Address' ? 'AddressesExtra' : 'ServicesExtra'] as readonly Readonly<Record<string, string>>[] | undefined;
  if (extra === undefined) return given(name, bare);
  if (bare !== undefined) throw new CloudError('InvalidParameter.Coexist', 'Members are given bare or with remarks, not both.');
  return {
    ...given(
      name,
      extra.map((one) => one[kind] ?? ''),
    ),
    remarks: extra.map((one) => one.Description ?? ''),
  };
}

/** A new template, its members bare or with remarks. @throws CloudError where it has none. */
function wantedOf(
  name: string,
  bare: readonly string[] | undefined,
  params: Readonly<Record<string, unknown>>,
  kind: 'Address' | 'Service',
): NewTemplate {
  const { members, remarks } = givenToday(name, bare, params, kind);
  if (members === undefined)
    throw new CloudError('MissingParameter', `Members are given by ${kind === 'Address' ? 'Addresses' : 'Services'}.`);
  return { name, members, ...(remarks ? { remarks } : {}) };
}

export const handlers = {
  'vpc:CreateAddressTemplate': (params, call) => {
    const wanted = wantedOf(params.AddressTemplateName, params.Addresses, params, 'Address');
    return { AddressTemplate: addressTemplate(createTemplate(call, 'ipm', wanted, all)) };
  },
  'vpc:DescribeAddressTemplates': (params, call) => {
    const { total, rows } = list(call, 'ipm', params);
    return {
      TotalCount: total,
      AddressTemplateSet: rows.map((row) => ({ ...addressTemplate(row), ...remarksToday(call, row, 'Address') })),
    };
  },
  'vpc:ModifyAddressTemplateAttribute': (params, call) =>
    modify(
      call,
      'ipm',
      params.AddressTemplateId,
      givenToday(params.AddressTemplateName, params.Addresses, params, 'Address'),
      onlyMalformed,
    ),
  'vpc:DeleteAddressTemplate': (params, call) => remove(call, 'ipm', params.AddressTemplateId),

  'vpc:CreateAddressTemplateGroup': (params, call) => {
    const wanted = { name: params.AddressTemplateGroupName, members: params.AddressTemplateIds };
    return { AddressTemplateGroup: addressTemplateGroup(createTemplate(call, 'ipmg', wanted, onlyMalformed)) };
  },
  'vpc:DescribeAddressTemplateGroups': (params, call) => {
    const { total, rows } = list(call, 'ipmg', params);
    return { TotalCount: total, AddressTemplateGroupSet: rows.map(addressTemplateGroup) };
  },
  'vpc:ModifyAddressTemplateGroupAttribute': (params, call) =>
    modify(call, 'ipmg', params.AddressTemplateGroupId, given(params.AddressTemplateGroupName, params.AddressTemplateIds), all),
  'vpc:DeleteAddressTemplateGroup': (params, call) => remove(call, 'ipmg', params.AddressTemplateGroupId),

  'vpc:CreateServiceTemplate': (params, call) => {
    const wanted = wantedOf(params.ServiceTemplateName, params.Services, params, 'Service');
    return { ServiceTemplate: serviceTemplate(createTemplate(call, 'ppm', wanted, onlyGeneral)) };
  },
  'vpc:DescribeServiceTemplates': (params, call) => {
    const { total, rows } = list(call, 'ppm', params);
    return {
      TotalCount: total,
      ServiceTemplateSet: rows.map((row) => ({ ...serviceTemplate(row), ...remarksToday(call, row, 'Service') })),
    };
  },
  'vpc:ModifyServiceTemplateAttribute': (params, call) =>
    modify(
      call,
      'ppm',
      params.ServiceTemplateId,
      givenToday(params.ServiceTemplateName, params.Services, params, 'Service'),
      onlyMalformed,
    ),
  'vpc:DeleteServiceTemplate': (params, call) => remove(call, 'ppm', params.ServiceTemplateId),

  'vpc:CreateServiceTemplateGroup': (params, call) => {
    const wanted = { name: params.ServiceTemplateName, members: params.ServiceTemplateIds };
    return { ServiceTemplateGroup: serviceTemplateGroup(call, createTemplate(call, 'ppmg', wanted, onlyGeneral)) };
  },
  'vpc:DescribeServiceTemplateGroups': (params, call) => {
    const { total, rows } = list(call, 'ppmg', params);
    return { TotalCount: total, ServiceTemplateGroupSet: rows.map((row) => serviceTemplateGroup(call, row)) };
  },
  'vpc:ModifyServiceTemplateGroupAttribute': (params, call) =>
    modify(call, 'ppmg', params.ServiceTemplateGroupId, given(params.ServiceTemplateName, params.ServiceTemplateIds), onlyMalformed),
  'vpc:DeleteServiceTemplateGroup': (params, call) => remove(call, 'ppmg', params.ServiceTemplateGroupId),
} satisfies Handlers3<typeof actions>;
