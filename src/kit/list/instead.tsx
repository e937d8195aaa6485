import type { ListState } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { ErrorPlace } from '../error-place.tsx';
import type { ResourceListProps } from './resource-list.tsx';

/** How many rows there are, and how many of them are shown. */
export function Count({ list, shown, narrowed }: { readonly list: ListState<AnyRow>; readonly shown: number; readonly narrowed: boolean }) {
  const t = useT();
  const n = list.rows.length + list.unreadable.length;
  if (list.loading || (list.error && n === 0)) return null;
  if (!list.complete) return t('kit.arriving', { n, total: list.total });
  return narrowed ? t('kit.shownOf', { n: shown, total: n }) : t('kit.rows', { n });
}

interface InsteadProps extends Pick<ResourceListProps<AnyRow>, 'empty'> {
  readonly list: ListState<AnyRow>;
  readonly what: string;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

/** In the place of rows: why there are none. */
export function Instead({ list, what, narrowed, empty, onClear }: InsteadProps) {
  const t = useT();
  if (list.error) {
    return (
      <div className="py-2">
        <ErrorPlace error={list.error} title={t('kit.listFailed', { what })} onRetry={list.refresh} />
      </div>
    );
  }
  const n = list.rows.length + list.unreadable.length;
  if (!narrowed || n === 0) return <EmptyState {...empty} />;
  return (
    <EmptyState
      title={t('kit.noMatch')}
      body={t('kit.noMatchBody', { n })}
      action={<Button onClick={onClear}>{t('kit.clearFilters')}</Button>}
    />
  );
}
