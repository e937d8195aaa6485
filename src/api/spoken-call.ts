/** What is really sent for an operation, to be shown. */
import type { ActionData } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { moduleOf } from '../../catalogue/lazy.ts';
import { callsOutward } from '../../catalogue/translate.ts';
import type { Params } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import { useSpokenModule } from '../lib/spoken.ts';
import { dialectOf } from './run.ts';

export interface SpokenCall {
  readonly name: string;
  readonly action: ActionData;
  readonly params: Params;
}

/** What is sent for a call of the operation that is known by the action `name`; as it is where the dialect has none. Suspends once under `today`. */
export function useSpokenCall(scope: Scope, name: string, action: ActionData, params: Params | readonly [Params, ...Params[]]): SpokenCall {
  const speak = useSpeaking(scope, name, action);
  return speak(Array.isArray(params) ? params : [params as Params]);
}

/** How an operation is spoken by the account, for calls that are not made yet; `joins` says whether several may be one. */
export function useSpeaking(
  scope: Scope,
  name: string,
  action: ActionData,
): ((calls: readonly Params[]) => SpokenCall) & { readonly joins: boolean } {
  const module = moduleOf(name);
  const dialect = dialectOf(scope);
  const spoken = useSpokenModule(module, dialect);
  const speech = spoken && speechOf(spoken, dialect, name);
  if (speech?.kind !== 'bound')
    return Object.assign(([params = {}]: readonly Params[]): SpokenCall => ({ name, action, params }), { joins: false });
  const speak = (calls: readonly Params[]): SpokenCall => ({
    name: speech.binding.action,
    action: speech.theirs,
    params: callsOutward(speech, calls, scope.region),
  });
  return Object.assign(speak, { joins: speech.binding.joins !== undefined });
}
