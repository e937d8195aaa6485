import { useQuery } from '@tanstack/react-query';
import { toApiError } from '../../api/api-error.ts';
import { partsOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { useContainedList } from '../../kit/contained.tsx';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { exactly } from '../../kit/exactly.ts';
import { LeftOut } from '../../kit/left-out.tsx';
import { useScope } from '../../lib/scope.ts';
import { segments } from '../../paths.ts';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Contained } from '../contained.tsx';

export const useCustomerGatewayDetail: UseDetail<'customer-gateway'> = ({ id, row, standard }) => {
  const t = useT();
  const parent = { family: 'customer-gateway', id } as const;
  const connections = useContainedList('vpn-connection', parent, row !== null);
  return exactly({
    primary: 'edit',
    tabs: [
      standard.properties(),
      {
        path: segments['vpn-connection'],
        label: t('customerGateway.tunnels'),
        count: connections.complete ? connections.rows.length : undefined,
        content: <Contained family="vpn-connection" parent={parent} />,
      },
      { path: 'devices', label: t('customerGateway.devices'), content: <Devices /> },
      standard.references(),
    ],
  });
};

/** The devices for which the cloud writes configurations. */
function Devices() {
  const t = useT();
  const query = useQuery({
    ...partsOptions(useScope(), 'customer-gateway', 'vpc:DescribeCustomerGatewayVendors', {}),
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
