/** The network of this page's account and region alone, of the kinds of rows that a page needs. Keep `kinds` stable. */
import { useQueries } from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { Gap, ModelKind, NetworkModel } from '../../network/index.ts';
import { joinModels } from '../../network/index.ts';
import { toApiError } from '../api/api-error.ts';
import { type ListData, listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { usePlace } from '../lib/place.ts';
import { readList } from './read-list.ts';
import { readers } from './readers.ts';
import { sourceOf } from './sources.ts';

const together = (results: readonly { readonly data: ListData | undefined; readonly error: Error | null }[]) =>
  results.map(({ data, error }) => ({ data, error }));

export function usePlaceModel(kinds: readonly ModelKind[]): { readonly model: NetworkModel; readonly complete: boolean } {
  const t = useT();
  const place = usePlace();
  const sources = kinds.map(sourceOf).map((source) => use(source));
  const results = useQueries({ queries: sources.map(({ module }) => listOptions(place, module, {})), combine: together });
  return useMemo(() => {
    const at = { account: place.account ?? '', region: place.region };
    const gaps: Gap[] = [];
    const parts = kinds.map((kind, index): Partial<NetworkModel> => {
      const { data, error } = results[index] ?? {};
      const reader = readers.find((one) => one.kind === kind);
      if (error) gaps.push({ kind, ...at, because: toApiError(error).code });
      else if (!data?.complete) gaps.push({ kind, ...at, because: t('ui.loading') });
      if (!reader) return {};
      const { model, unread } = readList(reader, data?.rows ?? [], data?.unreadable ?? [], at);
      if (unread.length > 0) gaps.push({ kind, ...at, because: unread.join(', ') });
      return model;
    });
    return {
      model: joinModels([...parts, { gaps }]),
      complete: results.every(({ data, error }) => Boolean(error) || data?.complete === true),
    };
  }, [results, kinds, place, t]);
}
