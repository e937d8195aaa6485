/** What is wrong with the values of a form, as far as can be told before the call. Pure. */
import type { ActionData, Fields } from '../../../catalogue/define.ts';
import { at } from '../../../catalogue/rows.ts';
import { slipsIn } from '../../../catalogue/slips.ts';
import { problemText } from '../../../catalogue/text/problem.ts';
import type { ProblemTexts } from '../../../catalogue/text/shape.ts';
import { validate } from '../../../catalogue/validate.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Params } from '../../lib/family.ts';
import { clearedFields, type FormValues, isBlank, paramsOf } from '../../lib/form.ts';
import type { FieldError } from './types.ts';

interface ErrorsInput {
  readonly action: ActionData;
  /** The fields on the screen. */
  readonly fields: Fields;
  readonly initial: FormValues;
  readonly values: FormValues;
  /** An update cannot empty a field. */
  readonly update: boolean;
  /** Sent whatever is on the screen. */
  readonly always: Params;
  /** What only the family can tell is wrong. */
  readonly fieldErrors: readonly FieldError[];
  readonly texts: ProblemTexts;
  readonly t: Translate;
}

/** What is wrong with the values, in words, by path; of several with one path the first. */
export function errorsOf(input: ErrorsInput): ReadonlyMap<string, string> {
  const { action, fields, initial, values, always, update, fieldErrors, texts, t } = input;
  const errors = new Map<string, string>();
  const add = (path: string, message: string): void => {
    if (!errors.has(path)) errors.set(path, message);
  };
  for (const [path, field] of Object.entries(fields)) {
    // What the action itself needs is the validator's to say, unless it takes nothing for a value and the form does not.
    const taken = action.params[path];
    const ours = field.required && (!taken?.required || (taken.orEmpty === true && !field.orEmpty));
    if (ours && isBlank(values[path])) add(path, problemText(texts, { path, issue: 'missing', field }));
  }
  const whole = { ...always, ...paramsOf(fields, values) };
  // What the cloud told and nobody touched is no mistake of whoever fills in the form, whatever this console knows of it.
  const isTold = (path: string): boolean => {
    const value = at(values, path);
    return update && !isBlank(value) && JSON.stringify(value) === JSON.stringify(at(initial, path));
  };
  for (const problem of [...validate(action, whole), ...slipsIn(action.params, whole)]) {
    if (isTold(problem.path)) continue;
    // Which of several is wanted, the family says in better words.
    if (problem.issue === 'one-of' && fieldErrors.some(({ path }) => path === problem.path)) continue;
    add(problem.path, problemText(texts, problem));
  }
  if (update) for (const path of clearedFields(fields, initial, values)) add(path, t('kit.form.cannotEmpty'));
  for (const { path, message } of fieldErrors) add(path, message);
  return errors;
}
