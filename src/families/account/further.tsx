/** Limits that only the cloud of today tells: those without a number in the documents, of security groups, and of templates. */
import { useQuery } from '@tanstack/react-query';
import { numberedQuotas } from '../../../catalogue/families/quotas.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { toApiError } from '../../api/api-error.ts';
import { callOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { limitOf } from '../../lib/quotas.ts';
import { useScope } from '../../lib/scope.ts';
import { Loading } from '../../ui/spinner.tsx';
import { type QuotaRow, QuotaTable } from './quota-table.tsx';
import { type UsageState, useUsage } from './use-usage.ts';

export function FurtherLimits() {
  return (
    <>
      <NamedLimits />
      <GroupLimits />
      <TemplateLimits />
    </>
  );
}

type LimitType = ParamsOf<'vpc:DescribeVpcLimits'>['LimitTypes'][number];

/** The names that no number of the documents is bound to. */
function useFurther(): LimitType[] {
  const { module } = useFamily('account');
  const type = module.today?.['vpc2017:DescribeVpcLimit']?.takes?.type;
  const numbered = typeof type === 'object' && 'values' in type ? Object.values(type.values) : [];
  const { LimitTypes } = module.actions['vpc:DescribeVpcLimits']?.params ?? {};
  const all = LimitTypes?.kind === 'list' && LimitTypes.of.kind === 'choice' ? LimitTypes.of.values : [];
  return all.filter((name) => !numbered.includes(name)) as LimitType[];
}

/** What is not counted says so: no list of this console shows virtual addresses, or endpoint services. */
function NamedLimits() {
  const t = useT();
  const { text } = useFamily('account');
  const countingOf = useUsage();
  const { data, error, refetch } = useQuery(callOptions(useScope(), 'account', 'vpc:DescribeVpcLimits', { LimitTypes: useFurther() }));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('account.failed')} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const rows = data.data.VpcLimitSet.map(({ LimitType, LimitValue }): QuotaRow => {
    const counting: UsageState = numberedQuotas[LimitType] ? countingOf(LimitType) : 'not-counted';
    const known = typeof counting === 'object' ? counting : null;
    return {
      key: LimitType,
      name: LimitType,
      label: valueText(text, 'vpc:DescribeVpcLimits', 'VpcLimitSet.LimitType', LimitType),
      limit: limitOf(LimitValue),
      used: counting === 'counting' ? undefined : (known?.used ?? null),
      reason: counting === 'failed' ? t('account.notRead') : t('account.notCounted'),
      where: known?.holder ? <RefLink family={known.holder.family} id={known.holder.id} /> : undefined,
    };
  });
  return <QuotaTable each title={t('account.further')} what={t('account.furtherWhat')} rows={rows} />;
}

/** A limit of a structure that tells several by name. */
const rowsOf = (limits: Readonly<Record<string, unknown>>, label: (field: string) => string, reason: string): QuotaRow[] =>
  Object.entries(limits).flatMap(([name, limit]) =>
    typeof limit === 'number' ? [{ key: name, name, label: label(name), limit: limitOf(limit), used: null, reason }] : [],
  );

function GroupLimits() {
  const t = useT();
  const { text } = useFamily('security-group');
  const name = 'vpc:DescribeSecurityGroupLimits';
  const { data, error, refetch } = useQuery(callOptions(useScope(), 'security-group', name, {}));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('account.groupsFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const label = (field: string): string => text.fields[field]?.label ?? field;
  return <QuotaTable title={t('family.security-group')} rows={rowsOf(data.data.SecurityGroupLimitSet, label, t('account.perRule'))} />;
}

function TemplateLimits() {
  const t = useT();
  const { text } = useFamily('parameter-template');
  const { data, error, refetch } = useQuery(callOptions(useScope(), 'parameter-template', 'vpc:DescribeTemplateLimits', {}));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('account.templatesFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const label = (field: string): string => text.fields[field]?.label ?? field;
  return <QuotaTable title={t('family.parameter-template')} rows={rowsOf(data.data.TemplateLimit, label, t('account.perTemplate'))} />;
}
