import { useT } from '../i18n/index.ts';
import { cx } from './cx.ts';

/** A turning ring (a still one under reduced motion). Decorative unless `label` is given. */
export function Spinner({ label, className }: { readonly label?: string; readonly className?: string }) {
  return (
    <span role={label ? 'status' : undefined} className={cx('inline-flex shrink-0', className)}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className="spin size-4 fill-none stroke-current" strokeWidth="2">
        <circle cx="8" cy="8" r="6" opacity="0.25" />
        <path d="M14 8a6 6 0 0 0-6-6" strokeLinecap="round" />
      </svg>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}

/** A page or part on its way: centred, said to screen readers. */
export function Loading() {
  const t = useT();
  return (
    <div className="flex justify-center py-12 text-muted">
      <Spinner label={t('ui.loading')} />
    </div>
  );
}

const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-2/5', 'w-3/5'];

/** Rows of a table that is loading: `<tbody><SkeletonRows rows={8} columns={5} /></tbody>`. */
export function SkeletonRows({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr key={row} aria-hidden="true">
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor have the cells
        <td key={column}>
          <span className={cx('shimmer block h-2.5 rounded bg-hover', widths[(row + column * 2) % widths.length])} />
        </td>
      ))}
    </tr>
  ));
}

/** A line of text that is loading. */
export const Skeleton = ({ className }: { readonly className?: string }) => (
  <span aria-hidden="true" className={cx('shimmer inline-block h-2.5 rounded bg-hover align-middle', className ?? 'w-24')} />
);
