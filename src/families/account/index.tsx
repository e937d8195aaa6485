import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { numberedQuotas } from '../../../catalogue/families/quotas.ts';
import type { ParamsOf } from '../../../catalogue/index.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { valueText } from '../../../catalogue/text/shape.ts';
import { toApiError } from '../../api/api-error.ts';
import { callOptions, partsOptions } from '../../api/single.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { CallButton } from '../../kit/call-button.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { LeftOut } from '../../kit/left-out.tsx';
import { RefLink } from '../../kit/ref.tsx';
import { useFamily } from '../../kit/words.ts';
import { requireOperation } from '../../lib/family.ts';
import { part } from '../../lib/part.tsx';
import { limitIn, limitOf, tellsLimit } from '../../lib/quotas.ts';
import { listOf } from '../../lib/rows.ts';
import { useConsole, useDialect, useScope } from '../../lib/scope.ts';
import { Code } from '../../ui/copy.tsx';
import { Page } from '../../ui/page.tsx';
import { Card, KeyValue } from '../../ui/parts.tsx';
import { Loading, Skeleton } from '../../ui/spinner.tsx';
import { type QuotaRow, QuotaTable } from './quota-table.tsx';
import { type UsageState, useUsage } from './use-usage.ts';

const FurtherLimits = part(async () => (await import('./further.tsx')).FurtherLimits);

type LimitType = ParamsOf<'vpc2017:DescribeVpcLimit'>['type'][number];

/** What the account is and what it may have. One page: these things have no members to open. */
export function Pages() {
  const t = useT();
  const scope = useScope();
  const language = useLanguage();
  const { module } = useFamily('account');
  const limits = requireOperation(module, 'vpcLimit');
  const isToday = useDialect() === 'today';
  return (
    <Page
      lead={t('account.lead', { region: regionName(scope.region, language) })}
      actions={<CallButton name={limits.name} action={limits.data} params={{ type: useTypes() }} />}
    >
      <Attributes />
      <AddressQuotas />
      <VpcQuotas />
      {isToday && (
        <Suspense fallback={<Loading />}>
          <FurtherLimits />
        </Suspense>
      )}
    </Page>
  );
}

/** Every type that the action knows: the catalogue's list of them. */
function useTypes(): readonly LimitType[] {
  const { data } = requireOperation(useFamily('account').module, 'vpcLimit');
  const { type } = data.params;
  const values = type?.kind === 'list' && type.of.kind === 'choice' ? type.of.values : [];
  return values as readonly LimitType[];
}

const networks = { VPC: 'account.network.VPC', CLASSIC: 'account.network.CLASSIC' } as const;
const isNetwork = (name: string): name is keyof typeof networks => Object.hasOwn(networks, name);

function Attributes() {
  const t = useT();
  const scope = useScope();
  const info = useConsole();
  const { data, error, refetch } = useQuery(callOptions(scope, 'account', 'vpc:DescribeAccountAttributes', {}));
  const account = info?.accounts.find(({ id }) => id === (scope.account ?? info.defaultAccount));
  const supported = listOf(data?.data.AccountAttributeSet).find((attribute) => attribute?.AttributeName === 'supported-platforms');
  const words = listOf(supported?.AttributeValues)
    .map((name) => (isNetwork(name) ? t(networks[name]) : name))
    .join(', ');
  return (
    <Card title={t('account.attributes')}>
      {error && <ErrorPlace error={toApiError(error)} title={t('account.attributesFailed')} onRetry={() => void refetch()} />}
      <KeyValue
        items={[
          { key: 'name', label: t('account.name'), value: account && <bdi>{account.name}</bdi> },
          { key: 'uin', label: t('account.uin'), value: account?.uin && <Code copy>{account.uin}</Code> },
          {
            key: 'networks',
            label: t('account.networks'),
            name: 'supported-platforms',
            value: data ? words : error ? '—' : <Skeleton className="w-32" />,
          },
        ]}
      />
    </Card>
  );
}

function AddressQuotas() {
  const t = useT();
  const { text } = useFamily('account');
  const { data, error, refetch } = useQuery(partsOptions(useScope(), 'account', 'vpc:DescribeAddressQuota', {}));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('account.eipsFailed')} onRetry={() => void refetch()} />;
  const rows = listOf(data?.data.QuotaSet).map(
    ({ QuotaId, QuotaCurrent, QuotaLimit }): QuotaRow => ({
      key: QuotaId,
      name: QuotaId,
      label: valueText(text, 'vpc:DescribeAddressQuota', 'QuotaSet.QuotaId', QuotaId),
      used: QuotaCurrent,
      limit: limitOf(QuotaLimit),
    }),
  );
  if (!data) return <Loading />;
  return (
    <>
      <LeftOut problems={data.unreadable} />
      <QuotaTable title={t('account.eips')} rows={rows} />
    </>
  );
}

function VpcQuotas() {
  const t = useT();
  const { text } = useFamily('account');
  const types = useTypes();
  const countingOf = useUsage();
  const isToday = useDialect() === 'today';
  const { data, error, refetch } = useQuery(callOptions(useScope(), 'account', 'vpc2017:DescribeVpcLimit', { type: [...types] }));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('account.failed')} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  // Of some that the documents number, SSL VPNs, today's API has none.
  const told = types.filter((type) => !isToday || tellsLimit(data.data.data?.limit, type));
  const rows = told.map((type): QuotaRow & { readonly type: number } => {
    const counting = countingOf(type);
    const known = typeof counting === 'object' ? counting : null;
    return {
      type,
      key: String(type),
      name: String(type),
      label: valueText(text, 'vpc2017:DescribeVpcLimit', 'type', type),
      limit: limitIn(data.data.data?.limit, type),
      used: counting === 'counting' ? undefined : (known?.used ?? null),
      reason: reasonOf(counting, t('account.notCounted'), t('account.notRead')),
      where: known?.holder ? <RefLink family={known.holder.family} id={known.holder.id} /> : undefined,
    };
  });
  const isEach = ({ type }: { readonly type: number }): boolean =>
    numberedQuotas[type] === undefined || numberedQuotas[type].per !== undefined;
  return (
    <>
      <QuotaTable title={t('account.region')} rows={rows.filter((row) => !isEach(row))} />
      <QuotaTable each title={t('account.each')} what={t('account.eachWhat')} rows={rows.filter(isEach)} />
    </>
  );
}

const reasonOf = (counting: UsageState, notCounted: string, notRead: string): string =>
  counting === 'failed' ? notRead : counting === 'not-counted' ? notCounted : '';
