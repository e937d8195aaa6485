import { Fragment, type ReactNode } from 'react';
import { readCloudTime, useFormats, useT } from '../i18n/index.ts';
import { cx } from './cx.ts';
import type { Meaning } from './status.tsx';
export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-canvas px-1 text-muted text-xs">
    {children}
  </kbd>
);

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly action?: ReactNode;
}

/** In the place of content that is not there: what this is, and the way on. */
export function EmptyState({ title, body, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      <p className="text-balance font-medium text-base">{title}</p>
      {body && <div className="text-muted">{body}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

interface KeyValueItem {
  readonly key: string;
  readonly label: ReactNode;
  /** Nothing (undefined, null, '') shows as a dash. */
  readonly value: ReactNode;
  /** The API's own name, as the label's title. */
  readonly name?: string;
}

interface KeyValueProps {
  readonly items: readonly KeyValueItem[];
  /** 2: two pairs a row where the screen is wide. */
  readonly columns?: 1 | 2;
}

/** Properties of a thing: pairs of a label and its value. */
export function KeyValue({ items, columns = 2 }: KeyValueProps) {
  const t = useT();
  return (
    <dl
      className={cx(
        'grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4',
        columns === 2 && 'lg:grid-cols-[minmax(8rem,auto)_1fr_minmax(8rem,auto)_1fr] lg:gap-x-6',
      )}
    >
      {items.map((item) => (
        <Fragment key={item.key}>
          <dt title={item.name} className="flex min-h-8 items-center text-muted">
            {item.label}
          </dt>
          {/* A topic or a key longer than a narrow screen is broken rather than cut off. */}
          <dd className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 max-sm:[&_code]:whitespace-normal max-sm:[&_code]:break-all">
            {item.value === undefined || item.value === null || item.value === '' ? (
              <span className="text-muted">
                <span aria-hidden="true">–</span>
                <span className="sr-only">{t('ui.none')}</span>
              </span>
            ) : (
              item.value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface CardProps {
  readonly title?: ReactNode;
  /** Buttons or links at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** No padding: a table or list goes to the edges. */
  readonly flush?: boolean;
}

/** A part of a page with its own heading. */
export function Card({ title, actions, children, flush = false }: CardProps) {
  return (
    <section className="min-w-0 rounded-md border border-line bg-surface">
      {(title || actions) && (
        <header className="flex min-h-10 flex-wrap items-center gap-2 border-line border-b px-4 py-1.5">
          <h2 className="min-w-32 flex-1 text-sm">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  );
}

interface MeterProps {
  readonly label: string;
  readonly used: number;
  readonly total: number;
  /** Its colour; the words beside it say the same. */
  readonly meaning?: Exclude<Meaning, 'pending'>;
  /** Instead of "used of total", where that is too long: a percentage. */
  readonly words?: ReactNode;
}

const fills = { good: 'bg-good', warning: 'bg-warning', danger: 'bg-danger', neutral: 'bg-accent' };

/** How much of something is used, as a bar and in words. */
export function Meter({ label, used, total, meaning = 'neutral', words }: MeterProps) {
  const t = useT();
  const share = total > 0 ? Math.min(1, used / total) : 0;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {/* biome-ignore lint/a11y/useSemanticElements: the parts of <meter> cannot be drawn the same everywhere */}
      <span
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={used}
        className="h-1.5 w-16 overflow-hidden rounded-full bg-line"
      >
        <span className={cx('block h-full rounded-full', fills[meaning])} style={{ width: `${share * 100}%` }} />
      </span>
      <span>{words ?? t('ui.usedOf', { used, total })}</span>
    </span>
  );
}

/** A cloud's time text in the reader's zone; the original stands in its title. Nothing for empty and zero times. */
export function CloudTime({ value }: { readonly value: string | null | undefined }) {
  const t = useT();
  const formats = useFormats();
  if (!value) return null;
  const date = readCloudTime(value);
  if (!date) return /^[0:\- ]+$/.test(value) ? null : value;
  return (
    <time dateTime={date.toISOString()} title={t('ui.chinaTime', { time: value })} className="whitespace-nowrap">
      {formats.dateTime(date)}
    </time>
  );
}
