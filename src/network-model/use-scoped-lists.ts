/** The lists of some scopes side by side, as the cache has them. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { ModelKind } from '../../network/model/model.ts';
import { toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import type { Scope } from '../lib/scope.ts';
import type { ScopedList } from './model-of-lists.ts';
import { sourceOf } from './sources.ts';

const together = (results: readonly { readonly data: ListData | undefined; readonly error: Error | null }[]) =>
  results.map(({ data, error }) => ({ data, error }));

interface ScopedLists {
  readonly lists: readonly ScopedList[];
  /** Every list has arrived whole, or was refused. */
  readonly complete: boolean;
}

/** The lists of these kinds in these scopes. Keep both stable. Suspends for the catalogue's data alone. */
export function useScopedLists(scopes: readonly Scope[], kinds: readonly ModelKind[]): ScopedLists {
  const sources = kinds.map(sourceOf).map((source) => use(source));
  const asked = scopes.flatMap((scope) => sources.map(({ kind, module }) => ({ scope, kind, module })));
  const results = useQueries({ queries: asked.map(({ scope, module }) => listOptions(scope, module, {})), combine: together });
  return useMemo(() => {
    const pairs = scopes.flatMap((scope) => kinds.map((kind) => ({ scope, kind })));
    const lists = pairs.map(({ scope, kind }, at): ScopedList => {
      const { data, error } = results[at] ?? {};
      return {
        kind,
        at: { account: scope.account ?? '', region: scope.region },
        rows: data?.rows ?? [],
        odd: data?.unreadable ?? [],
        complete: data?.complete === true,
        consistent: data?.consistent ?? true,
        failed: error && data?.complete !== true ? toApiError(error).code : null,
      };
    });
    return { lists, complete: lists.every(({ complete, failed }) => complete || failed !== null) };
  }, [results, scopes, kinds]);
}
