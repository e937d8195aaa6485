import { Suspense } from 'react';
import { Link } from 'react-router';
import type { Family } from '../../../catalogue/define.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { part } from '../../lib/part.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { linkClass } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Card } from '../../ui/parts.tsx';
import type { CapacityFindings, InRegion, ScarceQuota } from './capacity-findings.ts';
import { Group, Item } from './finding-group.tsx';

/** It brings the network engine, which the rest of the page does without. */
const NetworkFindings = part(async () => (await import('./network-findings.tsx')).NetworkFindings);

interface FindingsCardProps {
  readonly account: string | undefined;
  readonly findings: CapacityFindings;
  /** Regions still on their way, or that did not answer: what is said here may not be all. */
  readonly unknown: readonly string[];
  /** Regions with rows that cannot be read: neither is what is said here. */
  readonly partly: readonly string[];
  /** Regions whose quotas the cloud did not tell. */
  readonly withoutQuotas: readonly string[];
  readonly loading: boolean;
}

/** What needs a look, and what cannot be told. */
export function FindingsCard({ account, findings, unknown, partly, withoutQuotas, loading }: FindingsCardProps) {
  const t = useT();
  const formats = useFormats();
  const scope = useScope();
  const { scarce, tight } = findings;
  const nothing = scarce.length + tight.length === 0;
  return (
    <Card flush title={t('overview.findings')}>
      <div className="divide-y divide-line">
        <Quotas account={account} scarce={scarce} />
        <Group title={t('overview.tight', { n: tight.length })} count={tight.length}>
          {tight.map(({ region, row, available, size }) => (
            <Item key={row.SubnetId} meaning={available === 0 ? 'danger' : 'warning'}>
              <Name account={account} family="subnet" id={row.SubnetId} name={row.SubnetName} region={region} />
              <span>{t('overview.addressesLeft', { available, size })}</span>
            </Item>
          ))}
        </Group>
        {nothing && !loading && unknown.length + partly.length === 0 && (
          <Item meaning="good">
            <span>{t('overview.allWell')}</span>
          </Item>
        )}
        <Suspense fallback={null}>
          <NetworkFindings account={account} />
        </Suspense>
        {unknown.length > 0 && (
          <Item meaning="warning">
            <span>{t('overview.unknownRegions', { regions: formats.list(unknown) })}</span>
          </Item>
        )}
        {partly.length > 0 && (
          <Item meaning="warning">
            <span>{t('overview.partlyUnread', { regions: formats.list(partly) })}</span>
          </Item>
        )}
        {withoutQuotas.length > 0 && (
          <Item meaning="warning">
            <span>{t('overview.quotaUnknown', { regions: formats.list(withoutQuotas) })}</span>
          </Item>
        )}
        <p className="px-4 py-2 text-muted text-xs">
          {t('overview.lookedAt')}{' '}
          {t.node('overview.otherQuotas', {
            page: (
              <Link to={paths.list('account', scope)} className={cx(linkClass, 'underline')}>
                {t('family.account')}
              </Link>
            ),
          })}
        </p>
      </div>
    </Card>
  );
}

function Quotas({ account, scarce }: { readonly account: string | undefined; readonly scarce: readonly ScarceQuota[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Group title={t('overview.scarce', { n: scarce.length })} count={scarce.length}>
      {scarce.map(({ region, used, limit, vpc }) => (
        <Item key={`${region} ${vpc?.VpcId}`} meaning={used >= limit ? 'danger' : 'warning'}>
          {vpc ? (
            <Name account={account} family="vpc" id={vpc.VpcId} name={vpc.VpcName} region={region} />
          ) : (
            <Link to={paths.list('vpc', { account, region })} className={linkClass}>
              {regionName(region, language)}
            </Link>
          )}
          <span>{t(vpc ? 'overview.subnetsOf' : 'overview.vpcsOf', { used, limit })}</span>
        </Item>
      ))}
    </Group>
  );
}

interface NameProps extends Pick<InRegion<unknown>, 'region'> {
  readonly account: string | undefined;
  readonly family: Family;
  readonly id: string;
  readonly name: string;
}

function Name({ account, family, id, name, region }: NameProps) {
  const language = useLanguage();
  return (
    <span className="min-w-0">
      <Link to={paths.detail(family, id, { account, region })} className={linkClass}>
        <bdi className="font-medium">{name || id}</bdi>
      </Link>{' '}
      <span className="text-muted">{regionName(region, language)}</span>
    </span>
  );
}
