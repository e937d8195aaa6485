import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ActionData, Fields } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { perform, type WriteResult } from '../../api/mutate.ts';
import { useT } from '../../i18n/index.ts';
import { nameGiven, type Params, withoutBlankIds } from '../../lib/family.ts';
import { changedParams, type FormValues, isBlank, isChanged, paramsOf } from '../../lib/form.ts';
import { afterPress, watchPresses } from '../../lib/press.ts';
import { type Scope, useScope } from '../../lib/scope.ts';
import { type Clash, type ClashChoice, changedFacts, decideClashes, mergeValues } from '../../lib/three-way.ts';
import { refusalLine } from '../refusal-line.ts';
import { useProblemTexts } from '../words.ts';
import { errorsOf } from './errors.ts';
import { type ParamValues, valuesIn } from './param-values.ts';
import type { CurrentState, Recheck } from './precondition.ts';
import type { FieldError } from './types.ts';

/** What reads values is a method, as in `ResourceFormProps`, which knows their names. */
interface FormOptions {
  readonly module: FamilyModule;
  readonly name: string;
  readonly action: ActionData;
  /** The fields on the screen, in order. */
  readonly fields: Fields;
  /** Which of them what is entered leaves on the screen; all of them when left out. */
  applies?(param: string, values: FormValues): boolean;
  readonly initial: FormValues;
  /** What stands in fields from the start as if it had been entered. */
  readonly entered?: FormValues;
  /** Sent with every call, whatever is entered: the id of what is edited. */
  readonly fixed: Params;
  /** Sent besides, told by what is entered. */
  derived(values: FormValues): ParamValues<string>;
  /** An update sends only what was changed. */
  readonly update: boolean;
  check(values: FormValues): readonly FieldError[];
  /** How what it is about is read again before it is written; null where nothing is there yet. */
  readonly recheck: Recheck | null;
}

/** Why nothing was written: the resource is gone, or somebody else changed what the form would change. */
type Conflict =
  | { readonly kind: 'gone' }
  | { readonly kind: 'unread'; readonly error: ApiError }
  | { readonly kind: 'changed'; readonly clashes: readonly Clash[]; readonly now: CurrentState };

export interface SubmitResult extends WriteResult {
  /** Fields that somebody else changed meanwhile and that stay as they made them. */
  readonly kept: readonly string[];
}

export interface Form {
  /** Those on the screen now, in order. */
  readonly fields: Fields;
  readonly values: FormValues;
  readonly set: (name: string, value: unknown) => void;
  /** The field was left: from now on what is wrong with it is shown. */
  readonly touch: (name: string) => void;
  readonly errorFor: (path: string) => string | undefined;
  /** What is wrong and shown, in words, by path; what no field on the screen is about too. */
  readonly problems: ReadonlyMap<string, string>;
  /** The cloud's refusal that is about no single field. */
  readonly serverError: ApiError | null;
  readonly isDirty: boolean;
  /** Nothing that can be told before the call is wrong with it. */
  readonly isValid: boolean;
  readonly isSubmitting: boolean;
  readonly params: Params;
  readonly conflict: Conflict | null;
  /** What was changed elsewhere is what the form begins with from here on; what both changed is as chosen. */
  readonly settle: (choices: Readonly<Record<string, ClashChoice>>) => void;
  /** As it stands by now, without what was entered. */
  readonly startOver: () => void;
  readonly submit: () => Promise<SubmitResult | null>;
}

/** The fields that what is entered leaves on the screen. */
const applied = (options: Pick<FormOptions, 'fields' | 'applies'>, values: FormValues): Fields =>
  options.applies
    ? Object.fromEntries(Object.entries(options.fields).filter(([param]) => options.applies?.(param, values) ?? true))
    : options.fields;

