import { useQuery } from '@tanstack/react-query';
import { toApiError } from '../../api/api-error.ts';
import { qParts } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { LeftOut } from '../../kit/left-out.tsx';
import { useScope } from '../../lib/scope.ts';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';

/** The devices for which the cloud writes configurations. */
export function Devices() {
  const t = useT();
  const query = useQuery({
    ...qParts(useScope(), 'vpc:DescribeCustomerGatewayVendors', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const vendors = query.data?.data.CustomerGatewayVendorSet;
  return (
    <Card title={t('customerGateway.devices')} flush={vendors !== undefined}>
      {query.isPending && <Loading />}
      {query.error && <ErrorPlace error={toApiError(query.error)} onRetry={() => void query.refetch()} />}
      {vendors && (
        <>
          <LeftOut problems={query.data?.unreadable ?? []} />
          <p className="px-4 py-3 text-muted">{t('customerGateway.devicesBody')}</p>
          <table className="grid-table" aria-label={t('customerGateway.devices')}>
            <thead>
              <tr>
                <th scope="col">{t('customerGateway.vendor')}</th>
                <th scope="col">{t('customerGateway.platform')}</th>
                <th scope="col">{t('customerGateway.version')}</th>
              </tr>
            </thead>
            <tbody>
              {vendors.map(({ VendorName, Platform, SoftwareVersion }) => (
                <tr key={`${VendorName} ${Platform} ${SoftwareVersion}`}>
                  <td>{VendorName}</td>
                  <td>{Platform}</td>
                  <td>{SoftwareVersion}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  );
}
