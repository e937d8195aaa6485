import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Family } from '../../../catalogue/define.ts';
import { regionName } from '../../../catalogue/regions.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { usePlace } from '../../lib/place.ts';
import { paths } from '../../paths.ts';
import { Button, linkClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { cx } from '../../ui/cx.ts';
import { Card } from '../../ui/parts.tsx';
import { type Meaning, StatusIcon } from '../../ui/status.tsx';
import type { Attention, InRegion, ScarceQuota } from './attention.ts';

interface AttentionCardProps {
  readonly account: string | undefined;
  readonly attention: Attention;
  /** Regions still on their way, or that did not answer: what is said here may not be all. */
  readonly unknown: readonly string[];
  /** Regions whose quotas the cloud did not tell. */
  readonly withoutQuotas: readonly string[];
  readonly loading: boolean;
}

/** What needs a look, and what cannot be told. */
export function AttentionCard({ account, attention, unknown, withoutQuotas, loading }: AttentionCardProps) {
  const t = useT();
  const formats = useFormats();
  const place = usePlace();
  const { scarce, tight, overlapping, empty } = attention;
  const nothing = scarce.length + tight.length + overlapping.length + empty.length === 0;
  return (
    <Card flush title={t('overview.attention')}>
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
        <Group title={t('overview.overlapping', { n: overlapping.length })} count={overlapping.length}>
          {overlapping.map(({ range, vpcs }) => (
            <Item key={range} meaning="warning">
              <span>{t.node('overview.shareRange', { n: vpcs.length, range: <Code>{range}</Code> })}</span>
              {vpcs.map(({ region, row }) => (
                <Name key={row.VpcId} account={account} family="vpc" id={row.VpcId} name={row.VpcName} region={region} />
              ))}
            </Item>
          ))}
        </Group>
        <Group title={t('overview.empty', { n: empty.length })} count={empty.length}>
          {empty.map(({ region, row }) => (
            <Item key={row.VpcId} meaning="neutral">
              <Name account={account} family="vpc" id={row.VpcId} name={row.VpcName} region={region} />
              <Code muted>{row.CidrBlock}</Code>
            </Item>
          ))}
        </Group>
        {nothing && !loading && unknown.length === 0 && (
          <Item meaning="good">
            <span>{t('overview.allWell')}</span>
          </Item>
        )}
        {unknown.length > 0 && (
          <Item meaning="warning">
            <span>{t('overview.unknownRegions', { regions: formats.list(unknown) })}</span>
          </Item>
        )}
        {withoutQuotas.length > 0 && (
          <Item meaning="warning">
            <span>{t('overview.quotaUnknown', { regions: formats.list(withoutQuotas) })}</span>
          </Item>
        )}
        <p className="px-4 py-2 text-muted text-xs">
          {t.node('overview.otherQuotas', {
            page: (
              <Link to={paths.list('account', place)} className={cx(linkClass, 'underline')}>
                {t('shell.family.account')}
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

const few = 5;

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly children: readonly ReactNode[];
}

/** One kind of finding: the first five, the rest on request. */
function Group({ title, count, children }: GroupProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  return (
    <section className="py-1">
      <h3 className="px-4 pt-1.5 font-medium text-muted text-xs">{title}</h3>
      <ul>{all ? children : children.slice(0, few)}</ul>
      {count > few && !all && (
        <div className="px-2 pb-1">
          <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
            {t('overview.showAll', { n: count })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Item({ meaning, children }: { readonly meaning: Meaning; readonly children: ReactNode }) {
  return (
    <li className="flex list-none items-start gap-2.5 px-4 py-1.5">
      <StatusIcon meaning={meaning} className="mt-0.5" />
      <div className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">{children}</div>
    </li>
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
