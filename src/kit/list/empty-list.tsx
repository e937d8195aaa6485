import type { ReactNode } from 'react';
import type { ListState } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import type { AnyRow } from '../../lib/family.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { ErrorPlace } from '../error-place.tsx';

/** What stands in the place of rows when the cloud has none. */
export interface EmptyWords {
  readonly title: string;
  readonly body?: ReactNode;
  readonly action?: ReactNode;
}

interface EmptyListProps {
  readonly empty: EmptyWords;
  readonly list: ListState<AnyRow>;
  readonly what: string;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}

/** In the place of rows: why there are none. */
export function EmptyList({ list, what, narrowed, empty, onClear }: EmptyListProps) {
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
