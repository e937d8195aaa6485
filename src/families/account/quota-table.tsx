import type { ReactNode } from 'react';
import { useFormats, useT } from '../../i18n/index.ts';
import { scarceFrom } from '../../lib/quotas.ts';
import { cx } from '../../ui/cx.ts';
import { Card, Meter } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';

export interface QuotaRow {
  readonly key: string;
  readonly label: string;
  /** The API's own name or number of it. */
  readonly name: string;
  /** Undefined while it is being counted, null when it cannot be. */
  readonly used: number | null | undefined;
  /** Why it is not known, where it is not. */
  readonly reason?: string;
  readonly limit: number | null;
  /** What is the fullest; a link. */
  readonly where?: ReactNode;
}

const meaningOf = (used: number, limit: number): 'danger' | 'warning' | 'neutral' =>
  used >= limit ? 'danger' : used >= limit * scarceFrom ? 'warning' : 'neutral';

interface QuotaTableProps {
  readonly title: string;
  readonly what?: string;
  readonly rows: readonly QuotaRow[];
  /** The quotas are for each of something: which one is the fullest is told. */
  readonly each?: boolean;
}

export function QuotaTable({ title, what, rows, each = false }: QuotaTableProps) {
  const t = useT();
  return (
    <Card flush title={title} actions={what && <span className="text-muted text-xs">{what}</span>}>
      <div className="overflow-x-auto">
        <table className="grid-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('account.quota')}</th>
              <th scope="col" data-align="end">
                {t('account.limit')}
              </th>
              <th scope="col">{t('account.used')}</th>
              {each && <th scope="col">{t('account.where')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-quota={row.name}>
                <td title={row.name} className="max-sm:whitespace-normal sm:w-1/3">
                  <div className="max-sm:min-w-28 max-sm:py-1.5">{row.label}</div>
                </td>
                <td data-align="end" className="sm:w-24">
                  <Limit value={row.limit} />
                </td>
                {/* The tables of the page stand in line: the last column of each takes what is left. */}
                <td className={cx(each && 'sm:w-1/3')}>
                  <Used row={row} />
                </td>
                {each && <td>{row.where ?? <span className="text-muted">–</span>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Used({ row: { label, used, limit, reason } }: { readonly row: QuotaRow }) {
  const t = useT();
  const formats = useFormats();
  if (used === undefined) return <Skeleton className="w-32" />;
  if (used === null) return <span className="text-muted">{reason}</span>;
  if (limit === null) return formats.number(used);
  return (
    <Meter
      label={t('account.usedOf', { label })}
      used={used}
      total={limit}
      meaning={meaningOf(used, limit)}
      words={`${formats.number(used)} (${formats.percent(limit > 0 ? used / limit : 1)})`}
    />
  );
}

function Limit({ value }: { readonly value: number | null }) {
  const t = useT();
  const formats = useFormats();
  return value === null ? <span className="text-muted">{t('account.noLimit')}</span> : formats.number(value);
}
