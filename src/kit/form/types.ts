import type { ReactNode } from 'react';
import type { FamilyRef, Field } from '../../../catalogue/define.ts';
import type { WriteResult } from '../../api/mutate.ts';
import type { Params } from '../../lib/family.ts';
import type { FormValues } from '../../lib/form.ts';
import type { ControlIds } from '../../ui/input.tsx';
import type { ParamValues } from './param-values.ts';

/** What a control of a form is given. `ids` tie it to its label, help and error. */
export interface ControlProps {
  readonly ids: ControlIds;
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
}

/** What a family's own control for one field is given: it also sees the other fields that it names, and may set them. */
export interface FieldControlProps<P extends string = never> extends ControlProps {
  readonly values: ValuesOf<P>;
  readonly set: (name: P, value: unknown) => void;
}

export type FieldComponent<P extends string = string> = (props: FieldControlProps<P>) => ReactNode;

/** Something only the family can tell is wrong with a field. */
export interface FieldError<P extends string = string> {
  readonly path: P | `${P}.${string}`;
  readonly message: string;
}

/** Values by parameter, as far as they are entered. None is optional, so that who reads another name than these is refused. */
export type ValuesOf<P extends string> = { readonly [K in P]: unknown };

/** What a form says of itself; `P` are the parameters of its action. What reads values is a method, as in `Column`. */
export interface FormOptions<P extends string = string> {
  /** What a person calls the resource, where the form does not ask for its name. */
  readonly called?: string;
  /** Sent besides, told by what is entered: the VPC of the chosen subnet. Name these in no `fields`. */
  derived?(values: ValuesOf<P>): ParamValues<P>;
  /** The parameters on the screen, in order; all of them when left out. Those that leave the screen are not sent. */
  readonly fields?: readonly P[];
  /** Whether what is entered leaves a parameter on the screen: one that does not apply is not sent. */
  applies?(param: P, values: ValuesOf<P>): boolean;
  /** Parameters that are optional in the API and required in this form: where one value of several would do, as a subnet or its address. */
  readonly needed?: readonly P[];
  /** The family's own controls, by parameter. */
  readonly components?: { readonly [K in P]?: FieldComponent<P> };
  /** What only the family can tell is wrong. */
  check?(values: ValuesOf<P>): readonly FieldError<P>[];
  readonly title?: ReactNode;
  /** Words of fields that mean something else here than in the action's other forms. */
  readonly words?: { readonly [K in P]?: { readonly label?: string; readonly help?: string } };
  /** It shows what is there: until something of it is changed there is nothing to send. */
  readonly edits?: boolean;
  /** Which of several ways the form takes: above the fields, or right before the first of these. */
  readonly lead?: ReactNode;
  readonly leadBefore?: readonly P[];
  /** Under the fields: a price, a consequence of what is entered. */
  note?(entered: FormEntry<P>): ReactNode;
  /** Said when it is done; "Created …" or "Saved …" when left out. */
  done?(performed: WriteResult, values: ValuesOf<P>): string;
}

/** A whole form: what it says of itself, and what it is about. */
export interface ResourceFormProps<P extends string = string> extends FormOptions<P> {
  readonly family: FamilyRef;
  /** The family's operation that is called: create, update, … */
  readonly operation: string;
  readonly initial: FormValues;
  /** What stands in fields from the start as if it had been entered. */
  readonly entered?: FormValues;
  /** Sent whatever is entered, and not shown: the id of what is edited. */
  readonly fixed?: Params;
  readonly update?: boolean;
  /** Where to go when the form was opened by its URL. */
  readonly fallback?: string;
}

/** What a form would send, and whether it could. */
export interface FormEntry<P extends string> {
  readonly values: ValuesOf<P>;
  readonly params: ValuesOf<P>;
  readonly isValid: boolean;
}
