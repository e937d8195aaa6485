/** The words of the form that a control stands in. */
import { createContext, use } from 'react';
import type { FamilyText } from '../../../catalogue/text/shape.ts';

interface FormWords {
  /** "vpc:CreateSubnet" */
  readonly action: string;
  readonly text: FamilyText;
  /** The sentence about what is wrong at a path, if it is to be shown. */
  readonly errorFor: (path: string) => string | undefined;
}

export const FormContext = createContext<FormWords | null>(null);

export function useWords(): FormWords {
  const words = use(FormContext);
  if (!words) throw new Error('a control outside a form');
  return words;
}
