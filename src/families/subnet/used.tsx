/** Who holds the addresses of a subnet, as the cloud of today tells it: what no list of this console shows is there too. */
import { useQuery } from '@tanstack/react-query';
import type { Subnet } from '../../../catalogue/families/subnet/index.ts';
import { toApiError } from '../../api/api-error.ts';
import { type UsedAddress, usedAddressesOptions } from '../../api/used-addresses.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { useMachines } from '../../kit/machines.tsx';
import { useScope } from '../../lib/scope.ts';
import { Holder } from '../../network-model/holder.tsx';
import { Code } from '../../ui/copy.tsx';
import { Card, EmptyState } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';

/** So many are drawn; of a /16 that is full nobody reads on. */
const most = 1000;

export function UsedAddresses({ subnet: { VpcId, SubnetId } }: { readonly subnet: Subnet }) {
  const t = useT();
  const { data, error, refetch } = useQuery(usedAddressesOptions(useScope(), { VpcId, SubnetId }));
  if (error) return <ErrorPlace error={toApiError(error)} title={t('subnet.usedFailed')} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0 && data.complete) return <EmptyState title={t('subnet.usedNone')} />;
  return (
    <>
      {!data.complete && <Notice meaning="warning" title={t('subnet.usedIncomplete')} />}
      <UsedTable rows={data.rows} />
    </>
  );
}

function UsedTable({ rows }: { readonly rows: readonly UsedAddress[] }) {
  const t = useT();
  const machines = useMachines();
  return (
    <Card flush title={t('subnet.usedTitle')}>
      <div className="overflow-x-auto">
        <table className="grid-table">
          <caption className="sr-only">{t('subnet.usedTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('subnet.usedAddress')}</th>
              <th scope="col">{t('subnet.usedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map(({ IpAddress, ResourceType, ResourceId }) => (
              <tr key={IpAddress}>
                <td>
                  <Code copy>{IpAddress}</Code>
                </td>
                <td>
                  <Holder kind={ResourceType} id={ResourceId} name={machines.nameOf(ResourceId)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && <p className="px-4 py-2 text-muted text-xs">{t('subnet.usedMore', { n: rows.length - most })}</p>}
    </Card>
  );
}
