/**
 * Parameters of today that no handler knows. What a resource's row tells under the same name is kept and told; lists are narrowed,
 * ordered and paged by what they are asked; a repetition under the same token is answered alike. What would have to be done, and
 * is not, is refused: a call that is answered has had its effect.
 */
import type { ActionData, Field } from '../../catalogue/define.ts';
import { fieldsOfToday } from '../../catalogue/further.ts';
import { isSameName } from '../../catalogue/names.ts';
import { at } from '../../catalogue/rows.ts';
import { isRecord } from '../../catalogue/values.ts';
import type { AnyHandler, Call } from '../call.ts';
import { CloudError } from '../errors.ts';
import type { Plan } from '../protocol/plans.ts';
import type { Result } from '../protocol/request.ts';
import type { FiltersIn } from '../rules/filters.ts';
import { idsIn, ownId } from '../rules/own-ids.ts';
import { places } from './reads.ts';
import { furtherTable, tokenTable } from './table.ts';

type Params = Readonly<Record<string, unknown>>;

/** The parameters that the handler knows, those that it does not, and the filters that it does not. */
export interface Parts {
  readonly own: Params;
  readonly further: Params;
  readonly filters: FiltersIn;
}

/** What says how a list is to be told, or what the simulated cloud has only one way of. */
const heeded: ReadonlySet<string> = new Set([
  'ClientToken',
  'OrderField',
  'OrderDirection',
  'MaxResults',
  'NextToken',
  // Answers have the whole of it in any case.
  'NeedMemberInfo',
  'NeedRouterInfo',
  'MemberOrderField',
  'MemberOrderDirection',
  // What stood there before, for the cloud's own logs.
  'OriginalSecurityGroupPolicySet',
  // There is nothing that could be risked, and one cluster.
  'IgnoreOperationRisk',
  'VipCluster',
  'IsDedicatedAddressPool',
  'PublicIpFromSameZone',
]);

const filtersNameOf = ({ params }: ActionData): string => Object.keys(params).find((name) => params[name]?.kind === 'filters') ?? '';

/** The result that holds rows of the family, or its one row, and the fields that today tells of them. */
function rowResults({ name, data }: Plan): readonly (readonly [result: string, fields: ReadonlySet<string>])[] {
  return Object.keys(data.results)
    .map((result) => [result, fieldsOfToday(name, result)] as const)
    .filter(([, fields]) => fields.size > 0);
}

/** The row with what was said of it before. */
function toldRow(plan: Plan, fields: ReadonlySet<string>, row: unknown, call: Call): unknown {
  if (!isRecord(row)) return row;
  const kept = call.table(furtherTable).get(ownId(plan.family, row) ?? '')?.Fields ?? {};
  return { ...row, ...Object.fromEntries(Object.entries(kept).filter(([name]) => fields.has(name))) };
}

function told(plan: Plan, result: Result, call: Call): Result {
  if (call.table(furtherTable).size === 0) return result;
  const more = rowResults(plan).flatMap(([name, fields]): [string, unknown][] => {
    const value = result[name];
    if (value === undefined) return [];
    return [[name, Array.isArray(value) ? value.map((row) => toldRow(plan, fields, row, call)) : toldRow(plan, fields, value, call)]];
  });
  return more.length > 0 ? { ...result, ...Object.fromEntries(more) } : result;
}

/** The fields that rows of the plan's family are told with by any of its actions. */
const fieldsOfFamily = (plans: readonly Plan[], { family }: Plan): ReadonlySet<string> =>
  new Set(plans.filter((one) => one.family === family).flatMap((one) => rowResults(one).flatMap(([, fields]) => [...fields])));

/** The texts of a row at a path, "*" for each of a list. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  const [step, ...rest] = path;
  if (value === undefined || value === null) return [];
  if (step === undefined) return [String(value)];
  if (step === '*') return Array.isArray(value) ? value.flatMap((one) => textsAt(one, rest)) : [];
  return isRecord(value) ? textsAt(value[step], rest) : [];
}

/** @throws CloudError for a key by which the simulated cloud narrows nothing. */
function matches(key: string, values: readonly string[], fields: ReadonlySet<string>): (row: unknown) => boolean {
  const own = [...fields].find((field) => isSameName(field, key));
  const paths = places[key] ?? (own === undefined ? [] : [own]);
  if (paths.length === 0) throw new CloudError('UnsupportedOperation', `The simulated cloud does not narrow this list by ${key}.`);
  return (row) => paths.some((path) => textsAt(row, path.split('.')).some((text) => values.includes(text)));
}

/** Every row that the handler finds, page by page. */
function everyRow(data: ActionData, handler: AnyHandler, params: Params, call: Call): unknown[] {
  const { paging } = data;
  if (!paging) return [];
  const all: unknown[] = [];
  for (;;) {
    const rows = at(handler({ ...params, [paging.offset]: all.length, [paging.limit]: paging.max }, call), paging.items);
    if (!Array.isArray(rows)) return all;
    all.push(...rows);
    if (rows.length < paging.max) return all;
  }
}

