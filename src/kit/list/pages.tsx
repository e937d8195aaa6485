import { useId } from 'react';
import { useT } from '../../i18n/index.ts';
import { pageSizes } from '../../lib/list-state.ts';
import { Select } from '../../ui/choice.tsx';
import { Pagination } from '../../ui/pagination.tsx';

interface PagesProps {
  /** Counted from 1. */
  readonly page: number;
  /** Rows a page; 0 is all. */
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onSize: (size: number) => void;
}

/** How many rows at once: all, scrolled through, or pages. */
export function Pages({ page, size, total, onPage, onSize }: PagesProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1">
      <label htmlFor={id} className="flex items-center gap-2 whitespace-nowrap text-muted">
        {t('kit.rowsAtOnce')}
        <Select
          id={id}
          className="w-24"
          value={String(size)}
          onChange={(value) => onSize(Number(value))}
          options={[{ value: '0', label: t('kit.allRows') }, ...pageSizes.map((n) => ({ value: String(n), label: String(n) }))]}
        />
      </label>
      {size > 0 && <Pagination page={page} pageSize={size} total={total} onPage={onPage} />}
    </div>
  );
}
