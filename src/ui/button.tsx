import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
type NativeProps = Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'aria-disabled' | 'children'>;

const base =
  'quick inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded border font-medium text-sm';

const looks: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-line bg-surface text-text hover:bg-hover',
  ghost: 'border-transparent text-text hover:bg-hover',
  danger: 'border-transparent bg-danger-solid text-white hover:bg-danger-solid-hover',
};

/** A button that cannot be used is plain grey whatever it would do. */
const barred = 'border-line bg-canvas text-muted';

/** The same of a button that is only an icon. */
const barredIcon = { secondary: barred, ghost: 'border-transparent text-muted opacity-60' };

const sizes = { sm: 'h-7 px-2', md: 'h-8 px-3' };

/** The same look for a link: `<Link className={buttonClass('primary')} …>`. */
export const buttonClass = (variant: ButtonVariant = 'secondary', size: 'sm' | 'md' = 'md'): string =>
  cx('no-print', base, looks[variant], sizes[size]);

interface ButtonProps extends NativeProps {
  readonly variant?: ButtonVariant;
  readonly size?: 'sm' | 'md';
  /** A drawn icon before the words, 16 px. */
  readonly icon?: ReactNode;
  /** Its work is under way: it turns, says so, and cannot be pressed again. */
  readonly pending?: boolean;
  /** Why it cannot be used. The only way to disable: it stays focusable and tells the reason. */
  readonly disabledReason?: string | undefined;
  readonly children: ReactNode;
}

const swallow = (event: MouseEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  pending = false,
  disabledReason,
  children,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  const t = useT();
  const off = pending || Boolean(disabledReason);
  return (
    <Tooltip content={disabledReason}>
      <button
        type="button"
        {...rest}
        aria-disabled={off || undefined}
        aria-busy={pending || undefined}
        onClick={off ? swallow : onClick}
        className={cx(base, disabledReason ? barred : looks[variant], sizes[size], className)}
      >
        {pending ? <Spinner /> : icon}
        {children}
        {pending && <span className="sr-only">{t('ui.working')}</span>}
      </button>
    </Tooltip>
  );
}

interface IconButtonProps extends Omit<NativeProps, 'aria-label'> {
  /** Its name, also its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 'sm' | 'md';
  readonly variant?: 'ghost' | 'secondary';
  readonly pending?: boolean;
  readonly disabledReason?: string | undefined;
}

/** A button that is only an icon; at least 24 × 24 px. */
export function IconButton({
  label,
  icon,
  size = 'md',
  variant = 'ghost',
  pending = false,
  disabledReason,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const off = pending || Boolean(disabledReason);
  return (
    <Tooltip content={disabledReason ? `${label}: ${disabledReason}` : label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-disabled={off || undefined}
        aria-busy={pending || undefined}
        onClick={off ? swallow : onClick}
        className={cx(base, off ? barredIcon[variant] : looks[variant], size === 'sm' ? 'size-6' : 'size-8', className)}
      >
        {pending ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}

/** How a link in text or in a cell looks. */
export const linkClass = 'rounded-xs text-accent underline-offset-2 hover:underline';
