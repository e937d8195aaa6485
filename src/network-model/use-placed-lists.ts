/** The lists of some places side by side, as the cache has them. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { ModelKind } from '../../network/index.ts';
import { toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import type { CurrentPlace } from '../lib/place.ts';
import type { PlacedList } from './model-of-lists.ts';
import { sourceOf } from './sources.ts';

const together = (results: readonly { readonly data: ListData | undefined; readonly error: Error | null }[]) =>
  results.map(({ data, error }) => ({ data, error }));

export interface PlacedLists {
  readonly lists: readonly PlacedList[];
  /** Every list has arrived whole, or was refused. */
  readonly complete: boolean;
}

/** The lists of these kinds in these places. Keep both stable. Suspends for the catalogue's data alone. */
export function usePlacedLists(places: readonly CurrentPlace[], kinds: readonly ModelKind[]): PlacedLists {
  const sources = kinds.map(sourceOf).map((source) => use(source));
  const asked = places.flatMap((place) => sources.map(({ kind, module }) => ({ place, kind, module })));
  const results = useQueries({ queries: asked.map(({ place, module }) => listOptions(place, module, {})), combine: together });
  return useMemo(() => {
    const pairs = places.flatMap((place) => kinds.map((kind) => ({ place, kind })));
    const lists = pairs.map(({ place, kind }, at): PlacedList => {
      const { data, error } = results[at] ?? {};
      return {
        kind,
        at: { account: place.account ?? '', region: place.region },
        rows: data?.rows ?? [],
        odd: data?.unreadable ?? [],
        complete: data?.complete === true,
        consistent: data?.consistent ?? true,
        failed: error && data?.complete !== true ? toApiError(error).code : null,
      };
    });
    return { lists, complete: lists.every(({ complete, failed }) => complete || failed !== null) };
  }, [results, places, kinds]);
}
