import type { ReactNode } from 'react';
import type { FamilyRef, Field } from '../../../catalogue/define.ts';
import type { WriteResult } from '../../api/mutate.ts';
import type { Params } from '../../lib/family.ts';
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

export interface ResourceFormProps {
  readonly family: FamilyRef;
  /** The family's operation that is called: create, update, … */
  readonly operation: string;
  readonly initial: FormValues;
  /** Sent whatever is entered, and not shown: the id of what is edited. */
  readonly fixed?: Params;
  readonly update?: boolean;
  /** What a person calls the resource, where the form does not ask for its name. */
  readonly called?: string;
  /** Sent besides, told by what is entered: the VPC of the chosen subnet. Name these in no `fields`. */
  readonly derived?: (values: FormValues) => Params;
  /** The parameters on the screen, in order; all of them when left out. Those that leave the screen are not sent. */
  readonly fields?: readonly string[];
  /** Parameters that this form cannot do without, although the action can. */
  readonly needed?: readonly string[];
  /** The family's own controls, by parameter. */
  readonly components?: Readonly<Record<string, FieldComponent>>;
  /** What only the family can tell is wrong. */
  readonly check?: (values: FormValues) => readonly FieldError[];
  readonly title?: ReactNode;
  /** Which of several ways the form takes: above the fields, or right before the first of these. */
  readonly lead?: ReactNode;
  readonly leadBefore?: readonly string[];
  /** Under the fields: a price, a consequence of what is entered. */
  readonly note?: (entered: FormEntry) => ReactNode;
  /** Said when it is done; "Created …" or "Saved …" when left out. */
  readonly done?: (performed: WriteResult, values: FormValues) => string;
  /** Where to go when the form was opened by its URL. */
  readonly fallback?: string;
}

/** What a form would send, and whether it could. */
export interface FormEntry {
  readonly values: FormValues;
  readonly params: Params;
  readonly isValid: boolean;
}