const ordered = (rows: readonly unknown[], { OrderField, OrderDirection }: Params): readonly unknown[] => {
  if (typeof OrderField !== 'string') return rows;
  const field = (row: unknown): string =>
    isRecord(row) ? String(Object.entries(row).find(([name]) => isSameName(name, OrderField))?.[1] ?? '') : '';
  const sign = String(OrderDirection).toUpperCase() === 'DESC' ? -1 : 1;
  return [...rows].sort((one, other) => sign * field(one).localeCompare(field(other), 'en', { numeric: true }));
};

function list(plan: Plan, handler: AnyHandler, { own, further, filters }: Parts, call: Call): Result {
  const { data } = plan;
  const { paging } = data;
  if (!paging) return told(plan, handler(own, call), call);
  const fields = fieldsOfToday(plan.name, paging.items);
  // A parameter that names a field of the rows narrows them as a filter does.
  const named = Object.entries(further).filter(([name]) => !heeded.has(name));
  const conditions = [
    ...filters.map(({ Name, Values }) => matches(Name, Values, fields)),
    ...named.map(([name, value]) => matches(name, [value].flat().map(String), fields)),
  ];
  const rows = everyRow(data, handler, own, call).map((row) => toldRow(plan, fields, row, call));
  const found = ordered(
    rows.filter((row) => conditions.every((holds) => holds(row))),
    further,
  );
  const { MaxResults, NextToken } = further;
  const offset = Number(NextToken ?? own[paging.offset] ?? 0);
  const limit = Number(MaxResults ?? own[paging.limit] ?? 20);
  if (!Number.isSafeInteger(offset)) throw new CloudError('InvalidParameterValue', 'NextToken is none that this list gave.');
  const next = MaxResults !== undefined && offset + limit < found.length ? { NextToken: String(offset + limit) } : {};
  return { [paging.total]: found.length, [paging.items]: found.slice(offset, offset + limit), ...next };
}

/** @throws CloudError for what neither a row tells nor anything here does. */
function keepable(plans: readonly Plan[], plan: Plan, further: Params): Params {
  const entries = Object.entries(further).filter(([name]) => !heeded.has(name));
  if (entries.length === 0) return {};
  const fields = fieldsOfFamily(plans, plan);
  const lost = entries.find(([name]) => !fields.has(name));
  if (lost) throw new CloudError('UnsupportedOperation', `The simulated cloud does not do what ${lost[0]} of ${plan.action} asks for.`);
  return Object.fromEntries(entries);
}

function keep(plan: Plan, own: Params, further: Params, result: Result, call: Call): void {
  if (Object.keys(further).length === 0) return;
  const made = idsIn(plan.family, result);
  const table = call.table(furtherTable);
  for (const ResourceId of made.length > 0 ? made : idsIn(plan.family, own)) {
    table.put({ ResourceId, Fields: { ...table.get(ResourceId)?.Fields, ...further } });
  }
}

/** The parts of a call's parameters; only the filters have to be told apart still. */
export function partsOf({ data }: Plan, own: Params, further: Params): Parts {
  const filtersName = filtersNameOf(data);
  const field: Field | undefined = data.params[filtersName];
  const asked = (Array.isArray(own[filtersName]) ? own[filtersName] : []) as FiltersIn;
  const isKnown = (key: string): boolean =>
    field?.kind === 'filters' &&
    (Object.hasOwn(field.keys, key) || Object.keys(field.keys).some((one) => one.endsWith(':') && key.startsWith(one)));
  const filters = asked.filter(({ Name }) => !isKnown(Name));
  if (filters.length === 0) return { own, further, filters };
  return { own: { ...own, [filtersName]: asked.filter((one) => !filters.includes(one)) }, further, filters };
}

/** Does what was asked, with what the handler does not know of. */
export function performFurther(
  plans: readonly Plan[],
  plan: Plan,
  handler: AnyHandler,
  { own, further, filters }: Parts,
  call: Call,
): Result {
  if (plan.protocol !== 'api3') return handler(own, call);
  if (plan.data.paging) {
    const isPlain = Object.keys(further).length === 0 && filters.length === 0;
    keepable(plans, plan, further);
    return isPlain ? told(plan, handler(own, call), call) : list(plan, handler, { own, further, filters }, call);
  }
  const kept = keepable(plans, plan, further);
  const act = (): Result => {
    const result = handler(own, call);
    keep(plan, own, kept, result, call);
    return told(plan, result, call);
  };
  const { ClientToken } = further;
  return typeof ClientToken === 'string' ? once(plan, ClientToken, { ...own, ...kept }, call, act) : act();
}

/** What was answered under the token before, or what is done now. @throws CloudError where the token was another call's. */
function once({ name }: Plan, ClientToken: string, asked: Params, call: Call, act: () => Result): Result {
  const Asked = JSON.stringify(asked);
  const before = call.table(tokenTable).get(`${name} ${ClientToken}`);
  if (before && before.Asked !== Asked) throw new CloudError('InvalidParameterValue', 'The ClientToken was used for another call.');
  if (before) return before.Answer;
  const Answer = act();
  call.table(tokenTable).put({ ClientToken, Action: name, Asked, Answer });
  return Answer;
}
