/** The form that a control stands in: its words, and what it says so far. */
import { createContext, use } from 'react';
import type { Family } from '../../../catalogue/define.ts';
import type { FamilyText } from '../../../catalogue/text/shape.ts';

interface FormWords {
  /** "vpc:CreateSubnet" */
  readonly action: string;
  readonly text: FamilyText;
  /** What the account's API calls the parameter at a path; undefined where it is not sent one, and in forms that speak no dialect. */
  readonly spokenName?: (path: string) => string | undefined;
  /** The sentence about what is wrong at a path, if it is to be shown. */
  readonly errorFor: (path: string) => string | undefined;
  /** What the form names so far, by family: of a VPC only its own subnets are offered. */
  readonly named: ReadonlyMap<Family, string>;
}

export const FormContext = createContext<FormWords | null>(null);

export function useWords(): FormWords {
  const words = use(FormContext);
  if (!words) throw new Error('a control outside a form');
  return words;
}
