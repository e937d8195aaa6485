/** Reads a family's list whole, and tells the rows that can be read from those that cannot. */
import type { FamilyModule } from '../../catalogue/lazy.ts';
import { type AnyRow, idOf, type Params, requireOperation, rowFields } from '../lib/family.ts';
import { rowsOf } from '../lib/rows.ts';
import type { Scope } from '../lib/scope.ts';
import { type RowsOfAnswer, rawKey, sortReadable, type UnreadableRow } from '../lib/unreadable.ts';
import { type Page, type PagedRows, readAll, readUnpaged, reuseRows } from './paging.ts';
import { runOperation } from './run.ts';

export interface ListData<R = AnyRow> extends PagedRows<R> {
  /** Rows that came and are not as the catalogue says; not among `rows`. */
  readonly unreadable: readonly UnreadableRow[];
  /** Of the first page: what a person would quote to the cloud's support. */
  readonly requestId: string | null;
}

export interface OneData<R = AnyRow> {
  /** Null: the cloud says there is no such resource, or its row cannot be read. */
  readonly row: R | null;
  readonly unreadable?: UnreadableRow;
  readonly requestId: string | null;
  /** It was deleted from this console, so that nobody need ask. */
  readonly gone?: true;
}

interface Reading {
  readonly scope: Scope;
  readonly module: FamilyModule;
  readonly where: Params;
  readonly signal: AbortSignal;
  /** What was read last time. */
  readonly before: ListData | undefined;
  /** Told what has come so far, while more is on its way. */
  readonly publish: (part: ListData) => void;
}

/** Rows shown while more arrive are brought to the screen at most this often, in ms. */
const publishEvery = 200;

/** All pages of a list. @throws ApiError when a page cannot be had. */
export async function readList({ scope, module, where, signal, before, publish }: Reading): Promise<ListData> {
  const { name, data: action } = requireOperation(module, 'list');
  const fields = rowFields(action);
  let requestId: string | null = null;
  let published = Number.NEGATIVE_INFINITY;
  let nameless = 0;
  const { paging } = action;
  const call = async (page: Params): Promise<Page<unknown>> => {
    const answer = await runOperation(scope, module, name, { ...where, ...page }, signal);
    requestId ??= answer.requestId;
    return rowsOf(action, answer.data);
  };
  // Rows without an id are none of them the same.
  const idOfRow = (raw: unknown): string => {
    nameless += 1;
    return rawKey(module.data, raw) || `?${nameless}`;
  };
  const onProgress = (part: PagedRows<unknown>): void => {
    // A list that is on the screen in full does not shrink while it is read again.
    const now = performance.now();
    if (before?.complete || now - published < publishEvery) return;
    published = now;
    publish({ ...part, ...sortReadable(module.data, fields, part.rows), requestId });
  };
  const whole = paging
    ? await readAll((offset, limit) => call({ [paging.offset]: offset, [paging.limit]: limit }), {
        limit: paging.max,
        idOf: idOfRow,
        onProgress,
      })
    : await readUnpaged(() => call({}), idOfRow);
  return { ...whole, ...reuseUnchanged(module, before?.rows ?? [], sortReadable(module.data, fields, whole.rows)), requestId };
}

/** The same with rows that did not change as the objects they were before. */
export const reuseUnchanged = (module: FamilyModule, before: readonly AnyRow[], { rows, unreadable }: RowsOfAnswer): RowsOfAnswer => ({
  rows: reuseRows(before, rows, (row) => rawKey(module.data, row) || idOf(module, row)),
  unreadable,
});

/** The one of the rows that bears the id. */
export function oneOf(module: FamilyModule, { rows, unreadable }: RowsOfAnswer, id: string, requestId: string | null): OneData {
  const odd = unreadable.find((row) => row.id === id);
  return { row: rows.find((row) => idOf(module, row) === id) ?? null, ...(odd ? { unreadable: odd } : {}), requestId };
}

/** For the cache: what was read before, where the same was read again. Rows are compared as objects, which `reuseUnchanged` keeps. */
export function sameOne(before: unknown, after: unknown): unknown {
  const [old, now] = [before, after] as [OneData | undefined, OneData];
  const same = old && old.row === now.row && old.unreadable === now.unreadable && old.requestId === now.requestId && old.gone === now.gone;
  return same ? old : now;
}
