/** What is really sent for an operation, to be shown. */
import { use } from 'react';
import type { ActionData } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { moduleOf, todayOf } from '../../catalogue/lazy.ts';
import { callOutward } from '../../catalogue/translate.ts';
import type { Params } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import { dialectOf } from './run.ts';

interface SpokenCall {
  readonly name: string;
  readonly action: ActionData;
  readonly params: Params;
}

/** What is sent for a call of the operation that is known by the action `name`; as it is where the dialect has none. Suspends once under `today`. */
export function useSpokenCall(scope: Scope, name: string, action: ActionData, params: Params): SpokenCall {
  const module = moduleOf(name);
  const dialect = dialectOf(scope);
  const today = module && todayOf(module, dialect);
  const speech = module && speechOf(today ? use(today)(module) : module, dialect, name);
  if (speech?.kind !== 'bound') return { name, action, params };
  return { name: speech.binding.action, action: speech.theirs, params: callOutward(speech, params, scope.region) };
}