/** The state of one form. What can be derived (problems, parameters) is derived from the values at every rendering. */
export function useForm(options: FormOptions): Form {
  const { action, fixed, derived, update, check, recheck } = options;
  const t = useT();
  const client = useQueryClient();
  const scope = useScope();
  const texts = useProblemTexts();
  const { values, initial, setValues, begin } = useValues(options.initial, recheck !== null, options.entered);
  const { touched, touch } = useTouched(values);
  const [submitted, setSubmitted] = useState(false);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [serverError, setServerError] = useState<ServerError | null>(null);
  const { conflict, setConflict, settle, startOver } = useConflict({ params: action.params, initial, values, begin });

  const fields = applied(options, values);
  const always = withoutBlankIds(action, { ...fixed, ...valuesIn(derived(values)) });
  const params = { ...always, ...(update ? changedParams(fields, initial, values) : paramsOf(fields, values)) };
  const errors = errorsOf({ action, fields, initial, values, always, update, fieldErrors: check(values), texts, t });
  const shown = new Map([...errors].filter(([path]) => submitted || touched.has(path.split('.')[0] ?? path)));
  const blamedField = blamedIn(serverError, fields);
  if (serverError && blamedField !== null && !shown.has(blamedField)) shown.set(blamedField, serverError.words);

  return {
    fields,
    values,
    set: (field, value) => {
      setValues((current) => ({ ...current, [field]: value }));
      // A new value is a new question: what the cloud said of the old one no longer stands.
      if (blamedField?.split('.')[0] === field) setServerError(null);
    },
    touch,
    errorFor: (path) => shown.get(path),
    problems: shown,
    serverError: blamedField === null ? (serverError?.error ?? null) : null,
    isValid: errors.size === 0,
    isDirty: isChanged(fields, initial, values),
    isSubmitting,
    params,
    conflict,
    settle,
    startOver,
    submit: async () => {
      setSubmitted(true);
      if (errors.size > 0 || isSubmitting) return null;
      setIsSubmitting(true);
      setServerError(null);
      setConflict(null);
      try {
        const ready = await readBefore(recheck, { fields: action.params, initial, values, fixed });
        if (!('kind' in ready)) return await send(client, scope, options, ready);
        setConflict(ready);
        return null;
      } catch (thrown) {
        setServerError(await toServerError(toApiError(thrown), action, params));
        return null;
      } finally {
        setIsSubmitting(false);
      }
    },
  };
}

/** Fields that were left with something in them. */
function useTouched(values: FormValues): { readonly touched: ReadonlySet<string>; readonly touch: Form['touch'] } {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  useEffect(watchPresses, []);
  const add = (field: string): void => setTouched((current) => (current.has(field) ? current : new Set(current).add(field)));
  return {
    touched,
    // An empty field that was only passed through is complained of when the form is sent: a complaint would move what is pressed next.
    // So would one that appears while the button is down: it waits until what was pressed has got its click.
    touch: (field) => {
      if (!isBlank(values[field])) afterPress(() => add(field));
    },
  };
}

type ConflictInput = Pick<SubmitInput, 'values' | 'initial'> & {
  readonly params: Fields;
  readonly begin: (initial: FormValues, values: FormValues) => void;
};

/** Why nothing was written, and the two ways on. */
function useConflict({ params, initial, values, begin }: ConflictInput) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const goOn = ({ initial: now, accept }: CurrentState, entered: FormValues): void => {
    accept();
    begin(now, entered);
    setConflict(null);
  };
  return {
    conflict,
    setConflict,
    settle: (choices: Readonly<Record<string, ClashChoice>>): void => {
      if (conflict?.kind !== 'changed') return;
      const { clashes, now } = conflict;
      goOn(now, decideClashes(mergeValues(params, initial, values, now.initial).values, clashes, choices));
    },
    startOver: (): void => {
      if (conflict?.kind === 'changed') goOn(conflict.now, conflict.now.initial);
    },
  };
}

interface SubmitInput {
  readonly values: FormValues;
  readonly initial: FormValues;
  readonly fixed: Params;
  readonly kept: readonly string[];
}

/** Somebody else made the same change: there is nothing left to send. */
const nothingSent: WriteResult = { data: {}, requestId: null, id: null, task: null };

/** What is sent; null where an update changes nothing. */
function sentOf(
  { values, initial, fixed }: SubmitInput,
  { fields, update, derived }: Pick<FormOptions, 'fields' | 'update' | 'derived'>,
): Params | null {
  const own = update ? changedParams(fields, initial, values) : paramsOf(fields, values);
  return update && Object.keys(own).length === 0 ? null : { ...fixed, ...valuesIn(derived(values)), ...own };
}

