/** Rules of security groups: asked for one group at a time, so only those are read that an answer hangs on. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Gap, ModelSecurityGroup, NetworkModel } from '../../network/model/model.ts';
import { read3 } from '../../network/model/read-3.ts';
import { toApiError } from '../api/api-error.ts';
import { rulesOptions } from '../api/single.ts';
import type { ResourceFacts } from './assemble.ts';

type Policies = Parameters<typeof read3.securityGroup>[1];

/** What the cloud has answered for one group. */
interface GroupAnswer {
  /** Null: none yet, or none that can be read. */
  readonly policies: Policies | null;
  readonly settled: boolean;
  /** The code of a refusal. */
  readonly failed: string | null;
}

type Result = { readonly data: { readonly data: unknown } | undefined; readonly error: Error | null; readonly isPending: boolean };

const together = (results: readonly Result[]): GroupAnswer[] =>
  results.map(({ data, error, isPending }) => ({
    policies: data ? ((data.data as { SecurityGroupPolicySet: Policies }).SecurityGroupPolicySet ?? null) : null,
    settled: !isPending,
    failed: error && !data ? toApiError(error).code : null,
  }));

interface AskedGroup {
  readonly id: string;
  readonly name: string;
  readonly at: { readonly account: string; readonly region: string };
}

/** The groups that can be read, and a gap for each that has answered and cannot: refused, or without one of its directions. */
export function groupsIn(
  asked: readonly AskedGroup[],
  answers: readonly GroupAnswer[],
): { readonly groups: ModelSecurityGroup[]; readonly gaps: Gap[] } {
  const groups: ModelSecurityGroup[] = [];
  const gaps: Gap[] = [];
  for (const [place, { id, name, at }] of asked.entries()) {
    const { policies = null, settled = false, failed = null } = answers[place] ?? {};
    if (!settled) continue;
    const gap: Gap = { kind: 'securityGroups', ...at, because: failed ?? id };
    if (!policies) {
      gaps.push(gap);
      continue;
    }
    try {
      groups.push(read3.securityGroup({ SecurityGroupId: id, SecurityGroupName: name }, policies, at));
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
      gaps.push(gap);
    }
  }
  return { groups, gaps };
}

interface WithGroups {
  readonly model: NetworkModel;
  /** All the groups that were asked for have answered. */
  readonly complete: boolean;
}

/** The model with the rules of these groups. Groups that nobody listed, or whose rules were refused, stay unknown. */
export function useGroups(model: NetworkModel, known: ReadonlyMap<string, ResourceFacts>, ids: readonly string[]): WithGroups {
  const asked = ids.flatMap((id) => {
    const scope = known.get(id)?.scope;
    return scope ? [{ id, scope }] : [];
  });
  const answers = useQueries({
    queries: asked.map(({ id, scope }) => rulesOptions(scope, id)),
    combine: together,
  });
  const key = asked.map(({ id }) => id).join(' ');
  const whole = useMemo((): NetworkModel => {
    const groupsAsked = key.split(' ').flatMap((id): AskedGroup[] => {
      const one = known.get(id);
      return one ? [{ id, name: one.name, at: { account: one.scope.owner, region: one.scope.region } }] : [];
    });
    const { groups, gaps } = groupsIn(groupsAsked, answers);
    return { ...model, securityGroups: groups, gaps: [...model.gaps, ...gaps] };
  }, [model, known, key, answers]);
  return { model: whole, complete: answers.every(({ settled }) => settled) };
}
