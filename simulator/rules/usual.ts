/** What most families of API 3.0 do alike with their rows, as the catalogue tells it: find one, list, change fields, delete. */
import type { ActionData, FamilyData, Fields } from '../../catalogue/define.ts';
import { type ActionName, familyData, findAction, type ResultOf } from '../../catalogue/index.ts';
import { isSameName } from '../../catalogue/names.ts';
import type { Call, CallContext } from '../call.ts';
import { CloudError } from '../errors.ts';
import { cloudTime } from '../world/clock.ts';
import type { TableSpec } from '../world/table.ts';
import { giveBackAddresses } from './addresses.ts';
import { fieldsOf } from './answers.ts';
import { blockersOf, listBlockers } from './blockers.ts';
import { dropDependents } from './cascades.ts';
import type { FilterReaders } from './filters.ts';
import { byId, idsOrFilters, type ListParams } from './lists.ts';
import { rowOf } from './rows.ts';

type Data = typeof familyData;
/** The families whose list is one of API 3.0, and their lists. */
type ListOf<F extends keyof Data> = Data[F] extends { readonly operations: { readonly list: readonly [infer A, ...(readonly unknown[])] } }
  ? A & ActionName & `vpc:${string}`
  : never;

type Params = Readonly<Record<string, unknown>>;

/** What a new row need not be given: its id, which is new, and its time, which is now. */
type NewRow<F extends keyof Data, R> = Omit<R, Data[F]['id'] | 'CreatedTime'>;

/** The fields of a listed row. */
function shapeOf({ results, paging }: ActionData): { readonly fields: Fields } {
  const rows = results[paging?.items ?? ''];
  if (rows?.kind !== 'list' || rows.of.kind !== 'struct') throw new Error(`no list of API 3.0 has its rows at ${paging?.items}`);
  return rows.of;
}

/** Filter key → the field of its own name, of those that `reads` says nothing of. */
function filterFields(family: string, list: ActionData, fields: Fields, reads: object): (readonly [key: string, field: string])[] {
  return Object.values(list.params)
    .flatMap((field) => (field.kind === 'filters' ? Object.keys(field.keys) : []))
    .filter((key) => !Object.hasOwn(reads, key))
    .map((key): readonly [key: string, field: string] => {
      const field = Object.keys(fields).find((name) => isSameName(name, key));
      if (field === undefined) throw new Error(`no field of ${family} is named as its filter "${key}": say what it reads`);
      return [key, field];
    });
}

/** The filters that read the field of their own name: how each reads a row, and the index of those that have one. */
function filtersOf<R extends object, I extends string>(
  { family, id }: FamilyData,
  list: ActionData,
  { indexes }: TableSpec<R, I>,
  fields: Fields,
  reads: FilterReaders<R>,
) {
  const fieldOf = filterFields(family, list, fields, reads);
  const indexed = fieldOf.flatMap(([key, field]): [string, I | typeof byId][] =>
    field === id ? [[key, byId]] : Object.hasOwn(indexes, field) ? [[key, field as I]] : [],
  );
  const read = fieldOf.map(([key, field]) => [key, (row: R): string => String((row as Params)[field] ?? '')] as const);
  return { indexed: Object.fromEntries(indexed), reads: Object.fromEntries(read) };
}

/**
 * The handlers that a family of API 3.0 need not write, for rows that are spelled as its list shows them. A filter reads the
 * field of its own name, by the table's index of that name where there is one; `reads` says what the others read.
 */
export function usual<F extends keyof Data & string, R extends object, I extends string>(
  family: F,
  spec: TableSpec<R, I>,
  reads: FilterReaders<R> = {},
) {
  const data: FamilyData = familyData[family];
  const errorsOf = (operation: string): readonly string[] => findAction(data.operations[operation]?.[0] ?? '')?.errors ?? [];
  const list = findAction(data.operations.list?.[0] ?? '');
  if (!list) throw new Error(`the family ${family} has no list`);
  const shape = shapeOf(list);
  const items = list.paging?.items ?? '';
  const ids = Object.entries(list.params).find(([, field]) => field.kind === 'list')?.[0] ?? '';
  const filtered = filtersOf(data, list, spec, shape.fields, reads);

  /** @throws CloudError ResourceNotFound when the caller has none of this id in the region. */
  const find = (call: Call, id: string): R => rowOf(call, spec, spec.name.replaceAll('-', ' '), id, 'ResourceNotFound');
  const own = (params: Params): string => String(params[data.id]);

  return {
    find,
    /** Puts a new row of these fields, without checks: for what creates, once it has checked, and for seeds. */
    add: (ctx: CallContext, fields: NewRow<F, R>): R => {
      const id = ctx.partition.newId(spec, data.idPrefixes[0] ?? family);
      // The cast is there because the compiler cannot follow that an id and a time are all that `NewRow` leaves out.
      return ctx.partition.table(spec).put({ [data.id]: id, CreatedTime: cloudTime(ctx.now), ...fields } as unknown as R);
    },
    /** By ids or filters, page by page. An id of nobody's is refused where the list's table says so, else it finds nothing. */
    list: (params: ListParams & Params, call: Call): ResultOf<ListOf<F>> => {
      const table = call.table(spec);
      const isStrict = list.errors.includes('ResourceNotFound');
      const { total, rows } = idsOrFilters(table, params, {
        ids: params[ids] as readonly string[] | undefined,
        find: (id) => (isStrict ? find(call, id) : (table.get(id) ?? [])),
        reads: { ...filtered.reads, ...reads },
        indexed: filtered.indexed,
      });
      // The cast is there because the compiler cannot follow which result holds the rows.
      return { TotalCount: total, [items]: rows.map((row) => fieldsOf(shape, row)) } as unknown as ResultOf<ListOf<F>>;
    },
    /** Takes over what the call gives of the row's fields. */
    update: (params: Params, call: Call): void => {
      const row = find(call, own(params));
      const given = Object.entries(params).filter(([name, value]) => value !== undefined && Object.hasOwn(row, name));
      call.table(spec).put({ ...row, ...Object.fromEntries(given) });
    },
    /** What goes with it goes too, and its addresses are free again. @throws CloudError ResourceInUse, or what its table has for that, naming what stands in the way. */
    delete: (params: Params, call: Call): void => {
      const id = own(params);
      find(call, id);
      const blockers = blockersOf(call, data.id, id);
      const code = errorsOf('delete').includes('UnsupportedOperation') ? 'UnsupportedOperation' : 'ResourceInUse';
      if (blockers.length > 0) throw new CloudError(code, `${id} is in use: ${listBlockers(blockers)}.`);
      dropDependents(call, data.id, id);
      giveBackAddresses(call.partition, id);
      call.table(spec).delete(id);
    },
  };
}