/** Makes the call, if there is something to send. @throws ApiError */
async function send(client: QueryClient, scope: Scope, options: FormOptions, ready: SubmitInput): Promise<SubmitResult> {
  const { module, name, update, derived } = options;
  const params = sentOf(ready, { fields: applied(options, ready.values), update, derived });
  if (params === null) return { ...nothingSent, kept: ready.kept };
  const label = nameGiven(module, ready.values) || undefined;
  return { ...(await perform(client, scope, { module, name, params, label })), kept: ready.kept };
}

/** Reads again, and puts what is entered over what stands; or tells why nothing may be written. */
async function readBefore(
  recheck: Recheck | null,
  { fields, initial, values, fixed }: Pick<FormOptions, 'fields' | 'fixed'> & Pick<SubmitInput, 'values' | 'initial'>,
): Promise<SubmitInput | Conflict> {
  if (recheck === null) return { values, initial, fixed, kept: [] };
  let now: CurrentState | null;
  try {
    now = await recheck.read(values);
  } catch (thrown) {
    return { kind: 'unread', error: toApiError(thrown) };
  }
  if (now === null) return { kind: 'gone' };
  const merged = mergeValues(fields, initial, values, now.initial);
  const clashes = [...changedFacts(recheck.facts(values), now.facts), ...merged.clashes];
  if (clashes.length > 0) return { kind: 'changed', clashes, now };
  return { values: merged.values, initial: now.initial, fixed: now.fixed, kept: merged.followed };
}

/**
 * What is entered, and what it began with. Of a resource that is there (`follows`), what nobody touched here follows what is
 * told of it while the form is open; what was touched keeps what it began with, so that a change by others is noticed.
 */
function useValues(told: FormValues, follows: boolean, entered: FormValues = {}) {
  const [state, setState] = useState({ initial: told, values: { ...told, ...entered } });
  const [seen, setSeen] = useState(told);
  if (follows && JSON.stringify(seen) !== JSON.stringify(told)) {
    setSeen(told);
    setState(({ initial, values }) => {
      const touched = (name: string): boolean => JSON.stringify(values[name]) !== JSON.stringify(initial[name]);
      const follow = (of: FormValues): FormValues =>
        Object.fromEntries(Object.keys(told).map((name) => [name, touched(name) ? of[name] : told[name]]));
      return { initial: follow(initial), values: { ...values, ...follow(values) } };
    });
  }
  return {
    values: state.values,
    initial: follows ? state.initial : told,
    setValues: (change: (values: FormValues) => FormValues) => setState((now) => ({ ...now, values: change(now.values) })),
    begin: (initial: FormValues, values: FormValues) => setState({ initial, values }),
  };
}

/** The refused field, where it is on the screen. */
const blamedIn = (error: ServerError | null, fields: Fields): string | null =>
  error?.field != null && Object.hasOwn(fields, error.field.split('.')[0] ?? '') ? error.field : null;

/** Where a refusal of the cloud belongs in a form, and in which words. */
interface ServerError {
  readonly error: ApiError;
  /** The parameter that is blamed; null when it is the call as a whole. */
  readonly field: string | null;
  /** For the field: what the code means, what the cloud said, the code and the request id. */
  readonly words: string;
}

/** Whether a control can show what is wrong there: what a structure has that nobody knows has none. */
function isField(fields: Fields, path: string): boolean {
  const [head = '', ...rest] = path.split('.');
  const field = Object.hasOwn(fields, head) ? fields[head] : undefined;
  if (rest.length === 0 || !field) return field !== undefined;
  if (field.kind === 'struct') return isField(field.fields, rest.join('.'));
  return field.kind !== 'list' || rest.length === 1 || isField({ item: field.of }, ['item', ...rest.slice(1)].join('.'));
}

/** The field that the proxy names, else the one that the catalogue says the code is about. Its tables load with the first refusal. */
async function toServerError(error: ApiError, action: ActionData, params: Params): Promise<ServerError> {
  // Words that cannot be had, where the server is gone, must not hide what they are for.
  const words = import('../../../catalogue/errors.ts').catch(() => null);
  const [errors, line] = await Promise.all([words, refusalLine(error, error.requestId)]);
  const named = error.field !== undefined && isField(action.params, error.field) ? error.field : undefined;
  const field = error.outcome === 'unknown' ? null : (named ?? errors?.blamedField(error.code, action, params) ?? null);
  return { error, field, words: line };
}
