import { Check, ChevronDown, Minus } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import { controlClass } from './input.tsx';

interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'checked' | 'onChange' | 'disabled' | 'type'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some of what it stands for is chosen. */
  readonly mixed?: boolean;
  /** Words beside it; without them give `aria-label`. */
  readonly label?: ReactNode;
}

/** Keeps to 24 px around a 16 px box, so that it can be hit in a dense table. */
export function Checkbox({ checked, onChange, mixed = false, label, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('inline-flex min-h-6 min-w-6 items-center gap-2', !label && 'justify-center', className)}>
      <span className="relative inline-flex size-4 shrink-0">
        <input
          {...rest}
          type="checkbox"
          checked={checked}
          ref={(element) => {
            if (element) element.indeterminate = mixed;
          }}
          onChange={(event) => onChange(event.target.checked)}
          className="peer quick size-4 appearance-none rounded-xs border border-strong bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-text"
        />
        <span className="pointer-events-none absolute inset-0 flex items-center justify-center text-on-accent">
          {mixed ? <Minus aria-hidden="true" className="size-3" /> : checked && <Check aria-hidden="true" className="size-3" />}
        </span>
      </span>
      {label}
    </label>
  );
}

interface SwitchProps extends Omit<ComponentPropsWithRef<'button'>, 'onChange' | 'disabled' | 'children' | 'role'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What is on or off: a name (`aria-label`) unless a Field labels it. */
  readonly label?: string;
}

export function Switch({ checked, onChange, label, className, ...rest }: SwitchProps) {
  return (
    <button
      {...rest}
      type="button"
      role="switch"
      aria-checked={checked}
      aria-label={label}
      onClick={() => onChange(!checked)}
      className={cx('inline-flex h-6 w-9 shrink-0 items-center rounded-full', className)}
    >
      <span
        className={cx(
          'quick flex h-5 w-9 items-center rounded-full border px-0.5',
          checked ? 'justify-end border-accent bg-accent' : 'justify-start border-strong bg-surface',
        )}
      >
        <span className={cx('size-3.5 rounded-full', checked ? 'bg-on-accent' : 'bg-strong')} />
      </span>
    </button>
  );
}

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** A second line or column: an id, a CIDR. */
  readonly detail?: string | undefined;
  /** Why it cannot be chosen: said beside it. */
  readonly disabledReason?: string | undefined;
}

interface RadioCardsProps<V extends string> {
  /** The group's name, unless a Field labels it. */
  readonly label?: string;
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
  readonly 'aria-describedby'?: string | undefined;
  readonly id?: string;
}

/** One of a few, each with a line that explains it. */
export function RadioCards<V extends string>({ label, value, onChange, options, id, ...rest }: RadioCardsProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" id={id} aria-label={label} aria-describedby={rest['aria-describedby']} className="flex flex-col gap-2">
      {options.map((option) => (
        <label
          key={option.value}
          className="quick flex items-start gap-2.5 rounded border border-line bg-surface px-3 py-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0">
            <span className="font-medium">{option.label}</span>
            {option.detail && <span className="block text-muted">{option.detail}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

interface SelectProps<V extends string> extends Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange' | 'disabled' | 'children'> {
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
  /** Shown while nothing is chosen; with `clearable` it can be chosen back. */
  readonly placeholder?: string;
  readonly clearable?: boolean;
}

/** The browser's own select: keyboard, typing and narrow screens come with it. */
export function Select<V extends string>({ value, onChange, options, placeholder, clearable = false, className, ...rest }: SelectProps<V>) {
  return (
    // As wide as there is room, unless the caller says how wide: `:where` lets any width of theirs win.
    <span className={cx('relative inline-flex items-center [:where(&)]:w-full', className)}>
      <select
        {...rest}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          // '' is only offered when `clearable`, and a caller who asks for that takes ''.
          onChange(chosen ? chosen.value : ('' as V));
        }}
        className={cx(controlClass, 'appearance-none truncate pr-8')}
      >
        {(placeholder !== undefined || value === '') && (
          <option value="" hidden={!clearable}>
            {placeholder ?? ''}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabledReason !== undefined && option.value !== value}>
            {[option.label, option.detail, option.disabledReason].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-2.5 size-4 text-muted" />
    </span>
  );
}
