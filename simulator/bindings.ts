/**
 * Actions of today, answered from the same world: a binding says which action of the documents does the same, and is read
 * backwards here. The handlers know nothing of it.
 */
import type { Binding } from '../catalogue/binding.ts';
import type { FamilyData, Field } from '../catalogue/define.ts';
import { type ActionName, familyModules } from '../catalogue/index.ts';
import type { FamilyModule } from '../catalogue/module.ts';
import { at } from '../catalogue/rows.ts';
import { answerOutward, type BoundActions, callInward, leftOut, rowOutward } from '../catalogue/translate.ts';
import { isRecord } from '../catalogue/values.ts';
import type { AnyHandler, Call } from './call.ts';
import { CloudError } from './errors.ts';
import { handlers } from './families/registry.ts';
import { normalise } from './protocol/normalise.ts';
import type { Result } from './protocol/request.ts';
import { listPage } from './rules/lists.ts';

type Values = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/** Rows of one sort: how they are listed, and which of their fields is the id. */
type Sort = Pick<FamilyData, 'id' | 'operations'>;

interface Candidate {
  readonly name: string;
  readonly bound: BoundActions;
  readonly sort: Sort;
}

const known: Readonly<Partial<Record<string, AnyHandler>>> = handlers;

function handlerOf(name: string): AnyHandler {
  const handler = known[name];
  if (!handler) throw new Error(`${name} has no handler`);
  return handler;
}

function candidatesOf({ data, actions, today = {} }: FamilyModule): [string, Candidate][] {
  const sorts: readonly Sort[] = [data, ...Object.values(data.variants ?? {})];
  return Object.entries(today).flatMap(([name, binding]): [string, Candidate][] => {
    const [own, theirs] = [actions[name], actions[binding.action]];
    const sort = sorts.find(({ operations }) => Object.values(operations).some(([first]) => first === name)) ?? data;
    const listed = sort.operations.list?.[0] ?? '';
    const rows = today[listed] ?? binding;
    const [ownList, theirList] = [actions[listed], actions[rows.action]];
    const list = ownList && theirList && today[listed] ? { own: ownList, theirs: theirList } : undefined;
    return own && theirs ? [[binding.action, { name, sort, bound: { binding, own, theirs, rows, list } }]] : [];
  });
}

/** Action of today → the operations that it does, in the catalogue's order. */
const candidates = new Map<string, Candidate[]>();
for (const [action, candidate] of familyModules.flatMap(candidatesOf)) {
  candidates.set(action, [...(candidates.get(action) ?? []), candidate]);
}

/** Whether an action is answered, by a handler of its own or through a binding. */
export const isServed = (name: string): boolean => Object.hasOwn(handlers, name) || candidates.has(name);

/** The handler of an action of today that has none of its own; undefined for every other action. */
export function boundHandler(name: ActionName): AnyHandler | undefined {
  const found = candidates.get(name);
  if (!found || Object.hasOwn(handlers, name)) return undefined;
  return (params, call) => {
    const read = (values: Values) =>
      found.flatMap((one) => ({ one, own: callInward(one.bound, values, call.region) })).find(({ own }) => own);
    const chosen = read(params);
    if (!chosen?.own) throw new CloudError('UnsupportedOperation', `${name} cannot do this here.`);
    const { one } = chosen;
    return refusing(one.bound.binding, () => (one.bound.theirs.paging ? list(one, params, call) : act(one, chosen.own ?? {}, call)));
  };
}

/** What the documents' handler refuses with, in the code that today's action has for it. */
function refusing<T>({ refusals = {} }: Binding, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof CloudError ? refusals[error.code] : undefined;
    if (code === undefined || !(error instanceof CloudError)) throw error;
    throw new CloudError(code, error.message);
  }
}

/** Several ids, or several values of a filter, ask for what any of them fits: each is a call of its own. */
function singly({ theirs }: BoundActions, params: Values): Values[] {
  const isPage = (name: string): boolean => name === theirs.paging?.offset || name === theirs.paging?.limit;
  return Object.entries(params).reduce<Values[]>(
    (calls, [name, value]) => {
      if (isPage(name)) return calls;
      const options =
        theirs.params[name]?.kind === 'filters' ? filtersSingly(value) : Array.isArray(value) ? value.map((item) => [item]) : [value];
      return calls.flatMap((one) => options.map((option) => ({ ...one, [name]: option })));
    },
    [{}],
  );
}

