import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { textOf } from '../../lib/text.ts';
import { Combobox, type ComboboxProps } from '../../ui/combobox.tsx';
import type { ControlProps } from './types.ts';

interface PickOneProps extends Pick<ControlProps, 'ids' | 'value' | 'onBlur'>, Pick<ComboboxProps, 'options' | 'loading' | 'allowFree'> {
  readonly onChange: (value: string) => void;
  /** Below it: what is offered, or what is known of the chosen one. */
  readonly hint?: ReactNode;
}

/** One of several resources, found by its name. What else a family's control is given may come along. */
export function PickOne({ ids, value, onChange, onBlur, options, loading = false, allowFree = false, hint }: PickOneProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5">
      <Combobox
        {...ids}
        options={options}
        loading={loading}
        allowFree={allowFree}
        value={textOf(value)}
        onChange={onChange}
        onBlur={onBlur}
        placeholder={t('kit.form.pick')}
      />
      {hint && <p className="text-muted text-xs">{hint}</p>}
    </div>
  );
}
