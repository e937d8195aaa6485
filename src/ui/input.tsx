import { Search, X } from 'lucide-react';
import { type ComponentPropsWithRef, useRef } from 'react';
import { useT } from '../i18n/index.ts';
import { cx } from './cx.ts';

/** What a Field hands to its control: ids for label, help and error, and the marks that go with them. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export const controlClass =
  'quick h-8 w-full min-w-0 rounded border border-strong bg-surface px-2.5 text-sm placeholder:font-sans placeholder:text-muted hover:border-text aria-invalid:border-danger';

type NativeProps<T extends 'input' | 'textarea'> = Omit<ComponentPropsWithRef<T>, 'value' | 'onChange' | 'disabled' | 'size'>;

interface TextInputProps extends NativeProps<'input'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Ids, CIDRs, ports and codes are typed in the monospaced face. */
  readonly mono?: boolean;
}

export function TextInput({ value, onChange, mono = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(controlClass, mono && 'font-mono', className)}
    />
  );
}

interface NumberInputProps extends Omit<TextInputProps, 'mono' | 'type' | 'inputMode'> {
  readonly unit?: string;
}

/** Digits as text: the value stays what was typed, and what is no number is the validator's to refuse. */
export function NumberInput({ unit, className, ...rest }: NumberInputProps) {
  return (
    <span className="flex items-center gap-2">
      <TextInput {...rest} inputMode="numeric" className={cx('max-w-40', className)} />
      {unit && <span className="text-muted">{unit}</span>}
    </span>
  );
}

interface TextAreaProps extends NativeProps<'textarea'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mono?: boolean;
}

export function TextArea({ value, onChange, mono = false, className, rows = 4, ...rest }: TextAreaProps) {
  return (
    <textarea
      spellCheck={false}
      {...rest}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx(controlClass, 'h-auto resize-y py-1.5', mono && 'font-mono', className)}
    />
  );
}

interface SearchInputProps extends Omit<TextInputProps, 'mono' | 'type'> {
  /** Its name, also its placeholder. */
  readonly label: string;
}

/** A search box; Escape or the cross empties it. */
export function SearchInput({ label, value, onChange, className, ...rest }: SearchInputProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className={cx('relative inline-flex items-center', className ?? 'w-64 max-w-full')}>
      <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-4 text-muted" />
      <input
        ref={input}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            event.preventDefault();
            onChange('');
          }
        }}
        className={cx(controlClass, 'px-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={t('ui.clear')}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="quick absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover hover:text-text"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
