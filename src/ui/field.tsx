import { type ReactNode, useId } from 'react';
import { useT } from '../i18n/index.ts';
import type { ControlIds } from './input.tsx';
import { StatusIcon } from './status.tsx';

interface FieldProps {
  readonly label: ReactNode;
  /** The API's own name of the field, shown small beside the label. */
  readonly name?: string | undefined;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** The control, given its ids: `{(ids) => <TextInput {...ids} … />}`. */
  readonly children: (ids: ControlIds) => ReactNode;
}

/** A labelled control with its help and its error, all told to screen readers. Required is the rule, optional is said. */
export function Field({ label, name, help, error, required = false, children }: FieldProps) {
  const t = useT();
  const id = useId();
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {!required && <span className="text-muted text-xs">{t('ui.optional')}</span>}
        {name && <code className="ml-auto truncate text-muted text-xs">{name}</code>}
      </div>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {/* Kept in the page while empty, so that an error that appears is read out. */}
      <div id={`${id}-error`} aria-live="polite">
        {error && (
          <p className="flex items-start gap-1.5 text-danger">
            <StatusIcon meaning="danger" className="mt-0.5" />
            <span className="min-w-0">{error}</span>
          </p>
        )}
      </div>
      {help && (
        <p id={`${id}-help`} className="text-muted text-xs">
          {help}
        </p>
      )}
    </div>
  );
}
