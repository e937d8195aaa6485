import type { ReactNode } from 'react';
import type { Field } from '../../../catalogue/define.ts';
import type { Values } from '../../lib/form.ts';
import type { ControlIds } from '../../ui/input.tsx';

/** What a control of a form is given. `ids` tie it to its label, help and error. */
export interface ControlProps {
  readonly ids: ControlIds;
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onLeave: () => void;
}

/** A family's own control for one field: it also sees the other fields. */
export type FieldComponent = (props: ControlProps & { readonly values: Values }) => ReactNode;

/** Something only the family can tell is wrong with a field. */
export interface Objection {
  readonly path: string;
  readonly message: string;
}
