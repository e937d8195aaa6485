/** How many rules a group may have: as the account's cloud tells it where it does, else what is usual. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callOptions } from '../../../api/single.ts';
import type { RuleKind } from '../../../kit/rules/kind.ts';
import { useDialect, useScope } from '../../../lib/scope.ts';
import { usualLimits } from './kind.ts';

export function useRuleLimits(): RuleKind['limits'] {
  const isToday = useDialect() === 'today';
  const query = useQuery({
    ...callOptions(useScope(), 'security-group', 'vpc:DescribeSecurityGroupLimits', {}),
    enabled: isToday,
  });
  const told = isToday ? query.data?.data.SecurityGroupLimitSet : undefined;
  const { SecurityGroupPolicyLimit: perDirection, SecurityGroupExtendedPolicyLimit: expanded } = told ?? {};
  return useMemo(
    () => (typeof perDirection === 'number' && typeof expanded === 'number' ? { perDirection, expanded, exact: true } : usualLimits),
    [perDirection, expanded],
  );
}
