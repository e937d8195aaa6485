import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { toApiError } from '../../api/api-error.ts';
import { partsOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { LeftOut } from '../../kit/left-out.tsx';
import { listOf } from '../../lib/rows.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { Meter } from '../../ui/parts.tsx';
import { Skeleton } from '../../ui/spinner.tsx';

interface Quota {
  readonly QuotaId: string;
  readonly QuotaCurrent: number;
  readonly QuotaLimit: number;
}

/** Words for each quota; the third is called DAILY_EIP_ASSIGN by the sample and DAILY_PUBLIC_IP_ASSIGN by the structure. */
const words = {
  TOTAL_EIP_QUOTA: 'eip.quota.total',
  DAILY_EIP_APPLY: 'eip.quota.daily',
  DAILY_PUBLIC_IP_ASSIGN: 'eip.quota.ordinary',
  DAILY_EIP_ASSIGN: 'eip.quota.ordinary',
} as const;

const isKnown = (id: string): id is keyof typeof words => Object.hasOwn(words, id);

const useQuotas = () => useQuery(partsOptions(useScope(), 'account', 'vpc:DescribeAddressQuota', {}));

/** How many more can be allocated here now; null while that is not known. */
export function leftOf(quotas: readonly Quota[] | undefined): number | null {
  const counted = listOf(quotas).filter(({ QuotaId }) => QuotaId === 'TOTAL_EIP_QUOTA' || QuotaId === 'DAILY_EIP_APPLY');
  if (counted.length === 0) return null;
  return Math.max(0, Math.min(...counted.map(({ QuotaLimit, QuotaCurrent }) => QuotaLimit - QuotaCurrent)));
}

export const useLeft = (): number | null => leftOf(useQuotas().data?.data.QuotaSet);

/** Above this share a quota is nearly used up. */
const scarce = 0.8;

/** What the region's quotas allow, above the list. */
export function Quotas() {
  const t = useT();
  const scope = useScope();
  const { data, error, refetch } = useQuotas();
  if (error) return <ErrorPlace error={toApiError(error)} title={t('eip.quota.failed')} onRetry={() => void refetch()} />;
  const quotas = listOf(data?.data.QuotaSet);
  return (
    <section
      aria-label={t('eip.quota.title', { region: scope.region })}
      className="flex min-h-6 shrink-0 flex-wrap items-center gap-x-6 gap-y-1"
    >
      {data && <LeftOut problems={data.unreadable} />}
      {!data && <Skeleton className="w-64" />}
      {quotas.map(({ QuotaId, QuotaCurrent, QuotaLimit }) => {
        const label = isKnown(QuotaId) ? t(words[QuotaId]) : QuotaId;
        const meaning = QuotaCurrent >= QuotaLimit ? 'danger' : QuotaCurrent >= QuotaLimit * scarce ? 'warning' : 'neutral';
        return (
          <span key={QuotaId} title={QuotaId} className="inline-flex flex-wrap items-center gap-x-2">
            <span className="text-muted">{label}</span>
            <Meter label={label} used={QuotaCurrent} total={QuotaLimit} meaning={meaning} />
          </span>
        );
      })}
      <Link to={paths.list('account', scope)} className={linkClass}>
        {t('eip.quota.all')}
      </Link>
    </section>
  );
}
