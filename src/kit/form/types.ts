import type { ReactNode } from 'react';
import type { Field } from '../../../catalogue/define.ts';
import type { FormValues } from '../../lib/form.ts';
import type { ControlIds } from '../../ui/input.tsx';

/** What a control of a form is given. `ids` tie it to its label, help and error. */
export interface ControlProps {
  readonly ids: ControlIds;
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
}

/** What a family's own control for one field is given: it also sees the other fields, and may set them. */
export interface FieldControlProps extends ControlProps {
  readonly values: FormValues;
  readonly set: (name: string, value: unknown) => void;
}

export type FieldComponent = (props: FieldControlProps) => ReactNode;

/** Something only the family can tell is wrong with a field. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}
