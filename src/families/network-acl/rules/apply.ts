/**
 * Replacing the rules of an ACL. One call writes all rules of a direction and nothing is compared by the cloud, so the rules
 * are read before each call, which is sent only if they are what it was made for, and after it, to tell what really stands.
 */

import { aclStepsOf } from '../../../../network/rule-sets/acl-steps.ts';
import { isSameOnceNormalized, type RuleSet, sameSet, type VersionedRuleSet } from '../../../../network/rule-sets/rule-set.ts';
import type { Direction } from '../../../../network/rules/rule.ts';
import { type ApiError, toApiError } from '../../../api/api-error.ts';

export interface AclWire {
  /** Whether one call may write both directions: then either both are written or none. */
  readonly isJoined?: boolean;
  /** Replaces the rules of these directions. @throws ApiError */
  readonly send: (directions: readonly Direction[], wanted: RuleSet) => Promise<{ readonly requestId: string | null }>;
  /** The rules of both directions as they are now, never from a cache. @throws ApiError */
  readonly read: () => Promise<VersionedRuleSet>;
}

type AclApplyResult =
  | { readonly end: 'done'; readonly rules: VersionedRuleSet }
  /** Somebody else changed the rules: `rules` is what they are now, `left` what they were after our own last call. */
  | { readonly end: 'conflict'; readonly rules: VersionedRuleSet; readonly left: RuleSet }
  /** Nothing more was sent after `done` calls; `rules` is what they are now, when they could be read. */
  | { readonly end: 'failed'; readonly error: ApiError; readonly done: number; readonly rules: VersionedRuleSet | null };

/** Carries out what leads from `base` to `wanted`, call by call. `onCall` is told of each call that is done. */
export async function apply(
  base: VersionedRuleSet,
  wanted: RuleSet,
  wire: AclWire,
  onCall: (done: number) => void = () => undefined,
): Promise<AclApplyResult> {
  let stood: RuleSet = { ingress: base.ingress, egress: base.egress };
  let rules = base;
  for (const [done, written] of aclStepsOf(base, wanted, wire.isJoined === true).entries()) {
    const failed = (thrown: unknown, now: VersionedRuleSet | null): AclApplyResult => ({
      end: 'failed',
      error: toApiError(thrown),
      done,
      rules: now,
    });
    try {
      rules = await wire.read();
    } catch (thrown) {
      return failed(thrown, null);
    }
    if (!isSameOnceNormalized(rules, stood)) return { end: 'conflict', rules, left: stood };
    const next: RuleSet = { ...stood, ...Object.fromEntries(written.map((direction) => [direction, wanted[direction]])) };
    let refusal: ApiError | null = null;
    try {
      await wire.send(written, next);
    } catch (thrown) {
      refusal = toApiError(thrown);
    }
    try {
      rules = await wire.read();
    } catch (thrown) {
      return failed(refusal ?? thrown, null);
    }
    // A call whose answer was lost is not sent again: what stands tells whether it was done.
    const made = isSameOnceNormalized(rules, next) && (refusal === null || refusal.outcome === 'unknown');
    if (!made) return refusal && sameSet(rules, stood) ? failed(refusal, rules) : { end: 'conflict', rules, left: refusal ? stood : next };
    stood = next;
    onCall(done + 1);
  }
  return { end: 'done', rules };
}
