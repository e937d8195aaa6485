/** The network of this page's account and region alone, of the kinds of rows that a page needs. Keep `kinds` stable. */
import { useMemo } from 'react';
import type { ModelKind, NetworkModel } from '../../network/index.ts';
import { useT } from '../i18n/index.ts';
import { usePlace } from '../lib/place.ts';
import { modelOfLists } from './model-of-lists.ts';
import { usePlacedLists } from './use-placed-lists.ts';

export function usePlaceModel(kinds: readonly ModelKind[]): { readonly model: NetworkModel; readonly complete: boolean } {
  const t = useT();
  const place = usePlace();
  const places = useMemo(() => [place], [place]);
  const { lists, complete } = usePlacedLists(places, kinds);
  return useMemo(
    () => ({ model: modelOfLists(lists, { reading: t('ui.loading'), partial: t('kit.inconsistent') }), complete }),
    [lists, complete, t],
  );
}
