/** The one way to write: checked by the catalogue before it is sent, and everything it made stale is asked for again. */
import type { QueryClient } from '@tanstack/react-query';
import type { Dialect } from '../../catalogue/binding.ts';
import type { ActionData } from '../../catalogue/define.ts';
import { followOf } from '../../catalogue/dialects.ts';
import { type FamilyModule, spokenModule } from '../../catalogue/lazy.ts';
import { codeFor } from '../../catalogue/refusal.ts';
import { isService, services } from '../../catalogue/services.ts';
import { isLeftToCloud, validate } from '../../catalogue/validate.ts';
import { encode } from '../../catalogue/wire.ts';
import { type AnyRow, idIn, idOf, isPending, type Params, patchRow, requireOperation, rowIn, withoutBlankIds } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import { ApiError } from './api-error.ts';
import { callAction } from './call.ts';
import { byState } from './pollers.ts';
import { concerns, invalidate, keyOf, type ListData, type OneData, oneOptions } from './query.ts';
import { dialectOf, runOperation } from './run.ts';
import { addTask, startTask, type TaskRecord, type TaskStart } from './tasks.ts';

export interface WriteResult {
  readonly data: AnyRow;
  readonly requestId: string | null;
  /** The id of what was made or changed, where the answer or the parameters tell it. */
  readonly id: string | null;
  /** Set when the call only started the work: the task tray follows it. */
  readonly task: TaskRecord | null;
}

interface Write {
  readonly module: FamilyModule;
  /** "vpc:CreateSubnet" */
  readonly name: string;
  readonly params: Params;
  /** Sent under this very name, whatever the account's dialect calls instead: by the explorer, which shows what is sent. */
  readonly asNamed?: boolean;
  /** What a person calls the resource, for the task tray. */
  readonly label?: string | undefined;
}

/** What the catalogue finds wrong with a write, as the error the cloud would answer; null when it may be sent. */
export function refusal({ module, name, params }: Write, dialect: Dialect = 'documents'): ApiError | null {
  const action = actionOf(module, name);
  const problems = validate(action, params).filter((problem) => dialect === 'documents' || !isLeftToCloud(problem));
  const [first] = problems;
  if (!first) return null;
  const service = name.split(':')[0] ?? '';
  const protocol = isService(service) ? services[service].protocol : 'api3';
  return new ApiError({ code: codeFor(first, action, protocol), message: first.issue, field: first.path, outcome: 'not-done' }, 0, {
    problems,
  });
}

function actionOf(module: FamilyModule, name: string): ActionData {
  const action = module.actions[name];
  if (!action) throw new Error(`"${name}" is no action of the family "${module.data.family}"`);
  return action;
}

/**
 * Sends a write. Afterwards the lists of the families it changes are stale everywhere in this scope, and what is known
 * of the resource already is in the caches, so that the page shows it without waiting.
 * @throws ApiError; with `outcome: 'unknown'` when nobody can say whether it happened: then the lists are asked again too.
 */
export async function perform(client: QueryClient, scope: Scope, write: Write): Promise<WriteResult> {
  const { module, name, asNamed = false } = write;
  const action = actionOf(module, name);
  // The explorer sends what is entered.
  const params = asNamed ? write.params : withoutBlankIds(action, write.params);
  const refused = refusal({ ...write, params }, dialectOf(scope));
  if (refused) throw refused;
  const changes = action.changes ?? [module.data.family];
  try {
    const encoded = encode(action, params);
    const answer = asNamed ? await callAction(scope, name, encoded) : await runOperation(scope, module, name, encoded);
    const data: AnyRow = answer.data ?? {};
    const id = idIn(module, data) ?? (typeof params[module.data.id] === 'string' ? (params[module.data.id] as string) : null);
    const dialect = asNamed ? 'documents' : dialectOf(scope);
    const follow = followOf(await spokenModule(module, dialect), dialect, name);
    if (follow === 'answer') updateCaches(client, scope, write, data, id);
    const task = follow === 'task' ? startTask({ scope, write, action, data, requestId: answer.requestId, id }) : null;
    void invalidate(client, scope, changes, action.kind === 'delete' && follow === 'answer' ? id : null);
    const settling = module.data.pending && follow !== 'task' ? id : null;
    if (settling !== null) void followState(client, module, { scope, write, action, requestId: answer.requestId, id: settling });
    return { data, requestId: answer.requestId, id, task };
  } catch (error) {
    if (error instanceof ApiError && error.outcome !== 'not-done' && error.status !== 400) void invalidate(client, scope, changes);
    throw error;
  }
}

/** Work without a task of its own shows only in the resource's state: when that is not settled, the tray follows it. */
async function followState(
  client: QueryClient,
  module: FamilyModule,
  started: Omit<TaskStart, 'data'> & { readonly id: string },
): Promise<void> {
  // Best effort: the lists show the state as well.
  const read = client.fetchQuery({ ...oneOptions(started.scope, module, started.id), staleTime: 0 }).catch(() => null);
  const row = (await read)?.row;
  if (row && isPending(module, row)) addTask(started, byState, started.id);
}

/** Puts the known result of a write into the caches. Not of work that has only begun: of that nothing is known. */
function updateCaches(client: QueryClient, scope: Scope, { module, name, params }: Write, data: AnyRow, id: string | null): void {
  if (id === null) return;
  const { kind } = actionOf(module, name);
  if (kind === 'create') {
    const row = rowIn(module, data);
    if (row) addRow(client, scope, module, row);
  }
  if (kind === 'update') changeRow(client, scope, module, id, (row) => patchRow(row, params));
  if (kind === 'delete') changeRow(client, scope, module, id, () => null);
}

const isList = (data: ListData | OneData): data is ListData => 'rows' in data;

/** Whole, unfiltered lists only: whether a filtered one holds the new row is for the cloud to say. */
function addRow(client: QueryClient, scope: Scope, module: FamilyModule, row: AnyRow): void {
  const { name } = requireOperation(module, 'list');
  client.setQueryData<ListData>(keyOf(scope, name, {}, 'all'), (data) => {
    if (!data || data.rows.some((known) => idOf(module, known) === idOf(module, row))) return data;
    return { ...data, rows: [row, ...data.rows], total: data.total + 1 };
  });
}

const changedOne = (data: OneData, row: AnyRow | null): OneData => (row ? { ...data, row } : { ...data, row, gone: true });

function changeRow(client: QueryClient, scope: Scope, module: FamilyModule, id: string, change: (row: AnyRow) => AnyRow | null): void {
  const { name } = requireOperation(module, 'list');
  const service = keyOf(scope, name, {}).slice(0, 4);
  client.setQueriesData<ListData | OneData>(
    { queryKey: service, predicate: (query) => concerns(query.queryKey, scope, [module.data.family]) },
    (data) => {
      if (!data) return data;
      if (!isList(data)) return data.row && idOf(module, data.row) === id ? changedOne(data, change(data.row)) : data;
      const rows = data.rows.map((row) => (idOf(module, row) === id ? change(row) : row)).filter((row) => row !== null);
      return { ...data, rows, total: data.total + rows.length - data.rows.length };
    },
  );
}
