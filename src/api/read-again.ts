/** Reading before a write: what the cloud says now, never what a cache says. */
import type { QueryClient } from '@tanstack/react-query';
import type { ModuleOf } from '../../catalogue/lazy.ts';
import { type AnyRow, idOf, whereId } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import { listOptions, oneOptions } from './query.ts';

/** The resource's row by now; null when there is none any more. The pages below see it too. @throws ApiError */
export async function readRowAgain<R = AnyRow>(client: QueryClient, scope: Scope, module: ModuleOf<R>, id: string): Promise<R | null> {
  if (whereId(module, id) === null)
    return (await readRowsAgain(client, scope, module)).find((row) => idOf(module, row as AnyRow) === id) ?? null;
  const one = oneOptions(scope, module, id);
  // One that is under way began before this question.
  await client.cancelQueries({ queryKey: one.queryKey, exact: true });
  return (await client.fetchQuery({ ...one, staleTime: 0 })).row;
}

/** All rows of a list by now. @throws ApiError */
async function readRowsAgain<R>(client: QueryClient, scope: Scope, module: ModuleOf<R>): Promise<readonly R[]> {
  const list = listOptions(scope, module);
  await client.cancelQueries({ queryKey: list.queryKey, exact: true });
  return (await client.fetchQuery({ ...list, staleTime: 0 })).rows;
}
