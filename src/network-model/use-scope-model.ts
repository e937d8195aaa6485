/** The network of this page's account and region alone, of the kinds of rows that a page needs. Keep `kinds` stable. */
import { useMemo } from 'react';
import type { ModelKind, NetworkModel } from '../../network/model/model.ts';
import { useT } from '../i18n/index.ts';
import { useScope } from '../lib/scope.ts';
import { modelOfLists } from './model-of-lists.ts';
import { useScopedLists } from './use-scoped-lists.ts';

export function useScopeModel(kinds: readonly ModelKind[]): { readonly model: NetworkModel; readonly complete: boolean } {
  const t = useT();
  const scope = useScope();
  const places = useMemo(() => [scope], [scope]);
  const { lists, complete } = useScopedLists(places, kinds);
  return useMemo(
    () => ({ model: modelOfLists(lists, { reading: t('ui.loading'), partial: t('kit.inconsistent') }), complete }),
    [lists, complete, t],
  );
}
