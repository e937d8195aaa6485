import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { ErrorPlace } from '../error-place.tsx';
import { useThisList } from './list-state.ts';

/** In the place of rows: why there are none. */
export function EmptyList() {
  const t = useT();
  const { list, text, isNarrowed, empty, type, change } = useThisList();
  if (list.error) {
    return (
      <div className="py-2">
        <ErrorPlace error={list.error} title={t('kit.listFailed', { what: text.many })} onRetry={list.refresh} />
      </div>
    );
  }
  const n = list.rows.length + list.unreadable.length;
  if (!isNarrowed || n === 0) return <EmptyState {...empty} />;
  return (
    <EmptyState
      title={t('kit.noMatch')}
      body={t('kit.noMatchBody', { n })}
      action={
        <Button
          onClick={() => {
            type('');
            change({ query: '', filters: {} });
          }}
        >
          {t('kit.clearFilters')}
        </Button>
      }
    />
  );
}
