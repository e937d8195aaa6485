/** The entries that fit some filters, page by page: on the page of the history, and on that of each resource. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toApiError } from '../../api/api-error.ts';
import { type HistoryEntry, type HistoryFilters, historyOptions } from '../../api/history.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { Refresh } from '../list/toolbar.tsx';
import { EntryTable } from './table.tsx';

interface EntryListProps {
  readonly filters: HistoryFilters;
  readonly caption: string;
  /** The resource on whose page it stands. */
  readonly of?: string;
  /** Beside the button that reads again. */
  readonly beside?: ReactNode;
  /** Above the table, of what is there. */
  readonly lead?: (entries: readonly HistoryEntry[]) => ReactNode;
}

export function EntryList({ filters, caption, of, beside, lead }: EntryListProps) {
  const t = useT();
  const query = useInfiniteQuery(historyOptions(filters));
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const isNarrowed = Object.entries(filters).some(([name, value]) => value !== undefined && !(of && name === 'resource'));
  if (query.isPending) return <Loading />;
  if (query.error && entries.length === 0) {
    return <ErrorPlace error={toApiError(query.error)} title={t('entries.failed')} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0 text-muted">{lead?.(entries)}</div>
        <div className="flex items-center gap-1">
          {beside}
          <Refresh at={query.dataUpdatedAt} refreshing={query.isFetching} onRefresh={() => void query.refetch()} />
        </div>
      </div>
      {entries.length === 0 ? (
        <EmptyState title={t(isNarrowed ? 'entries.noneFits' : 'entries.none')} body={isNarrowed ? undefined : t('entries.noneBody')} />
      ) : (
        <EntryTable entries={entries} caption={caption} {...(of === undefined ? {} : { of })} />
      )}
      {query.hasNextPage && (
        <Button className="self-start" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('entries.more')}
        </Button>
      )}
    </div>
  );
}