const filtersSingly = (filters: unknown): unknown[] =>
  (Array.isArray(filters) ? filters : [])
    .filter(isRecord)
    .reduce<unknown[][]>(
      (all, { Name, Values }) =>
        all.flatMap((one) => (Array.isArray(Values) ? Values : []).map((value) => [...one, { Name, Values: [value] }])),
      [[]],
    );

/** All rows of the documents' list. */
function rowsOf({ name, bound }: Pick<Candidate, 'name' | 'bound'>, own: Values, call: Call): Row[] {
  const { paging, params } = bound.own;
  if (!paging) return [];
  const rows: Row[] = [];
  for (;;) {
    const page = { ...own, [paging.offset]: rows.length, [paging.limit]: paging.max };
    const answer = handlerOf(name)(normalise(params, page), call);
    const more = at(answer, paging.items);
    if (Array.isArray(more)) rows.push(...(more as Row[]));
    if (!Array.isArray(more) || more.length < paging.max) return rows;
  }
}

function list(one: Candidate, params: Values, call: Call): Result {
  const { bound, sort } = one;
  const { paging } = bound.theirs;
  const found = new Map<unknown, Row>();
  const calls = singly(bound, params);
  for (const single of calls) {
    for (const row of rowsOf(one, callInward(bound, single, call.region) ?? {}, call)) found.set(row[sort.id], row);
  }
  // What several calls found stands in the order of the whole list, like any list's rows.
  const whole = calls.length > 1 ? rowsOf(one, callInward(bound, {}, call.region) ?? {}, call) : [];
  const ordered = new Map([...whole.filter((row) => found.has(row[sort.id])).map((row) => [row[sort.id], row] as const), ...found]);
  const [offset, limit] = [Number(params[paging?.offset ?? ''] ?? 0), Number(params[paging?.limit ?? ''] ?? 20)];
  const { total, rows } = listPage([...ordered.values()], { offset, limit, newestFirst: false });
  return { [paging?.total ?? '']: total, [paging?.items ?? '']: rows.map((row) => rowOutward(bound, row)) };
}

const listOf = ({ sort }: Candidate): Candidate | undefined =>
  [...candidates.values()].flat().find(({ name }) => name === sort.operations.list?.[0]);

/** One of the documents' writes or reads; what it needs besides and today's action leaves out is told by the resource. */
function act(one: Candidate, own: Values, call: Call): Result {
  const { bound, sort, name } = one;
  const listing = listOf(one);
  const before = bound.own.kind === 'create' && listing ? new Set(rowsOf(listing, {}, call).map((row) => row[sort.id])) : undefined;
  const needed = bound.own.kind === 'create' ? [] : [...(bound.binding.drops ?? []), ...leftOut(bound, own)];
  const [row] = listing && needed.length > 0 ? rowsOf(listing, { [sort.id]: own[sort.id] }, call) : [];
  const told = Object.fromEntries(needed.flatMap((field) => (row && row[field] !== undefined ? [[field, row[field]]] : [])));
  const answer = handlerOf(name)(normalise({ ...bound.own.params, ...bound.binding.offers }, { ...told, ...own }), call);
  const made = before && listing ? rowsOf(listing, {}, call).find((candidate) => !before.has(candidate[sort.id])) : undefined;
  return { ...(made && listing ? madeOf(bound, rowOutward(listing.bound, made)) : {}), ...answerOutward(bound, answer ?? {}) };
}

/** What the answer to a create tells of the new resource: its row, its id, that it is one. */
const madeOf = ({ theirs }: BoundActions, row: Row): Result =>
  Object.fromEntries(Object.entries(theirs.results).map(([name, field]) => [name, tellOf(field, name, row)]));

function tellOf(field: Field, name: string, row: Row): unknown {
  if (field.kind === 'list') return [row];
  if (field.kind === 'struct') return row;
  return field.kind === 'integer' ? 1 : row[name];
}
