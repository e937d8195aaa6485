/** What controls of several parts are made of. */
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import type { ControlProps } from './types.ts';

interface FieldGroupProps extends Pick<ControlProps, 'ids'> {
  readonly label: string;
  /** How the parts stand; under each other when left out. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** Several controls that are one field together. */
export const FieldGroup = ({ ids, label, className = 'flex flex-col gap-2', children }: FieldGroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot carry the description and sit in a flow like this
  <div id={ids.id} role="group" aria-label={label} aria-describedby={ids['aria-describedby']} className={className}>
    {children}
  </div>
);

/** Under the rows of a field: one more of them. */
export const AddRow = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <span>
    <Button size="sm" icon={<Plus aria-hidden="true" className="size-3.5" />} onClick={onClick}>
      {label}
    </Button>
  </span>
);

interface TicksProps extends Pick<ControlProps, 'ids' | 'onBlur'>, Pick<FieldGroupProps, 'label' | 'className'> {
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of those that there are. */
export const Ticks = ({ options, chosen, onChange, onBlur, className = 'flex flex-col', ...group }: TicksProps) => (
  <FieldGroup {...group} className={className}>
    {options.map(({ value, label }) => (
      <Checkbox
        key={value}
        className="min-h-8 shrink-0"
        checked={chosen.includes(value)}
        onChange={(on) => {
          onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
          onBlur();
        }}
        label={label}
      />
    ))}
  </FieldGroup>
);
