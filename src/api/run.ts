/**
 * The one way from an operation to the cloud and back: the account's dialect says which action is called. Pages, pollers,
 * blockers and look-ups name an operation by the action that its resource is spelled after, and read the answer in that
 * spelling whatever was called. Only the API explorer calls actions by their own names (`callAction`).
 */
import type { Dialect } from '../../catalogue/binding.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { type FamilyModule, spokenModule } from '../../catalogue/lazy.ts';
import type { Params } from '../lib/family.ts';
import { type ConsoleInfo, dialectIn, noteConsole, regionsOf, type Scope, useConsole } from '../lib/scope.ts';
import { ApiError } from './api-error.ts';
import { type Answer, callAction } from './call.ts';

let asking: Promise<unknown> | null = null;

/** Notes what the server tells of its accounts; operations wait for it. */
export async function awaitConsole(answer: Promise<ConsoleInfo | null>): Promise<ConsoleInfo | null> {
  asking = answer.catch(() => null);
  const told = await answer;
  if (told) noteConsole(told);
  return told;
}

export const dialectOf = (scope: Scope): Dialect => dialectIn(useConsole.getState(), scope);

/** The same, once the facts that have been asked for are there. */
export async function dialectSpoken(scope: Scope): Promise<Dialect> {
  if (useConsole.getState() === null) {
    // Whoever draws the page asks for the facts in the same breath, and after its parts.
    await Promise.resolve();
    await asking;
  }
  return dialectOf(scope);
}

/** The regions of the scope's account. */
export const regionsKnown = (scope: Scope): readonly string[] => regionsOf(useConsole.getState(), scope.region, scope.account);

/** The code of an operation that the account's dialect does not have. */
export const notInDialect = 'NotInDialect';

const isSeveral = (params: Params | readonly [Params, ...Params[]]): params is readonly [Params, ...Params[]] => Array.isArray(params);

const refused = (message: string, field?: string): ApiError =>
  new ApiError({ code: notInDialect, message, outcome: 'not-done', ...(field === undefined ? {} : { field }) }, 0);

/**
 * Does the operation that is known by the action `name`. Several sets of parameters are one call, where the account's binding
 * `joins` them.
 * @throws ApiError with the cloud's code, the proxy's own one, or `NotInDialect`: then nothing was sent.
 */
export async function runOperation(
  scope: Scope,
  module: FamilyModule,
  name: string,
  params: Params | readonly [Params, ...Params[]],
  signal?: AbortSignal,
): Promise<Answer<Record<string, unknown>>> {
  const dialect = await dialectSpoken(scope);
  const spoken = await spokenModule(module, dialect);
  const speech = speechOf(spoken, dialect, name);
  if (speech.kind === 'lacks') throw refused(name);
  const calls: readonly [Params, ...Params[]] = isSeveral(params) ? params : [params];
  if (calls.length > 1 && (speech.kind === 'same' || speech.binding.joins === undefined)) throw new Error(`${name} does one thing a call`);
  if (speech.kind === 'same') return callAction(scope, name, { ...spoken.actions[name]?.always, ...calls[0] }, signal, dialect);
  // Only where a binding is spoken: the first load does without.
  const { answerInward, callsOutward, lackingOf } = await import('../../catalogue/translate.ts');
  const [lacking] = calls.flatMap((one) => lackingOf(speech, one));
  if (lacking !== undefined) throw refused(`${name} ${lacking}`, lacking);
  const { binding } = speech;
  const { data, requestId } = await callAction(scope, binding.action, callsOutward(speech, calls, scope.region), signal, dialect);
  return { data: answerInward(speech, data ?? {}), requestId };
}
