/**
 * Making a plan happen: one call after the other, each with the version that the rules had before it. After each call the
 * rules are read again: they must be exactly what the call should have made, one version on. Whatever else they are,
 * somebody else was there, and nothing more is sent.
 */

import type { FamilyModule } from '../../../../catalogue/lazy.ts';
import type { Plan } from '../../../../network/rule-sets/plan.ts';
import { type CallOfStep, callOf, resetCall, stages } from '../../../../network/rule-sets/plan-calls.ts';
import {
  isSameOnceNormalized,
  type KnownSet,
  type RuleSet,
  sameSet,
  type VersionedRuleSet,
} from '../../../../network/rule-sets/rule-set.ts';
import { type ApiError, toApiError } from '../../../api/api-error.ts';
import { requireOperation } from '../../../lib/family.ts';

export interface GroupWire {
  /** To the API of 2026, which takes rules otherwise than the documents' does. */
  readonly today: boolean;
  /** @throws ApiError */
  readonly send: (call: CallOfStep) => Promise<{ readonly requestId: string | null }>;
  /** The rules as they are now, never from a cache. @throws ApiError */
  readonly read: () => Promise<VersionedRuleSet>;
}

/** Today's reset has a parameter that the documents' has not. */
export const takesRulesOfToday = (module: FamilyModule): boolean => 'SortPolicys' in requireOperation(module, 'resetPolicies').data.params;

export type GroupApplyResult =
  | { readonly end: 'done'; readonly rules: VersionedRuleSet }
  /** Somebody else changed the rules: `rules` is what they are now, `left` how they stood after our own last call. */
  | { readonly end: 'conflict'; readonly rules: VersionedRuleSet; readonly done: number; readonly left: RuleSet }
  /** A call failed after `done` others; `rules` is what they are now, when they could be read. */
  | {
      readonly end: 'failed';
      readonly error: ApiError;
      readonly done: number;
      readonly left: RuleSet;
      readonly rules: VersionedRuleSet | null;
    };

const isMismatch = (error: ApiError): boolean => error.code.endsWith('VersionMismatch');

/** Carries out plans that start from `before`, whose version is the live one as far as is known. `onStep` is told of each call before it is sent. */
export async function apply(
  group: string,
  before: VersionedRuleSet,
  plans: readonly Plan[],
  wire: GroupWire,
  onStep: (done: number, requestId: string | null) => void = () => undefined,
): Promise<GroupApplyResult> {
  let now = before;
  const all = stages(before, plans);
  for (const [done, { step, rules }] of all.entries()) {
    const made = await makeStep(callOf(group, now.version, step, wire.today), now, rules, wire);
    if (made.end !== 'done') return made.end === 'conflict' ? { ...made, done } : { ...made, done, left: now };
    now = made.rules;
    onStep(done + 1, made.requestId);
  }
  return { end: 'done', rules: now };
}

type CallResult =
  | { readonly end: 'done'; readonly rules: VersionedRuleSet; readonly requestId: string | null }
  /** `left` is what our own last call made, whoever has changed it since. */
  | { readonly end: 'conflict'; readonly rules: VersionedRuleSet; readonly left: RuleSet }
  | { readonly end: 'failed'; readonly error: ApiError; readonly rules: VersionedRuleSet | null };

/** One call and a look at what it did. A call whose answer was lost is not sent again: the look tells whether it was done. */
async function makeStep(call: CallOfStep, before: VersionedRuleSet, wanted: RuleSet, wire: GroupWire): Promise<CallResult> {
  let requestId: string | null = null;
  let failed: ApiError | null = null;
  try {
    ({ requestId } = await wire.send(call));
  } catch (error) {
    failed = toApiError(error);
  }
  let rules: VersionedRuleSet;
  try {
    rules = await wire.read();
  } catch (error) {
    return { end: 'failed', error: failed ?? toApiError(error), rules: null };
  }
  if (failed && isMismatch(failed)) return { end: 'conflict', rules, left: before };
  const asWanted = isSameOnceNormalized(rules, wanted) && follows(before.version, rules.version);
  if (asWanted && (failed === null || failed.outcome === 'unknown'))
    return { end: 'done', rules, requestId: requestId ?? failed?.requestId ?? null };
  if (failed) return sameSet(rules, before) ? { end: 'failed', error: failed, rules } : { end: 'conflict', rules, left: before };
  return { end: 'conflict', rules, left: wanted };
}

/** Every change counts the version up by one (5339). A version that is no number tells nothing. */
const follows = (before: string, after: string): boolean =>
  /^\d+$/.test(before) && /^\d+$/.test(after) ? Number(after) === Number(before) + 1 : before !== after;

/** The one call of a reset. */
export async function applyReset(group: string, before: VersionedRuleSet, wanted: KnownSet, wire: GroupWire): Promise<GroupApplyResult> {
  const made = await makeStep(resetCall(group, before.version, wanted, wire.today), before, wanted, wire);
  if (made.end === 'done') return { end: 'done', rules: made.rules };
  return made.end === 'conflict' ? { ...made, done: 0 } : { ...made, done: 0, left: before };
}
