/** Single calls, for what is no family's list: each answer is held against the catalogue before a page reads it. */
import { queryOptions } from '@tanstack/react-query';
import type { Family } from '../../catalogue/define.ts';
import type { ParamsOf, ResultOf } from '../../catalogue/index.ts';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { ActionIn } from '../../catalogue/row-of.ts';
import type { Params } from '../lib/family.ts';
import type { Scope } from '../lib/scope.ts';
import type { Answer } from './call.ts';
import { decodedAction, decodedParts, type Parts, rulesAnswer, wholeAnswer } from './decoded.ts';
import { keyOf } from './query.ts';
import { dialectOf, runOperation } from './run.ts';

/**
 * A single call as react-query options: `useQuery(callOptions(scope, 'account', 'vpc:DescribeAddressQuota', {}))`. An answer that is not as the
 * documents say is an error, `UnreadableAnswer`: nothing of it is guessed.
 */
export const callOptions = <F extends Family, A extends ActionIn<F>>(scope: Scope, family: F, name: A, params: ParamsOf<A>) =>
  queryOptions({
    queryKey: keyOf(scope, name, params as Params),
    queryFn: async ({ signal }): Promise<Answer<ResultOf<A>>> => {
      const { data, requestId } = await runOperation(scope, await loadFamily<Family>(family), name, params as Params, signal);
      return { data: wholeAnswer(await decodedAction(family, name, dialectOf(scope)), data, requestId) as ResultOf<A>, requestId };
    },
  });

/** The same where each item of a list speaks for itself: items that cannot be read are left out, and told in `unreadable`. */
export const partsOptions = <F extends Family, A extends ActionIn<F>>(scope: Scope, family: F, name: A, params: ParamsOf<A>) =>
  queryOptions({
    queryKey: keyOf(scope, name, params as Params),
    queryFn: async ({ signal }): Promise<Answer<ResultOf<A>> & Pick<Parts, 'unreadable'>> => {
      const { data, requestId } = await runOperation(scope, await loadFamily<Family>(family), name, params as Params, signal);
      const parts = decodedParts(await decodedAction(family, name, dialectOf(scope)), data, requestId);
      return { data: parts.data as ResultOf<A>, unreadable: parts.unreadable, requestId };
    },
  });

const rulesOf = 'vpc:DescribeSecurityGroupPolicies';

/** Asks the cloud for the rules of a group, never the cache: each as it came. @throws ApiError */
export async function callRules(scope: Scope, group: string, signal?: AbortSignal): Promise<Answer<ResultOf<typeof rulesOf>>> {
  const { data, requestId } = await runOperation(scope, await loadFamily('security-group'), rulesOf, { SecurityGroupId: group }, signal);
  return { data: rulesAnswer(data, requestId), requestId };
}

/** The rules of a group: their reader carries what it does not understand, rule by rule. */
export const rulesOptions = (scope: Scope, group: string) =>
  queryOptions({
    queryKey: keyOf(scope, rulesOf, { SecurityGroupId: group }),
    queryFn: ({ signal }) => callRules(scope, group, signal),
  });
