import { CircleAlert, CircleCheck, CircleDashed, Clock3, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { cx } from './cx.ts';

export type Meaning = 'good' | 'pending' | 'warning' | 'danger' | 'neutral';

/** Each meaning has a shape of its own, so that colour is never alone. */
const shapes = { good: CircleCheck, pending: Clock3, warning: TriangleAlert, danger: CircleAlert, neutral: CircleDashed } as const;

const inks: Record<Meaning, string> = {
  good: 'text-good',
  pending: 'text-pending',
  warning: 'text-warning',
  danger: 'text-danger',
  neutral: 'text-muted',
};

export function StatusIcon({ meaning, className }: { readonly meaning: Meaning; readonly className?: string }) {
  const Shape = shapes[meaning];
  return <Shape aria-hidden="true" className={cx('size-4 shrink-0', inks[meaning], className)} />;
}

/** A state in words with its shape: `<Status meaning="good">Available</Status>`. */
export function Status({ meaning, children }: { readonly meaning: Meaning; readonly children: ReactNode }) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap align-top', inks[meaning])}>
      <StatusIcon meaning={meaning} className="size-3.5" />
      {children}
    </span>
  );
}

const softs: Record<Meaning, string> = {
  good: 'bg-good-soft text-good',
  pending: 'bg-pending-soft text-pending',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  neutral: 'bg-hover text-text',
};

interface BadgeProps {
  readonly meaning?: Meaning;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A short fact about a thing ("Default", "Simulated cloud"): words carry it, the tint only helps. */
export function Badge({ meaning = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={cx('inline-flex h-5 items-center gap-1 whitespace-nowrap rounded px-1.5 font-medium text-xs', softs[meaning])}>
      {icon}
      {children}
    </span>
  );
}

const edges: Record<Meaning, string> = {
  good: 'border-good/40 bg-good-soft',
  pending: 'border-pending/40 bg-pending-soft',
  warning: 'border-warning/40 bg-warning-soft',
  danger: 'border-danger/40 bg-danger-soft',
  neutral: 'border-line bg-surface',
};

const names = {
  good: 'ui.meaningGood',
  pending: 'ui.meaningPending',
  warning: 'ui.meaningWarning',
  danger: 'ui.meaningDanger',
  neutral: 'ui.meaningNeutral',
} as const;

interface NoticeProps {
  readonly meaning: Meaning;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** It appears in answer to something the person did: read out at once. */
  readonly live?: boolean;
}

/** A message in its place on the page. */
export function Notice({ meaning, title, children, actions, live = false }: NoticeProps) {
  const t = useT();
  return (
    <div role={live ? 'alert' : undefined} className={cx('flex gap-2.5 rounded border px-3 py-2', edges[meaning])}>
      {meaning === 'neutral' ? (
        <Info aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      ) : (
        <StatusIcon meaning={meaning} className="mt-0.5" />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium">
          <span className="sr-only">{t(names[meaning])}: </span>
          {title}
        </p>
        {children && <div className="min-w-0">{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
