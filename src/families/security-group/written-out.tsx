import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { directions } from '../../../network/rule-sets/rule-set.ts';
import { toApiError } from '../../api/api-error.ts';
import { callOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RuleTable } from '../../kit/rules/rule-table.tsx';
import { useScope } from '../../lib/scope.ts';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { versionedFrom } from './rules/read.ts';

/** The rules as the cloud itself writes their templates out: what decides, whatever a template holds by now. */
export function WrittenOut({ id }: { readonly id: string }) {
  const t = useT();
  const query = useQuery(callOptions(useScope(), 'security-group', 'vpc:DescribeSecurityGroupExpandedPolicies', { SecurityGroupId: id }));
  const set = query.data?.data.SecurityGroupPolicySet;
  const rules = useMemo(() => (set ? versionedFrom(set, id) : null), [set, id]);
  if (query.error && !rules)
    return <ErrorPlace error={toApiError(query.error)} title={t('rules.rulesFailed')} onRetry={() => void query.refetch()} />;
  if (!rules) return <Loading />;
  return (
    <>
      <p className="text-muted">{t('securityGroup.writtenOutBody')}</p>
      {directions.map((direction) => (
        <Card key={direction} flush title={`${t(`rules.${direction}`)} (${rules[direction].length})`}>
          <RuleTable direction={direction} rules={rules[direction]} />
        </Card>
      ))}
    </>
  );
}
