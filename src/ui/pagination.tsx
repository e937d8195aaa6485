import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useT } from '../i18n/index.ts';
import { IconButton } from './button.tsx';

interface PaginationProps {
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly pageSizes?: readonly number[];
  readonly onPageSize?: (size: number) => void;
}

export function Pagination({ page, pageSize, total, onPage, pageSizes = [20, 50, 100], onPageSize }: PaginationProps) {
  const t = useT();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav aria-label={t('ui.pages')} className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-muted">
      {onPageSize && (
        <label className="flex items-center gap-2">
          {t('ui.pageSize')}
          <select
            value={pageSize}
            onChange={(event) => onPageSize(Number(event.target.value))}
            className="h-7 rounded border border-line bg-surface px-1.5 text-text"
          >
            {pageSizes.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
      )}
      <span aria-live="polite">{t('ui.pageRange', { from, to, total })}</span>
      <span className="flex gap-1">
        <PageStep
          label={t('ui.previousPage')}
          icon={<ChevronLeft aria-hidden="true" className="size-4" />}
          to={page - 1}
          last={last}
          onPage={onPage}
        />
        <PageStep
          label={t('ui.nextPage')}
          icon={<ChevronRight aria-hidden="true" className="size-4" />}
          to={page + 1}
          last={last}
          onPage={onPage}
        />
      </span>
    </nav>
  );
}

interface PageStepProps extends Pick<PaginationProps, 'onPage'> {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly to: number;
  readonly last: number;
}

function PageStep({ label, icon, to, last, onPage }: PageStepProps) {
  const t = useT();
  const reason = to < 1 ? t('ui.firstPage') : to > last ? t('ui.lastPage') : undefined;
  return <IconButton size="sm" label={label} icon={icon} disabledReason={reason} onClick={() => onPage(to)} />;
}
