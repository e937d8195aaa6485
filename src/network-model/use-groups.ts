/** Rules of security groups: asked for one group at a time, so only those are read that an answer hangs on. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ModelSecurityGroup, type NetworkModel, read3 } from '../../network/index.ts';
import { q } from '../api/query.ts';
import type { Known } from './assemble.ts';

type Policies = Parameters<typeof read3.securityGroup>[1];

interface Answered {
  readonly policies: Policies | null;
  readonly settled: boolean;
}

const together = (results: readonly { data: { data: unknown } | undefined; isPending: boolean }[]): Answered[] =>
  results.map(({ data, isPending }) => ({
    policies: data ? ((data.data as { SecurityGroupPolicySet: Policies }).SecurityGroupPolicySet ?? null) : null,
    settled: !isPending,
  }));

export interface WithGroups {
  readonly model: NetworkModel;
  /** All the groups that were asked for have answered. */
  readonly complete: boolean;
}

/** The model with the rules of these groups. Groups that nobody listed, or whose rules were refused, stay unknown. */
export function useGroups(model: NetworkModel, known: ReadonlyMap<string, Known>, ids: readonly string[]): WithGroups {
  const asked = ids.flatMap((id) => {
    const site = known.get(id)?.site;
    return site ? [{ id, site }] : [];
  });
  const answers = useQueries({
    queries: asked.map(({ id, site }) => q(site, 'vpc:DescribeSecurityGroupPolicies', { SecurityGroupId: id })),
    combine: together,
  });
  const key = asked.map(({ id }) => id).join(' ');
  const whole = useMemo((): NetworkModel => {
    const securityGroups = key.split(' ').flatMap((id, at): ModelSecurityGroup[] => {
      const policies = answers[at]?.policies;
      const one = known.get(id);
      if (!policies || !one) return [];
      const at3 = { account: one.site.owner, region: one.site.region };
      return [read3.securityGroup({ SecurityGroupId: id, SecurityGroupName: one.name }, policies, at3)];
    });
    return { ...model, securityGroups };
  }, [model, known, key, answers]);
  return { model: whole, complete: answers.every(({ settled }) => settled) };
}
