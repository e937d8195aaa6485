import { RotateCw } from 'lucide-react';
import { Link } from 'react-router';
import { regionName } from '../../../catalogue/regions.ts';
import { useFormats, useLanguage, useT } from '../../i18n/index.ts';
import { RegionName } from '../../kit/region-name.tsx';
import { paths } from '../../paths.ts';
import { buttonClass, IconButton, linkClass } from '../../ui/button.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Status } from '../../ui/status.tsx';
import type { RegionState } from './use-cloud.ts';

interface RegionTableProps {
  readonly account: string | undefined;
  /** Where a first VPC would be made. */
  readonly region: string;
  readonly regions: readonly RegionState[];
  readonly onRefresh: () => void;
}

const hasUnread = ({ unread }: RegionState): boolean => unread.vpcs + unread.subnets > 0;

const isEmpty = (state: RegionState): boolean =>
  !state.absent && !hasUnread(state) && state.vpcs?.length === 0 && state.subnets?.length === 0;

/** How much stands where: a row for each region in use, the others named in one line. */
export function RegionTable({ account, region, regions, onRefresh }: RegionTableProps) {
  const t = useT();
  const language = useLanguage();
  const formats = useFormats();
  const answered = regions.filter((state) => !state.loading).length;
  const shown = regions.filter(
    (state) => state.error || hasUnread(state) || (state.vpcs?.length ?? 0) > 0 || (state.subnets?.length ?? 0) > 0,
  );
  const empty = regions.filter(isEmpty);
  const absent = regions.filter((state) => state.absent);
  const working = answered < regions.length;
  return (
    <Card
      flush
      title={t('overview.byRegion')}
      actions={
        <>
          <span role="status" className="text-muted text-xs">
            {working && t('overview.asking', { answered, total: regions.length })}
          </span>
          <IconButton
            size="sm"
            label={t('overview.refresh')}
            icon={working ? <Spinner /> : <RotateCw aria-hidden="true" className="size-3.5" />}
            onClick={onRefresh}
          />
        </>
      }
    >
      {shown.length > 0 && (
        <div className="overflow-x-auto">
          <table className="grid-table">
            <caption className="sr-only">{t('overview.byRegion')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('shell.region')}</th>
                <th scope="col" data-align="end">
                  {t('family.vpc')}
                </th>
                <th scope="col" data-align="end">
                  {t('family.subnet')}
                </th>
                <th scope="col" data-align="end">
                  {t('overview.freeAddresses')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((state) => (
                <RegionRow key={state.region} account={account} state={state} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!working && shown.length === 0 && (
        <EmptyState
          title={t('overview.nothing')}
          body={t('overview.nothingBody')}
          action={
            <Link to={paths.create('vpc', { account, region })} className={buttonClass('primary')}>
              {t('overview.createVpc')}
            </Link>
          }
        />
      )}
      {shown.length > 0 && empty.length > 0 && (
        <p className="border-line border-t px-4 py-2 text-muted text-xs">
          {t('overview.emptyRegions', { regions: formats.list(empty.map((state) => regionName(state.region, language))) })}
        </p>
      )}
      {absent.length > 0 && (
        <p className="border-line border-t px-4 py-2 text-muted text-xs">
          {t('overview.noRegion', { n: absent.length, regions: formats.list(absent.map((state) => regionName(state.region, language))) })}
        </p>
      )}
    </Card>
  );
}

/** How many of the rows counted cannot be read. */
function UnreadRows({ n }: { readonly n: number }) {
  const t = useT();
  return n === 0 ? null : <span className="block text-warning text-xs">{t('overview.unreadRows', { n })}</span>;
}

function RegionRow({ account, state }: { readonly account: string | undefined; readonly state: RegionState }) {
  const t = useT();
  const formats = useFormats();
  const scope = { account, region: state.region };
  const count = (rows: readonly unknown[] | undefined, unread: number): string => (rows ? formats.number(rows.length + unread) : '…');
  const free = state.subnets?.reduce((sum, subnet) => sum + Number(subnet.AvailableIpAddressCount), 0);
  return (
    <tr>
      <th scope="row">
        <Link to={paths.list('vpc', scope)} className={linkClass}>
          <RegionName id={state.region} />
        </Link>
        <code className="ml-2 hidden text-muted sm:inline">{state.region}</code>
      </th>
      {state.error ? (
        <td colSpan={3}>
          <Status meaning="danger">{t('overview.regionFailed', { code: state.error.code })}</Status>
        </td>
      ) : (
        <>
          <td data-align="end">
            <Link to={paths.list('vpc', scope)} className={linkClass}>
              {count(state.vpcs, state.unread.vpcs)}
            </Link>
            <UnreadRows n={state.unread.vpcs} />
          </td>
          <td data-align="end">
            <Link to={paths.list('subnet', scope)} className={linkClass}>
              {count(state.subnets, state.unread.subnets)}
            </Link>
            <UnreadRows n={state.unread.subnets} />
          </td>
          <td data-align="end">
            {free === undefined
              ? '…'
              : state.unread.subnets > 0
                ? t('overview.atLeast', { n: formats.number(free) })
                : formats.number(free)}
          </td>
        </>
      )}
    </tr>
  );
}
