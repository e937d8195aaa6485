import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionData, Fields } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { problemText } from '../../../catalogue/text/problem.ts';
import { validate } from '../../../catalogue/validate.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { type Performed, perform } from '../../api/mutate.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { nameGiven, type Params } from '../../lib/family.ts';
import { changedParams, emptied, isBlank, isChanged, paramsOf, type Values } from '../../lib/form.ts';
import { usePlace } from '../../lib/place.ts';
import { useProblemTexts } from '../words.ts';
import { type Refused, refusedAs } from './refused.ts';
import type { Objection } from './types.ts';

export interface FormOptions {
  readonly module: FamilyModule;
  readonly name: string;
  readonly action: ActionData;
  /** The fields on the screen, in order. */
  readonly fields: Fields;
  readonly initial: Values;
  /** Sent with every call, whatever is entered: the id of what is edited. */
  readonly fixed: Params;
  /** Sent besides, told by what is entered. */
  readonly derived?: ((values: Values) => Params) | undefined;
  /** An update sends only what was changed. */
  readonly update: boolean;
  readonly check: (values: Values) => readonly Objection[];
}

export interface Form {
  readonly values: Values;
  readonly set: (name: string, value: unknown) => void;
  /** The field was left: from now on what is wrong with it is shown. */
  readonly leave: (name: string) => void;
  readonly problemAt: (path: string) => string | undefined;
  /** Number of fields with a problem that is shown. */
  readonly problems: number;
  /** The cloud's refusal that is about no single field. */
  readonly error: ApiError | null;
  readonly changed: boolean;
  /** Nothing that can be told before the call is wrong with it. */
  readonly valid: boolean;
  readonly pending: boolean;
  readonly params: Params;
  readonly submit: () => Promise<Performed | null>;
}

/** The state of one form. What can be derived (problems, parameters) is derived from the values at every rendering. */
export function useForm({ module, name, action, fields, initial, fixed, derived, update, check }: FormOptions): Form {
  const t = useT();
  const client = useQueryClient();
  const place = usePlace();
  const language = useLanguage();
  const texts = useProblemTexts();
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const always = { ...fixed, ...derived?.(values) };
  const params = { ...always, ...(update ? changedParams(fields, initial, values) : paramsOf(fields, values)) };
  const found = new Map<string, string>();
  const add = (path: string, message: string): void => {
    if (!found.has(path)) found.set(path, message);
  };
  for (const [path, field] of Object.entries(fields)) {
    // What the action itself needs is the validator's to say.
    const ours = field.required && !action.params[path]?.required;
    if (ours && isBlank(values[path])) add(path, problemText(texts, { path, issue: 'missing', field }));
  }
  const objections = check(values);
  for (const problem of validate(action, { ...always, ...paramsOf(fields, values) })) {
    // Which of several is wanted, the family says in better words.
    if (problem.issue === 'one-of' && objections.some(({ path }) => path === problem.path)) continue;
    add(problem.path, problemText(texts, problem));
  }
  if (update) for (const path of emptied(fields, initial, values)) add(path, t('kit.form.cannotEmpty'));
  for (const { path, message } of objections) add(path, message);

  const isShown = (path: string): boolean => submitted || left.has(path.split('.')[0] ?? path);
  const shown = new Map([...found].filter(([path]) => isShown(path)));
  // Only a field that is on the screen can carry it.
  const blamed = refused?.field != null && Object.hasOwn(fields, refused.field.split('.')[0] ?? '') ? refused.field : null;
  if (refused && blamed !== null && !shown.has(blamed)) shown.set(blamed, refused.words);

  return {
    values,
    set: (field, value) => {
      setValues((current) => ({ ...current, [field]: value }));
      // A new value is a new question: what the cloud said of the old one no longer stands.
      if (blamed?.split('.')[0] === field) setRefused(null);
    },
    // An empty field that was only passed through is complained of when the form is sent: a complaint would move what is pressed next.
    leave: (field) => {
      if (!isBlank(values[field])) setLeft((current) => (current.has(field) ? current : new Set(current).add(field)));
    },
    problemAt: (path) => shown.get(path),
    problems: shown.size,
    error: blamed === null ? (refused?.error ?? null) : null,
    valid: found.size === 0,
    changed: isChanged(fields, initial, values),
    pending,
    params,
    submit: async () => {
      setSubmitted(true);
      if (found.size > 0 || pending) return null;
      setPending(true);
      setRefused(null);
      try {
        return await perform(client, place, { module, name, params, label: nameGiven(module, values) || undefined });
      } catch (thrown) {
        setRefused(await refusedAs(toApiError(thrown), action, params, language));
        return null;
      } finally {
        setPending(false);
      }
    },
  };
}
