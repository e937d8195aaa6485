import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { type ActionData, isRead } from '../../../catalogue/define.ts';
import type { FamilyModule } from '../../../catalogue/lazy.ts';
import { problemText } from '../../../catalogue/text/problem.ts';
import { validate } from '../../../catalogue/validate.ts';
import { encode } from '../../../catalogue/wire.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { callAction } from '../../api/call.ts';
import { perform } from '../../api/mutate.ts';
import { useProblemTexts } from '../../kit/words.ts';
import { withoutBasePath } from '../../lib/base-path.ts';
import type { Params } from '../../lib/family.ts';
import type { FormValues } from '../../lib/form.ts';
import { type Scope, useScope } from '../../lib/scope.ts';
import { callParams, queryFor, valuesFrom } from './params.ts';

/** How a call ended. `ms` is what the person waited. */
export interface CallEnding {
  readonly ms: number;
  readonly data?: unknown;
  readonly requestId: string | null;
  readonly error?: ApiError;
}

export interface Call {
  readonly values: FormValues;
  readonly set: (name: string, value: unknown) => void;
  readonly touch: (name: string) => void;
  readonly errorFor: (path: string) => string | undefined;
  readonly params: Params;
  readonly isSubmitting: boolean;
  readonly ending: CallEnding | null;
  /** Marks every problem; true when there is none and the call may be sent. */
  readonly check: () => boolean;
  readonly send: () => Promise<void>;
}

/** How long typing rests before it is written into the URL, in ms: browsers limit how often that may be done. */
const rest = 300;

interface NamedCall {
  readonly module: FamilyModule | null;
  readonly name: string;
  readonly action: ActionData;
  readonly params: Params;
}

async function sendCall(client: QueryClient, scope: Scope, { module, name, action, params }: NamedCall) {
  if (module && !isRead(action)) return perform(client, scope, { module, name, params, asNamed: true });
  const answer = await callAction(scope, name, encode(action, params));
  // What it changed is not known: whatever is shown is asked for again.
  if (!isRead(action)) void client.invalidateQueries();
  return answer;
}

/** The state of one call: its values start from the URL and are kept there, but for secrets. */
export function useCall(module: FamilyModule | null, name: string, action: ActionData): Call {
  const client = useQueryClient();
  const scope = useScope();
  const texts = useProblemTexts();
  const { pathname } = useLocation();
  const [query, setQuery] = useSearchParams();
  const [values, setValues] = useState<FormValues>(() => valuesFrom(action, query));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [ending, setEnding] = useState<CallEnding | null>(null);

  const params = callParams(action, values);
  const found = new Map<string, string>();
  for (const problem of validate(action, params)) {
    if (!found.has(problem.path)) found.set(problem.path, problemText(texts, problem));
  }
  const urlQuery = queryFor(action, params, query).toString();
  useEffect(() => {
    if (urlQuery === query.toString()) return;
    const timer = setTimeout(() => {
      // Whoever has gone on meanwhile, to a page that is still loading, must not be fetched back.
      if (withoutBasePath(location.pathname) === pathname) setQuery(urlQuery, { replace: true });
    }, rest);
    return () => clearTimeout(timer);
  }, [urlQuery, query, setQuery, pathname]);

  const send = async (): Promise<void> => {
    setIsSubmitting(true);
    setEnding(null);
    const from = performance.now();
    try {
      const answer = await sendCall(client, scope, { module, name, action, params });
      setEnding({ ms: performance.now() - from, data: answer.data, requestId: answer.requestId });
    } catch (thrown) {
      const error = toApiError(thrown);
      setEnding({ ms: performance.now() - from, requestId: error.requestId, error });
    } finally {
      setIsSubmitting(false);
    }
  };
  return {
    values,
    set: (field, value) => setValues((current) => ({ ...current, [field]: value })),
    touch: (field) => setTouched((current) => (current.has(field) ? current : new Set(current).add(field))),
    errorFor: (path) => (all || touched.has(path.split('.')[0] ?? path) ? found.get(path) : undefined),
    params,
    isSubmitting,
    ending,
    check: () => {
      setAll(true);
      return found.size === 0;
    },
    send,
  };
}
